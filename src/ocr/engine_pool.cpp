#include "ocr/engine_pool.h"

#include <utility>

namespace emend::ocr {

Result<std::unique_ptr<Engine>> EnginePool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Engine> engine = std::move(idle_.back());
      idle_.pop_back();
      return engine;
    }
  }
  // Outside the lock: loading a model takes a while, and other workers may have engines to give back.
  return factory_();
}

void EnginePool::give_back(std::unique_ptr<Engine> engine) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(engine));
}

}  // namespace emend::ocr
