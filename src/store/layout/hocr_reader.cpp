// hOCR 1.2 (Breuel, Baierer): classes name what an element is, and its title tells where it stands.
//
// Pages, areas, paragraphs, lines and words may be there or not: what is missing is opened with the level below it.
// Tesseract's two ways to tell of letters are read as well: a box for each (hocr_char_boxes) and, behind the word's
// text, what else each might have been (lstm_choice_mode).
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "store/layout/layout_builder.h"
#include "store/layout/layout_readers.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

using Properties = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::string_view, 7> kLineClasses = {"ocr_line",    "ocrx_line",     "ocr_header", "ocr_footer",
                                                          "ocr_caption", "ocr_textfloat", "ocr_pageno"};
constexpr double kMostConfidence = 100;  // x_wconf, x_conf and x_confs are in percent

// "bbox 1 2 3 4; x_wconf 90; image \"a;b\"": a value may be quoted.
Properties properties_of(const std::string& title) {
  Properties properties;
  std::string part;
  char quote = 0;
  const auto close = [&] {
    const std::size_t begin = part.find_first_not_of(" \t\r\n");
    if (begin != std::string::npos) {
      const std::size_t end = std::min(part.find_first_of(" \t\r\n", begin), part.size());
      properties.try_emplace(part.substr(begin, end - begin), part.substr(end));
    }
    part.clear();
  };
  for (const char c : title) {
    if (quote == 0 && c == ';') {
      close();
      continue;
    }
    if (quote == 0 ? c == '"' || c == '\'' : c == quote) quote = quote == 0 ? c : 0;
    part += c;
  }
  close();
  return properties;
}

std::vector<double> numbers(const Properties& properties, std::string_view name) {
  const auto found = properties.find(name);
  return found == properties.end() ? std::vector<double>() : numbers_of(found->second);
}

std::optional<double> number(const Properties& properties, std::string_view name) {
  const auto all = numbers(properties, name);
  return all.empty() ? std::nullopt : std::optional(all.front());
}

document::Box box(const Properties& properties, std::string_view name = "bbox") {
  const auto corners = numbers(properties, name);
  return corners.size() < 4 ? document::Box{} : box_around({corners[0], corners[1], corners[2], corners[3]});
}

// The name of the page's picture, quoted or not.
std::string image_of(const Properties& properties) {
  const auto found = properties.find("image");
  if (found == properties.end()) return {};
  const std::string& value = found->second;
  const std::size_t begin = value.find_first_not_of(" \t\r\n\"'");
  if (begin == std::string::npos) return {};
  return value.substr(begin, value.find_last_not_of(" \t\r\n\"'") - begin + 1);
}

class HocrReader {
 public:
  HocrReader(const XmlTree& tree, LayoutFile& file) : tree_(tree), builder_(file) {}

  void read() {
    const auto& nodes = tree_.nodes();
    for (std::size_t i = 0; i < nodes.size();) {
      if (nodes[i].name.empty() || !tree_.attribute_place(i, "class")) {
        ++i;
        continue;
      }
      const std::string classes = " " + tree_.attribute(i, "class") + " ";
      const auto is = [&](std::string_view name) {
        const std::size_t at = classes.find(name);
        return at != std::string::npos && classes[at - 1] == ' ' && classes[at + name.size()] == ' ';
      };
      if (is("ocr_page")) {
        begin_page(i);
      } else if (is("ocr_carea") || is("ocrx_block")) {
        open_block(i);
      } else if (is("ocr_par")) {
        if (i >= block_end_) open_block_for(i);
        builder_.begin_paragraph(box(properties(i)), tree_.attribute(i, "dir") != "rtl");
        paragraph_end_ = nodes[i].end;
      } else if (std::any_of(kLineClasses.begin(), kLineClasses.end(), is)) {
        begin_line(i);
        if (!has_words(i)) {
          builder_.add_words(text_of(i), facts_of(i));
          i = nodes[i].end;
          continue;
        }
      } else if (is("ocrx_word")) {
        if (i >= line_end_) begin_loose_line();
        add_word(i);
        i = nodes[i].end;
        continue;
      }
      ++i;
    }
    builder_.finish();
  }

 private:
  Properties properties(std::size_t node) const { return properties_of(tree_.attribute(node, "title")); }

  bool has_class(std::size_t node, std::string_view name) const {
    const std::string classes = " " + tree_.attribute(node, "class") + " ";
    return classes.find(" " + std::string(name) + " ") != std::string::npos;
  }

