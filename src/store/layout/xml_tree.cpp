#include "store/layout/xml_tree.h"

#include <algorithm>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "store/layout/markup_text.h"
#include "text/line_index.h"

namespace emend::store {
namespace {

// Values stay as they are in the file: no references resolved, no line ends changed, no white space trimmed.
constexpr unsigned kParseFlags = pugi::parse_minimal | pugi::parse_cdata | pugi::parse_ws_pcdata;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string line_of(std::string_view source, std::ptrdiff_t offset) {
  const auto at = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), source.size());
  return fmt::format("line {}", std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
}

// The names and values that pugixml finds in its copy of the source, as places of the source.
class Places {
 public:
  Places(std::string_view source, const std::string& copy) : source_(source), copy_(copy.data()) {}

  text::Span of(const char* value) const {
    const std::less<const char*> before;
    // An empty value is a text of pugixml's own.
    if (before(value, copy_) || !before(value, copy_ + source_.size())) return {};
    const auto begin = static_cast<std::size_t>(value - copy_);
    return {begin, begin + std::char_traits<char>::length(value)};
  }
  std::string_view view(const char* value) const { return of(value).of(source_); }

 private:
  std::string_view source_;
  const char* copy_;
};

}  // namespace

Result<XmlTree> XmlTree::parse(std::string_view source, const std::string& subject) {
  if (static_cast<std::size_t>(std::count(source.begin(), source.end(), '<')) > kMostTags ||
      static_cast<std::size_t>(std::count(source.begin(), source.end(), '=')) > kMostAttributes)
    return fail(ErrorKind::kTooLarge, subject, fmt::format("has more than {} million tags", kMostTags / 1'000'000),
                "split it into files of some hundred pages");
  if (source.find('\0') != std::string_view::npos)
    return fail(ErrorKind::kUnreadable, subject, "is no XML: it holds NUL bytes", "check where it was copied from");

  XmlTree tree;
  tree.source_ = source;
  std::string copy(source);
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(copy.data(), copy.size(), kParseFlags, pugi::encoding_utf8);
  if (!parsed)
    return fail(ErrorKind::kUnreadable, subject,
                fmt::format("is not well-formed XML: {} at {}", parsed.description(), line_of(source, parsed.offset)),
                "write it again with the program that made it; 'xmllint' or 'tidy -asxhtml' show and mend such files");

  const Places places(source, copy);
  std::vector<std::size_t> open;
  pugi::xml_node node = document.first_child();
  while (node) {
    const bool is_element = node.type() == pugi::node_element;
    const std::size_t index = tree.nodes_.size();
    Node made;
    made.first_attribute = tree.attributes_.size();
    made.end = index + 1;
    if (is_element) {
      made.name = without_prefix(places.view(node.name()));
      for (const pugi::xml_attribute& attribute : node.attributes())
        tree.attributes_.push_back({without_prefix(places.view(attribute.name())), places.of(attribute.value())});
      made.attribute_count = tree.attributes_.size() - made.first_attribute;
    } else {
      made.text = places.of(node.value());
      made.is_verbatim = node.type() == pugi::node_cdata;
    }
    tree.nodes_.push_back(made);

    if (const pugi::xml_node inner = node.first_child()) {
      if (open.size() == kDeepestElement)
        return fail(ErrorKind::kUnreadable, subject,
                    fmt::format("has elements that are nested more than {} deep", kDeepestElement),
                    "no program for texts writes such files; check where it comes from");
      open.push_back(index);
      node = inner;
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (open.empty()) break;
      tree.nodes_[open.back()].end = tree.nodes_.size();
      open.pop_back();
    }
    if (node) node = node.next_sibling();
  }
  return tree;
}

std::optional<text::Span> XmlTree::attribute_place(std::size_t node, std::string_view name) const {
  const Node& element = nodes_[node];
  for (std::size_t i = 0; i < element.attribute_count; ++i) {
    const Attribute& attribute = attributes_[element.first_attribute + i];
    if (attribute.name == name && !attribute.value.is_empty()) return attribute.value;
  }
  return std::nullopt;
}

std::string XmlTree::attribute(std::size_t node, std::string_view name) const {
  const auto place = attribute_place(node, name);
  return place ? resolved_markup(place->of(source_)) : std::string();
}

std::vector<std::size_t> XmlTree::children(std::size_t node, std::string_view name) const {
  std::vector<std::size_t> found;
  for (std::size_t i = node + 1; i < nodes_[node].end; i = nodes_[i].end)
    if (!nodes_[i].name.empty() && (name.empty() || nodes_[i].name == name)) found.push_back(i);
  return found;
}

std::optional<std::size_t> XmlTree::child(std::size_t node, std::string_view name) const {
  for (std::size_t i = node + 1; i < nodes_[node].end; i = nodes_[i].end)
    if (nodes_[i].name == name) return i;
  return std::nullopt;
}

std::string XmlTree::text_in(std::size_t node) const {
  std::string text;
  for (std::size_t i = node; i < nodes_[node].end; ++i) {
    if (!nodes_[i].name.empty()) continue;
    const std::string_view piece = nodes_[i].text.of(source_);
    text += nodes_[i].is_verbatim ? std::string(piece) : resolved_markup(piece);
  }
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace emend::store
