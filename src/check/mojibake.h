// UTF-8 that a program took for Windows-1252 and wrote again as UTF-8: "â€™" for "’", "Ã©" for "é".
//
// Such a run, turned back into bytes, is valid UTF-8, which true text next to never is. Pure; linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace emend::check {

struct Mojibake {
  text::Span span;
  std::string meant;
};

// In the order of the text. `text` is valid UTF-8.
std::vector<Mojibake> find_mojibake(std::string_view text);

}  // namespace emend::check
