#include "review/tty_review.h"

#include <istream>
#include <optional>
#include <ostream>

#include <fmt/format.h>

#include "base/utc_time.h"
#include "review/review_text.h"
#include "review/typed_line.h"
#include "store/decision_file.h"
#include "text/visible.h"

namespace emend::review {
namespace {

class Review {
 public:
  Review(const std::vector<store::ChangeRecord>& records, const std::filesystem::path& decisions_path, std::istream& in,
         std::ostream& out, const ReviewOptions& options)
      : decisions_path_(decisions_path), in_(in), out_(out), options_(options) {
    for (const store::ChangeRecord& record : records) {
      const edit::Decision& decision = record.change.decision;
      const bool is_policys = decision.verdict == edit::Verdict::kAccepted && decision.by == "policy";
      if (decision.verdict == edit::Verdict::kOpen || (options.include_applied && is_policys))
        questions_.push_back({&record, decision.verdict, false});
    }
    summary_.asked = questions_.size();
  }

  Result<ReviewSummary> run() {
    for (std::size_t i = 0; i < questions_.size() && !summary_.was_quit;) {
      if (questions_[i].is_decided && asked_again_ != i) {
        ++i;
        continue;
      }
      out_ << change_text(*questions_[i].record, i + 1, questions_.size(), options_);
      const auto next = ask(i);
      if (!next) return fail(next.error());
      i = *next;
    }
    count();
    return summary_;
  }

 private:
  struct Question {
    const store::ChangeRecord* record = nullptr;
    edit::Verdict verdict = edit::Verdict::kOpen;
    bool is_decided = false;
    bool is_replaced = false;
  };

  // Asks until the answer is understood; gives the question to go on with.
  Result<std::size_t> ask(std::size_t i) {
    while (true) {
      out_ << "Accept this change [y,n,e,a,s,k,q,?]? " << std::flush;
      const auto line = typed_line(in_);
      if (!line) return quit(i);
      const std::size_t begin = line->find_first_not_of(" \t");
      const std::size_t end = line->find_last_not_of(" \t");
      const std::string answer = begin == std::string::npos ? "" : line->substr(begin, end - begin + 1);
      const char key = answer.size() == 1 ? answer[0] : '?';
      switch (key) {
        case 'y': return decided(decide(i, edit::Verdict::kAccepted), i + 1);
        case 'n': return decided(decide(i, edit::Verdict::kRejected), i + 1);
        case 'a': return decided(accept_rest_of_rule(i), i + 1);
        case 's':
        case 'j': return i + 1;
        case 'q': return quit(i);
        case 'k':
          if (i == 0) {
            out_ << "This is the first one.\n";
            break;
          }
          return asked_again_ = i - 1;
        case 'e': {
          const auto replacement = ask_for_replacement(*questions_[i].record);
          if (!replacement) break;
          return decided(replace(i, *replacement), i + 1);
        }
        default: out_ << help_text();
      }
    }
  }

  static Result<std::size_t> decided(const Status& status, std::size_t next) {
    if (!status) return fail(status.error());
    return next;
  }

  Result<std::size_t> quit(std::size_t i) {
    summary_.was_quit = true;
    return i;
  }

  // Nothing where the reviewer thinks better of it.
  std::optional<std::string> ask_for_replacement(const store::ChangeRecord& record) {
    const auto& candidates = record.change.edit.candidates;
    out_ << "Instead of “" << text::visible(record.change.edit.before) << "” (\\n is a line end, \\- is nothing at all"
         << (candidates.empty() ? "" : ", \\1 is candidate 1") << "; an empty line goes back): " << std::flush;
    const auto line = typed_line(in_);
    if (!line || line->empty()) return std::nullopt;
    if (line->size() == 2 && line->front() == '\\' && line->back() >= '1' && line->back() <= '9') {
      const auto number = static_cast<std::size_t>(line->back() - '0');
      if (number <= candidates.size()) return candidates[number - 1].text;
      out_ << "There is no candidate " << number << ".\n";
      return std::nullopt;
    }
    auto meant = meant_text(*line);
    if (!meant) out_ << "That cannot be text: write a backslash as \\\\ and leave out control characters.\n";
    return meant;
  }

  Status decide(std::size_t i, edit::Verdict verdict) { return append(i, verdict, nullptr); }

  Status replace(std::size_t i, const std::string& replacement) {
    const edit::Edit& edit = questions_[i].record->change.edit;
    if (replacement == edit.before) return append(i, edit::Verdict::kRejected, nullptr);
    return append(i, edit::Verdict::kAccepted, replacement == edit.after ? nullptr : &replacement);
  }

  Status append(std::size_t i, edit::Verdict verdict, const std::string* replacement) {
    Question& question = questions_[i];
    edit::Decision decision;
    decision.key = question.record->change.decision.key;
    decision.verdict = verdict;
    decision.by = options_.reviewer;
    decision.when = options_.now ? options_.now() : utc_now() + "Z";
    decision.has_replacement = replacement != nullptr;
    if (replacement != nullptr) decision.replacement = *replacement;
    if (Status appended = store::append_decision(decisions_path_, decision); !appended) return appended;
    question.verdict = verdict;
    question.is_decided = true;
    question.is_replaced = replacement != nullptr;
    return {};
  }

  Status accept_rest_of_rule(std::size_t i) {
    const std::string& rule = questions_[i].record->change.edit.rule;
    std::size_t count = 0;
    for (std::size_t k = i; k < questions_.size(); ++k) {
      if ((questions_[k].is_decided && k != i) || questions_[k].record->change.edit.rule != rule) continue;
      if (Status status = decide(k, edit::Verdict::kAccepted); !status) return status;
      ++count;
    }
    out_ << fmt::format("Accepted {} of {}.\n", count, text::visible(rule));
    return {};
  }

  void count() {
    for (const Question& question : questions_) {
      if (!question.is_decided) continue;
      if (question.verdict == edit::Verdict::kAccepted) ++summary_.accepted;
      if (question.verdict == edit::Verdict::kRejected) ++summary_.rejected;
      if (question.is_replaced) ++summary_.replaced;
    }
  }

  const std::filesystem::path& decisions_path_;
  std::istream& in_;
  std::ostream& out_;
  const ReviewOptions& options_;
  std::vector<Question> questions_;
  std::size_t asked_again_ = static_cast<std::size_t>(-1);  // the question that the reviewer went back to
  ReviewSummary summary_;
};

}  // namespace

Result<ReviewSummary> review_document(const std::vector<store::ChangeRecord>& records,
                                      const std::filesystem::path& decisions_path, std::istream& in, std::ostream& out,
                                      const ReviewOptions& options) {
  return Review(records, decisions_path, in, out, options).run();
}

}  // namespace emend::review
