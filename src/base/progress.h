// How long work tells how far it is. Libraries call it; only cli draws it.
//
// Implementations must take calls from several threads at once.
#pragma once

#include <cstddef>
#include <string_view>

namespace emend {

class Progress {
 public:
  virtual ~Progress() = default;
  // More work became known: `count` more units (pages, say).
  virtual void expect(std::size_t count) = 0;
  // One unit is done; `what` names it.
  virtual void advance(std::string_view what) = 0;
};

// For callers that have nobody to tell.
class SilentProgress final : public Progress {
 public:
  void expect(std::size_t) override {}
  void advance(std::string_view) override {}
};

}  // namespace emend
