#include "store/document_file.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "base/json.h"
#include "document/page_json.h"
#include "document/sample_document.h"

namespace emend::store {
namespace {

using document::Document;
using testing::HasSubstr;

std::string problem_of(std::string_view bytes) {
  const auto document = document_from_json(bytes, "document.json");
  if (document) return "read without a problem";
  EXPECT_EQ(document.error().kind, ErrorKind::kUnreadable);
  EXPECT_EQ(document.error().subject, "document.json");
  return document.error().what;
}

// What becomes of the sample when `damage` was done to it.
std::string problem_after(const std::function<void(Json&)>& damage) {
  Json json = *parse_json(document_to_json(document::sample_document()), "sample");
  damage(json);
  return problem_of(to_line(json));
}

// The source map of the sample, with "Café" taken out.
edit::SourceMap source_of(const Document& document) {
  edit::DecidedEdits edits(1);
  edits[0].edit.before = "Café ";
  edits[0].edit.span = {0, edits[0].edit.before.size()};
  edits[0].decision.verdict = edit::Verdict::kAccepted;
  return edit::SourceMap(document, edit::apply(document.raw.text(), edits));
}

TEST(DocumentFile, KeepsWhereTheCleanTextComesFrom) {
  const Document document = document::sample_document();
  const edit::SourceMap map = source_of(document);
  ASSERT_EQ(map.pieces().size(), 2U);
  const std::string bytes = document_to_json(document, &map);
  const Json json = *parse_json(bytes, "document.json");
  ASSERT_EQ(json["source_map"].size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    const edit::SourcePiece& piece = map.pieces()[i];
    const Json told(json["source_map"][i].begin(), json["source_map"][i].begin() + 7);
    EXPECT_EQ(told, Json({piece.clean.begin, piece.clean.end, piece.raw.begin, piece.raw.end, piece.page, piece.line,
                          piece.paragraph}));
  }
  EXPECT_EQ(json["source_map"][1][4], 4) << "its page";
  EXPECT_EQ(Json(json["source_map"][0].begin() + 7, json["source_map"][0].end()), Json({90, 10, 120, 20}));
  EXPECT_TRUE(document_from_json(bytes, "document.json"));
  EXPECT_TRUE(document_from_json(document_to_json(document), "document.json")) << "files of before have none";
}

TEST(DocumentFile, RefusesASourceMapThatLeadsNowhere) {
  const Document document = document::sample_document();
  const edit::SourceMap map = source_of(document);
  const auto problem_with = [&](const std::function<void(Json&)>& damage) {
    Json json = *parse_json(document_to_json(document, &map), "sample");
    damage(json["source_map"]);
    return problem_of(to_line(json));
  };
  EXPECT_THAT(problem_with([](Json& list) { list[1][0] = 3; }), HasSubstr("source_map[1] does not follow"));
  EXPECT_THAT(problem_with([](Json& list) { list[0][3] = 999; }), HasSubstr("source_map[0]"));
  EXPECT_THAT(problem_with([](Json& list) { list[0].erase(10); }), HasSubstr("source_map[0] is not"));
  EXPECT_THAT(problem_with([](Json& list) { list[0][5] = 0; }), HasSubstr("counts lines"));
  EXPECT_THAT(problem_with([](Json& list) { list[0] = "x"; }), HasSubstr("source_map[0] is not"));
}

TEST(DocumentFile, KeepsEveryField) {
  const Document before = document::sample_document();
  const auto after = document_from_json(document_to_json(before), "document.json");
  ASSERT_TRUE(after) << after.error().what;

  EXPECT_EQ(after->name, before.name);
  EXPECT_EQ(after->source_path, before.source_path);
  EXPECT_EQ(after->source_hash, before.source_hash);
  EXPECT_EQ(after->kind, document::SourceKind::kScan);
  EXPECT_EQ(after->languages, "eng+fra");
  ASSERT_EQ(after->witnesses.size(), 2U);
  EXPECT_EQ(after->witnesses[0].variant, "cleaned");
  EXPECT_EQ(after->raw.text(), "Café 8—hour\n\nday\n");
  ASSERT_EQ(after->raw.places().size(), 3U);
  EXPECT_EQ(after->raw.places()[1].span, (text::Span{6, 14}));
  EXPECT_EQ(after->raw.places()[2].page, 1U);

  const document::Page& page = after->pages.at(0);
  EXPECT_EQ(page.number, 3);
  EXPECT_EQ(page.width_px, 400);
  EXPECT_EQ(page.height_px, 300);
  EXPECT_EQ(page.resolution_dpi, 200);
  EXPECT_TRUE(page.is_resolution_measured);
  ASSERT_EQ(page.cleaning.size(), 2U);
  EXPECT_TRUE(page.cleaning[0].was_applied);
  EXPECT_EQ(page.cleaning[0].figures.at("angle_degrees"), 1.2);
  EXPECT_EQ(page.cleaning[1].note, "left alone");
  EXPECT_EQ(page.typewriter.pitch_px, 20.5F);
  EXPECT_EQ(page.typewriter.characters_per_inch, 12);
  EXPECT_EQ(page.typewriter.share_that_fits, 0.875F);
  EXPECT_EQ(page.blocks.at(0).kind, document::BlockKind::kHeading);
  EXPECT_EQ(page.blocks.at(1).kind, document::BlockKind::kPicture);
  const document::Paragraph& paragraph = page.blocks[0].paragraphs.at(0);
  EXPECT_FALSE(paragraph.is_left_to_right);
  EXPECT_TRUE(paragraph.starts_list_item);
  EXPECT_EQ(paragraph.first_line_indent_px, -12);
  const document::Line& line = paragraph.lines.at(0);
  EXPECT_EQ(line.baseline.y1, -3);
  EXPECT_EQ(line.x_height_px, 12.25F);
  EXPECT_EQ(line.pitch_px, 20.5F);
  EXPECT_EQ(line.phase_px, 3.25F);
  EXPECT_TRUE(line.words.at(1).is_struck_out);
  EXPECT_TRUE(line.words.at(1).is_underlined);
  EXPECT_TRUE(line.words.at(1).is_between_lines);
  EXPECT_FALSE(line.words.at(0).is_underlined);
  EXPECT_FALSE(line.words.at(0).is_struck_out);
  const document::Word& cafe = line.words.at(0);
  EXPECT_EQ(cafe.box, (document::Box{10, 10, 60, 20}));
  EXPECT_EQ(cafe.font_size_pt, 11.5F);
  EXPECT_TRUE(cafe.is_superscript && cafe.is_italic && cafe.is_bold);
  EXPECT_FALSE(cafe.is_in_engine_dictionary);
  EXPECT_EQ(cafe.readings.at(1).witness, 1U);
  EXPECT_EQ(cafe.readings[1].confidence, 1.0F / 3);
  const document::CharacterReading& eight = line.words.at(1).best().characters.at(0);
  EXPECT_EQ(eight.text, "8");
  EXPECT_EQ(eight.alternatives.at(1).text, "3");
  EXPECT_EQ(eight.alternatives[1].confidence, 0.001F);
  EXPECT_EQ(line.words.at(2).best().text, "");
  EXPECT_EQ(after->pages.at(1).typewriter.pitch_px, 0);
  EXPECT_TRUE(after->pages.at(1).blocks.at(0).paragraphs.at(0).lines.at(0).words.at(0).is_in_engine_dictionary);
}

TEST(DocumentFile, KeepsTextInputs) {
  Document before;
  before.name = "note.txt";
  before.encoding = "windows-1252";
  before.raw = document::RawText("\ufeffEin \"Zitat\"\r\n\tund \\ \x01\x7f ende \U0001F600");
  const auto after = document_from_json(document_to_json(before), "document.json");
  ASSERT_TRUE(after) << after.error().what;
  EXPECT_EQ(after->kind, document::SourceKind::kText);
  EXPECT_EQ(after->encoding, "windows-1252");
  EXPECT_EQ(after->raw.text(), before.raw.text());
}

// Pages of random shape and content; a fixed seed, so a failure can be seen again.
class RandomPages {
 public:
  explicit RandomPages(std::uint32_t seed) : engine_(seed) {}

