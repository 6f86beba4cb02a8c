#include "edit/source_map.h"

#include <algorithm>
#include <map>

#include "edit/source_runs.h"

namespace emend::edit {
namespace {

// Where a new paragraph of the text begins: behind lines that hold nothing but white space.
std::vector<std::size_t> paragraph_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  bool is_apart = true;  // behind an empty line, or at the beginning
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool is_blank = text.substr(begin, end - begin).find_first_not_of(" \t\r\f") == std::string_view::npos;
    if (!is_blank && is_apart) starts.push_back(begin);
    is_apart = is_blank;
    begin = end + 1;
  }
  return starts;
}

class MapMaker {
 public:
  MapMaker(const document::Document& document, const CleanText& clean)
      : document_(document), clean_(clean), lines_(document), paragraphs_(paragraph_starts(clean.text)) {}

  std::vector<SourcePiece> pieces() {
    for (const SourceRun& run : source_runs(document_.raw.text(), clean_)) add_run(run);
    count_paragraphs();
    for (SourcePiece& piece : pieces_) piece.box = box_of(piece);
    return std::move(pieces_);
  }

 private:
  // A run over several lines, or several paragraphs, is as many pieces.
  void add_run(SourceRun run) {
    while (!run.clean.is_empty()) {
      SourceRun part = run;
      if (run.is_kept) {
        const std::size_t border = std::min(lines_.next_border(run.raw.begin), run.raw.end);
        part.raw.end = std::max(border, run.raw.begin);
        part.clean.end = run.clean.begin + part.raw.size();
        if (part.raw.is_empty()) part = run;
      }
      const std::size_t paragraph = next_paragraph(part.clean.begin);
      if (paragraph < part.clean.end) {
        if (part.is_kept) part.raw.end = part.raw.begin + (paragraph - part.clean.begin);
        part.clean.end = paragraph;
      }
      add_part(part);
      run.clean.begin = part.clean.end;
      if (run.is_kept) run.raw.begin = part.raw.end;
    }
  }

  void add_part(const SourceRun& part) {
    const SourceLines::Place place = lines_.at(place_offset(part));
    const std::size_t paragraph = paragraph_at(part.clean.begin);
    if (!pieces_.empty()) {
      SourcePiece& last = pieces_.back();
      if (last.page == place.page && last.line == place.line && last.paragraph == paragraph) {
        last.clean.end = part.clean.end;
        if (last.raw.is_empty() && !part.raw.is_empty()) last.raw = part.raw;
        if (!part.raw.is_empty()) {
          last.raw.begin = std::min(last.raw.begin, part.raw.begin);
          last.raw.end = std::max(last.raw.end, part.raw.end);
        }
        return;
      }
    }
    pieces_.push_back({part.clean, part.raw, place.page, place.line, paragraph, {}});
  }

  // What was put in between two words belongs to the one before it, unless it stands at the beginning of its line.
  std::size_t place_offset(const SourceRun& part) const {
    const std::size_t at = part.raw.begin;
    const bool begins_line = part.clean.begin == 0 || clean_.text[part.clean.begin - 1] == '\n';
    return part.raw.is_empty() && at > 0 && !begins_line ? at - 1 : at;
  }

  // Of the whole text, from 0; what stands before the first one belongs to it.
  std::size_t paragraph_at(std::size_t clean_offset) const {
    const auto behind = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), clean_offset);
    return behind == paragraphs_.begin() ? 0 : static_cast<std::size_t>(behind - paragraphs_.begin()) - 1;
  }
  std::size_t next_paragraph(std::size_t clean_offset) const {
    const auto behind = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), clean_offset);
    if (behind == paragraphs_.end() || behind == paragraphs_.begin()) return clean_.text.size();
    return *behind;
  }

  // From numbers of the text to numbers of the page.
  void count_paragraphs() {
    std::map<int, std::map<std::size_t, std::size_t>> on_page;
    for (SourcePiece& piece : pieces_) {
      auto& known = on_page[piece.page];
      piece.paragraph = known.try_emplace(piece.paragraph, known.size() + 1).first->second;
    }
  }

  // An edit over several lines is told by its first one, and so is its box.
  document::Box box_of(const SourcePiece& piece) const {
    document::Box box;
    if (piece.raw.is_empty()) return box;
    const auto [first, last] = document_.raw.places_in(piece.raw);
    for (std::size_t i = first; i < last; ++i) {
      const document::WordPlace& place = document_.raw.places()[i];
      if (lines_.at(place.span.begin) != SourceLines::Place{piece.page, piece.line}) continue;
      box = united(box, document::word_at(document_, place).box);
    }
    return box;
  }

  const document::Document& document_;
  const CleanText& clean_;
  SourceLines lines_;
  std::vector<std::size_t> paragraphs_;
  std::vector<SourcePiece> pieces_;
};

}  // namespace

SourceMap::SourceMap(const document::Document& document, const CleanText& clean)
    : pieces_(MapMaker(document, clean).pieces()) {}

const SourcePiece* SourceMap::at(std::size_t clean_offset) const {
  if (pieces_.empty()) return nullptr;
  const auto behind = std::partition_point(pieces_.begin(), pieces_.end(),
                                           [&](const SourcePiece& piece) { return piece.clean.end <= clean_offset; });
  return behind == pieces_.end() ? &pieces_.back() : &*behind;
}

std::vector<SourcePiece> SourceMap::in(text::Span clean) const {
  std::vector<SourcePiece> found;
  if (clean.is_empty()) {
    if (const SourcePiece* piece = at(clean.begin)) found.push_back(*piece);
    return found;
  }
  auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                    [&](const SourcePiece& one) { return one.clean.end <= clean.begin; });
  for (; piece != pieces_.end() && piece->clean.begin < clean.end; ++piece) found.push_back(*piece);
  return found;
}

}  // namespace emend::edit
