#include "layout/note_places.h"

#include <algorithm>
#include <string_view>

#include "layout/page_number.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::layout {
namespace {

// In x-heights of the line, as measured on four books: quotes and apostrophes are 0.55 to 0.76 high and 0.24 to 0.46
// wide, raised figures 0.74 to 1.05 high and 0.42 to 0.71 wide, asterisks as wide as high.
constexpr double kLeastFigureHeight = 0.73;
constexpr double kMostFigureHeight = 1.15;
constexpr double kLeastFigureWidth = 0.36;
constexpr double kMostFigureWidth = 1.0;
constexpr double kMostRise = 0.95;
constexpr double kAsteriskRatio = 0.85;
// Between the word and its mark.
constexpr double kFarthestMark = 1.2;
// A label begins its line or stands in a gap.
constexpr double kLabelGap = 0.45;
// Notes are set in smaller type.
constexpr double kNoteType = 0.93;
// Shorter lines at the foot of a page are specks and stains.
constexpr std::size_t kShortestLine = 12;

bool is_figure(const LineLayout& line, std::size_t index) {
  const RaisedPiece& piece = line.raised[index];
  if (piece.height < kLeastFigureHeight || piece.height > kMostFigureHeight || piece.width < kLeastFigureWidth ||
      piece.width > kMostFigureWidth || piece.rise > kMostRise)
    return false;
  // Two narrow pieces side by side are a quote.
  constexpr double kQuoteWidth = 0.46, kQuoteGap = 0.45, kQuoteHeight = 0.8;
  if (piece.width > kQuoteWidth || piece.height > kQuoteHeight) return true;
  for (std::size_t other = 0; other < line.raised.size(); ++other) {
    if (other == index || line.raised[other].width > kQuoteWidth) continue;
    const double gap = std::max(line.raised[other].left - piece.right, piece.left - line.raised[other].right);
    if (gap <= kQuoteGap * line.x_height) return false;
  }
  return true;
}

// What engines make of a raised figure, beside figures.
bool is_mark_glyph(std::string_view glyph) {
  constexpr std::string_view kSigns = "!?'`*+^}{])><|~%$&@#\"=/\\;:,";
  if (glyph.size() == 1)
    return kSigns.find(glyph.front()) != std::string_view::npos ||
           text::is_digit(static_cast<unsigned char>(glyph.front()));
  for (const std::string_view sign :
       {"‘", "’", "®", "©", "°", "»", "«", "§", "¥", "£", "¢", "†", "‡", "™", "¹", "²", "³", "•", "”", "“", "€", "¶"})
    if (glyph == sign) return true;
  return false;
}

bool has_plain_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded here = text::decode_at(text, i);
    if (text::is_letter(here.code_point)) return true;
    i += here.size;
  }
  return false;
}

bool is_all_mark_glyphs(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded here = text::decode_at(text, i);
    const std::string_view glyph = text.substr(i, here.size);
    if (!is_mark_glyph(glyph) && glyph != "_" && glyph != ".") return false;
    i += here.size;
  }
  return true;
}

class PageReader {
 public:
  explicit PageReader(const PageLayout& page) : page_(page) {}

  // A mark behind a word of the text.
  std::optional<NotePlace> mark_at(std::size_t line_index, const RaisedPiece& piece) const {
    const LineLayout& line = page_.lines[line_index];
    if (line.words.empty() || piece.gap_before > kFarthestMark) return std::nullopt;
    const double centre = (piece.left + piece.right) / 2;
    // The last word that begins before the piece's middle.
    std::size_t w = line.words.size();
    while (w > 0 && line.words[w - 1].left > centre) --w;
    if (w == 0) return std::nullopt;
    const WordLayout& word = line.words[--w];
    const std::string_view text = text_of(line, word.span);

    NotePlace place;
    place.line = line_index;
    place.is_asterisk = is_asterisk(piece);
    if (w > 0 && is_lone_mark(text, word, piece)) {
      // The whole word is the mark, and the space before it goes.
      place.span = {line.words[w - 1].span.end, word.span.end};
      place.glyphs = std::string(text);
      return place;
    }
    // The mark may be the next word, whose box begins a little late.
    if (w + 1 < line.words.size()) {
      const WordLayout& next = line.words[w + 1];
      const std::string_view next_text = text_of(line, next.span);
      if (is_lone_mark(next_text, next, piece) && next.left - piece.right < 0.3 * line.x_height &&
          piece.right > word.right - 0.3 * line.x_height) {
        place.span = {word.span.end, next.span.end};
        place.glyphs = std::string(next_text);
        return place;
      }
    }
    return in_word(line, word, piece, place);
  }

