#include "correct/doubt/doubt_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "correct/doubt/notation.h"
#include "edit/apply.h"
#include "edit/candidates.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr std::string_view kByPolicy = "policy";

// A mark is what the user asked for; nothing about it is uncertain but the word.
constexpr double kMarkProbability = 0.999;
// Longer edits move lines; they say nothing about a word.
constexpr std::size_t kLongestEditBytes = 80;

bool is_letter_or_digit(char32_t c) { return text::is_letter(c) || text::is_digit(c) || text::is_mark(c); }

// Whether the edit says that other letters were meant, and not only other marks, spaces or lines.
bool changes_letters(std::string_view before, std::string_view after) {
  const auto letters = [](std::string_view text) {
    std::u32string kept = text::to_code_points(text);
    std::erase_if(kept, [](char32_t c) { return !is_letter_or_digit(c); });
    return kept;
  };
  return before.size() <= kLongestEditBytes && letters(before) != letters(after);
}

// From the first to the last letter or digit of a run without white space; empty where it has none.
text::Span core_of(std::string_view text, text::Span run) {
  while (!run.is_empty()) {
    const text::Decoded first = text::decode_at(text, run.begin);
    if (is_letter_or_digit(first.code_point)) break;
    run.begin += first.size;
  }
  while (!run.is_empty()) {
    const text::Decoded last = text::decode_before(text, run.end);
    if (is_letter_or_digit(last.code_point)) break;
    run.end -= last.size;
  }
  return run;
}

std::string shown(double probability) {
  std::string text = std::to_string(std::round(probability * 100) / 100);
  return text.substr(0, text.find('.') + 3);
}

struct Doubt {
  double probability = 1;  // that the word is right
  std::string why;

  void add(double other, std::string statement) {
    if (other >= probability) return;
    probability = other;
    why = std::move(statement);
  }
};

bool is_insertion_of(const edit::Edit& edit, std::string_view rule, std::string_view notation) {
  return edit.rule == rule && edit.span.is_empty() && edit.after == notation;
}

bool is_persons(const edit::DecidedEdit& one) {
  return one.decision.by != kByPolicy && one.decision.verdict != edit::Verdict::kOpen;
}

// A mark that a person decided about stays as decided.
void reject(edit::DecidedEdit& mark) {
  if (!is_persons(mark)) mark.decision.verdict = edit::Verdict::kRejected;
}

class Marker {
 public:
  Marker(const document::Document& document, const edit::DecidedEdits& decided, const DoubtOptions& options)
      : document_(document),
        raw_(document.raw.text()),
        decided_(decided),
        clean_(edit::apply(raw_, decided)),
        options_(options) {}

  std::vector<edit::Edit> marks() {
    const std::vector<text::Span> notation = notation_spans(clean_.text);
    std::size_t next_notation = 0;
    constexpr std::string_view kBlanks = " \t\r\n\f";
    for (std::size_t begin = 0; begin < clean_.text.size();) {
      std::size_t end = clean_.text.find_first_of(kBlanks, begin);
      if (end == std::string::npos) end = clean_.text.size();
      while (next_notation < notation.size() && notation[next_notation].end <= begin) ++next_notation;
      const bool is_notation = next_notation < notation.size() && notation[next_notation].overlaps({begin, end});
      const text::Span core = core_of(clean_.text, {begin, end});
      if (!is_notation && !core.is_empty()) mark_word(core);
      begin = end + 1;
    }
    return std::move(marks_);
  }

 private:
  // An applied edit that holds the offset of the clean text, or ends there; null where there is none.
  const edit::AppliedSpan* applied_at(std::size_t offset) const {
    const auto next = std::upper_bound(
        clean_.applied.begin(), clean_.applied.end(), offset,
        [](std::size_t wanted, const edit::AppliedSpan& applied) { return wanted < applied.clean.begin; });
    if (next == clean_.applied.begin()) return nullptr;
    const edit::AppliedSpan& applied = *std::prev(next);
    return offset <= applied.clean.end ? &applied : nullptr;
  }

  // The raw text of the word, whole edits with it; nothing where one of them reaches beyond the word.
  std::optional<text::Span> raw_span(text::Span core) const {
    text::Span raw{clean_.to_raw(core.begin), clean_.to_raw(core.end)};
    const auto take_whole = [&](std::size_t offset, bool is_begin) {
      const edit::AppliedSpan* applied = applied_at(offset);
      if (applied == nullptr) return true;
      if (is_begin && offset == applied->clean.end) {
        raw.begin = applied->raw.end;
        return true;
      }
      if (!is_begin && offset == applied->clean.begin) {
        raw.end = applied->raw.begin;
        return true;
      }
      (is_begin ? raw.begin : raw.end) = is_begin ? applied->raw.begin : applied->raw.end;
      const std::string_view replacement = applied->clean.of(clean_.text);
      return replacement.find_first_of(" \t\r\n\f") == replacement.npos;
    };
    if (!take_whole(core.begin, true) || !take_whole(core.end, false) || raw.begin > raw.end) return std::nullopt;
    return raw;
  }

  // "[2]" is the mark of a note, which has its own evidence.
  bool is_note_mark(text::Span core) const {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view word = core.of(clean_.text);
    return std::all_of(word.begin(), word.end(), is_digit) &&
           ((core.begin > 0 && clean_.text[core.begin - 1] == '[') ||
            (core.end < clean_.text.size() && clean_.text[core.end] == ']'));
  }

