#include "store/layout/layout_rewrite.h"

#include <algorithm>
#include <map>

#include "store/layout/markup_text.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

// A change of one place of the raw text, without what its two sides share at their ends.
struct Trimmed {
  text::Span span;
  std::string_view after;
};

Trimmed trimmed(const edit::DecidedEdit& decided) {
  const edit::Edit& edit = decided.edit;
  const std::string_view before = edit.before;
  const std::string_view after = decided.replacement();
  std::size_t head = 0;
  while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
  while (head > 0 && !(text::is_code_point_border(before, head) && text::is_code_point_border(after, head))) --head;
  std::size_t tail = 0;
  while (tail < before.size() - head && tail < after.size() - head &&
         before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  while (tail > 0 && !(text::is_code_point_border(before, before.size() - tail) &&
                       text::is_code_point_border(after, after.size() - tail)))
    --tail;
  return {{edit.span.begin + head, edit.span.end - tail}, after.substr(head, after.size() - head - tail)};
}

bool has_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded here = text::decode_at(text, at);
    if (text::is_space(here.code_point)) return true;
    at += here.size;
  }
  return false;
}

// The place that holds the whole change; an insertion at the end of a word belongs to it.
std::optional<std::size_t> place_of(const document::RawText& raw, text::Span span) {
  const auto& places = raw.places();
  const auto found = std::partition_point(places.begin(), places.end(),
                                          [&](const document::WordPlace& place) { return place.span.end < span.end; });
  if (found == places.end() || found->span.begin > span.begin) return std::nullopt;
  return static_cast<std::size_t>(found - places.begin());
}

struct NewText {
  std::vector<std::pair<Trimmed, std::size_t>> changes;  // with the index of the edit
};

// The word with its changes, which do not overlap.
std::string with_changes(const document::RawText& raw, text::Span word, const NewText& wanted) {
  std::string text;
  std::size_t at = word.begin;
  for (const auto& [change, edit] : wanted.changes) {
    text += text::Span{at, change.span.begin}.of(raw.text());
    text += change.after;
    at = change.span.end;
  }
  text += text::Span{at, word.end}.of(raw.text());
  return text;
}

// Why the word cannot become `wanted`; empty where it can.
std::string obstacle_to(const WordSource& source, std::string_view word, std::string_view wanted) {
  if (!source.obstacle.empty()) return source.obstacle;
  if (source.span.is_empty()) return "the file has it in no one place";
  if (wanted.size() <= source.suffix.size()) return "nothing would be left of the word";
  if (!wanted.ends_with(source.suffix)) return "it changes the hyphen, which the file tells apart";
  if (source.keeps_length && text::count_code_points(wanted) != text::count_code_points(word))
    return "the file tells the confidence of each letter (CC), and their number changes";
  return {};
}

}  // namespace

std::optional<text::Span> place_in_file(const LayoutFile& file, const document::RawText& raw, text::Span span) {
  const auto& places = raw.places();
  if (places.empty() || places.size() != file.words.size()) return std::nullopt;
  auto [first, last] = raw.places_in(span);
  if (first == last) {
    if (first == 0) return std::nullopt;
    --first;
  }
  const WordSource& from = file.words[first];
  if (last == first + 1 && from.is_verbatim && places[first].span.begin <= span.begin) {
    const std::size_t begin = span.begin - places[first].span.begin;
    const std::size_t end = span.end - places[first].span.begin;
    if (end <= from.span.size()) return text::Span{from.span.begin + begin, from.span.begin + end};
  }
  text::Span place;
  for (std::size_t i = first; i < std::max(last, first + 1); ++i) {
    const text::Span here = file.words[i].span;
    if (here.is_empty()) continue;
    // Words may stand in another order in the file than they are read.
    if (place.is_empty())
      place = here;
    else if (here.begin >= place.end)
      place.end = here.end;
  }
  return place.is_empty() ? std::nullopt : std::optional(place);
}

Result<Rewritten> rewrite_in_place(const LayoutFile& file, const document::RawText& raw,
                                   const edit::DecidedEdits& edits, const std::string& subject) {
  Rewritten result;
  if (!file.source.is_exact)
    return fail(ErrorKind::kUnwritable, subject,
                "has bytes that mean nothing in " + file.source.encoding + ", so it cannot be written back",
                "convert it to UTF-8 first");

  std::map<std::size_t, NewText> by_word;
  const auto leave = [&](std::size_t edit, std::string why) { result.left.push_back({edit, std::move(why)}); };
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (!edits[i].is_accepted()) continue;
    const Trimmed change = trimmed(edits[i]);
    const auto word = place_of(raw, change.span);
    if (has_space(change.after))
      leave(i, "it parts a word or moves a line's end");
    else if (!word || has_space(change.span.of(raw.text())))
      leave(i, "it joins words or changes what stands between them");
    else
      by_word[*word].changes.emplace_back(change, i);
  }

  std::vector<std::pair<text::Span, std::string>> replacements;
  for (const auto& [index, wanted] : by_word) {
    const text::Span place = raw.places()[index].span;
    const WordSource& source = file.words[index];
    const std::string text = with_changes(raw, place, wanted);
    if (std::string why = obstacle_to(source, place.of(raw.text()), text); !why.empty()) {
      for (const auto& [change, edit] : wanted.changes) leave(edit, why);
      continue;
    }
    const std::string markup =
        as_markup(std::string_view(text).substr(0, text.size() - source.suffix.size()), source.quote);
    replacements.emplace_back(source.span, markup);
    for (const text::Span copy : source.copies) replacements.emplace_back(copy, markup);
    ++result.changed_words;
  }
  std::sort(result.left.begin(), result.left.end(),
            [](const LeftInFile& a, const LeftInFile& b) { return a.edit < b.edit; });
  std::sort(replacements.begin(), replacements.end());

  std::string text;
  std::size_t at = 0;
  for (const auto& [span, markup] : replacements) {
    text += text::Span{at, span.begin}.of(file.source.text);
    text += markup;
    at = span.end;
  }
  text += std::string_view(file.source.text).substr(at);
  auto bytes = encode_markup(text, file.source, subject);
  if (!bytes) return fail(bytes.error());
  result.bytes = std::move(*bytes);
  return result;
}

}  // namespace emend::store