  document::Document document() {
    document::Document document;
    document.kind = document::SourceKind::kScan;
    document.witnesses.resize(static_cast<std::size_t>(number(1, 3)));
    document.pages.resize(static_cast<std::size_t>(number(0, 3)));
    for (document::Page& page : document.pages) {
      page.width_px = number(0, 40000);
      page.blocks.resize(static_cast<std::size_t>(number(0, 3)));
      for (document::Block& block : page.blocks) fill(block, document.witnesses.size());
    }
    document.raw = document::RawText::from_pages(document.pages);
    return document;
  }

 private:
  int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine_); }
  // Any float from 0 to 1, not only short ones.
  float share() { return std::uniform_real_distribution<float>(0, 1)(engine_); }
  document::Box box() { return {number(-9, 30000), number(-9, 30000), number(0, 30000), number(0, 30000)}; }
  std::string text() {
    static const std::vector<std::string> letters = {"a", "é", "—", "\"", "\\", "\U0001F600", "<", "\u0301", "1"};
    std::string text;
    for (int i = number(0, 6); i > 0; --i) text += letters[static_cast<std::size_t>(number(0, 8))];
    return text;
  }

  void fill(document::Block& block, std::size_t witness_count) {
    block.kind = static_cast<document::BlockKind>(number(0, 6));
    block.box = box();
    block.paragraphs.resize(static_cast<std::size_t>(number(0, 2)));
    for (document::Paragraph& paragraph : block.paragraphs) {
      paragraph.starts_list_item = number(0, 1) == 1;
      paragraph.first_line_indent_px = number(-100, 100);
      paragraph.lines.resize(static_cast<std::size_t>(number(0, 3)));
      for (document::Line& line : paragraph.lines) {
        line.baseline = {number(-99, 999), number(-99, 999), number(-99, 999), number(-99, 999)};
        line.x_height_px = share() * 50;
        line.words.resize(static_cast<std::size_t>(number(0, 4)));
        for (document::Word& word : line.words) fill(word, witness_count);
      }
    }
  }
  void fill(document::Word& word, std::size_t witness_count) {
    word.box = box();
    word.is_bold = number(0, 1) == 1;
    word.font_size_pt = share() * 30;
    word.readings.resize(static_cast<std::size_t>(number(1, 3)));
    for (document::Reading& reading : word.readings) {
      reading.witness = static_cast<std::size_t>(number(0, static_cast<int>(witness_count) - 1));
      reading.text = text();
      reading.confidence = share();
      for (int i = number(0, 2); i > 0; --i)
        reading.characters.push_back({text(), share(), box(), {{text(), share()}}});
    }
  }

