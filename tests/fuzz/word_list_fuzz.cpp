// WordListLexicon::parse: any bytes; what it takes can be asked anything.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "expect.h"
#include "lexicon/word_list_lexicon.h"
#include "text/tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Every word is asked below; longer lists would only be slow.
  constexpr std::size_t kLongest = 4096;
  const std::string_view text(reinterpret_cast<const char*>(data), size < kLongest ? size : kLongest);
  const auto words = emend::lexicon::WordListLexicon::parse(text, "fuzz", "input");
  if (!words) {
    FUZZ_EXPECT(words.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  for (const emend::text::Token& token : emend::text::tokenise(text)) {
    const auto answer = words->look_up(token.span.of(text));
    FUZZ_EXPECT(answer.verdict != emend::lexicon::Verdict::kWord || answer.better.empty());
  }
  words->look_up(text);
  return 0;
}
