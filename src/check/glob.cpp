#include "check/glob.h"

#include <algorithm>

namespace emend::check {
namespace {

std::size_t index_of(char c) { return static_cast<unsigned char>(c); }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Reads "[a-z]" or "[!a-z]" at `at`; returns where it ends, or `at` where it is no set.
std::size_t read_set(std::string_view pattern, std::size_t at, std::bitset<256>& set) {
  std::size_t i = at + 1;
  const bool is_negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (is_negated) ++i;
  const std::size_t first = i;
  for (; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    const std::size_t low = index_of(pattern[i]);
    std::size_t high = low;
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      high = index_of(pattern[i + 2]);
      i += 2;
    }
    for (std::size_t c = low; c <= high; ++c) set.set(c);
  }
  if (i >= pattern.size()) return at;
  if (is_negated) set.flip();
  set.reset(index_of('/'));
  return i + 1;
}

}  // namespace

Glob::Glob(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    const bool begins_part = i == 0 || pattern[i - 1] == '/';
    Part part;
    if (begins_part && pattern.substr(i, 3) == "**/") {
      part.kind = Kind::kFolders;
      i += 3;
    } else if (begins_part && pattern.substr(i) == "**") {
      part.kind = Kind::kEverything;
      i += 2;
    } else if (c == '*') {
      part.kind = Kind::kRun;
      while (i < pattern.size() && pattern[i] == '*') ++i;
    } else if (c == '?') {
      part.kind = Kind::kOne;
      ++i;
    } else if (const std::size_t end = c == '[' ? read_set(pattern, i, part.set) : i; end > i) {
      part.kind = Kind::kSet;
      i = end;
    } else {
      if (c == '\\' && i + 1 < pattern.size()) ++i;
      part.byte = pattern[i++];
    }
    parts_.push_back(part);
  }
}

bool Glob::matches(std::string_view path) const {
  // reached[j]: the parts so far match the first j bytes.
  std::vector<char> reached(path.size() + 1, 0);
  std::vector<char> next(path.size() + 1, 0);
  reached[0] = 1;
  for (const Part& part : parts_) {
    std::fill(next.begin(), next.end(), 0);
    bool is_open = false;  // a run that began further left goes on
    for (std::size_t j = 0; j <= path.size(); ++j) {
      const bool here = reached[j] != 0;
      switch (part.kind) {
        case Kind::kByte:
          if (here && j < path.size() && path[j] == part.byte) next[j + 1] = 1;
          break;
        case Kind::kSet:
          if (here && j < path.size() && part.set[index_of(path[j])]) next[j + 1] = 1;
          break;
        case Kind::kOne:
          if (here && j < path.size() && path[j] != '/') {
            std::size_t end = j + 1;
            while (end < path.size() && continues_character(path[end])) ++end;
            next[end] = 1;
          }
          break;
        case Kind::kRun:
          if (j > 0 && path[j - 1] == '/') is_open = false;
          is_open = is_open || here;
          if (is_open) next[j] = 1;
          break;
        case Kind::kFolders:
          if (here || (is_open && path[j - 1] == '/')) next[j] = 1;
          is_open = is_open || here;
          break;
        case Kind::kEverything:
          if (is_open) next[j] = 1;
          is_open = is_open || here;
          break;
      }
    }
    std::swap(reached, next);
  }
  return reached.back() != 0;
}

bool looks_like_glob(std::string_view text) { return text.find_first_of("*?[") != std::string_view::npos; }

}  // namespace emend::check
