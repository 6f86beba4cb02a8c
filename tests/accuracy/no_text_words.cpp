// The words that the engines read on typed pages, with what tells text from stamps and handwriting
// (ocr/text_features.h): what the weights of ocr/no_text.cpp are fitted on.
//
//   no_text_words OUT_FOLDER SCAN...
//
// Each scan is cleaned and read once; its lines, in no order and with everything that was read, are kept as
// OUT_FOLDER/NAME.json and taken from there the next time. OUT_FOLDER/NAME.tsv has a line for each word: the text that
// the page would have if nothing was left out, in reading order, with the number of the word's part of a line, the
// features, and the probability by the shipped weights. EMEND_MODELS is the folder with the model of typescript.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/file.h"
#include "image/clean.h"
#include "image/damage.h"
#include "image/scan_source.h"
#include "image/step.h"
#include "image/text_lines.h"
#include "ocr/engine.h"
#include "ocr/line_evidence.h"
#include "ocr/line_order.h"
#include "ocr/no_text.h"
#include "ocr/read_typed_page.h"
#include "pipeline/model_folder.h"
#include "store/document_file.h"

using namespace emend;

namespace {

namespace fs = std::filesystem;

template <typename Value>
Value value_of(Result<Value> result) {
  if (result) return std::move(*result);
  fmt::print(stderr, "{}: {}\n", result.error().subject, result.error().what);
  std::exit(2);
}

void write(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  if (const Status written = write_file(path, text); !written) value_of<int>(fail(written.error()));
}

// The lines of a scan as one page with one paragraph; its height of capitals is kept as the resolution.
document::Page read_lines(const fs::path& path, ocr::Engine& general, ocr::Engine& special) {
  const image::Picture scan = value_of(value_of(image::open_scan(path, {}))->load(0)).picture;
  const image::CleanedPage cleaned = image::clean(scan, image::measure_damage(scan), image::all_steps(), {});
  const image::Picture& picture = cleaned.variants.front().picture;
  document::Page page = value_of(general.read(picture));
  document::Page second = value_of(special.read(picture));
  if (!ocr::is_typed(page, second, {})) fmt::print(stderr, "{}: not typed\n", path.string());
  ocr::TypedLines typed =
      ocr::read_typed_lines({picture, image::find_text_lines(picture), std::move(second), page}, general, special, {});
  page.width_px = picture.width_px();
  page.height_px = picture.height_px();
  page.resolution_dpi = static_cast<int>(typed.tall_px);
  page.blocks.assign(1, {});
  page.blocks.front().paragraphs.assign(1, {});
  page.blocks.front().paragraphs.front().lines = std::move(typed.lines);
  return page;
}

std::string table_of(const document::Page& page) {
  std::vector<document::Line> lines = page.blocks.front().paragraphs.front().lines;
  const ocr::TypedScale scale = ocr::scale_of(lines);
  std::vector<std::vector<std::string>> rows(lines.size());
  for (std::size_t l = 0; l < lines.size(); ++l)
    for (std::size_t i = 0; i < lines[l].words.size(); ++i) {
      const ocr::TextFeatures features = ocr::text_features(lines, l, i, scale);
      std::string row = fmt::format("{}\t{}", l, lines[l].words[i].best().text);
      for (const double feature : features) row += fmt::format("\t{:.4f}", feature);
      rows[l].push_back(row + fmt::format("\t{:.4f}\n", ocr::text_probability(features)));
      // Known again in reading order.
      lines[l].words[i].font_size_pt = static_cast<float>(l);
      lines[l].words[i].whole_word = std::to_string(i);
    }
  std::string table = "part\ttext";
  for (const std::string_view name : ocr::kTextFeatures) table += fmt::format("\t{}", name);
  table += "\tprobability\n";
  for (const document::Block& block : ocr::blocks_in_order(std::move(lines), page.resolution_dpi))
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines)
        for (const document::Word& word : line.words)
          table += rows[static_cast<std::size_t>(word.font_size_pt)][std::stoul(word.whole_word)];
  return table;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "no_text_words OUT_FOLDER SCAN...\n");
    return 2;
  }
  const fs::path out = argv[1];
  const char* wanted = std::getenv("EMEND_MODELS");
  const fs::path models = value_of(pipeline::find_model_folder(wanted != nullptr ? wanted : ""));
  const auto general = value_of(ocr::make_tesseract_engine({"eng", ""}));
  const auto special = value_of(ocr::make_tesseract_engine({"typescript", models.string()}));
  for (int i = 2; i < argc; ++i) {
    const fs::path path = argv[i];
    const fs::path kept = out / (path.stem().string() + ".json");
    if (!fs::exists(kept)) {
      document::Document document;
      document.witnesses.resize(10);
      document.pages.push_back(read_lines(path, *general, *special));
      document.raw = document::RawText::from_pages(document.pages);
      write(kept, store::document_to_json(document));
    }
    const document::Document document = value_of(store::document_from_json(value_of(read_file(kept)), kept.string()));
    write(out / (path.stem().string() + ".tsv"), table_of(document.pages.front()));
  }
}
