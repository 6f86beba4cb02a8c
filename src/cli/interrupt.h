// Ctrl-C and SIGTERM: the first asks the run to end after the page in hand, the second ends it at once.
#pragma once

#include "base/stop.h"

namespace emend::cli {

// The flag that the signals raise; the handlers are installed on the first call.
StopFlag& stop_flag();

}  // namespace emend::cli
