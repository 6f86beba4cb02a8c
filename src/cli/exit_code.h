// The exit codes of the program: one stable table, the same for every command.
#pragma once

#include "base/result.h"

namespace emend::cli {

enum class ExitCode : int {
  kDone = 0,           // done, nothing open
  kFindings = 1,       // check and fix --diff found something
  kUsage = 2,          // wrong use, bad configuration, missing model or dictionary
  kPartly = 3,         // finished, but some inputs or pages failed; each was named
  kInterrupted = 130,  // the user stopped the run
};

// The code for an error that ends the whole run.
inline ExitCode exit_code_of(const Error& error) {
  switch (error.kind) {
    case ErrorKind::kUsage:
    case ErrorKind::kMissing: return ExitCode::kUsage;
    case ErrorKind::kInterrupted: return ExitCode::kInterrupted;
    case ErrorKind::kUnreadable:
    case ErrorKind::kTooLarge:
    case ErrorKind::kUnwritable:
    case ErrorKind::kInternal: break;
  }
  return ExitCode::kPartly;
}

// Of what a run needs before its first document: models, dictionaries, word lists. One that is damaged is as good as
// missing.
inline ExitCode exit_code_of_setup(const Error& error) {
  return error.kind == ErrorKind::kUnreadable ? ExitCode::kUsage : exit_code_of(error);
}

}  // namespace emend::cli
