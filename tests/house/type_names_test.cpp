// Two types of one name in one namespace break the program without a word from the compiler: where both get as far as
// one program, its containers take the code of either. Once two did, and the address sanitizer had to find it.
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "house/checkout.h"

namespace emend::house {
namespace {

using Places = std::map<std::string, std::set<std::string>>;  // "emend::text::Span": files

// Types at the outermost level of a namespace that has a name; those of a header's classes are indented.
void add_types(const std::string& file, const std::string& text, Places& places) {
  static const std::regex kNamespace(R"(^namespace (emend[\w:]*) \{)");
  static const std::regex kType(R"(^(?:struct|class|enum class|enum) (\w+)\b[^;]*\{)");
  std::istringstream lines(text);
  std::string space;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_search(line, match, kNamespace)) space = match[1];
    if (!space.empty() && std::regex_search(line, match, kType)) places[space + "::" + match[1].str()].insert(file);
  }
}

TEST(TypeNames, AreGivenOnce) {
  Places places;
  for (const std::string& file : files_in("src/", {".h"})) add_types(file, read_checkout_file(file), places);
  EXPECT_GT(places.size(), 100u);
  for (const auto& [name, files] : places) {
    std::string all;
    for (const std::string& file : files) all += " " + file;
    EXPECT_EQ(files.size(), 1u) << name << " stands in" << all;
  }
}

TEST(TypeNames, AreFound) {
  Places places;
  add_types("a.h", "namespace emend::a {\nstruct One {\nenum Two : int { kNo };\nclass Three;\n", places);
  add_types("b.h", "namespace emend::a {\nclass One {\n", places);
  EXPECT_EQ(places.size(), 2u);
  EXPECT_EQ(places["emend::a::One"].size(), 2u);
}

}  // namespace
}  // namespace emend::house
