#include "train/calibration/judged_changes.h"

#include <algorithm>
#include <string>

#include "correct/confusion/alignment.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::train {
namespace {

// By character of the seen text: where in the truth what it stands for ends.
std::vector<std::size_t> truth_ends(const std::u32string& seen, const std::u32string& meant) {
  std::vector<std::size_t> ends(seen.size(), 0);
  for (const correct::AlignedStep& step : correct::align(seen, meant)) {
    for (std::size_t i = step.seen_begin; i < step.seen_end; ++i) ends[i] = step.meant_end;
    // What was lost belongs to the character before, unless that is a space.
    if (step.seen_begin == step.seen_end && step.seen_begin > 0 && !text::is_space(seen[step.seen_begin - 1]))
      ends[step.seen_begin - 1] = step.meant_end;
  }
  return ends;
}

bool is_inside_word(const std::u32string& text, std::size_t at) {
  return at > 0 && at < text.size() && text::is_letter(text[at - 1]) && text::is_letter(text[at]);
}

// From the first letter or digit to the last.
std::u32string_view core_of(std::u32string_view run) {
  const auto is_core = [](char32_t c) { return text::is_letter(c) || text::is_digit(c); };
  while (!run.empty() && !is_core(run.front())) run.remove_prefix(1);
  while (!run.empty() && !is_core(run.back())) run.remove_suffix(1);
  return run;
}

}  // namespace

std::vector<Judgement> judged_changes(std::string_view seen_text, std::string_view meant_text,
                                      const std::vector<correct::Change>& changes) {
  if (changes.empty()) return {};
  const std::u32string seen = text::to_code_points(seen_text);
  const std::u32string meant = text::to_code_points(meant_text);
  const std::vector<std::size_t> ends = truth_ends(seen, meant);
  std::vector<Judgement> judgements;
  std::size_t bytes = 0;
  std::size_t characters = 0;
  for (const correct::Change& change : changes) {
    characters += text::count_code_points(seen_text.substr(bytes, change.span.begin - bytes));
    const std::size_t begin = characters;
    characters += text::count_code_points(change.span.of(seen_text));
    bytes = change.span.end;
    if (characters == begin) {  // nothing is replaced, so nothing can be compared
      judgements.emplace_back();
      continue;
    }
    std::size_t from = begin == 0 ? 0 : ends[begin - 1];
    std::size_t to = std::max(from, ends[characters - 1]);
    // A change covers whole words, and so does its truth.
    while (is_inside_word(meant, from)) --from;
    while (is_inside_word(meant, to)) ++to;
    while (from < to && text::is_space(meant[from])) ++from;
    while (to > from && text::is_space(meant[to - 1])) --to;
    const std::u32string_view truth = std::u32string_view(meant).substr(from, to - from);
    const std::u32string before = text::to_code_points(change.span.of(seen_text));
    const std::u32string after = text::to_code_points(change.after);
    const bool is_right = truth == after || (core_of(truth) == core_of(after) && core_of(before) != core_of(after));
    const bool was_right = truth == before || (core_of(truth) == core_of(before) && core_of(before) != core_of(after));
    judgements.push_back({text::to_utf8(truth), is_right, was_right});
  }
  return judgements;
}

}  // namespace emend::train
