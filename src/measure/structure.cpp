#include "measure/structure.h"

#include <algorithm>
#include <string>
#include <vector>

#include "measure/alignment.h"
#include "measure/view.h"
#include "measure/words.h"
#include "text/distance.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::measure {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
// A mark of three signs is the longest that is met: "[127]", "[XX]".
constexpr std::size_t kLongestMark = 3;
// Lines at either end of a text where page furniture stands.
constexpr std::size_t kEdgeLines = 2;

struct PlacedWord {
  std::u32string text;
  std::size_t line = 0;        // of the text, from 0
  bool follows_empty = false;  // an empty line stands before it
  bool is_mark = false;
  bool ends_broken = false;  // a hyphen behind a letter ends its line, and a word goes on
};

bool is_mark_sign(char32_t c) {
  return text::is_digit(c) || (c >= U'A' && c <= U'Z') || c == U'*' || c == U'†' || c == U'‡';
}

// The length of the mark that `text` begins with, its brackets among it; 0 where there is none.
std::size_t mark_length(std::u32string_view text) {
  if (text.empty() || text.front() != U'[') return 0;
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestMark && is_mark_sign(text[end])) ++end;
  return end > 1 && end < text.size() && text[end] == U']' ? end + 1 : 0;
}

// Adds a word, with the marks in it apart.
void add_word(std::vector<PlacedWord>& words, std::u32string_view word, std::size_t line, bool follows_empty) {
  std::u32string plain;
  const auto add = [&](std::u32string text, bool is_mark) {
    if (text.empty()) return;
    words.push_back({std::move(text), line, follows_empty, is_mark, false});
    follows_empty = false;
  };
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t length = mark_length(word.substr(i));
    if (length == 0) {
      plain += word[i++];
      continue;
    }
    add(std::exchange(plain, {}), false);
    add(std::u32string(word.substr(i, length)), true);
    i += length;
  }
  add(std::move(plain), false);
}

std::vector<PlacedWord> placed_words(std::string_view text) {
  std::vector<PlacedWord> words;
  bool is_after_empty = false;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++line_number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::u32string line = viewed(text.substr(begin, end - begin), {View::kStrict, false});
    const auto of_line = words_of(line);
    for (std::size_t i = 0; i < of_line.size(); ++i)
      add_word(words, of_line[i], line_number, i == 0 && is_after_empty && !words.empty());
    is_after_empty = of_line.empty();
    begin = end + 1;
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::u32string& word = words[i].text;
    words[i].ends_broken = words[i].line != words[i + 1].line && word.size() > 1 && word.back() == U'-' &&
                           text::is_letter(word[word.size() - 2]) && text::is_letter(words[i + 1].text.front());
  }
  return words;
}

// For each word of `b` the word of `a` that it is aligned with, or kNone.
Result<std::vector<std::size_t>> partners(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
  WordNumbers numbers;
  const auto symbols = [&](const std::vector<std::u32string>& words) {
    return numbers.number(std::vector<std::u32string_view>(words.begin(), words.end()));
  };
  const std::u32string truth = symbols(a);
  const auto alignment = align(truth, symbols(b));
  if (!alignment) return fail(alignment.error());
  std::vector<std::size_t> partners;
  std::size_t in_a = 0;
  for (const Step step : alignment->steps) {
    if (step == Step::kMissing) {
      ++in_a;
    } else {
      partners.push_back(step == Step::kExtra ? kNone : in_a);
      if (step != Step::kExtra) ++in_a;
    }
  }
  return partners;
}

std::vector<std::u32string> texts_of(const std::vector<PlacedWord>& words) {
  std::vector<std::u32string> texts;
  for (const PlacedWord& word : words) texts.push_back(word.text);
  return texts;
}

