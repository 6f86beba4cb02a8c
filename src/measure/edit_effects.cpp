#include "measure/edit_effects.h"

#include <algorithm>

#include "measure/alignment.h"
#include "measure/words.h"

namespace emend::measure {
namespace {

// Words to either side in which a right word is looked for; beyond that the alignment's own border is taken.
constexpr std::size_t kReach = 12;

// Between words, ASCII white space; the wider white space of a view stays inside a word here, which does no harm.
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::vector<text::Span> word_spans(std::string_view text) {
  std::vector<text::Span> spans;
  for (std::size_t i = 0; i < text.size();) {
    if (is_blank(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_blank(text[i])) ++i;
    spans.push_back({begin, i});
  }
  return spans;
}

std::vector<std::u32string> viewed_words(std::string_view text, const std::vector<text::Span>& spans, View view) {
  std::vector<std::u32string> words;
  words.reserve(spans.size());
  for (const text::Span span : spans) words.push_back(viewed(span.of(text), {view, false}));
  return words;
}

// Where the words of one text are in the other.
struct WordMap {
  std::vector<std::size_t> truth_before;  // per clean word and one for the end: the truth's words before it
  std::vector<bool> is_right;             // per clean word
};

Result<WordMap> map_words(const std::vector<std::u32string>& truth, const std::vector<std::u32string>& clean) {
  WordNumbers numbers;
  const std::u32string truth_symbols = numbers.number({truth.begin(), truth.end()});
  const std::u32string clean_symbols = numbers.number({clean.begin(), clean.end()});
  const auto alignment = align(truth_symbols, clean_symbols);
  if (!alignment) return fail(alignment.error());
  WordMap map;
  std::size_t i = 0;
  for (const Step step : alignment->steps) {
    if (step != Step::kMissing) {
      map.truth_before.push_back(i);
      map.is_right.push_back(step == Step::kMatch);
    }
    if (step != Step::kExtra) ++i;
  }
  map.truth_before.push_back(truth.size());
  return map;
}

struct Window {
  text::Span truth;
  text::Span clean;
};

class Windows {
 public:
  Windows(std::string_view truth, std::string_view clean, const std::vector<text::Span>& truth_words,
          const std::vector<text::Span>& clean_words, const WordMap& map)
      : truth_(truth), clean_(clean), truth_words_(truth_words), clean_words_(clean_words), map_(map) {}

  // From the last right word that ends before the edit to the first right word that begins behind it.
  Window around(text::Span edit) const {
    const auto first =
        static_cast<std::size_t>(std::partition_point(clean_words_.begin(), clean_words_.end(),
                                                      [&](const text::Span& word) { return word.end < edit.begin; }) -
                                 clean_words_.begin());
    const auto last =
        static_cast<std::size_t>(std::partition_point(clean_words_.begin(), clean_words_.end(),
                                                      [&](const text::Span& word) { return word.begin <= edit.end; }) -
                                 clean_words_.begin());
    Window window{{0, truth_.size()}, {0, clean_.size()}};
    for (std::size_t step = 1; step <= std::min(first, kReach); ++step) {
      const std::size_t word = first - step;
      if (!map_.is_right[word] && step < kReach) continue;
      window.clean.begin = clean_words_[word].begin;
      window.truth.begin = truth_begin(map_.truth_before[word]);
      break;
    }
    for (std::size_t word = last; word < std::min(clean_words_.size(), last + kReach); ++word) {
      if (!map_.is_right[word] && word + 1 < last + kReach) continue;
      window.clean.end = clean_words_[word].end;
      window.truth.end = truth_end(map_.truth_before[word] + (map_.is_right[word] ? 1 : 0));
      break;
    }
    window.truth.end = std::max(window.truth.begin, window.truth.end);
    return window;
  }

 private:
  std::size_t truth_begin(std::size_t word) const {
    return word < truth_words_.size() ? truth_words_[word].begin : truth_.size();
  }
  // Of the words before number `count`.
  std::size_t truth_end(std::size_t count) const { return count == 0 ? 0 : truth_words_[count - 1].end; }

  std::string_view truth_;
  std::string_view clean_;
  const std::vector<text::Span>& truth_words_;
  const std::vector<text::Span>& clean_words_;
  const WordMap& map_;
};

}  // namespace

Result<std::vector<Effect>> edit_effects(std::string_view truth, std::string_view clean,
                                         const std::vector<AppliedEdit>& edits, const ViewOptions& options) {
  if (edits.empty()) return std::vector<Effect>{};
  const auto truth_words = word_spans(truth);
  const auto clean_words = word_spans(clean);
  const auto map =
      map_words(viewed_words(truth, truth_words, options.view), viewed_words(clean, clean_words, options.view));
  if (!map) return fail(map.error());
  const Windows windows(truth, clean, truth_words, clean_words, *map);

  std::vector<Effect> effects;
  effects.reserve(edits.size());
  for (const AppliedEdit& edit : edits) {
    const Window window = windows.around(edit.span);
    std::string undone(clean.substr(window.clean.begin, edit.span.begin - window.clean.begin));
    undone += edit.before;
    undone += clean.substr(edit.span.end, window.clean.end - edit.span.end);
    const std::u32string wanted = viewed(window.truth.of(truth), options);
    const auto with = distance(wanted, viewed(window.clean.of(clean), options));
    const auto without = distance(wanted, viewed(undone, options));
    if (!with || !without) return fail(with ? without.error() : with.error());
    effects.push_back(*with < *without ? Effect::kNearer : *with > *without ? Effect::kFarther : Effect::kSame);
  }
  return effects;
}

}  // namespace emend::measure
