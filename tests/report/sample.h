// A small scanned document with a change of every state, made in code; what the report and review tests look at.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/problem.h"
#include "correct/rule.h"
#include "document/document.h"
#include "edit/anchor.h"
#include "edit/apply.h"
#include "edit/decision.h"
#include "image/picture.h"
#include "report/writer.h"

namespace emend::report {

class SampleRule final : public correct::Rule {
 public:
  explicit SampleRule(const correct::RuleInfo& info) : info_(info) {}
  const correct::RuleInfo& info() const override { return info_; }
  void propose(const correct::RuleInput&, std::vector<edit::Edit>&) const override {}

 private:
  correct::RuleInfo info_;
};

struct Sample {
  document::Document document;
  edit::DecidedEdits edits;
  edit::CleanText clean;
  correct::RuleSet rules;
  Problems problems;

  ReportInput input() const { return {document, edits, clean, rules, problems, {}}; }
};

// An edit of the first `before` that follows `context` in the raw text.
inline edit::DecidedEdit sample_edit(std::string_view raw, std::string_view context, std::string before,
                                     std::string after, std::string rule, std::string reason, double probability,
                                     edit::Verdict verdict) {
  const std::size_t at = raw.find(std::string(context) + before) + context.size();
  edit::DecidedEdit change;
  change.edit = {{at, at + before.size()},
                 std::move(before),
                 std::move(after),
                 std::move(rule),
                 std::move(reason),
                 probability,
                 probability > 0.9 ? edit::Applicability::kAutomatic : edit::Applicability::kProposed,
                 {}};
  change.decision.verdict = verdict;
  return change;
}

// Keys for all, and the clean text.
inline void finish(Sample& sample) {
  std::vector<edit::Edit> plain;
  for (const edit::DecidedEdit& change : sample.edits) plain.push_back(change.edit);
  const auto keys = edit::anchor_keys(sample.document.raw.text(), plain);
  for (std::size_t i = 0; i < keys.size(); ++i) sample.edits[i].decision.key = keys[i];
  sample.clean = edit::apply(sample.document.raw.text(), sample.edits);
}

// Typed lines on a page, ten characters to the inch at 240 dpi. An empty string ends a paragraph.
inline document::Page sample_page(int number, const std::vector<std::string>& lines) {
  constexpr int kPitchPx = 24, kLineHeightPx = 36, kLineStepPx = 60, kMarginPx = 200;
  document::Page page;
  page.number = number;
  page.width_px = 2000;
  page.height_px = 2800;
  page.resolution_dpi = 240;
  document::Block block;
  document::Paragraph paragraph;
  int y = kMarginPx;
  for (const std::string& text : lines) {
    y += kLineStepPx;
    if (text.empty()) {
      block.paragraphs.push_back(std::move(paragraph));
      paragraph = {};
      continue;
    }
    document::Line line;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      document::Word word;
      word.box = {kMarginPx + static_cast<int>(begin) * kPitchPx, y, static_cast<int>(end - begin) * kPitchPx,
                  kLineHeightPx};
      document::Reading reading;
      reading.text = text.substr(begin, end - begin);
      reading.confidence = 0.9f;
      word.readings.push_back(std::move(reading));
      line.box = united(line.box, word.box);
      line.words.push_back(std::move(word));
      begin = end + 1;
    }
    paragraph.box = united(paragraph.box, line.box);
    paragraph.lines.push_back(std::move(line));
  }
  block.paragraphs.push_back(std::move(paragraph));
  page.blocks.push_back(std::move(block));
  return page;
}

