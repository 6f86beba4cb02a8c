// How likely each finding of a text is a fault: another question than whether its repair is the right one. In a text
// that was read badly a proposal of which nobody is sure still stands where something is wrong nine times in ten.
//
// A logistic model of what decoder and mark layer thought of their repair and of how many other words of the text are
// to be repaired; tests/accuracy/fault_confidence.py fits it. Rules keep their own probability. Pure.
#pragma once

#include <cstddef>

#include "check/finding.h"

namespace emend::check {

// Sets `probability` of the findings of decoder, mark layer and unknown words, and leaves out those that are more
// likely no fault. `words` is how many the text has.
void set_fault_confidences(std::size_t words, Findings& findings);

}  // namespace emend::check
