#include "check/layout.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace emend::check {
namespace {

using document::Box;

constexpr int kLargestSide = 1 << 20;

// Pages with no confidence of their own: as sure as an engine usually is of what it read.
constexpr float kUsualConfidence = 0.9F;

int number_of(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::isfinite(value) ? static_cast<int>(std::clamp(value, 0.0, static_cast<double>(kLargestSide))) : 0;
}

float confidence_of(std::string_view text, double scale) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || !std::isfinite(value)) return kUsualConfidence;
  return static_cast<float>(std::clamp(value / scale, 0.0, 1.0));
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class LayoutReader {
 public:
  explicit LayoutReader(std::string_view bytes) : bytes_(bytes) {}
  Layout take() { return std::move(layout_); }

 protected:
  void begin_page(int width, int height, std::string image) {
    document::Page page;
    page.number = static_cast<int>(layout_.pages.size()) + 1;
    page.width_px = width;
    page.height_px = height;
    layout_.pages.push_back(std::move(page));
    layout_.images.push_back(std::move(image));
  }
  void need_page() {
    if (layout_.pages.empty()) begin_page(0, 0, "");
  }
  void begin_paragraph(Box box) {
    need_page();
    document::Block block;
    block.box = box;
    block.paragraphs.emplace_back();
    block.paragraphs.back().box = box;
    layout_.pages.back().blocks.push_back(std::move(block));
  }
  void begin_line(Box box) {
    need_page();
    if (layout_.pages.back().blocks.empty()) begin_paragraph({});
    layout_.pages.back().blocks.back().paragraphs.back().lines.emplace_back();
    line().box = box;
  }
  document::Line& line() { return layout_.pages.back().blocks.back().paragraphs.back().lines.back(); }
  bool has_line() const {
    return !layout_.pages.empty() && !layout_.pages.back().blocks.empty() &&
           !layout_.pages.back().blocks.back().paragraphs.back().lines.empty();
  }

  // `span` is where the text stands in the file as it is, or kNowhere.
  void add_word(std::string_view text, text::Span span, Box box, float confidence) {
    while (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
      if (span.begin != kNowhere) ++span.begin;
    }
    while (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
      if (span.begin != kNowhere) --span.end;
    }
    if (text.empty()) return;
    if (!has_line()) begin_line(box);
    document::Word word;
    word.box = box;
    document::Reading reading;
    reading.text = text;
    std::replace_if(
        reading.text.begin(), reading.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    reading.confidence = confidence;
    word.readings.push_back(std::move(reading));
    line().words.push_back(std::move(word));
    layout_.word_spans.push_back(span);
  }

  // A line that is only text: its words are what stands between spaces.
  void add_words(std::string_view text, text::Span span, Box box, float confidence) {
    for (std::size_t i = 0; i < text.size();) {
      while (i < text.size() && is_blank(text[i])) ++i;
      std::size_t end = i;
      while (end < text.size() && !is_blank(text[end])) ++end;
      const text::Span place = span.begin == kNowhere ? span : text::Span{span.begin + i, span.begin + end};
      add_word(text.substr(i, end - i), place, box, confidence);
      i = end;
    }
  }

  std::string_view bytes_;
  Layout layout_;
};

// hOCR: classes of HTML elements; what is measured stands in their titles.

class HocrReader : public LayoutReader {
 public:
  using LayoutReader::LayoutReader;

  void read(const XmlNode& node) {
    const std::string_view kind = class_of(node);
    if (kind == "ocr_page") {
      const Box box = box_of(node);
      begin_page(box.right(), box.bottom(), image_of(node));
    } else if (kind == "ocr_par" || kind == "ocr_carea") {
      begin_paragraph(box_of(node));
    } else if (kind == "ocrx_word") {
      const Inner inner = inner_of(node);
      add_word(inner.text, inner.span, box_of(node), confidence_of(property(node, "x_wconf"), 100));
      return;
    } else if (kind == "ocr_line" || kind == "ocr_header" || kind == "ocr_caption" || kind == "ocr_textfloat" ||
               kind == "ocrx_line") {
      begin_line(box_of(node));
      if (!has_words(node)) {
        const Inner inner = inner_of(node);
        add_words(inner.text, inner.span, box_of(node), kUsualConfidence);
        return;
      }
    }
    for (const XmlNode& child : node.children) read(child);
  }

 private:
  struct Inner {
    std::string text;
    text::Span span{kNowhere, kNowhere};
  };

  static std::string_view class_of(const XmlNode& node) {
    std::string_view names = node.attribute("class");
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(' '), names.size());
      const std::string_view name = names.substr(0, end);
      if (name.starts_with("ocr_") || name.starts_with("ocrx_")) return name;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
    return {};
  }

  static bool has_words(const XmlNode& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const XmlNode& child) { return class_of(child) == "ocrx_word" || has_words(child); });
  }

  // "bbox 1 2 3 4; x_wconf 93"
  static std::string_view property(const XmlNode& node, std::string_view name) {
    std::string_view title = node.attribute("title");
    while (!title.empty()) {
      const std::size_t end = std::min(title.find(';'), title.size());
      std::string_view item = title.substr(0, end);
      while (!item.empty() && is_blank(item.front())) item.remove_prefix(1);
      if (item.size() > name.size() && item.starts_with(name) && is_blank(item[name.size()]))
        return item.substr(name.size() + 1);
      title.remove_prefix(std::min(end + 1, title.size()));
    }
    return {};
  }

  static Box box_of(const XmlNode& node) {
    std::string_view numbers = property(node, "bbox");
    int sides[4] = {0, 0, 0, 0};
    for (int& side : sides) {
      while (!numbers.empty() && is_blank(numbers.front())) numbers.remove_prefix(1);
      side = number_of(numbers);
      numbers.remove_prefix(std::min(numbers.find(' '), numbers.size()));
    }
    return {sides[0], sides[1], std::max(0, sides[2] - sides[0]), std::max(0, sides[3] - sides[1])};
  }

  static std::string image_of(const XmlNode& node) {
    std::string_view image = property(node, "image");
    while (!image.empty() && (image.front() == '"' || image.front() == '\'')) image.remove_prefix(1);
    while (!image.empty() && (image.back() == '"' || image.back() == '\'')) image.remove_suffix(1);
    return std::string(image);
  }

  // The text below an element; its place where there is only one piece of it.
  static Inner inner_of(const XmlNode& node) {
    Inner inner{node.text, node.text_span};
    bool is_single = !node.text.empty();
    for (const XmlNode& child : node.children) {
      const Inner below = inner_of(child);
      if (below.text.empty()) continue;
      if (inner.text.empty() && !is_single) {
        inner = below;
        is_single = true;
      } else {
        inner.text += below.text;
        inner.span = {kNowhere, kNowhere};
      }
    }
    return inner;
  }
};

