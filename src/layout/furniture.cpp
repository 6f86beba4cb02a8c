#include "layout/furniture.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "layout/page_number.h"
#include "text/unicode.h"

namespace emend::layout {
namespace {

// Judged on three books of the open data (papaoppo, ohiovets, thornton) and held against four others.
constexpr double kBefore = -2;
constexpr double kNumberAgrees = 5;
constexpr double kNumberNearly = 3;
constexpr double kOwnNameAgrees = 2.5;  // nobody but the file's own name says what number it should be
constexpr double kRepeatedOnce = 3;
constexpr double kRepeatedOften = 4;
constexpr double kInSlot = 2;
constexpr double kInSlotOfMany = 3.5;
constexpr double kLetterhead = -8;  // more than repetition and height together
constexpr double kSetApart = 1.5;
constexpr double kNotSetApart = -3;
constexpr double kLooksLikeHead = 1;
constexpr double kLoneNumber = 1;
constexpr double kNeither = -3;
constexpr double kReadsOn = -3;
constexpr double kOutOfSlot = -4;
constexpr double kNamesAPart = -5;
constexpr double kSignatureCounts = 5;
constexpr double kCatchwordReturns = 5;

// In pitches of the text: what is farther from it is set apart.
constexpr double kGap = 1.3;
// Of the page's height: scans of one book are cut alike within this.
constexpr double kSlotReach = 0.012;
constexpr std::size_t kManyPages = 4;
constexpr double kAlike = 0.7;
constexpr std::size_t kFewestLetters = 5;

// "CHAPTER IV" comes again on other pages, and is text on all of them.
bool names_a_part(const EdgeBand& band) {
  for (const char* name :
       {"chapter", "part", "book", "section", "appendix", "letter", "canto", "act", "scene", "lecture"})
    if (band.letters.starts_with(name) && band.tokens.size() <= 3) return true;
  return false;
}

struct Judge {
  const PageSeries& series;
  std::size_t index;

  const PageEdges& edges() const { return series.pages()[index].edges; }

  static const std::vector<EdgeBand>& bands(const PageEdges& edges, bool is_at_top) {
    return is_at_top ? edges.top : edges.bottom;
  }

  // The best agreement of the tokens at both ends of a band with the number that the page should bear.
  NumberMatch number_match(const EdgeBand& band, int number) const {
    if (band.tokens.empty()) return NumberMatch::kNo;
    return std::max(match_page_number(band.tokens.front(), number), match_page_number(band.tokens.back(), number));
  }

  bool bears_its_number(std::size_t page, bool is_at_top) const {
    const auto expected = series.expected_number(page);
    const auto& there = bands(series.pages()[page].edges, is_at_top);
    return expected && expected->witnesses > 0 && !there.empty() &&
           number_match(there.front(), expected->number) >= NumberMatch::kLooksAlike;
  }

  bool is_repeated_on(const EdgeBand& band, std::size_t page) const {
    const auto& top = series.pages()[page].edges.top;
    return !top.empty() && top.front().gap >= kGap && std::abs(top.front().y - band.y) <= 2 * kSlotReach &&
           band.letters.size() >= kFewestLetters && similarity(top.front().letters, band.letters) >= kAlike;
  }

  std::size_t repetitions(const EdgeBand& band) const {
    std::size_t count = 0;
    for (std::size_t page = 0; page < series.pages().size(); ++page)
      count += page != index && is_repeated_on(band, page);
    return count;
  }

  bool bears_its_number(std::size_t page) const {
    return bears_its_number(page, true) || bears_its_number(page, false);
  }

  // Whether the count of pages goes through those that have this head: a book's heads are on its numbered pages.
  // Letters that lie together repeat their letterhead, and count only the sheets behind it.
  bool is_on_counted_pages(const EdgeBand& band) const {
    const auto expected = series.expected_number(index);
    if (expected && expected->witnesses > 0 && number_match(band, expected->number) != NumberMatch::kNo) return true;
    if (bears_its_number(index)) return true;
    for (std::size_t page = 0; page < series.pages().size(); ++page) {
      if (page == index || !bears_its_number(page)) continue;
      const auto& top = series.pages()[page].edges.top;
      // The number of a letter's second sheet stands where the first one has its head.
      const bool is_in_slot = !top.empty() && top.front().gap >= kGap && !top.front().is_lone_sign() &&
                              std::abs(top.front().y - band.y) <= kSlotReach;
      if (is_in_slot || is_repeated_on(band, page)) return true;
    }
    return false;
  }

