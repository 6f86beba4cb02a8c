#include "check/rule_names.h"

#include <array>

#include "correct/proposers.h"
#include "text/nearest.h"

namespace emend::check {
namespace {

constexpr auto kProposed = edit::Applicability::kProposed;

constexpr std::array<correct::RuleInfo, 8> kCorpusRules = {{
    {kListedWord, "corpus", "Find what a word list of the project calls wrong",
     "A line `!word` or `wrong -> right` in a word list, or a key under [words.bad] of emend.toml, says that a form is "
     "no word, whatever a dictionary thinks. Where the list says what is meant, that is proposed.",
     "tbe committee met", "the committee met", kProposed},
    {kUnknownWord, "corpus", "Find a word that nothing knows in a text full of faults",
     "Neither the language model nor a dictionary has it, the text does not repeat it, and nothing likely enough could "
     "be "
     "proposed for it. In a text that is mostly clean such a word is a name or a rare word and is not told; in one "
     "that "
     "was read badly it is nearly always misread.",
     "the cornrnxttee of tbe wliole", "a word to look up on the page", kProposed},
    {kMojibake, "corpus", "Find text that was decoded with the wrong encoding",
     "UTF-8 that some program took for Windows-1252 shows two or three odd letters for each accented letter or quote. "
     "What comes out when that is undone is valid UTF-8, which hardly ever happens by chance.",
     "the cafÃ© â€“ closed", "the café – closed", kProposed},
    {kNameSpelling, "corpus", "Find a name that the rest of the corpus spells in another way",
     "A name that stands once or twice in the corpus and differs by one letter from a name that stands there many "
     "times "
     "is often a misreading of it. Both may be right: two people may have names alike, so nothing is replaced.",
     "Miliukov … Miliukow", "Miliukov … Miliukov", kProposed},
    {kConvention, "corpus", "Find a file that keeps another convention than the rest of the corpus",
     "Quotes, dashes and footnote marks are written in one way in nearly all files and in another way in this one. "
     "Texts "
     "that came from two sources show so.",
     "\"straight quotes\"", "“curly quotes”", kProposed},
    {kMissingPage, "corpus", "Find a page that is missing in a sequence of files",
     "Files of one folder that differ only in a number are the pages of a document. Where nine of ten numbers are "
     "there, the others were lost. Where the numbers printed at the head or foot of the pages jump between files that "
     "follow each other, with three pages in a row on each side, pages were lost before the files were numbered.",
     "page_001.txt page_003.txt", "page_001.txt page_002.txt page_003.txt", kProposed},
    {kQuality, "corpus", "Find a file that is recognised much worse than its neighbours",
     "The share of wrong words is estimated from what is proposed for the file and from the words that nothing knows. "
     "A file stands out that is many times worse than the median of its folder and lies far outside of what the others "
     "differ among each other (median absolute deviation). It was scanned or read badly; to read it again costs less "
     "than to correct it.",
     "tlie Comm1ttee rnet iu tbe liall", "the Committee met in the hall", kProposed},
    {kUnreviewed, "corpus", "Find changes that nobody has reviewed",
     "A restored document whose changes.jsonl holds changes that were only proposed and applied with --unsafe-fixes, "
     "and "
     "for which decisions.jsonl has no decision of a person.",
     "applied by policy", "accepted or rejected by a person", kProposed},
}};

}  // namespace

std::span<const correct::RuleInfo> corpus_rules() { return kCorpusRules; }

std::vector<correct::RuleInfo> all_rule_infos() {
  std::vector<correct::RuleInfo> infos = correct::all_proposers();
  infos.insert(infos.end(), kCorpusRules.begin(), kCorpusRules.end());
  return infos;
}

std::optional<correct::RuleInfo> find_rule(std::string_view id) {
  for (const correct::RuleInfo& info : kCorpusRules)
    if (info.id == id) return info;
  return correct::find_proposer(id);
}

std::string nearest_rule(std::string_view id) {
  std::vector<std::string> names;
  for (const correct::RuleInfo& info : all_rule_infos()) names.emplace_back(info.id);
  return text::nearest(id, names);
}

}  // namespace emend::check
