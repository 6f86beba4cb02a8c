// What the terminal shows of a change.
#pragma once

#include <cstddef>
#include <string>

#include "review/tty_review.h"
#include "store/change_file.h"

namespace emend::review {

// The change with its place, context, rule, reason, probability, evidence and crop; lines that end in a line feed.
std::string change_text(const store::ChangeRecord& record, std::size_t number, std::size_t count,
                        const ReviewOptions& options);

std::string help_text();

}  // namespace emend::review
