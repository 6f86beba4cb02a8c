// From an input to a document with its raw text: a scan is cleaned and read, the pages of another program are taken
// over, a text is decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"
#include "document/document.h"
#include "pipeline/input.h"
#include "pipeline/run_control.h"
#include "pipeline/scan_pages.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"
#include "store/layout/layout_file.h"

namespace emend::pipeline {

struct Loaded {
  document::Document document;
  ScanPages scans;  // for crops; empty where there is no scan
  // Of hOCR, ALTO or PAGE: the file, so that words can be found and replaced in it. Its pages are the document's.
  std::optional<store::LayoutFile> layout;
  Problems problems;     // pages that failed, guesses that were made
  bool had_bom = false;  // of a text, so that fix can write it back
  bool is_encoding_certain = true;
};

// The input's content, not its name, tells what it is.
// Errors: kMissing, kUnreadable, kTooLarge, kUsage (none of the wanted pages), kInterrupted.
Result<Loaded> load_document(const Input& input, const Settings& settings, Workshop& workshop,
                             const RunControl& control);

// What is in memory already: a text, or pages of words as hOCR, ALTO or PAGE by its content; `name` is told in
// messages. Errors: kUnreadable (no text, broken XML, XML of another kind), kTooLarge, kUsage (none of the wanted
// pages).
Result<Loaded> load_bytes(std::string_view bytes, const std::string& name, const Settings& settings);

// Pages of words, the wanted ones. Errors: those of read_layout, kUsage (none of the wanted pages).
Result<Loaded> load_layout(std::string_view bytes, const std::string& name, const Settings& settings);

// A text, whatever it says. Error: kUnreadable.
Result<Loaded> load_text(std::string_view bytes, const std::string& name);

// Whether the file is a scan by its first bytes. Errors: kMissing, kUnreadable.
Result<bool> is_scan(const std::filesystem::path& path);

}  // namespace emend::pipeline
