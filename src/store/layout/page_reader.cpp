// PAGE XML (PRImA, 2013 to 2019): one page of regions, lines, words and glyphs, each with its text where it has one.
//
// The most exact level counts: words; a line's own text where it has none; a region's where it has no lines. The text
// of a line or region that tells the same words again is remembered beside each word, so that all of them are replaced
// together.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "store/layout/layout_builder.h"
#include "store/layout/layout_readers.h"
#include "store/layout/reading_order.h"

namespace emend::store {
namespace {

constexpr double kCentimetresPerInch = 2.54;

// What one <TextEquiv> says, and what the others do.
struct Told {
  std::vector<MarkupWord> words;
  std::vector<std::vector<MarkupWord>> lines;
  std::optional<double> confidence;
  std::vector<std::string> others;  // by index
};

document::BlockKind kind_of(const std::string& type) {
  if (type == "heading") return document::BlockKind::kHeading;
  if (type == "caption") return document::BlockKind::kCaption;
  return document::BlockKind::kText;
}

bool says_true(const std::string& value) { return value == "true" || value == "1"; }

class PageReader {
 public:
  PageReader(const XmlTree& tree, const LayoutOptions& options, LayoutFile& file)
      : tree_(tree), options_(options), file_(file), builder_(file) {}

  void read(std::size_t root) {
    for (const std::size_t page : tree_.children(root, "Page")) read_page(page);
    builder_.finish();
  }

 private:
  double number(std::size_t node, std::string_view name) const {
    return std::clamp(number_of(tree_.attribute(node, name)).value_or(0), 0.0, 1e7);
  }

  int resolution_of(std::size_t page) const {
    const double told = number(page, "imageXResolution");
    const std::string unit = tree_.attribute(page, "imageResolutionUnit");
    if (told > 0 && unit != "other")
      return static_cast<int>(std::lround(unit == "PPCM" ? told * kCentimetresPerInch : told));
    return options_.resolution_dpi;
  }

  void read_page(std::size_t page) {
    builder_.begin_page(static_cast<int>(number(page, "imageWidth")), static_cast<int>(number(page, "imageHeight")),
                        resolution_of(page), tree_.attribute(page, "imageFilename"));
    ReadingRanks ranks;
    if (const auto order = tree_.child(page, "ReadingOrder")) ranks = ranks_of(tree_, *order, "regionRef");
    const auto rank = [&](std::size_t node) -> std::optional<std::size_t> {
      const auto found = ranks.find(tree_.attribute(node, "id"));
      return found == ranks.end() ? std::nullopt : std::optional(found->second);
    };

    struct Region {
      std::size_t node;
      document::BlockKind kind;
    };
    std::vector<Region> regions;
    std::vector<std::optional<std::size_t>> region_ranks;
    std::vector<std::size_t> around;  // regions that hold the one in hand
    for (std::size_t i = page + 1; i < tree_.nodes()[page].end; ++i) {
      while (!around.empty() && i >= tree_.nodes()[around.back()].end) around.pop_back();
      const std::string_view name = tree_.nodes()[i].name;
      if (!name.ends_with("Region")) continue;
      if (name == "TextRegion") {
        const bool is_in_table = std::any_of(around.begin(), around.end(),
                                             [&](std::size_t outer) { return tree_.is_element(outer, "TableRegion"); });
        std::optional<std::size_t> place = rank(i);
        for (auto outer = around.rbegin(); !place && outer != around.rend(); ++outer) place = rank(*outer);
        regions.push_back({i, is_in_table ? document::BlockKind::kTable : kind_of(tree_.attribute(i, "type"))});
        region_ranks.push_back(place);
      }
      around.push_back(i);
    }
    for (const std::size_t i : in_reading_order(region_ranks)) read_region(regions[i].node, regions[i].kind, page);
  }

  // The nearest of the three that says which way its text runs.
  std::string inherited(std::string_view name, std::size_t region, std::size_t page) const {
    const std::string own = tree_.attribute(region, name);
    return own.empty() ? tree_.attribute(page, name) : own;
  }

