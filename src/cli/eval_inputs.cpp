#include "cli/eval_inputs.h"

#include <algorithm>
#include <map>

namespace emend::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTruthEnding = ".gt.txt";
constexpr std::string_view kTextEnding = ".txt";

// Name to file, in the order of the names.
Result<std::map<std::string, fs::path>> truths_in(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    return fail(ErrorKind::kMissing, folder, "is not a folder", "name the folder of the truth files");
  std::map<std::string, fs::path> truths;
  std::map<std::string, fs::path> texts;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name.ends_with(kTruthEnding))
      truths[name.substr(0, name.size() - kTruthEnding.size())] = it->path();
    else if (name.ends_with(kTextEnding))
      texts[name.substr(0, name.size() - kTextEnding.size())] = it->path();
  }
  if (error) return fail(ErrorKind::kUnreadable, folder, "cannot be listed: " + error.message());
  return truths.empty() ? texts : truths;
}

std::optional<fs::path> find_text(const fs::path& folder, const std::string& name, const std::string& restored_file) {
  for (const fs::path& candidate : {folder / name / restored_file, folder / (name + ".ocr") / restored_file,
                                    folder / (name + ".txt"), folder / (name + ".ocr.txt")}) {
    std::error_code ignored;  // what cannot be looked at is not there for us
    if (fs::is_regular_file(candidate, ignored)) return candidate;
  }
  return std::nullopt;
}

}  // namespace

Result<EvalInputs> named_inputs(const std::vector<std::string>& files, bool are_triples) {
  const std::size_t step = are_triples ? 3 : 2;
  if (files.empty())
    return fail(ErrorKind::kUsage, "", "nothing to compare", "name TRUTH OUTPUT pairs, or --truth DIR --output DIR");
  if (files.size() % step != 0)
    return fail(
        ErrorKind::kUsage, "",
        std::to_string(files.size()) + " files cannot be taken " + (are_triples ? "three by three" : "in pairs"),
        are_triples ? "give TRUTH BEFORE AFTER for each document" : "give TRUTH OUTPUT for each document");
  EvalInputs inputs;
  inputs.has_before = are_triples;
  for (std::size_t i = 0; i < files.size(); i += step) {
    EvalInput input{files[i + step - 1], files[i], std::nullopt, files[i + step - 1]};
    if (are_triples) input.before = files[i + 1];
    inputs.documents.push_back(std::move(input));
  }
  return inputs;
}

Result<EvalInputs> paired_inputs(const std::string& truth, const std::string& output, const std::string& before) {
  const auto truths = truths_in(truth);
  if (!truths) return fail(truths.error());
  for (const std::string& folder : {output, before}) {
    std::error_code error;
    if (!folder.empty() && !fs::is_directory(folder, error))
      return fail(ErrorKind::kMissing, folder, "is not a folder", "name the folder of the texts");
  }
  EvalInputs inputs;
  inputs.has_before = !before.empty();
  for (const auto& [name, path] : *truths) {
    const auto found = find_text(output, name, "clean.txt");
    const auto found_before = before.empty() ? std::nullopt : find_text(before, name, "raw.txt");
    if (!found)
      inputs.problems.push_back({ErrorKind::kMissing, path.string(), "has no output in " + output,
                                 "expected " + name + ".txt or " + name + "/clean.txt"});
    else if (!before.empty() && !found_before)
      inputs.problems.push_back({ErrorKind::kMissing, path.string(), "has no text before in " + before,
                                 "expected " + name + ".txt or " + name + "/raw.txt"});
    else
      inputs.documents.push_back({name, path, found_before, *found});
  }
  if (inputs.documents.empty())
    return fail(ErrorKind::kUsage, truth, "no truth has an output in " + output,
                "truths are NAME.gt.txt or NAME.txt, outputs NAME.txt or NAME/clean.txt");
  return inputs;
}

}  // namespace emend::cli
