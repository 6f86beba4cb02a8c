// What the questions about a whole corpus are asked of and answered with; one file for each question beside this one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/facts.h"
#include "check/finding.h"

namespace emend::check {

struct CorpusFile {
  std::string name;  // relative to one folder for all, with / between its parts
  Facts facts;
};

struct CorpusFinding {
  std::size_t file = 0;  // index
  Finding finding;
};

// With fewer files there is no custom that one could break, and no middle that one could be far from.
inline constexpr std::size_t kFewestFiles = 5;

// A finding without a place; `content` is what tells it from others of its rule.
Finding corpus_finding(std::string_view rule, std::string message, const std::string& content);

// Where a use stands; `text` is what stands there.
void set_place(Finding& finding, const Use& use, std::string_view text);

// "in" of "in/page_1.txt"; empty for a name without a folder.
std::string folder_of(const std::string& name);

}  // namespace emend::check
