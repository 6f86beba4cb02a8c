// Lends engines to workers: one object per worker at a time, made when first needed and kept for the next page.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/result.h"
#include "ocr/engine.h"

namespace emend::ocr {

// Safe to use from several threads.
class EnginePool {
 public:
  explicit EnginePool(EngineFactory factory) : factory_(std::move(factory)) {}

  // Calls `use(engine)` with an engine that nobody else holds, and takes it back afterwards.
  // Errors: those of the factory, and those of `use`.
  template <typename Use>
  auto with_engine(Use&& use) -> decltype(use(std::declval<Engine&>())) {
    auto engine = take();
    if (!engine) return fail(engine.error());
    auto result = use(**engine);
    give_back(std::move(*engine));
    return result;
  }

 private:
  Result<std::unique_ptr<Engine>> take();
  void give_back(std::unique_ptr<Engine> engine);

  EngineFactory factory_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Engine>> idle_;
};

}  // namespace emend::ocr
