// What the engine says of each word of a scanned text: how sure it was of it, and what else it saw in a letter's place.
//
// Made from a document of a scan and borrowed from it: the document must stay where it is. Read-only after
// construction; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "edit/apply.h"
#include "text/span.h"

namespace emend::correct {

struct LetterEvidence {
  text::Span span;
  float confidence = 0;
  const std::vector<document::Alternative>* others = nullptr;  // best first, without what was read; never null
};

struct WordEvidence {
  text::Span span;                      // of the text; with the marks that the engine holds to be part of the word
  float confidence = 0;                 // 0 to 1
  std::vector<LetterEvidence> letters;  // side by side over the whole span; empty where the engine gives none
};

class ScanEvidence {
 public:
  // Of the raw text. Words of a witness without confidences are left out: nobody was asked how sure it was.
  explicit ScanEvidence(const document::Document& document);

  // Of the raw text with edits, where `this` is of the raw text. A word that one of them touches is left out: it is no
  // longer what the engine read.
  ScanEvidence moved(const edit::CleanText& clean) const;

  // The word that holds the whole span; null where there is none.
  const WordEvidence* word_at(text::Span span) const;
  // In the order of the text.
  const std::vector<WordEvidence>& words() const { return words_; }

 private:
  ScanEvidence() = default;
  std::vector<WordEvidence> words_;
};

// How much likelier than usual it is that the engine misread a word it was so sure of: a natural logarithm, 0 at the
// confidence that says nothing, bounded on both sides.
double doubt_of(float confidence);

// What it costs, as a confusion, that a letter is not the one that was read but one of the others. Natural logarithm
// with the sign turned.
double cost_of_other(const LetterEvidence& letter, const document::Alternative& other);

// A letter that is another one of the engine's.
struct OtherLetter {
  std::size_t place = 0;   // in the span, from 1, in letters
  std::size_t choice = 0;  // 2 for the engine's second choice
  std::string text;
  float confidence = 0;  // 0 to 1, as the engine tells it; those of one place do not add up to 1
  double cost = 0;       // cost_of_other
};

// Which letters of the span are others where `meant` stands on paper, letter by letter. None at all (nullopt) where it
// has another length, or a letter that the engine did not see.
std::optional<std::vector<OtherLetter>> other_letters(std::string_view text, const WordEvidence& word, text::Span span,
                                                      std::string_view meant);

// What it costs that `meant` is what stands on paper where the engine read the letters of the span, letter by letter.
// Nothing where it has another length, or a letter that the engine did not see.
std::optional<double> cost_of_reading(std::string_view text, const WordEvidence& word, text::Span span,
                                      std::string_view meant);

// Whether the engine, which tells its other letters of this word, could have seen `meant` letter by letter; where
// cost_of_reading has nothing to say of it, it did not.
bool is_unseen(const WordEvidence& word, text::Span span, std::string_view meant);

// Something else that the engine's letters spell.
struct OtherReading {
  std::string text;
  double cost = 0;  // as of a confusion
  int letters = 0;  // that are others
};

// The cheapest first: what the letters under the span spell with others of the engine's at up to three places, whether
// a word or not. A few dozen at most; equal ones in an order that depends on nothing but the input.
std::vector<OtherReading> other_readings(std::string_view text, const WordEvidence& word, text::Span span);

}  // namespace emend::correct
