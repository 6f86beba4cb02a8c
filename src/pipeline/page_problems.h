// What a person who only sees the text should be told of a page.
//
// Pure functions.
#pragma once

#include "base/problem.h"
#include "document/page.h"

namespace emend::pipeline {

// A page without text, lines that nobody read, a page that was read badly.
Problems problems_of(const document::Page& page);

}  // namespace emend::pipeline
