// What was chosen from, and why the winner won. Pure; for whoever proposes edits and whoever shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edit.h"

namespace emend::edit {

// Who says something of a candidate. Readers show others by their name.
inline constexpr std::string_view kSaysMisreading = "misreading";  // how often it is read as what stands here
inline constexpr std::string_view kSaysWord = "word";              // how common it is in any text
inline constexpr std::string_view kSaysSentence = "sentence";      // how well it goes with the words around it
inline constexpr std::string_view kSaysDictionary = "dictionary";
inline constexpr std::string_view kSaysDocument = "document";  // how often the document has it
inline constexpr std::string_view kSaysEngine = "engine";      // what the engine read, and how sure it was

// Sorts the likeliest first, equal ones by text; of candidates of one text keeps the likeliest with all probability.
void sort_candidates(std::vector<Candidate>& candidates);

// Gives an edit without candidates those two that every edit has: the text as it stands and the replacement. Where
// there are candidates, the winner's probability becomes the edit's and the others' what that leaves to them.
void complete_candidates(Edit& edit);

// The candidate that the edit puts in, and the likeliest of the others. Null where there is none.
const Candidate* winner(const Edit& edit);
const Candidate* runner_up(const Edit& edit);

// "“the” won over “tho”, the text as it stands: it fits its sentence better and is the commoner word, which outweighs
// the misreading that it supposes." A whole sentence about the winner and the runner-up, which may be the likelier one
// where the edit is only proposed; empty without candidates.
std::string why_it_won(const Edit& edit);

}  // namespace emend::edit