// ALTO: attributes of elements.

class AltoReader : public LayoutReader {
 public:
  using LayoutReader::LayoutReader;

  void read(const XmlNode& node) {
    if (node.name == "fileName" && image_.empty()) image_ = node.text;
    if (node.name == "Page") {
      begin_page(number_of(node.attribute("WIDTH")), number_of(node.attribute("HEIGHT")), image_);
    } else if (node.name == "TextBlock") {
      begin_paragraph(box_of(node));
    } else if (node.name == "TextLine") {
      begin_line(box_of(node));
    } else if (node.name == "String") {
      add_word(node.attribute("CONTENT"), attribute_span(bytes_, node, "CONTENT"), box_of(node),
               confidence_of(node.attribute("WC"), 1));
    } else if (node.name == "HYP" && has_line() && !line().words.empty()) {
      // The hyphen belongs to the word before it, and stands elsewhere in the file.
      line().words.back().readings.front().text += "-";
    }
    for (const XmlNode& child : node.children) read(child);
  }

 private:
  static Box box_of(const XmlNode& node) {
    return {number_of(node.attribute("HPOS")), number_of(node.attribute("VPOS")), number_of(node.attribute("WIDTH")),
            number_of(node.attribute("HEIGHT"))};
  }

  std::string image_;
};

