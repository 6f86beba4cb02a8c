#include "measure/view.h"

#include <algorithm>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::measure {
namespace {

constexpr std::string_view kNames[] = {"strict", "typographic", "letters", "folded"};

// Narrower than Unicode's white space and letters on purpose: published figures rest on these very sets.
bool separates(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A);
}
bool is_latin_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c >= 0xC0; }
bool is_word_character(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'_' || (c >= 0xC0 && c < 0x2000);
}

constexpr char32_t kEmDash = 0x2014;

bool is_ignored(char32_t c) { return c == 0xFEFF || c == 0xAD; }

char32_t plain(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == U'`' || c == 0xB4) return U'\'';
  if (c >= 0x201C && c <= 0x201E) return U'"';
  if (c >= 0x2010 && c <= 0x2013) return U'-';
  return c;
}

void append_space(std::u32string& out) {
  if (!out.empty() && out.back() != U' ') out += U' ';
}

std::u32string without_joining_hyphens(std::u32string_view in) {
  std::u32string out;
  out.reserve(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in[i] == U'-' && !out.empty() && is_latin_letter(out.back())) {
      std::size_t next = i + 1;
      bool has_line_break = false;
      while (next < in.size() && separates(in[next])) has_line_break |= in[next++] == U'\n';
      if (next < in.size() && is_latin_letter(in[next]) && (has_line_break || next == i + 1)) {
        i = next - 1;
        continue;
      }
    }
    out += in[i];
  }
  return out;
}

std::u32string plain_text(std::u32string_view in, bool letters_only) {
  std::u32string out;
  out.reserve(in.size());
  for (char32_t c : in) {
    if (is_ignored(c)) continue;
    c = plain(c);
    if (letters_only) {
      if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
      if (!is_word_character(c)) c = U' ';
    }
    if (separates(c))
      append_space(out);
    else if (c == kEmDash)
      out += U"--";
    else
      out += c;
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  return out;
}

std::u32string_view printer_choice(char32_t c) {
  switch (c) {
    case 0x017F: return U"s";
    case 0x2026: return U"...";
    case 0xFB00: return U"ff";
    case 0xFB01: return U"fi";
    case 0xFB02: return U"fl";
    case 0xFB03: return U"ffi";
    case 0xFB04: return U"ffl";
    case 0xFB05:
    case 0xFB06: return U"st";
    case U'"':
    case 0xAB:
    case 0xBB:
    case 0x201A:
    case 0x201B:
    case 0x201F:
    case 0x2032:
    case 0x2033:
    case 0x2039:
    case 0x203A: return U"'";
    case 0x2015:
    case 0x2212: return U"-";
    default: return {};
  }
}

bool closes(char32_t c) { return std::u32string_view(U",.;:!?)]}").find(c) != std::u32string_view::npos; }
bool opens(char32_t c) { return std::u32string_view(U"([{").find(c) != std::u32string_view::npos; }

// From the strict text. Quotation marks: '' and " and ' are all one apostrophe.
std::u32string without_printer_choices(std::u32string_view strict) {
  std::u32string out;
  out.reserve(strict.size());
  const auto add = [&out](char32_t c) {
    const char32_t last = out.empty() ? U'\0' : out.back();
    if ((c == U'-' || c == U'\'') && last == c) return;
    if (c == U' ' && (last == U'-' || opens(last))) return;
    if ((c == U'-' || closes(c)) && last == U' ') out.pop_back();
    out += c;
  };
  for (const char32_t c : strict) {
    const std::u32string_view choice = printer_choice(c);
    if (choice.empty())
      add(c);
    else
      std::for_each(choice.begin(), choice.end(), add);
  }
  if (!out.empty() && out.back() == U' ') out.pop_back();
  return out;
}

}  // namespace

std::string_view name_of(View view) { return kNames[static_cast<std::size_t>(view)]; }

std::optional<View> view_of(std::string_view name) {
  for (const View view : kAllViews)
    if (name_of(view) == name) return view;
  return std::nullopt;
}

std::u32string viewed(std::string_view text, const ViewOptions& options) {
  const bool is_folded = options.view == View::kFolded;
  std::u32string points = text::to_code_points(is_folded ? text::to_lower(text) : text);
  if (options.joins_hyphens) points = without_joining_hyphens(points);
  points = plain_text(points, options.view == View::kLetters);
  return options.view == View::kTypographic ? without_printer_choices(points) : points;
}

}  // namespace emend::measure
