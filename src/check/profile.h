// What holds for the files of one config: its settings, and the tools that they need, made when first asked for.
//
// A run over an unchanged corpus takes everything from the cache and never asks for the tools. Shared by all threads.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "check/config.h"
#include "check/listed_words.h"
#include "check/rule_choice.h"
#include "check/screen.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::check {

struct Tools {
  std::unique_ptr<pipeline::Workshop> workshop;
  ListedWords listed;
  std::unique_ptr<lm::LanguageModel> model;
  std::unique_ptr<Screen> screen;  // null where the languages have no model
};

class Profile {
 public:
  Profile(Config config, pipeline::Settings settings);

  const Config& config() const { return config_; }
  const pipeline::Settings& settings() const { return settings_; }
  const RuleChoice& rules() const { return rules_; }
  // Errors: those of Workshop::open and ListedWords::open; the same on every call.
  const Result<Tools>& tools() const;
  // Of everything but the file itself that its findings depend on: settings, word lists, models, dictionaries, the
  // program. Errors: kMissing, kUnreadable.
  const Result<std::string>& fingerprint() const;

 private:
  Config config_;
  pipeline::Settings settings_;
  RuleChoice rules_;
  mutable std::once_flag opened_;
  mutable Result<Tools> tools_;
  mutable std::once_flag measured_;
  mutable Result<std::string> fingerprint_;
};

}  // namespace emend::check
