// UTF-8 that a program took for Windows-1252 or Latin-1 and wrote again as UTF-8: "â€™" for "’", "Ã©" for "é".
//
// Turned back into bytes, such characters are valid UTF-8 for a letter or mark that a text may have. True text next to
// never is: what comes near, a word in capitals whose last letter has an accent before a quote ("GÅ”"), is known, and
// letters of other scripts need two more beside them ("Spaß“" would be one of N'Ko). Undone up to three times over; the
// quote whose last byte Windows-1252 lacks is known without it. Pure; linear in the text.
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
