// Replays stored pages in place of an engine, so that most tests take milliseconds.
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/json.h"
#include "document/page_json.h"
#include "ocr/engine.h"

namespace emend::ocr {
namespace {

namespace fs = std::filesystem;

class RecordedEngine final : public Engine {
 public:
  explicit RecordedEngine(fs::path folder) : folder_(std::move(folder)) {}

  document::Witness describe() const override { return {"recorded", folder_.filename().string(), ""}; }

  // The picture plays no part: the n-th call gives the n-th page, whether an earlier one could be read or not.
  Result<document::Page> read(const image::Picture&) override {
    const fs::path path = folder_ / fmt::format("page-{:04}.json", ++pages_read_);
    const auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    const auto json = parse_json(*bytes, path.string());
    if (!json) return fail(json.error());
    return document::page_from_json(*json, path.string());
  }

 private:
  fs::path folder_;
  int pages_read_ = 0;
};

}  // namespace

Result<std::unique_ptr<Engine>> make_recorded_engine(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return fail(ErrorKind::kMissing, folder, "is no folder of recorded pages",
                "it holds page-0001.json, page-0002.json, ...");
  fs::path path(folder);
  if (!path.has_filename()) path = path.parent_path();  // "pages/" is named "pages"
  return std::make_unique<RecordedEngine>(std::move(path));
}

Result<std::unique_ptr<Engine>> make_recorded_engine(const EngineOptions& options) {
  return make_recorded_engine(options.model_folder);
}

}  // namespace emend::ocr
