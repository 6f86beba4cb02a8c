#include "train/lines/write_lines.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "image/encode.h"
#include "image/scan_source.h"
#include "image/step.h"
#include "text/utf8.h"
#include "train/lines/baselines.h"
#include "train/lines/line_sheet.h"
#include "train/lines/line_strip.h"
#include "train/lines/line_wear.h"
#include "train/lines/snap_baseline.h"
#include "train/synth/random.h"

namespace emend::train {
namespace {

namespace fs = std::filesystem;

// Beyond the first and the last letter, in cells: about what an engine's own boxes leave there.
constexpr double kSideMarginPitches = 0.35;

// As the page looks to an engine behind those steps that do not move anything.
image::Picture cleaned_in_place(const image::Picture& page) {
  image::Picture cleaned = page;
  for (const auto& step : image::all_steps()) {
    if (step->info().id != "despeckle" && step->info().id != "background" && step->info().id != "faint-ink") continue;
    image::StepResult result = step->run(cleaned);
    if (result.was_applied && result.to_input.is_identity()) cleaned = std::move(result.picture);
  }
  return cleaned;
}

// Names of pages say little about what is on them, so they make good seeds.
std::uint64_t seed_of(const std::string& name, std::uint64_t seed) { return Random(seed).stream(name).seed(); }

Plane cut(const Plane& page, const Baseline& baseline, double pitch_px, bool is_mild, Random random) {
  const LineWear wear = is_mild ? mild_line_wear(random) : drawn_line_wear(pitch_px, random);
  std::vector<image::Point> points = baseline.points;
  const double middle_x = (points.front().x + points.back().x) / 2;
  for (image::Point& point : points) point.y += wear.tilt * (point.x - middle_x);
  const double padding_px = kEnginePaddingPx / wear.scale;
  const StripMargins margins{wear.above_pitches * pitch_px + padding_px, wear.below_pitches * pitch_px + padding_px,
                             random.between(0, kSideMarginPitches) * pitch_px + padding_px,
                             random.between(0, kSideMarginPitches) * pitch_px + padding_px};
  Plane strip = strip_along(page, points, margins, wear.scale);
  wear_line(strip, wear, pitch_px * wear.scale, random);
  return strip;
}

Result<std::size_t> write_page(const fs::path& path, const LineOptions& options) {
  const auto source = image::open_scan(path, {});
  if (!source) return fail(source.error());
  const auto loaded = (*source)->load(0);
  if (!loaded) return fail(loaded.error());
  fs::path table = path;
  table.replace_extension(".baselines.tsv");
  auto baselines = read_baselines(table);
  if (!baselines) return fail(baselines.error());

  const std::string stem = path.stem().string();
  const Random page_random(seed_of(stem, options.seed));
  const double pitch_px = pitch_px_of(*baselines);
  const Plane as_scanned = light_of(loaded->picture);
  if (options.snaps_baselines)
    for (Baseline& baseline : *baselines) baseline.points = snapped_baseline(as_scanned, baseline.points, pitch_px);
  std::optional<Plane> as_cleaned;
  std::size_t lines = 0;
  for (int variant = 1; variant <= options.variants; ++variant) {
    Random random = page_random.stream(static_cast<std::uint64_t>(variant));
    const bool is_cleaned = random.happens(options.clean_share);
    const bool is_mild = random.happens(options.mild_share);
    if (is_cleaned && !as_cleaned) as_cleaned = light_of(cleaned_in_place(loaded->picture));
    LineSheet sheet;
    for (std::size_t i = 0; i < baselines->size(); ++i)
      sheet.add(cut(is_cleaned ? *as_cleaned : as_scanned, (*baselines)[i], pitch_px, is_mild, random.stream(i)),
                (*baselines)[i].text);
    if (sheet.is_empty()) continue;
    const std::string name = fmt::format("{}-v{}", stem, variant);
    const auto png = image::to_png(sheet.picture());
    if (!png) return fail(png.error());
    if (const Status boxes = write_file(options.folder / (name + ".box"), sheet.boxes()); !boxes)
      return fail(boxes.error());
    if (const Status picture = write_file(options.folder / (name + ".png"), *png); !picture)
      return fail(picture.error());
    lines += sheet.line_count();
  }
  return lines;
}

}  // namespace

Result<LineSummary> write_lines(const std::vector<fs::path>& pages, const LineOptions& options, Progress& progress,
                                const StopFlag& stop) {
  std::set<std::string> names;
  for (const fs::path& page : pages)
    if (!names.insert(page.stem().string()).second)
      return fail(ErrorKind::kUsage, page.string(), "another page has this name too",
                  "give each page a name of its own");
  std::error_code error;
  fs::create_directories(options.folder, error);
  if (error)
    return fail(ErrorKind::kUnwritable, options.folder.string(), "the folder cannot be made: " + error.message(),
                "choose a folder that you may write to");
  progress.expect(pages.size());
  std::vector<std::optional<Result<std::size_t>>> written(pages.size());
  StopFlag failed;
  run_in_parallel(pages.size(), options.jobs, [&](std::size_t i) {
    if (stop.is_raised() || failed.is_raised()) return;
    written[i] = write_page(pages[i], options);
    if (!*written[i]) failed.raise();
    progress.advance(pages[i].filename().string());
  });
  LineSummary summary;
  for (const auto& page : written) {
    if (page && !*page) return fail(page->error());
    if (!page) continue;
    summary.lines += **page;
    summary.sheets += static_cast<std::size_t>(options.variants);
  }
  if (stop.is_raised())
    return fail(ErrorKind::kInterrupted, options.folder.string(),
                fmt::format("stopped after {} of {} sheets", summary.sheets,
                            pages.size() * static_cast<std::size_t>(options.variants)));
  return summary;
}

}  // namespace emend::train
