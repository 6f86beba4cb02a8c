// A recognised text and its true one, as training takes them from the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace emend::train {

struct TextPair {
  std::string name;  // of the document: decides in which half of a split it is
  std::filesystem::path seen;
  std::filesystem::path meant;
};

struct TextPairBytes {
  std::string seen;  // UTF-8, repaired where it was not
  std::string meant;
};

// Errors: those of read_file(); kTooLarge where they are too long, or their lengths too far apart, to be aligned.
Result<TextPairBytes> read_pair(const TextPair& pair);

// 0 or 1, by a hash of the name: the same for every run and machine.
std::size_t half_of(const std::string& name);

}  // namespace emend::train
