#include "ocr/paired_engine.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "image/line_variants.h"
#include "image/text_lines.h"
#include "ocr/line_evidence.h"
#include "ocr/read_typed_page.h"

namespace emend::ocr {
namespace {

class PairedEngine final : public Engine {
 public:
  PairedEngine(std::unique_ptr<Engine> general, std::unique_ptr<Engine> special, const LineChoice& choice)
      : general_(std::move(general)), special_(std::move(special)), choice_(choice) {}

  document::Witness describe() const override { return general_->describe(); }
  std::vector<document::Witness> witnesses() const override {
    std::vector<document::Witness> all = {general_->describe(), special_->describe()};
    document::Witness line = special_->describe();
    line.variant = "line";
    all.push_back(line);
    for (const std::string_view name : image::line_variant_names()) {
      line.variant = "line, " + std::string(name);
      all.push_back(line);
    }
    return all;
  }

  Result<document::Page> read(const image::Picture& picture) override {
    const image::TextLines found = image::find_text_lines(picture);
    std::optional<Result<document::Page>> special;
    if (image::regularity_of(found) >= choice_.surely_typed_regularity) {
      special = special_->read(picture);
      if (*special && fixed_pitch_of(**special).regularity >= choice_.typed_regularity)
        return read_typed_page({picture, found, std::move(**special), {}}, *general_, *special_, choice_);
    }
    Result<document::Page> page = general_->read(picture);
    if (!page || fixed_pitch_of(*page).regularity < choice_.perhaps_typed_regularity) return page;
    if (!special) special = special_->read(picture);
    if (!*special || !is_typed(*page, **special, choice_)) return page;
    return read_typed_page({picture, found, std::move(**special), std::move(*page)}, *general_, *special_, choice_);
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
