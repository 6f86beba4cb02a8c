// Every #include of src/ against the tables of docs/architecture.md and docs/dependencies.md, which are the truth.
#include <fnmatch.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "house/checkout.h"

namespace emend::house {
namespace {

struct Module {
  int level = 0;
  bool may_use_all_lower = false;
  std::set<std::string> may_use;
};

std::map<std::string, Module> modules() {
  std::map<std::string, Module> modules;
  for (const auto& row : table_rows("docs/architecture.md", "level")) {
    Module module;
    module.level = std::stoi(row.at(0));
    module.may_use_all_lower = row.at(3).starts_with("all lower ones");
    for (const std::string& used : code_words(row.at(3))) module.may_use.insert(used);
    modules[code_words(row.at(1)).at(0)] = module;
  }
  return modules;
}

// Headers that a module may include although they are on its own level.
std::multimap<std::string, std::string> exceptions() {
  std::multimap<std::string, std::string> exceptions;
  for (const auto& row : table_rows("docs/architecture.md", "module"))
    exceptions.emplace(code_words(row.at(0)).at(0), code_words(row.at(1)).at(0));
  return exceptions;
}

bool is_excepted(const std::multimap<std::string, std::string>& exceptions, const std::string& module,
                 const std::string& header) {
  const auto [begin, end] = exceptions.equal_range(module);
  return std::any_of(begin, end, [&](const auto& exception) {
    return exception.second.ends_with("/") ? header.starts_with(exception.second) : header == exception.second;
  });
}

// "src/correct/rules/a.cpp" and "correct/rule.h" are both of correct.
std::string module_of(std::string path) {
  if (path.starts_with("src/")) path.erase(0, 4);
  return path.substr(0, path.find('/'));
}

std::string place(const Include& include) { return include.file + ":" + std::to_string(include.line); }

TEST(Layering, TheTableNamesEveryFolderAndNoOther) {
  std::set<std::string> folders;
  for (const std::string& file : files_in("src/", {".h", ".cpp", "CMakeLists.txt"}))
    if (file != "src/CMakeLists.txt") folders.insert(module_of(file));
  std::set<std::string> named;
  for (const auto& [name, module] : modules()) named.insert(name);
  EXPECT_EQ(named, folders);
}

TEST(Layering, WhatTheTablePermitsLiesLower) {
  const auto all = modules();
  const auto excepted = exceptions();
  for (const auto& [name, module] : all)
    for (const std::string& used : module.may_use) {
      ASSERT_TRUE(all.contains(used)) << name << " may use " << used << ", which is no module";
      const bool has_exception =
          std::any_of(excepted.begin(), excepted.end(), [&, &name = name](const auto& exception) {
            return exception.first == name && module_of(exception.second) == used;
          });
      EXPECT_TRUE(all.at(used).level < module.level || has_exception) << name << " may use " << used;
    }
}

TEST(Layering, ExceptionsLeadOneWayOnly) {
  const auto all = modules();
  for (const auto& [user, header] : exceptions()) {
    EXPECT_EQ(all.at(user).level, all.at(module_of(header)).level) << user << " needs no exception for " << header;
    for (const auto& [other_user, other_header] : exceptions())
      EXPECT_FALSE(other_user == module_of(header) && module_of(other_header) == user)
          << user << " and " << other_user << " use each other";
  }
}

TEST(Layering, ModulesUseOnlyWhatTheTablePermits) {
  const auto all = modules();
  const auto excepted = exceptions();
  std::size_t checked = 0;
  for (const Include& include : source_includes()) {
    if (!include.is_ours) continue;
    const std::string user = module_of(include.file);
    const std::string used = module_of(include.header);
    ASSERT_TRUE(all.contains(user)) << place(include) << ": " << user << " is no module";
    if (!all.contains(used)) {
      ADD_FAILURE() << place(include) << ": \"" << include.header << "\" is not written from src/";
      continue;
    }
    ++checked;
    if (user == used) continue;
    const Module& module = all.at(user);
    const bool lies_lower = all.at(used).level < module.level;
    EXPECT_TRUE(lies_lower || is_excepted(excepted, user, include.header))
        << place(include) << ": " << user << " (level " << module.level << ") includes " << include.header << " (level "
        << all.at(used).level << "); docs/architecture.md says which way is open";
    EXPECT_TRUE(module.may_use_all_lower || module.may_use.contains(used))
        << place(include) << ": docs/architecture.md does not say what " << user << " needs " << used << " for";
  }
  EXPECT_GT(checked, 50u) << "the includes were not found";
}

struct Library {
  std::string name;
  std::vector<std::string> headers;   // "png.h" or a folder, "opencv2/"
  std::vector<std::string> adapters;  // patterns of files
};

std::vector<Library> libraries() {
  std::vector<Library> libraries;
  for (const auto& row : table_rows("docs/dependencies.md", "library"))
    libraries.push_back({row.at(0), code_words(row.at(1)), code_words(row.at(2))});
  return libraries;
}

// The C++ library has no dot in its names; these are the operating system's.
bool is_system_header(const std::string& header) {
  static const std::set<std::string> kPosix = {"arpa/inet.h", "dirent.h",  "fcntl.h",  "fnmatch.h", "glob.h",
                                               "netdb.h",     "poll.h",    "pwd.h",    "signal.h",  "spawn.h",
                                               "stdlib.h",    "termios.h", "unistd.h", "strings.h", "netinet/in.h"};
  return header.find('.') == std::string::npos || header.starts_with("sys/") || kPosix.contains(header);
}

TEST(Layering, LibraryHeadersStayInTheirAdapters) {
  const std::vector<Library> known = libraries();
  ASSERT_GT(known.size(), 10u) << "the table of docs/dependencies.md was not found";
  for (const Include& include : source_includes()) {
    if (include.is_ours) continue;
    const auto library = std::find_if(known.begin(), known.end(), [&](const Library& candidate) {
      return std::any_of(candidate.headers.begin(), candidate.headers.end(), [&](const std::string& header) {
        return header.ends_with("/") ? include.header.starts_with(header) : include.header == header;
      });
    });
    if (library == known.end()) {
      EXPECT_TRUE(is_system_header(include.header))
          << place(include) << ": <" << include.header << "> belongs to no library of docs/dependencies.md";
      continue;
    }
    EXPECT_TRUE(std::any_of(
        library->adapters.begin(), library->adapters.end(),
        [&](const std::string& pattern) { return ::fnmatch(pattern.c_str(), include.file.c_str(), 0) == 0; }))
        << place(include) << ": <" << include.header << "> stays in the adapter of " << library->name
        << "; see docs/dependencies.md";
  }
}

}  // namespace
}  // namespace emend::house