  bool has_words(std::size_t line) const {
    for (std::size_t i = line + 1; i < tree_.nodes()[line].end; ++i)
      if (!tree_.nodes()[i].name.empty() && has_class(i, "ocrx_word")) return true;
    return false;
  }

  void begin_page(std::size_t node) {
    const Properties said = properties(node);
    const document::Box paper = box(said);
    const double resolution = number(said, "scan_res").value_or(0);
    builder_.begin_page(paper.right(), paper.bottom(),
                        resolution > 0 && resolution < 1e6 ? static_cast<int>(std::lround(resolution)) : 0,
                        image_of(said));
    block_end_ = paragraph_end_ = line_end_ = 0;
    has_loose_line_ = false;
  }

  void open_block(std::size_t node) {
    builder_.begin_block(document::BlockKind::kText, box(properties(node)));
    block_end_ = tree_.nodes()[node].end;
    paragraph_end_ = line_end_ = 0;
    has_loose_line_ = false;
  }
  void open_block_for(std::size_t paragraph) {
    builder_.begin_block(document::BlockKind::kText, {});
    block_end_ = tree_.nodes()[paragraph].end;
    has_loose_line_ = false;
  }

  // Lines that no paragraph holds stand in one together, up to the next paragraph.
  void begin_line(std::size_t node) {
    if (node >= paragraph_end_) {
      if (!has_loose_line_) {
        if (node >= block_end_) builder_.begin_block(document::BlockKind::kText, {});
        builder_.begin_paragraph({});
      }
      has_loose_line_ = true;
    } else {
      has_loose_line_ = false;
    }
    const Properties said = properties(node);
    const document::Box place = box(said);
    builder_.begin_line(place);
    line_end_ = tree_.nodes()[node].end;
    if (!place.is_empty()) {
      // Slope, and height above the lower left corner.
      const auto foot = numbers(said, "baseline");
      const double left = foot.size() > 1 ? place.bottom() + foot[1] : place.bottom();
      const double right = foot.size() > 1 ? left + foot[0] * place.width : left;
      builder_.set_baseline(place.x, left, place.right(), right);
    }
    const double size = number(said, "x_size").value_or(0);
    builder_.set_x_height(size - number(said, "x_ascenders").value_or(0) - number(said, "x_descenders").value_or(0));
  }

  void begin_loose_line() {
    if (!has_loose_line_) {
      builder_.begin_block(document::BlockKind::kText, {});
      builder_.begin_paragraph({});
      builder_.begin_line({});
    }
    has_loose_line_ = true;
  }

  WordFacts facts_of(std::size_t node) const {
    const Properties said = properties(node);
    WordFacts facts;
    facts.box = box(said);
    if (const auto confidence = number(said, "x_wconf")) facts.confidence = *confidence / kMostConfidence;
    facts.font_size_pt = static_cast<float>(std::clamp(number(said, "x_fsize").value_or(0), 0.0, 1e5));
    for (std::size_t i = node + 1; i < tree_.nodes()[node].end; ++i) {
      const std::string_view name = tree_.nodes()[i].name;
      facts.is_bold = facts.is_bold || name == "strong" || name == "b";
      facts.is_italic = facts.is_italic || name == "em" || name == "i";
      facts.is_superscript = facts.is_superscript || name == "sup";
    }
    return facts;
  }

  // The text inside, without what the file tells of other readings; letters one by one make words without gaps.
  std::vector<MarkupWord> text_of(std::size_t node) const {
    const auto& nodes = tree_.nodes();
    MarkupText text;
    for (std::size_t i = node + 1; i < nodes[node].end;) {
      if (nodes[i].name.empty()) {
        text.add(tree_.source(), nodes[i].text, nodes[i].is_verbatim);
      } else if (has_class(i, "ocrx_cinfo") || nodes[i].name == "del") {
        i = nodes[i].end;
        continue;
      }
      ++i;
    }
    return text.words();
  }

  struct Letters {
    std::string text;
    std::vector<document::CharacterReading> characters;
  };

