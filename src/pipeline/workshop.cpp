#include "pipeline/workshop.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "correct/proposers.h"
#include "lexicon/make_lexicon.h"
#include "lexicon/stacked_lexicon.h"
#include "lexicon/word_list_lexicon.h"
#include "ocr/model_folder.h"
#include "ocr/paired_engine.h"
#include "pipeline/model_folder.h"
#include "pipeline/word_lists.h"
#include "text/nearest.h"

namespace emend::pipeline {
namespace {

// The models are of English; a text that is in other languages only has none.
bool is_in_english(const Settings& settings) {
  return ("+" + settings.languages + "+").find("+eng+") != std::string::npos;
}

ocr::EngineFactory engine_factory(const Settings& settings) {
  if (!settings.recorded_pages.empty())
    return [folder = settings.recorded_pages] { return ocr::make_recorded_engine(folder); };
  const ocr::EngineOptions general{settings.languages, settings.tessdata_folder};
  if (!settings.reads_typescript || !is_in_english(settings))
    return [general] { return ocr::make_tesseract_engine(general); };
  return [general, wanted = settings.models_folder]() -> Result<std::unique_ptr<ocr::Engine>> {
    auto engine = ocr::make_tesseract_engine(general);
    if (!engine) return engine;
    const auto models = find_model_folder(wanted);
    if (!models) return fail(models.error());
    auto special = ocr::make_tesseract_engine({"typescript", models->string()});
    if (!special) return special;
    return ocr::paired_engine(std::move(*engine), std::move(*special), {});
  };
}

bool is_wanted(const Settings& settings, const std::string& rule) {
  return (settings.selected_rules.empty() || settings.selected_rules.contains(rule)) &&
         !settings.ignored_rules.contains(rule);
}

bool wants_word_repair(const Settings& settings) {
  const auto& ids = correct::kWordRepairIds;
  return is_in_english(settings) &&
         std::any_of(ids.begin(), ids.end(), [&](std::string_view id) { return is_wanted(settings, std::string(id)); });
}

bool wants_mark_repair(const Settings& settings) {
  const auto& infos = correct::kMarkRepairInfos;
  return is_in_english(settings) && std::any_of(infos.begin(), infos.end(), [&](const correct::RuleInfo& info) {
           return is_wanted(settings, std::string(info.id));
         });
}

// Errors: kMissing, kUnreadable.
Result<std::unique_ptr<correct::WordRepair>> word_repair_for(const Settings& settings,
                                                             const std::filesystem::path& models) {
  const auto& ids = correct::kWordRepairIds;
  auto words = correct::WordRepair::open(models);
  if (!words) return fail(words.error());
  for (std::size_t id = 0; id < ids.size(); ++id)
    if (!is_wanted(settings, std::string(ids[id]))) (*words)->ignore(id);
  return words;
}

// Errors: kMissing, kUnreadable.
Result<std::unique_ptr<correct::MarkRepair>> mark_repair_for(const Settings& settings,
                                                             const std::filesystem::path& models) {
  const auto& infos = correct::kMarkRepairInfos;
  auto marks = correct::MarkRepair::open(models);
  if (!marks) return fail(marks.error());
  for (std::size_t id = 0; id < infos.size(); ++id)
    if (!is_wanted(settings, std::string(infos[id].id))) (*marks)->ignore(id);
  return marks;
}

}  // namespace

Status check_rule_ids(const std::set<std::string>& ids, const std::set<std::string>& known_to_others) {
  for (const std::string& id : ids) {
    if (known_to_others.contains(id) || correct::find_proposer(id)) continue;
    std::vector<std::string> names(known_to_others.begin(), known_to_others.end());
    for (const correct::RuleInfo& info : correct::all_proposers()) names.emplace_back(info.id);
    return fail(ErrorKind::kUsage, id, "is not a rule",
                "did you mean " + text::nearest(id, names) + "? 'emend rules' lists them all");
  }
  return {};
}

Result<std::unique_ptr<Workshop>> Workshop::open(const Settings& settings) {
  if (const auto languages = ocr::language_names(settings.languages); !languages) return fail(languages.error());
  std::unique_ptr<Workshop> workshop(new Workshop(settings, engine_factory(settings)));
  workshop->steps_ = image::all_steps();
  workshop->writers_ = report::all_writers();

  workshop->rules_ = correct::all_rules();
  for (const auto* ids : {&settings.selected_rules, &settings.ignored_rules, &settings.policy.undone_rules})
    if (const Status known = check_rule_ids(*ids, settings.rules_of_others); !known) return fail(known.error());
  std::erase_if(workshop->rules_, [&](const auto& rule) { return !is_wanted(settings, std::string(rule->info().id)); });

  const bool wants_words = wants_word_repair(settings);
  const bool wants_marks = wants_mark_repair(settings);
  if (wants_words || wants_marks) {
    auto models = find_model_folder(settings.models_folder);
    if (!models) return fail(models.error());
    workshop->models_folder_ = std::move(*models);
  }
  if (wants_words) {
    auto words = word_repair_for(settings, workshop->models_folder_);
    if (!words) return fail(words.error());
    workshop->words_ = std::move(*words);
  }
  if (wants_marks) {
    auto marks = mark_repair_for(settings, workshop->models_folder_);
    if (!marks) return fail(marks.error());
    workshop->marks_ = std::move(*marks);
  }

  if (!settings.own_words.empty()) {
    auto words = lexicon::WordListLexicon::parse(settings.own_words, "the project's words", "emend.toml");
    if (!words) return fail(words.error());
    workshop->own_words_ = std::make_unique<lexicon::WordListLexicon>(std::move(*words));
  }

  lexicon::LexiconOptions options;
  options.languages = settings.languages;
  options.world_word_lists = settings.word_lists;
  auto dictionaries = lexicon::make_lexicon(options);
  if (!dictionaries) return fail(dictionaries.error());
  workshop->dictionaries_ = std::move(*dictionaries);
  return workshop;
}

Status Workshop::check_engine() {
  return engines_.with_engine([](ocr::Engine&) -> Status { return {}; });
}

const Result<std::string>& Workshop::models_fingerprint() const {
  std::call_once(models_read_, [&] {
    if (!models_folder_.empty()) models_fingerprint_ = fingerprint_of_models(models_folder_);
  });
  return models_fingerprint_;
}

std::vector<edit::Edit> Workshop::wanted(std::vector<edit::Edit> edits) const {
  std::erase_if(edits, [&](const edit::Edit& edit) { return !is_wanted(settings_, edit.rule); });
  return edits;
}

bool Workshop::wants(std::string_view rule) const { return is_wanted(settings_, std::string(rule)); }

const report::Writer& Workshop::writer_of(std::string_view file_name) const {
  const auto found = std::find_if(writers_.begin(), writers_.end(),
                                  [&](const auto& writer) { return writer->info().file_name == file_name; });
  EMEND_ASSUME(found != writers_.end(), "callers name files of writer_list.def");
  return **found;
}

std::vector<std::string> Workshop::output_names() const {
  std::vector<std::string> names;
  for (const auto& writer : writers_) names.emplace_back(writer->info().file_name);
  return names;
}

Result<std::unique_ptr<lexicon::Lexicon>> Workshop::lexicon_for(const document::Document& document,
                                                                const std::filesystem::path& path) const {
  std::vector<std::unique_ptr<lexicon::Lexicon>> stack;  // the narrower scope has the first word
  std::vector<std::filesystem::path> lists = found_word_lists(path, settings_);
  std::reverse(lists.begin(), lists.end());
  for (const auto& list : lists) {
    auto words = lexicon::WordListLexicon::read(list, list.filename().string());
    if (!words) return fail(words.error());
    stack.push_back(std::make_unique<lexicon::WordListLexicon>(std::move(*words)));
  }
  if (own_words_ != nullptr) stack.push_back(std::make_unique<lexicon::WordListLexicon>(*own_words_));
  stack.push_back(lexicon::with_document_words(document.raw.text(), *dictionaries_));
  return std::make_unique<lexicon::StackedLexicon>(std::move(stack));
}

}  // namespace emend::pipeline
