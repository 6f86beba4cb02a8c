// What is decided about a document's text, and the text that follows from it.
//
// For every command that corrects: restore and review write folders from it, fix a text, check findings.
#pragma once

#include <filesystem>

#include "correct/policy.h"
#include "document/document.h"
#include "edit/apply.h"
#include "edit/decision.h"
#include "lexicon/lexicon.h"
#include "pipeline/neighbours.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::pipeline {

struct Correction {
  edit::DecidedEdits edits;  // sorted; accepted ones do not overlap
  edit::CleanText clean;
};

// `lexicon` knows what the document may say (Workshop::lexicon_for); `neighbours` tell what of its pages is no part of
// the text.
Correction correct_document(const document::Document& document, const lexicon::Lexicon& lexicon,
                            const correct::RecordedDecisions& decisions, const Settings& settings,
                            const Workshop& workshop, const Neighbours& neighbours);

}  // namespace emend::pipeline
