#include "lm/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace emend::lm {

Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
  // Without O_NONBLOCK a named pipe would wait for somebody to write.
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    if (errno == ENOENT || errno == ENOTDIR)
      return fail(ErrorKind::kMissing, path.string(), "there is no such language model",
                  "check the path, or build the model with emend train lm");
    return fail(ErrorKind::kUnreadable, path.string(), std::string("cannot be opened: ") + std::strerror(errno),
                errno == EACCES ? "check the permissions of the file" : "");
  }
  struct stat status {};
  const bool is_file = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
  if (!is_file || status.st_size == 0) {
    ::close(fd);
    return fail(ErrorKind::kUnreadable, path.string(), is_file ? "is empty" : "is not a file",
                "name a language model file");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED | MAP_POPULATE, fd, 0);
  const int error_number = errno;
  ::close(fd);
  if (data == MAP_FAILED)
    return fail(ErrorKind::kUnreadable, path.string(), std::string("cannot be mapped: ") + std::strerror(error_number));
  return MappedFile(static_cast<const char*>(data), size);
}

MappedFile::MappedFile(std::string bytes) : copy_(std::make_unique<std::string>(std::move(bytes))) {
  data_ = copy_->data();
  size_ = copy_->size();
}

MappedFile::MappedFile(MappedFile&& other) noexcept { *this = std::move(other); }

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(copy_, other.copy_);
  return *this;
}

void MappedFile::forget_pages() const {
  if (copy_ == nullptr && data_ != nullptr) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  if (copy_ == nullptr && data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace emend::lm
