#include "check/file_parts.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace emend::check {
namespace {

namespace fs = std::filesystem;

// How far a part may grow to end with a paragraph or a line.
constexpr std::size_t kSearchBytes = std::size_t{1} << 16;

// A file that is open for reading.
class OpenFile {
 public:
  explicit OpenFile(const fs::path& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }

  // Up to `size` bytes from `offset` on; sets errno and returns nothing where it cannot.
  bool read(std::uintmax_t offset, std::size_t size, std::string& bytes) const {
    bytes.resize(size);
    std::size_t done = 0;
    while (done < size) {
      const ssize_t count = ::pread(fd_, bytes.data() + done, size - done, static_cast<off_t>(offset + done));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return false;
      if (count == 0) break;
      done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return true;
  }

 private:
  int fd_;
};

tl::unexpected<Error> cannot(const fs::path& path, const char* what, int error_number) {
  if (error_number == ENOENT || error_number == ENOTDIR)
    return fail(ErrorKind::kMissing, path.string(), "there is no such file", "it was there when the run began");
  return fail(ErrorKind::kUnreadable, path.string(), std::string(what) + std::strerror(error_number),
              error_number == EACCES ? "check the permissions of the file" : "");
}

// Behind the first empty line, or else line end, or else at a character's border.
std::size_t border_in(std::string_view bytes) {
  if (const std::size_t at = bytes.find("\n\n"); at != std::string_view::npos) return at + 2;
  if (const std::size_t at = bytes.find("\n\r\n"); at != std::string_view::npos) return at + 3;
  if (const std::size_t at = bytes.find('\n'); at != std::string_view::npos) return at + 1;
  std::size_t at = bytes.find(' ');
  if (at != std::string_view::npos) return at + 1;
  for (at = 0; at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;) ++at;
  return at;
}

}  // namespace

Result<std::vector<FilePart>> parts_of(const fs::path& path) {
  const OpenFile file(path);
  if (!file.is_open()) return cannot(path, "cannot be opened: ", errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return cannot(path, "cannot be looked at: ", errno);
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  std::string bytes;
  if (size > kLargestWholeBytes && !file.read(0, 2, bytes)) return cannot(path, "cannot be read: ", errno);
  const bool is_utf16 = bytes == "\xFF\xFE" || bytes == "\xFE\xFF";
  if (size <= kLargestWholeBytes || is_utf16) return std::vector<FilePart>{{0, size}};
  std::vector<FilePart> parts;
  std::uintmax_t begin = 0;
  while (size - begin > kPartBytes + kSearchBytes) {
    if (!file.read(begin + kPartBytes, kSearchBytes, bytes)) return cannot(path, "cannot be read: ", errno);
    const std::uintmax_t end = begin + kPartBytes + border_in(bytes);
    parts.push_back({begin, end});
    begin = end;
  }
  parts.push_back({begin, size});
  return parts;
}

Result<std::string> read_part(const fs::path& path, FilePart part) {
  const OpenFile file(path);
  if (!file.is_open()) return cannot(path, "cannot be opened: ", errno);
  std::string bytes;
  const auto size = static_cast<std::size_t>(part.end - part.begin);
  if (!file.read(part.begin, size, bytes)) return cannot(path, "cannot be read: ", errno);
  struct stat status {};
  if (bytes.size() != size || ::fstat(file.get(), &status) != 0 ||
      static_cast<std::uintmax_t>(status.st_size) < part.end)
    return fail(ErrorKind::kUnreadable, path.string(), "changed while it was read", "run again when it is at rest");
  return bytes;
}

}  // namespace emend::check
