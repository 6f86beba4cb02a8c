// What the typewriter's grid and letters do to pages that an engine read: the workbench of whoever changes them.
//
//   typed_grid OUT_FOLDER SCAN...
//
// Each scan is cleaned and read once; what the engine read is kept as OUT_FOLDER/engine/NAME.json and taken from there
// the next time. Texts go to OUT_FOLDER/{engine,typewriter}-{raw,clean}/NAME.txt: recognised and corrected, without the
// typewriter and with it. Prints a line for each page. EMEND_TOGETHER=1 takes all scans for pages of one document.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/file.h"
#include "image/clean.h"
#include "image/damage.h"
#include "image/scan_source.h"
#include "ocr/read_page.h"
#include "ocr/typewriter/typewriter.h"
#include "pipeline/correct_document.h"
#include "pipeline/workshop.h"
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

struct Typed {
  std::string name;
  document::Document document;
  ocr::PageCells page;
};

document::Document read_by_engine(const fs::path& path, const image::Picture& scan, pipeline::Workshop& workshop) {
  const image::CleanedPage cleaned = image::clean(scan, image::measure_damage(scan), workshop.steps(), {});
  document::Document document;
  document.name = path.filename().string();
  document.source_path = path.string();
  document.kind = document::SourceKind::kScan;
  document.languages = "eng";
  document.pages.push_back(value_of(workshop.engines().with_engine([&](ocr::Engine& engine) {
    document.witnesses = engine.witnesses();
    return ocr::read_variant(engine, cleaned.variants.front(), scan.width_px(), scan.height_px());
  })));
  document.pages.front().resolution_dpi = scan.resolution_dpi();
  document.raw = document::RawText::from_pages(document.pages);
  return document;
}

void write_texts(const fs::path& out, const std::string& kind, const Typed& typed, const pipeline::Settings& settings,
                 const pipeline::Workshop& workshop) {
  write(out / (kind + "-raw") / (typed.name + ".txt"), typed.document.raw.text());
  const auto lexicon = value_of(workshop.lexicon_for(typed.document, typed.document.source_path));
  const pipeline::Correction correction = pipeline::correct_alone(typed.document, *lexicon, settings, workshop);
  write(out / (kind + "-clean") / (typed.name + ".txt"), correction.clean.text);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "typed_grid OUT_FOLDER SCAN...\n");
    return 2;
  }
  const fs::path out = argv[1];
  pipeline::Settings settings;
  settings.use_found_word_lists = false;
  if (const char* models = std::getenv("EMEND_MODELS"); models != nullptr) settings.models_folder = models;
  const auto workshop = value_of(pipeline::Workshop::open(settings));

  std::vector<Typed> all;
  double seconds = 0;
  const auto timed = [&](auto&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (int i = 2; i < argc; ++i) {
    const fs::path path = argv[i];
    Typed& typed = all.emplace_back();
    typed.name = path.stem().string();
    const image::Picture scan = value_of(value_of(image::open_scan(path, {}))->load(0)).picture;
    const fs::path kept = out / "engine" / (typed.name + ".json");
    if (!fs::exists(kept)) write(kept, store::document_to_json(read_by_engine(path, scan, *workshop)));
    typed.document = value_of(store::document_from_json(value_of(read_file(kept)), kept.string()));
    write_texts(out, "engine", typed, settings, *workshop);
    timed([&] { typed.page = ocr::page_cells_of(typed.document.pages.front(), scan); });
  }

  fmt::print(
      "page                              pitch px  an inch  fit %  changed  found  dropped  spaces + / -  weighed\n");
  const auto read_again = [&](std::size_t first, std::size_t count) {
    std::vector<document::Page> pages;
    std::vector<ocr::PageCells> typed;
    for (std::size_t i = first; i < first + count; ++i) {
      pages.push_back(all[i].document.pages.front());
      typed.push_back(std::move(all[i].page));
    }
    const std::size_t witness = all[first].document.witnesses.size();
    ocr::Revisions did;
    timed([&] { did = ocr::read_with_typewriter(pages, typed, witness); });
    for (std::size_t i = 0; i < count; ++i) {
      Typed& page = all[first + i];
      page.document.pages.front() = std::move(pages[i]);
      page.document.witnesses.push_back(ocr::typewriter_witness());
      page.document.raw = document::RawText::from_pages(page.document.pages);
      write_texts(out, "typewriter", page, settings, *workshop);
      const document::Typewriter& machine = page.document.pages.front().typewriter;
      fmt::print("{:32} {:9.2f} {:8} {:6.1f}", page.name, machine.pitch_px, machine.characters_per_inch,
                 100 * machine.share_that_fits);
      if (count == 1 || i + 1 == count)
        fmt::print(" {:8} {:6} {:8} {:8} / {} {:9}", did.letters_changed, did.letters_found, did.letters_dropped,
                   did.spaces_found, did.spaces_dropped, did.letters_weighed);
      fmt::print("\n");
    }
  };
  if (std::getenv("EMEND_TOGETHER") != nullptr) {
    read_again(0, all.size());
  } else {
    for (std::size_t i = 0; i < all.size(); ++i) read_again(i, 1);
  }
  fmt::print("typewriter: {:.2f} s\n", seconds);
}
