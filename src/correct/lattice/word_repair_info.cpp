// What the decoder's edits are for; the ids are those of word_repair_id.h, in their order.
#include <array>
#include <span>

#include "correct/lattice/word_repair.h"
#include "correct/rule.h"

namespace emend::correct {
namespace {

constexpr RuleInfo described(WordRepairId id, std::string_view summary, std::string_view why, std::string_view before,
                             std::string_view after) {
  return {kWordRepairIds[id], "words", summary, why, before, after, edit::Applicability::kAutomatic};
}

constexpr std::array<RuleInfo, kWordRepairIds.size()> kInfo = {
    described(kMisreadWord, "Read a misread word as the word that it must have been",
              "Worn type and poor copies make one letter look like another, and the result is often no word, or one "
              "that nobody would write there. Every word that its letters might stand for is weighed: how often these "
              "letters are confused, in this document above all; how common the word is; how well it goes with the "
              "words around it. Applied where the weight leaves little doubt; numbers, addresses, code and what may "
              "be a name are left to a person, words among those of another language as they stand.",
              "Tlie prisoner was taken to tho station.", "The prisoner was taken to the station."),
    described(
        kMisreadName, "Read a misread name or capitalised word as the word that it must have been",
        "A capitalised word inside a sentence that neither the dictionaries nor the language model know may be a name "
        "that they have not met, and a text is no proof against a name: a wrong name that looks right is worse than "
        "one that is plainly misread. So from a text alone it is only proposed, with its probability; on a scan the "
        "engine's own readings are weighed, and it is changed like any other word. Whoever would rather have most of "
        "these words repaired, and some names broken, counts them as safe (extend-safe in emend.toml).",
        "The boat left for Sjdney on Monday.", "The boat left for Sydney on Monday."),
    described(kSplitWord, "Join the parts of a word that was torn apart",
              "A wide gap inside a word is read as a space, and a hyphen at the end of a line is lost. Where the parts "
              "together are a word that goes better with the words around it than the parts do, the space goes. Two "
              "words that are written either way are left as they stand.",
              "The gov ernment was informed of it.", "The government was informed of it."),
    described(kJoinedWords, "Put the space back between words that run together",
              "A narrow space is overlooked, and two words become one that is in no dictionary. Each way to divide it "
              "is weighed together with what its letters might have been misread from. Names and compounds that the "
              "document repeats are left alone.",
              "The police ofthe colony were informed.", "The police of the colony were informed."),
    described(
        kStrayLetter, "Take out a lone letter that a speck or a column line left behind",
        "Specks, edges and the rules between columns are read as a letter or a figure that stands alone, and the ends "
        "of words of the next column as one or two letters that are no word. Where the sentence goes on better "
        "without it, and it is no initial, no number and no mark of a list, nothing was meant.",
        "The motion was put to the t meeting and carried.", "The motion was put to the meeting and carried."),
};

}  // namespace

std::span<const RuleInfo> word_repair_info() { return kInfo; }

}  // namespace emend::correct
