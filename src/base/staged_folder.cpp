#include "base/staged_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include "base/file.h"

namespace emend {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cannot_write(const fs::path& path, const std::string& why) {
  return fail(ErrorKind::kUnwritable, path.string(), "cannot be written: " + why,
              "choose a folder that you may write to, on a disk with space");
}

}  // namespace

StagedFolder::StagedFolder(fs::path final_path, fs::path staging_path)
    : final_path_(std::move(final_path)), staging_path_(std::move(staging_path)) {}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept
    : final_path_(std::move(other.final_path_)), staging_path_(std::exchange(other.staging_path_, fs::path())) {}

StagedFolder::~StagedFolder() {
  std::error_code ignored;  // a destructor has nobody to tell
  if (!staging_path_.empty()) fs::remove_all(staging_path_, ignored);
}

Result<StagedFolder> StagedFolder::create(const fs::path& final_path) {
  const fs::path parent = final_path.has_parent_path() ? final_path.parent_path() : fs::path(".");
  std::error_code error;
  fs::create_directories(parent, error);
  if (error) return cannot_write(parent, error.message());
  if (fs::exists(final_path) && !fs::is_directory(final_path))
    return cannot_write(final_path, "a file of that name is in the way");
  std::string pattern = (parent / ("." + final_path.filename().string() + ".emend-XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) return cannot_write(final_path, std::strerror(errno));
  return StagedFolder(final_path, pattern);
}

Status StagedFolder::write(const fs::path& name, std::string_view bytes) {
  const fs::path path = staging_path_ / name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return cannot_write(final_path_ / name, error.message());
  Status written = write_file(path, bytes);
  if (!written) written.error().subject = (final_path_ / name).string();  // the name that the user knows
  return written;
}

Status StagedFolder::publish() {
  std::error_code error;
  if (!fs::exists(final_path_)) {
    fs::permissions(staging_path_,
                    fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec,
                    fs::perm_options::add, error);
    fs::rename(staging_path_, final_path_, error);
    if (error) return cannot_write(final_path_, error.message());
    staging_path_.clear();
    return {};
  }
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator it(staging_path_, error), end; !error && it != end; it.increment(error))
    if (it->is_regular_file()) files.push_back(fs::relative(it->path(), staging_path_));
  if (error) return cannot_write(final_path_, error.message());
  for (const fs::path& file : files) {
    const fs::path target = final_path_ / file;
    fs::create_directories(target.parent_path(), error);
    if (!error) fs::rename(staging_path_ / file, target, error);
    if (error) return cannot_write(target, error.message());
  }
  return {};
}

}  // namespace emend
