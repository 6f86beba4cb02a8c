#include "pipeline/read_scan.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "image/clean.h"
#include "image/damage.h"
#include "image/encode.h"
#include "image/text_lines.h"
#include "ocr/blackout_marks.h"
#include "ocr/expected_errors.h"
#include "ocr/read_page.h"
#include "ocr/typewriter/typewriter.h"
#include "ocr/unread_ink.h"

namespace emend::pipeline {
namespace {

// Pages from which the letters of one machine are learned, and that wait for it: enough to show every letter, and few
// enough for the memory (3 MB each).
constexpr std::size_t kPagesOfOneMachine = 32;
// Above, a page is told to be read badly: one word in three has an error then.
constexpr float kPoorErrorRate = 0.08F;

// What became of one page.
struct PageOutcome {
  std::optional<document::Page> page;
  ocr::TypedPage typed;
  Problems problems;
};

Problem page_problem(Severity severity, Error error, int number) { return {severity, std::move(error), number}; }

// page-0001-02-deskew.png: sorted by name, the pictures tell the story of a page.
Status keep_intermediates(const std::filesystem::path& folder, int number, const image::CleanedPage& cleaned) {
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
    if (const Status kept = keep_intermediates(intermediates, number, cleaned); !kept) return fail(kept.error());

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

std::size_t count_of(const document::Page& page, document::RegionKind kind) {
  return static_cast<std::size_t>(std::count_if(page.regions.begin(), page.regions.end(),
                                                [&](const document::Region& region) { return region.kind == kind; }));
}

// What a person should know who only sees the text.
Problems told_of(const document::Page& page) {
  Problems problems;
  const auto tell = [&](Severity severity, std::string what, std::string hint) {
    problems.push_back(
        page_problem(severity, {ErrorKind::kUnreadable, "", std::move(what), std::move(hint)}, page.number));
  };
  const std::size_t unread = count_of(page, document::RegionKind::kUnreadInk);
  if (!page.has_words())
    tell(Severity::kWarning,
         unread > 0 ? "no text was read on this page, though lines of ink are on it"
                    : "no text was found on this page: it is blank or holds pictures only",
         "");
  else if (unread > 0)
    tell(Severity::kWarning,
         fmt::format("{} of ink on this page {} not read", unread == 1 ? "1 line" : fmt::format("{} lines", unread),
                     unread == 1 ? "was" : "were"),
         "look at the page; document.json tells where (regions, unread-ink)");
  if (page.expected_error_rate > kPoorErrorRate)
    tell(Severity::kNote,
         fmt::format("this page was read badly: about {:.0f} % of its characters may be wrong",
                     static_cast<double>(page.expected_error_rate) * 100),
         "scan it again if the original is at hand, or review it first");
  return problems;
}

PageOutcome read_one(const image::ScanSource& source, std::size_t index, Workshop& workshop, const RunControl& control,
                     const std::filesystem::path& intermediates) {
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
  outcome.typed = ocr::typed_page_of(*page, loaded->picture);
  Problems told = told_of(*page);
  std::move(told.begin(), told.end(), std::back_inserter(outcome.problems));
  outcome.page = std::move(*page);
  return outcome;
}

// What the typewriter tells of pages that were typed; whether any was.
bool read_with_typewriter(std::vector<PageOutcome>::iterator first, std::vector<PageOutcome>::iterator last,
                          std::size_t witness, const RunControl& control) {
  const StageTimer timer(control.timings, "typewriter");
  std::vector<document::Page> pages;
  std::vector<ocr::TypedPage> typed;
  std::vector<std::size_t> places;
  for (auto outcome = first; outcome != last; ++outcome) {
    if (!outcome->page || outcome->typed.grid.pitch_px <= 0) continue;
    pages.push_back(std::move(*outcome->page));
    typed.push_back(std::move(outcome->typed));
    places.push_back(static_cast<std::size_t>(outcome - first));
  }
  if (pages.empty()) return false;
  ocr::read_with_typewriter(pages, typed, witness, control.page_jobs);
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
      outcomes[first + i] = read_one(source, wanted[first + i], workshop, control, intermediates);
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
