// What a config says of one run of the pipeline.
#pragma once

#include "check/config.h"
#include "pipeline/settings.h"

namespace emend::check {

// Sets what the config says and leaves the rest.
void apply_config(const Config& config, pipeline::Settings& settings);

}  // namespace emend::check
