#include "check/listed_words.h"

#include <algorithm>

#include "pipeline/word_lists.h"
#include "text/tokens.h"

namespace emend::check {

Result<ListedWords> ListedWords::open(const pipeline::Settings& settings) {
  ListedWords words;
  if (!settings.own_words.empty()) {
    auto own = lexicon::WordListLexicon::parse(settings.own_words, "emend.toml", "emend.toml");
    if (!own) return fail(own.error());
    words.lists_.push_back(std::move(*own));
  }
  for (const auto& path : settings.word_lists) {
    auto list = lexicon::WordListLexicon::read(path, path.filename().string());
    if (!list) return fail(list.error());
    words.lists_.push_back(std::move(*list));
  }
  return words;
}

Result<std::vector<ListedWord>> ListedWords::find(std::string_view text, const std::filesystem::path& document,
                                                  const pipeline::Settings& settings) const {
  std::vector<lexicon::WordListLexicon> beside;
  const std::vector<std::filesystem::path> paths = pipeline::found_word_lists(document, settings);
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    auto list = lexicon::WordListLexicon::read(*path, path->filename().string());
    if (!list) return fail(list.error());
    beside.push_back(std::move(*list));
  }
  std::vector<const lexicon::WordListLexicon*> lists;
  for (const auto& list : beside) lists.push_back(&list);
  for (const auto& list : lists_) lists.push_back(&list);

  std::vector<ListedWord> found;
  if (lists.empty()) return found;
  for (const text::Token& token : text::tokenise(text)) {
    if (!text::is_wordlike(token.kind)) continue;
    for (const lexicon::WordListLexicon* list : lists) {
      const lexicon::Answer answer = list->look_up(token.span.of(text));
      if (answer.verdict == lexicon::Verdict::kNoOpinion) continue;
      if (answer.verdict != lexicon::Verdict::kWord)
        found.push_back({token.span, answer.better.empty() ? "" : answer.better.front(), answer.source});
      break;  // the narrower list has the first word
    }
  }
  return found;
}

}  // namespace emend::check
