#include <algorithm>

#include "correct/rule.h"
#include "correct/token_context.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "look-alike-characters",
    .group = "characters",
    .summary = "Write a letter of another alphabet that only looks right as the letter that is meant",
    .why =
        "Engines that know several alphabets, and keyboards switched in the middle of a word, put a Cyrillic or Greek "
        "letter into a Latin word or the other way about. On paper the two are one shape. Inside one word the "
        "alphabet of most of its letters is meant; full-width forms in a Latin text stand for the plain ones.",
    .example_before = "in \u0410pril 1917",
    .example_after = "in April 1917",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kKnownWord = 0.98;
constexpr double kMostLetters = 0.93;
constexpr double kFewLetters = 0.7;
constexpr double kFullWidth = 0.97;
// Letters of the word's own alphabet that make an unknown word safe to repair.
constexpr std::size_t kSafeLetters = 3;

struct LookAlike {
  char32_t latin;
  char32_t cyrillic;  // 0 where there is none
  char32_t greek;
};

constexpr LookAlike kLookAlikes[] = {
    {'A', U'А', U'Α'}, {'B', U'В', U'Β'}, {'C', U'С', 0},    {'E', U'Е', U'Ε'}, {'H', U'Н', U'Η'}, {'I', U'І', U'Ι'},
    {'J', U'Ј', 0},    {'K', U'К', U'Κ'}, {'M', U'М', U'Μ'}, {'N', 0, U'Ν'},    {'O', U'О', U'Ο'}, {'P', U'Р', U'Ρ'},
    {'S', U'Ѕ', 0},    {'T', U'Т', U'Τ'}, {'X', U'Х', U'Χ'}, {'Y', U'У', U'Υ'}, {'Z', 0, U'Ζ'},    {'a', U'а', 0},
    {'c', U'с', 0},    {'e', U'е', 0},    {'i', U'і', 0},    {'j', U'ј', 0},    {'o', U'о', U'ο'}, {'p', U'р', 0},
    {'s', U'ѕ', 0},    {'v', 0, U'ν'},    {'x', U'х', 0},    {'y', U'у', 0},
};

enum class Alphabet { kLatin, kCyrillic, kGreek, kOther };

Alphabet alphabet_of(char32_t c) {
  if (c < 0x0250) return Alphabet::kLatin;
  if (c >= 0x0370 && c <= 0x03FF) return Alphabet::kGreek;
  if (c >= 0x0400 && c <= 0x052F) return Alphabet::kCyrillic;
  return Alphabet::kOther;
}

char32_t in_alphabet(const LookAlike& entry, Alphabet alphabet) {
  switch (alphabet) {
    case Alphabet::kLatin: return entry.latin;
    case Alphabet::kCyrillic: return entry.cyrillic;
    case Alphabet::kGreek: return entry.greek;
    case Alphabet::kOther: break;
  }
  return 0;
}

// The letter of `alphabet` that looks like `c`; 0 where there is none.
char32_t look_alike(char32_t c, Alphabet alphabet) {
  for (const LookAlike& entry : kLookAlikes)
    if (c == entry.latin || (c != 0 && (c == entry.cyrillic || c == entry.greek))) return in_alphabet(entry, alphabet);
  return 0;
}

bool is_full_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E; }

class LookAlikeCharacters final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (const text::Token& token : input.tokens) {
      if (token.kind != text::TokenKind::kWord && token.kind != text::TokenKind::kMixed) continue;
      const std::string_view word = token.span.of(input.text);
      const bool is_ascii = std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; });
      if (is_ascii) continue;
      // "α-helix" is no mixture: its halves are judged apart.
      for (std::size_t begin = token.span.begin; begin < token.span.end;) {
        const std::size_t hyphen = std::min(input.text.find('-', begin), token.span.end);
        propose_for_word(input, {begin, hyphen}, edits);
        begin = hyphen + 1;
      }
    }
    propose_full_width(input, edits);
  }

 private:
  static void propose_for_word(const RuleInput& input, text::Span span, std::vector<edit::Edit>& edits) {
    const std::u32string letters = text::to_code_points(span.of(input.text));
    std::size_t counts[4] = {};
    for (const char32_t c : letters)
      if (text::is_letter(c)) ++counts[static_cast<std::size_t>(alphabet_of(c))];
    if (counts[3] > 0) return;
    const std::size_t main = static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts);
    const std::size_t own = counts[main];
    const std::size_t strange = counts[0] + counts[1] + counts[2] - own;
    if (strange == 0 || own <= strange) return;

    std::u32string repaired;
    for (const char32_t c : letters) {
      const bool is_strange = text::is_letter(c) && static_cast<std::size_t>(alphabet_of(c)) != main;
      const char32_t meant = is_strange ? look_alike(c, static_cast<Alphabet>(main)) : c;
      if (meant == 0) return;
      repaired += meant;
    }
    const std::string after = text::to_utf8(repaired);
    const bool is_known = input.lexicon.has(after);
    const bool is_safe = is_known || (own >= kSafeLetters && own >= 2 * strange);
    constexpr const char* kNames[] = {"Latin", "Cyrillic", "Greek"};
    edits.push_back(make_edit(kInfo, input, span, after,
                              std::string("letters of another alphabet stand in a ") + kNames[main] + " word",
                              is_known  ? kKnownWord
                              : is_safe ? kMostLetters
                                        : kFewLetters));
    if (!is_safe) edits.back().applicability = edit::Applicability::kProposed;
  }

  static void propose_full_width(const RuleInput& input, std::vector<edit::Edit>& edits) {
    constexpr std::string_view kLeadByte = "\xEF";
    if (input.text.find(kLeadByte) == std::string_view::npos || is_east_asian(input.text)) return;
    for (std::size_t begin = input.text.find(kLeadByte); begin != std::string_view::npos;
         begin = input.text.find(kLeadByte, begin)) {
      std::size_t end = begin;
      std::string plain;
      text::Decoded here = text::decode_at(input.text, end);
      for (; is_full_width(here.code_point); here = text::decode_at(input.text, end)) {
        plain += static_cast<char>(here.code_point - 0xFEE0);
        end += here.size;
      }
      if (plain.empty()) {
        begin += here.size;
        continue;
      }
      edits.push_back(
          make_edit(kInfo, input, {begin, end}, plain, "full-width forms in a text of the west", kFullWidth));
      begin = end;
    }
  }

  // One ideograph, syllable or ideographic mark is enough: full-width forms are at home beside them.
  static bool is_east_asian(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const text::Decoded decoded = text::decode_at(text, i);
      const char32_t c = decoded.code_point;
      if ((c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || c >= 0x20000) return true;
      i += decoded.size;
    }
    return false;
  }
};

}  // namespace

std::unique_ptr<Rule> make_look_alike_characters() { return std::make_unique<LookAlikeCharacters>(); }

}  // namespace emend::correct
