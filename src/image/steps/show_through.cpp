// Show-through: takes away what shines through from the back of the sheet.
//
// Method: ink is in two strengths where the back shines through, and in one where a ribbon is uneven. So the pieces of
// ink are sorted by how dark their darkest part is, and only where two heaps with a clear valley between them come out
// is the lighter one painted over. Light parts of dark letters stay, since they are near dark ink, and so does what is
// not very light inside the lines of text, since it may be a letter that was hit lightly.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "image/encode.h"
#include "image/ink_pieces.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"
#include "image/text_lines.h"

namespace emend::image {
namespace {

constexpr Condition kTriedWhere[] = {{"show_through_share", 0.03}};

constexpr StepInfo kInfo{"show-through", "Takes away what shines through from the back of the sheet.",
                         "On thin paper engines read the mirrored letters of the other side between the lines.",
                         kTriedWhere};

// As shares of the contrast between paper and black ink: what is darker than paper at all, ...
constexpr double kLeastShine = 0.1;
// ... the darkest that the back can be, and the least distance between the two heaps.
constexpr double kMostShine = 0.55;
constexpr double kLeastApart = 0.3;
// The valley holds no more than this share of the lower of the two heaps.
constexpr double kDeepValley = 0.3;
// Of the ink's pieces by area: fewer are dirt, more would be the text.
constexpr double kFewest = 0.05;
constexpr double kMost = 0.6;
constexpr double kSureHeight = 0.3;
// In heights of small letters: pieces that are counted, and how near dark ink light pixels are a letter's own.
constexpr double kSmallestPiece = 0.3;
constexpr double kLargestPiece = 4;
constexpr double kNear = 0.16;
constexpr double kLeastContrast = 60;
// Inside the lines, as a share of the contrast: what is darker may be a letter.
constexpr double kMostShineInLines = 0.12;
constexpr double kRoom = 0.1;

constexpr std::size_t kBins = 40;
using Heaps = std::array<double, kBins>;

struct Sorted {
  double border = 0;  // between the two heaps, as a share of the contrast
  double light_share = 0;
  double valley_share = 1;
  double apart = 0;
};

// The two heaps of a histogram of darkness, and the valley between them.
Sorted sorted(const Heaps& raw) {
  Heaps heaps{};
  for (std::size_t i = 0; i < kBins; ++i)
    for (int k = -2; k <= 2; ++k) {
      const auto at = static_cast<std::ptrdiff_t>(i) + k;
      if (at >= 0 && at < static_cast<std::ptrdiff_t>(kBins)) heaps[i] += raw[static_cast<std::size_t>(at)] / 5;
    }
  double all = 0;
  for (const double value : raw) all += value;
  Sorted best;
  if (all <= 0) return best;
  const auto last_shine = static_cast<std::size_t>(kMostShine * kBins);
  for (std::size_t border = 2; border <= last_shine; ++border) {
    const auto light = std::max_element(heaps.begin(), heaps.begin() + static_cast<std::ptrdiff_t>(border));
    const auto dark = std::max_element(heaps.begin() + static_cast<std::ptrdiff_t>(border), heaps.end());
    const double lower = std::min(*light, *dark);
    const double valley = lower > 0 ? heaps[border] / lower : 1;
    if (valley >= best.valley_share) continue;
    best.valley_share = valley;
    best.border = static_cast<double>(border) / kBins;
    best.apart = static_cast<double>(dark - light) / kBins;
    double sum = 0;
    for (std::size_t i = 0; i < border; ++i) sum += raw[i];
    best.light_share = sum / all;
  }
  return best;
}

// How dark the pieces of ink are, by their area.
Heaps heaps_of(const cv::Mat& grey, double paper, double contrast, double x_height_px) {
  const cv::Mat ink = grey < paper - kLeastShine * contrast;
  const InkPieces found = find_ink_pieces(ink);
  std::vector<std::uint8_t> darkest(found.pieces.size(), 255);
  for (const InkRun& run : found.runs) {
    const std::uint8_t* level = grey.ptr(run.y);
    darkest[run.piece] = std::min(darkest[run.piece], *std::min_element(level + run.begin, level + run.end));
  }
  Heaps heaps{};
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    const auto& [box, area] = found.pieces[i];
    const int side = std::max(box.width, box.height);
    if (side < kSmallestPiece * x_height_px || side > kLargestPiece * x_height_px) continue;
    const double darkness = (paper - darkest[i]) / contrast;
    heaps[static_cast<std::size_t>(std::clamp(darkness, 0.0, 0.999) * kBins)] += area;
  }
  return heaps;
}

class ShowThrough : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const LetterHeight height = measure_letter_height(find_letters(input));
    Figures figures{{"x_height_px", height.x_height_px}};
    if (height.confidence < kSureHeight)
      return left_alone(input, height.confidence, "there is no text to shine through", std::move(figures));
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    const double paper = level_of_paper(grey), ink = level_at_share(grey, 0.01), contrast = paper - ink;
    figures["contrast_levels"] = contrast;
    if (contrast < kLeastContrast) return left_alone(input, 0, "the ink itself is faint", std::move(figures));
    const Sorted found = sorted(heaps_of(grey, paper, contrast, height.x_height_px));
    figures["light_share_of_ink"] = found.light_share;
    figures["valley_share"] = found.valley_share;
    figures["heaps_apart_share"] = found.apart;
    const double confidence = std::clamp(1 - found.valley_share, 0.0, 1.0);
    if (found.valley_share > kDeepValley || found.apart < kLeastApart)
      return left_alone(input, 1 - confidence, "the ink is of one strength, or of every strength", std::move(figures));
    if (found.light_share < kFewest || found.light_share > kMost)
      return left_alone(input, confidence, "the light ink is too little to matter, or too much to be the back's",
                        std::move(figures));
    const cv::Mat dark = grey < paper - found.border * contrast;
    const int near = 2 * std::max(1, static_cast<int>(std::lround(kNear * height.x_height_px))) + 1;
    cv::Mat own;
    cv::dilate(dark, own, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(near, near)));
    cv::Mat out = grey.clone();
    out.setTo(paper, (grey < paper) & ~own);
    // In the lines that come out then, only what is very light.
    const cv::Mat light = grey > paper - kMostShineInLines * contrast;
    cv::dilate(~light, own, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(near, near)));
    for (const TextLine& line : find_text_lines(to_picture(out, 0)).lines) {
      if (!is_orderly(line)) continue;
      const int room = static_cast<int>(kRoom * height.x_height_px);
      const cv::Rect part =
          cv::Rect(line.box.x - 2 * room, line.box.y - room, line.box.width + 4 * room, line.box.height + 2 * room) &
          cv::Rect({}, grey.size());
      grey(part).copyTo(out(part));
      out(part).setTo(paper, (grey(part) < paper) & ~own(part));
    }
    return changed(
        to_picture(out, input.resolution_dpi()), {}, confidence,
        fmt::format("took away the back of the sheet, {:.0f} % of what looked like ink", found.light_share * 100),
        std::move(figures));
  }
};

}  // namespace

std::unique_ptr<Step> make_show_through() { return std::make_unique<ShowThrough>(); }

}  // namespace emend::image
