#include "check/screen.h"

#include <algorithm>

#include "check/screen/byte_kind.h"
#include "check/screen/mark_scan.h"
#include "check/screen/word_scan.h"

namespace emend::check {
namespace {

// What stands between two spaces and has a character that no print of words has.
void find_garbage(std::string_view text, std::vector<text::Span>& garbage) {
  constexpr std::string_view kNeverPrinted = "\\^<>~|{}_";
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')) ++i;
    const std::size_t begin = i;
    while (i < text.size() && text[i] != ' ' && text[i] != '\n' && text[i] != '\r' && text[i] != '\t') ++i;
    const std::string_view word = text.substr(begin, i - begin);
    const bool is_garbage = word.find_first_of(kNeverPrinted) != std::string_view::npos ||
                            word.find("»") != std::string_view::npos || word.find("«") != std::string_view::npos ||
                            word.find("■") != std::string_view::npos || word.find("¬") != std::string_view::npos;
    if (is_garbage && word.find("//") == std::string_view::npos) garbage.push_back({begin, i});
  }
}

Screened scan(std::string_view text, const lm::LanguageModel& model, const WordTable& table,
              const std::function<bool(std::string_view)>& is_word, bool joins_hyphens, bool wants_unknown) {
  Screened screened;
  WordScan words(text, model, table, is_word, wants_unknown, screened);
  MarkScan marks(text, joins_hyphens, screened);
  for (std::size_t i = 0; i < text.size();) {
    const ByteKind kind = kind_of(text[i]);
    if (kind == ByteKind::kLetter || (kind == ByteKind::kHigh && words.begins_word_at(i))) {
      i = words.take_word(i);
    } else if (kind == ByteKind::kDigit) {
      i = words.take_number(i);
    } else if (kind == ByteKind::kSpace) {
      ++i;
    } else {
      const MarkScan::Step step = marks.take(i);
      if (step.begins_sentence) words.begin_sentence();
      if (step.ends_context) words.end_context();
      i = step.end;
    }
  }
  words.finish();
  if (wants_unknown) find_garbage(text, screened.unknown);
  std::sort(screened.words_in_doubt.begin(), screened.words_in_doubt.end());
  std::sort(screened.marks_in_doubt.begin(), screened.marks_in_doubt.end());
  std::sort(screened.unknown.begin(), screened.unknown.end());
  return screened;
}

// Some places are no sign of a bad text, however short it is.
constexpr double kFewPlaces = 2;

}  // namespace

bool has_few(std::size_t count, double share, const Screened& screened) {
  return static_cast<double>(count) <= kFewPlaces + share * static_cast<double>(screened.words);
}

Screened Screen::look_at(std::string_view text, const std::function<bool(std::string_view)>& is_word,
                         bool joins_hyphens) const {
  return scan(text, model_, table_, is_word, joins_hyphens, false);
}

Screened Screen::unknown_words(std::string_view text, const std::function<bool(std::string_view)>& is_word) const {
  return scan(text, model_, table_, is_word, false, true);
}

}  // namespace emend::check
