// A reviewer played by a script.
#include "review/tty_review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <sstream>

#include "report/sample.h"
#include "store/decision_file.h"

namespace emend::review {
namespace {

namespace fs = std::filesystem;
using edit::Verdict;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kRaw = "| went home ,and\n| slept\nl9l9 was | think\n";

class TtyReview : public testing::Test {
 protected:
  TtyReview()
      : path_(fs::path(testing::TempDir()) /
              ("review" + std::to_string(::getpid()) + testing::UnitTest::GetInstance()->current_test_info()->name())) {
    const auto open = [&](std::string_view context, std::string before, std::string after, std::string rule) {
      sample_.edits.push_back(report::sample_edit(kRaw, context, std::move(before), std::move(after), std::move(rule),
                                                  "because", 0.7, Verdict::kOpen));
    };
    sample_.document.raw = document::RawText(std::string(kRaw));
    open("", "|", "I", "bar");
    open("home", " ,", ", ", "comma");
    open("and\n", "|", "I", "bar");
    open("", "l9l9", "1919", "one");
    open("was ", "|", "I", "bar");
    report::finish(sample_);
    records_ = store::change_records(sample_.document, sample_.edits);
  }
  ~TtyReview() override { fs::remove(path_); }

  ReviewSummary review(const std::string& keys, bool include_applied = false) {
    std::istringstream in(keys);
    std::ostringstream out;
    ReviewOptions options;
    options.raw_text = sample_.document.raw.text();
    options.reviewer = "Ann";
    options.include_applied = include_applied;
    options.now = [] { return std::string("2024-05-01T09:30:00Z"); };
    options.crop_of = crop_of_;
    const auto summary = review_document(records_, path_, in, out, options);
    EXPECT_TRUE(summary.has_value());
    shown_ = out.str();
    return summary.value_or(ReviewSummary());
  }

  // The recorded verdicts in the order of the records: y, n, e (typed) or . for none.
  std::string recorded() const {
    const auto decisions = store::read_decisions(path_);
    EXPECT_TRUE(decisions.has_value());
    std::string out;
    for (const store::ChangeRecord& record : records_) {
      const auto it = decisions->find(record.change.decision.key);
      out += it == decisions->end()                     ? '.'
             : it->second.has_replacement               ? 'e'
             : it->second.verdict == Verdict::kAccepted ? 'y'
                                                        : 'n';
    }
    return out;
  }

