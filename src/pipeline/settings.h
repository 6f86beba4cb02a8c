// What the user chose for a run. A plain value; everything that changes a result is in fingerprint().
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "correct/doubt/doubt_marks.h"
#include "correct/doubt/typists_errors.h"
#include "correct/output/output_style.h"
#include "correct/policy.h"
#include "correct/rendering.h"
#include "pipeline/page_selection.h"

namespace emend::pipeline {

struct Settings {
  std::string languages = "eng";  // as Tesseract names them, joined by "+"
  std::string tessdata_folder;    // empty: the engine's own
  std::string recorded_pages;     // replay stored pages from this folder instead of reading scans; for tests
  std::string models_folder;      // empty: see model_folder.h; what its files hold counts, not where it is
  bool reads_typescript = true;   // typed pages in English also with our model of typescript
  int resolution_dpi = 0;         // the user's word, over what files say; 0: none
  PageSelection pages;
  std::set<std::string> selected_rules;  // empty: all
  std::set<std::string> ignored_rules;
  std::set<std::string> rules_of_others;  // ids that the two above may name although nothing here has them
  std::vector<std::filesystem::path> word_lists;
  std::string own_words;             // the project's words in the form of a word list, told in its config
  bool use_found_word_lists = true;  // the user's, the project's and the document's own lists; off with --isolated
  bool joins_hyphens = false;        // at line ends, in texts that were given as texts, too; in scans they always are
  correct::Rendering rendering;      // of characters and typists' marks; as they are unless asked for
  correct::DoubtOptions doubt;       // which words are marked as doubtful or illegible; none unless asked for
  correct::Sic sic = correct::Sic::kOff;
  correct::OutputStyle style;  // lines or paragraphs, where notes stand
  correct::PolicyOptions policy;

  std::filesystem::path intermediates_folder;  // empty: intermediate pictures are not kept
};

// A fingerprint of everything above that changes a result, and of the program's version. The models are not in it: the
// record of a run has a fingerprint of their own.
std::string fingerprint(const Settings& settings);

}  // namespace emend::pipeline