  std::mt19937 engine_;
};

TEST(DocumentFile, RoundTripIsExact) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const Document before = RandomPages(seed).document();
    const std::string bytes = document_to_json(before);
    const auto after = document_from_json(bytes, "document.json");
    ASSERT_TRUE(after) << "seed " << seed << ": " << after.error().what;
    EXPECT_EQ(after->raw.text(), before.raw.text()) << "seed " << seed;
    EXPECT_EQ(document_to_json(*after), bytes) << "seed " << seed;
  }
}

TEST(DocumentFile, FloatsAreShortAndExact) {
  std::mt19937 engine(1);
  std::uniform_real_distribution<float> any(0, 1);
  for (int i = 0; i < 20000; ++i) {
    const float value = any(engine);
    ASSERT_EQ(parse_json(to_line(document::short_number(value)), "")->get<float>(), value);
  }
  EXPECT_EQ(to_line(document::short_number(0.97F)), "0.97");
  EXPECT_EQ(document::short_number(std::numeric_limits<float>::quiet_NaN()), 0);
  EXPECT_EQ(document::short_number(std::numeric_limits<float>::infinity()), 0);
}

TEST(DocumentFile, RefusesWhatIsNoDocument) {
  for (const char* bytes : {"", "[]", "null", "3", "\"emend-document\"", "{}", R"({"format": "other", "version": 1})",
                            "{\"format\": \"emend-document\"", "\xff\xfe", "{\"format\": \"\xff\"}"})
    EXPECT_NE(problem_of(bytes), "read without a problem") << bytes;
  EXPECT_THAT(problem_of(R"({"format": "emend-document", "version": 2})"), HasSubstr("newer"));
  EXPECT_THAT(problem_of(std::string(100000, '[')), HasSubstr("nested"));
}

Json& first_word(Json& json) { return json["pages"][0]["blocks"][0]["paragraphs"][0]["lines"][0]["words"][0]; }

