#include "store/layout/layout_rewrite.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "store/layout/layout_sample.h"

namespace emend::store {
namespace {

using testing::HasSubstr;

edit::DecidedEdits accepted(const document::RawText& raw,
                            const std::vector<std::pair<std::string, std::string>>& changes) {
  edit::DecidedEdits edits;
  for (const auto& [before, after] : changes) {
    const std::size_t at = raw.text().find(before);
    EXPECT_NE(at, std::string_view::npos) << before;
    edit::DecidedEdit change;
    change.edit.span = {at, at + before.size()};
    change.edit.before = before;
    change.edit.after = after;
    change.decision.verdict = edit::Verdict::kAccepted;
    edits.push_back(std::move(change));
  }
  return edits;
}

// The file with one change, or why it was left.
std::string rewritten(const std::string& bytes, const std::string& before, const std::string& after) {
  const LayoutFile file = layout_of(bytes);
  const document::RawText raw = raw_text_of(file);
  const auto result = rewrite_in_place(file, raw, accepted(raw, {{before, after}}), "sample");
  if (!result) return result.error().what;
  if (!result->left.empty()) {
    EXPECT_EQ(result->bytes, bytes) << "what cannot be changed stays byte for byte";
    return result->left[0].why;
  }
  return result->bytes;
}

std::string with(std::string bytes, const std::string& before, const std::string& after) {
  for (std::size_t at = bytes.find(before); at != std::string::npos; at = bytes.find(before, at + after.size()))
    bytes.replace(at, before.size(), after);
  return bytes;
}

TEST(LayoutRewrite, ReplacesOneWordAndNothingElse) {
  const std::string alto = sample_bytes("letter-4.alto.xml");
  EXPECT_EQ(rewritten(alto, "tbe", "the"), with(alto, "tbe", "the"));
  EXPECT_EQ(rewritten(alto, "overleaf", "over<&>leaf"), with(alto, "overleaf", "over&lt;&amp;&gt;leaf"));
  EXPECT_EQ(rewritten(alto, "overleaf", "over\"leaf"), with(alto, "overleaf", "over&quot;leaf"));
  EXPECT_EQ(rewritten(alto, "overleaf\n", "overleaf.\n"), with(alto, "overleaf", "overleaf."));
  EXPECT_EQ(rewritten(alto, "read last", "read past"), with(alto, "read last", "read past"))
      << "what both sides share is no part of the change";
  const std::string hocr = sample_bytes("letter.hocr");
  EXPECT_EQ(rewritten(hocr, "Dear", "Deer's"), with(hocr, ">Dear<", ">Deer's<"));
}

TEST(LayoutRewrite, ReplacesEveryPlaceThatTellsTheWord) {
  const std::string page = sample_bytes("letter.page.xml");
  EXPECT_EQ(rewritten(page, "cornmittee", "committee"), with(page, "cornmittee", "committee"));
  EXPECT_EQ(rewritten(with(page, "<Unicode>The cornmittee</Unicode>", "<Unicode>The committee</Unicode>"), "cornmittee",
                      "committee"),
            "the text of its line (TextEquiv) does not tell the same words");
}

TEST(LayoutRewrite, KeepsEncodingAndMark) {
  const std::string old = sample_bytes("old-latin1.html");
  EXPECT_EQ(rewritten(old, "café", "cafés"), with(old, "caf\xE9", "caf\xE9s"));
  EXPECT_THAT(rewritten(old, "café", "caf\u0151"), HasSubstr("lacks a character"));
  const std::string wide = sample_bytes("wide.alto.xml");
  EXPECT_EQ(rewritten(wide, "z", "y"), with(wide, std::string("z\0", 2), std::string("y\0", 2)));
  const std::string marked = "\xEF\xBB\xBF" + sample_bytes("letter-4.alto.xml");
  EXPECT_EQ(rewritten(marked, "tbe", "the"), with(marked, "tbe", "the"));
}

TEST(LayoutRewrite, SaysWhyAChangeIsLeft) {
  const std::string alto2 = sample_bytes("letter-2.alto.xml");
  const std::string alto4 = sample_bytes("letter-4.alto.xml");
  const std::string hocr = sample_bytes("letter.hocr");
  const struct {
    std::string bytes;
    std::string before;
    std::string after;
    std::string why;
  } kCases[] = {
      {alto4, "read last", "readlast", "joins words"},
      {alto4, "overleaf", "over leaf", "parts a word"},
      {alto4, "moon", "noon", "one by one"},
      {alto4, "overleaf", "", "nothing would be left"},
      {alto2, "erate", "erated", "one half of a broken word"},
      {alto2, "rock-", "rock=", "changes the hyphen"},
      {alto2, "second", "seconds", "(CC)"},
      {hocr, "MrThomas", "MrsThomas", "tags stand inside"},
      {hocr, "end", "and", "one by one"},
      {"<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT='a\xC3\xA9\xC3\xA9 "
       "\xE9'/></TextLine></TextBlock>"
       "</PrintSpace></Page></Layout></alto>",
       "a", "b", "cannot be written back"},
  };
  for (const auto& c : kCases) EXPECT_THAT(rewritten(c.bytes, c.before, c.after), HasSubstr(c.why)) << c.before;
  EXPECT_EQ(rewritten(alto2, "second", "sccond"), with(alto2, "\"second\"", "\"sccond\""));
  EXPECT_EQ(rewritten(alto2, "rock-", "dock-"), with(alto2, "\"rock\"", "\"dock\""));
}

TEST(LayoutRewrite, SeveralChangesOfOneWordAreOne) {
  const std::string bytes = sample_bytes("letter-4.alto.xml");
  const LayoutFile file = layout_of(bytes);
  const document::RawText raw = raw_text_of(file);
  auto edits = accepted(raw, {{"ov", "un"}, {"leaf", "fold"}, {"moon", "noon"}});
  edits[2].decision.verdict = edit::Verdict::kOpen;
  const auto result = rewrite_in_place(file, raw, edits, "sample");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->bytes, with(bytes, "overleaf", "unerfold"));
  EXPECT_EQ(result->changed_words, 1U);
  EXPECT_TRUE(result->left.empty()) << "what was not accepted is not looked at";
}

TEST(PlaceInFile, IsExactWhereTheBytesAreTheSame) {
  const LayoutFile file = layout_sample("letter-4.alto.xml");
  const document::RawText raw = raw_text_of(file);
  const auto shown = [&](const std::string& text, std::size_t from, std::size_t size) -> std::string {
    const std::size_t at = raw.text().find(text);
    const auto place = place_in_file(file, raw, {at + from, at + from + size});
    return place ? std::string(place->of(file.source.text)) : "nowhere";
  };
  EXPECT_EQ(shown("overleaf", 4, 4), "leaf");
  EXPECT_EQ(shown("overleaf", 8, 0), "") << "an insertion at its end stands there";
  EXPECT_EQ(shown("\"tbe\"", 1, 3), "&quot;tbe&quot;") << "references stand for characters: the whole word";
  EXPECT_EQ(shown("last", 0, 4), "last");
  EXPECT_EQ(shown("read last", 0, 9), "read last");
  EXPECT_EQ(place_in_file(layout_of("<alto><Layout><Page/></Layout></alto>"), document::RawText(), {0, 0}),
            std::nullopt);
}

}  // namespace
}  // namespace emend::store
