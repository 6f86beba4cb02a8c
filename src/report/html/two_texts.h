// Raw and clean text side by side, line by line, with every change marked in both.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "edit/apply.h"
#include "store/change_file.h"

namespace emend::report::html {

// Marks of record i link to its card "#c<i+1>"; the mark in the raw text has the id "m<i+1>".
std::string two_texts(const document::Document& document, const edit::CleanText& clean,
                      const std::vector<store::ChangeRecord>& records);

}  // namespace emend::report::html
