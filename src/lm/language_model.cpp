#include "lm/language_model.h"

#include <utility>

#include "lm/lm_file.h"
#include "text/utf8.h"

namespace emend::lm {

Result<LanguageModel> LanguageModel::open(const std::filesystem::path& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return fail(file.error());
  return read(*std::move(file), path.string());
}

Result<LanguageModel> LanguageModel::from_bytes(std::string bytes, const std::string& subject) {
  return read(MappedFile(std::move(bytes)), subject);
}

Result<LanguageModel> LanguageModel::read(MappedFile file, const std::string& subject) {
  LanguageModel model(std::move(file));
  const Result<Sections> sections = read_sections(model.file_.bytes(), subject);
  if (!sections) return fail(sections.error());

  model.origin_ = section_of(*sections, Section::kOrigin);
  if (!text::is_valid_utf8(model.origin_)) return unreadable_model(subject, "the origin of the model is not text");

  Result<Vocabulary> words = Vocabulary::read(*sections, subject);
  if (!words) return fail(words.error());
  model.words_ = *std::move(words);

  Result<NgramTrie> trie = NgramTrie::read(section_of(*sections, Section::kWordTrie), model.words_.size(), subject);
  if (!trie) return fail(trie.error());
  model.trie_ = *std::move(trie);
  model.trie_.score({}, kBoundaryWord, model.begin_);

  Result<CharacterModel> characters = CharacterModel::read(section_of(*sections, Section::kCharacterTrie), subject);
  if (!characters) return fail(characters.error());
  model.characters_ = *std::move(characters);
  model.forget_pages();  // the checks have read all of it
  return model;
}

WordCounts LanguageModel::counts_of(std::string_view form) const {
  const WordId id = id_of(form);
  return id == kUnknownWord ? WordCounts{} : words_.counts_of(id);
}

double LanguageModel::score_form(const State& state, std::string_view form, State& next) const {
  const WordId id = id_of(form);
  const double log_p = score(state, id, next);
  return id == kUnknownWord ? log_p + unknown_word_log_probability(form) : log_p;
}

double LanguageModel::log_probability(std::span<const WordId> history, WordId word) const {
  if (history.size() + 1 > order()) history = history.last(order() - 1);
  State state = nowhere();
  for (const WordId id : history) score(state, id, state);
  return score(state, word, state);
}

}  // namespace emend::lm