  // A label before a note.
  std::optional<NotePlace> label_at(std::size_t line_index, const RaisedPiece& piece) const {
    const LineLayout& line = page_.lines[line_index];
    if (line.words.empty()) return std::nullopt;
    // The word that begins with it, or right behind it.
    const auto word = std::find_if(line.words.begin(), line.words.end(), [&](const WordLayout& candidate) {
      return candidate.right > piece.left + 0.25 * (piece.right - piece.left);
    });
    if (word == line.words.end()) return std::nullopt;
    const std::string_view text = text_of(line, word->span);
    NotePlace place;
    place.line = line_index;
    place.is_asterisk = is_asterisk(piece);
    place.begins_line = word == line.words.begin();
    if (is_lone_mark(text, *word, piece)) {
      place.span = word->span;
      place.glyphs = std::string(text);
      return place;
    }
    if (word->left < piece.left - 0.7 * line.x_height) return std::nullopt;  // in the middle of a word
    if (!place.begins_line && piece.gap_before < kLabelGap &&
        piece.left - std::prev(word)->right < kLabelGap * line.x_height)
      return std::nullopt;
    const text::Decoded first = text::decode_at(text, 0);
    const std::string_view glyph = text.substr(0, first.size);
    const bool covers = word->left < piece.right - 0.2 * (piece.right - piece.left);
    const bool is_alone = text.size() == first.size;
    // A narrow letter before a capital is the figure 1: "ICADMUS", "lThe".
    const bool is_one = !is_alone && (glyph == "I" || glyph == "l" || glyph == "i") && text.size() > 1 &&
                        text::is_upper(text::decode_at(text, first.size).code_point);
    if (covers && (is_mark_glyph(glyph) || is_one || (is_alone && word + 1 != line.words.end()))) {
      place.span = {word->span.begin, word->span.begin + first.size};
      // Quotes that belong to the note are two signs.
      place.glyphs = std::string(glyph);
      place.needs_space = !is_alone;
      return place;
    }
    if (covers && !is_alone && is_all_mark_glyphs(text)) {
      place.span = word->span;
      place.glyphs = std::string(text);
      return place;
    }
    place.span = {word->span.begin, word->span.begin};
    place.needs_space = true;
    return place;
  }

 private:
  // A word that is nothing but the mark. Stops, and a quote that is closed, are the text's.
  static bool is_lone_mark(std::string_view text, const WordLayout& word, const RaisedPiece& piece) {
    if (!is_all_mark_glyphs(text) || text.find_first_of(",;:.\"") != std::string_view::npos ||
        text.find("”") != std::string_view::npos)
      return false;
    return text::count_code_points(text) <= 2 && word.right - word.left < 2.5 * (piece.right - piece.left);
  }

  static bool is_asterisk(const RaisedPiece& piece) { return piece.width >= kAsteriskRatio * piece.height; }

  static std::string_view text_of(const LineLayout& line, text::Span span) {
    return std::string_view(line.text).substr(span.begin - line.span.begin, span.size());
  }

