#include "base/check.h"

#include <stdexcept>
#include <string>

namespace emend {

// Throws rather than aborts, so that one document's surprise ends as that document's problem.
void assumption_failed(const char* assumption, const char* file, int line) {
  throw std::logic_error(std::string("wrong assumption: ") + assumption + " (" + file + ":" + std::to_string(line) +
                         ")");
}

}  // namespace emend
