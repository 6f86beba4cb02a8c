// An OCR engine, whoever made it: a picture in, a page of words with their evidence out.
//
// Not thread-safe: one object per worker, lent by an EnginePool.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "image/clean.h"
#include "image/picture.h"

namespace emend::ocr {

struct EngineOptions {
  std::string languages = "eng";  // as Tesseract names them, joined by "+"
  std::string model_folder;       // tessdata, or the recorded pages; empty for the engine's own
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual document::Witness describe() const = 0;
  // All witnesses that readings may name: one, unless the engine reads with several models.
  virtual std::vector<document::Witness> witnesses() const { return {describe()}; }
  // Reads a whole page. Boxes are in pixels of `picture`; readings name one of witnesses(); number, cleaning and size
  // are left to the caller. A page without text is a page without words, not an error. Errors: kInternal (the engine
  // gave up), kUnreadable (a picture that it cannot take).
  virtual Result<document::Page> read(const image::Picture& picture) = 0;
  // Reads a picture of a single line without looking for any other; boxes are in its pixels. A line of no words is no
  // error. Errors: those of read(), and kUsage (an engine that reads whole pages only).
  virtual Result<document::Line> read_line(const image::Picture& strip);
};

using EngineFactory = std::function<Result<std::unique_ptr<Engine>>()>;

// Tesseract's LSTM engine, one thread an object; several objects may read at the same time.
// Errors: kUsage (not a list of languages), kMissing (no such folder or language; the message names the languages that
// there are), kUnreadable (a model that is damaged or older than Tesseract 4), kInternal.
Result<std::unique_ptr<Engine>> make_tesseract_engine(const EngineOptions& options);

// Replays pages that were stored by an earlier run (page-0001.json, ... in a folder), in order. For tests, with one
// worker: every engine starts with the first page. Error: kMissing. A page that is not there fails in read(), kMissing;
// a damaged one, kUnreadable; the next call goes on with the next page.
Result<std::unique_ptr<Engine>> make_recorded_engine(const std::string& folder);
// The same; the folder is options.model_folder.
Result<std::unique_ptr<Engine>> make_recorded_engine(const EngineOptions& options);

}  // namespace emend::ocr
