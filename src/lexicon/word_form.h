// How words are compared across lists and dictionaries: one kind of apostrophe, no soft hyphens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace emend::lexicon {

// No word of any language is longer; hunspell itself stops at 100 characters. Longer runs get no opinion.
inline constexpr std::size_t kLongestWordBytes = 200;

// ’ and ʼ as ', without soft hyphens.
inline std::string plain_form(std::string_view word) {
  std::string form;
  form.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    if (word.substr(i, 3) == "’") {
      form += '\'';
      i += 3;
    } else if (word.substr(i, 2) == "ʼ") {
      form += '\'';
      i += 2;
    } else if (word.substr(i, 2) == "\xC2\xAD") {
      i += 2;
    } else {
      form += word[i++];
    }
  }
  return form;
}

}  // namespace emend::lexicon
