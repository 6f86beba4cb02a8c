#include "correct/structure/typist_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "layout/between_lines.h"
#include "text/caret.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr double kBetweenLines = 0.85;
constexpr double kUnderlined = 0.95;

edit::Edit made(std::string_view text, std::string_view id, text::Span span, std::string after, std::string reason,
                double probability) {
  edit::Edit edit;
  edit.span = span;
  edit.before = std::string(span.of(text));
  edit.after = std::move(after);
  edit.rule = id;
  edit.reason = std::move(reason);
  edit.probability = probability;
  edit.applicability = edit::Applicability::kAutomatic;
  return edit;
}

// The words of a line of a page in the raw text: first and last index into its places.
using Lines =
    std::map<std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>, std::pair<std::size_t, std::size_t>>;

Lines lines_of(const document::RawText& raw) {
  Lines lines;
  for (std::size_t i = 0; i < raw.places().size(); ++i) {
    const document::WordPlace& place = raw.places()[i];
    const auto at = lines.try_emplace({place.page, place.block, place.paragraph, place.line}, i, i).first;
    at->second.second = i;
  }
  return lines;
}

class BetweenLines {
 public:
  BetweenLines(const document::Document& document, TypistMarks marks)
      : document_(document), raw_(document.raw.text()), marks_(marks), lines_(lines_of(document.raw)) {}

  std::vector<edit::Edit> edits() {
    for (std::size_t p = 0; p < document_.pages.size(); ++p)
      for (const layout::WordsBetweenLines& found : layout::find_words_between_lines(document_.pages[p])) add(p, found);
    edit::sort_by_place(edits_);
    return std::move(edits_);
  }

 private:
  void add(std::size_t page, const layout::WordsBetweenLines& found) {
    const auto words = lines_.find({page, found.words.block, found.words.paragraph, found.words.line});
    const auto into = lines_.find({page, found.into.block, found.into.paragraph, found.into.line});
    if (words == lines_.end() || into == lines_.end()) return;
    const auto& places = document_.raw.places();
    const text::Span put_in{places[words->second.first].span.begin, places[words->second.second].span.end};
    const text::Span line{places[into->second.first].span.begin, places[into->second.second].span.end};
    const bool stands_before = put_in.end <= line.begin;
    // What stands between them would be carried along.
    const text::Span gap = stands_before ? text::Span{put_in.end, line.begin} : text::Span{line.end, put_in.begin};
    if (gap.begin > gap.end || gap.of(raw_).find_first_not_of(" \n") != std::string_view::npos) return;

    std::size_t at = line.end;  // where they go
    std::size_t go_on = line.end;
    for (std::size_t i = into->second.first; i <= into->second.second; ++i) {
      if (places[i].word < found.before) continue;
      at = places[i].span.begin;
      go_on = text::is_caret(places[i].span.of(raw_)) && i < into->second.second ? places[i + 1].span.begin : at;
      break;
    }
    std::string inserted(put_in.of(raw_));
    if (marks_ == TypistMarks::kMarkdown) inserted = "<ins>" + inserted + "</ins>";
    std::string before(raw_.substr(line.begin, at - line.begin));
    std::string behind(raw_.substr(go_on, line.end - go_on));
    if (!before.empty() && before.back() != ' ') before += ' ';
    if (!behind.empty() && behind.front() != ' ') inserted += ' ';
    const text::Span span = stands_before ? text::Span{put_in.begin, line.end} : text::Span{line.begin, put_in.end};
    edits_.push_back(made(raw_, kWordsBetweenLinesId, span, before + inserted + behind,
                          "The words stand close above the line, between two others", kBetweenLines));
    edits_.back().evidence = {{"layout", "Their feet are nearer to the line below than lines of this page are", 2}};
    if (marks_ == TypistMarks::kKeep) edits_.back().applicability = edit::Applicability::kProposed;
  }

  const document::Document& document_;
  std::string_view raw_;
  TypistMarks marks_;
  Lines lines_;
  std::vector<edit::Edit> edits_;
};

// The place in the repaired text of the end of what was replaced, where `to_clean` gives its beginning.
std::size_t end_in(const edit::CleanText& repaired, std::size_t raw_end) {
  const auto behind = std::partition_point(repaired.applied.begin(), repaired.applied.end(),
                                           [&](const edit::AppliedSpan& span) { return span.raw.begin < raw_end; });
  if (behind == repaired.applied.begin()) return raw_end;
  const edit::AppliedSpan& last = *std::prev(behind);
  return raw_end <= last.raw.end ? last.clean.end : raw_end - last.raw.end + last.clean.end;
}

// Without the white space, quotes and stops around the words.
text::Span words_only(std::string_view text, text::Span span) {
  const auto is_word = [](char32_t c) { return text::is_letter(c) || text::is_digit(c); };
  while (!span.is_empty()) {
    const text::Decoded first = text::decode_at(text, span.begin);
    if (is_word(first.code_point)) break;
    span.begin += first.size;
  }
  while (!span.is_empty()) {
    const text::Decoded last = text::decode_before(text, span.end);
    if (is_word(last.code_point)) break;
    span.end -= last.size;
  }
  return span;
}

}  // namespace

std::vector<edit::Edit> between_line_edits(const document::Document& document, TypistMarks marks) {
  return BetweenLines(document, marks).edits();
}

std::vector<edit::Edit> underline_edits(const document::Document& document, const edit::CleanText& repaired) {
  std::vector<edit::Edit> edits;
  const auto& places = document.raw.places();
  for (std::size_t first = 0; first < places.size();) {
    std::size_t end = first;
    // Words of one paragraph that follow each other are one stretch, over line ends, too.
    while (end < places.size() && document::word_at(document, places[end]).is_underlined &&
           places[end].page == places[first].page && places[end].block == places[first].block &&
           places[end].paragraph == places[first].paragraph)
      ++end;
    if (end == first) {
      ++first;
      continue;
    }
    const std::size_t begin = repaired.to_clean(places[first].span.begin);
    const std::size_t behind = end_in(repaired, places[end - 1].span.end);
    first = end;
    if (behind <= begin) continue;
    const text::Span span = words_only(repaired.text, {begin, behind});
    const std::string_view words = span.of(repaired.text);
    const auto is_stroke = [&](std::size_t at) { return at < repaired.text.size() && repaired.text[at] == '_'; };
    if ((span.begin > 0 && is_stroke(span.begin - 1)) || is_stroke(span.end)) continue;
    // What is marked already stays, and what a repair has torn into paragraphs is no stretch.
    if (words.empty() || words.find('_') != std::string_view::npos || words.find("\n\n") != std::string_view::npos)
      continue;
    edits.push_back(made(repaired.text, kUnderlinedWordsId, span, "_" + std::string(words) + "_",
                         "A stroke runs below the words", kUnderlined));
    edits.back().evidence = {{"layout", "The stroke is thin and as long as the words above it", 2}};
  }
  return edits;
}

}  // namespace emend::correct
