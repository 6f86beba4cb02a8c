// What the scan says: pages of blocks, paragraphs, lines and words, each word with all its readings.
//
// Plain values, made by an engine adapter or a reader of stored pages, and not changed once the raw text is built.
// Confidences are from 0 to 1; boxes are in pixels of the original scan; text is valid UTF-8.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "document/box.h"

namespace emend::document {

// Another thing that the engine saw in a character's place.
struct Alternative {
  std::string text;
  float confidence = 0;
};

struct CharacterReading {
  std::string text;  // usually one character
  float confidence = 0;
  Box box;
  std::vector<Alternative> alternatives;  // best first, without `text` itself
};

// What one witness saw in a word's place.
struct Reading {
  std::size_t witness = 0;  // index into Document::witnesses
  std::string text;         // empty: "nothing is here"
  float confidence = 0;
  std::vector<CharacterReading> characters;  // in order; may be empty where the engine gives none
};

struct Word {
  Box box;
  std::vector<Reading> readings;  // best first; never empty
  float font_size_pt = 0;         // 0: unknown
  bool is_superscript = false;
  bool is_italic = false;
  bool is_bold = false;
  bool is_in_engine_dictionary = false;
  // Of one half of a word that a line's end breaks: the whole, where the file that the page was read from tells it
  // (ALTO's SUBS_CONTENT). Empty: not told.
  std::string whole_word;
  bool is_struck_out = false;  // typed over, with x's or other letters
  bool is_underlined = false;
  bool is_between_lines = false;  // put in above the line that it belongs to

  const Reading& best() const { return readings.front(); }
};

// A straight line through the feet of the letters, from left to right.
struct Baseline {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Line {
  Box box;
  Baseline baseline;
  float x_height_px = 0;  // 0: unknown
  std::vector<Word> words;
  float pitch_px = 0;  // of a typewriter: from letter to letter; 0 where the line stands on no grid
  float phase_px = 0;  // from the baseline's left end to the middle of the grid's first cell behind it
};

struct Paragraph {
  Box box;
  bool is_left_to_right = true;
  bool starts_list_item = false;
  int first_line_indent_px = 0;  // as the engine sees it; negative for a hanging indent
  std::vector<Line> lines;
};

enum class BlockKind { kText, kHeading, kCaption, kTable, kPicture, kRule, kOther };

struct Block {
  BlockKind kind = BlockKind::kText;
  Box box;
  std::vector<Paragraph> paragraphs;
};

// What one cleaning step did to the picture, or why it did nothing.
struct CleaningRecord {
  std::string step;  // id
  bool was_applied = false;
  float confidence = 0;
  std::string note;                       // for people: "turned by 1.2 degrees"
  std::map<std::string, double> figures;  // what was measured, with units in the names
};

// The machine that typed a page, by the grid on which its letters stand.
struct Typewriter {
  float pitch_px = 0;             // from letter to letter, of most lines; 0: the page was not typed on a fixed pitch
  float characters_per_inch = 0;  // 0: unknown
  float share_that_fits = 0;      // of the letters in lines on the grid: those alone in their cell and near its middle
};

// A part of the page that is not in its text, and why.
enum class RegionKind {
  kBlackout,   // a bar that strikes something out for good
  kScrawl,     // handwriting, a stamp's frame or a long stroke outside the lines
  kUnreadInk,  // ink that looks like text, but no word covers it
  kNoText,     // what an engine read as words, and most probably is none
  kStamp,      // ink of another colour than the text's
  kRule,       // an underline or a ruled line
  kHole,       // punched
};

struct Region {
  RegionKind kind = RegionKind::kUnreadInk;
  Box box;
};

// What was measured of the damage of a page, before it was cleaned. Names carry their units.
struct Damage {
  std::map<std::string, double> page;
  // The same for tiles of the page, row by row: tile_columns times tile_rows values each. A tile without ink has 0.
  int tile_columns = 0;
  int tile_rows = 0;
  std::map<std::string, std::vector<double>> tiles;
};

struct Page {
  int number = 1;  // of the input, from 1
  int width_px = 0;
  int height_px = 0;
  int resolution_dpi = 0;               // 0: unknown
  bool is_resolution_measured = false;  // from the letters' size, not from the file
  std::vector<CleaningRecord> cleaning;
  Typewriter typewriter;
  Damage damage;
  std::vector<Region> regions;
  // How many of its characters are probably wrong, from 0 to 1, told by the readings alone; negative where no engine
  // read the page.
  float expected_error_rate = -1;
  std::vector<Block> blocks;

  // A word whose best reading says that nothing is there is none.
  bool has_words() const {
    for (const Block& block : blocks)
      for (const Paragraph& paragraph : block.paragraphs)
        for (const Line& line : paragraph.lines)
          for (const Word& word : line.words)
            if (!word.best().text.empty()) return true;
    return false;
  }
};

}  // namespace emend::document
