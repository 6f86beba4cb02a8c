#include "train/synth/typist.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::train {
namespace {

// Carries the underline of a cell from the key to the finished line; beyond every code point.
constexpr char32_t kUnderline = 0x200000;

constexpr int kTabColumns = 5;  // tab stops of an office machine, by habit every fifth cell

// What fingers do where the keyboard lacks a character. An empty string: nothing is struck.
const std::unordered_map<char32_t, std::u32string_view>& substitutes() {
  static const std::unordered_map<char32_t, std::u32string_view> table{
      {U'\u2018', U"'"},  {U'\u2019', U"'"},  {U'\u201A', U","},  {U'\u201B', U"'"},   {U'\u201C', U"\""},
      {U'\u201D', U"\""}, {U'\u201E', U"\""}, {U'\u00AB', U"\""}, {U'\u00BB', U"\""},  {U'\u2032', U"'"},
      {U'\u2033', U"\""}, {U'\u2010', U"-"},  {U'\u2011', U"-"},  {U'\u2012', U"-"},   {U'\u2013', U"-"},
      {U'\u2014', U"--"}, {U'\u2015', U"--"}, {U'\u2212', U"-"},  {U'\u2026', U"..."}, {U'\u00D7', U"x"},
      {U'\uFB00', U"ff"}, {U'\uFB01', U"fi"}, {U'\uFB02', U"fl"}, {U'\uFB03', U"ffi"}, {U'\uFB04', U"ffl"},
      {U'\u2022', U"-"},  {U'\u00B7', U"."},  {U'\u2044', U"/"},  {U'\u00AD', U""},
  };
  return table;
}

// Whether the stroke before `offset` begins something underlined: a letter follows, and another stroke closes it on the
// same line. Strokes in a row are a line to write on.
bool begins_underline(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || text[offset] == '_' || text[offset] == ' ' || text[offset] == '\n') return false;
  const std::size_t end = text.find_first_of("_\n", offset);
  return end != std::string_view::npos && text[end] == '_';
}

// Breaks the text into pages line by line.
class Paginator {
 public:
  explicit Paginator(const TypistHabits& habits) : habits_(habits) { typed_.pages.emplace_back(); }

  bool is_too_long() const { return typed_.pages.size() > kMostPages; }

  // One line of the text, cut into as many as it needs.
  void line(std::u32string_view line) {
    const auto columns = static_cast<std::size_t>(habits_.columns);
    while (line.size() > columns && !is_too_long()) {
      std::size_t end = line.rfind(U' ', columns);
      const std::size_t first_letter = line.find_first_not_of(U' ');
      const bool is_word_too_long = end == std::u32string_view::npos || end <= first_letter;
      if (is_word_too_long) end = columns;
      put(line.substr(0, end));
      line.remove_prefix(end);
      line.remove_prefix(std::min(line.find_first_not_of(U' '), line.size()));
    }
    put(line);
  }

  void page_break() {
    if (!typed_.pages.back().lines.empty()) begin_page();
  }

  TypedText finish(std::size_t replaced) {
    // Blank sheets at the end are not typed.
    while (typed_.pages.size() > 1 && is_blank(typed_.pages.back())) typed_.pages.pop_back();
    typed_.replaced_characters = replaced;
    return std::move(typed_);
  }

 private:
  static bool is_blank(const PageText& page) {
    return std::all_of(page.lines.begin(), page.lines.end(), [](const auto& line) { return line.empty(); });
  }

  void begin_page() {
    typed_.pages.emplace_back();
    typed_.pages.back().first_strike = strikes_;
  }

  void put(std::u32string_view line) {
    const std::size_t last = line.find_last_not_of(U' ');
    line = line.substr(0, last == std::u32string_view::npos ? 0 : last + 1);
    if (typed_.pages.back().lines.size() >= static_cast<std::size_t>(habits_.lines_per_page)) begin_page();
    std::u32string keys;
    std::vector<bool> underlined;
    for (const char32_t cell : line) {
      keys += cell & ~kUnderline;
      underlined.push_back((cell & kUnderline) != 0);
    }
    PageText& page = typed_.pages.back();
    page.lines.push_back(std::move(keys));
    const bool is_any = std::find(underlined.begin(), underlined.end(), true) != underlined.end();
    page.underlined.push_back(is_any ? std::move(underlined) : std::vector<bool>());
    strikes_ += line.size();
  }

  const TypistHabits& habits_;
  TypedText typed_;
  std::size_t strikes_ = 0;
};

}  // namespace

Result<TypedText> typed_text(std::string_view text, const TypistHabits& habits,
                             const std::function<char32_t(char32_t)>& key_for) {
  Paginator paginator(habits);
  std::size_t replaced = 0;
  bool is_anything_visible = false;
  std::u32string line;
  bool is_underlining = false;

  const auto strike = [&](char32_t c) {
    if (c == U'1' && habits.l_for_one) c = U'l';
    if (c == U'0' && habits.O_for_zero) c = U'O';
    char32_t key = key_for(c);
    if (key == 0) {
      key = U'?';
      ++replaced;
    }
    line.push_back(is_underlining ? key | kUnderline : key);
    is_anything_visible = true;
  };
  const auto end_line = [&] {
    paginator.line(line);
    line.clear();
    is_underlining = false;
  };

  const std::string composed = text::to_nfc(text::repaired_utf8(text));
  for (std::size_t offset = 0; offset < composed.size() && !paginator.is_too_long();) {
    const text::Decoded decoded = text::decode_at(composed, offset);
    const char32_t c = decoded.code_point;
    offset += decoded.size;
    if (habits.underlines && c == U'_' && (is_underlining || begins_underline(composed, offset))) {
      is_underlining = !is_underlining;
    } else if (c == U'\n' || c == U'\u2028' || c == U'\u2029') {
      end_line();
    } else if (c == U'\f') {
      if (!line.empty()) end_line();
      paginator.page_break();
    } else if (c == U'\t') {
      do line.push_back(U' ');
      while (line.size() % kTabColumns != 0);
    } else if (c == U'\r') {
      if (offset >= composed.size() || composed[offset] != '\n') end_line();
    } else if (text::is_space(c)) {
      line.push_back(U' ');
    } else if (const auto found = substitutes().find(c); found != substitutes().end()) {
      for (const char32_t key : found->second) strike(key);
    } else if (!text::is_control(c) && c != U'\uFEFF') {
      strike(c);
    }
  }
  if (!line.empty()) end_line();

  if (!is_anything_visible)
    return fail(ErrorKind::kUsage, "", "there is nothing to type", "give a text with letters in it");
  TypedText typed = paginator.finish(replaced);
  if (typed.pages.size() > kMostPages)
    return fail(ErrorKind::kTooLarge, "", "this text fills more than " + std::to_string(kMostPages) + " pages",
                "type it in parts");
  return typed;
}

}  // namespace emend::train