  // Other pages whose outermost line is known to be furniture by its number or by repetition, and those of them that
  // have it at the height of this band.
  struct Slot {
    std::size_t known = 0;
    std::size_t at_height = 0;
  };
  Slot slot_of(const EdgeBand& band, bool is_at_top) const {
    Slot slot;
    for (std::size_t page = 0; page < series.pages().size(); ++page) {
      if (page == index) continue;
      const auto& there = bands(series.pages()[page].edges, is_at_top);
      if (there.empty() || (is_at_top && there.front().gap < kGap)) continue;
      const bool is_known = bears_its_number(page, is_at_top) || (is_at_top && !names_a_part(there.front()) &&
                                                                  Judge{series, page}.repetitions(there.front()) > 0);
      slot.known += is_known;
      slot.at_height += is_known && std::abs(there.front().y - band.y) <= kSlotReach;
    }
    return slot;
  }
};

// Signs that the number speaks for. Without any the band has none.
void weigh_number(const Judge& judge, const EdgeBand& band, Furniture& found) {
  const auto expected = judge.series.expected_number(judge.index);
  if (!expected) return;
  const NumberMatch match = judge.number_match(band, expected->number);
  if (match == NumberMatch::kNo) return;
  if (expected->witnesses == 0) {
    if (match >= NumberMatch::kLooksAlike)
      found.signs.push_back(
          {fmt::format("It bears the number {}, as the file's name does", expected->number), kOwnNameAgrees});
    return;
  }
  const double weight = match == NumberMatch::kNearly ? kNumberNearly : kNumberAgrees;
  found.signs.push_back(
      {fmt::format("It bears {} the page number {} that the count of {} other pages asks for",
                   match == NumberMatch::kExactly ? "exactly" : "nearly", expected->number, expected->witnesses),
       weight});
}

Furniture judge_top(const Judge& judge) {
  const EdgeBand& band = judge.edges().top.front();
  Furniture found{band.is_lone_sign() ? FurnitureKind::kPageNumber : FurnitureKind::kRunningHead, true, 0, {}};
  found.signs.push_back({"It is the first line of the page", kBefore});
  weigh_number(judge, band, found);

  if (const std::size_t times = judge.repetitions(band); times > 0)
    found.signs.push_back({fmt::format("The first line of {} other {} says the same in the same place", times,
                                       times == 1 ? "page" : "pages"),
                           times > 1 ? kRepeatedOften : kRepeatedOnce});

  const Judge::Slot slot = judge.slot_of(band, true);
  if (slot.at_height >= 1)
    found.signs.push_back({fmt::format("Running heads or page numbers of {} other {} stand at this height",
                                       slot.at_height, slot.at_height == 1 ? "page" : "pages"),
                           slot.at_height >= kManyPages ? kInSlotOfMany : kInSlot});
  else if (slot.known >= kManyPages)
    found.signs.push_back({"The heads of other pages stand at another height", kOutOfSlot});
  if ((judge.repetitions(band) > 0 || slot.at_height > 0) && !judge.is_on_counted_pages(band))
    found.signs.push_back(
        {"No page that has it bears a number that a count of pages asks for: letters repeat their letterhead, too",
         kLetterhead});

  if (band.gap >= kGap)
    found.signs.push_back({fmt::format("It is set apart from the text by {:.1f} lines", band.gap), kSetApart});
  else
    found.signs.push_back({"It is as near to the next line as lines of the text are", kNotSetApart});

  const bool is_short = band.width < 0.75 && std::abs(band.centre - 0.5) < 0.1;
  const auto expected = judge.series.expected_number(judge.index);
  const bool is_its_number = expected && judge.number_match(band, expected->number) != NumberMatch::kNo;
  if (band.is_lone_sign() && is_its_number)
    found.signs.push_back({"It is a lone number", kLoneNumber});
  else if (band.letters.size() < kFewestLetters && !is_its_number)
    found.signs.push_back({"It is neither a head nor the page's number", kNeither});
  else if (band.ends_as_prose)
    found.signs.push_back({"It reads on like prose", kReadsOn});
  else if (band.is_capitals || std::abs(band.size - 1) > 0.15 || is_short)
    found.signs.push_back({"It is set as a head, not as text", kLooksLikeHead});
  if (names_a_part(band)) found.signs.push_back({"It names a part of the book", kNamesAPart});
  return found;
}

// Printers mark the first page of each gathering of 16 or 8 pages with its number or letter.
bool is_signature_of(const std::string& token, int page) {
  for (const int gathering : {16, 8}) {
    if (page % gathering != 1) continue;
    const int sheet = page / gathering + 1;
    if (sheet > 1 && match_page_number(token, sheet) >= NumberMatch::kLooksAlike) return true;
    // The letters J, V and W were not used: A stands for the first sheet, B for the second.
    static constexpr std::string_view kSheets = "ABCDEFGHIKLMNOPQRSTUXYZ";
    if (sheet <= static_cast<int>(kSheets.size()) &&
        token == std::string(1, kSheets[static_cast<std::size_t>(sheet - 1)]))
      return true;
  }
  return false;
}

// The first word of the next page, at the foot of this one.
bool is_catchword(const Judge& judge, const EdgeBand& band) {
  if (band.tokens.size() != 1 || band.letters.size() < 2 || judge.index + 1 >= judge.series.pages().size())
    return false;
  const SeriesPage& here = judge.series.pages()[judge.index];
  const SeriesPage& next = judge.series.pages()[judge.index + 1];
  if (!here.number || !next.number || *next.number != *here.number + 1 || here.section != next.section) return false;
  const bool stands_right = band.centre > 0.7 && band.width < 0.3;
  if (!stands_right) return false;
  return std::any_of(next.edges.top.begin(), next.edges.top.end(), [&](const EdgeBand& line) {
    return !line.tokens.empty() && line.tokens.front() == band.tokens.front();
  });
}

std::optional<Furniture> judge_bottom(const Judge& judge, std::size_t at) {
  const EdgeBand& band = judge.edges().bottom[at];
  Furniture found{FurnitureKind::kPageNumber, false, at, {}};
  found.signs.push_back({"It stands at the foot of the page", kBefore});
  if (is_catchword(judge, band)) {
    found.kind = FurnitureKind::kCatchword;
    found.signs.push_back({"It stands alone at the right, and the next page begins with it", kCatchwordReturns + 1});
    return found;
  }
  if (!band.is_lone_sign()) return std::nullopt;
  found.signs.push_back({"It stands alone on its line", kLoneNumber});
  const auto expected = judge.series.expected_number(judge.index);
  // A sheet's number can look like a page number that lost a figure.
  if (expected && expected->witnesses > 0 && judge.number_match(band, expected->number) < NumberMatch::kLooksAlike &&
      is_signature_of(band.tokens.front(), expected->number)) {
    found.kind = FurnitureKind::kSignatureMark;
    found.signs.push_back(
        {fmt::format("Page {} is the first of a gathering, and this is the gathering's mark", expected->number),
         kSignatureCounts});
  } else {
    weigh_number(judge, band, found);
  }
  if (found.signs.size() == 2) return std::nullopt;
  const Judge::Slot slot = judge.slot_of(band, false);
  if (slot.at_height >= 1 && found.kind == FurnitureKind::kPageNumber)
    found.signs.push_back({fmt::format("The page numbers of {} other pages stand at this height", slot.at_height),
                           slot.at_height >= kManyPages ? kInSlotOfMany : kInSlot});
  return found;
}

}  // namespace

double Furniture::log_odds() const {
  double sum = 0;
  for (const Sign& sign : signs) sum += sign.log_odds;
  return sum;
}

double Furniture::probability() const { return 1 / (1 + std::exp(-log_odds())); }

std::vector<Furniture> find_furniture(const PageSeries& series, std::size_t index) {
  const Judge judge{series, index};
  std::vector<Furniture> found;
  if (!judge.edges().top.empty()) found.push_back(judge_top(judge));
  for (std::size_t at = 0; at < judge.edges().bottom.size(); ++at) {
    auto furniture = judge_bottom(judge, at);
    // What stands above the last line is at the edge only if that line is furniture.
    if (!furniture) break;
    found.push_back(std::move(*furniture));
  }
  return found;
}

}  // namespace emend::layout
