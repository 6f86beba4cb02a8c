// XML as the reader of layouts sees it: a tree that knows where its parts stand in the file. The adapter of pugixml.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/span.h"

namespace emend::check {

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct XmlNode {
  std::string name;  // without the prefix of its namespace
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlNode> children;             // elements
  std::string text;                          // of the element itself, entities resolved
  std::size_t offset = kNowhere;             // of the name, in the file
  text::Span text_span{kNowhere, kNowhere};  // of the text, where it is one run and stands there as it is

  std::string_view attribute(std::string_view name) const;  // empty where there is none
  bool has_attribute(std::string_view name) const;
};

// The root element. Elements are nested up to kDeepestXml. Offsets are kNowhere where the file is not in UTF-8.
// Error: kUnreadable (not well-formed; the subject names the line).
Result<XmlNode> parse_xml(std::string_view bytes, const std::string& subject);

inline constexpr int kDeepestXml = 200;

// Where the value of an attribute stands in the file, without its quotes; kNowhere for both where it cannot be told.
text::Span attribute_span(std::string_view bytes, const XmlNode& node, std::string_view name);

}  // namespace emend::check
