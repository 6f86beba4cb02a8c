// ALTO 1 to 4 (Library of Congress): pages of blocks, lines and strings, in pixels, tenths of a millimetre or 1/1200
// inch.
//
// Margins are read around the print space: the head before it, the others behind it. <ReadingOrder> (4.3), else IDNEXT,
// else the order of the elements tells which block comes next. The hyphen of a broken word (HYP) belongs to its first
// half; where SUBS_CONTENT tells the whole word, each half knows it.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "store/layout/layout_builder.h"
#include "store/layout/layout_readers.h"
#include "store/layout/reading_order.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

// Of most scans of print; taken where neither the file nor the user tells.
constexpr int kUsualResolutionDpi = 300;
constexpr double kTenthMillimetresPerInch = 254;
constexpr double kInch1200 = 1200;
constexpr double kMostCharacterDoubt = 9;  // CC: 0 is sure, 9 is not

// In the order in which they are read.
constexpr std::array<std::string_view, 5> kAreas = {"TopMargin", "PrintSpace", "LeftMargin", "RightMargin",
                                                    "BottomMargin"};
constexpr std::array<std::string_view, 7> kHyphens = {"-", "\u2010", "\u00AD", "\u00AC", "=", "\u2E17", "\u2011"};

bool ends_in_hyphen(std::string_view text) {
  return std::any_of(kHyphens.begin(), kHyphens.end(), [&](std::string_view h) { return text.ends_with(h); });
}

struct Style {
  double font_size_pt = 0;
  std::string words;  // "bold italics"
};

class AltoReader {
 public:
  AltoReader(const XmlTree& tree, std::size_t root, const LayoutOptions& options, LayoutFile& file)
      : tree_(tree), root_(root), file_(file), builder_(file) {
    if (const auto description = tree.child(root, "Description")) read_description(*description, options);
    if (const auto styles = tree.child(root, "Styles"))
      for (const std::size_t style : tree.children(*styles, "TextStyle"))
        styles_[tree.attribute(style, "ID")] = {number(style, "FONTSIZE").value_or(0),
                                                tree.attribute(style, "FONTSTYLE")};
    if (const auto order = tree.child(root, "ReadingOrder")) ranks_ = ranks_of(tree, *order, "REF");
  }

  void read() {
    const auto layout = tree_.child(root_, "Layout");
    if (!layout) return;
    for (const std::size_t page : tree_.children(*layout, "Page")) {
      builder_.begin_page(length(page, "WIDTH"), length(page, "HEIGHT"), resolution_dpi_, image_);
      for (const std::size_t block : blocks_of(page)) read_block(block);
    }
    builder_.finish();
  }

 private:
  std::optional<double> number(std::size_t node, std::string_view name) const {
    return number_of(tree_.attribute(node, name));
  }
  std::optional<double> in_pixels(std::size_t node, std::string_view name) const {
    const auto value = number(node, name);
    return value ? std::optional(*value * pixels_per_unit_) : std::nullopt;
  }
  int length(std::size_t node, std::string_view name) const {
    return static_cast<int>(std::lround(std::clamp(in_pixels(node, name).value_or(0), 0.0, 1e7)));
  }
  document::Box box(std::size_t node) const {
    return box_of(in_pixels(node, "HPOS"), in_pixels(node, "VPOS"), in_pixels(node, "WIDTH"),
                  in_pixels(node, "HEIGHT"));
  }

  void read_description(std::size_t description, const LayoutOptions& options) {
    if (const auto source = tree_.child(description, "sourceImageInformation"))
      if (const auto name = tree_.child(*source, "fileName")) image_ = tree_.text_in(*name);
    const auto unit = tree_.child(description, "MeasurementUnit");
    const std::string name = unit ? tree_.text_in(*unit) : "pixel";
    if (name != "mm10" && name != "inch1200") return;
    resolution_dpi_ = options.resolution_dpi > 0 ? options.resolution_dpi : kUsualResolutionDpi;
    pixels_per_unit_ = resolution_dpi_ / (name == "mm10" ? kTenthMillimetresPerInch : kInch1200);
    if (options.resolution_dpi > 0) return;
    file_.problems.push_back(
        {Severity::kNote,
         {ErrorKind::kUnreadable, "",
          fmt::format("its boxes are in {}; the scan is taken to have {} dpi",
                      name == "mm10" ? "tenths of a millimetre" : "1/1200 inch", kUsualResolutionDpi),
          "tell the resolution with --dpi"},
         0});
  }

  // Of a block: its own rank, that of what holds it, or that of its first line that has one.
  std::optional<std::size_t> rank_of(std::size_t block, const std::vector<std::size_t>& around) const {
    const auto rank = [&](std::size_t node) -> std::optional<std::size_t> {
      const auto found = ranks_.find(tree_.attribute(node, "ID"));
      return found == ranks_.end() ? std::nullopt : std::optional(found->second);
    };
    if (ranks_.empty()) return std::nullopt;
    if (const auto own = rank(block)) return own;
    for (auto outer = around.rbegin(); outer != around.rend(); ++outer)
      if (const auto its = rank(*outer)) return its;
    for (const std::size_t line : tree_.children(block, "TextLine"))
      if (const auto its = rank(line)) return its;
    return std::nullopt;
  }

