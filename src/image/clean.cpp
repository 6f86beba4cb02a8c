#include "image/clean.h"

#include <algorithm>
#include <exception>

#include <fmt/format.h>

#include "image/binarise.h"
#include "image/damage.h"
#include "image/encode.h"

namespace emend::image {
namespace {

// A library that fails inside a step (for want of memory, say) costs the step and not the page.
StepResult run_safely(const Step& step, const Picture& input) {
  try {
    return step.run(input);
  } catch (const std::exception& error) {
    return {input, {}, false, 0, std::string("left alone: the step failed: ") + error.what(), {}, {}};
  }
}

document::CleaningRecord not_tried(const StepInfo& info, const document::Damage& damage) {
  document::CleaningRecord record;
  record.step = info.id;
  record.confidence = 1;
  const std::string figures = measured(info.tried_where, damage);
  record.note = fmt::format("not tried: {}; it is for {}", figures.empty() ? "there is no text to measure" : figures,
                            described(info.tried_where));
  for (const Condition& condition : info.tried_where)
    if (const auto figure = damage.page.find(std::string(condition.figure)); figure != damage.page.end())
      record.figures.insert(*figure);
  return record;
}

// What was measured, and whether it still holds.
class Measured {
 public:
  explicit Measured(const document::Damage& of_scan) : damage_(of_scan) {}
  void outdate() { is_fresh_ = false; }
  const document::Damage& of(const Picture& current) {
    if (!is_fresh_) damage_ = measure_damage(current);
    is_fresh_ = true;
    return damage_;
  }

 private:
  document::Damage damage_;
  bool is_fresh_ = true;
};

// Looked at by people only: engines are given grey, and single lines in black and white where grey leaves doubt.
void add_binarised(const Picture& picture, const Transform& to_scan, std::vector<Variant>& variants) {
  if (picture.is_empty()) return;
  const int window_px = binarisation_window_px(picture);
  for (const Binarisation& way : binarisations())
    variants.push_back({std::string(way.name), way.binarised(picture, window_px), to_scan});
}

}  // namespace

CleanedPage clean(const Picture& scan, const document::Damage& damage, const std::vector<std::unique_ptr<Step>>& steps,
                  const CleanOptions& options) {
  CleanedPage page;
  Picture current = scan;
  Transform to_scan;
  Measured measured_damage(damage);
  for (const auto& step : steps) {
    const StepInfo& info = step->info();
    if (!info.sees_colour) current = to_grey(current);
    if (const document::Damage& now = measured_damage.of(current); !holds_any(info.tried_where, now)) {
      page.records.push_back(not_tried(info, now));
      continue;
    }
    StepResult result = run_safely(*step, current);
    const std::string id(info.id);
    page.records.push_back(
        {id, result.was_applied, result.confidence, std::move(result.note), std::move(result.figures)});
    if (!result.was_applied) continue;
    if (!info.keeps_figures) measured_damage.outdate();
    for (const document::Region& region : result.regions)
      page.regions.push_back({region.kind, to_scan(region.box, scan.width_px(), scan.height_px())});
    to_scan = to_scan.after(result.to_input);
    current = std::move(result.picture);
    if (options.keep_intermediates) page.intermediates.emplace_back(id, current);
  }
  current = to_grey(current);
  page.variants.push_back({"cleaned", current, to_scan});
  if (options.keep_intermediates) add_binarised(current, to_scan, page.variants);
  return page;
}

Picture cleaned_again(const Picture& scan, const std::vector<document::CleaningRecord>& records,
                      const std::vector<std::unique_ptr<Step>>& steps) {
  Picture current = scan;
  for (const auto& step : steps) {
    const StepInfo& info = step->info();
    const bool was_applied = std::any_of(records.begin(), records.end(), [&](const document::CleaningRecord& record) {
      return record.was_applied && record.step == info.id;
    });
    if (was_applied) current = run_safely(*step, info.sees_colour ? current : to_grey(current)).picture;
  }
  return to_grey(current);
}

}  // namespace emend::image
