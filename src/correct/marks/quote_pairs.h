// Which quotation marks of a paragraph open, which close, and which have lost their partner.
//
// Recognition tears quotation marks off their words and makes apostrophes of specks. What is glued to the word behind
// it opens, what is glued to the word before it closes, and one that stands free takes the part that its neighbours
// leave it. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace emend::correct {

struct PairedQuote {
  std::size_t at = 0;  // its first byte
  bool is_double = false;
  bool is_opening = false;
  bool has_partner = false;
};

// Told mark by mark, in the order of the text.
class QuotePairs {
 public:
  explicit QuotePairs(std::string_view text) : text_(text) {}

  // The quotation mark or apostrophe of so many bytes at that place.
  void add(std::size_t at, std::size_t bytes, bool is_double);
  void end_paragraph();

  // Of the paragraphs that have ended, in the order of the text. Nothing of a place where no mark was added.
  const PairedQuote* find(std::size_t at) const;

 private:
  enum class Form : unsigned char { kOpens, kCloses, kFree, kGlued };
  struct Waiting {
    PairedQuote mark;
    Form form = Form::kFree;
  };
  void pair_up(std::vector<Waiting>& marks);

  std::string_view text_;
  std::vector<Waiting> single_;
  std::vector<Waiting> double_;
  std::vector<PairedQuote> told_;
};

}  // namespace emend::correct
