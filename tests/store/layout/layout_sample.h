// The samples of the fuzz target are those of the tests, too: small files of our own in each format.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "base/file.h"
#include "document/raw_text.h"
#include "store/layout/layout_file.h"

namespace emend::store {

inline std::string sample_path(const std::string& name) {
  return std::string(EMEND_SOURCE_DIR) + "/tests/fuzz/seeds/layout_file/" + name;
}

inline LayoutFile layout_of(const std::string& bytes, const LayoutOptions& options = {}) {
  auto file = read_layout(bytes, "sample", options);
  EXPECT_TRUE(file) << file.error().what;
  return file ? std::move(*file) : LayoutFile{};
}

inline std::string sample_bytes(const std::string& name) {
  const auto bytes = read_file(sample_path(name));
  EXPECT_TRUE(bytes) << name;
  return bytes.value_or("");
}

inline LayoutFile layout_sample(const std::string& name, const LayoutOptions& options = {}) {
  return layout_of(sample_bytes(name), options);
}

inline document::RawText raw_text_of(const LayoutFile& file) { return document::RawText::from_pages(file.pages); }

inline const document::Line& line_of(const LayoutFile& file, std::size_t page, std::size_t block, std::size_t line) {
  return file.pages.at(page).blocks.at(block).paragraphs.at(0).lines.at(line);
}

}  // namespace emend::store
