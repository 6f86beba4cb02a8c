// What is found in the raw text of a document besides what the rules, the decoder and the mark layer propose; the same
// for texts and for layouts.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "check/finding.h"
#include "check/profile.h"
#include "edit/decision.h"

namespace emend::check {

// The findings that a corrected document has, without their places.
Findings findings_of(const edit::DecidedEdits& edits);

// Of a place of the text that is no edit.
Finding plain_finding(std::string_view rule, std::string_view text, text::Span span, std::string message);

bool overlaps(const Findings& findings, text::Span span);

// Takes out what is not likely enough, adds mojibake and listed words, sorts by place, and gives a key to those without
// one. Spans are of `text`. Errors: those of word lists and of Profile::tools.
Status complete_findings(std::string_view text, const std::filesystem::path& path, const Profile& profile,
                         Findings& findings);

// How many words are wrong: by what was found; where the rules that find misread words are not wanted, by the words in
// small letters that no dictionary knows.
double expected_errors(std::string_view text, const Findings& findings, const Profile& profile);

}  // namespace emend::check
