// The order in which changes are asked about: a person's time goes first where most is wrong.
//
// Pure functions.
#pragma once

#include <vector>

#include "document/document.h"
#include "store/change_file.h"

namespace emend::review {

// Pages that were probably read worst come first (Page::expected_error_rate); within a page, and where nothing tells
// the pages apart, the order of the text stays.
std::vector<store::ChangeRecord> in_queue_order(std::vector<store::ChangeRecord> records,
                                                const document::Document& document);

}  // namespace emend::review
