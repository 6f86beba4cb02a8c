#include "correct/lattice/stray_letter.h"

#include <string_view>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// Letters that specks and column rules are read as, and how rare that is inside a line and at its ends.
constexpr std::string_view kStrayLetters = "iItjJl1_vfr";
constexpr double kStrayInsideLineCost = 7.5;
constexpr double kStrayAtLineEndCost = 6;

}  // namespace

void add_stray_letter(SentenceArcs& arcs, std::size_t i) {
  const PassContext& context = arcs.context();
  const std::string_view text = context.text;
  text::Span span = context.units[i].span;
  if (span.size() > 1 || kStrayLetters.find(text[span.begin]) == std::string_view::npos) return;
  // Beside a capitalised word a capital is an initial.
  const auto is_beside_name = [&](std::size_t k) {
    return text::is_upper(text::decode_at(text, context.units[k].span.begin).code_point);
  };
  if (is_beside_name(i) &&
      ((i > arcs.begin() && is_beside_name(i - 1)) || (i + 1 < arcs.end() && is_beside_name(i + 1))))
    return;
  const bool begins_line = span.begin == 0 || text[span.begin - 1] == '\n';
  const bool ends_line = span.end < text.size() && text[span.end] == '\n';
  if (begins_line == ends_line && begins_line) return;  // a whole line is more than a speck
  if (!begins_line && text[span.begin - 1] != ' ') return;
  if (!ends_line && (span.end >= text.size() || text[span.end] != ' ')) return;
  // One of the spaces goes, too.
  if (ends_line)
    --span.begin;
  else
    ++span.end;
  arcs.add_nothing(i, span, begins_line || ends_line ? kStrayAtLineEndCost : kStrayInsideLineCost);
}

}  // namespace emend::correct
