// An XML or XHTML file as a flat tree, with where each text and attribute stands in it. The adapter of pugixml.
//
// Names and values are the file's own bytes: references like &amp; are still in them (markup_text.h reads those), and
// a value's place is a range of the source. DOCTYPE, comments and processing instructions are passed over; entities
// that a DOCTYPE declares are not known, so none can grow. Read-only after parsing; borrows the source.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/span.h"

namespace emend::store {

// Elements inside elements; real files have a dozen levels.
inline constexpr std::size_t kDeepestElement = 200;
// "<" and "=" in a file: a book of a thousand pages with a box for each letter has about ten million of each. They
// bound the memory that a hostile file can ask for.
inline constexpr std::size_t kMostTags = 16'000'000;
inline constexpr std::size_t kMostAttributes = 24'000'000;

class XmlTree {
 public:
  // Errors: kUnreadable (not well-formed, with the line; nested too deep), kTooLarge.
  static Result<XmlTree> parse(std::string_view source, const std::string& subject);

  struct Attribute {
    std::string_view name;  // without a namespace prefix
    text::Span value;       // of the source; empty where the value is
  };
  struct Node {
    std::string_view name;     // without a namespace prefix; empty for a text
    text::Span text;           // of a text, in the source
    bool is_verbatim = false;  // CDATA: "&" stands for itself
    std::size_t first_attribute = 0;
    std::size_t attribute_count = 0;
    std::size_t end = 0;  // index of the first node that is not inside this one
  };

  // In the order of the source; what is inside node i is [i + 1, nodes()[i].end).
  const std::vector<Node>& nodes() const { return nodes_; }
  std::string_view source() const { return source_; }

  bool is_element(std::size_t node, std::string_view name) const { return nodes_[node].name == name; }
  // Where the value stands; nothing where there is no such attribute or it is empty.
  std::optional<text::Span> attribute_place(std::size_t node, std::string_view name) const;
  // The value with its references resolved; empty where there is none.
  std::string attribute(std::size_t node, std::string_view name) const;

  // The elements directly inside, all or those of a name.
  std::vector<std::size_t> children(std::size_t node, std::string_view name = {}) const;
  // The first such child; nothing where there is none.
  std::optional<std::size_t> child(std::size_t node, std::string_view name) const;
  // All text inside, references resolved, white space at its ends left out.
  std::string text_in(std::size_t node) const;

 private:
  std::string_view source_;
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
};

}  // namespace emend::store
