#include "train/lm/sample_text.h"

#include <unistd.h>

#include "base/file.h"

namespace emend::train {

std::string sample_collection() {
  return R"(==== first

# Title: Minutes of the branch

The branch met on the 4th of May. The chairman read the minutes of the last meeting, and the minutes were
accepted. Mr. Holt asked that the letter be read. The letter was read, and the branch took note of it.[12]

The masses took power into their hands. The workers of the mill took the mill into their hands, and the
owners left the town. The owners of the mill were not asked. It was said that the workers were ready.

==== second

The report of the committee was read by the secretary. The committee had met three times, and the secretary
was asked to thank the members of the committee. The members were thanked. In 1919 the branch had 212 members.

The vote was taken. The branch accepted the report. The chairman closed the meeting at ten o'clock.

==== third

The secretary was ill. The meeting was put off, and the members of the branch were told by letter.
)";
}

SampleFolder::SampleFolder(const std::string& name)
    : path_(std::filesystem::temp_directory_path() / ("emend_" + name + "_" + std::to_string(getpid()))) {
  std::filesystem::create_directories(path_);
}

SampleFolder::~SampleFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path SampleFolder::file(const std::string& name, const std::string& bytes) const {
  (void)write_file(path_ / name, bytes);
  return path_ / name;
}

}  // namespace emend::train
