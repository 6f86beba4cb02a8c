// One sample document, one expected file per format. EMEND_UPDATE_GOLDEN=1 rewrites them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "report/sample.h"
#include "report/writer.h"

namespace emend::report {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(EMEND_SOURCE_DIR) / "tests/report/golden";

TEST(Golden, EveryFormatIsAsExpected) {
  const Sample sample = report::sample();
  for (const auto& writer : all_writers()) {
    const auto bytes = writer->write(sample.input());
    ASSERT_TRUE(bytes.has_value()) << writer->info().file_name << ": " << bytes.error().what;
    const fs::path file = kGolden / writer->info().file_name;
    if (std::getenv("EMEND_UPDATE_GOLDEN") != nullptr) {
      ASSERT_TRUE(write_file(file, *bytes).has_value());
    }
    const auto expected = read_file(file);
    ASSERT_TRUE(expected.has_value()) << file << " is missing; EMEND_UPDATE_GOLDEN=1 writes it";
    EXPECT_TRUE(*bytes == *expected) << file
                                     << " differs; write it anew with EMEND_UPDATE_GOLDEN=1 and look at the change";
  }
}

TEST(Golden, EveryFormatIsTheSameOnEveryRun) {
  for (const auto& writer : all_writers())
    EXPECT_EQ(writer->write(sample().input()).value(), writer->write(sample().input()).value());
}

TEST(Golden, NamesAreThoseOfTheContract) {
  std::vector<std::string> names;
  for (const auto& writer : all_writers()) {
    names.emplace_back(writer->info().file_name);
    EXPECT_FALSE(writer->info().summary.empty());
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"changes.diff", "changes.jsonl", "clean.txt", "document.json", "raw.txt",
                                             "report.html"}));
}

}  // namespace
}  // namespace emend::report
