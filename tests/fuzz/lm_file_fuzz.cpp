// Language models from outside: a file is refused or can be asked anything. The bytes are also tried with fitting
// checksums, as otherwise hardly any would come past them.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

#include "expect.h"
#include "lm/language_model.h"
#include "lm/tiny_model.h"

namespace {

using emend::lm::LanguageModel;
using emend::lm::WordId;

// Questions per file; more would only make each run slower.
constexpr std::uint32_t kQuestions = 200;

void ask(std::string bytes) {
  const auto model = LanguageModel::from_bytes(std::move(bytes), "fuzz");
  if (!model) {
    FUZZ_EXPECT(model.error().kind == emend::ErrorKind::kUnreadable);
    return;
  }
  const auto words = static_cast<std::uint32_t>(model->vocabulary().size());
  LanguageModel::State state = model->begin();
  for (std::uint32_t i = 0; i < kQuestions; ++i) {
    const WordId id = i * 7919 % words;
    FUZZ_EXPECT(std::isfinite(model->score(state, id, state)));
    const std::string form(model->vocabulary().form_of(id));
    model->id_of(form + "x");
    model->counts_of(form);
    FUZZ_EXPECT(std::isfinite(model->unknown_word_log_probability(form)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  ask(bytes);
  ask(emend::lm::resealed(bytes));
  return 0;
}