  // A mark at the end of a word, or inside one that runs on: "Hefele,‘the", "Bona:5—".
  static std::optional<NotePlace> in_word(const LineLayout& line, const WordLayout& word, const RaisedPiece& piece,
                                          NotePlace place) {
    const double width = piece.right - piece.left;
    // The sign whose box the piece covers best, from the end.
    const GlyphLayout* covered = nullptr;
    double most = 0;
    for (const GlyphLayout& glyph : word.glyphs) {
      const double common = std::min(glyph.right, piece.right) - std::max(glyph.left, piece.left);
      if (common >= most && common > 0.3 * width) {
        most = common;
        covered = &glyph;
      }
    }
    if (covered == nullptr && !word.glyphs.empty() && piece.left >= word.right - 0.5 * width) {
      place.span = {word.span.end, word.span.end};
      return place;
    }
    if (covered == nullptr) return std::nullopt;
    const std::string_view glyph = text_of(line, covered->span);
    const bool is_last = covered == &word.glyphs.back();
    // A quotation mark or a sign that begins well before the piece is itself.
    const bool begins_with_it = covered->left > piece.left - 0.6 * width;
    const bool may_be_mark = is_mark_glyph(glyph) && glyph != "”" && glyph != "\"" && glyph != "“" && glyph != "," &&
                             glyph != ";" && glyph != ":";
    if (may_be_mark && begins_with_it && !is_own_quote(line, *covered, glyph, piece)) {
      place.span = covered->span;
      place.glyphs = std::string(glyph);
    } else {
      // Dropped: it stands behind the last sign that begins before it.
      const GlyphLayout* before = nullptr;
      for (const GlyphLayout& sign : word.glyphs)
        if ((sign.left + std::min(sign.right, sign.left + width)) / 2 < piece.left + 0.25 * width) before = &sign;
      if (before == nullptr) return std::nullopt;
      const std::size_t end = before == &word.glyphs.back() || is_last ? word.span.end : before->span.end;
      place.span = {end, end};
    }
    // Specks behind it are part of it.
    if (!place.glyphs.empty() && place.span.end < word.span.end &&
        text_of(line, {place.span.end, word.span.end}).find_first_not_of("_.") == std::string_view::npos)
      place.span.end = word.span.end;
    // A sign behind a stop is the mark, wherever the engine thought that it stands.
    if (place.span.is_empty() && place.span.end == word.span.end && !word.glyphs.empty()) {
      const GlyphLayout& last = word.glyphs.back();
      const std::string_view sign = text_of(line, last.span);
      const std::string_view rest = text_of(line, {word.span.begin, last.span.begin});
      const bool is_misread = sign == "?" || sign == "!" || sign == "’" || sign == "‘" || sign == "'" || sign == "®" ||
                              sign == "*" || sign == "°";
      const bool follows_stop = rest.ends_with(".") || rest.ends_with(",") || rest.ends_with(";") ||
                                rest.ends_with(":") || rest.ends_with("?") || rest.ends_with("”");
      if (is_misread && follows_stop && !is_own_quote(line, last, sign, piece)) {
        place.span = last.span;
        place.glyphs = std::string(sign);
      }
    }
    if (place.span.end < word.span.end) {
      // Inside a word only a dash or a lost space goes on behind it.
      const std::string_view rest = text_of(line, {place.span.end, word.span.end});
      const bool is_dash = rest.starts_with("—") || rest.starts_with("-") || rest.starts_with("–");
      const std::string_view before = text_of(line, {word.span.begin, place.span.begin});
      if (!is_dash && (place.glyphs.empty() || !has_plain_letter(before))) return std::nullopt;
      // A word that merely has an apostrophe: "Irenaeus’s".
      if (!is_dash && has_plain_letter(before.substr(before.size() - 1)) && place.glyphs != "?" && place.glyphs != "!")
        return std::nullopt;
      // Marks behind marks stay: "faith”?," is no place for a mark.
      if (!is_dash && !has_plain_letter(rest)) return std::nullopt;
      place.needs_space = !is_dash;
    }
    return place;
  }

  // Whether an apostrophe or quote that was read there has small pieces of its own besides the figure.
  static bool is_own_quote(const LineLayout& line, const GlyphLayout& glyph, std::string_view sign,
                           const RaisedPiece& figure) {
    if (sign != "’" && sign != "'" && sign != "‘") return false;
    return std::any_of(line.raised.begin(), line.raised.end(), [&](const RaisedPiece& piece) {
      return &piece != &figure && piece.height < kLeastFigureHeight && piece.right > glyph.left - 1 &&
             piece.right <= figure.left + 1;
    });
  }

  const PageLayout& page_;
};

std::vector<std::size_t> numbered_lines(const PageEdges& edges) {
  std::vector<std::size_t> lines;
  for (const auto* bands : {&edges.top, &edges.bottom})
    for (const EdgeBand& band : *bands) {
      const bool is_head = bands == &edges.top && &band == &bands->front() && !band.tokens.empty() &&
                           (read_page_number(band.tokens.front()) || read_page_number(band.tokens.back()));
      if (is_head || band.is_lone_sign()) lines.insert(lines.end(), band.lines.begin(), band.lines.end());
    }
  return lines;
}

