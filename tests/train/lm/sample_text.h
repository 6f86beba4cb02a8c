// A few sentences of our own, as a collection of three documents, for models that are trained in a test.
#pragma once

#include <filesystem>
#include <string>

namespace emend::train {

std::string sample_collection();

// A folder of its own for each test program run, removed with the object.
class SampleFolder {
 public:
  explicit SampleFolder(const std::string& name);
  SampleFolder(const SampleFolder&) = delete;
  SampleFolder& operator=(const SampleFolder&) = delete;
  ~SampleFolder();
  // Writes the file and gives its path.
  std::filesystem::path file(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace emend::train