  const fs::path path_;
  report::Sample sample_;
  std::vector<store::ChangeRecord> records_;
  std::function<Result<fs::path>(const store::ChangeRecord&)> crop_of_;
  std::string shown_;
};

TEST_F(TtyReview, KeysDecide) {
  struct Case {
    std::string keys, recorded;
    bool was_quit;
  };
  const std::vector<Case> cases = {
      {"", ".....", true},
      {"q\n", ".....", true},
      {"y\nn\ny\nn\ny\n", "ynyny", false},
      {"y\nn\nq\ny\n", "yn...", true},
      {"s\nj\ny\ns\ns\n", "..y..", false},
      {"a\nn\ns\n", "yny.y", false},
      {"n\ns\na\nn\n", "n.yny", false},
      {"?\nwhat\n\n  y \n", "y....", true},
      {"y\nk\nn\ns\ns\ns\ns\n", "n....", false},
      {"k\ny\nk\ns\nq\n", "y....", true},  // going back and leaving it keeps the decision
      {"s\ns\ns\ne\n1920\ns\n", "...e.", false},
      {"s\ns\ns\ne\n\ny\ns\n", "...y.", false},           // thinks better of it
      {"s\ns\ns\ne\n\\q\ne\n1919\ns\n", "...y.", false},  // no text; then the proposal itself
      {"s\ns\ns\ne\nl9l9\ns\n", "...n.", false},          // what stood there already
      {"s\ne\n", ".....", true},
  };
  for (const Case& c : cases) {
    fs::remove(path_);
    const ReviewSummary summary = review(c.keys);
    EXPECT_EQ(recorded(), c.recorded) << testing::PrintToString(c.keys);
    EXPECT_EQ(summary.was_quit, c.was_quit) << testing::PrintToString(c.keys);
    EXPECT_EQ(summary.asked, 5u);
    EXPECT_EQ(summary.decided(), 5 - static_cast<std::size_t>(std::count(c.recorded.begin(), c.recorded.end(), '.')));
    EXPECT_EQ(summary.replaced, static_cast<std::size_t>(std::count(c.recorded.begin(), c.recorded.end(), 'e')));
  }
}

TEST_F(TtyReview, ADecisionSaysWhoWhenAndWhat) {
  review("s\ne\n; \\n\nq\n");
  const auto decision = store::read_decisions(path_).value().at(records_[1].change.decision.key);
  EXPECT_EQ(decision.by, "Ann");
  EXPECT_EQ(decision.when, "2024-05-01T09:30:00Z");
  EXPECT_EQ(decision.replacement, "; \n");
}

TEST_F(TtyReview, TheTimeIsTakenFromTheClockWhereNobodyGivesIt) {
  std::istringstream in("y\n");
  std::ostringstream out;
  ASSERT_TRUE(review_document(records_, path_, in, out, {}).has_value());
  EXPECT_THAT(store::read_decisions(path_).value().begin()->second.when,
              testing::MatchesRegex("[0-9]+-[0-9]+-[0-9]+T[0-9]+:[0-9]+:[0-9]+Z"));
}

TEST_F(TtyReview, ShowsWhatIsNeededToDecide) {
  records_[1].change.edit.evidence = {{"dictionary", "“home” is a word", 1}, {"engine", "read with 0.4", -1}};
  review("s\ns\ns\ns\ns\n");
  EXPECT_THAT(shown_, HasSubstr("2 of 5: comma  line 1, column 12, proposed\n"
                                " - | went home[ ,]and\n"
                                " + | went home[, ]and\n"
                                "   | slept\n"
                                "   70 % likely right: because\n"
                                "   + “home” is a word (dictionary)\n"
                                "   - read with 0.4 (engine)\n"));
  EXPECT_THAT(shown_, Not(HasSubstr("\x1b")));
}

TEST_F(TtyReview, ACandidateIsTakenByItsNumber) {
  records_[3].change.edit.candidates = {{"1919", 0.7, false, {}}, {"1979", 0.2, false, {}}, {"l9l9", 0.1, true, {}}};
  review("s\ns\ns\ne\n\\9\ne\n\\2\nq\n");
  EXPECT_THAT(shown_, HasSubstr("   \\1 1919 70 %, \\2 1979 20 %, \\3 l9l9 (as it stands) 10 %\n"));
  EXPECT_THAT(shown_, HasSubstr("There is no candidate 9."));
  const std::string key = records_[3].change.decision.key;
  EXPECT_EQ(store::read_decisions(path_).value().at(key).replacement, "1979");
  fs::remove(path_);
  review("s\ns\ns\ne\n\\1\nq\n");
  EXPECT_FALSE(store::read_decisions(path_).value().at(key).has_replacement);
  fs::remove(path_);
  review("s\ns\ns\ne\n\\3\nq\n");
  EXPECT_EQ(store::read_decisions(path_).value().at(key).verdict, Verdict::kRejected);
}

TEST_F(TtyReview, NamesTheCropAndGoesOnWithoutOne) {
  records_[0].box = {1, 2, 3, 4};
  crop_of_ = [](const store::ChangeRecord&) -> Result<fs::path> { return fs::path("DIR/crops/a\x1b.png"); };
  review("q\n");
  EXPECT_THAT(shown_, HasSubstr("scan: DIR/crops/a\\x1b.png\n"));
  crop_of_ = [](const store::ChangeRecord&) -> Result<fs::path> {
    return fail(ErrorKind::kUnreadable, "s", "the scan is gone");
  };
  review("y\nq\n");
  EXPECT_THAT(shown_, HasSubstr("scan: not shown, the scan is gone\n"));
  EXPECT_EQ(recorded(), "y....");
}

TEST_F(TtyReview, AppliedChangesAreAskedAboutOnRequestAndPeoplesDecisionsNever) {
  records_[0].change.decision.verdict = Verdict::kAccepted;
  records_[1].change.decision = {records_[1].change.decision.key, Verdict::kAccepted, "Bob", "", "", false};
  records_[2].change.decision.verdict = Verdict::kRejected;
  EXPECT_EQ(review("q\n").asked, 2u);
  EXPECT_EQ(review("n\nq\n", true).asked, 3u);
  EXPECT_EQ(recorded(), "n....");
}

TEST_F(TtyReview, NothingOfTheDocumentReachesTheTerminalRaw) {
  const std::string hostile = "\x1b]0;title\x07 \x1b[31m \u202e \u009b2J \r";
  sample_.document.raw = document::RawText(hostile + "x\n" + hostile);
  store::ChangeRecord record = records_[0];
  record.change.edit = {
      {0, hostile.size()},    hostile, hostile + "y", hostile, hostile, 2e9, edit::Applicability::kProposed,
      {{hostile, hostile, 0}}};
  records_ = {record, record};
  records_[1].change.edit.span = {5, 1u << 30};  // outside the text
  review("e\n\x1b\nk\ns\na\n");
  for (const char* bad : {"\x1b", "\x07", "\u202e", "\u009b", "\r"}) EXPECT_THAT(shown_, Not(HasSubstr(bad)));
}

TEST_F(TtyReview, ADecisionThatCannotBeWrittenEndsTheReview) {
  std::istringstream in("y\ny\n");
  std::ostringstream out;
  const auto summary = review_document(records_, path_ / "no" / "such", in, out, {});
  ASSERT_FALSE(summary.has_value());
  EXPECT_EQ(summary.error().kind, ErrorKind::kUnwritable);
}

}  // namespace
}  // namespace emend::review
