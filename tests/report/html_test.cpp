// report.html: links that lead somewhere, nothing that breaks out of its place, and a size that grows with the text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "report/html/page.h"
#include "report/html/resources.h"
#include "report/sample.h"

namespace emend::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::multiset<std::string> all_matches(const std::string& text, const char* pattern) {
  std::multiset<std::string> found;
  const std::regex regex(pattern);
  for (std::sregex_iterator it(text.begin(), text.end(), regex), end; it != end; ++it) found.insert((*it)[1]);
  return found;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

// Everything but the style and the script, which are ours.
std::string body_of(const std::string& page) {
  const std::size_t begin = page.find("<body>");
  return page.substr(begin, page.rfind("<script>") - begin);
}

// With the values of all attributes taken out.
std::string without_attributes(const std::string& page) {
  // By hand: std::regex recurses once a character, which the address sanitizer's stack does not bear.
  std::string out;
  bool is_inside = false;
  for (const char c : page) {
    if (c == '"')
      is_inside = !is_inside;
    else if (!is_inside)
      out += c;
  }
  return out;
}

void expect_balanced(const std::string& body) {
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-z0-9]+)[ >]");
  const std::set<std::string> single = {"img", "input"};
  for (std::sregex_iterator it(body.begin(), body.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2];
    if (single.contains(name)) continue;
    if ((*it)[1].length() == 0) {
      open.push_back(name);
    } else {
      ASSERT_FALSE(open.empty()) << name;
      ASSERT_EQ(open.back(), name) << "near " << it->position();
      open.pop_back();
    }
  }
  EXPECT_EQ(open, (std::vector<std::string>{"body"}));
}

TEST(Html, EveryIdIsUniqueAndEveryLinkLeadsToOne) {
  const Sample sample = report::sample();
  const std::string page = html::page(sample.input());
  const auto ids = all_matches(page, " id=\"([^\"]*)\"");
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  for (const std::string& target : all_matches(page, "href=\"#([^\"]*)\"")) EXPECT_TRUE(ids.contains(target)) << target;
  expect_balanced(body_of(page));
}

TEST(Html, NothingIsLoadedFromAnywhere) {
  const std::string page = html::page(sample().input());
  EXPECT_THAT(page, Not(HasSubstr("http:")));
  EXPECT_THAT(page, Not(HasSubstr("https:")));
  EXPECT_THAT(page, Not(HasSubstr("@import")));
  EXPECT_THAT(page, Not(HasSubstr("url(")));
  EXPECT_THAT(page, HasSubstr("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"));
  // What would end the elements that hold them.
  EXPECT_EQ(html::kReportJs.find("</"), std::string_view::npos);
  EXPECT_EQ(html::kReportJs.find("<!--"), std::string_view::npos);
  EXPECT_EQ(html::kReportCss.find("</"), std::string_view::npos);
  EXPECT_EQ(html::kReportJsSha256.size(), 64u);
}

TEST(Html, CountsWhatWasProposedAppliedAndLeft) {
  const std::string page = html::page(sample().input());
  EXPECT_THAT(page, HasSubstr("<dt>proposed in all</dt><dd>10</dd>"));
  EXPECT_THAT(page, HasSubstr("<dt>applied</dt><dd>7</dd>"));
  EXPECT_THAT(page, HasSubstr("<dt>left as read</dt><dd>3</dd>"));
  EXPECT_THAT(page, HasSubstr("2 changes: 1 applied, 0 proposed, 1 rejected"));
  EXPECT_EQ(count(page, "<li class=\"card "), 10u);
  EXPECT_EQ(count(page, " id=\"m"), 10u);
}

TEST(Html, TellsProblemsAndTheWorkOnThePicture) {
  const std::string page = html::page(sample().input());
  EXPECT_THAT(page, HasSubstr("Page 3: minutes-1919.tif: the strip is damaged"));
  EXPECT_THAT(page, HasSubstr("turned by 1.2 degrees"));
  EXPECT_THAT(page, HasSubstr("Read a lone bar as the pronoun I"));
  EXPECT_THAT(page, Not(HasSubstr("never-fires")));
}

