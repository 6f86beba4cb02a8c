#include "lexicon/word_list_lexicon.h"

#include "base/file.h"
#include "lexicon/make_lexicon.h"
#include "lexicon/word_form.h"
#include "text/trim.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::lexicon {
namespace {

constexpr std::string_view kArrow = "->";

bool has_blank(std::string_view text) { return text.find_first_of(" \t") != std::string_view::npos; }

Error bad_line(const std::string& subject, std::size_t line, std::string what) {
  return {ErrorKind::kUnreadable, subject, "line " + std::to_string(line) + ": " + std::move(what),
          "a line is “word”, “!word”, “wrong -> right” or “# comment”"};
}

}  // namespace

Result<WordListLexicon> WordListLexicon::parse(std::string_view text, std::string source, const std::string& subject) {
  WordListLexicon list;
  list.source_ = std::move(source);
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = text::trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;

    Entry entry;
    std::string_view word = line;
    if (const std::size_t arrow = line.find(kArrow); arrow != std::string_view::npos) {
      entry.verdict = Verdict::kBetter;
      word = text::trimmed(line.substr(0, arrow));
      std::string_view rest = line.substr(arrow + kArrow.size());
      while (true) {
        const std::size_t comma = rest.find(',');
        const std::string_view better = text::trimmed(rest.substr(0, comma));
        if (better.empty()) return fail(bad_line(subject, number, "nothing stands to the right of “->”"));
        entry.better.emplace_back(better);
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
      }
    } else if (line.front() == '!') {
      entry.verdict = Verdict::kNotAWord;
      word = text::trimmed(line.substr(1));
    }
    if (word.empty()) return fail(bad_line(subject, number, "the word is missing"));
    if (has_blank(word)) return fail(bad_line(subject, number, "a word has no white space inside"));
    list.entries_[plain_form(word)] = std::move(entry);
  }
  return list;
}

Result<WordListLexicon> WordListLexicon::read(const std::filesystem::path& path, std::string source) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  if (!text::is_valid_utf8(*bytes))
    return fail(ErrorKind::kUnreadable, path.string(), "is not UTF-8", "convert it with iconv");
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view text = *bytes;
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  return parse(text, std::move(source), path.string());
}

Answer WordListLexicon::look_up(std::string_view word) const {
  if (word.size() > kLongestWordBytes) return {};
  const std::string form = plain_form(word);
  const text::Casing casing = text::casing_of(form);
  // The form itself; then what it is the capitalised or upper-case form of.
  std::string candidates[] = {form, {}, {}};
  if (casing == text::Casing::kUpper) candidates[1] = text::with_casing(form, text::Casing::kCapitalised);
  if (casing == text::Casing::kUpper || casing == text::Casing::kCapitalised) candidates[2] = text::to_lower(form);
  for (const std::string& candidate : candidates) {
    if (candidate.empty()) continue;
    const auto found = entries_.find(candidate);
    if (found == entries_.end()) continue;
    Answer answer{found->second.verdict, found->second.better, source_};
    if (candidate != form)
      for (std::string& better : answer.better) better = text::with_casing(better, casing);
    return answer;
  }
  return {};
}

Result<Lexicons> open_word_list_lexicons(const LexiconOptions& options) {
  Lexicons lexicons;
  const std::pair<const std::vector<std::filesystem::path>&, const char*> scopes[] = {
      {options.document_word_lists, "document words"},
      {options.project_word_lists, "project words"},
      {options.world_word_lists, "world words"},
  };
  for (const auto& [paths, source] : scopes) {
    for (const std::filesystem::path& path : paths) {
      Result<WordListLexicon> list = WordListLexicon::read(path, source);
      if (!list) return fail(list.error());
      lexicons.push_back(std::make_unique<WordListLexicon>(std::move(*list)));
    }
  }
  return lexicons;
}

}  // namespace emend::lexicon
