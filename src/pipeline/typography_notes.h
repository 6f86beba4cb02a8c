// Whether a document writes one thing in several ways; for whoever tells what is worth knowing of a result.
#pragma once

#include <string_view>

#include "base/problem.h"
#include "lexicon/lexicon.h"

namespace emend::pipeline {

// One note, or none. Of the clean text: what the rules made follow is no longer mixed.
Problems typography_notes(std::string_view clean_text, const lexicon::Lexicon& lexicon);

}  // namespace emend::pipeline
