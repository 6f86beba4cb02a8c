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
  std::string model_folder;       // tessdata; empty for the engine's own
};

class Engine {
 public:
  virtual ~Engine() = default;
  virtual document::Witness describe() const = 0;
  // Reads a whole page. Boxes are in pixels of `picture`; readings name witness 0; number, cleaning and size are left
  // to the caller. A page without text is a page without words, not an error.
  // Errors: kInternal (the engine gave up), kUnreadable (a picture that it cannot take).
  virtual Result<document::Page> read(const image::Picture& picture) = 0;
};

using EngineFactory = std::function<Result<std::unique_ptr<Engine>>()>;

// Tesseract's LSTM engine. Errors: kMissing (no such language; the message names those that there are).
Result<std::unique_ptr<Engine>> make_tesseract_engine(const EngineOptions& options);

// Replays pages that were stored by an earlier run (page-0001.json, ... in a folder), in order. For tests.
Result<std::unique_ptr<Engine>> make_recorded_engine(const std::string& folder);

}  // namespace emend::ocr