  // The text blocks of a page, in reading order.
  std::vector<std::size_t> blocks_of(std::size_t page) const {
    std::vector<std::size_t> blocks;
    std::vector<std::optional<std::size_t>> ranks;
    for (const std::string_view area_name : kAreas)
      for (const std::size_t area : tree_.children(page, area_name)) {
        std::vector<std::size_t> around;
        for (std::size_t i = area + 1; i < tree_.nodes()[area].end; ++i) {
          while (!around.empty() && i >= tree_.nodes()[around.back()].end) around.pop_back();
          const std::string_view name = tree_.nodes()[i].name;
          if (name == "ComposedBlock") around.push_back(i);
          if (name != "TextBlock") continue;
          blocks.push_back(i);
          ranks.push_back(rank_of(i, around));
        }
      }
    if (ranks_.empty()) return chained(blocks);
    std::vector<std::size_t> ordered;
    for (const std::size_t i : in_reading_order(ranks)) ordered.push_back(blocks[i]);
    return ordered;
  }

  // By IDNEXT: each chain from its first block on, where that stands among the others.
  std::vector<std::size_t> chained(const std::vector<std::size_t>& blocks) const {
    std::map<std::string, std::size_t> by_id;
    for (const std::size_t block : blocks) by_id.try_emplace(tree_.attribute(block, "ID"), block);
    std::map<std::size_t, std::size_t> next;
    std::set<std::size_t> followers;
    for (const std::size_t block : blocks) {
      if (!tree_.attribute_place(block, "IDNEXT")) continue;
      const auto found = by_id.find(tree_.attribute(block, "IDNEXT"));
      if (found == by_id.end() || found->second == block) continue;
      next[block] = found->second;
      followers.insert(found->second);
    }
    if (next.empty()) return blocks;
    std::vector<std::size_t> ordered;
    std::set<std::size_t> placed;
    const auto follow = [&](std::size_t block) {
      while (placed.insert(block).second) {
        ordered.push_back(block);
        const auto found = next.find(block);
        if (found == next.end()) break;
        block = found->second;
      }
    };
    for (const std::size_t block : blocks)
      if (!followers.contains(block)) follow(block);
    for (const std::size_t block : blocks) follow(block);  // those of a ring have no first
    return ordered;
  }

  void read_block(std::size_t block) {
    builder_.begin_block(document::BlockKind::kText, box(block));
    builder_.begin_paragraph(box(block));
    std::vector<std::size_t> lines = tree_.children(block, "TextLine");
    if (!ranks_.empty()) {
      std::vector<std::optional<std::size_t>> ranks;
      for (const std::size_t line : lines) {
        const auto found = ranks_.find(tree_.attribute(line, "ID"));
        ranks.push_back(found == ranks_.end() ? std::nullopt : std::optional(found->second));
      }
      std::vector<std::size_t> ordered;
      for (const std::size_t i : in_reading_order(ranks)) ordered.push_back(lines[i]);
      lines = std::move(ordered);
    }
    for (const std::size_t line : lines) read_line(line, block);
  }

