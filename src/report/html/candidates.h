// What a change was chosen from: the candidates with their shares, and what each source said of them.
#pragma once

#include <string>

#include "edit/edit.h"

namespace emend::report::html {

// A small table, and what the sources say folded away below it, with `evidence` (HTML) last. Where there is nothing to
// choose from but the change and the text as it stands, weighed by nobody, the card says that already: then the
// evidence alone.
std::string candidates_html(const edit::Edit& edit, const std::string& evidence);

}  // namespace emend::report::html
