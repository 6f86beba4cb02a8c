#include "pipeline/load_document.h"

#include <fmt/format.h>

#include "base/content_hash.h"
#include "base/file.h"
#include "image/scan_source.h"
#include "pipeline/read_scan.h"
#include "text/encoding.h"
#include "text/visible.h"

namespace emend::pipeline {
namespace {

namespace fs = std::filesystem;

// Enough to tell a scan from a text.
constexpr std::size_t kFirstBytes = 1024;

Result<Loaded> load_scan(const Input& input, const Settings& settings, Workshop& workshop, const RunControl& control) {
  auto source = image::open_scan(input.path, {.resolution_dpi = settings.resolution_dpi});
  if (!source) return fail(source.error());
  const fs::path kept = settings.intermediates_folder.empty() ? fs::path() : settings.intermediates_folder / input.name;
  auto read = read_scan(**source, settings, workshop, control, kept);
  if (!read) return fail(read.error());
  if (read->pages.empty()) {
    for (const Problem& problem : read->problems)
      if (problem.severity == Severity::kFailure) return fail(problem.error);
    return fail(ErrorKind::kUsage, input.path.string(),
                fmt::format("has none of the pages that were asked for; there are {}", (*source)->page_count()),
                "see --pages");
  }
  Loaded loaded;
  loaded.problems = std::move(read->problems);
  loaded.document.kind = document::SourceKind::kScan;
  loaded.document.languages = settings.languages;
  loaded.document.witnesses = std::move(read->witnesses);
  loaded.document.pages = std::move(read->pages);
  loaded.document.raw = document::RawText::from_pages(loaded.document.pages);
  loaded.scans = ScanPages(std::move(*source), std::move(read->indices));
  return loaded;
}

Problem note(std::string what, std::string hint = {}) {
  return {Severity::kNote, {ErrorKind::kUnreadable, "", std::move(what), std::move(hint)}, 0};
}

// The pages that were asked for, and what belongs to their words.
Status choose_pages(store::LayoutFile& layout, const Settings& settings, const std::string& name) {
  if (settings.pages.selects_all()) return {};
  const std::size_t page_count = layout.pages.size();
  std::vector<document::Page> pages;
  std::vector<store::WordSource> words;
  std::vector<std::string> images;
  std::size_t next = 0;
  std::size_t pages_seen = 0;
  for (document::Page& page : layout.pages) {
    ++pages_seen;
    const std::size_t begin = next;
    for (const document::Block& block : page.blocks)
      for (const document::Paragraph& paragraph : block.paragraphs)
        for (const document::Line& line : paragraph.lines) next += line.words.size();
    if (!settings.pages.contains(static_cast<std::size_t>(page.number))) continue;
    words.insert(words.end(), std::make_move_iterator(layout.words.begin() + static_cast<std::ptrdiff_t>(begin)),
                 std::make_move_iterator(layout.words.begin() + static_cast<std::ptrdiff_t>(next)));
    images.push_back(std::move(layout.images[pages_seen - 1]));
    pages.push_back(std::move(page));
  }
  if (pages.empty())
    return fail(ErrorKind::kUsage, name,
                fmt::format("has none of the pages that were asked for; there are {}", page_count), "see --pages");
  layout.pages = std::move(pages);
  layout.words = std::move(words);
  layout.images = std::move(images);
  return {};
}

}  // namespace

Result<bool> is_scan(const fs::path& path) {
  std::string first;
  const Status read = read_in_pieces(path, [&](std::string_view piece) {
    first.append(piece.substr(0, kFirstBytes - first.size()));
    return first.size() < kFirstBytes;
  });
  if (!read) return fail(read.error());
  if (first.empty()) return fail(ErrorKind::kUnreadable, path.string(), "is empty", "check where it was copied from");
  return image::looks_like_scan(first);
}

Result<Loaded> load_text(std::string_view bytes, const std::string& name) {
  auto decoded = text::decode_text(bytes, name);
  if (!decoded) return fail(decoded.error());
  Loaded loaded;
  loaded.had_bom = decoded->had_bom;
  loaded.is_encoding_certain = decoded->is_certain;
  loaded.document.kind = document::SourceKind::kText;
  loaded.document.encoding = decoded->encoding;
  loaded.document.raw = document::RawText(std::move(decoded->text));
  if (decoded->encoding != "UTF-8" || !decoded->is_certain) {
    Problem said = note(fmt::format("read as {}", decoded->encoding));
    if (!decoded->is_certain) {
      said.severity = Severity::kWarning;
      said.error.what += fmt::format(", a guess from its bytes ({:.0f} % sure)", decoded->confidence * 100);
      said.error.hint = "convert it to UTF-8 first if accented letters or quotes look wrong";
    }
    loaded.problems.push_back(std::move(said));
  }
  if (decoded->had_bom) loaded.problems.push_back(note("the byte-order mark was left out"));
  return loaded;
}

Result<Loaded> load_layout(std::string_view bytes, const std::string& name, const Settings& settings) {
  auto layout = store::read_layout(bytes, name, {.resolution_dpi = settings.resolution_dpi});
  if (!layout) return fail(layout.error());
  if (const Status chosen = choose_pages(*layout, settings, name); !chosen) return fail(chosen.error());
  Loaded loaded;
  loaded.document.kind = document::SourceKind::kScan;
  loaded.document.encoding = layout->source.encoding;
  loaded.document.languages = settings.languages;
  loaded.document.witnesses = layout->witnesses;
  loaded.document.pages = std::move(layout->pages);
  layout->pages.clear();
  loaded.document.raw = document::RawText::from_pages(loaded.document.pages);
  loaded.had_bom = layout->source.had_bom;
  loaded.problems = layout->problems;
  loaded.layout = std::move(*layout);
  return loaded;
}

Result<Loaded> load_bytes(std::string_view bytes, const std::string& name, const Settings& settings) {
  if (store::layout_format_of(bytes)) return load_layout(bytes, name, settings);
  if (const auto root = store::unknown_markup(bytes))
    return fail(ErrorKind::kUnreadable, name,
                fmt::format("is markup of a kind that is not read: its root element is '{}'", text::visible(*root, 40)),
                "hOCR, ALTO and PAGE are read; of other files, save the text");
  return load_text(bytes, name);
}

Result<Loaded> load_document(const Input& input, const Settings& settings, Workshop& workshop,
                             const RunControl& control) {
  const auto scan = is_scan(input.path);
  if (!scan) return fail(scan.error());
  if (*scan) return load_scan(input, settings, workshop, control);

  control.progress.expect(1);
  const StageTimer timer(control.timings, "load");
  const auto bytes = read_file(input.path);
  if (!bytes) return fail(bytes.error());
  auto loaded = load_bytes(*bytes, input.path.string(), settings);
  const bool is_text = loaded && loaded->is_encoding_certain;
  if (image::claims_to_be_picture(input.path, std::string_view(*bytes).substr(0, kFirstBytes))) {
    // Bytes of a picture can pass for letters of some old encoding; only what is certainly a text is read as one.
    if (!is_text)
      if (const auto scan_source = image::open_scan(input.path, {}); !scan_source) return fail(scan_source.error());
    if (loaded) loaded->problems.push_back(note("is a text, although its name is that of a scan"));
  }
  control.progress.advance(input.path.filename().string());
  return loaded;
}

}  // namespace emend::pipeline
