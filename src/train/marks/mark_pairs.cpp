#include "train/marks/mark_pairs.h"

#include <algorithm>
#include <unordered_map>

#include "lm/lm_tokens.h"
#include "measure/alignment.h"
#include "text/distance.h"
#include "text/utf8.h"

namespace emend::train {
namespace {

using correct::Mark;
using correct::MarkedText;
using correct::MarkGap;

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

std::vector<std::string> forms_of(std::string_view text, const MarkedText& marked) {
  std::vector<std::string> forms;
  for (const correct::MarkedWord& word : marked.words) forms.push_back(lm::folded_form(word.span.of(text)));
  return forms;
}

// Whether one may well be a misreading of the other.
bool are_alike(const std::string& a, const std::string& b) {
  if (a == b) return true;
  return 2 * text::edit_distance(text::to_code_points(a), text::to_code_points(b)) <= std::max(a.size(), b.size());
}

// For every word of `seen` the word of `meant` that it is a reading of.
Result<std::vector<std::size_t>> partners(const std::vector<std::string>& seen, const std::vector<std::string>& meant) {
  std::unordered_map<std::string_view, char32_t> numbers;
  const auto numbered = [&](const std::vector<std::string>& forms) {
    std::u32string out;
    for (const std::string& form : forms)
      out += numbers.emplace(form, static_cast<char32_t>(numbers.size())).first->second;
    return out;
  };
  const std::u32string meant_numbers = numbered(meant);
  const std::u32string seen_numbers = numbered(seen);
  const auto alignment = measure::align(meant_numbers, seen_numbers);
  if (!alignment) return fail(alignment.error());
  std::vector<std::size_t> out(seen.size(), kNobody);
  std::size_t i = 0;
  std::size_t j = 0;
  for (const measure::Step step : alignment->steps) {
    const bool is_pair = step == measure::Step::kMatch || step == measure::Step::kReplaced;
    if (is_pair && are_alike(seen[i], meant[j])) out[i] = j;
    i += is_pair || step == measure::Step::kExtra;
    j += is_pair || step == measure::Step::kMissing;
  }
  return out;
}

bool is_countable(const MarkGap& gap) { return gap.is_plain && !gap.is_paragraph; }

}  // namespace

Status count_marks(const MarkTextPair& pair, const correct::MarkContext& context, correct::MarkChannel& counts) {
  const MarkedText seen = correct::marked_text(pair.seen, text::tokenise(pair.seen));
  const MarkedText meant = correct::marked_text(pair.meant, text::tokenise(pair.meant));
  const std::vector<std::string> seen_forms = forms_of(pair.seen, seen);
  const std::vector<std::string> meant_forms = forms_of(pair.meant, meant);
  const auto partner = partners(seen_forms, meant_forms);
  if (!partner) return fail(partner.error());
  for (const correct::StrayMark& stray : correct::stray_marks(pair.seen, seen)) {
    const std::size_t j = (*partner)[stray.gap];
    // Beside a misread word the mark may be a part of a letter, and the decoder of words is asked.
    if (j == kNobody || (*partner)[stray.gap + 1] != j + 1 || seen_forms[stray.gap] != meant_forms[j] ||
        seen_forms[stray.gap + 1] != meant_forms[j + 1])
      continue;
    const MarkGap& gap = meant.gaps[j];
    correct::StrayCounts& stray_counts =
        counts.strays[static_cast<std::size_t>(stray.shape)][static_cast<std::size_t>(stray.sign)];
    // A space and the mark, behind another mark where there was one.
    const std::size_t bytes_of_closed = stray.rest == Mark::kNone ? 2 : 3;
    const bool is_closed_quote =
        stray.sign == correct::StraySign::kQuote && gap.has_quotes && gap.span.size() == bytes_of_closed &&
        (stray.shape == correct::StrayShape::kLone || stray.shape == correct::StrayShape::kLoneAfterMark);
    if (gap.is_plain && gap.mark == stray.rest)
      ++stray_counts.removed;
    else if (is_closed_quote || (gap.is_plain && gap.mark == stray.own && stray.own != Mark::kNone))
      ++stray_counts.closed;
    else
      ++stray_counts.kept;
  }
  for (std::size_t i = 0; i < seen_forms.size(); ++i) {
    const std::size_t j = (*partner)[i];
    if (j == kNobody) continue;
    const text::Casing seen_casing = seen.words[i].casing;
    const text::Casing meant_casing = meant.words[j].casing;
    const auto is_simple = [](text::Casing casing) {
      return casing == text::Casing::kLower || casing == text::Casing::kCapitalised;
    };
    if (seen_forms[i] == meant_forms[j] && is_simple(seen_casing) && is_simple(meant_casing) && seen_forms[i] != "i") {
      const std::size_t letter = correct::letter_index(text::decode_at(seen_forms[i], 0).code_point);
      ++counts.letters[letter][meant_casing == text::Casing::kCapitalised][seen_casing == text::Casing::kCapitalised];
    }
    if (i + 1 == seen_forms.size() || (*partner)[i + 1] != j + 1) continue;
    const MarkGap& seen_gap = seen.gaps[i];
    const MarkGap& meant_gap = meant.gaps[j];
    if (!is_countable(seen_gap) || !is_countable(meant_gap)) continue;
    const correct::WordNumber before = context.number_of(pair.meant, meant.words[j]);
    const double abbreviation = context.habits(before).abbreviation;
    const std::size_t kind =
        meant_gap.mark == Mark::kStop && abbreviation > 0.5 ? correct::kAbbreviationPoint : index_of(meant_gap.mark);
    ++counts.marks[kind][index_of(seen_gap.mark)];
  }
  return {};
}

}  // namespace emend::train
