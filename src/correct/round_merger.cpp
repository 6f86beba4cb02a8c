#include "correct/round_merger.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "text/span.h"

namespace emend::correct {
namespace {

using Edits = std::vector<edit::Edit>;

// Walks both lists at once, a group of edits that touch each other after the other; the cost is linear in their number.
// An object serves one call.
class RoundMerger {
 public:
  RoundMerger(std::string_view raw_text, const edit::CleanText& repaired, const Edits& earlier, const Edits& found)
      : raw_text_(raw_text), repaired_(repaired), earlier_(earlier), found_(found) {}

  Edits merged() {
    Edits edits;
    while (next_earlier_ < applied().size() || next_found_ < found_.size()) {
      take_group();
      append_group(edits);
    }
    return edits;
  }

  // The same for edits that are only proposed: those that touch an earlier edit are left out.
  Edits untouched() {
    Edits edits;
    while (next_earlier_ < applied().size() || next_found_ < found_.size()) {
      take_group();
      if (group_earlier_ == next_earlier_) append_group(edits);
    }
    return edits;
  }

 private:
  const std::vector<edit::AppliedSpan>& applied() const { return repaired_.applied; }

  // Side by side two replacements leave each other alone, and each can be taken back by itself. What was inserted or
  // taken out at the border of another has no place of its own.
  static bool touch(text::Span before, text::Span after) {
    if (after.begin == before.end) return before.is_empty() || after.is_empty();
    return after.begin < before.end;
  }

  // Takes the next edits that touch each other, earlier ones and found ones; those of one round never do.
  void take_group() {
    group_earlier_ = next_earlier_;
    group_found_ = next_found_;
    bool has_earlier = false;
    bool has_found = false;
    text::Span last_earlier;
    text::Span last_found;
    while (true) {
      const bool more_earlier = next_earlier_ < applied().size();
      const bool more_found = next_found_ < found_.size();
      if (!more_earlier && !more_found) return;
      const bool earlier_is_next =
          more_earlier && (!more_found || applied()[next_earlier_].clean.begin <= found_[next_found_].span.begin);
      const text::Span span = earlier_is_next ? applied()[next_earlier_].clean : found_[next_found_].span;
      const bool is_first = !has_earlier && !has_found;
      const bool touches_group =
          earlier_is_next ? has_found && touch(last_found, span) : has_earlier && touch(last_earlier, span);
      if (!is_first && !touches_group) return;
      if (earlier_is_next) {
        has_earlier = true;
        last_earlier = span;
        ++next_earlier_;
      } else {
        has_found = true;
        last_found = span;
        ++next_found_;
      }
    }
  }

  void append_group(Edits& edits) const {
    const bool has_earlier = group_earlier_ < next_earlier_;
    if (group_found_ == next_found_) {
      // Edits of one round never touch by this reckoning, so there is only one.
      edits.push_back(earlier_[applied()[group_earlier_].edit]);
      return;
    }
    text::Span clean = found_[group_found_].span;
    clean.end = found_[next_found_ - 1].span.end;
    std::size_t raw_begin = raw_offset(clean.begin, group_earlier_);
    if (has_earlier) {
      const edit::AppliedSpan& first = applied()[group_earlier_];
      if (first.clean.begin <= clean.begin) {
        clean.begin = first.clean.begin;
        raw_begin = first.raw.begin;
      }
      clean.end = std::max(clean.end, applied()[next_earlier_ - 1].clean.end);
    }

    edit::Edit edit = found_[group_found_];
    edit.span = {raw_begin, raw_offset(clean.end, next_earlier_)};
    edit.before = std::string(edit.span.of(raw_text_));
    edit.after = repaired_with_found(clean);
    if (has_earlier) tell_whole_story(edit);
    if (edit.before != edit.after) edits.push_back(std::move(edit));
  }

  // Where an offset of the repaired text, outside of what was replaced, comes from; `count` edits lie before it.
  std::size_t raw_offset(std::size_t clean_offset, std::size_t count) const {
    if (count == 0) return clean_offset;
    const edit::AppliedSpan& last = applied()[count - 1];
    return clean_offset - last.clean.end + last.raw.end;
  }

  std::string repaired_with_found(text::Span clean) const {
    std::string out;
    std::size_t done = clean.begin;
    for (std::size_t i = group_found_; i < next_found_; ++i) {
      out += std::string_view(repaired_.text).substr(done, found_[i].span.begin - done);
      out += found_[i].after;
      done = found_[i].span.end;
    }
    return out + repaired_.text.substr(done, clean.end - done);
  }

  // One edit out of several: as sure as all of them together, with every reason in order.
  void tell_whole_story(edit::Edit& edit) const {
    Edits parts;
    for (std::size_t i = group_earlier_; i < next_earlier_; ++i) parts.push_back(earlier_[applied()[i].edit]);
    for (std::size_t i = group_found_; i < next_found_; ++i) parts.push_back(found_[i]);
    edit.rule = parts.front().rule;
    edit.reason.clear();
    edit.probability = 1;
    edit.evidence.clear();
    edit.candidates.clear();
    for (edit::Edit& part : parts) {
      edit.reason += (edit.reason.empty() ? "" : "; then ") + part.reason;
      edit.probability *= part.probability;
      // Whoever takes a rule's work back finds it by its evidence.
      const auto is_own = [&](const edit::Evidence& evidence) { return evidence.source == part.rule; };
      if (part.rule != edit.rule && std::none_of(part.evidence.begin(), part.evidence.end(), is_own))
        edit.evidence.push_back({part.rule, part.reason, 0});
      std::move(part.evidence.begin(), part.evidence.end(), std::back_inserter(edit.evidence));
    }
  }

  std::string_view raw_text_;
  const edit::CleanText& repaired_;
  const Edits& earlier_;
  const Edits& found_;
  std::size_t next_earlier_ = 0;
  std::size_t next_found_ = 0;
  std::size_t group_earlier_ = 0;
  std::size_t group_found_ = 0;
};

}  // namespace

Edits merge_round(std::string_view raw_text, const edit::CleanText& repaired, const Edits& earlier,
                  const Edits& found) {
  return RoundMerger(raw_text, repaired, earlier, found).merged();
}

Edits untouched_in_round(std::string_view raw_text, const edit::CleanText& repaired, const Edits& earlier,
                         const Edits& found) {
  return RoundMerger(raw_text, repaired, earlier, found).untouched();
}

}  // namespace emend::correct
