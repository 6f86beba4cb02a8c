#include "pipeline/model_folder.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/content_hash.h"

namespace emend::pipeline {
namespace {

bool is_folder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

constexpr const char* kHint = "name the folder of the models with --models-dir or in EMEND_MODELS";

}  // namespace

Result<std::filesystem::path> find_model_folder(const std::string& wanted) {
  std::string named = wanted;
  if (named.empty())
    if (const char* from_environment = std::getenv("EMEND_MODELS")) named = from_environment;
  if (!named.empty()) {
    if (is_folder(named)) return std::filesystem::path(named);
    return fail(ErrorKind::kMissing, named, "there is no such folder of models", kHint);
  }

  std::vector<std::filesystem::path> places;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    places.push_back(program.parent_path().parent_path() / "share" / "emend" / "models");
    places.push_back(program.parent_path().parent_path() / "models");
  }
  places.emplace_back(EMEND_CHECKOUT_MODELS);
  for (const auto& place : places)
    if (is_folder(place)) return place;
  return fail(ErrorKind::kMissing, places.front().string(), "emend's models are not installed", kHint);
}

Result<std::string> fingerprint_of_models(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->is_regular_file() && it->path().extension() != ".md") files.push_back(it->path());
  if (error) return fail(ErrorKind::kUnreadable, folder.string(), error.message(), kHint);
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto& file : files) {
    const auto hash = content_hash_of_file(file);
    if (!hash) return fail(hash.error());
    all += file.lexically_relative(folder).string() + '\0' + *hash;
  }
  return content_hash(all);
}

}  // namespace emend::pipeline