Agreement compare_breaks(const std::vector<PlacedWord>& truth, const std::vector<PlacedWord>& output,
                         const std::vector<std::size_t>& partner) {
  Agreement breaks;
  for (const PlacedWord& word : truth) breaks.wanted += word.follows_empty;
  // A break before an output word lies somewhere between the truth's words that are aligned on both sides of it.
  std::size_t last = kNone;
  bool is_claimed = false;
  for (std::size_t i = 0; i < output.size(); ++i) {
    is_claimed |= output[i].follows_empty;
    if (partner[i] == kNone) continue;
    if (is_claimed) {
      ++breaks.claimed;
      const std::size_t first = last == kNone ? 0 : last + 1;
      for (std::size_t j = first; j <= partner[i]; ++j)
        if (truth[j].follows_empty) {
          ++breaks.agreed;
          break;
        }
    }
    is_claimed = false;
    last = partner[i];
  }
  return breaks;
}

Agreement compare_marks(const std::vector<PlacedWord>& truth, const std::vector<PlacedWord>& output,
                        const std::vector<std::size_t>& partner) {
  Agreement marks;
  for (const PlacedWord& word : truth) marks.wanted += word.is_mark;
  for (std::size_t i = 0; i < output.size(); ++i) {
    if (!output[i].is_mark) continue;
    ++marks.claimed;
    marks.agreed += partner[i] != kNone && truth[partner[i]].text == output[i].text;
  }
  return marks;
}

// Whether two words are readings of one: at least half of the longer is the same.
bool are_alike(const std::u32string& a, const std::u32string& b) {
  return 2 * text::edit_distance(a, b) <= std::max(a.size(), b.size());
}

// For each line of `before` the share of its words that the other text has, too; none where it holds no words.
std::vector<std::optional<double>> kept_shares(const std::vector<PlacedWord>& before,
                                               const std::vector<std::u32string>& other,
                                               const std::vector<std::size_t>& partner) {
  std::vector<std::optional<double>> shares(before.empty() ? 0 : before.back().line + 1);
  std::vector<std::size_t> sizes(shares.size(), 0);
  std::vector<std::size_t> kept(shares.size(), 0);
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::u32string& word = before[i].text;
    if (std::none_of(word.begin(), word.end(), [](char32_t c) { return text::is_letter(c) || text::is_digit(c); }))
      continue;
    sizes[before[i].line] += word.size();
    if (partner[i] != kNone && are_alike(other[partner[i]], word)) kept[before[i].line] += word.size();
  }
  for (std::size_t line = 0; line < shares.size(); ++line)
    if (sizes[line] > 0) shares[line] = static_cast<double>(kept[line]) / static_cast<double>(sizes[line]);
  return shares;
}

Result<Agreement> compare_furniture(const std::vector<PlacedWord>& truth, const std::vector<PlacedWord>& before,
                                    const std::vector<PlacedWord>& output) {
  const auto truth_texts = texts_of(truth), before_texts = texts_of(before), output_texts = texts_of(output);
  const auto in_truth = partners(truth_texts, before_texts);
  if (!in_truth) return fail(in_truth.error());
  const auto in_output = partners(output_texts, before_texts);
  if (!in_output) return fail(in_output.error());
  const auto truly = kept_shares(before, truth_texts, *in_truth);
  const auto still = kept_shares(before, output_texts, *in_output);

  std::vector<std::size_t> lines;  // those with words
  for (std::size_t line = 0; line < truly.size(); ++line)
    if (truly[line]) lines.push_back(line);
  Agreement furniture;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_furniture = *truly[lines[i]] < 0.5;
    const bool is_at_edge = i < kEdgeLines || i + kEdgeLines >= lines.size();
    const bool is_out = *still[lines[i]] < 0.5;
    furniture.wanted += is_furniture && (is_at_edge || is_out);
    furniture.claimed += is_out;
    furniture.agreed += is_furniture && is_out;
  }
  return furniture;
}

std::u32string without_hyphens(std::u32string word) {
  std::erase(word, U'-');
  return word;
}

enum class Joint { kBroken, kHyphen, kJoined, kUnclear };

// The words with those that a line's end breaks in one piece and all hyphens taken out, and what each was made of.
struct JoinedWords {
  std::vector<std::u32string> texts;
  std::vector<std::u32string> written;  // with their hyphens; those at a line's end are "\n"
};

