#include "check/mojibake.h"

#include <array>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::check {
namespace {

// What Windows-1252 has for 0x80 to 0x9F; 0 where it has nothing and programs keep the control character.
// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
constexpr std::array<char32_t, 32> kSpecials = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
// A single letter of another script may be an accident of an accented capital and a quote; three in a row are a word.
constexpr std::size_t kFewestForeignLetters = 3;
// Text that went wrong three times over is beyond what was ever seen.
constexpr int kMostRounds = 3;

// The byte of Windows-1252 or Latin-1, or -1.
int byte_of(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<int>(c);
  for (std::size_t i = 0; i < kSpecials.size(); ++i)
    if (kSpecials[i] == c) return static_cast<int>(0x80 + i);
  return -1;
}

// Letters of texts in Latin letters, punctuation, signs: arrows and boxes as well, since no word has three such bytes.
bool is_usual(char32_t c) {
  return (c >= 0xA0 && c <= 0x17F) || c == 0x192 || (c >= 0x2000 && c <= 0x2BFF) || c == 0xFB01 || c == 0xFB02 ||
         c == 0xFEFF;
}

struct Sequence {
  char32_t meant = 0;
  std::size_t size = 0;        // in the text
  std::size_t characters = 0;  // in the text
};

// One character that the text at `at` is the bytes of; size 0 where it is not.
Sequence sequence_at(std::string_view text, std::size_t at) {
  std::string bytes;
  Sequence sequence;
  const text::Decoded lead = text::decode_at(text, at);
  const int first = lead.size > 1 ? byte_of(lead.code_point) : -1;
  const int wanted = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 ? 4 : 0;
  if (first < 0xC2 || first > 0xF4) return sequence;
  bytes += static_cast<char>(first);
  std::size_t end = at + lead.size;
  for (int i = 1; i < wanted; ++i) {
    const text::Decoded next = text::decode_at(text, end);
    const int byte = next.size > 1 ? byte_of(next.code_point) : -1;
    if (byte < 0x80 || byte > 0xBF) {
      // The last byte of a closing quote is none of Windows-1252's, and many programs drop it.
      if (first == 0xE2 && i == 2 && bytes[1] == '\x80') return {U'”', end - at, 2};
      return sequence;
    }
    bytes += static_cast<char>(byte);
    end += next.size;
  }
  const text::Decoded meant = text::decode_at(bytes, 0);
  if (meant.size != bytes.size()) return sequence;
  return {meant.code_point, end - at, static_cast<std::size_t>(wanted)};
}

// What may stand behind the last letter of a word without a space.
bool is_closing_mark(char32_t c) { return std::u32string_view(U"‘’“”…–—›»").find(c) != std::u32string_view::npos; }

// “GÅ” and „FLÄ“: a word in capitals and the mark behind it.
bool is_capital_and_mark(std::string_view text, std::size_t at, const Sequence& sequence) {
  if (sequence.characters != 2) return false;
  const text::Decoded letter = text::decode_at(text, at);
  const text::Decoded mark = text::decode_at(text, at + letter.size);
  const text::Decoded before = text::decode_before(text, at);
  const text::Decoded behind = text::decode_at(text, at + sequence.size);
  return before.size > 0 && text::is_upper(before.code_point) && text::is_upper(letter.code_point) &&
         is_closing_mark(mark.code_point) && !(behind.size > 0 && text::is_letter(behind.code_point));
}

}  // namespace

std::vector<Mojibake> find_mojibake(std::string_view text) {
  std::vector<Mojibake> found;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    // Characters that stand side by side as bytes of others.
    const std::size_t begin = i;
    std::string meant;
    std::size_t foreign = 0;
    bool has_usual = false;
    for (Sequence next = sequence_at(text, i); next.size > 0; next = sequence_at(text, i)) {
      if (i == begin && is_capital_and_mark(text, i, next)) break;
      const bool is_foreign = !is_usual(next.meant);
      if (is_foreign && !text::is_letter(next.meant)) break;
      if (is_foreign) ++foreign;
      has_usual = has_usual || !is_foreign;
      text::append_utf8(meant, next.meant);
      i += next.size;
    }
    if (i == begin)
      i += text::decode_at(text, i).size;
    else if (has_usual ? foreign == 0 : foreign >= kFewestForeignLetters)
      found.push_back({{begin, i}, std::move(meant)});
  }
  // What went wrong twice is made right twice.
  for (Mojibake& one : found)
    for (int round = 1; round < kMostRounds; ++round) {
      const auto again = sequence_at(one.meant, 0);
      if (again.size != one.meant.size() || !is_usual(again.meant)) break;
      one.meant.clear();
      text::append_utf8(one.meant, again.meant);
    }
  return found;
}

}  // namespace emend::check
