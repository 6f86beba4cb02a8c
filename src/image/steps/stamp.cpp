// Stamp: paints over stamps and pencil in another colour than the text's, while the scan still has its colours.
//
// Method: ink whose colour channels differ (coloured_ink.h). Where it makes lines of the text's own size it was typed,
// with a red ribbon say, and stays. It stays in the scan and is told as regions.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "image/coloured_ink.h"
#include "image/encode.h"
#include "image/ink_pieces.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"
#include "image/text_lines.h"

namespace emend::image {
namespace {

constexpr double kLeastShare = 0.03;
// Above, it is the text that is coloured.
constexpr double kMostShare = 0.35;
constexpr Condition kTriedWhere[] = {{"coloured_ink_share", kLeastShare, kMostShare}};

constexpr StepInfo kInfo{
    "stamp",
    "Paints over stamps and pencil of another colour than the text's.",
    "Once a page is grey, a violet stamp across a line looks like the line, and its letters are read into it.",
    kTriedWhere,
    true,
    true};

// Lines of coloured letters that are typed: so many letters, of the page's size within these shares.
constexpr std::size_t kFewestLetters = 6;
constexpr double kSmallest = 0.75;
constexpr double kLargest = 1.35;
// In heights of small letters: what is kept around such a line, and what makes one region.
constexpr double kRoom = 0.6;
constexpr double kTogether = 1.0;
constexpr double kLeastRegion = 1.0;
constexpr std::size_t kFewestLettersOfPage = 60;

void keep_typed(cv::Mat& mask, double letter_height_px) {
  const Picture coloured = to_picture(255 - mask, 0);
  for (const TextLine& line : find_text_lines(coloured).lines) {
    if (line.letters < kFewestLetters || !is_orderly(line)) continue;
    if (line.height_px < kSmallest * letter_height_px || line.height_px > kLargest * letter_height_px) continue;
    const int room = static_cast<int>(kRoom * letter_height_px);
    mask(cv::Rect(line.box.x - room, line.box.y - room, line.box.width + 2 * room, line.box.height + 2 * room) &
         cv::Rect({}, mask.size())) = 0;
  }
}

std::vector<document::Region> regions_of(const cv::Mat& mask, double letter_height_px) {
  cv::Mat joined;
  const int together = std::max(3, static_cast<int>(kTogether * letter_height_px)) | 1;
  cv::dilate(mask, joined, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(together, together)));
  const int rim = together / 2;
  std::vector<document::Region> regions;
  for (const auto& [around, area] : find_ink_pieces(joined).pieces) {
    const document::Box box{around.x + rim, around.y + rim, std::max(1, around.width - 2 * rim),
                            std::max(1, around.height - 2 * rim)};
    if (std::max(box.width, box.height) >= kLeastRegion * letter_height_px)
      regions.push_back({document::RegionKind::kStamp, box});
  }
  return regions;
}

class Stamp : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (input.channels() != 3) return left_alone(input, 1, "the scan has no colours");
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Letters letters = find_letters(input);
    if (letters.boxes.size() < kFewestLettersOfPage)
      return left_alone(input, 0, "there is too little text to tell a stamp from");
    const double height_px = measure_letter_height(letters).x_height_px;
    const cv::Mat colours = view(input);
    ColouredInk found = find_coloured_ink(colours);
    Figures figures{{"coloured_ink_share", found.share}};
    if (found.share > kMostShare)
      return left_alone(input, found.share, "so much of the ink is coloured that it is the text", std::move(figures));
    keep_typed(found.mask, height_px);
    const double share = cv::countNonZero(found.mask) / std::max(1.0, static_cast<double>(cv::countNonZero(found.ink)));
    figures["stamp_share_of_ink"] = share;
    if (share < kLeastShare)
      return left_alone(input, 1, "there is little coloured ink beside the text", std::move(figures));
    std::vector<document::Region> regions = regions_of(found.mask, height_px);
    // The soft rim is coloured less.
    cv::Mat wide;
    cv::dilate(found.mask, wide, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(5, 5)));
    std::vector<cv::Mat> channels;
    cv::split(colours, channels);
    cv::Scalar paper;
    cv::Mat least;
    for (int i = 0; i < 3; ++i) {
      const cv::Mat& channel = channels[static_cast<std::size_t>(i)];
      paper[i] = level_of_paper(channel);
      if (i == 0) least = channel.clone();
      cv::min(least, channel, least);
    }
    // Of the rim only what is lighter than black ink: strokes of the text that a stamp crosses stay.
    const cv::Mat rim = wide & (least > 0.45 * std::min({paper[0], paper[1], paper[2]}));
    cv::Mat out = colours.clone();
    out.setTo(paper, found.mask | rim);
    StepResult result = changed(
        to_picture(out, input.resolution_dpi()), {}, 1 - share / kMostShare,
        fmt::format("painted over coloured ink that is no text, {:.0f} % of the ink", share * 100), std::move(figures));
    result.regions = std::move(regions);
    return result;
  }
};

}  // namespace

std::unique_ptr<Step> make_stamp() { return std::make_unique<Stamp>(); }

}  // namespace emend::image
