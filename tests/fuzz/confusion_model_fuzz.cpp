// Tables of confusions from outside: a table is refused, or can be written, read again the same, searched and mixed.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "correct/confusion/channel.h"
#include "correct/confusion/confusion_model.h"
#include "correct/confusion/prior_mixture.h"
#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace emend::correct;
  const auto model = ConfusionModel::parse({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!model) {
    FUZZ_EXPECT(model.error().kind == emend::ErrorKind::kUnreadable);
    return 0;
  }
  const std::string text = model->to_text("");
  const auto again = ConfusionModel::parse(text, "again");
  FUZZ_EXPECT(again && again->confusions().size() == model->confusions().size());
  const Channel channel(*model);
  FUZZ_EXPECT(std::isfinite(channel.space_lost()) && std::isfinite(channel.row(LetterCase::kSmall, "a").nothing));

  const Prior prior{{"fuzz", "fuzz.tsv", 1, 1}, *model};
  const PriorChoice choice = choose_prior({prior, prior}, SourceKind::kText, {{"tbe", "the"}, {"a", ""}});
  for (const Confusion& confusion : choice.model.confusions())
    FUZZ_EXPECT(confusion.count >= 0 && confusion.count <= confusion.of);
  return 0;
}
