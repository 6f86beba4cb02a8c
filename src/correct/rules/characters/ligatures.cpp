#include "correct/rule.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "ligatures",
    .group = "characters",
    .summary = "Write joined letters as the letters they join",
    .why =
        "Printers cast fi, fl and their like as one piece of type, and some engines give them as one character. No "
        "search finds such words. The letters æ, œ and ß are letters of their own and stay.",
    .example_before = "the ﬁrst oﬃce",
    .example_after = "the first office",
    .applicability = edit::Applicability::kAutomatic,
};

// There is no other reading.
constexpr double kProbability = 0.99;

// U+FB00 to U+FB06, in order: all are EF AC 80 to EF AC 86 in UTF-8.
constexpr std::string_view kFirstTwoBytes = "\xEF\xAC";
constexpr std::string_view kLetters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

class Ligatures final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    for (std::size_t at = input.text.find(kFirstTwoBytes); at != std::string_view::npos;
         at = input.text.find(kFirstTwoBytes, at + 3)) {
      const std::size_t index = static_cast<unsigned char>(input.text[at + 2]) - 0x80u;
      if (index >= std::size(kLetters)) continue;
      const std::string letters(kLetters[index]);
      edits.push_back(make_edit(kInfo, input, {at, at + 3}, letters, "one character stands for the letters " + letters,
                                kProbability));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_ligatures() { return std::make_unique<Ligatures>(); }

}  // namespace emend::correct
