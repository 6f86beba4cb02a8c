// What may go wrong in normal life comes back as a value, with what a person needs to act on it.
//
// Used by every module. tl::expected stands in for std::expected, which g++ 12 lacks; only this file names it.
// Values are as safe to share between threads as the T that they hold.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace emend {

// The kind decides the exit code and whether a batch goes on; the wording never does.
enum class ErrorKind {
  kUsage,        // the call itself is wrong: unknown flag, bad page range
  kMissing,      // a file, model or dictionary is not there
  kUnreadable,   // it is there, but its bytes are not what they should be
  kTooLarge,     // beyond a named limit
  kUnwritable,   // the result cannot be written
  kInterrupted,  // the user stopped the run
  kInternal,     // a library failed in a way that its input does not explain
};

struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  std::string subject;  // the file or thing that it is about; may be empty
  std::string what;     // what happened, a short sentence without a full stop
  std::string hint;     // what to try; may be empty
};

template <typename T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

// return fail(ErrorKind::kMissing, path, "no such file", "check the spelling");
inline tl::unexpected<Error> fail(ErrorKind kind, std::string subject, std::string what, std::string hint = {}) {
  return tl::unexpected<Error>(Error{kind, std::move(subject), std::move(what), std::move(hint)});
}
// Hands on the error of a callee: return fail(result.error());
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

}  // namespace emend
