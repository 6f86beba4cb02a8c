#include "correct/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "soft-hyphen",
    .group = "characters",
    .summary = "Take soft hyphens out of words",
    .why =
        "A soft hyphen (U+00AD) only allows a break, and shows nothing where no break is. At the end of a line it is "
        "the visible hyphen of a broken word, and becomes one. Some converters put it where a real hyphen stood: "
        "where the joined word is unknown and both halves are words, a hyphen is proposed.",
    .example_before = "the co\u00ADoperative",
    .example_after = "the cooperative",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kInsideWord = 0.98;
constexpr double kAtLineEnd = 0.95;
constexpr double kForHyphen = 0.7;

constexpr std::string_view kSoftHyphen = "\u00AD";
// Letters looked at on either side; longer runs are no words.
constexpr std::size_t kLongestHalfBytes = 60;

std::string_view letters_before(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && offset - begin < kLongestHalfBytes) {
    const text::Decoded decoded = text::decode_before(text, begin);
    if (!text::is_letter(decoded.code_point)) break;
    begin -= decoded.size;
  }
  return text.substr(begin, offset - begin);
}

std::string_view letters_after(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  while (end < text.size() && end - offset < kLongestHalfBytes) {
    const text::Decoded decoded = text::decode_at(text, end);
    if (!text::is_letter(decoded.code_point)) break;
    end += decoded.size;
  }
  return text.substr(offset, end - offset);
}

class SoftHyphen final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::string_view text = input.text;
    for (std::size_t begin = text.find(kSoftHyphen); begin != text.npos;) {
      std::size_t end = begin;
      while (text.substr(end, kSoftHyphen.size()) == kSoftHyphen) end += kSoftHyphen.size();
      propose_for(input, {begin, end}, edits);
      begin = text.find(kSoftHyphen, end);
    }
  }

 private:
  static void propose_for(const RuleInput& input, text::Span span, std::vector<edit::Edit>& edits) {
    const std::string_view before = letters_before(input.text, span.begin);
    const std::string_view after = letters_after(input.text, span.end);
    const char32_t next = text::decode_at(input.text, span.end).code_point;
    if (!before.empty() && (next == '\n' || next == '\r')) {
      edits.push_back(
          make_edit(kInfo, input, span, "-", "a soft hyphen that breaks a word at the end of a line", kAtLineEnd));
      return;
    }
    const std::string joined = std::string(before) + std::string(after);
    const bool is_hyphen = before.size() > 1 && after.size() > 1 && !input.lexicon.has(joined) &&
                           input.lexicon.has(before) && input.lexicon.has(after);
    if (is_hyphen) {
      edits.push_back(
          make_edit(kInfo, input, span, "-",
                    "“" + std::string(before) + "” and “" + std::string(after) + "” are words, “" + joined + "” is not",
                    kForHyphen));
      edits.back().applicability = edit::Applicability::kProposed;
      return;
    }
    edits.push_back(make_edit(kInfo, input, span, "", "a soft hyphen inside a line shows nothing", kInsideWord));
  }
};

}  // namespace

std::unique_ptr<Rule> make_soft_hyphen() { return std::make_unique<SoftHyphen>(); }

}  // namespace emend::correct
