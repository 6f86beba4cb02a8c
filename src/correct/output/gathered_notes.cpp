#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "correct/notes/text_notes.h"
#include "correct/output/output_style.h"
#include "edit/apply.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

struct Paragraph {
  text::Span span;  // from its first sign to the line break behind its last line, without the empty ones
  std::optional<std::string> label;  // of a note
  std::size_t label_size = 0;        // as it is written, bytes
  bool is_heading = false;
};

bool is_heading(std::string_view paragraph) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t i = 0; i < paragraph.size();) {
    const text::Decoded here = text::decode_at(paragraph, i);
    upper += text::is_upper(here.code_point);
    lower += text::is_lower(here.code_point);
    i += here.size;
  }
  return upper > 3 && lower == 0 && paragraph.find('\n') == paragraph.size() - 1;
}

// Notes that follow each other line by line are as many paragraphs.
std::vector<Paragraph> paragraphs_of(std::string_view text, const TextNotes& notes) {
  std::vector<Paragraph> paragraphs;
  auto note = notes.notes.begin();
  for (std::size_t begin = 0; begin < text.size();) {
    if (text[begin] == '\n') {
      ++begin;
      continue;
    }
    std::size_t end = text.find("\n\n", begin);
    end = end == std::string_view::npos ? text.size() : end + 1;
    Paragraph paragraph{{begin, end}, std::nullopt, 0, is_heading(text.substr(begin, end - begin))};
    while (note != notes.notes.end() && note->span.begin < begin) ++note;
    const std::size_t indent = std::min(text.find_first_not_of(" \t\f", begin), end);
    if (note != notes.notes.end() && note->label_span.begin == indent) {
      paragraph.label = note->label;
      paragraph.label_size = note->label_span.end - begin;
      paragraph.span.end = end = std::min(end, note->span.end);
    }
    paragraphs.push_back(std::move(paragraph));
    begin = end;
  }
  return paragraphs;
}

class Gatherer {
 public:
  Gatherer(std::string_view text, NotesPlace place) : text_(text), place_(place), found_(find_text_notes(text)) {}

  std::vector<edit::Edit> edits() {
    const std::vector<Paragraph> paragraphs = paragraphs_of(text_, found_);
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      const Paragraph& paragraph = paragraphs[i];
      if (paragraph.label) {
        notes_.push_back(paragraph);
        blocks_.back().push_back(notes_.size() - 1);
        continue;
      }
      const bool ends_block = i > 0 && paragraphs[i - 1].label;
      if (place_ == NotesPlace::kSection && paragraph.is_heading && !notes_.empty()) flush(paragraph.span.begin);
      if (ends_block && !blocks_.back().empty()) blocks_.emplace_back();
      text_of_block_.resize(blocks_.size());
      text_of_block_.back().push_back(paragraph.span);
    }
    flush(text_.size());
    edit::sort_by_place(edits_);
    return std::move(edits_);
  }

 private:
  // Moves what was gathered so far to `at`, and begins anew.
  void flush(std::size_t at) {
    text_of_block_.resize(blocks_.size());
    std::set<std::string> labels;
    bool is_unique = true;
    for (const Paragraph& note : notes_) is_unique &= labels.insert(*note.label).second;
    if (notes_.empty() || (is_unique && stand_together_at(at))) {
      begin_anew();
      return;
    }
    std::string gathered;
    int next = 0;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      std::map<std::string, std::string> renamed;
      for (const std::size_t n : blocks_[b]) {
        const Paragraph& note = notes_[n];
        const std::string label = is_unique ? *note.label : std::to_string(++next);
        renamed[*note.label] = label;
        const std::string_view content = note.span.of(text_);
        gathered += "\n";
        gathered += label == *note.label ? std::string(content.substr(0, note.label_size)) : "[" + label + "]";
        gathered += content.substr(note.label_size);
        if (gathered.back() != '\n') gathered += '\n';
        std::size_t end = note.span.end;
        while (end < text_.size() && text_[end] == '\n') ++end;
        // At the end of the text the empty line before it goes.
        std::size_t begin = note.span.begin;
        if (end == text_.size())
          while (begin > 1 && text_[begin - 1] == '\n' && text_[begin - 2] == '\n') --begin;
        edits_.push_back(style_edit(text_, 1, {begin, end}, "", "The notes are gathered elsewhere"));
      }
      if (is_unique) continue;
      for (const text::Span span : text_of_block_[b])
        for (const TextMark& mark : found_.marks) {
          if (mark.span.begin < span.begin || mark.span.end > span.end) continue;
          const auto other = renamed.find(mark.label);
          if (other == renamed.end() || other->second == mark.label) continue;
          const bool is_bracketed = text_[mark.span.begin] == '[';
          edits_.push_back(style_edit(
              text_, 1, is_bracketed ? text::Span{mark.span.begin + 1, mark.span.end - 1} : mark.span,
              is_bracketed ? other->second : "[" + other->second + "]", "The gathered notes are numbered through"));
        }
    }
    if (!gathered.empty()) {
      // At the text's own end the last removal and the insertion would meet; they are one edit.
      if (at == text_.size() && !edits_.empty() && edits_.back().span.end == at && edits_.back().after.empty())
        edits_.back().after = gathered;
      else
        edits_.push_back(style_edit(text_, 1, {at, at}, at == text_.size() ? gathered : gathered.substr(1) + "\n",
                                    "The notes are gathered here"));
    }
    begin_anew();
  }

  void begin_anew() {
    notes_.clear();
    blocks_.assign(1, {});
    text_of_block_.clear();
  }

  // Nothing but empty lines between the notes and behind them: they are where they should be.
  bool stand_together_at(std::size_t at) const {
    const auto is_blank = [&](std::size_t begin, std::size_t end) {
      return text_.substr(begin, end - begin).find_first_not_of('\n') == std::string_view::npos;
    };
    for (std::size_t i = 1; i < notes_.size(); ++i)
      if (!is_blank(notes_[i - 1].span.end, notes_[i].span.begin)) return false;
    return is_blank(notes_.back().span.end, at);
  }

  std::string_view text_;
  NotesPlace place_;
  TextNotes found_;
  std::vector<Paragraph> notes_;
  std::vector<std::vector<std::size_t>> blocks_{1};     // notes that follow each other
  std::vector<std::vector<text::Span>> text_of_block_;  // the text before each block
  std::vector<edit::Edit> edits_;
};

}  // namespace

std::vector<edit::Edit> gathered_note_edits(std::string_view text, NotesPlace place) {
  if (place == NotesPlace::kPage) return {};
  return Gatherer(text, place).edits();
}

}  // namespace emend::correct
