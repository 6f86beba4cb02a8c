#include "check/xml.h"

#include <algorithm>

#include <pugixml.hpp>

#include "text/utf8.h"

namespace emend::check {
namespace {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class TreeBuilder {
 public:
  TreeBuilder(std::string_view bytes, bool knows_offsets) : bytes_(bytes), knows_offsets_(knows_offsets) {}

  bool build(const pugi::xml_node& from, XmlNode& to, int depth) {
    if (depth > kDeepestXml) return false;
    to.name = without_prefix(from.name());
    to.offset = offset_of(from);
    for (const pugi::xml_attribute attribute : from.attributes())
      to.attributes.emplace_back(without_prefix(attribute.name()), attribute.value());
    std::size_t runs = 0;
    for (const pugi::xml_node child : from.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        to.text += child.value();
        const std::size_t offset = offset_of(child);
        const std::string_view value = child.value();
        // Entities and changed line ends make the text differ from what stands in the file.
        const bool stands_there = offset < bytes_.size() && bytes_.substr(offset, value.size()) == value;
        to.text_span =
            ++runs == 1 && stands_there ? text::Span{offset, offset + value.size()} : text::Span{kNowhere, kNowhere};
      } else if (child.type() == pugi::node_element) {
        to.children.emplace_back();
        if (!build(child, to.children.back(), depth + 1)) return false;
      }
    }
    return true;
  }

 private:
  std::size_t offset_of(const pugi::xml_node& node) const {
    const auto offset = node.offset_debug();
    return !knows_offsets_ || offset < 0 ? kNowhere : static_cast<std::size_t>(offset);
  }

  std::string_view bytes_;
  bool knows_offsets_;
};

}  // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

bool XmlNode::has_attribute(std::string_view wanted) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == wanted; });
}

Result<XmlNode> parse_xml(std::string_view bytes, const std::string& subject) {
  // UTF-8 is taken as it is, so that offsets are those of the file; a mark at its start counts.
  const bool is_utf8 = text::is_valid_utf8(bytes);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default,
                                                             is_utf8 ? pugi::encoding_utf8 : pugi::encoding_auto);
  if (!parsed) {
    const auto offset = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)), bytes.size());
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
    return fail(ErrorKind::kUnreadable, subject + ":" + std::to_string(line),
                std::string("is not well-formed XML: ") + parsed.description(), "repair it, or exclude the file");
  }
  XmlNode root;
  const bool has_mark = bytes.starts_with("\xEF\xBB\xBF");
  const pugi::xml_node element = document.document_element();
  if (!element) return fail(ErrorKind::kUnreadable, subject, "has no root element", "repair it, or exclude the file");
  if (!TreeBuilder(bytes, is_utf8 && !has_mark).build(element, root, 0))
    return fail(ErrorKind::kUnreadable, subject, "is nested too deeply for a page", "repair it, or exclude the file");
  return root;
}

text::Span attribute_span(std::string_view bytes, const XmlNode& node, std::string_view name) {
  constexpr text::Span kNone{kNowhere, kNowhere};
  if (node.offset >= bytes.size()) return kNone;
  std::size_t i = node.offset;
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (i < bytes.size() && !is_space(bytes[i]) && bytes[i] != '>' && bytes[i] != '/') ++i;
  while (i < bytes.size()) {
    while (i < bytes.size() && is_space(bytes[i])) ++i;
    const std::size_t begin = i;
    while (i < bytes.size() && bytes[i] != '=' && !is_space(bytes[i]) && bytes[i] != '>' && bytes[i] != '/') ++i;
    const std::string_view key = without_prefix(bytes.substr(begin, i - begin));
    while (i < bytes.size() && is_space(bytes[i])) ++i;
    if (i >= bytes.size() || bytes[i] != '=') return kNone;
    ++i;
    while (i < bytes.size() && is_space(bytes[i])) ++i;
    if (i >= bytes.size() || (bytes[i] != '"' && bytes[i] != '\'')) return kNone;
    const std::size_t end = bytes.find(bytes[i], i + 1);
    if (end == std::string_view::npos) return kNone;
    if (key == name) {
      const text::Span span{i + 1, end};
      return span.of(bytes) == node.attribute(name) ? span : kNone;
    }
    i = end + 1;
  }
  return kNone;
}

}  // namespace emend::check
