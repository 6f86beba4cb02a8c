#include "correct/rule_input.h"

namespace emend::correct {

PreparedText::PreparedText(std::string_view text, const lexicon::Lexicon& lexicon, const document::Document* scan)
    : text_(text), lines_(text), tokens_(text::tokenise(text)), lexicon_(lexicon), scan_(scan) {}

}  // namespace emend::correct
