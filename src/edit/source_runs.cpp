#include "edit/source_runs.h"

#include <algorithm>
#include <cstddef>

#include "text/diff.h"
#include "text/utf8.h"

namespace emend::edit {
namespace {

// An edit that takes so many bytes more than it gives, or gives so many more, may be one end of a move.
constexpr std::size_t kLeastMove = 12;

// A piece of a text that is compared as one: a code point, or a word.
std::vector<text::Span> code_points(std::string_view text, text::Span span) {
  std::vector<text::Span> pieces;
  for (std::size_t i = span.begin; i < span.end;) {
    const std::size_t size = std::max<std::size_t>(1, text::decode_at(text, i).size);
    pieces.push_back({i, std::min(i + size, span.end)});
    i += size;
  }
  return pieces;
}

void add_words(std::string_view text, text::Span span, std::vector<text::Span>& words) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  for (std::size_t i = span.begin; i < span.end;) {
    const std::size_t begin = std::min(text.find_first_not_of(kBlanks, i), span.end);
    if (begin == span.end) return;
    const std::size_t end = std::min(text.find_first_of(kBlanks, begin), span.end);
    words.push_back({begin, end});
    i = end;
  }
}

// Runs of the pieces of a clean stretch, from those of the raw one that they are aligned with. Both cover their
// stretches without gaps.
void append_aligned(std::string_view raw, std::string_view clean, text::Span from, text::Span to,
                    std::vector<SourceRun>& runs) {
  if (to.is_empty()) return;
  const std::vector<text::Span> a = code_points(raw, from), b = code_points(clean, to);
  const auto begin_of = [](const std::vector<text::Span>& pieces, std::size_t i, std::size_t end) {
    return i < pieces.size() ? pieces[i].begin : end;
  };
  std::size_t done_a = 0, done_b = 0;
  const auto add = [&](std::size_t a_end, std::size_t b_end, bool is_kept) {
    const text::Span out{begin_of(b, done_b, to.end), begin_of(b, b_end, to.end)};
    if (!out.is_empty()) runs.push_back({out, {begin_of(a, done_a, from.end), begin_of(a, a_end, from.end)}, is_kept});
    done_a = a_end;
    done_b = b_end;
  };
  const auto hunks =
      text::diff(a.size(), b.size(), [&](std::size_t i, std::size_t j) { return a[i].of(raw) == b[j].of(clean); });
  for (const text::Hunk& hunk : hunks) {
    add(hunk.a_begin, hunk.b_begin, true);
    add(hunk.a_end, hunk.b_end, false);
  }
  add(a.size(), b.size(), true);
}

// What was taken out in some places and put in in others, in the same order, word by word.
class Moves {
 public:
  Moves(std::string_view raw, const CleanText& clean) : raw_(raw), clean_(clean.text) {
    for (const AppliedSpan& edit : clean.applied) {
      if (!is_end_of_move(edit)) continue;
      add_words(raw, edit.raw, taken_);
      const std::size_t before = given_.size();
      add_words(clean.text, edit.clean, given_);
      has_given_ = has_given_ || (given_.size() > before && edit.clean.size() >= edit.raw.size() + kLeastMove);
    }
    if (!has_given_ || taken_.empty()) return;
    from_.assign(given_.size(), text::Span{kNowhere, kNowhere});
    std::size_t done_a = 0, done_b = 0;
    const auto keep = [&](std::size_t b_end) {
      for (; done_b < b_end; ++done_a, ++done_b) from_[done_b] = taken_[done_a];
    };
    const auto hunks = text::diff(taken_.size(), given_.size(), [&](std::size_t i, std::size_t j) {
      return taken_[i].of(raw_) == given_[j].of(clean_);
    });
    for (const text::Hunk& hunk : hunks) {
      keep(hunk.b_begin);
      // Words that were repaired on the way, one for one.
      if (hunk.a_end - hunk.a_begin == hunk.b_end - hunk.b_begin) keep(hunk.b_end);
      done_a = hunk.a_end;
      done_b = hunk.b_end;
    }
    keep(given_.size());
  }

  static bool is_end_of_move(const AppliedSpan& edit) {
    return edit.clean.size() >= edit.raw.size() + kLeastMove || edit.raw.size() >= edit.clean.size() + kLeastMove;
  }

  // Whether the edit's words were found elsewhere too; then it is told by them alone.
  bool append(const AppliedSpan& edit, std::vector<SourceRun>& runs) const {
    if (from_.empty() || !is_end_of_move(edit) || edit.clean.is_empty()) return false;
    const auto first = std::partition_point(given_.begin(), given_.end(),
                                            [&](text::Span word) { return word.begin < edit.clean.begin; });
    const auto last =
        std::partition_point(first, given_.end(), [&](text::Span word) { return word.begin < edit.clean.end; });
    std::size_t known = 0, all = 0;
    bool is_from_elsewhere = false;
    for (auto word = first; word != last; ++word, ++all) {
      const text::Span from = from_[static_cast<std::size_t>(word - given_.begin())];
      known += from.begin != kNowhere;
      is_from_elsewhere |= from.begin != kNowhere && (from.begin < edit.raw.begin || from.begin >= edit.raw.end);
    }
    if (!is_from_elsewhere || 2 * known < all) return false;
    // What stands between two words, and words that nobody knows, go with the known word behind them on their line, or
    // else with the one before.
    std::size_t done = edit.clean.begin;
    text::Span source = edit.raw;
    for (auto word = first; word != last; ++word) {
      const text::Span from = from_[static_cast<std::size_t>(word - given_.begin())];
      if (from.begin == kNowhere) continue;
      const std::size_t line = clean_.rfind('\n', word->begin);
      const std::size_t own = line == std::string_view::npos ? done : std::clamp(line + 1, done, word->begin);
      if (own > done) runs.push_back({{done, own}, {source.end, source.end}, false});
      if (word->begin > own) runs.push_back({{own, word->begin}, {from.begin, from.begin}, false});
      runs.push_back({*word, from, from.of(raw_) == word->of(clean_)});
      source = from;
      done = word->end;
    }
    if (done < edit.clean.end) runs.push_back({{done, edit.clean.end}, {source.end, source.end}, false});
    return true;
  }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  std::string_view raw_;
  std::string_view clean_;
  std::vector<text::Span> taken_;  // of the raw text
  std::vector<text::Span> given_;  // of the clean text
  std::vector<text::Span> from_;   // for each given word
  bool has_given_ = false;
};

}  // namespace

std::vector<SourceRun> source_runs(std::string_view raw_text, const CleanText& clean) {
  const Moves moves(raw_text, clean);
  std::vector<SourceRun> runs;
  std::size_t raw_done = 0, clean_done = 0;
  const auto keep_until = [&](std::size_t clean_end) {
    const std::size_t size = clean_end - clean_done;
    if (size > 0) runs.push_back({{clean_done, clean_end}, {raw_done, raw_done + size}, true});
  };
  for (const AppliedSpan& edit : clean.applied) {
    keep_until(edit.clean.begin);
    if (!moves.append(edit, runs)) append_aligned(raw_text, clean.text, edit.raw, edit.clean, runs);
    raw_done = edit.raw.end;
    clean_done = edit.clean.end;
  }
  keep_until(clean.text.size());
  return runs;
}

}  // namespace emend::edit
