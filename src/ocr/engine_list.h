// The engines of engine_list.def by name. Safe to use from several threads.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ocr/engine.h"

namespace emend::ocr {

// In the order of the list; the first is the usual one.
std::vector<std::string_view> engine_names();

// Errors: kUsage (no such engine), and those of the engine's own maker.
Result<std::unique_ptr<Engine>> make_engine(std::string_view name, const EngineOptions& options);

}  // namespace emend::ocr
