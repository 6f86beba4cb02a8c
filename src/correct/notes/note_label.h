// What a line or a word may hold of a footnote: a label at a line's beginning, a mark behind a word. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace emend::correct {

struct NoteLabel {
  enum class Kind {
    kBrackets,  // [1], [A]
    kMisread,   // {1}, [1}, 1]
    kSign,      // *, **, †, ‡, X, XX, a)
    kNumber,    // 1, 1., 1)
    kUnread,    // @, ®
  };
  Kind kind = Kind::kBrackets;
  std::size_t size = 0;  // bytes
  std::string label;     // "1", "A", "*", "a"; empty where nothing is legible
};

// At the beginning of a line that goes on with words.
std::optional<NoteLabel> note_label(std::string_view line);

// "[12]" or "[A]" at `at`: the label, or nothing.
std::optional<std::string> bracketed_label(std::string_view text, std::size_t at);

// A sign that a typist hung behind a word, at `at`: "*" in "word* and", "X" in "word X and". Empty for none.
std::string_view sign_mark(std::string_view text, std::size_t at);

}  // namespace emend::correct
