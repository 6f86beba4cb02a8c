#include "cli/text_run.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "base/content_hash.h"
#include "base/file.h"
#include "cli/standard_input.h"
#include "image/scan_source.h"

namespace emend::cli {
namespace {

Result<std::string> read_input(const std::string& path) {
  return path == "-" ? read_standard_input() : read_file(path);
}

}  // namespace

Result<CorrectedText> correct_file(const std::string& path, const pipeline::Settings& settings,
                                   const pipeline::Workshop& workshop) {
  const std::string name = path == "-" ? "standard input" : path;
  auto bytes = read_input(path);
  if (!bytes) return fail(bytes.error());
  if (image::looks_like_scan(*bytes))
    return fail(ErrorKind::kUsage, name, "is a scan, not a text", "use 'emend restore' to read and restore it");
  auto loaded = pipeline::load_bytes(*bytes, name, settings);
  if (!loaded) return fail(loaded.error());
  loaded->document.name = path == "-" ? name : std::filesystem::path(path).filename().string();
  loaded->document.source_path = path;
  loaded->document.source_hash = content_hash(*bytes);
  bytes = std::string();  // from here the document has what is needed
  const auto lexicon = workshop.lexicon_for(loaded->document, path);
  if (!lexicon) return fail(lexicon.error());
  auto correction = pipeline::correct_alone(loaded->document, **lexicon, settings, workshop);
  std::move(correction.problems.begin(), correction.problems.end(), std::back_inserter(loaded->problems));
  return CorrectedText{std::move(*loaded), std::move(correction)};
}

}  // namespace emend::cli
