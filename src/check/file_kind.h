// What a file is, by its name and its first bytes: what is checked, and what is passed over and counted.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace emend::check {

enum class FileKind {
  kText,    // prose, to be checked as it is
  kHocr,    // words with boxes, as HTML
  kAlto,    // words with boxes, as XML of the Library of Congress
  kPage,    // words with boxes, as XML of PRImA
  kScan,    // a picture or PDF: emend restore reads those
  kBinary,  // bytes that are no text
  kOther,   // a text of another kind: source code, data
};

// Enough to see a byte-order mark, a root element behind a comment, or bytes that are no text.
inline constexpr std::size_t kFirstBytesOfKind = 4096;

inline bool is_layout(FileKind kind) {
  return kind == FileKind::kHocr || kind == FileKind::kAlto || kind == FileKind::kPage;
}
inline bool is_checked(FileKind kind) { return kind == FileKind::kText || is_layout(kind); }

// `is_named`: the user gave this very file, so an unknown ending does not speak against it.
FileKind kind_of_file(const std::filesystem::path& path, std::string_view first_bytes, bool is_named);

}  // namespace emend::check
