#include "ocr/paired_engine.h"

#include <utility>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

class PairedEngine final : public Engine {
 public:
  PairedEngine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special, const LineChoice& choice)
      : general_(std::move(general)), special_(std::move(special)), choice_(choice) {}

  document::Witness describe() const override { return general_->describe(); }
  std::vector<document::Witness> witnesses() const override { return {general_->describe(), special_->describe()}; }

  Result<document::Page> read(const image::Picture& picture) override {
    Result<document::Page> page = general_->read(picture);
    if (!page || fixed_pitch_of(*page).regularity < choice_.perhaps_typed_regularity) return page;
    const Result<document::Page> special = special_->read(picture);
    if (!special) return page;
    return merged_lines(std::move(*page), *special, choice_);
  }

 private:
  std::unique_ptr<Engine> general_;
  std::unique_ptr<Engine> special_;
  LineChoice choice_;
};

}  // namespace

std::unique_ptr<Engine> paired_engine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special,
                                      const LineChoice& choice) {
  return std::make_unique<PairedEngine>(std::move(general), std::move(special), choice);
}

}  // namespace emend::ocr
