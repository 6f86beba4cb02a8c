#include "document/raw_text.h"

#include <algorithm>

namespace emend::document {

RawText RawText::from_pages(const std::vector<Page>& pages) {
  RawText raw;
  std::string& text = raw.text_;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t b = 0; b < pages[p].blocks.size(); ++b) {
      const Block& block = pages[p].blocks[b];
      for (std::size_t g = 0; g < block.paragraphs.size(); ++g) {
        const std::size_t before_paragraph = text.size();
        if (!text.empty()) text += '\n';
        const std::size_t paragraph_begin = text.size();
        const Paragraph& paragraph = block.paragraphs[g];
        for (std::size_t l = 0; l < paragraph.lines.size(); ++l) {
          const std::size_t line_begin = text.size();
          const Line& line = paragraph.lines[l];
          for (std::size_t w = 0; w < line.words.size(); ++w) {
            const std::string& word = line.words[w].best().text;
            if (word.empty()) continue;
            if (text.size() > line_begin) text += ' ';
            raw.places_.push_back({{text.size(), text.size() + word.size()}, p, b, g, l, w});
            text += word;
          }
          if (text.size() > line_begin) text += '\n';
        }
        if (text.size() == paragraph_begin) text.resize(before_paragraph);
      }
    }
  }
  return raw;
}

std::pair<std::size_t, std::size_t> RawText::places_in(text::Span span) const {
  const auto first = std::partition_point(places_.begin(), places_.end(),
                                          [&](const WordPlace& place) { return place.span.end <= span.begin; });
  const std::size_t end = std::max(span.end, span.begin + (span.is_empty() ? 1 : 0));
  const auto last =
      std::partition_point(first, places_.end(), [&](const WordPlace& place) { return place.span.begin < end; });
  return {static_cast<std::size_t>(first - places_.begin()), static_cast<std::size_t>(last - places_.begin())};
}

}  // namespace emend::document
