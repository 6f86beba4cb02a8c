// The words of other languages that hardly any sentence of them does without: Latin, French, German, Italian, Spanish
// and Dutch, which English records quote most, Portuguese, Welsh, Gaelic, the Scandinavian languages, Polish and Maori.
#pragma once

#include <string_view>

namespace emend::correct {

// `form` is in small letters. That many of them are English words, too, is for the caller to weigh.
bool is_foreign_word(std::string_view form);

}  // namespace emend::correct
