#include "correct/output/output_style.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "edit/apply.h"

namespace emend::correct {

edit::Edit style_edit(std::string_view text, std::size_t id, text::Span span, std::string after, std::string reason) {
  edit::Edit edit;
  edit.span = span;
  edit.before = std::string(span.of(text));
  edit.after = std::move(after);
  edit.rule = kOutputStyleIds[id];
  edit.reason = std::move(reason);
  edit.probability = 1;  // the user's wish is no guess
  edit.applicability = edit::Applicability::kAutomatic;
  return edit;
}

std::vector<edit::Edit> output_style_edits(std::string_view text, const OutputStyle& style) {
  std::vector<edit::Edit> edits = gathered_note_edits(text, style.notes);
  const auto add = [&](std::vector<edit::Edit> more) {
    // What is inside a paragraph that moves moves as it is.
    std::erase_if(more, [&](const edit::Edit& edit) {
      return std::any_of(edits.begin(), edits.end(), [&](const edit::Edit& other) {
        return edit.span.overlaps(other.span) || edit.span == other.span;
      });
    });
    std::move(more.begin(), more.end(), std::back_inserter(edits));
  };
  if (style.layout == LineLayout::kParagraphs) add(paragraph_line_edits(text, style.wrap));
  edit::sort_by_place(edits);
  return edits;
}

}  // namespace emend::correct
