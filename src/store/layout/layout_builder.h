// From what a file says of its words to pages: shared by the readers of the three formats.
//
// Readers call it in reading order, from the page down to the word; every level that the file does not tell is opened
// with the one below it. Boxes are brought into the page, and those that are missing are made from what is around them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"
#include "store/layout/layout_file.h"
#include "store/layout/markup_text.h"

namespace emend::store {

// From 0 to 1, whatever the file says.
float as_confidence(double value);
// A finite number; nothing for anything else ("NaN", "12px", "1e400").
std::optional<double> number_of(std::string_view text);
// The numbers of a list that white space and commas part; what is no number is left out.
std::vector<double> numbers_of(std::string_view text);
// The smallest box around the points x0 y0 x1 y1 ...; empty where there are none.
document::Box box_around(const std::vector<double>& numbers);
// Corners and sizes as the file gives them, in pixels; empty where one of them is missing or makes no sense.
document::Box box_of(std::optional<double> x, std::optional<double> y, std::optional<double> width,
                     std::optional<double> height);

// What a file says of a word besides its text.
struct WordFacts {
  document::Box box;
  std::optional<double> confidence;  // 0 to 1; beyond that it is brought back
  std::vector<document::CharacterReading> characters;
  std::vector<std::string> others;  // other readings of the whole word, best first
  float font_size_pt = 0;
  bool is_superscript = false;
  bool is_italic = false;
  bool is_bold = false;
  std::string whole_word;     // that this half of it belongs to
  std::string suffix;         // added to the text
  bool keeps_length = false;  // see WordSource
  char quote = 0;
  std::string obstacle;  // against replacing it in place
};

class LayoutBuilder {
 public:
  explicit LayoutBuilder(LayoutFile& file) : file_(file) {}

  void begin_page(int width_px, int height_px, int resolution_dpi, std::string image);
  void begin_block(document::BlockKind kind, document::Box box);
  void begin_paragraph(document::Box box, bool is_left_to_right = true);
  void begin_line(document::Box box);
  void set_baseline(double x0, double y0, double x1, double y1);
  void set_x_height(double x_height_px);
  // Several words share the facts: the box is divided among them by their letters.
  void add_words(const std::vector<MarkupWord>& words, const WordFacts& facts);

  // Empty lines and blocks are dropped, boxes filled in, problems counted. Call once, at the end.
  void finish();

 private:
  document::Page& page();
  document::Block& block();
  document::Paragraph& paragraph();
  document::Line& line();
  std::size_t witness_for(bool has_confidence);

  LayoutFile& file_;
};

}  // namespace emend::store