TEST(DocumentFile, NamesWhatIsWrong) {
  struct Case {
    const char* expected;
    std::function<void(Json&)> damage;
  };
  const double huge = 1e300;
  const Case cases[] = {
      {"name is missing", [](Json& json) { json.erase("name"); }},
      {"name is not a string", [](Json& json) { json["name"] = 3; }},
      {"kind is neither", [](Json& json) { json["kind"] = "film"; }},
      {"version is not a whole number", [](Json& json) { json["version"] = -1; }},
      {"pages is not an array", [](Json& json) { json["pages"] = Json::object(); }},
      {"pages[1] is not an object", [](Json& json) { json["pages"][1] = "page"; }},
      {"pages[0].number is not", [](Json& json) { json["pages"][0]["number"] = 0; }},
      {"pages[0].width_px is not", [](Json& json) { json["pages"][0]["width_px"] = -1; }},
      {"pages[0].width_px is not", [](Json& json) { json["pages"][0]["width_px"] = 12.5; }},
      {"pages[0].height_px is not", [](Json& json) { json["pages"][0]["height_px"] = UINT64_MAX; }},
      {"pages[0].height_px is not", [&](Json& json) { json["pages"][0]["height_px"] = huge; }},
      {"pages[0].is_resolution_measured is neither",
       [](Json& json) { json["pages"][0]["is_resolution_measured"] = 1; }},
      {"pages[0].cleaning[0].figures has a figure",
       [](Json& json) { json["pages"][0]["cleaning"][0]["figures"]["lines"] = "many"; }},
      {"pages[0].cleaning[0].figures is not an object",
       [](Json& json) { json["pages"][0]["cleaning"][0]["figures"] = Json::array(); }},
      {"pages[0].blocks[0].kind is no kind", [](Json& json) { json["pages"][0]["blocks"][0]["kind"] = "poem"; }},
      {"lines[0].words[0].box has a negative size", [](Json& json) { first_word(json)["box"][2] = -1; }},
      {"lines[0].words[0].box is not an array of 4", [](Json& json) { first_word(json)["box"].push_back(1); }},
      {"lines[0].words[0].box is not an array of 4", [](Json& json) { first_word(json)["box"][0] = INT32_MAX; }},
      {"lines[0].words[0].readings is empty", [](Json& json) { first_word(json)["readings"].clear(); }},
      {"readings[0].witness names no witness", [](Json& json) { first_word(json)["readings"][0]["witness"] = 2; }},
      {"readings[0].confidence is not a number",
       [](Json& json) { first_word(json)["readings"][0]["confidence"] = 1.01; }},
      {"readings[0].confidence is not a number",
       [](Json& json) { first_word(json)["readings"][0]["confidence"] = std::nan(""); }},
      {"readings[0].confidence is not a number",
       [&](Json& json) { first_word(json)["readings"][0]["confidence"] = -huge; }},
      {"font_size_pt is not a number", [&](Json& json) { first_word(json)["font_size_pt"] = huge; }},
      {"places[1] is not [begin", [](Json& json) { json["places"][1].push_back(0); }},
      {"places[0] is not a whole number", [](Json& json) { json["places"][0][0] = -1; }},
      {"places[2] is not a whole number", [](Json& json) { json["places"][2][1] = 1000; }},
      {"places[0] has an empty span", [](Json& json) { json["places"][0][1] = 0; }},
      {"places[0] cuts a character in two", [](Json& json) { json["places"][0][1] = 4; }},
      {"places[1] overlaps", [](Json& json) { json["places"][1][0] = 3; }},
      {"places[0] is not a whole number from 0 below 2", [](Json& json) { json["places"][0][2] = 2; }},
      {"places[0] is not a whole number from 0 below 2", [](Json& json) { json["places"][0][3] = 2; }},
      {"places[0] is not a whole number from 0 below 1", [](Json& json) { json["places"][0][4] = 1; }},
      {"places[0] is not a whole number from 0 below 1", [](Json& json) { json["places"][0][5] = 1; }},
      {"places[0] is not a whole number from 0 below 3", [](Json& json) { json["places"][0][6] = 3; }},
      {"places[0] is not a whole number", [](Json& json) { json["places"][0][6] = 0.5; }},
      {"places[0] is not a whole number", [](Json& json) { json["places"][0][6] = UINT64_MAX; }},
      {"raw_text is missing", [](Json& json) { json.erase("raw_text"); }},
      {"places[0] is not a whole number", [](Json& json) { json["raw_text"] = ""; }},
  };
  for (const Case& test : cases) EXPECT_THAT(problem_after(test.damage), HasSubstr(test.expected));
}

// Replaces every value of a good file, one at a time, by every wrong one, and asks only that nothing breaks.
void damage_everywhere(Json& whole, Json& value, const std::vector<Json>& wrong, int& refused) {
  if (value.is_structured())
    for (Json& part : value) damage_everywhere(whole, part, wrong, refused);
  const Json good = value;
  for (const Json& bad : wrong) {
    value = bad;
    refused += document_from_json(to_line(whole), "document.json") ? 0 : 1;
  }
  value = good;
}

TEST(DocumentFile, SurvivesAnyWrongValue) {
  Json json = *parse_json(document_to_json(document::sample_document()), "sample");
  const std::vector<Json> wrong = {nullptr, -1, 4000000000U, 1e300, "x", Json::array(), Json::object()};
  int refused = 0;
  damage_everywhere(json, json, wrong, refused);
  EXPECT_GT(refused, 500);
  EXPECT_EQ(to_line(json) + "\n", document_to_json(document::sample_document()));
}

TEST(DocumentFile, UnknownKeysAreForLaterVersions) {
  EXPECT_EQ(problem_after([](Json& json) { json["pages"][0]["colour"] = "cream"; }), "read without a problem");
}

TEST(PageJson, AnEnginesPageNamesOnlyTheFirstWitness) {
  const Json json = document::page_to_json(document::sample_document().pages[0]);
  EXPECT_TRUE(document::page_from_json(json, "page", 2));
  const auto page = document::page_from_json(json, "page-0001.json");
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().subject, "page-0001.json");
  EXPECT_THAT(page.error().what, HasSubstr("blocks[0].paragraphs[0].lines[0].words[0].readings[1].witness"));
}

}  // namespace
}  // namespace emend::store
