#include "pipeline/neighbours.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "support/temporary_folder.h"

namespace emend::pipeline {
namespace {

TEST(CountedName, FiguresCountAndLettersBeforeThemSayWhat) {
  const struct {
    const char* path;
    const char* section;
    int number;  // 0: none
  } cases[] = {{"book_p017.png", "p", 17}, {"book_f007.png", "f", 7}, {"thornton_003.png", "", 3},
               {"a0100.tif", "a", 100},    {"letter.png", "", 0},     {"19390102.png", "", 0},
               {"scan12b.png", "", 12}};
  for (const auto& one : cases) {
    const CountedName counted = counted_name(one.path);
    EXPECT_EQ(counted.number.value_or(0), one.number) << one.path;
    EXPECT_EQ(counted.section, one.section) << one.path;
  }
  EXPECT_EQ(counted_name("x/book_p017.png").series, counted_name("x/book_f007.png").series);
  EXPECT_NE(counted_name("x/book_p017.png").series, counted_name("y/book_p017.png").series);
  EXPECT_NE(counted_name("letter.png").series, counted_name("other.png").series);
}

TEST(GroupsOf, ScansOfASeriesStayTogetherAndTextsAlone) {
  const emend::testing::TemporaryFolder folder;
  const auto add = [&](const std::string& name, const std::string& bytes) {
    EXPECT_TRUE(write_file(folder.path() / name, bytes));
    return Input{folder.path() / name, name};
  };
  const std::string png = "\x89PNG\r\n\x1a\n and more";
  const std::vector<Input> inputs = {add("b_10.png", png), add("note_1.txt", "text"), add("b_2.png", png),
                                     add("other.png", png), add("note_2.txt", "text")};
  const auto groups = groups_of(inputs);
  ASSERT_EQ(groups.size(), 4u);
  EXPECT_EQ(groups[0], (std::vector<std::size_t>{2, 0})) << "in the order of their numbers";
  std::vector<Input> many;
  for (int i = 1; i <= 100; ++i) many.push_back(add("page" + std::to_string(i) + ".png", png));
  std::size_t pages = 0;
  for (const auto& group : groups_of(many)) {
    EXPECT_LE(group.size(), 48u);
    EXPECT_GE(group.size(), 30u) << "groups are of about equal size";
    pages += group.size();
  }
  EXPECT_EQ(pages, 100u);
}

}  // namespace
}  // namespace emend::pipeline
