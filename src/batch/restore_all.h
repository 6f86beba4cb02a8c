// Many documents in one run: side by side, each for itself, none lost in silence.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "base/result.h"
#include "pipeline/input.h"
#include "pipeline/process_document.h"
#include "pipeline/run_control.h"
#include "pipeline/settings.h"
#include "pipeline/workshop.h"

namespace emend::batch {

struct Summary {
  std::size_t restored = 0;
  std::size_t skipped = 0;  // done already, and unchanged since
  std::size_t failed = 0;
  std::size_t with_failed_pages = 0;  // restored, but for some pages
  std::size_t applied = 0;
  std::size_t open = 0;
  bool was_interrupted = false;
};

// Called once per input, in the order of the inputs, when it and all before it are done.
using OnDone = std::function<void(const pipeline::Input&, const Result<pipeline::Outcome>&)>;

// `jobs` threads in all: documents first, what is left over for the pages of each. Results do not depend on it.
Summary restore_all(const std::vector<pipeline::Input>& inputs, const std::filesystem::path& output_folder,
                    const pipeline::Settings& settings, pipeline::Workshop& workshop, std::size_t jobs,
                    const pipeline::RunControl& control, const OnDone& on_done);

}  // namespace emend::batch
