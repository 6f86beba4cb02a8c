#include "correct/lattice/stray_letter.h"

#include <optional>
#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Letters that specks and column rules are read as, and how rare that is inside a line and at its ends.
constexpr std::string_view kLettersOfSpecks = "iItjJl1_vfr";
constexpr double kInsideLineCost = 7.5;
constexpr double kAtLineEndCost = 6;
// Other small letters, and pairs that are hardly ever a word: the ends of words of the next column.
constexpr double kMoreForOtherLetter = 1.5;
constexpr double kMoreForPair = 3;
constexpr float kRarePairCost = 9.5f;

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// How much dearer it is to take this unit out than a speck; nothing where it is no remains of letters.
std::optional<double> more_cost(const PassContext& context, std::size_t i) {
  const Unit& unit = context.units[i];
  const std::string_view seen = unit.span.of(context.text);
  if (seen.size() == 1 && kLettersOfSpecks.find(seen[0]) != std::string_view::npos) return 0;
  if (unit.kind != lm::LmTokenKind::kWord) return std::nullopt;
  if (seen.size() == 1 && is_small(seen[0]) && seen != "a" && seen != "o") return kMoreForOtherLetter;
  const bool is_rare_pair = seen.size() == 2 && is_small(seen[1]) && unit.gap != Gap::kGlued &&
                            context.forms.of_unit(i).unigram_cost >= kRarePairCost;
  return is_rare_pair ? std::optional(kMoreForPair) : std::nullopt;
}

}  // namespace

void add_stray_letter(SentenceArcs& arcs, std::size_t i) {
  const PassContext& context = arcs.context();
  const std::string_view text = context.text;
  const std::optional<double> more = more_cost(context, i);
  if (!more) return;
  text::Span span = context.units[i].span;
  // Beside a capitalised word a capital is an initial.
  const auto is_beside_name = [&](std::size_t k) {
    return text::is_upper(text::decode_at(text, context.units[k].span.begin).code_point);
  };
  if (is_beside_name(i) &&
      ((i > arcs.begin() && is_beside_name(i - 1)) || (i + 1 < arcs.end() && is_beside_name(i + 1))))
    return;
  const bool begins_line = span.begin == 0 || text[span.begin - 1] == '\n';
  const bool ends_line = span.end < text.size() && text[span.end] == '\n';
  if (begins_line == ends_line && begins_line) return;  // a whole line is more than a speck
  if (!begins_line && text[span.begin - 1] != ' ') return;
  if (!ends_line && (span.end >= text.size() || text[span.end] != ' ')) return;
  // One of the spaces goes, too.
  if (ends_line)
    --span.begin;
  else
    ++span.end;
  arcs.add_nothing(i, span, *more + (begins_line || ends_line ? kAtLineEndCost : kInsideLineCost));
}

}  // namespace emend::correct
