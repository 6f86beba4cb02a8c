#include "ocr/model_folder.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <system_error>

namespace emend::ocr {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kModelEnding = ".traineddata";
// Finds the orientation of a page, and equations; neither is a language.
constexpr std::string_view kOrientationModel = "osd";
constexpr std::string_view kEquationModel = "equ";

// A model file is a count (32 bits), that many offsets (64 bits, -1 for a part that is not there), and the parts.
// Tesseract's documentation of combine_tessdata numbers the parts; these three make an LSTM model.
constexpr std::size_t kNetworkPart = 17;
constexpr std::size_t kCharacterSetPart = 21;
constexpr std::size_t kRecoderPart = 22;
// Tesseract 5 knows 24 parts; room for those of later versions.
constexpr std::uint32_t kMostParts = 64;

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "none" : all;
}

Status check_model(const fs::path& path) {
  const auto damaged = [&](const char* what) {
    return fail(ErrorKind::kUnreadable, path.string(), what, "install the model again, for Tesseract 4 or later");
  };
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || !file) return fail(ErrorKind::kUnreadable, path.string(), "cannot be read", "check its permissions");

  std::uint32_t part_count = 0;
  file.read(reinterpret_cast<char*>(&part_count), sizeof part_count);
  if (!file || part_count == 0 || part_count > kMostParts) return damaged("is no Tesseract model");
  std::vector<std::int64_t> offsets(part_count);
  file.read(reinterpret_cast<char*>(offsets.data()), static_cast<std::streamsize>(part_count * sizeof offsets[0]));
  if (!file) return damaged("is a damaged Tesseract model");
  for (const std::int64_t offset : offsets)
    if (offset < -1 || (offset >= 0 && static_cast<std::uintmax_t>(offset) >= size))
      return damaged("is a damaged Tesseract model");
  for (const std::size_t part : {kNetworkPart, kCharacterSetPart, kRecoderPart})
    if (part >= part_count || offsets[part] < 0) return damaged("has no LSTM model");
  return {};
}

}  // namespace

Result<std::vector<std::string>> language_names(std::string_view joined_names) {
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin <= joined_names.size()) {
    const std::size_t end = std::min(joined_names.find('+', begin), joined_names.size());
    std::string name(joined_names.substr(begin, end - begin));
    const bool is_good = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
      return std::isalnum(c) != 0 || c == '_' || c == '-';
    });
    if (!is_good)
      return fail(ErrorKind::kUsage, std::string(joined_names), "is no list of languages",
                  "write it as eng, or as eng+fra for two");
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    begin = end + 1;
  }
  return names;
}

std::vector<std::string> languages_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string file = it->path().filename().string();
    if (!file.ends_with(kModelEnding)) continue;
    std::string name = file.substr(0, file.size() - kModelEnding.size());
    if (!name.empty() && name != kOrientationModel && name != kEquationModel) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

Status check_models(const fs::path& folder, const std::vector<std::string>& languages) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return fail(ErrorKind::kMissing, folder.string(), "is no folder of Tesseract models",
                "install tesseract-ocr-eng, or name the folder with --tessdata-dir");
  for (const std::string& language : languages) {
    const fs::path path = folder / (language + std::string(kModelEnding));
    if (!fs::exists(path, error)) {
      // Debian's packages are named after the language, with hyphens: chi_sim is in tesseract-ocr-chi-sim.
      std::string package = "tesseract-ocr-" + language;
      std::replace(package.begin(), package.end(), '_', '-');
      return fail(ErrorKind::kMissing, path.string(),
                  "there is no model for the language " + language + "; there are: " + joined(languages_in(folder)),
                  "install " + package + ", or choose another language");
    }
    if (Status status = check_model(path); !status) return status;
  }
  return {};
}

}  // namespace emend::ocr
