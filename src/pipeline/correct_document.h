// What is decided about a document's text, and the text that follows from it.
//
// For every command that corrects: restore and review write folders from it, fix a text, check findings.
#pragma once

#include <filesystem>

#include "base/problem.h"
#include "correct/policy.h"
#include "document/document.h"
#include "edit/apply.h"
#include "edit/decision.h"
#include "layout/page_layout.h"
#include "lexicon/lexicon.h"
#include "pipeline/neighbours.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::pipeline {

struct Correction {
  edit::DecidedEdits edits;  // sorted; accepted ones do not overlap
  edit::CleanText clean;
  Problems problems;  // what a person should know of the document: notes without their marks, mixed typography
};

// `pages` are those of the document as they lie on the paper (paper.h), `lexicon` knows what it may say
// (Workshop::lexicon_for), `neighbours` tell what of its pages is no part of the text.
Correction correct_document(const document::Document& document, const std::vector<layout::PageLayout>& pages,
                            const lexicon::Lexicon& lexicon, const correct::RecordedDecisions& decisions,
                            const Settings& settings, const Workshop& workshop, const Neighbours& neighbours);

// The same of a document that stands by itself and whose paper is not at hand: its layout is what its boxes tell.
Correction correct_alone(const document::Document& document, const lexicon::Lexicon& lexicon, const Settings& settings,
                         const Workshop& workshop);

}  // namespace emend::pipeline