inline Sample sample() {
  Sample sample;
  document::Document& document = sample.document;
  document.name = "minutes-1919.tif";
  document.kind = document::SourceKind::kScan;
  document.languages = "eng";
  document.witnesses = {{"tesseract 5.3.0", "eng", "cleaned"}};
  document.pages = {
      sample_page(
          1, {"MINUTES OF THE HARBOUR COMMITTEE", "", "| asked the members whether the 8 - hour day had",
              "been put to the dockers of the lower wharf , and", "whether the com-", "mittee had heard from them.", "",
              "The chairman ,Mr. Orlowe, said that it had been so", "since l9l9 , and read the letter aloud."}),
      sample_page(2, {"The meeting rose at ten o'clock . . . Better late", "than never, as the treasurer liked to say",
                      "wlth a smile."}),
  };
  document.pages[0].cleaning = {
      {"deskew", true, 0.97f, "turned by 1.2 degrees", {{"angle_degrees", 1.2}}},
      {"despeckle", false, 0.4f, "left alone: few isolated dots", {{"isolated_dots_per_cm2", 0.31}}}};
  document.raw = document::RawText::from_pages(document.pages);
  const std::string_view raw = document.raw.text();

  using edit::Verdict;
  auto& edits = sample.edits;
  edits.push_back(sample_edit(raw, "", "|", "I", "bar-for-pronoun", "a lone bar before a verb is the pronoun", 0.985,
                              Verdict::kAccepted));
  edits.back().edit.evidence = {{"language-model", "“I asked” is common, “| asked” is never written", 2.5},
                                {"engine", "the character was read with confidence 0.41", 0.8}};
  edits.push_back(sample_edit(raw, "8", " - ", "-", "spaced-hyphen", "a number and a noun make one compound", 0.96,
                              Verdict::kAccepted));
  edits.push_back(sample_edit(raw, "wharf", " ,", ",", "spaced-punctuation", "no space stands before a comma", 0.995,
                              Verdict::kAccepted));
  edits.push_back(sample_edit(raw, "com", "-\n", "", "line-end-hyphen", "“committee” is a word, “com” is none", 0.99,
                              Verdict::kAccepted));
  edits.push_back(sample_edit(raw, "chairman", " ,", ", ", "spaced-punctuation", "the space stands on the wrong side",
                              0.94, Verdict::kAccepted));
  edits.back().decision.by = "A. Reader";
  edits.back().decision.when = "2024-05-01T09:30:00Z";
  edits.push_back(sample_edit(raw, "Mr. ", "Orlowe", "Orlow", "dictionary", "a form of a name that is listed", 0.31,
                              Verdict::kRejected));
  edits.back().edit.evidence = {{"document", "“Orlowe” stands in the document once only", -0.7}};
  edits.back().decision.by = "A. Reader";
  edits.push_back(sample_edit(raw, "since ", "l9l9", "1919", "typewriter-l-for-one", "an l between digits is a one",
                              0.9996, Verdict::kAccepted));
  edits.push_back(sample_edit(raw, "o'clock", " . . . ", ".... ", "torn-ellipsis", "the ellipsis was torn apart", 0.78,
                              Verdict::kOpen));
  edits.push_back(sample_edit(raw, "to say", "", ",", "missing-comma", "", 0.55, Verdict::kOpen));
  edits.push_back(
      sample_edit(raw, "", "wlth", "with", "dictionary", "only one word is one letter away", 0.88, Verdict::kAccepted));
  edits.back().edit.candidates = {
      {"with", 0.88, false, {{"misreading", "“l” for “i”, once in 90", -4.5}, {"sentence", "fits", 0}}},
      {"wealth",
       0.09,
       false,
       {{"misreading", "“l” for “eal”, once in 40,000", -10.6}, {"sentence", "fits 300 times less well", -5.7}}},
      {"wlth",
       0.02,
       true,
       {{"misreading", "nothing misread", -0.1}, {"sentence", "fits 2,000 times less well", -7.6}}}};
  edits.back().decision = {"", Verdict::kAccepted, "A. Reader", "2024-05-01T09:31:00Z", "With", true};

  const auto rule = [&](correct::RuleInfo info) { sample.rules.push_back(std::make_unique<SampleRule>(info)); };
  rule({"bar-for-pronoun", "characters", "Read a lone bar as the pronoun I",
        "The type slug of a capital I wears to a plain stroke, which engines read as a bar. Between a line's start and "
        "a verb nothing else fits.",
        "| asked", "I asked"});
  rule({"spaced-hyphen", "punctuation", "Close a hyphen that stands apart inside a compound",
        "Fixed pitch leaves room on both sides of a hyphen, and engines take the room for spaces.", "8 - hour",
        "8-hour"});
  rule({"spaced-punctuation", "punctuation", "Put a mark against its word", "", "wharf , and", "wharf, and"});
  rule({"line-end-hyphen", "lines", "Join a word that was divided at the end of a line", "The halves are no words.",
        "com-\nmittee", "committee"});
  rule({"typewriter-l-for-one", "characters", "Read an l among digits as a one",
        "Many typewriters have no key for the one.", "l9l9", "1919"});
  rule({"never-fires", "characters", "Does not show in the legend", "", "a", "b"});

  sample.problems = {{Severity::kWarning,
                      {ErrorKind::kUnreadable, "minutes-1919.tif", "the resolution is not given", "pass --dpi"},
                      2},
                     {Severity::kFailure, {ErrorKind::kUnreadable, "minutes-1919.tif", "the strip is damaged", ""}, 3}};
  finish(sample);
  return sample;
}

// A scan for the sample: a grey block in place of every word.
inline image::Picture sample_scan(const document::Page& page) {
  std::vector<std::uint8_t> pixels(static_cast<std::size_t>(page.width_px) * static_cast<std::size_t>(page.height_px),
                                   240);
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines)
        for (const document::Word& word : line.words)
          for (int y = word.box.y; y < word.box.bottom(); ++y)
            for (int x = word.box.x; x < word.box.right(); ++x)
              if (x % 24 > 4 && x % 24 < 20 && (x % 24 < 8 || y % 12 < 4))
                pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width_px) +
                       static_cast<std::size_t>(x)] = 50;
  return {page.width_px, page.height_px, 1, std::move(pixels), page.resolution_dpi};
}

}  // namespace emend::report
