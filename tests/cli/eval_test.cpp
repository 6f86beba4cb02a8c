#include <gtest/gtest.h>

#include "base/json.h"
#include "support/run_emend.h"
#include "support/temporary_folder.h"

namespace emend::testing {
namespace {

Json json_of(const Finished& finished) {
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  return parse_json(finished.out, "output").value_or(Json::object());
}

class Eval : public ::testing::Test {
 protected:
  std::string path(const std::string& name, std::string_view bytes) const { return folder.write(name, bytes).string(); }

  const TemporaryFolder folder;
};

TEST_F(Eval, RatesOfAPair) {
  const auto truth = path("t.txt", "one two three four\n");
  const auto output = path("o.txt", "one tvvo three  four\n");
  const Finished finished = run_emend({"eval", truth, output});
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_NE(finished.out.find("1 document, 4 words of truth"), std::string::npos) << finished.out;
  for (const char* part : {"strict", "typographic", "letters", "folded", "11.11 %", "25.00 %", "vv"})
    EXPECT_NE(finished.out.find(part), std::string::npos) << part << "\n" << finished.out;
  EXPECT_EQ(finished.out.find("broken"), std::string::npos);
}

TEST_F(Eval, TriplesTellWhatWasRepairedAndBroken) {
  const auto truth = path("t.txt", "one two three four\n");
  const auto before = path("b.txt", "one tvvo three four\n");
  const auto after = path("a.txt", "one two three tour\n");
  const Json json = json_of(run_emend({"eval", "-3", "--format", "json", "--view", "strict", truth, before, after}));
  EXPECT_EQ(json["views"].size(), 1u);
  const Json& total = json["views"]["strict"]["total"];
  EXPECT_EQ(total["repair"], (Json{{"wrong", 1}, {"right", 3}, {"fixed", 1}, {"broken", 1}}));
  EXPECT_EQ(total["before"]["character_errors"], 2);
  EXPECT_EQ(total["output"]["character_errors"], 1);
  EXPECT_EQ(json["confusions"][0], (Json{{"truth", "f"}, {"output", "t"}, {"count", 1}}));
}

TEST_F(Eval, HyphensCountUnlessTheyAreJoined) {
  const auto truth = path("t.txt", "the com-\nrade\n");
  const auto output = path("o.txt", "the comrade\n");
  EXPECT_NE(
      json_of(run_emend({"eval", "--format", "json", truth, output}))["views"]["strict"]["output"]["cer"]["value"],
      0.0);
  EXPECT_EQ(json_of(run_emend({"eval", "--join-hyphens", "--format", "json", truth,
                               output}))["views"]["strict"]["output"]["cer"]["value"],
            0.0);
}

TEST_F(Eval, TheNumberOfThreadsDoesNotShow) {
  std::vector<std::string> arguments{"eval", "--documents"};
  for (int i = 0; i < 12; ++i) {
    arguments.push_back(path("t" + std::to_string(i), "a truth of words " + std::to_string(i)));
    arguments.push_back(path("o" + std::to_string(i), "a tuth of vords " + std::to_string(i % 5)));
  }
  auto one = arguments;
  one.insert(one.end(), {"-j", "1"});
  auto many = arguments;
  many.insert(many.end(), {"-j", "4"});
  EXPECT_EQ(run_emend(one).out, run_emend(many).out);
}

TEST_F(Eval, ARestoredFolderIsPairedAndItsEditsAreJudged) {
  path("truth/a.gt.txt", "The 8-hour day. It was said.\n");
  path("truth/b.gt.txt", "The 8 — day.\n");
  const auto a = path("in/a.txt", "The 8 — hour day. It was said.\n");
  ASSERT_EQ(run_emend({"restore", a, "-o", (folder / "out").string()}).exit_code, 0);
  path("out/b.ocr.txt", "The 8 -- day.\n");
  const auto page = folder / "eval.html";
  const auto restored = (folder / "out").string();
  const std::vector<std::string> arguments{"eval",     "--truth",    (folder / "truth").string(),
                                           "--output", restored,     "--before",
                                           restored,   "--format",   "json",
                                           "--html",   page.string()};
  const Json json = json_of(run_emend(arguments));
  EXPECT_EQ(json["documents"], 2);
  EXPECT_EQ(json["edits_by_rule"]["spaced-hyphen-in-compound"]["nearer"], 1) << json["edits_by_rule"];
  EXPECT_NE(bytes_of(page).find("spaced-hyphen-in-compound"), std::string::npos);
  EXPECT_EQ(bytes_of(page).find("<script"), std::string::npos);

  path("out/a/raw.txt", "something else");
  const Finished finished = run_emend(arguments);
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("changes.jsonl"), std::string::npos) << finished.err;
}

TEST_F(Eval, NamesOfFilesAreEscapedInThePage) {
  const auto truth = path("t.txt", "one <two>\n");
  const auto output = path("<b>.txt", "one <tvvo>\n");
  ASSERT_EQ(run_emend({"eval", truth, output, "--html", (folder / "e.html").string()}).exit_code, 0);
  EXPECT_EQ(bytes_of(folder / "e.html").find("<b>"), std::string::npos);
}

TEST_F(Eval, WrongUseIsExitCode2) {
  const auto text = path("t.txt", "one\n");
  const auto here = folder.path().string();
  const std::vector<std::vector<std::string>> cases = {
      {},
      {text},
      {"-3", text, text},
      {"-3", text, text, text, text},
      {"--truth", here},
      {"--truth", here, "--output", here, text, text},
      {"--truth", here + "/missing", "--output", here},
      {"--truth", here, "--output", here + "/missing"},
      {"--view", "loose", text, text},
  };
  for (auto arguments : cases) {
    arguments.insert(arguments.begin(), "eval");
    const Finished finished = run_emend(arguments);
    EXPECT_EQ(finished.exit_code, 2) << arguments.size() << " arguments: " << finished.out;
    EXPECT_NE(finished.err, "");
  }
}

TEST_F(Eval, BadInputIsNamedAndTheOthersAreMeasured) {
  const auto text = path("t.txt", "one two\n");
  const auto empty = path("empty.txt", " \n");
  const auto binary = path("binary.txt", std::string("\0\1\2\3\4\5\6\7", 8));
  const Finished finished =
      run_emend({"eval", text, text, text, (folder / "missing.txt").string(), empty, text, text, binary});
  EXPECT_EQ(finished.exit_code, 3);
  for (const char* name : {"missing.txt", "empty.txt", "binary.txt"})
    EXPECT_NE(finished.err.find(name), std::string::npos) << finished.err;
  EXPECT_NE(finished.out.find("1 document, 2 words"), std::string::npos) << finished.out;

  const Finished nothing = run_emend({"eval", empty, text});
  EXPECT_EQ(nothing.exit_code, 3);
  EXPECT_EQ(nothing.out, "");
  // An empty output is a bad one, not a failure.
  EXPECT_EQ(run_emend({"eval", text, empty}).exit_code, 0);
}

TEST_F(Eval, ATruthWithoutAnOutputIsNamed) {
  path("truth/a.gt.txt", "one\n");
  path("truth/b.gt.txt", "two\n");
  path("out/a.txt", "one\n");
  const Finished finished =
      run_emend({"eval", "--truth", (folder / "truth").string(), "--output", (folder / "out").string()});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.err.find("b.gt.txt"), std::string::npos) << finished.err;
  EXPECT_NE(finished.out.find("1 document"), std::string::npos);
}

}  // namespace
}  // namespace emend::testing
