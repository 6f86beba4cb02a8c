#include "pipeline/read_scan.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/parallel.h"
#include "ocr/typewriter/typewriter.h"
#include "pipeline/read_scan_page.h"

namespace emend::pipeline {
namespace {

// Pages from which the letters of one machine are learned, and that wait for it: enough to show every letter, and few
// enough for the memory (3 MB each).
constexpr std::size_t kPagesOfOneMachine = 32;

// What the typewriter tells of pages that were typed; whether any was.
bool read_with_typewriter(std::vector<PageOutcome>::iterator first, std::vector<PageOutcome>::iterator last,
                          std::size_t witness, const RunControl& control) {
  const StageTimer timer(control.timings, "typewriter");
  std::vector<document::Page> pages;
  std::vector<ocr::PageCells> cells;
  std::vector<std::size_t> places;
  for (auto outcome = first; outcome != last; ++outcome) {
    if (!outcome->page || outcome->cells.grid.pitch_px <= 0) continue;
    pages.push_back(std::move(*outcome->page));
    cells.push_back(std::move(outcome->cells));
    places.push_back(static_cast<std::size_t>(outcome - first));
  }
  if (pages.empty()) return false;
  ocr::read_with_typewriter(pages, cells, witness, control.page_jobs);
  for (std::size_t i = 0; i < pages.size(); ++i)
    first[static_cast<std::ptrdiff_t>(places[i])].page = std::move(pages[i]);
  return true;
}

}  // namespace

Result<ReadPages> read_scan(const image::ScanSource& source, const Settings& settings, Workshop& workshop,
                            const RunControl& control, const std::filesystem::path& intermediates) {
  const std::vector<std::size_t> wanted = settings.pages.indices(source.page_count());
  control.progress.expect(wanted.size());
  std::vector<PageOutcome> outcomes(wanted.size());
  ReadPages read;
  bool is_typed = false;
  for (std::size_t first = 0; first < wanted.size() && !control.stop.is_raised(); first += kPagesOfOneMachine) {
    const std::size_t count = std::min(kPagesOfOneMachine, wanted.size() - first);
    run_in_parallel(count, control.page_jobs, [&](std::size_t i) {
      if (control.stop.is_raised()) return;
      outcomes[first + i] = read_scan_page(source, wanted[first + i], workshop, control, intermediates);
      control.progress.advance(fmt::format("page {}", wanted[first + i] + 1));
    });
    if (read.witnesses.empty()) {
      auto witnesses = workshop.engines().with_engine(
          [](ocr::Engine& engine) -> Result<std::vector<document::Witness>> { return engine.witnesses(); });
      // Without an engine no page was read; one witness stands for it all the same.
      read.witnesses = witnesses ? std::move(*witnesses) : std::vector<document::Witness>(1);
    }
    const auto begin = outcomes.begin() + static_cast<std::ptrdiff_t>(first);
    if (read_with_typewriter(begin, begin + static_cast<std::ptrdiff_t>(count), read.witnesses.size(), control))
      is_typed = true;
  }
  if (control.stop.is_raised()) return fail(ErrorKind::kInterrupted, "", "the run was interrupted");

  for (document::Witness& witness : read.witnesses)
    if (witness.variant.empty()) witness.variant = "cleaned";
  if (is_typed) read.witnesses.push_back(ocr::typewriter_witness());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    for (Problem& problem : outcomes[i].problems) read.problems.push_back(std::move(problem));
    if (!outcomes[i].page) continue;
    read.pages.push_back(std::move(*outcomes[i].page));
    read.indices.push_back(wanted[i]);
  }
  return read;
}

}  // namespace emend::pipeline
