#include "house/console_blocks.h"

#include <sstream>

namespace emend::house {

std::vector<Example> examples_of(std::string_view page) {
  std::vector<Example> examples;
  std::istringstream lines{std::string(page)};
  bool is_inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!is_inside) {
      is_inside = line == "```console";
    } else if (line == "```") {
      is_inside = false;
    } else if (line.starts_with("$ ")) {
      examples.push_back({number, line.substr(2), {}});
    } else if (!examples.empty()) {
      examples.back().output.push_back(line);
    }
  }
  return examples;
}

bool matches(const std::vector<std::string>& shown, const std::vector<std::string>& lines) {
  // can[j]: the lines from j on match what is shown from the current line on. From the end backwards.
  std::vector<char> can(lines.size() + 1, 0);
  can.back() = 1;
  for (auto wanted = shown.rbegin(); wanted != shown.rend(); ++wanted) {
    std::vector<char> next(can.size(), 0);
    for (std::size_t j = can.size(); j-- > 0;) {
      if (*wanted == "...")
        next[j] = static_cast<char>(can[j] != 0 || (j + 1 < can.size() && next[j + 1] != 0));
      else
        next[j] = static_cast<char>(j + 1 < can.size() && lines[j] == *wanted && can[j + 1] != 0);
    }
    can = next;
  }
  return can.front() != 0;
}

}  // namespace emend::house
