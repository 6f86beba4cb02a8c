#include "correct/notes/text_notes.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "correct/notes/note_label.h"
#include "text/unicode.h"

namespace emend::correct {
namespace {

using Kind = NoteLabel::Kind;
using State = TextNote::State;

struct NoteLine {
  text::Span span;  // without white space at its ends
  std::size_t next = 0;
  bool is_blank() const { return span.is_empty(); }
};

bool is_number(const std::string& label) { return !label.empty() && label[0] >= '0' && label[0] <= '9'; }

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  TextNotes found() {
    find_marks();
    for (const TextMark& mark : marks_) places_of_marks_[mark.label].push_back(mark.span.begin);
    find_notes();
    keep_marks();
    return std::move(found_);
  }

 private:
  // All that looks like a mark and does not begin its line, in the order of the text.
  void find_marks() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '[') {
        const auto label = bracketed_label(text_, i);
        if (label && !begins_line(i)) marks_.push_back({{i, i + label->size() + 2}, *label, 0});
        continue;
      }
      if (c != '*' && c != 'X' && c != 'x' && static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z')) continue;
      if (c >= 'a' && c <= 'z' && c != 'x' && (i + 1 >= text_.size() || text_[i + 1] != ')')) continue;
      if (begins_line(i)) continue;
      const std::string_view sign = sign_mark(text_, i);
      if (sign.empty()) continue;
      text::Span span{i, i + sign.size()};
      if (c >= 'a' && c <= 'z' && c != 'x') {  // with its brackets
        span.begin -= text_[i - 1] == '(' ? 1 : 0;
        ++span.end;
      }
      marks_.push_back({span, text::to_lower(std::string(sign)), 0});
      i += sign.size() - 1;
    }
  }

  bool begins_line(std::size_t at) const {
    while (at > 0 && (text_[at - 1] == ' ' || text_[at - 1] == '\t')) --at;
    return at == 0 || text_[at - 1] == '\n' || text_[at - 1] == '\f';
  }

  NoteLine line_at(std::size_t begin) const {
    std::size_t end = std::min(text_.find('\n', begin), text_.size());
    NoteLine line{{begin, end}, std::min(end + 1, text_.size())};
    const auto is_space = [&](std::size_t at) { return std::string_view(" \t\r\f").find(text_[at]) != text_.npos; };
    while (line.span.begin < line.span.end && is_space(line.span.begin)) ++line.span.begin;
    while (line.span.end > line.span.begin && is_space(line.span.end - 1)) --line.span.end;
    return line;
  }

  void find_notes() {
    bool is_apart = false;   // behind an empty line; the first line of the text begins no note
    bool is_in_run = false;  // the last line of text belongs to a note
    std::size_t section = 0, section_begin = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const NoteLine line = line_at(at);
      // A page begins with text, or with what is left of a note.
      const std::string_view before = text_.substr(at, line.span.begin - at);
      if (before.find('\f') != std::string_view::npos) is_apart = section_begin < line.span.begin || is_in_run;
      at = line.next;
      if (line.is_blank() || is_rule(line)) {
        is_apart = section_begin < line.span.begin || is_in_run;
        continue;
      }
      const auto label = is_apart || is_in_run ? accepted(line, section_begin, is_in_run) : std::nullopt;
      if (label) {
        TextNote note;
        note.label_span = {line.span.begin, line.span.begin + label->size};
        note.label = label->label;
        note.span = {line.span.begin, line.next};
        note.section = section;
        note.state = label->kind == Kind::kMisread  ? State::kMisread
                     : label->kind == Kind::kUnread ? State::kUnread
                                                    : State::kSound;
        found_.notes.push_back(std::move(note));
        is_in_run = true;
      } else if (is_in_run && !is_apart) {
        found_.notes.back().span.end = line.next;
      } else if (is_in_run) {
        is_in_run = false;
        ++section;
        section_begin = line.span.begin;
      }
      is_apart = false;
    }
    for (TextMark& mark : marks_)
      if (const TextNote* note = last_note_before(mark.span.begin)) mark.section = note->section + 1;
  }

  // Notes are in the order of the text, and so are their sections.
  const TextNote* last_note_before(std::size_t at) const {
    const auto behind = std::partition_point(found_.notes.begin(), found_.notes.end(),
                                             [&](const TextNote& note) { return note.span.begin < at; });
    return behind == found_.notes.begin() ? nullptr : &*std::prev(behind);
  }

  // A line drawn above the notes.
  bool is_rule(const NoteLine& line) const {
    const std::string_view signs = line.span.of(text_);
    return signs.size() >= 3 && signs.find_first_not_of("_-") == std::string_view::npos;
  }

  std::optional<NoteLabel> accepted(const NoteLine& line, std::size_t section_begin, bool is_in_run) const {
    auto label = note_label(line.span.of(text_));
    if (!label) return std::nullopt;
    switch (label->kind) {
      case Kind::kBrackets: return label;
      case Kind::kUnread: return is_in_run ? label : std::nullopt;
      case Kind::kMisread: return is_in_run || has_mark(label->label, 0, line.span.begin) ? label : std::nullopt;
      case Kind::kSign:
      case Kind::kNumber: break;
    }
    return has_mark(label->label, section_begin, line.span.begin) ? label : std::nullopt;
  }

  bool has_mark(const std::string& label, std::size_t begin, std::size_t end) const {
    const auto places = places_of_marks_.find(label);
    if (places == places_of_marks_.end()) return false;
    const auto first = std::lower_bound(places->second.begin(), places->second.end(), begin);
    return first != places->second.end() && *first < end;
  }

  // Without those inside notes, and without signs that no note explains. A bare number is no label where the text has
  // the number in brackets.
  void keep_marks() {
    std::set<std::string> in_brackets;
    for (const TextNote& note : found_.notes)
      if (text_[note.label_span.begin] == '[') in_brackets.insert(note.label);
    std::erase_if(found_.notes, [&](const TextNote& note) {
      return is_number(note.label) && note.state == State::kSound && text_[note.label_span.begin] != '[' &&
             in_brackets.contains(note.label);
    });
    std::set<std::pair<std::string, std::size_t>> labels_in_section;
    for (const TextNote& note : found_.notes) labels_in_section.emplace(note.label, note.section);
    for (TextMark& mark : marks_) {
      const TextNote* note = last_note_before(mark.span.begin + 1);
      const bool is_in_note = note != nullptr && note->span.contains(mark.span.begin);
      const bool is_bracketed = text_[mark.span.begin] == '[';
      const bool has_note = labels_in_section.contains({mark.label, mark.section});
      if (!is_in_note && (is_bracketed || has_note)) found_.marks.push_back(std::move(mark));
    }
  }

  std::string_view text_;
  std::vector<TextMark> marks_;
  std::map<std::string, std::vector<std::size_t>> places_of_marks_;  // by label, sorted
  TextNotes found_;
};

