// The bytes of a file in memory: mapped from the disk, or a copy that the caller gives.
//
// Read-only, so any number of threads may use it. A mapped file must not be cut short while it is in use: install
// models by renaming, as write_file() does.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace emend::lm {

class MappedFile {
 public:
  // Errors: kMissing; kUnreadable (no permission, not a regular file, empty).
  static Result<MappedFile> open(const std::filesystem::path& path);
  explicit MappedFile(std::string bytes);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Stays where it is when the object moves.
  std::string_view bytes() const { return {data_, size_}; }

  // Once all of it has been read and only some is asked for again: what is asked for comes back from the system's cache
  // of the file, and the rest takes no memory of the process. A copy stays as it is.
  void forget_pages() const;

 private:
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}

  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::unique_ptr<std::string> copy_;  // empty if mapped
};

}  // namespace emend::lm
