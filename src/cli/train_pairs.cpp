#include "cli/train_pairs.h"

#include <algorithm>
#include <filesystem>

#include "cli/eval_inputs.h"

namespace emend::cli {
namespace {

bool is_folder(const std::string& path) {
  std::error_code ignored;  // what cannot be looked at is no folder for us
  return std::filesystem::is_directory(path, ignored);
}

// "letters/a.gt.txt" is document "a", wherever it lies.
std::string document_name(const std::filesystem::path& truth) {
  std::string name = truth.filename().string();
  for (const std::string_view ending : {".gt.txt", ".txt"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

void append(EvalInputs inputs, std::vector<train::TextPair>& pairs, std::vector<Error>& problems) {
  for (EvalInput& input : inputs.documents) {
    // Of a restored document the text as it was recognised is wanted, not the clean one.
    const std::filesystem::path& seen = input.before ? *input.before : input.output;
    pairs.push_back({document_name(input.truth), seen, input.truth});
  }
  problems.insert(problems.end(), inputs.problems.begin(), inputs.problems.end());
}

}  // namespace

void TrainPairs::declare(Parser& parser) {
  parser.add_option("pair", arguments_,
                    "TRUTH TEXT, again and again; or folders that hold NAME.gt.txt with NAME.ocr.txt");
  parser.add_option("--truth", truth_, "Folder of truths, NAME.gt.txt or NAME.txt")->type_name("DIR");
  parser.add_option("--text", text_, "Folder of recognised texts, NAME.txt, NAME.ocr.txt or NAME/raw.txt")
      ->type_name("DIR");
}

Result<std::vector<train::TextPair>> TrainPairs::pairs(std::vector<Error>& problems) const {
  if (truth_.empty() != text_.empty())
    return fail(ErrorKind::kUsage, "", "folders need both --truth and --text", "or name one folder that holds both");
  if (truth_.empty() && arguments_.empty())
    return fail(ErrorKind::kUsage, "", "no pair of texts to learn from",
                "name TRUTH TEXT pairs, folders of both, or --truth DIR --text DIR");
  std::vector<train::TextPair> pairs;
  std::vector<std::string> folders;
  std::vector<std::string> files;
  for (const std::string& argument : arguments_) (is_folder(argument) ? folders : files).push_back(argument);
  if (!files.empty()) {
    auto inputs = named_inputs(files, false);
    if (!inputs) return fail(inputs.error());
    append(*std::move(inputs), pairs, problems);
  }
  for (const std::string& folder : folders) {
    auto inputs = paired_inputs(folder, folder, folder);
    if (!inputs) return fail(inputs.error());
    append(*std::move(inputs), pairs, problems);
  }
  if (!truth_.empty()) {
    auto inputs = paired_inputs(truth_, text_, text_);
    if (!inputs) return fail(inputs.error());
    append(*std::move(inputs), pairs, problems);
  }
  return pairs;
}

}  // namespace emend::cli
