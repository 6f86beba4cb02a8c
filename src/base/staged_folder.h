// A folder that appears whole or not at all.
//
// Files are written into a folder beside the final one; publish() swaps it in. A run that fails or is interrupted
// leaves the final folder as it was.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace emend {

class StagedFolder {
 public:
  // Creates the hidden folder beside `final_path`, and the parents of both. Error: kUnwritable.
  static Result<StagedFolder> create(const std::filesystem::path& final_path);

  StagedFolder(StagedFolder&& other) noexcept;
  StagedFolder& operator=(StagedFolder&&) = delete;
  ~StagedFolder();  // removes what was not published

  // Where the files are until they are published.
  const std::filesystem::path& path() const { return staging_path_; }

  // `name` is relative and may hold sub-folders. Error: kUnwritable.
  Status write(const std::filesystem::path& name, std::string_view bytes);

  // Moves every staged file into the final folder. A file of the final folder that was not staged (the decisions
  // of a reviewer, say) stays. Error: kUnwritable.
  Status publish();

 private:
  StagedFolder(std::filesystem::path final_path, std::filesystem::path staging_path);

  std::filesystem::path final_path_;
  std::filesystem::path staging_path_;
};

}  // namespace emend
