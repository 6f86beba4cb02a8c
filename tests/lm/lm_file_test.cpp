// What docs/formats/language-model.md promises of the bytes, and what becomes of bytes that do not keep it.
#include "lm/lm_file.h"

#include <unistd.h>

#include <cstring>
#include <filesystem>

#include <gtest/gtest.h>

#include "base/content_hash.h"
#include "base/file.h"
#include "lm/language_model.h"
#include "lm/tiny_model.h"

namespace emend::lm {
namespace {

namespace fs = std::filesystem;

// Asks everything that can be asked; returns whether the bytes were taken at all.
bool survives(std::string bytes) {
  const auto model = LanguageModel::from_bytes(std::move(bytes), "hostile");
  if (!model) {
    EXPECT_EQ(model.error().kind, ErrorKind::kUnreadable);
    EXPECT_EQ(model.error().subject, "hostile");
    EXPECT_FALSE(model.error().what.empty());
    return false;
  }
  for (WordId first = 0; first < model->vocabulary().size(); ++first) {
    for (WordId second = 0; second < model->vocabulary().size(); ++second) {
      LanguageModel::State state = model->begin();
      model->score(state, first, state);
      model->score(state, second, state);
    }
    model->vocabulary().counts_of(first);
    model->unknown_word_log_probability(model->vocabulary().form_of(first));
  }
  return true;
}

TEST(LmFile, BytesStayTheSame) {
  // A change here is a change of the format: raise kFormatVersion and rewrite the page.
  EXPECT_EQ(content_hash(tiny_model_bytes()), "a716ebb2367af813b5471977981071e7");
}

TEST(LmFile, CutAnywhereIsUnreadable) {
  const std::string bytes = tiny_model_bytes();
  for (std::size_t size = 0; size < bytes.size(); size += size < 600 ? 1 : 37)
    EXPECT_FALSE(survives(bytes.substr(0, size))) << size;
  EXPECT_FALSE(survives(bytes.substr(0, bytes.size() - 1)));
}

TEST(LmFile, AnyDamageToASectionIsNoticed) {
  const std::string bytes = tiny_model_bytes();
  const auto sections = read_sections(bytes, "tiny");
  ASSERT_TRUE(sections);
  for (const std::string_view section : *sections) {
    const auto begin = static_cast<std::size_t>(section.data() - bytes.data());
    for (std::size_t i = begin; i < begin + section.size(); i += 1 + section.size() / 50) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
      EXPECT_FALSE(survives(damaged)) << i;
    }
  }
  for (std::size_t i = 0; i < 48 + kSectionCount * 48; ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_FALSE(survives(damaged)) << i;
  }
}

TEST(LmFile, HostileBytesWithFittingChecksumsDoNoHarm) {
  const std::string bytes = tiny_model_bytes();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const unsigned char value : {0x00, 0x7F, 0xFF}) {
      std::string hostile = bytes;
      hostile[i] = static_cast<char>(value);
      if (!survives(resealed(std::move(hostile)))) ++refused;
    }
  }
  EXPECT_GT(refused, 100u);
}

TEST(LmFile, HugeNumbersInTheTableAreRefused) {
  const std::string bytes = tiny_model_bytes();
  for (std::size_t section = 0; section < kSectionCount; ++section) {
    for (const std::size_t field : {0, 8}) {
      for (const std::uint64_t value :
           {std::uint64_t{0}, ~std::uint64_t{0}, ~std::uint64_t{0} - 7, std::uint64_t{1} << 63}) {
        std::string hostile = bytes;
        std::memcpy(hostile.data() + 48 + section * 48 + field, &value, sizeof value);
        // An empty origin is fine; nothing else may be.
        EXPECT_EQ(survives(resealed(std::move(hostile))), section == 0 && field == 8 && value == 0);
      }
    }
  }
}

TEST(LmFile, ForeignFilesAndVersionsAreNamed) {
  const auto foreign = LanguageModel::from_bytes("%PDF-1.4 and so on", "scan.pdf");
  ASSERT_FALSE(foreign);
  EXPECT_NE(foreign.error().what.find("not a language model"), std::string::npos);
  std::string newer = tiny_model_bytes();
  newer[8] = 9;
  const auto version = LanguageModel::from_bytes(newer, "new.lm");
  ASSERT_FALSE(version);
  EXPECT_NE(version.error().what.find("version 9"), std::string::npos);
}

TEST(LmFile, OpensFromDiskAndSaysWhatIsWrong) {
  const fs::path folder = fs::path(testing::TempDir()) / ("emend_lm_file_test_" + std::to_string(getpid()));
  fs::create_directories(folder);
  ASSERT_TRUE(write_file(folder / "good.lm", tiny_model_bytes()));
  const auto good = LanguageModel::open(folder / "good.lm");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->id_of("the"), 6u);
  good->forget_pages();
  EXPECT_EQ(good->id_of("the"), 6u);

  EXPECT_EQ(LanguageModel::open(folder / "none.lm").error().kind, ErrorKind::kMissing);
  EXPECT_EQ(LanguageModel::open(folder).error().kind, ErrorKind::kUnreadable);
  ASSERT_TRUE(write_file(folder / "empty.lm", ""));
  EXPECT_EQ(LanguageModel::open(folder / "empty.lm").error().kind, ErrorKind::kUnreadable);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace emend::lm
