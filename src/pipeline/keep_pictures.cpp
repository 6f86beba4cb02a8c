#include "pipeline/keep_pictures.h"

#include <string>
#include <system_error>

#include <fmt/format.h>

#include "base/file.h"
#include "image/encode.h"

namespace emend::pipeline {

Status keep_pictures(const std::filesystem::path& folder, int number, const image::CleanedPage& cleaned) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail(ErrorKind::kUnwritable, folder.string(), "cannot be made: " + error.message());
  int order = 1;
  const auto keep = [&](const std::string& name, const image::Picture& picture) -> Status {
    const auto png = image::to_png(picture);
    if (!png) return fail(png.error());
    return write_file(folder / fmt::format("page-{:04}-{:02}-{}.png", number, order++, name), *png);
  };
  for (const auto& [name, picture] : cleaned.intermediates)
    if (Status kept = keep(name, picture); !kept) return kept;
  for (const image::Variant& variant : cleaned.variants)
    if (Status kept = keep("read-" + variant.name, variant.picture); !kept) return kept;
  return {};
}

}  // namespace emend::pipeline
