// Some places of a text with what stands around them, as a text of its own, and the way back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::check {

class Excerpt {
 public:
  // `places` are sorted. Around each some hundred bytes, up to the border of its paragraph.
  Excerpt(std::string_view text, const std::vector<text::Span>& places);

  const std::string& text() const { return excerpt_; }
  // Where a range of the excerpt stands in the text; nothing where it is not within one window, or touches no place.
  std::optional<text::Span> in_text(text::Span span) const;

 private:
  struct Window {
    text::Span in_text;
    std::size_t in_excerpt = 0;  // where it begins
  };
  const std::vector<text::Span>& places_;
  std::vector<Window> windows_;
  std::string excerpt_;
};

}  // namespace emend::check