  void read_region(std::size_t region, document::BlockKind kind, std::size_t page) {
    const document::Box place = box(region);
    builder_.begin_block(kind, place);
    builder_.begin_paragraph(place, inherited("readingDirection", region, page) != "right-to-left");
    const std::size_t first_word = file_.words.size();
    std::vector<std::size_t> lines = tree_.children(region, "TextLine");
    if (inherited("textLineOrder", region, page) == "bottom-to-top") std::reverse(lines.begin(), lines.end());
    words_of_region_.clear();
    for (const std::size_t line : lines) read_line(line);
    const Told told = text_of(region);
    if (file_.words.size() > first_word) {
      note_copies(told.words, first_word, words_of_region_, "the text of its region");
      return;
    }
    for (std::size_t i = 0; i < told.lines.size(); ++i) {
      const auto part = [&](std::size_t n) {
        return place.height * static_cast<int>(n) / static_cast<int>(told.lines.size());
      };
      WordFacts facts;
      facts.box = {place.x, place.y + part(i), place.width, part(i + 1) - part(i)};
      facts.confidence = told.confidence;
      builder_.begin_line(facts.box);
      builder_.add_words(told.lines[i], facts);
    }
  }

  void read_line(std::size_t line) {
    const document::Box place = box(line);
    builder_.begin_line(place);
    if (const auto baseline = tree_.child(line, "Baseline")) {
      const auto foot = points(*baseline);
      if (foot.size() >= 4) builder_.set_baseline(foot[0], foot[1], foot[foot.size() - 2], foot[foot.size() - 1]);
    }
    const std::size_t first_word = file_.words.size();
    const std::size_t first_text = words_of_region_.size();
    for (const std::size_t word : tree_.children(line, "Word")) read_word(word);
    const Told told = text_of(line);
    if (file_.words.size() > first_word) {
      const std::vector<std::string> texts(words_of_region_.begin() + static_cast<std::ptrdiff_t>(first_text),
                                           words_of_region_.end());
      note_copies(told.words, first_word, texts, "the text of its line");
      return;
    }
    WordFacts facts;
    facts.box = place;
    facts.confidence = told.confidence;
    if (told.words.size() == 1) facts.others = told.others;
    add_style(facts, line);
    add(told.words, facts);
  }

  void read_word(std::size_t word) {
    Told told = text_of(word);
    WordFacts facts;
    facts.box = box(word);
    facts.confidence = told.confidence;
    facts.others = std::move(told.others);
    add_style(facts, word);
    std::string spelled;
    text::Span glyphs;
    for (const std::size_t glyph : tree_.children(word, "Glyph")) {
      const Told letter = text_of(glyph);
      if (letter.words.empty()) continue;
      document::CharacterReading character;
      character.text = letter.words.front().text;
      character.box = box(glyph);
      character.confidence = as_confidence(letter.confidence.value_or(0));
      for (const std::string& other : letter.others) character.alternatives.push_back({other, 0});
      spelled += character.text;
      if (glyphs.is_empty()) glyphs.begin = letter.words.front().source.begin;
      glyphs.end = letter.words.front().source.end;
      facts.characters.push_back(std::move(character));
    }
    if (!facts.characters.empty()) facts.obstacle = "its letters are told one by one, too (Glyph)";
    if (told.words.empty() && !spelled.empty()) {
      told.words.push_back({spelled, glyphs, false, false, false});
    } else if (told.words.size() != 1 || told.words.front().text != spelled) {
      facts.characters.clear();
    }
    add(told.words, facts);
  }

  void add(const std::vector<MarkupWord>& words, const WordFacts& facts) {
    builder_.add_words(words, facts);
    for (const MarkupWord& word : words) words_of_region_.push_back(word.text);
  }

