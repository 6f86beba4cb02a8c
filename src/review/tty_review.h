// A person decides, change by change, in a terminal: the keys of `git add -p`.
//
// Knows nothing of terminals or folders: it reads lines from a stream and writes lines to another, so a script can
// answer as well as a person. Everything from the document goes through text::visible.
// The outputs of the document are made anew by the caller afterwards; the decisions are on the disk at once.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/change_file.h"

namespace emend::review {

struct ReviewOptions {
  std::string_view raw_text;     // for context
  std::string reviewer;          // who decides; stands in every decision
  bool include_applied = false;  // changes that the policy applied are asked about too
  bool use_colour = false;
  std::function<std::string()> now;  // ISO 8601 in UTC; empty for the clock
  // The file of a change's piece of scan; empty for documents without one. An error is shown and costs nothing else.
  std::function<Result<std::filesystem::path>(const store::ChangeRecord&)> crop_of;
};

struct ReviewSummary {
  std::size_t asked = 0;     // changes that were there to decide
  std::size_t accepted = 0;  // among them those with a typed replacement
  std::size_t replaced = 0;
  std::size_t rejected = 0;
  bool was_quit = false;  // by q, or because the input ended

  std::size_t decided() const { return accepted + rejected; }
};

// Asks about every open record, in the order of the text, until all are decided or left, or the reviewer quits.
// Keys: y accept, n reject, e type a replacement, a accept this and all later ones of its rule, s or j leave for later,
// k back, q quit, ? help. Each decision is appended to `decisions_path` before the next question.
// Errors: kUnwritable, kUnreadable (the decisions file); decisions made before stay.
Result<ReviewSummary> review_document(const std::vector<store::ChangeRecord>& records,
                                      const std::filesystem::path& decisions_path, std::istream& in, std::ostream& out,
                                      const ReviewOptions& options);

}  // namespace emend::review
