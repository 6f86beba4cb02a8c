#include "image/clean.h"

#include <exception>

#include "image/binarise.h"
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

}  // namespace

CleanedPage clean(const Picture& scan, const std::vector<std::unique_ptr<Step>>& steps, const CleanOptions& options) {
  CleanedPage page;
  Picture current = to_grey(scan);
  Transform to_scan;
  for (const auto& step : steps) {
    StepResult result = run_safely(*step, current);
    const std::string id(step->info().id);
    page.records.push_back(
        {id, result.was_applied, result.confidence, std::move(result.note), std::move(result.figures)});
    if (!result.was_applied) continue;
    for (const document::Region& region : result.regions)
      page.regions.push_back({region.kind, to_scan(region.box, scan.width_px(), scan.height_px())});
    to_scan = to_scan.after(result.to_input);
    current = std::move(result.picture);
    if (options.keep_intermediates) page.intermediates.emplace_back(id, current);
  }
  page.variants.push_back({"cleaned", current, to_scan});
  if (!current.is_empty())
    page.variants.push_back({"binarised", binarised(current, binarisation_window_px(current)), to_scan});
  return page;
}

}  // namespace emend::image
