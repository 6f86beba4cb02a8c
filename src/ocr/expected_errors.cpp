#include "ocr/expected_errors.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace emend::ocr {
namespace {

// The logarithm of the error rate in percent is near this line; fitted on every second of 50 typed pages.
constexpr double kBase = 0.27;
constexpr double kForUnsure = 5.5;
constexpr double kForNoText = 7.7;
// Beyond, there is more on the page than text, and the line says nothing.
constexpr double kMostNoText = 0.5;

}  // namespace

float expected_error_rate(const document::Page& page) {
  double letters = 0, unsure = 0, no_text = 0;
  for (const document::Block& block : page.blocks)
    for (const document::Paragraph& paragraph : block.paragraphs)
      for (const document::Line& line : paragraph.lines)
        for (const document::Word& word : line.words) {
          const document::Reading& best = word.best();
          const auto length = static_cast<double>(text::count_code_points(best.text));
          letters += length;
          unsure += length * (1 - static_cast<double>(best.confidence));
          if (best.text.empty() && word.readings.size() > 1)
            no_text += static_cast<double>(text::count_code_points(word.readings[1].text));
        }
  if (letters <= 0) return -1;
  const double percent =
      std::exp(kBase + kForUnsure * unsure / letters + kForNoText * std::min(no_text / letters, kMostNoText));
  return static_cast<float>(std::min(1.0, percent / 100));
}

}  // namespace emend::ocr
