// Nothing unlisted: every .def line has its file and every such file its line; every source is built.
#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "house/checkout.h"

namespace emend::house {
namespace {

// MACRO(a, b) of `list` stands for FOLDER + a/b + SUFFIX.
struct List {
  std::string list;
  std::string folder;
  std::string suffix;
};

const List kLists[] = {
    {"src/correct/rule_list.def", "src/correct/rules/", ".cpp"},
    {"src/correct/source_list.def", "src/correct/", "_info.cpp"},
    {"src/image/step_list.def", "src/image/steps/", ".cpp"},
    {"src/ocr/engine_list.def", "src/ocr/", "_engine.cpp"},
    {"src/lexicon/lexicon_list.def", "src/lexicon/", "_lexicon.cpp"},
    {"src/report/writer_list.def", "src/report/", "_writer.cpp"},
    {"src/check/format_list.def", "src/check/formats/", "_format.cpp"},
    {"src/cli/command_list.def", "src/cli/", "_command.cpp"},
};

std::vector<std::string> listed(const List& list) {
  static const std::regex entry(R"(^EMEND_[A-Z_]+\(\s*([a-z0-9_]+)\s*(?:,\s*([a-z0-9_]+)\s*)?\).*$)");
  std::vector<std::string> files;
  for (const std::string& line : lines_of(list.list))
    if (std::smatch match; std::regex_match(line, match, entry))
      files.push_back(list.folder + match[1].str() + (match[2].matched ? "/" + match[2].str() : "") + list.suffix);
  return files;
}

// It is in no list, so that it is in no program; its test alone compiles it.
const std::string kExampleRule = "src/correct/rules/example_rule.cpp";

// A file that serves several units says so by having a header; a unit is known by its list alone.
bool is_helper(const std::string& file, const std::set<std::string>& all) {
  return all.contains(file.substr(0, file.size() - 4) + ".h");
}

std::set<std::string> all_files() {
  const std::vector<std::string> files = checkout_files();
  return {files.begin(), files.end()};
}

TEST(Lists, EveryListIsKnownHere) {
  std::set<std::string> known;
  for (const List& list : kLists) known.insert(list.list);
  for (const std::string& file : files_in("src/", {".def"}))
    EXPECT_TRUE(known.contains(file)) << file << " needs a line in " << __FILE__;
}

TEST(Lists, EveryEntryHasItsFileOnce) {
  const std::set<std::string> all = all_files();
  for (const List& list : kLists) {
    std::set<std::string> seen;
    for (const std::string& file : listed(list)) {
      EXPECT_TRUE(all.contains(file)) << list.list << " names " << file << ", which is not there";
      EXPECT_TRUE(seen.insert(file).second) << list.list << " names " << file << " twice";
    }
  }
}

TEST(Lists, EveryUnitHasItsEntry) {
  const std::set<std::string> all = all_files();
  for (const List& list : kLists) {
    if (!all.contains(list.list)) continue;
    const std::vector<std::string> entries = listed(list);
    EXPECT_FALSE(entries.empty() && list.suffix != ".cpp") << list.list << " holds no entry that this test understands";
    for (const std::string& file : files_in(list.folder, {list.suffix}))
      EXPECT_TRUE(std::count(entries.begin(), entries.end(), file) == 1 || is_helper(file, all) || file == kExampleRule)
          << file << " has no line in " << list.list;
  }
}

TEST(Lists, RulesAreSorted) {
  const std::vector<std::string> entries = listed(kLists[0]);
  EXPECT_TRUE(std::is_sorted(entries.begin(), entries.end())) << kLists[0].list;
}

TEST(Lists, EveryModuleIsBuilt) {
  const std::string modules = read_checkout_file("src/CMakeLists.txt");
  for (const std::string& file : files_in("src/", {"/CMakeLists.txt"})) {
    if (file == "src/CMakeLists.txt") continue;
    const std::string folder = file.substr(4, file.size() - 4 - std::string("/CMakeLists.txt").size());
    if (folder.find('/') != std::string::npos) continue;
    EXPECT_NE(modules.find("add_subdirectory(" + folder + ")"), std::string::npos) << folder;
  }
}

TEST(Lists, EveryFolderOfTestsIsBuilt) {
  const std::string folders = read_checkout_file("tests/CMakeLists.txt");
  std::set<std::string> checked;
  for (const std::string& file : files_in("tests/", {"/CMakeLists.txt"})) {
    if (file == "tests/CMakeLists.txt") continue;
    const std::string inside = file.substr(6);
    const std::string folder = inside.substr(0, inside.find('/'));
    if (!checked.insert(folder).second) continue;
    EXPECT_NE(folders.find("add_subdirectory(" + folder + ")"), std::string::npos) << folder;
  }
}

// A source that no CMakeLists.txt above it names is dead, and so is a test that never runs.
TEST(Lists, EverySourceIsBuilt) {
  std::map<std::string, std::string> build_files;
  for (const std::string& file : checkout_files())
    if (file.ends_with("CMakeLists.txt")) build_files[file] = read_checkout_file(file);
  std::set<std::string> by_list;
  for (const List& list : kLists)
    for (const std::string& file : listed(list)) by_list.insert(file);

  std::vector<std::string> sources = files_in("src/", {".cpp"});
  const std::vector<std::string> tests = files_in("tests/", {".cpp"});
  sources.insert(sources.end(), tests.begin(), tests.end());
  EXPECT_GT(sources.size(), 20u);
  for (const std::string& source : sources) {
    if (by_list.contains(source)) continue;
    // By its name in a CMakeLists.txt above it, or by its whole path or the way to it in any other.
    const std::string from_beside = "../" + source.substr(source.find('/') + 1);
    bool is_named = std::any_of(build_files.begin(), build_files.end(), [&](const auto& build_file) {
      return build_file.second.find("{CMAKE_SOURCE_DIR}/" + source) != std::string::npos ||
             build_file.second.find(from_beside) != std::string::npos;
    });
    std::string folder = source;
    while (!is_named && folder.find('/') != std::string::npos) {
      folder.erase(folder.rfind('/'));
      const auto build_file = build_files.find(folder + "/CMakeLists.txt");
      if (build_file == build_files.end()) continue;
      const std::string relative = source.substr(folder.size() + 1);
      const std::regex name("(^|[\\s(/\"])" + std::regex_replace(relative, std::regex(R"([.+])"), R"(\$&)") +
                            "($|[\\s)\"])");
      is_named = std::regex_search(build_file->second, name);
      // emend_fuzz(NAME ...) stands for NAME_fuzz.cpp, and emend_bench(NAME ...) for NAME.cpp.
      const std::string stem = relative.substr(0, relative.size() - (relative.ends_with("_fuzz.cpp") ? 9 : 4));
      for (const char* function : {"emend_fuzz(", "emend_bench("})
        is_named |= build_file->second.find(function + stem + " ") != std::string::npos;
    }
    EXPECT_TRUE(is_named) << source << " is in no CMakeLists.txt";
  }
}

}  // namespace
}  // namespace emend::house