TEST(Html, ShowsWhatAChangeWasChosenFrom) {
  const Sample sample = report::sample();
  const std::string page = html::page(sample.input());
  EXPECT_EQ(count(page, "<table class=\"candidates\">"), 1u);
  for (const char* part :
       {"<tr class=\"won\"><th scope=\"row\" dir=\"auto\">with</th>", "as it stands",
        "“with” won over “wealth”: it fits its sentence better and the misreading is a likelier one.",
        "“l” for “eal”, once in 40,000"})
    EXPECT_THAT(page, HasSubstr(part));
}

TEST(Html, CropsAreInTheFile) {
  const Sample sample = report::sample();
  ReportInput input = sample.input();
  input.load_scan = [&](std::size_t page) -> Result<image::Picture> {
    return sample_scan(sample.document.pages[page]);
  };
  EXPECT_EQ(count(html::page(input), "<img src=\"data:image/jpeg;base64,/9j/"), 10u);
  input.load_scan = [](std::size_t) -> Result<image::Picture> {
    return fail(ErrorKind::kMissing, "gone.tif", "there is no such file");
  };
  const std::string page = html::page(input);
  EXPECT_EQ(count(page, "<img"), 0u);
  EXPECT_EQ(count(page, "gone.tif: there is no such file"), 2u);
}

TEST(Html, ADocumentOfNothing) {
  Sample sample;
  finish(sample);
  const std::string page = html::page(sample.input());
  EXPECT_THAT(page, HasSubstr("No change was proposed"));
  expect_balanced(body_of(page));
}

TEST(Html, CarriageReturnsAreLineEndsAndNotLitter) {
  Sample sample;
  sample.document.raw = document::RawText("| went\r\nhome\r\n\r\nnow");
  sample.edits.push_back(
      sample_edit(sample.document.raw.text(), "went", "\r\n", " ", "r", "", 1, edit::Verdict::kAccepted));
  finish(sample);
  EXPECT_THAT(without_attributes(html::page(sample.input())), Not(HasSubstr("\\x0d")));
}

// Whatever a document, a rule or a file name holds, it stays text.
TEST(Html, HostileTextStaysText) {
  const std::string evil =
      "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover='x' \u202e\u2028"
      "\x1b[31m<!-- ]]> javascript:alert(1) &lt;";
  Sample sample;
  sample.document.name = evil + ".tif";
  sample.document.encoding = evil;
  sample.document.kind = document::SourceKind::kScan;
  sample.document.witnesses = {{evil, evil, evil}};
  sample.document.pages = {sample_page(1, {evil, evil})};
  sample.document.pages[0].cleaning = {{evil, true, 1, evil, {{evil, 1}}}};
  sample.document.raw = document::RawText::from_pages(sample.document.pages);
  const std::string_view raw = sample.document.raw.text();
  for (const edit::Verdict verdict : {edit::Verdict::kAccepted, edit::Verdict::kOpen, edit::Verdict::kRejected}) {
    edit::DecidedEdit change = sample_edit(raw, "", "<script>", evil, evil, evil, 0.5, verdict);
    change.edit.evidence = {{evil, evil, 1}};
    change.edit.candidates = {{evil, 0.5, false, {{evil, evil, 1}}}, {evil + evil, 0.3, true, {{evil, evil, 0}}}};
    if (!sample.edits.empty()) {
      change.edit.span = {raw.size() - 20, raw.size() - 10};
      change.edit.before = change.edit.span.of(raw);
    }
    change.decision.by = evil;
    change.decision.when = evil;
    sample.edits.push_back(change);
  }
  const correct::RuleInfo info = {evil, evil, evil, evil, evil, evil};
  sample.rules.push_back(std::make_unique<SampleRule>(info));
  sample.problems = {{Severity::kFailure, {ErrorKind::kInternal, evil, evil, evil}, 1}};
  finish(sample);
  ReportInput input = sample.input();
  input.load_scan = [&](std::size_t) -> Result<image::Picture> { return sample_scan(sample.document.pages[0]); };
  const std::string page = html::page(input);
  EXPECT_EQ(count(page, "<script"), 1u);
  EXPECT_EQ(count(page, "</script"), 1u);
  const std::string body = body_of(page);
  for (const char* bad : {"<img src=x", "<!--", "\u202e", "\x1b", "' onmouseover", "\" onmouseover"})
    EXPECT_THAT(body, Not(HasSubstr(bad)));
  EXPECT_EQ(all_matches(without_attributes(body), "<[^>]* (on[a-z]+)=").size(), 0u);
  expect_balanced(body);
}