// PAGE: texts below regions, lines or words.

class PageReader : public LayoutReader {
 public:
  using LayoutReader::LayoutReader;

  void read(const XmlNode& node) {
    if (node.name == "Page") {
      begin_page(number_of(node.attribute("imageWidth")), number_of(node.attribute("imageHeight")),
                 std::string(node.attribute("imageFilename")));
    } else if (node.name == "TextRegion") {
      begin_paragraph(box_of(node));
      if (!has(node, "TextLine") && !has(node, "TextRegion")) add_lines_of_text(node);
    } else if (node.name == "TextLine") {
      begin_line(box_of(node));
      if (!has(node, "Word")) add_text(node, false);
    } else if (node.name == "Word") {
      add_text(node, true);
    }
    for (const XmlNode& child : node.children) read(child);
  }

 private:
  static bool has(const XmlNode& node, std::string_view name) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const XmlNode& child) { return child.name == name; });
  }

  // The first of several texts: the one that the producer prefers.
  static const XmlNode* text_of(const XmlNode& node) {
    for (const XmlNode& child : node.children)
      if (child.name == "TextEquiv")
        for (const XmlNode& text : child.children)
          if (text.name == "Unicode") return &text;
    return nullptr;
  }

  static float confidence_of_text(const XmlNode& node) {
    for (const XmlNode& child : node.children)
      if (child.name == "TextEquiv" && child.has_attribute("conf")) return confidence_of(child.attribute("conf"), 1);
    return kUsualConfidence;
  }

  void add_text(const XmlNode& node, bool is_word) {
    const XmlNode* text = text_of(node);
    if (text == nullptr) return;
    if (is_word)
      add_word(text->text, text->text_span, box_of(node), confidence_of_text(node));
    else
      add_words(text->text, text->text_span, box_of(node), confidence_of_text(node));
  }

  void add_lines_of_text(const XmlNode& node) {
    const XmlNode* text = text_of(node);
    if (text == nullptr) return;
    std::string_view rest = text->text;
    std::size_t at = 0;
    while (at < rest.size()) {
      const std::size_t end = std::min(rest.find('\n', at), rest.size());
      begin_line(box_of(node));
      const text::Span span = text->text_span.begin == kNowhere
                                  ? text->text_span
                                  : text::Span{text->text_span.begin + at, text->text_span.begin + end};
      add_words(rest.substr(at, end - at), span, box_of(node), confidence_of_text(node));
      at = end + 1;
    }
  }

  // Around the points of its outline: "10,20 30,20 30,40".
  static Box box_of(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (child.name != "Coords") continue;
      std::string_view points = child.attribute("points");
      int left = std::numeric_limits<int>::max(), top = left, right = 0, bottom = 0;
      while (!points.empty()) {
        const std::size_t end = std::min(points.find(' '), points.size());
        const std::string_view point = points.substr(0, end);
        if (const std::size_t comma = point.find(','); comma != std::string_view::npos) {
          const int x = number_of(point.substr(0, comma));
          const int y = number_of(point.substr(comma + 1));
          left = std::min(left, x), right = std::max(right, x);
          top = std::min(top, y), bottom = std::max(bottom, y);
        }
        points.remove_prefix(std::min(end + 1, points.size()));
      }
      if (left <= right) return {left, top, right - left, bottom - top};
    }
    return {};
  }
};

template <typename Reader>
Layout read_with(std::string_view bytes, const XmlNode& root) {
  Reader reader(bytes);
  reader.read(root);
  return reader.take();
}

}  // namespace

Result<Layout> read_layout(std::string_view bytes, FileKind kind, const std::string& subject) {
  const auto root = parse_xml(bytes, subject);
  if (!root) return fail(root.error());
  if (kind == FileKind::kHocr) return read_with<HocrReader>(bytes, *root);
  if (kind == FileKind::kAlto) return read_with<AltoReader>(bytes, *root);
  return read_with<PageReader>(bytes, *root);
}

}  // namespace emend::check
