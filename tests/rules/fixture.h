// The cases of one rule, read from its page; the format is told in README.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "correct/rendering.h"
#include "edit/edit.h"

namespace emend::rules_test {

struct Case {
  int line = 0;  // of the opening fence, from 1
  std::string before;
  std::string after;  // equals before where the rule stays silent
  std::optional<edit::Applicability> applicability;
  correct::Rendering rendering;

  bool fires() const { return before != after; }
};

struct Fixture {
  std::string group;
  std::string rule;
  std::filesystem::path path;
  std::vector<Case> cases;
  std::vector<std::string> mistakes;  // in the page itself; a fixture has none
};

Fixture parse_fixture(std::string_view page);
// Every tests/rules/<group>/<rule-id>.md, sorted.
std::vector<Fixture> all_fixtures();

}  // namespace emend::rules_test
