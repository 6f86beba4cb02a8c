// Words of a project: lists, good and bad words, at project and folder level; and texts of few words.
#include <gtest/gtest.h>

#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Finished check(const TemporaryFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"check", "--no-cache", "--format", "concise"});
  return run_emend(arguments, "", folder.path());
}

TEST(CheckWords, TheNarrowerListHasTheFirstWord) {
  const TemporaryFolder folder;
  folder.write("emend.toml",
               "[words]\nlists = [\"names.txt\"]\ngood = [\"commitee\"]\nbad = { Kasan = \"Kazan\", Foo = \"\" }\n"
               "[per-file-ignores]\n\"notes/\" = [\"listed-word\"]\n");
  folder.write("names.txt", "Zemgor\n!Zimgor\nUffa -> Ufa\n");
  folder.write("letters/emend-words.txt", "Foo\n!quux\n");
  folder.write("letters/b.words.txt", "!commitee\n");
  const std::string text = "They saw Foo of Kasan and Uffa and Zimgor, the commitee and quux.\n";
  for (const char* name : {"a.txt", "letters/b.txt", "letters/old/c.txt", "notes/d.txt"}) folder.write(name, text);
  const Finished finished = check(folder, {"--select", "listed-word", "."});
  const struct {
    const char* line;
    bool is_told;
  } cases[] = {
      {"a.txt:1:10: listed-word 'Foo': “emend.toml”", true},
      {"a.txt:1:17: listed-word 'Kasan' -> 'Kazan': “emend.toml”", true},
      {"a.txt:1:27: listed-word 'Uffa' -> 'Ufa': “names.txt”", true},
      {"a.txt:1:36: listed-word 'Zimgor': “names.txt”", true},
      {"a.txt:1:48: listed-word 'commitee'", false},
      {"letters/b.txt:1:10: ", false},
      {"letters/b.txt:1:48: listed-word 'commitee': “b.words.txt”", true},
      {"letters/b.txt:1:61: listed-word 'quux': “emend-words.txt”", true},
      {"letters/old/c.txt:1:61: listed-word 'quux'", true},
      {"letters/old/c.txt:1:48: ", false},
      {"notes/d.txt", false},
      {"names.txt:", false},
      {"emend-words.txt:", false},
  };
  for (const auto& c : cases) EXPECT_EQ(has(finished.out, c.line), c.is_told) << c.line << "\n" << finished.out;
  EXPECT_TRUE(has(finished.err, "4 other files passed over")) << finished.err;
  EXPECT_EQ(check(folder, {"--isolated", "--select", "listed-word", "."}).exit_code, 0);
}

// A hook names every file that was changed.
TEST(CheckWords, AListIsNoTextForAHookEither) {
  const TemporaryFolder folder;
  folder.write("emend.toml", "[words]\nlists = [\"names.txt\"]\n");
  folder.write("names.txt", "!Zimgor\n");
  folder.write("emend-words.txt", "!Zimgor\n");
  const Finished finished = check(folder, {"--force-exclude", "names.txt", "emend-words.txt"});
  EXPECT_EQ(finished.exit_code, 0) << finished.out;
  EXPECT_TRUE(has(finished.err, "0 files checked")) << finished.err;
}

TEST(CheckWords, ATextOfOneLineIsReadToo) {
  const TemporaryFolder folder;
  const struct {
    const char* text;
    const char* told;  // null: nothing
  } cases[] = {
      {"It was tbe end.\n", "a.txt:1:8: misread-word 'tbe' -> 'the'"},
      {"They went to tbe house and lt was closed.\n", "misread-word 'tbe' -> 'the'"},
      {"The cornmittee met in tbe hall of tbe town.\n", "misread-word 'cornmittee' -> 'committee'"},
      {"He has a big dog.\n", nullptr},
      {"Yours faithfully, J. Zaleski.\n", nullptr},
      {"Enquiries to Mr. Quick, Wodonga, after 5 p.m.\n", nullptr},
      {"\n", nullptr},
  };
  for (const auto& c : cases) {
    folder.write("a.txt", c.text);
    const Finished finished = check(folder, {"a.txt"});
    EXPECT_EQ(finished.exit_code, c.told == nullptr ? 0 : 1) << c.text << finished.out;
    EXPECT_TRUE(c.told == nullptr || has(finished.out, c.told)) << finished.out;
  }
}

// In a text that is full of faults what nothing knows is told where no repair is known; in a page of words with boxes
// as well.
TEST(CheckWords, WhatNothingKnowsInATextFullOfFaults) {
  const TemporaryFolder folder;
  const std::string text =
      "The cornmittee met iu tbe hall of tlie town, aud thc chairman said tbat xqwzrk was nvtgpl to bave tbe wbole of "
      "tlie rnoney.\n";
  folder.write("a.txt", text);
  EXPECT_TRUE(has(check(folder, {"a.txt"}).out, "unknown-word 'nvtgpl'")) << check(folder, {"a.txt"}).out;
  std::string words;
  int x = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find_first_of(" \n", at);
    words += "<span class='ocrx_word' title='bbox " + std::to_string(x) + " 2 " + std::to_string(x + 9) +
             " 12; x_wconf 80'>" + text.substr(at, end - at) + "</span> ";
    x += 10;
    at = end + 1;
  }
  folder.write("p.hocr",
               "<html><body><div class='ocr_page' title='image \"s.png\"; bbox 0 0 900 900'>\n<span "
               "class='ocr_line'>" +
                   words + "</span>\n</div></body></html>\n");
  const Finished page = check(folder, {"p.hocr"});
  EXPECT_TRUE(has(page.out, "unknown-word 'nvtgpl'")) << page.out << page.err;
}

}  // namespace
}  // namespace emend::testing