  // A <span class='ocrx_cinfo'> for each letter, with its box.
  Letters boxed_letters(std::size_t word) const {
    Letters letters;
    for (std::size_t i = word + 1; i < tree_.nodes()[word].end; ++i) {
      if (tree_.nodes()[i].name.empty() || !has_class(i, "ocrx_cinfo")) continue;
      const Properties said = properties(i);
      if (!said.contains("x_bboxes")) continue;
      document::CharacterReading character;
      for (const MarkupWord& piece : text_of(i)) character.text += piece.text;
      if (character.text.empty()) continue;
      character.box = box(said, "x_bboxes");
      const auto confidence = number(said, "x_conf");
      character.confidence =
          as_confidence((confidence ? *confidence : number(said, "x_confs").value_or(0)) / kMostConfidence);
      letters.text += character.text;
      letters.characters.push_back(std::move(character));
    }
    return letters;
  }

  // Behind the text, a group for each letter with what it might have been, the letter itself first. Groups for the
  // space before a word come among them.
  std::vector<document::CharacterReading> chosen_letters(std::size_t word, std::string_view text) const {
    std::vector<document::CharacterReading> characters;
    std::string spelled;
    for (const std::size_t group : tree_.children(word)) {
      if (!has_class(group, "ocrx_cinfo") || !tree_.attribute(group, "id").starts_with("lstm_choices")) continue;
      document::CharacterReading character;
      bool is_first = true;
      for (const std::size_t choice : tree_.children(group)) {
        const std::string said = tree_.text_in(choice);
        const float confidence = as_confidence(number(properties(choice), "x_confs").value_or(0) / kMostConfidence);
        if (is_first) {
          character.text = said;
          character.confidence = confidence;
        } else if (!said.empty()) {
          character.alternatives.push_back({said, confidence});
        }
        is_first = false;
      }
      spelled += character.text;
      if (!character.text.empty()) characters.push_back(std::move(character));
    }
    if (spelled != text) characters.clear();
    return characters;
  }

  void add_word(std::size_t node) {
    WordFacts facts = facts_of(node);
    std::vector<MarkupWord> words = text_of(node);
    if (words.empty()) {
      Letters letters = boxed_letters(node);
      if (letters.text.empty()) return;
      facts.obstacle = "its letters stand one by one in the file";
      facts.characters = std::move(letters.characters);
      MarkupWord word;
      word.text = std::move(letters.text);
      word.source = outer_place(node);
      words.push_back(std::move(word));
    } else if (words.size() == 1) {
      facts.characters = chosen_letters(node, words.front().text);
      if (!facts.characters.empty()) facts.obstacle = "the file tells what else its letters may be, one by one";
    }
    for (std::size_t i = node + 1; i < tree_.nodes()[node].end; ++i)
      if (tree_.nodes()[i].name == "del" && has_class(i, "alt"))
        if (std::string other = tree_.text_in(i); !other.empty()) facts.others.push_back(std::move(other));
    builder_.add_words(words, facts);
  }

  // From the first letter inside to the last.
  text::Span outer_place(std::size_t node) const {
    text::Span place;
    for (std::size_t i = node + 1; i < tree_.nodes()[node].end; ++i) {
      const auto& inner = tree_.nodes()[i];
      if (!inner.name.empty() || inner.text.of(tree_.source()).find_first_not_of(" \t\r\n") == std::string_view::npos)
        continue;
      if (place.is_empty()) place.begin = inner.text.begin;
      place.end = inner.text.end;
    }
    return place;
  }

  const XmlTree& tree_;
  LayoutBuilder builder_;
  std::size_t block_end_ = 0;  // nodes before it are inside what was opened last
  std::size_t paragraph_end_ = 0;
  std::size_t line_end_ = 0;
  bool has_loose_line_ = false;
};

// <meta name='ocr-system' content='...'>, before it was blanked.
std::string system_of(std::string_view markup) {
  const std::size_t name = markup.find("ocr-system");
  if (name == std::string_view::npos) return {};
  const std::string_view tag = markup.substr(name, markup.find('>', name) - name);
  const std::size_t content = tag.find("content=");
  if (content == std::string_view::npos || content + 9 >= tag.size()) return {};
  const std::size_t begin = content + 9;
  const std::size_t end = tag.find(tag[begin - 1], begin);
  return end == std::string_view::npos ? std::string() : resolved_markup(tag.substr(begin, end - begin));
}

}  // namespace

void read_hocr(const XmlTree& tree, std::string_view markup, LayoutFile& file) {
  file.witnesses.push_back({system_of(markup), "", "hOCR", true});
  HocrReader(tree, file).read();
}

}  // namespace emend::store
