// Assertions about our own mistakes. Input can never trigger one: what comes from outside is a Result.
#pragma once

namespace emend {

[[noreturn]] void assumption_failed(const char* assumption, const char* file, int line);

}  // namespace emend

// Always on: each costs a comparison, and a wrong span would damage somebody's text.
#define EMEND_ASSUME(condition, assumption)                                       \
  do {                                                                            \
    if (!(condition)) ::emend::assumption_failed(assumption, __FILE__, __LINE__); \
  } while (false)
