#include "check/profile.h"

#include <algorithm>
#include <filesystem>

#include "base/content_hash.h"
#include "lexicon/hunspell_lexicon.h"
#include "lexicon/make_lexicon.h"
#include "pipeline/model_folder.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

// Changes whenever the findings of an unchanged file may be told differently than before.
constexpr const char* kFormOfFindings = "check 4";

// Names, sizes and dates: dictionaries change with the packages that bring them.
std::string dictionaries_mark() {
  std::vector<std::string> marks;
  for (const fs::path& folder : lexicon::with_dicpath(lexicon::LexiconOptions().dictionary_folders)) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      std::error_code unknown;
      const auto size = it->file_size(unknown);
      const auto time = it->last_write_time(unknown).time_since_epoch().count();
      marks.push_back(it->path().string() + " " + std::to_string(unknown ? 0 : size) + " " + std::to_string(time));
    }
  }
  std::sort(marks.begin(), marks.end());
  std::string all;
  for (const std::string& mark : marks) all += mark + "\n";
  return all;
}

Result<std::string> measure(const pipeline::Settings& settings) {
  std::string all = kFormOfFindings;
  all += pipeline::fingerprint(settings);
  const auto folder = pipeline::find_model_folder(settings.models_folder);
  if (!folder) return fail(folder.error());
  const auto models = pipeline::fingerprint_of_models(*folder);
  if (!models) return fail(models.error());
  return content_hash(all + *models + dictionaries_mark());
}

}  // namespace

Profile::Profile(Config config, pipeline::Settings settings)
    : config_(std::move(config)), settings_(std::move(settings)), rules_(config_, settings_) {}

const Result<Tools>& Profile::tools() const {
  std::call_once(opened_, [&] {
    auto workshop = pipeline::Workshop::open(settings_);
    auto listed = ListedWords::open(settings_);
    if (!workshop)
      tools_ = fail(workshop.error());
    else if (!listed)
      tools_ = fail(listed.error());
    else
      tools_ = Tools{std::move(*workshop), std::move(*listed), nullptr, nullptr};
    if (!tools_ || tools_->workshop->word_repair() == nullptr) return;
    const auto folder = pipeline::find_model_folder(settings_.models_folder);
    if (!folder) return;
    auto model = lm::LanguageModel::open(*folder / correct::kLanguageModelName);
    if (!model) return;
    tools_->model = std::make_unique<lm::LanguageModel>(std::move(*model));
    tools_->screen = std::make_unique<Screen>(*tools_->model);
  });
  return tools_;
}

const Result<std::string>& Profile::fingerprint() const {
  std::call_once(measured_, [&] { fingerprint_ = measure(settings_); });
  return fingerprint_;
}

}  // namespace emend::check
