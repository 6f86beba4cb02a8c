#include "train/synth/write_synth.h"

#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "image/encode.h"
#include "train/lines/baselines.h"

namespace emend::train {
namespace {

namespace fs = std::filesystem;

std::string lines_table(const std::vector<SynthLine>& lines) {
  std::string table;
  for (const SynthLine& line : lines)
    table += fmt::format("{}\t{}\t{}\t{}\t{}\n", line.box.x, line.box.y, line.box.width, line.box.height, line.text);
  return table;
}

Result<fs::path> write_page(const SynthJob& job, std::size_t index, const SynthOutput& output) {
  const SynthPage page = job.page(index);
  const std::string stem = fmt::format("{}-{:04}", output.name, index + 1);
  const int quality = output.jpeg_quality > 0 ? output.jpeg_quality : job.jpeg_quality();
  const bool is_png = output.format == SynthFormat::kPng;
  const auto bytes = is_png ? image::to_png(page.picture) : image::to_jpeg(page.picture, quality);
  if (!bytes) return fail(bytes.error());

  // The picture comes last: where there is a picture, its truth is there too.
  const Status truth = write_file(output.folder / (stem + ".gt.txt"), page.truth);
  if (!truth) return fail(truth.error());
  const Status lines = write_file(output.folder / (stem + ".lines.tsv"), lines_table(page.lines));
  if (!lines) return fail(lines.error());
  if (output.writes_baselines) {
    std::vector<Baseline> baselines;
    for (const SynthLine& line : page.lines) baselines.push_back({{line.left, line.right}, line.text});
    const Status written = write_file(output.folder / (stem + ".baselines.tsv"), baselines_table(baselines));
    if (!written) return fail(written.error());
  }
  const fs::path picture_path = output.folder / (stem + (is_png ? ".png" : ".jpg"));
  const Status picture = write_file(picture_path, *bytes);
  if (!picture) return fail(picture.error());
  return picture_path;
}

}  // namespace

Result<SynthFiles> write_synth(std::string_view text, const SynthOptions& options, const SynthOutput& output,
                               Progress& progress, const StopFlag& stop) {
  if (output.name.empty() || fs::path(output.name).filename() != output.name || output.name == "." ||
      output.name == "..")
    return fail(ErrorKind::kUsage, output.name, "this cannot be the name of a file", "give a name without a folder");
  if (output.jpeg_quality < 0 || output.jpeg_quality > 100)
    return fail(ErrorKind::kUsage, std::to_string(output.jpeg_quality), "this is no quality of a JPEG file",
                "choose 1 to 100");
  const auto job = SynthJob::prepare(text, options);
  if (!job) return fail(job.error());
  std::error_code error;
  fs::create_directories(output.folder, error);
  if (error)
    return fail(ErrorKind::kUnwritable, output.folder.string(), "the folder cannot be made: " + error.message(),
                "choose a folder that you may write to");

  const std::size_t count = job->page_count();
  progress.expect(count);
  std::vector<std::optional<Result<fs::path>>> written(count);
  StopFlag failed;  // after the first failure no new page is begun
  run_in_parallel(count, output.jobs, [&](std::size_t i) {
    if (stop.is_raised() || failed.is_raised()) return;
    written[i] = write_page(*job, i, output);
    if (!*written[i]) failed.raise();
    progress.advance(fmt::format("page {}", i + 1));
  });

  SynthFiles files;
  for (std::optional<Result<fs::path>>& page : written) {
    if (page && !*page) return fail(page->error());
    if (page) files.pictures.push_back(std::move(**page));
  }
  if (files.pictures.size() < count)
    return fail(ErrorKind::kInterrupted, output.folder.string(),
                fmt::format("stopped after {} of {} pages", files.pictures.size(), count));
  if (job->replaced_characters() > 0)
    files.problems.push_back({Severity::kNote,
                              {ErrorKind::kUnreadable, output.name,
                               fmt::format("{} characters were typed as \"?\" because the typeface {} lacks them",
                                           job->replaced_characters(), job->typeface()),
                               "choose a typeface that has them"},
                              0});
  return files;
}

}  // namespace emend::train
