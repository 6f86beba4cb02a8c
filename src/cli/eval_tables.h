// The figures of an evaluation as tables, which the text and the page show alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/eval_run.h"

namespace emend::cli {

struct Table {
  std::string title;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;  // as wide as the head
  std::size_t text_columns = 1;                // so many from the left are words, the others numbers
  std::string note;                            // below the table; may be empty
};

// Of confusions and of documents, so many rows at most.
struct TableLimits {
  std::size_t confusions = 20;
  std::size_t documents = 0;
};

// "159 documents, 50734 words of truth".
std::string headline(const Evaluation& evaluation);

// Tables without rows are left out.
std::vector<Table> tables(const Evaluation& evaluation, const TableLimits& limits);

// For a terminal: columns in line.
std::string as_text(const std::vector<Table>& tables);

}  // namespace emend::cli