void add_number(const std::string& label, std::set<int>& numbers) {
  int number = 0;
  if (is_number(label) && std::from_chars(label.data(), label.data() + label.size(), number).ec == std::errc())
    numbers.insert(number);
}

}  // namespace

TextNotes find_text_notes(std::string_view text) { return Finder(text).found(); }

std::set<int> labels_of_notes(const TextNotes& notes) {
  std::set<int> numbers;
  for (const TextNote& note : notes.notes) add_number(note.label, numbers);
  return numbers;
}

std::set<int> labels_of_marks(const TextNotes& notes) {
  std::set<int> numbers;
  for (const TextMark& mark : notes.marks) add_number(mark.label, numbers);
  return numbers;
}

std::vector<OrphanedNote> orphaned_notes(std::string_view text, const TextNotes& notes) {
  if (notes.notes.empty()) return {};
  std::vector<bool> has_note(notes.marks.size()), has_mark(notes.notes.size());
  std::map<std::string, std::vector<std::size_t>> marks_with;                         // by label
  std::map<std::pair<std::string, std::size_t>, std::vector<std::size_t>> own_marks;  // and section
  for (std::size_t m = 0; m < notes.marks.size(); ++m) {
    marks_with[notes.marks[m].label].push_back(m);
    own_marks[{notes.marks[m].label, notes.marks[m].section}].push_back(m);
  }
  for (std::size_t n = 0; n < notes.notes.size(); ++n) {
    const TextNote& note = notes.notes[n];
    const auto own = own_marks.find({note.label, note.section});
    if (note.label.empty() || own == own_marks.end()) continue;
    for (const std::size_t m : own->second) has_note[m] = true;
    has_mark[n] = true;
  }
  // Then those of earlier sections that nothing explains.
  for (std::size_t n = 0; n < notes.notes.size(); ++n) {
    const TextNote& note = notes.notes[n];
    if (has_mark[n] || note.label.empty()) continue;
    std::erase_if(marks_with[note.label], [&](std::size_t m) {
      if (has_note[m]) return true;
      if (notes.marks[m].section > note.section) return false;
      has_mark[n] = has_note[m] = true;
      return true;
    });
  }
  std::vector<std::size_t> page_ends;
  for (std::size_t at = text.find('\f'); at != std::string_view::npos; at = text.find('\f', at + 1))
    page_ends.push_back(at);
  const auto page_of = [&](std::size_t at) {
    if (page_ends.empty()) return 0;
    return 1 + static_cast<int>(std::lower_bound(page_ends.begin(), page_ends.end(), at) - page_ends.begin());
  };
  std::vector<OrphanedNote> orphans;
  for (std::size_t m = 0; m < notes.marks.size(); ++m)
    if (!has_note[m]) orphans.push_back({page_of(notes.marks[m].span.begin), notes.marks[m].label, true});
  for (std::size_t n = 0; n < notes.notes.size(); ++n)
    if (!has_mark[n] && !notes.notes[n].label.empty())
      orphans.push_back({page_of(notes.notes[n].span.begin), notes.notes[n].label, false});
  return orphans;
}

}  // namespace emend::correct
