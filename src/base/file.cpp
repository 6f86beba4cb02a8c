#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace emend {
namespace {

namespace fs = std::filesystem;

// A POSIX file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_;
};

tl::unexpected<Error> cannot_write(const fs::path& path, int error_number) {
  std::string hint;
  if (error_number == ENOSPC || error_number == EDQUOT) hint = "free some space, or write to another disk";
  if (error_number == EACCES || error_number == EROFS || error_number == EPERM)
    hint = "choose a folder that you may write to";
  return fail(ErrorKind::kUnwritable, path.string(), std::string("cannot be written: ") + std::strerror(error_number),
              hint);
}

// Returns 0, or the errno of the write that failed.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

Status read_in_pieces(const fs::path& path, const std::function<bool(std::string_view)>& take) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR)
      return fail(ErrorKind::kMissing, path.string(), "there is no such file", "check the spelling of the path");
    return fail(ErrorKind::kUnreadable, path.string(), std::string("cannot be opened: ") + std::strerror(errno),
                errno == EACCES ? "check the permissions of the file" : "");
  }
  struct stat status {};
  if (::fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode))
    return fail(ErrorKind::kUnreadable, path.string(), "is a folder, not a file", "name a file in it");
  char buffer[1 << 16];
  while (true) {
    const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return fail(ErrorKind::kUnreadable, path.string(), std::string("cannot be read: ") + std::strerror(errno));
    if (count == 0 || !take(std::string_view(buffer, static_cast<std::size_t>(count)))) return {};
  }
}

Result<std::string> read_file(const fs::path& path, std::uintmax_t limit_bytes) {
  std::string bytes;
  const Status read = read_in_pieces(path, [&](std::string_view piece) {
    bytes.append(piece);
    return bytes.size() <= limit_bytes;
  });
  if (!read) return fail(read.error());
  if (bytes.size() > limit_bytes)
    return fail(ErrorKind::kTooLarge, path.string(), "is larger than " + std::to_string(limit_bytes >> 20) + " MiB",
                "split it into parts");
  return bytes;
}

Status write_file(const fs::path& path, std::string_view bytes) {
  std::string beside = path.string() + ".emend-XXXXXX";
  Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
  if (!file.is_open()) return cannot_write(path, errno);

  struct stat status {};
  mode_t mode = 0;
  if (::stat(path.c_str(), &status) == 0) {
    mode = status.st_mode & 07777;
  } else {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    mode = 0666 & ~mask;
  }
  int error_number = write_all(file.get(), bytes);
  if (error_number == 0 && ::fchmod(file.get(), mode) != 0) error_number = errno;
  if (error_number == 0 && ::close(file.release()) != 0) error_number = errno;
  if (error_number == 0 && ::rename(beside.c_str(), path.c_str()) != 0) error_number = errno;
  if (error_number == 0) return {};
  ::unlink(beside.c_str());
  return cannot_write(path, error_number);
}

Status append_line(const fs::path& path, std::string_view line) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
  if (!file.is_open()) return cannot_write(path, errno);
  std::string whole(line);
  whole += '\n';
  if (const int error_number = write_all(file.get(), whole)) return cannot_write(path, error_number);
  // Some file systems (pipes, some network mounts) cannot sync; the bytes are handed over all the same.
  if (::fsync(file.get()) != 0 && errno != EINVAL && errno != EROFS) return cannot_write(path, errno);
  return {};
}

}  // namespace emend