bool begins_with_label(const LineLayout& line, const PageLayout& page) {
  if (line.words.empty()) return false;
  // In type of full size only what was read as a figure or a sign begins a note.
  const std::string_view first = std::string_view(line.text).substr(0, text::decode_at(line.text, 0).size);
  const bool is_small = line.x_height <= kNoteType * page.x_height;
  if (!is_small && (!is_mark_glyph(first) || first == "“" || first == "‘" || first == "\"" || first == "'"))
    return false;
  for (std::size_t i = 0; i < line.raised.size(); ++i) {
    const RaisedPiece& piece = line.raised[i];
    if (piece.left > line.words.front().left + 0.7 * line.x_height) return false;
    if (is_figure(line, i)) return true;
  }
  return false;
}

// A figure in a wide gap of small type: the label of a second note on the line, whatever became of the first one's.
bool has_inner_label(const LineLayout& line, const PageLayout& page) {
  constexpr double kWideGap = 2;
  if (line.x_height > kNoteType * page.x_height) return false;
  for (std::size_t i = 0; i < line.raised.size(); ++i)
    if (is_figure(line, i) && line.raised[i].gap_before > kWideGap) return true;
  return false;
}

// The lines of the notes, from the top: the highest line that begins with a label, and all below it. Above it no line
// of full size may be jumped over.
std::vector<std::size_t> note_lines(const PageLayout& page, const std::vector<std::size_t>& left_out) {
  std::vector<std::size_t> order;
  for (const std::size_t line : page.from_top)
    if (std::find(left_out.begin(), left_out.end(), line) == left_out.end()) order.push_back(line);
  std::size_t first = order.size();
  bool is_at_foot = true;
  for (std::size_t i = order.size(); i-- > 0;) {
    const LineLayout& line = page.lines[order[i]];
    if (begins_with_label(line, page) || has_inner_label(line, page)) {
      first = i;
      is_at_foot = false;
      continue;
    }
    if (is_at_foot && line.span.size() < kShortestLine) continue;
    if (line.x_height > kNoteType * page.x_height) break;
    is_at_foot = false;
  }
  return {order.begin() + static_cast<std::ptrdiff_t>(first), order.end()};
}

}  // namespace

std::optional<int> NotePlace::figure() const {
  int number = 0;
  for (const char c : glyphs) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number > 0 ? std::optional(number) : std::nullopt;
}

NoteReadings readings_of(const PageNotes& notes) {
  NoteReadings readings;
  for (const NotePlace& mark : notes.marks)
    if (!mark.is_asterisk) readings.marks.push_back(mark.glyphs);
  for (const NotePlace& label : notes.labels)
    if (!label.is_asterisk) readings.labels.push_back(label.glyphs);
  return readings;
}

PageNotes find_notes(const PageLayout& page, const PageEdges& edges) {
  PageNotes notes;
  const std::vector<std::size_t> left_out = numbered_lines(edges);
  if (page.x_height <= 0) return notes;
  notes.note_lines = note_lines(page, left_out);
  const std::vector<std::size_t>& of_notes = notes.note_lines;
  const PageReader reader(page);
  for (std::size_t index = 0; index < page.lines.size(); ++index) {
    if (std::find(left_out.begin(), left_out.end(), index) != left_out.end()) continue;
    const bool is_note = std::find(of_notes.begin(), of_notes.end(), index) != of_notes.end();
    const LineLayout& line = page.lines[index];
    for (std::size_t i = 0; i < line.raised.size(); ++i) {
      if (!is_figure(line, i)) continue;
      auto place = is_note ? reader.label_at(index, line.raised[i]) : reader.mark_at(index, line.raised[i]);
      if (!place) continue;
      // A blot may be as wide as an asterisk; only one that was read as a sign counts.
      if (place->is_asterisk && place->glyphs.find_first_of("*Xx") == std::string::npos) continue;
      auto& places = is_note ? notes.labels : notes.marks;
      // Two pieces of one figure.
      if (!places.empty() && places.back().line == index && places.back().span.end >= place->span.begin &&
          !(places.back().span.is_empty() && place->span.begin > places.back().span.end))
        continue;
      places.push_back(std::move(*place));
    }
  }
  return notes;
}

}  // namespace emend::layout
