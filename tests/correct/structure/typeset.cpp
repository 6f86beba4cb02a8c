#include "correct/structure/typeset.h"

#include <map>
#include <utility>

#include "layout/note_places.h"
#include "text/utf8.h"

namespace emend::correct::structure_test {
namespace {

constexpr int kCell = 10;  // pixels; one x-height of full type
constexpr int kPitch = 24;
constexpr int kMargin = 60;

using Raised = std::vector<layout::RaisedPiece>;

layout::RaisedPiece figure(int x, double unit, double gap) {
  return {static_cast<double>(x), x + 0.6 * unit, 0.9, 0.6, 0.6, gap};
}
layout::RaisedPiece stroke(int x, double unit) { return {static_cast<double>(x), x + 0.3 * unit, 0.6, 0.3, 0.85, 0.1}; }

int strokes(char32_t c) {
  if (c == U'"' || (c >= 0x201C && c <= 0x201F)) return 2;
  return c == U'\'' || (c >= 0x2018 && c <= 0x201B) ? 1 : 0;
}

// One line of the notation as a line of the page at height `y`.
class LineSetter {
 public:
  LineSetter(const std::string& text, int y, bool is_small)
      : unit_(is_small ? 0.75 * kCell : kCell), y_(y), signs_(text::to_code_points(text)) {
    line_.x_height_px = static_cast<float>(unit_);
    for (std::size_t i = 0; i < signs_.size(); ++i) i = set(i);
    end_word();
    for (const document::Word& word : line_.words) line_.box = united(line_.box, word.box);
    line_.baseline = {line_.box.x, y, line_.box.right(), y};
  }

  document::Line line() const { return line_; }
  const Raised& raised() const { return raised_; }

 private:
  std::size_t set(std::size_t i) {
    const char32_t c = signs_[i];
    const bool has_next = i + 1 < signs_.size();
    if (c == U' ') {
      end_word();
      x_ += unit_;
      gap_ += 1;
      return i;
    }
    if (c == U'^') {
      raised_.push_back(
          figure(static_cast<int>(x_), unit_,
                 x_ <= kMargin + 4 * unit_ && line_.words.empty() && word_.readings.empty() ? 99 : gap_ + 0.1));
      if (!has_next || signs_[i + 1] == U' ') {
        x_ += unit_;  // the engine read nothing
        return i;
      }
      add(signs_[i + 1], 0);
      return i + 1;
    }
    if ((c == U'%' || c == U'@') && has_next) {
      add(signs_[i + 1], c == U'%' ? 0 : 2);
      return i + 1;
    }
    add(c, strokes(c));
    return i;
  }

  void add(char32_t sign, int ink) {
    for (int k = 0; k < ink; ++k) raised_.push_back(stroke(static_cast<int>(x_ + k * 0.4 * unit_), unit_));
    if (word_.readings.empty()) word_.readings.push_back({0, "", 0.95F, {}});
    document::Reading& reading = word_.readings.front();
    const document::Box box{static_cast<int>(x_), y_ - static_cast<int>(unit_), static_cast<int>(unit_),
                            static_cast<int>(unit_)};
    const std::string text = text::to_utf8({&sign, 1});
    reading.text += text;
    reading.characters.push_back({text, 0.95F, box, {}});
    word_.box = united(word_.box, box);
    x_ += unit_;
    gap_ = 0;
  }

  void end_word() {
    if (!word_.readings.empty()) line_.words.push_back(std::move(word_));
    word_ = {};
  }

  double unit_;
  int y_;
  std::u32string signs_;
  double x_ = kMargin;
  double gap_ = 0;
  document::Word word_;
  document::Line line_;
  Raised raised_;
};

}  // namespace

SetPage typeset(const std::vector<std::string>& lines, int number) {
  SetPage set;
  document::Page page;
  page.width_px = 1000;
  page.height_px = 1600;
  document::Block block;
  block.paragraphs.emplace_back();
  std::map<int, Raised> raised;  // by the line's height on the page
  int y = 80;
  for (const std::string& text : lines) {
    const bool is_small = text.starts_with("~");
    if (text.empty()) {
      y += kPitch;
      if (!block.paragraphs.back().lines.empty()) block.paragraphs.emplace_back();
      continue;
    }
    y += is_small ? kPitch * 3 / 4 : kPitch;
    const LineSetter setter(is_small ? text.substr(1) : text, y, is_small);
    block.paragraphs.back().lines.push_back(setter.line());
    raised[y] = setter.raised();
  }
  if (block.paragraphs.back().lines.empty()) block.paragraphs.pop_back();
  page.blocks = {block};
  set.document.kind = document::SourceKind::kScan;
  set.document.pages = {page};
  set.document.raw = document::RawText::from_pages(set.document.pages);
  set.layouts = layout::page_layouts(set.document,
                                     [&](std::size_t, const document::Line& line) { return raised[line.baseline.y0]; });
  set.in_series.number = number;
  set.in_series.edges = layout::page_edges(set.layouts.front());
  set.in_series.notes = layout::readings_of(layout::find_notes(set.layouts.front(), set.in_series.edges));
  set.in_series.notes.page_number = number;
  return set;
}

}  // namespace emend::correct::structure_test
