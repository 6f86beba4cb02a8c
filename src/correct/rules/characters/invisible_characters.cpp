#include "correct/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo = {
    .id = "invisible-characters",
    .group = "characters",
    .summary = "Take out characters that show nothing",
    .why =
        "Zero-width spaces, byte-order marks inside a text, direction marks and control characters come from "
        "converters and web pages. Nobody sees them, yet they split words for every search and can hide text. Marks "
        "that some scripts need are kept beside letters of such scripts.",
    .example_before = "the min\u200Butes",
    .example_after = "the minutes",
    .applicability = edit::Applicability::kAutomatic,
};

// There is nothing on paper that they could stand for.
constexpr double kProbability = 0.98;

// Tabs, line breaks of every kind and page breaks are layout, not dirt.
bool is_control_dirt(char32_t c) { return (c < 0x20 && !(c >= 0x09 && c <= 0x0D)) || c == 0x7F; }
bool is_zero_width(char32_t c) { return c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB); }
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }
bool is_direction_mark(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_invisible(char32_t c) { return is_control_dirt(c) || is_zero_width(c) || is_joiner(c) || is_direction_mark(c); }

// Scripts of Europe are written without joiners and direction marks; all others may need them.
bool needs_marks(char32_t c) {
  if (c < 0x0590) return false;
  if (text::is_letter(c) || text::is_mark(c)) {
    const std::string script = text::script_of(c);
    return script != "Latn" && script != "Grek" && script != "Cyrl" && script != "Zyyy" && script != "Zinh";
  }
  return c >= 0x1F000 || c == 0xFE0F;  // joiners build emoji
}

class InvisibleCharacters final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const std::string_view text = input.text;
    const bool keeps_directions = has_right_to_left(text);
    char32_t previous = 0;
    for (std::size_t i = 0; i < text.size();) {
      const text::Decoded decoded = text::decode_at(text, i);
      if (!is_invisible(decoded.code_point)) {
        previous = decoded.code_point;
        i += decoded.size;
        continue;
      }
      std::size_t end = i;
      std::size_t count = 0;
      bool has_marks = false;
      bool has_directions = false;
      text::Decoded next = decoded;
      while (next.size > 0 && is_invisible(next.code_point)) {
        has_marks = has_marks || is_joiner(next.code_point);
        has_directions = has_directions || is_direction_mark(next.code_point);
        end += next.size;
        ++count;
        next = text::decode_at(text, end);
      }
      const bool is_needed = (has_marks && (needs_marks(previous) || needs_marks(next.code_point))) ||
                             (has_directions && keeps_directions);
      if (!is_needed)
        edits.push_back(make_edit(
            kInfo, input, {i, end}, "",
            count == 1 ? "a character that shows nothing" : std::to_string(count) + " characters that show nothing",
            kProbability));
      i = end;
    }
  }

 private:
  static bool has_right_to_left(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const text::Decoded decoded = text::decode_at(text, i);
      if (decoded.code_point >= 0x0590 && decoded.code_point <= 0x08FF && text::is_letter(decoded.code_point))
        return true;
      i += decoded.size;
    }
    return false;
  }
};

}  // namespace

std::unique_ptr<Rule> make_invisible_characters() { return std::make_unique<InvisibleCharacters>(); }

}  // namespace emend::correct
