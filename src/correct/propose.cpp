#include "correct/propose.h"

#include <algorithm>

#include "base/check.h"
#include "correct/arbiter.h"
#include "edit/apply.h"

namespace emend::correct {
namespace {

using Edits = std::vector<edit::Edit>;

bool is_automatic(const edit::Edit& edit) { return edit.applicability == edit::Applicability::kAutomatic; }

// What the rules, the decoder and the mark layer say of one text, after arbitration.
Edits run_rules(const RuleSet& rules, const WordRepair* words, const MarkRepair* marks, const PreparedText& prepared) {
  Edits proposals;
  if (words != nullptr) words->propose(prepared.input().text, prepared.input().lexicon, proposals);
  if (marks != nullptr) marks->propose(prepared.input(), proposals);
  for (const auto& rule : rules) {
    const std::size_t first = proposals.size();
    rule->propose(prepared.input(), proposals);
    if (rule->info().applicability == edit::Applicability::kAutomatic) continue;
    for (std::size_t i = first; i < proposals.size(); ++i)
      proposals[i].applicability = edit::Applicability::kProposed;  // a rule's word about itself is the limit
  }
  return arbitrate(std::move(proposals));
}

edit::CleanText with_all(std::string_view raw_text, const Edits& edits) {
  edit::DecidedEdits decided;
  decided.reserve(edits.size());
  for (const edit::Edit& edit : edits) {
    decided.push_back({edit, {}});
    decided.back().decision.verdict = edit::Verdict::kAccepted;
  }
  return edit::apply(raw_text, decided);
}

// Joins the edits that gave a repaired text with the edits found on that text, all as edits of the raw text.
class RoundMerger {
 public:
  // `earlier` are edits of the raw text, `repaired` is what they made of it, `found` are edits of `repaired`.
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

  // Takes the next edits that touch each other, earlier ones and found ones; those of one round never do.
  void take_group() {
    group_earlier_ = next_earlier_;
    group_found_ = next_found_;
    bool has_earlier = false;
    bool has_found = false;
    std::size_t earlier_end = 0;
    std::size_t found_end = 0;
    while (true) {
      const bool more_earlier = next_earlier_ < applied().size();
      const bool more_found = next_found_ < found_.size();
      if (!more_earlier && !more_found) return;
      const bool earlier_is_next =
          more_earlier && (!more_found || applied()[next_earlier_].clean.begin <= found_[next_found_].span.begin);
      const text::Span span = earlier_is_next ? applied()[next_earlier_].clean : found_[next_found_].span;
      const bool is_first = !has_earlier && !has_found;
      const bool touches_group =
          earlier_is_next ? has_found && span.begin <= found_end : has_earlier && span.begin <= earlier_end;
      if (!is_first && !touches_group) return;
      if (earlier_is_next) {
        has_earlier = true;
        earlier_end = span.end;
        ++next_earlier_;
      } else {
        has_found = true;
        found_end = span.end;
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
    for (edit::Edit& part : parts) {
      edit.reason += (edit.reason.empty() ? "" : "; then ") + part.reason;
      edit.probability *= part.probability;
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

Edits propose_edits(const document::Document& document, const RuleSet& rules, const lexicon::Lexicon& lexicon,
                    const WordRepair* words, const MarkRepair* marks) {
  const std::string_view raw_text = document.raw.text();
  const document::Document* scan = document.kind == document::SourceKind::kScan ? &document : nullptr;

  Edits automatic;
  Edits proposed;
  for (int round = 1; round <= kMostRounds; ++round) {
    const edit::CleanText repaired = with_all(raw_text, automatic);
    const PreparedText prepared(repaired.text, lexicon, round == 1 ? scan : nullptr);
    Edits found = run_rules(rules, words, marks, prepared);
    const auto first_proposed = std::stable_partition(found.begin(), found.end(), is_automatic);
    const Edits open(std::make_move_iterator(first_proposed), std::make_move_iterator(found.end()));
    found.erase(first_proposed, found.end());

    const Edits open_in_raw = RoundMerger(raw_text, repaired, automatic, open).untouched();
    proposed.insert(proposed.end(), open_in_raw.begin(), open_in_raw.end());
    if (found.empty()) break;
    automatic = RoundMerger(raw_text, repaired, automatic, found).merged();
  }
  // From here the edits do not overlap: an automatic one wins over what is only proposed.
  automatic.insert(automatic.end(), std::make_move_iterator(proposed.begin()), std::make_move_iterator(proposed.end()));
  return arbitrate(std::move(automatic));
}

}  // namespace emend::correct
