#include "pipeline/paper.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <unordered_map>

#include "image/binarise.h"
#include "image/raised_ink.h"
#include "image/underlines.h"
#include "layout/between_lines.h"

namespace emend::pipeline {
namespace {

// The ink of one page at a time; pages are asked for in order.
class Ink {
 public:
  explicit Ink(const ScanPages& scans) : load_(scans.loader()) {}

  const image::Picture* of(std::size_t page) {
    if (!load_) return nullptr;
    if (page_ != page) {
      page_ = page;
      ink_.reset();
      if (const auto picture = load_(page)) ink_ = image::binarised(*picture, image::binarisation_window_px(*picture));
    }
    return ink_ ? &*ink_ : nullptr;
  }

 private:
  std::function<Result<image::Picture>(std::size_t)> load_;
  std::optional<std::size_t> page_;
  std::optional<image::Picture> ink_;
};

std::vector<layout::RaisedPiece> raised_pieces(const image::Picture& ink, const document::Line& line) {
  std::vector<layout::RaisedPiece> pieces;
  const document::Line measured{line.box, line.baseline, static_cast<float>(layout::x_height_of(line)), {}};
  for (const image::RaisedInk& piece : image::raised_ink(ink, measured))
    pieces.push_back({static_cast<double>(piece.box.x), static_cast<double>(piece.box.right()), piece.height,
                      piece.width, piece.rise, piece.gap_before});
  return pieces;
}

// In x-heights: typists underline single letters, printers headings.
constexpr double kShortestTyped = 1.2;
constexpr double kShortestPrinted = 6;

void tell_underlines(const image::Picture& ink, bool is_typed, document::Line& line) {
  document::Line measured = line;
  measured.x_height_px = static_cast<float>(layout::x_height_of(line));
  const std::vector<bool> are_underlined =
      image::underlined_words(ink, measured, is_typed ? kShortestTyped : kShortestPrinted);
  for (std::size_t w = 0; w < line.words.size(); ++w) {
    const std::string& text = line.words[w].best().text;
    // A row of underscores is no word, and a dash has nothing to stress.
    const bool has_letters =
        std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c >= 0x80; });
    line.words[w].is_underlined = are_underlined[w] && has_letters;
  }
}

}  // namespace

std::vector<layout::PageLayout> paper_layouts(Loaded& loaded) {
  document::Document& document = loaded.document;
  if (!loaded.scans.has_scan()) return layout::page_layouts(document);
  Ink ink(loaded.scans);
  // By the line, which stays where it is while the layouts are made.
  std::unordered_map<const document::Line*, std::vector<layout::RaisedPiece>> raised;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const image::Picture* picture = ink.of(p);
    if (picture == nullptr) continue;
    for (document::Block& block : document.pages[p].blocks)
      for (document::Paragraph& paragraph : block.paragraphs)
        for (document::Line& line : paragraph.lines) {
          raised[&line] = raised_pieces(*picture, line);
          tell_underlines(*picture, document.pages[p].typewriter.pitch_px > 0, line);
        }
    layout::tell_words_between_lines(document.pages[p]);
  }
  return layout::page_layouts(document, [&](std::size_t, const document::Line& line) {
    const auto found = raised.find(&line);
    return found == raised.end() ? std::vector<layout::RaisedPiece>() : found->second;
  });
}

}  // namespace emend::pipeline
