#include "text/encoding.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::text {
namespace {

TEST(DecodeText, Utf8IsTakenAsItIs) {
  const auto decoded = decode_text("caf\xC3\xA9", "x.txt");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "café");
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_TRUE(decoded->is_certain);
}

TEST(DecodeText, DropsAByteOrderMarkAndSaysSo) {
  const auto decoded = decode_text("\xEF\xBB\xBFhour", "x.txt");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "hour");
  EXPECT_TRUE(decoded->had_bom);
}

TEST(DecodeText, ReadsUtf16ByItsMark) {
  const auto decoded = decode_text(std::string("\xFF\xFEh\0i\0", 6), "x.txt");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "hi");
  EXPECT_EQ(decoded->encoding, "UTF-16LE");
}

TEST(DecodeText, GuessesWindows1252WithItsQuotes) {
  const auto decoded = decode_text(
      "The clerk\x92s report said that the caf\xE9 was \x93in good order\x94 and that the workers were at their posts.",
      "x.txt");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, "windows-1252");
  EXPECT_FALSE(decoded->is_certain);
  EXPECT_NE(decoded->text.find("clerk’s"), std::string::npos);
  EXPECT_NE(decoded->text.find("café"), std::string::npos);
}

TEST(DecodeText, ReadsUtf16WithoutAMark) {
  // "Это был день.\n", with the high or the low byte first.
  const std::u16string text = u"Это был день в Пензе.\nThe hour was late.\n";
  for (const bool is_little : {true, false}) {
    std::string bytes;
    for (const char16_t unit : text) {
      const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
      bytes += is_little ? low : high;
      bytes += is_little ? high : low;
    }
    const auto decoded = decode_text(bytes, "x.txt");
    ASSERT_TRUE(decoded) << is_little;
    EXPECT_EQ(decoded->text, "Это был день в Пензе.\nThe hour was late.\n");
    EXPECT_EQ(decoded->encoding, is_little ? "UTF-16LE" : "UTF-16BE");
    EXPECT_FALSE(decoded->is_certain);
    EXPECT_GT(decoded->confidence, 0.9);
  }
}

// A download that was cut and glued has a broken byte or two; read as windows-1252 each “ became three letters.
TEST(DecodeText, Utf8WithAFewBrokenBytesStaysUtf8) {
  const auto decoded = decode_text("“The hour” was \xFF late — so he said.\n", "x.txt");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "“The hour” was \xEF\xBF\xBD late — so he said.\n");
  EXPECT_EQ(decoded->encoding, "UTF-8");
  EXPECT_FALSE(decoded->is_certain);
}

// Statistics call a single such letter broken UTF-8, and the letter was lost.
TEST(DecodeText, OneLetterBeyondAsciiIsNotLost) {
  for (const char* text : {"caf\xE9", "The caf\xE9 was open.\n"}) {
    const auto decoded = decode_text(text, "x.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "windows-1252") << text;
    EXPECT_NE(decoded->text.find("café"), std::string::npos) << text << decoded->text;
  }
}

TEST(DecodeText, RefusesWhatIsNoText) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += static_cast<char>(i * 37 % 256);
  const auto decoded = decode_text(bytes, "picture.txt");
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().kind, ErrorKind::kUnreadable);
  EXPECT_EQ(decoded.error().subject, "picture.txt");
}

TEST(EncodeText, Table) {
  const std::tuple<const char*, const char*, std::optional<std::string>> cases[] = {
      {"été", "ISO8859-1", "\xE9t\xE9"},
      {"лето", "KOI8-R", "\xCC\xC5\xD4\xCF"},
      {"лето", "ISO8859-1", std::nullopt},
      {"été", "no-such-encoding", std::nullopt},
      {"", "ISO8859-1", ""},
  };
  for (const auto& [text, encoding, expected] : cases) EXPECT_EQ(encode_text(text, encoding), expected) << text;
}

}  // namespace
}  // namespace emend::text
