#include "review/crop_folder.h"

#include <system_error>

#include "base/file.h"
#include "image/encode.h"
#include "report/crops.h"

namespace emend::review {

Result<std::filesystem::path> CropFolder::crop_of(const store::ChangeRecord& record) {
  const document::Box area = report::crop_area(document_, record);
  if (area.is_empty() || !load_scan_)
    return fail(ErrorKind::kMissing, document_.name, "this change has no place on a scan");
  const std::size_t first = store::places_of_change(document_, record.change.edit.span).first;
  const std::size_t page = document_.raw.places()[first].page;
  if (page_ != page) {
    auto scan = load_scan_(page);
    if (!scan) return fail(scan.error());
    scan_ = std::move(*scan);
    page_ = page;
  }
  const image::Picture crop = image::crop(scan_, area);
  if (crop.is_empty()) return fail(ErrorKind::kUnreadable, document_.name, "a word lies outside the scan");
  const auto png = image::to_png(crop);
  if (!png) return fail(png.error());

  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error)
    return fail(ErrorKind::kUnwritable, folder_.string(), "cannot be made: " + error.message(),
                "choose a folder that you may write to");
  // The key is hexadecimal digits: the readers of our files let nothing else pass.
  const std::filesystem::path file = folder_ / (record.change.decision.key + ".png");
  if (const Status written = write_file(file, *png); !written) return fail(written.error());
  return file;
}

}  // namespace emend::review
