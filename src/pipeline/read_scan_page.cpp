#include "pipeline/read_scan_page.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "image/clean.h"
#include "image/damage.h"
#include "image/text_lines.h"
#include "ocr/blackout_marks.h"
#include "ocr/expected_errors.h"
#include "ocr/read_page.h"
#include "ocr/unread_ink.h"
#include "pipeline/keep_pictures.h"
#include "pipeline/page_problems.h"

namespace emend::pipeline {
namespace {

Problem page_problem(Severity severity, Error error, int number) { return {severity, std::move(error), number}; }

// What is on the page and not in its text: words that are none, and lines that nobody read.
void tell_regions(document::Page& page, const image::Variant& read) {
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines)
        for (const document::Word& word : line.words)
          if (word.best().text.empty()) page.regions.push_back({document::RegionKind::kNoText, word.box});
  for (const document::Box& box : ocr::unread_lines(image::find_text_lines(read.picture), read.to_scan, page))
    page.regions.push_back({document::RegionKind::kUnreadInk, box});
}

// One page, from the scan to words in pixels of the scan.
Result<document::Page> read_page(const image::Picture& scan, int number, Workshop& workshop, const RunControl& control,
                                 const std::filesystem::path& intermediates) {
  const bool keeps_intermediates = !intermediates.empty();
  document::Damage damage;
  {
    const StageTimer timer(control.timings, "measure");
    damage = image::measure_damage(scan);
  }
  image::CleanedPage cleaned;
  {
    const StageTimer timer(control.timings, "clean");
    cleaned = image::clean(scan, damage, workshop.steps(), {.keep_intermediates = keeps_intermediates});
  }
  if (keeps_intermediates)
    if (const Status kept = keep_pictures(intermediates, number, cleaned); !kept) return fail(kept.error());

  const StageTimer timer(control.timings, "read");
  Result<document::Page> page = workshop.engines().with_engine([&](ocr::Engine& engine) {
    return ocr::read_variant(engine, cleaned.variants.front(), scan.width_px(), scan.height_px());
  });
  if (!page) return page;
  page->number = number;
  page->width_px = scan.width_px();
  page->height_px = scan.height_px();
  page->resolution_dpi = scan.resolution_dpi();
  page->cleaning = std::move(cleaned.records);
  page->damage = std::move(damage);
  page->regions = std::move(cleaned.regions);
  ocr::mark_blackouts(*page, 0);
  tell_regions(*page, cleaned.variants.front());
  page->expected_error_rate = ocr::expected_error_rate(*page);
  return page;
}

}  // namespace

PageOutcome read_scan_page(const image::ScanSource& source, std::size_t index, Workshop& workshop,
                           const RunControl& control, const std::filesystem::path& intermediates) {
  PageOutcome outcome;
  const int number = static_cast<int>(index) + 1;
  auto loaded = [&] {
    const StageTimer timer(control.timings, "load");
    return source.load(index);
  }();
  if (!loaded) {
    outcome.problems.push_back(page_problem(Severity::kFailure, loaded.error(), number));
    return outcome;
  }
  // A page of which part is missing is not passed off as read.
  const bool is_damaged = std::any_of(loaded->problems.begin(), loaded->problems.end(), [](const Problem& problem) {
    return problem.severity == Severity::kFailure && problem.page > 0;
  });
  std::move(loaded->problems.begin(), loaded->problems.end(), std::back_inserter(outcome.problems));
  if (is_damaged) return outcome;
  auto page = read_page(loaded->picture, number, workshop, control, intermediates);
  if (!page) {
    outcome.problems.push_back(page_problem(Severity::kFailure, page.error(), number));
    return outcome;
  }
  outcome.cells = ocr::page_cells_of(*page, loaded->picture);
  Problems told = problems_of(*page);
  std::move(told.begin(), told.end(), std::back_inserter(outcome.problems));
  outcome.page = std::move(*page);
  return outcome;
}

}  // namespace emend::pipeline