// Spans that do not fit the text come only from our own mistakes; they cost a mark, not the report.
TEST(Html, SpansOutsideTheTextAndOverlapsLoseTheirMarkOnly) {
  Sample sample;
  sample.document.raw = document::RawText("one two three\nfour\n");
  const auto add = [&](text::Span span, std::string before, edit::Verdict verdict) {
    edit::DecidedEdit change;
    change.edit.span = span;
    change.edit.before = std::move(before);
    change.edit.after = "X";
    change.decision.verdict = verdict;
    sample.edits.push_back(change);
  };
  add({0, 3}, "one", edit::Verdict::kOpen);
  add({2, 7}, "e two", edit::Verdict::kOpen);       // overlaps the one before
  add({4, 13}, "two three", edit::Verdict::kOpen);  // overlaps an applied one behind it
  add({8, 13}, "three", edit::Verdict::kAccepted);
  add({14, 18}, "five", edit::Verdict::kOpen);  // not what stands there
  add({16, 4000}, "ur", edit::Verdict::kOpen);
  add({5000, 5001}, "x", edit::Verdict::kOpen);
  add({static_cast<std::size_t>(-2), 3}, "x", edit::Verdict::kRejected);
  sample.clean = edit::apply(sample.document.raw.text(), sample.edits);
  const std::string page = html::page(sample.input());
  EXPECT_EQ(count(page, "<li class=\"card "), 8u);
  EXPECT_EQ(all_matches(page, " id=\"(m[0-9]+)\""), (std::multiset<std::string>{"m1", "m4"}));
  expect_balanced(body_of(page));
}

// Joined lines are many and say little: their cards wait until somebody asks for them.
TEST(Html, TheFormOfLinesIsShownOnRequest) {
  Sample sample = report::sample();
  const std::string without = html::page(sample.input());
  EXPECT_EQ(without.find("name=\"form\""), std::string::npos);
  EXPECT_EQ(without.find("data-form"), std::string::npos);

  sample.edits.back().edit.rule = "page-line-end";
  const std::string page = html::page(sample.input());
  EXPECT_NE(page.find("name=\"form\"> Form of lines <span class=\"count\">1</span>"), std::string::npos);
  EXPECT_EQ(count(page, " data-form=\"\" "), 1u);
}

TEST(Html, TheSizeGrowsWithTheDocument) {
  const auto size_of = [](std::size_t lines) {
    std::string raw;
    Sample sample;
    for (std::size_t i = 0; i < lines; ++i) {
      edit::DecidedEdit change;
      change.edit = {{raw.size(), raw.size() + 1},    "|", "I", "bar", "because", 0.9,
                     edit::Applicability::kAutomatic, {}};
      change.decision.verdict = edit::Verdict::kAccepted;
      sample.edits.push_back(change);
      raw += "| asked the members whether the day had been put to the dockers\n";
    }
    sample.document.raw = document::RawText(raw);
    finish(sample);
    return html::page(sample.input()).size();
  };
  const std::size_t frame = size_of(0);
  const std::size_t few = size_of(100) - frame;
  const std::size_t many = size_of(1600) - frame;
  EXPECT_LT(many, 17 * few);
  EXPECT_LT(many / 1600, 1800u);  // bytes for a line with a change
}

}  // namespace
}  // namespace emend::report
