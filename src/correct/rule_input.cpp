#include "correct/rule_input.h"

namespace emend::correct {

PreparedText::PreparedText(std::string_view text, const lexicon::Lexicon& lexicon, const document::Document* scan,
                           Rendering rendering)
    : text_(text), lines_(text), tokens_(text::tokenise(text)), lexicon_(lexicon), scan_(scan), rendering_(rendering) {}

}  // namespace emend::correct
