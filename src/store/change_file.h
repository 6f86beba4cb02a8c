// changes.jsonl: a line per proposed edit. Written by report, read by review, explain and eval.
// The format is described in docs/formats/changes.md and changes.schema.json.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "document/box.h"
#include "document/document.h"
#include "edit/apply.h"
#include "edit/decision.h"

namespace emend::store {

// An edit with where it stands, for people and for the paper.
struct ChangeRecord {
  edit::DecidedEdit change;
  std::size_t line = 1;    // of the raw text, from 1
  std::size_t column = 1;  // in code points, from 1
  int page = 0;            // number of the page; 0 where there is no scan
  document::Box box;       // around the words that show the edit; empty where there is no scan
  // As edit::SourceMap counts them; 0 where it is not told. A line that was taken out belongs to no paragraph.
  std::size_t page_line = 0;
  std::size_t paragraph = 0;
};

// The words that show an edit on the paper: those that it touches, or its neighbours where it stands between words.
// [first, last) indices into the raw text's places, all on the page on which the edit begins.
std::pair<std::size_t, std::size_t> places_of_change(const document::Document& document, text::Span span);

// The records of a document, in the order of the text. `clean` is what the edits made of it; without it no paragraph is
// told.
std::vector<ChangeRecord> change_records(const document::Document& document, const edit::DecidedEdits& edits,
                                         const edit::CleanText* clean = nullptr);

std::string changes_to_jsonl(const std::vector<ChangeRecord>& records);
Result<std::vector<ChangeRecord>> changes_from_jsonl(std::string_view bytes, const std::string& subject);

}  // namespace emend::store
