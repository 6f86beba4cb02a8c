// How a document writes what can be written in several ways, counted over all of it. Pure; linear in the text.
//
// The rules mixed-... make the exceptions follow; what has no rule to follow is told by mixed_use().
#pragma once

#include <string>
#include <vector>

#include "correct/rule_input.h"
#include "correct/typography/custom.h"
#include "correct/typography/dashes.h"
#include "correct/typography/ellipses.h"
#include "correct/typography/quotation_marks.h"
#include "edit/edit.h"

namespace emend::correct {

// Way 0 is straight, way 1 curly. Of the double marks, or of the single ones and apostrophes.
Custom custom_of_quotation_marks(const std::vector<QuoteMark>& marks, bool is_double);

// A way is a form with spaces or without.
std::size_t dash_way(const DashMark& mark);
DashForm form_of_dash_way(std::size_t way);
bool is_spaced_dash_way(std::size_t way);
Custom custom_of_dashes(const std::vector<DashMark>& marks);

// A way is an EllipsisForm.
Custom custom_of_ellipses(const std::vector<EllipsisMark>& marks);

// The white space between two words of prose on one line, one space or two; columns and indentation are none.
struct ProseGap {
  text::Span span;
  bool is_wide = false;  // two or three spaces
  bool ends_sentence = false;
};
std::vector<ProseGap> prose_gaps(const RuleInput& input);
// Way 0 is one space, way 1 two.
Custom custom_of_gaps(const std::vector<ProseGap>& gaps, bool ends_sentence);

// Gives the apostrophes and quotation marks that edits put in the form that the document has, where it has one.
void write_as_document(const RuleInput& input, std::vector<edit::Edit>& edits);

// What the document writes in several ways without a rule, a clause each: "12 of 30 double quotation marks are curly".
std::vector<std::string> mixed_use(const RuleInput& input);

}  // namespace emend::correct
