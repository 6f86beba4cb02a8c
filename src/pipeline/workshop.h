// The tools of a run, made once and shared by all its documents: engines, cleaning steps, dictionaries, rules, writers.
//
// Read-only after opening, but for the engine pool, which takes care of itself; so workers may share it.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "correct/lattice/word_repair.h"
#include "correct/marks/mark_repair.h"
#include "correct/rule.h"
#include "document/document.h"
#include "image/step.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_list_lexicon.h"
#include "ocr/engine_pool.h"
#include "pipeline/settings.h"
#include "report/writer.h"

namespace emend::pipeline {

// Error: kUsage, with the rule that was probably meant.
Status check_rule_ids(const std::set<std::string>& ids, const std::set<std::string>& known_to_others = {});

class Workshop {
 public:
  // Errors: kMissing (a dictionary, word list or model), kUnreadable (a damaged model), kUsage (an unknown rule).
  static Result<std::unique_ptr<Workshop>> open(const Settings& settings);

  // Makes the first engine now, so that a missing language is told before the first page. Error: kMissing.
  Status check_engine();

  ocr::EnginePool& engines() { return engines_; }
  const std::vector<std::unique_ptr<image::Step>>& steps() const { return steps_; }
  const correct::RuleSet& rules() const { return rules_; }
  // What weighs the words in their context; null where the languages have no model or its rules are not wanted.
  const correct::WordRepair* word_repair() const { return words_.get(); }
  // Of the models that take part, made when first asked for; empty where none do. Errors: kMissing, kUnreadable.
  const Result<std::string>& models_fingerprint() const;
  // The same for what stands between the words.
  const correct::MarkRepair* mark_repair() const { return marks_.get(); }
  // Those of the edits whose rules the user wants.
  std::vector<edit::Edit> wanted(std::vector<edit::Edit> edits) const;
  bool wants(std::string_view rule) const;
  const std::vector<std::unique_ptr<report::Writer>>& writers() const { return writers_; }
  // The writer of a file: "changes.diff". It is one of writer_list.def.
  const report::Writer& writer_of(std::string_view file_name) const;
  // The names of the files that the writers make.
  std::vector<std::string> output_names() const;

  // Everything that may tell a word for this document: its own word list and the project's, the user's, the
  // dictionaries, and the forms that it repeats. Borrows the workshop and the document. Error: kMissing, kUnreadable.
  Result<std::unique_ptr<lexicon::Lexicon>> lexicon_for(const document::Document& document,
                                                        const std::filesystem::path& path) const;

  // Whether the dictionaries or the word lists of the settings have the word.
  bool knows(std::string_view word) const { return dictionaries_->has(word); }

 private:
  Workshop(Settings settings, ocr::EngineFactory factory)
      : settings_(std::move(settings)), engines_(std::move(factory)) {}

  Settings settings_;
  ocr::EnginePool engines_;
  std::vector<std::unique_ptr<image::Step>> steps_;
  correct::RuleSet rules_;
  std::filesystem::path models_folder_;  // empty where no model takes part
  mutable std::once_flag models_read_;
  mutable Result<std::string> models_fingerprint_;
  std::unique_ptr<correct::WordRepair> words_;
  std::unique_ptr<correct::MarkRepair> marks_;
  std::vector<std::unique_ptr<report::Writer>> writers_;
  std::unique_ptr<lexicon::WordListLexicon> own_words_;  // null where the settings have none
  std::unique_ptr<lexicon::Lexicon> dictionaries_;
};

}  // namespace emend::pipeline
