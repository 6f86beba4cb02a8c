// Corrects documents again that emend restore read before: the workbench of whoever changes rules or structure.
//
//   correct_again OUT_FOLDER RESULT_FOLDER... [FLAG...]
//
// Each RESULT_FOLDER holds a document.json. The pages of all of them are corrected together, as emend restore corrects
// the files of a series, without reading a scan again. Writes OUT_FOLDER/NAME/raw.txt, clean.txt and changes.jsonl,
// which emend eval takes. Flags: --paragraphs, --markdown, --ignore=RULE.
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "pipeline/correct_document.h"
#include "pipeline/decide_again.h"
#include "pipeline/neighbours.h"
#include "pipeline/paper.h"
#include "store/change_file.h"

using namespace emend;

namespace {

[[noreturn]] void give_up(const Error& error) {
  fmt::print(stderr, "{}: {}\n", error.subject, error.what);
  std::exit(2);
}

template <typename T>
T or_give_up(Result<T> result) {
  if (!result) give_up(result.error());
  return std::move(*result);
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  if (const Status written = write_file(path, bytes); !written) give_up(written.error());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: correct_again OUT_FOLDER RESULT_FOLDER... [FLAG...]\n");
    return 2;
  }
  pipeline::Settings settings;
  std::vector<std::filesystem::path> folders;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--paragraphs") settings.style.layout = correct::LineLayout::kParagraphs;
    if (argument == "--markdown") settings.rendering.marks = correct::TypistMarks::kMarkdown;
    if (argument.starts_with("--ignore=")) settings.ignored_rules.insert(argument.substr(9));
    if (!argument.starts_with("--")) folders.emplace_back(argument);
  }
  const auto workshop = or_give_up(pipeline::Workshop::open(settings));
  std::vector<pipeline::StoredResult> stored;
  std::vector<layout::SeriesPage> pages;
  std::vector<std::size_t> firsts;
  std::vector<std::vector<layout::PageLayout>> layouts;
  for (const auto& folder : folders) {
    stored.push_back(or_give_up(pipeline::load_result(folder)));
    firsts.push_back(pages.size());
    layouts.push_back(pipeline::paper_layouts(stored.back().loaded));
    for (auto& page : pipeline::series_pages(layouts.back(), stored.back().loaded.document.source_path))
      pages.push_back(std::move(page));
  }
  const layout::PageSeries series(std::move(pages));
  run_in_parallel(folders.size(), 2, [&](std::size_t i) {
    const document::Document& document = stored[i].loaded.document;
    const auto lexicon = or_give_up(workshop->lexicon_for(document, document.source_path));
    const auto correction =
        pipeline::correct_document(document, layouts[i], *lexicon, {}, settings, *workshop, {series, firsts[i]});
    const auto out = std::filesystem::path(argv[1]) / folders[i].filename();
    std::filesystem::create_directories(out);
    write(out / "raw.txt", std::string(document.raw.text()));
    write(out / "clean.txt", correction.clean.text);
    write(out / "changes.jsonl", store::changes_to_jsonl(store::change_records(document, correction.edits, &correction.clean)));
  });
}
