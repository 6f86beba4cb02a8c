// What people are told about the edits of marks that engines render by halves.
#include <array>
#include <span>

#include "correct/rule.h"
#include "correct/structure/print_marks.h"

namespace emend::correct {
namespace {

constexpr RuleInfo described(std::size_t id, std::string_view summary, std::string_view why, std::string_view before,
                             std::string_view after) {
  return {kPrintMarkIds[id], "punctuation", summary, why, before, after, edit::Applicability::kAutomatic};
}

constexpr std::array<RuleInfo, kPrintMarkIds.size()> kInfo = {
    described(
        0, "Read quotation marks as the ink says",
        "A double quote is two strokes of ink above the line and a single one is one. Engines write ‘‘, ‘“ or ‘ for "
        "either. On a scan the strokes are counted, and what the text says of them is set right; a quote that "
        "stands alone moves to the word that it belongs to.",
        "in the filial series. ‘‘ Natural Inheritance”", "in the filial series. “Natural Inheritance”"),
    described(1, "Take out a single quote that has no ink",
              "Specks at the edge of a letter or of the page are read as a quote before or behind a word. On a scan no "
              "stroke hangs there. Apostrophes inside words are left alone.",
              "August. ‘Two days later he was mustered", "August. Two days later he was mustered"),
    described(2, "Take out the thin space before ; : ? and !",
              "Printers set a thin space before high marks, and engines take it for a space between words. Behind a "
              "sentence's end the mark itself is misread, and in a text that was given as a text nobody knows what the "
              "space was: both are left alone.",
              "the rest is of no consequence ; while the others", "the rest is of no consequence; while the others"),
    described(
        3, "Close the space on one side of a dash",
        "A dash stands between two words with a space on both sides or on none. Where it has one on one side only, "
        "the space was read into the gap that the type left there.",
        "Our Last Day— Adieux", "Our Last Day—Adieux"),
    described(
        4, "Take out an underscore at a word's end",
        "A speck or a scratch at the feet of the letters is read as an underscore, which print does not have. Runs "
        "of them are lines to write on and stay.",
        "does not accept suggestion of such a_ kind", "does not accept suggestion of such a kind"),
    described(
        5, "Read an initial among initials as one",
        "Lists of names are full of initials, and no word helps to read them. A comma behind a capital that stands "
        "between an initial with its stop and a name is a stop, and a closing bracket that closes nothing before a "
        "stop and a name is the letter J.",
        "Charles Covert, H. G, Clafflin", "Charles Covert, H. G. Clafflin"),
    described(
        6, "Read a lone « between two words as &",
        "The & of italic and old type is read as an opening French quote. Where the text closes none and it stands "
        "alone between two words, it is the &.",
        "the rich « poor of the town", "the rich & poor of the town"),
};

}  // namespace

std::span<const RuleInfo> print_marks_info() { return kInfo; }

}  // namespace emend::correct
