// A cleaning step: knows one damage of a scan and takes it back, or leaves the picture alone.
//
// One file each in image/steps, one line each in image/step_list.def. Steps are pure and const: the same picture gives
// the same result on any thread. A step is tried only where the measured damage calls for it (`tried_where`), and one
// that is not sure returns its input and says why in `note`.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"
#include "image/condition.h"
#include "image/picture.h"
#include "image/transform.h"

namespace emend::image {

struct StepInfo {
  std::string_view id;       // words with hyphens, for good: "deskew"
  std::string_view summary;  // one line
  std::string_view why;      // what it is good for, where it came from
  // The damage that it is for: any of these. clean() does not run it elsewhere. Empty: it is for every page.
  std::span<const Condition> tried_where{};
  bool sees_colour = false;  // is given the scan's colours; the others see grey
  // What it does to a page leaves the figures that later steps are tried by nearly as they were, so they are not
  // measured again: it paints something over, or turns the lines a little.
  bool keeps_figures = false;
};

struct StepResult {
  Picture picture;
  Transform to_input;  // from pixels of `picture` to pixels of the step's input
  bool was_applied = false;
  float confidence = 0;  // in the measurement behind the decision, 0 to 1
  std::string note;      // for people: "turned by 1.2 degrees", "left alone: no two lines agree on an angle"
  std::map<std::string, double> figures;    // units in the names: {"angle_degrees", 1.2}
  std::vector<document::Region> regions{};  // in pixels of the input: what was taken off the page, for people to see
};

class Step {
 public:
  virtual ~Step() = default;
  virtual const StepInfo& info() const = 0;
  virtual StepResult run(const Picture& input) const = 0;
};

// Every step of step_list.def, in the order in which they are tried.
std::vector<std::unique_ptr<Step>> all_steps();

}  // namespace emend::image
