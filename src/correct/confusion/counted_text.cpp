#include "correct/confusion/counted_text.h"

#include "measure/view.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {

std::u32string counted_text(std::string_view text) {
  const std::u32string all = text::to_code_points(text);
  std::u32string whole;
  whole.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == U'-' && i > 0 && text::is_letter(all[i - 1])) {
      std::size_t next = i + 1;
      bool ends_line = false;
      while (next < all.size() && text::is_space(all[next])) ends_line |= all[next++] == U'\n';
      if (ends_line && next < all.size() && text::is_letter(all[next])) {
        i = next - 1;
        continue;
      }
    }
    whole += all[i];
  }
  return measure::viewed(text::to_utf8(whole), {});
}

}  // namespace emend::correct