  // `told` is the text of a line or region whose words begin at `first_word` and are `texts`.
  void note_copies(const std::vector<MarkupWord>& told, std::size_t first_word, const std::vector<std::string>& texts,
                   const std::string& where) {
    if (told.empty()) return;
    const bool is_same = told.size() == texts.size() && first_word + texts.size() == file_.words.size() &&
                         std::equal(told.begin(), told.end(), texts.begin(),
                                    [](const MarkupWord& word, const std::string& text) { return word.text == text; });
    for (std::size_t i = first_word; i < file_.words.size(); ++i) {
      if (is_same)
        file_.words[i].copies.push_back(told[i - first_word].source);
      else if (file_.words[i].obstacle.empty())
        file_.words[i].obstacle = where + " (TextEquiv) does not tell the same words";
    }
  }

  std::vector<double> points(std::size_t node) const { return numbers_of(tree_.attribute(node, "points")); }

  document::Box box(std::size_t node) const {
    const auto coordinates = tree_.child(node, "Coords");
    if (!coordinates) return {};
    auto corners = points(*coordinates);
    if (corners.size() >= 4) return box_around(corners);
    // As the oldest files have it.
    for (const std::size_t point : tree_.children(*coordinates, "Point")) {
      corners.push_back(number(point, "x"));
      corners.push_back(number(point, "y"));
    }
    return box_around(corners);
  }

  // Of the <TextEquiv> directly inside the node: the one with the lowest index, the first where none has one.
  Told text_of(std::size_t node) const {
    std::vector<std::pair<double, std::size_t>> all;
    for (const std::size_t equiv : tree_.children(node, "TextEquiv"))
      all.emplace_back(number_of(tree_.attribute(equiv, "index")).value_or(std::numeric_limits<double>::max()), equiv);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Told told;
    for (const auto& [index, equiv] : all) {
      auto content = tree_.child(equiv, "Unicode");
      if (!content) content = tree_.child(equiv, "PlainText");
      if (!content) continue;
      if (equiv != all.front().second) {
        if (std::string other = tree_.text_in(*content); !other.empty()) told.others.push_back(std::move(other));
        continue;
      }
      told.confidence = number_of(tree_.attribute(equiv, "conf"));
      read_text(*content, told);
    }
    return told;
  }

  void read_text(std::size_t content, Told& told) const {
    MarkupText whole;
    MarkupText line;
    const auto close_line = [&] {
      if (auto words = line.words(); !words.empty()) told.lines.push_back(std::move(words));
      line = {};
    };
    for (std::size_t i = content + 1; i < tree_.nodes()[content].end; ++i) {
      const XmlTree::Node& node = tree_.nodes()[i];
      if (!node.name.empty()) continue;
      whole.add(tree_.source(), node.text, node.is_verbatim);
      for (std::size_t at = node.text.begin; at < node.text.end;) {
        const std::size_t end = std::min(tree_.source().find('\n', at), node.text.end);
        line.add(tree_.source(), {at, end}, node.is_verbatim);
        if (end < node.text.end) close_line();
        at = end + 1;
      }
    }
    close_line();
    told.words = whole.words();
  }

  void add_style(WordFacts& facts, std::size_t node) const {
    const auto style = tree_.child(node, "TextStyle");
    if (!style) return;
    facts.font_size_pt = static_cast<float>(number(*style, "fontSize"));
    facts.is_bold = says_true(tree_.attribute(*style, "bold"));
    facts.is_italic = says_true(tree_.attribute(*style, "italic"));
    facts.is_superscript = says_true(tree_.attribute(*style, "superscript"));
  }

  const XmlTree& tree_;
  const LayoutOptions& options_;
  LayoutFile& file_;
  LayoutBuilder builder_;
  std::vector<std::string> words_of_region_;  // as the file has them, in the order of the words
};

}  // namespace

void read_page_xml(const XmlTree& tree, std::size_t root, const LayoutOptions& options, LayoutFile& file) {
  std::string creator;
  if (const auto metadata = tree.child(root, "Metadata"))
    if (const auto said = tree.child(*metadata, "Creator")) creator = tree.text_in(*said);
  file.witnesses.push_back({creator, "", "PAGE", true});
  PageReader(tree, options, file).read(root);
}

}  // namespace emend::store
