#include "correct/rules/footnotes/mark_evidence.h"

namespace emend::correct {

// All of them are judged, not fitted; the sequence then speaks for or against.
double log_odds_of(Before before) {
  switch (before) {
    case Before::kEllipsis: return 1.5;       // an omission is where notes are hung
    case Before::kLooseEllipsis: return 0.5;  // a space between the ellipsis and the digits
    case Before::kSentenceEnd: return 0.5;
    case Before::kTornStop: return 3;  // " .21 to": no fraction can stand there, the words around it say
    case Before::kWord: return -1.5;
  }
  return 0;
}

double log_odds_of(Behind behind) {
  switch (behind) {
    case Behind::kCapital:
    case Behind::kParagraphEnd: return 1;
    case Behind::kSmall: return -0.5;
    case Behind::kOther: return -1;
  }
  return 0;
}

double log_odds_of(FootnoteMarkCandidate::Glyphs glyphs) {
  using Glyphs = FootnoteMarkCandidate::Glyphs;
  switch (glyphs) {
    case Glyphs::kMark: return 6;
    case Glyphs::kBrackets: return 3;
    case Glyphs::kSymbol: return 2;
    case Glyphs::kDigits: return 0.5;
    case Glyphs::kLetter: return -0.5;
  }
  return 0;
}

std::string_view description_of(Before before) {
  switch (before) {
    case Before::kEllipsis:
    case Before::kLooseEllipsis: return "behind an ellipsis";
    case Before::kSentenceEnd: return "behind a sentence's end";
    case Before::kTornStop: return "behind a full stop that hangs loose between two words";
    case Before::kWord: return "behind a word";
  }
  return "";
}

std::string_view description_of(Behind behind) {
  switch (behind) {
    case Behind::kCapital: return " and before a capital";
    case Behind::kParagraphEnd: return " at the end of a paragraph";
    case Behind::kSmall:
    case Behind::kOther: return "";
  }
  return "";
}

bool is_mark_symbol(char32_t c) {
  // Signs that have no business behind a full stop. The asterisk, the dagger and the raised digits are missing: they
  // are footnote marks themselves, and legible. So are closing brackets, which close what was opened far before.
  for (const char32_t symbol : {U'@', U'®', U'©', U'°', U'¢', U'#', U'^', U'~', U'{', U'[', U'\\', U'¥', U'€'})
    if (c == symbol) return true;
  return false;
}

std::optional<int> mark_number(std::string_view glyphs, bool allow_look_alikes) {
  if (glyphs.empty() || glyphs.size() > kMostGlyphs) return std::nullopt;
  int number = 0;
  for (const char c : glyphs) {
    int digit = 0;
    if (c >= '0' && c <= '9') {
      digit = c - '0';
    } else if (allow_look_alikes && (c == 'l' || c == 'I' || c == '|')) {
      digit = 1;
    } else if (!(allow_look_alikes && (c == 'O' || c == 'o') && number > 0)) {
      return std::nullopt;
    }
    if (digit == 0 && number == 0) return std::nullopt;
    number = number * 10 + digit;
  }
  return number <= kHighestMark ? std::optional(number) : std::nullopt;
}

}  // namespace emend::correct