JoinedWords joined_words(const std::vector<PlacedWord>& words) {
  JoinedWords joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::u32string written = words[i].text;
    for (; words[i].ends_broken && i + 1 < words.size(); ++i) {
      written.back() = U'\n';
      written += words[i + 1].text;
    }
    std::u32string text = without_hyphens(written);
    std::erase(text, U'\n');
    joined.texts.push_back(std::move(text));
    joined.written.push_back(std::move(written));
  }
  return joined;
}

// What stands behind the first `letters` characters of a word, hyphens not counted.
Joint joint_behind(const std::u32string& written, std::size_t letters) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == U'-' || written[i] == U'\n') {
      if (letters > 0) continue;
      if (i + 1 < written.size() && written[i + 1] == U'*') return Joint::kUnclear;  // a truth that does not know
      return written[i] == U'-' ? Joint::kHyphen : Joint::kBroken;
    }
    if (letters == 0) return Joint::kJoined;
    --letters;
  }
  return Joint::kUnclear;
}

Result<Agreement> compare_hyphens(const std::vector<PlacedWord>& truth, const std::vector<PlacedWord>& before,
                                  const std::vector<PlacedWord>& output) {
  const JoinedWords meant = joined_words(truth), broken = joined_words(before), made = joined_words(output);
  const auto in_truth = partners(meant.texts, broken.texts);
  if (!in_truth) return fail(in_truth.error());
  const auto in_output = partners(made.texts, broken.texts);
  if (!in_output) return fail(in_output.error());
  Agreement hyphens;
  for (std::size_t i = 0; i < broken.texts.size(); ++i) {
    if ((*in_truth)[i] == kNone || (*in_output)[i] == kNone) continue;
    const std::u32string& true_word = meant.written[(*in_truth)[i]];
    const std::u32string& output_word = made.written[(*in_output)[i]];
    std::size_t letters = 0;
    for (const char32_t c : broken.written[i]) {
      if (c == U'\n') {
        // Another reading of the letters says nothing of the hyphen.
        const bool is_read = text::edit_distance(meant.texts[(*in_truth)[i]], broken.texts[i]) <= 1;
        const Joint wanted = is_read ? joint_behind(true_word, letters) : Joint::kUnclear;
        const Joint found = joint_behind(output_word, letters);
        if (wanted != Joint::kUnclear && wanted != Joint::kBroken && found != Joint::kUnclear) {
          ++hyphens.wanted;
          hyphens.claimed += found != Joint::kBroken;
          hyphens.agreed += found == wanted;
        }
      } else if (c != U'-') {
        ++letters;
      }
    }
  }
  return hyphens;
}

std::optional<double> share(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void Agreement::add(const Agreement& other) {
  wanted += other.wanted;
  claimed += other.claimed;
  agreed += other.agreed;
}

std::optional<double> Agreement::precision() const { return share(agreed, claimed); }
std::optional<double> Agreement::recall() const { return share(agreed, wanted); }
std::optional<double> Agreement::f1() const { return share(2 * agreed, wanted + claimed); }

void Structure::add(const Structure& other) {
  paragraphs.add(other.paragraphs);
  marks.add(other.marks);
  furniture.add(other.furniture);
  hyphens.add(other.hyphens);
}

Result<Structure> compare_structure(std::string_view truth, std::optional<std::string_view> before,
                                    std::string_view output) {
  const auto true_words = placed_words(truth);
  const auto output_words = placed_words(output);
  const auto partner = partners(texts_of(true_words), texts_of(output_words));
  if (!partner) return fail(partner.error());
  Structure structure;
  structure.paragraphs = compare_breaks(true_words, output_words, *partner);
  structure.marks = compare_marks(true_words, output_words, *partner);
  if (!before) return structure;

  const auto words_before = placed_words(*before);
  const auto furniture = compare_furniture(true_words, words_before, output_words);
  if (!furniture) return fail(furniture.error());
  structure.furniture = *furniture;
  const auto hyphens = compare_hyphens(true_words, words_before, output_words);
  if (!hyphens) return fail(hyphens.error());
  structure.hyphens = *hyphens;
  return structure;
}

}  // namespace emend::measure