  void mark_word(text::Span core) {
    if (is_note_mark(core)) return;
    const auto raw = raw_span(core);
    if (!raw || raw->is_empty()) return;
    bool has_edits = false;
    bool has_accepted = false;
    bool is_decided = false;
    const Doubt doubt = doubt_of_word(*raw, has_edits, has_accepted, is_decided);
    if (is_decided) return;
    if (doubt.probability < options_.illegible_below && !has_accepted) {
      add(kIllegibleWord, *raw, std::string(kIllegible), doubt);
    } else if (doubt.probability >= options_.doubtful_below) {
      return;
    } else if (!has_edits) {
      const std::string word(raw->of(raw_));
      add(kDoubtfulWord, *raw, std::string(kDoubtBegins) + word + std::string(kDoubtEnds), doubt);
    } else if (is_free(raw->begin) && is_free(raw->end)) {
      add(kDoubtfulWord, {raw->begin, raw->begin}, std::string(kDoubtBegins), doubt);
      add(kDoubtfulWord, {raw->end, raw->end}, std::string(kDoubtEnds), doubt);
    }
  }

  Doubt doubt_of_word(text::Span raw, bool& has_edits, bool& has_accepted, bool& is_decided) {
    Doubt doubt;
    std::vector<text::Span> changed;
    for (std::size_t i = first_edit(raw); i < decided_.size() && decided_[i].edit.span.begin <= raw.end; ++i) {
      const edit::DecidedEdit& one = decided_[i];
      if (!one.edit.span.overlaps(raw)) continue;
      has_edits = true;
      has_accepted = has_accepted || one.is_accepted();
      if (!changes_letters(one.edit.before, one.replacement())) continue;
      if (is_persons(one)) is_decided = true;
      if (one.is_accepted()) {
        changed.push_back(one.edit.span);
        doubt.add(one.edit.probability,
                  "the change to “" + one.replacement() + "” has the probability " + shown(one.edit.probability));
      } else if (one.decision.verdict == edit::Verdict::kOpen) {
        doubt.add(1 - one.edit.probability,
                  "“" + one.edit.after + "” may be meant, with the probability " + shown(one.edit.probability));
      }
    }
    const auto [first, last] = document_.raw.places_in(raw);
    for (std::size_t i = first; i < last; ++i) {
      const document::WordPlace& place = document_.raw.places()[i];
      if (std::any_of(changed.begin(), changed.end(), [&](text::Span span) { return span.overlaps(place.span); }))
        continue;
      const document::Word& word = document_.pages[place.page]
                                       .blocks[place.block]
                                       .paragraphs[place.paragraph]
                                       .lines[place.line]
                                       .words[place.word];
      doubt.add(word.best().confidence,
                "the engine read “" + word.best().text + "” with the confidence " + shown(word.best().confidence));
    }
    return doubt;
  }

  // The first edit that ends at or behind the span's begin.
  std::size_t first_edit(text::Span span) const {
    const auto found =
        std::lower_bound(decided_.begin(), decided_.end(), span.begin,
                         [](const edit::DecidedEdit& one, std::size_t begin) { return one.edit.span.end < begin; });
    return static_cast<std::size_t>(found - decided_.begin());
  }

  // Two insertions at one place have no order.
  bool is_free(std::size_t offset) const {
    for (std::size_t i = first_edit({offset, offset}); i < decided_.size() && decided_[i].edit.span.begin <= offset;
         ++i) {
      const text::Span span = decided_[i].edit.span;
      if (span.is_empty() ? span.begin == offset : span.begin < offset && offset < span.end) return false;
    }
    return true;
  }

  void add(std::string_view rule, text::Span span, std::string after, const Doubt& doubt) {
    edit::Edit edit;
    edit.span = span;
    edit.before = std::string(span.of(raw_));
    edit.after = std::move(after);
    edit.rule = std::string(rule);
    edit.reason = doubt.why;
    edit.probability = kMarkProbability;
    edit.applicability = edit::Applicability::kAutomatic;
    edit.evidence.push_back({edit.rule, doubt.why, 0});
    edit::complete_candidates(edit);
    marks_.push_back(std::move(edit));
  }

  const document::Document& document_;
  std::string_view raw_;
  const edit::DecidedEdits& decided_;
  const edit::CleanText clean_;
  const DoubtOptions& options_;
  std::vector<edit::Edit> marks_;
};

}  // namespace

edit::DecidedEdits mark_doubt(const document::Document& document, edit::DecidedEdits decided,
                              const RecordedDecisions& recorded, const DoubtOptions& options) {
  if (!options.is_asked_for()) return decided;
  std::vector<edit::Edit> marks = Marker(document, decided, options).marks();
  std::erase_if(decided, [&](const edit::DecidedEdit& one) {
    if (one.is_accepted()) return false;
    // An open change of a word that gives way to [illegible].
    const auto mark = std::upper_bound(marks.begin(), marks.end(), one.edit.span.begin,
                                       [](std::size_t begin, const edit::Edit& m) { return begin < m.span.end; });
    return mark != marks.end() && mark->rule == kIllegibleWord && mark->span.overlaps(one.edit.span);
  });
  return with_marks(document.raw.text(), std::move(decided), std::move(marks), recorded);
}

void settle_doubt(edit::DecidedEdits& decided) {
  for (std::size_t i = 0; i < decided.size(); ++i) {
    if (!is_insertion_of(decided[i].edit, kDoubtfulWord, kDoubtBegins)) continue;
    bool is_settled = false;
    std::size_t end = i + 1;
    for (; end < decided.size() && !is_insertion_of(decided[end].edit, kDoubtfulWord, kDoubtEnds); ++end)
      is_settled = is_settled || is_persons(decided[end]);
    if (!is_settled || end == decided.size()) continue;
    reject(decided[i]);
    reject(decided[end]);
  }
  for (std::size_t i = 1; i < decided.size(); ++i)
    if (is_insertion_of(decided[i].edit, kTypistsError, kSic) && is_persons(decided[i - 1])) reject(decided[i]);
}

}  // namespace emend::correct
