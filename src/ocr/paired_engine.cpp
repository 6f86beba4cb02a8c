#include "ocr/paired_engine.h"

#include <utility>

#include "ocr/line_evidence.h"

namespace emend::ocr {
namespace {

class PairedEngine final : public Engine {
 public:
  PairedEngine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special, const PairedOptions& options)
      : general_(std::move(general)), special_(std::move(special)), options_(options) {}

  document::Witness describe() const override { return general_->describe(); }
  std::vector<document::Witness> witnesses() const override { return {general_->describe(), special_->describe()}; }

  Result<document::Page> read(const image::Picture& picture) override {
    Result<document::Page> page = general_->read(picture);
    if (!page || fixed_pitch_of(*page).regularity < options_.least_regularity) return page;
    const Result<document::Page> special = special_->read(picture);
    if (!special) return page;
    return merged_lines(std::move(*page), *special, options_.choice);
  }

 private:
  std::unique_ptr<Engine> general_;
  std::unique_ptr<Engine> special_;
  PairedOptions options_;
};

}  // namespace

std::unique_ptr<Engine> paired_engine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special,
                                      const PairedOptions& options) {
  return std::make_unique<PairedEngine>(std::move(general), std::move(special), options);
}

}  // namespace emend::ocr
