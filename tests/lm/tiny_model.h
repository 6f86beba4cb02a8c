// A model small enough to reckon with by hand, and a way to damage one so that its checksums still agree.
#pragma once

#include <string>

namespace emend::lm {

// Words "but" (3), "masses" (4), "power" (5), "the" (6). Bigrams "<s> the", "the masses", "the power"; every symbol
// of the character model is as likely as any other. Logarithms are whole numbers of hundredths.
std::string tiny_model_bytes();

// The bytes with checksums that fit them, as an attacker would write them. Bytes without a whole header stay as
// they are.
std::string resealed(std::string bytes);

}  // namespace emend::lm