  void read_line(std::size_t line, std::size_t block) {
    const document::Box place = box(line);
    builder_.begin_line(place);
    const auto foot = numbers_of(tree_.attribute(line, "BASELINE"));
    if (foot.size() >= 4)
      builder_.set_baseline(foot[0] * pixels_per_unit_, foot[1] * pixels_per_unit_,
                            foot[foot.size() - 2 - foot.size() % 2] * pixels_per_unit_,
                            foot[foot.size() - 1 - foot.size() % 2] * pixels_per_unit_);
    else if (foot.size() == 1)
      builder_.set_baseline(place.x, foot[0] * pixels_per_unit_, place.right(), foot[0] * pixels_per_unit_);
    const std::vector<std::size_t> parts = tree_.children(line);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!tree_.is_element(parts[i], "String")) continue;
      std::optional<std::size_t> hyphen;
      if (i + 1 < parts.size() && tree_.is_element(parts[i + 1], "HYP")) hyphen = parts[i + 1];
      read_string(parts[i], hyphen, line, block);
    }
  }

  void read_string(std::size_t string, std::optional<std::size_t> hyphen, std::size_t line, std::size_t block) {
    const auto content = tree_.attribute_place(string, "CONTENT");
    if (!content) return;
    MarkupText text;
    text.add(tree_.source(), *content);
    const std::vector<MarkupWord> words = text.words();
    if (words.empty()) return;

    WordFacts facts;
    facts.quote = tree_.source()[content->begin - 1];
    facts.box = box(string);
    facts.confidence = number(string, "WC");
    add_style(facts, string, line, block);
    if (words.size() == 1) {
      add_glyphs(facts, string, words.front().text);
      for (const std::size_t other : tree_.children(string, "ALTERNATIVE"))
        if (std::string said = tree_.text_in(other); !said.empty()) facts.others.push_back(std::move(said));
    }
    if (tree_.attribute_place(string, "CC")) {
      facts.keeps_length = true;
      if (!facts.confidence) facts.confidence = mean_of_characters(tree_.attribute(string, "CC"));
    }
    const std::string kind = tree_.attribute(string, "SUBS_TYPE");
    if (kind.starts_with("HypPart")) {
      facts.whole_word = resolved(string, "SUBS_CONTENT");
      facts.obstacle = "it is one half of a broken word, and SUBS_CONTENT tells the whole";
    }
    if ((hyphen || kind == "HypPart1") && !ends_in_hyphen(words.back().text)) {
      facts.suffix = hyphen ? resolved(*hyphen, "CONTENT") : "";
      if (facts.suffix.empty()) facts.suffix = "-";
      if (hyphen) add_width(facts.box, *hyphen);
    }
    builder_.add_words(words, facts);
  }

  // Older files tell no height of a hyphen.
  void add_width(document::Box& word, std::size_t hyphen) const {
    const auto left = in_pixels(hyphen, "HPOS");
    const auto width = in_pixels(hyphen, "WIDTH");
    if (!word.is_empty() && left && width) word = document::united(word, box_of(left, word.y, width, word.height));
  }

  // Without white space, so that it can be part of a word.
  std::string resolved(std::size_t node, std::string_view name) const {
    const auto place = tree_.attribute_place(node, name);
    if (!place) return {};
    MarkupText text;
    text.add(tree_.source(), *place);
    std::string joined;
    for (const MarkupWord& word : text.words()) joined += word.text;
    return joined;
  }

  void add_style(WordFacts& facts, std::size_t string, std::size_t line, std::size_t block) const {
    Style style;
    for (const std::size_t node : {string, line, block}) {
      const std::string references = tree_.attribute(node, "STYLEREFS");
      for (std::size_t at = 0; at < references.size();) {
        const std::size_t end = std::min(references.find(' ', at), references.size());
        if (const auto found = styles_.find(references.substr(at, end - at)); found != styles_.end()) {
          if (style.font_size_pt == 0) style.font_size_pt = found->second.font_size_pt;
          if (style.words.empty()) style.words = found->second.words;
        }
        at = end + 1;
      }
    }
    if (const std::string own = tree_.attribute(string, "STYLE"); !own.empty()) style.words = own;
    facts.font_size_pt = static_cast<float>(std::clamp(style.font_size_pt, 0.0, 1e5));
    facts.is_bold = style.words.find("bold") != std::string::npos;
    facts.is_italic = style.words.find("italic") != std::string::npos;
    facts.is_superscript = style.words.find("superscript") != std::string::npos;
  }

  void add_glyphs(WordFacts& facts, std::size_t string, std::string_view text) const {
    std::string spelled;
    for (const std::size_t glyph : tree_.children(string, "Glyph")) {
      document::CharacterReading character;
      character.text = resolved(glyph, "CONTENT");
      if (character.text.empty()) continue;
      character.box = box(glyph);
      character.confidence = as_confidence(number(glyph, "GC").value_or(0));
      for (const std::size_t variant : tree_.children(glyph, "Variant"))
        if (std::string other = resolved(variant, "CONTENT"); !other.empty() && other != character.text)
          character.alternatives.push_back({std::move(other), as_confidence(number(variant, "VC").value_or(0))});
      spelled += character.text;
      facts.characters.push_back(std::move(character));
    }
    if (!facts.characters.empty()) facts.obstacle = "its letters are told one by one, too (Glyph)";
    if (spelled != text) facts.characters.clear();
  }

  static std::optional<double> mean_of_characters(const std::string& digits) {
    double sum = 0;
    double count = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') continue;
      sum += 1 - (c - '0') / kMostCharacterDoubt;
      ++count;
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
  }

  const XmlTree& tree_;
  std::size_t root_;
  LayoutFile& file_;
  LayoutBuilder builder_;
  double pixels_per_unit_ = 1;
  int resolution_dpi_ = 0;  // of the conversion; 0: the boxes are in pixels, and nobody tells it
  std::map<std::string, Style> styles_;
  ReadingRanks ranks_;
  std::string image_;
};

std::string software_of(const XmlTree& tree, std::size_t root) {
  const auto description = tree.child(root, "Description");
  if (!description) return {};
  for (std::size_t i = *description + 1; i < tree.nodes()[*description].end; ++i) {
    if (tree.nodes()[i].name != "softwareName") continue;
    std::string name = tree.text_in(i);
    for (std::size_t j = i + 1; j < tree.nodes()[*description].end && j < i + 8; ++j)
      if (tree.nodes()[j].name == "softwareVersion") return name + " " + tree.text_in(j);
    return name;
  }
  return {};
}

}  // namespace

void read_alto(const XmlTree& tree, std::size_t root, const LayoutOptions& options, LayoutFile& file) {
  file.witnesses.push_back({software_of(tree, root), "", "ALTO", true});
  AltoReader(tree, root, options, file).read();
}

}  // namespace emend::store
