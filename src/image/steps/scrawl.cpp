// Scrawl: paints over handwriting, frames and long strokes that stand outside the lines of text.
//
// Method: the lines of text are found by their letters (text_lines.h). Connected ink that is much larger than a letter
// and lies outside them is no text; where it runs through a line, the part inside is kept, since letters hang on it.
// What is as small as a letter is never touched. It stays in the scan and is told as regions.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "image/encode.h"
#include "image/ink_pieces.h"
#include "image/letters.h"
#include "image/steps/step_makers.h"
#include "image/text_lines.h"

namespace emend::image {
namespace {

// Less than what the step itself acts on, since letters hide some of it.
constexpr Condition kTriedWhere[] = {{"loose_ink_share", 0.01}};

constexpr StepInfo kInfo{"scrawl",
                         "Paints over handwriting, frames and long strokes outside the lines of text.",
                         "Page analysis takes signatures, marginal notes and stamp frames for letters and columns.",
                         kTriedWhere,
                         false,
                         true};

// Fewer letters in orderly lines on a page do not tell text from other ink.
constexpr std::size_t kFewestLettersOfPage = 60;
// In usual letter heights: the room around a line that belongs to it, for marks above and below and at its ends.
constexpr double kRoomAcross = 0.45;
constexpr double kRoomAlong = 2.0;
// Display type: so many letters, up to so many heights of the small letters beside it, on their baseline but for this
// share of its own height.
constexpr std::size_t kFewestLettersOfDisplay = 3;
constexpr double kLargestDisplay = 4;
constexpr double kSameBaseline = 0.3;
// In usual letter heights: ink with a longer side than this is no letter, nor a few that touch, where it is also
// taller than a line, ...
constexpr double kLargeHeight = 2.4;
// ... or a rule or frame, which fills little of its box.
constexpr double kLongWidth = 8;
constexpr double kThinFill = 0.12;
// Below this share of the ink it disturbs nobody; above the other one the lines of text have not been found.
constexpr double kLeastShare = 0.02;
constexpr double kMostShare = 0.7;
// Ink is below this share of the paper's light.
constexpr double kInkShare = 0.72;

// Whether a line that is not orderly by itself goes on where an orderly one begins or ends: display type in italics
// beside capitals, say.
bool goes_on(const TextLine& line, const TextLine& orderly) {
  if (line.letters < kFewestLettersOfDisplay || line.tall_px > kLargestDisplay * orderly.height_px) return false;
  const bool is_left = line.box.x < orderly.box.x;
  const int gap = is_left ? orderly.box.x - line.box.right() : line.box.x - orderly.box.right();
  const double step =
      is_left ? line.baseline_right - orderly.baseline_left : line.baseline_left - orderly.baseline_right;
  return gap <= line.tall_px && std::abs(step) <= kSameBaseline * line.tall_px;
}

// 255 where a line of text has its room.
cv::Mat rooms_of(const std::vector<TextLine>& lines, cv::Size size, std::size_t& letters) {
  cv::Mat rooms = cv::Mat::zeros(size, CV_8U);
  letters = 0;
  for (const TextLine& line : lines) {
    if (!is_orderly(line)) continue;
    letters += line.letters;
    const int across = static_cast<int>(std::lround(kRoomAcross * line.height_px));
    const int along = static_cast<int>(std::lround(kRoomAlong * line.height_px));
    rooms(cv::Rect(line.box.x - along, line.box.y - across, line.box.width + 2 * along, line.box.height + 2 * across) &
          cv::Rect({}, size)) = 255;
    for (const TextLine& other : lines)
      if (!is_orderly(other) && goes_on(other, line))
        rooms(cv::Rect(other.box.x - across, other.box.y - across, other.box.width + 2 * across,
                       other.box.height + 2 * across) &
              cv::Rect({}, size)) = 255;
  }
  return rooms;
}

struct Scrawls {
  cv::Mat mask;
  std::vector<document::Box> boxes;
};

Scrawls find_scrawls(const cv::Mat& ink, const cv::Mat& rooms, double height_px) {
  const InkPieces found = find_ink_pieces(ink);
  std::vector<int> inside(found.pieces.size(), 0);
  for (const InkRun& run : found.runs)
    inside[run.piece] += cv::countNonZero(rooms(cv::Rect(run.begin, run.y, run.end - run.begin, 1)));
  Scrawls scrawls;
  std::vector<bool> is_scrawl(found.pieces.size(), false);
  for (std::size_t i = 0; i < found.pieces.size(); ++i) {
    const auto& [box, area] = found.pieces[i];
    const bool is_thin = area < kThinFill * box.width * box.height || box.height < kThinFill * box.width;
    const bool is_large = box.height > kLargeHeight * height_px || (box.width > kLongWidth * height_px && is_thin);
    if (!is_large || inside[i] == area) continue;
    is_scrawl[i] = true;
    scrawls.boxes.push_back({box.x, box.y, box.width, box.height});
  }
  scrawls.mask = cv::Mat::zeros(ink.size(), CV_8U);
  paint_pieces(
      found, [&](std::size_t piece) { return is_scrawl[piece]; }, scrawls.mask);
  scrawls.mask &= ~rooms;
  return scrawls;
}

class Scrawl : public Step {
 public:
  const StepInfo& info() const override { return kInfo; }

  StepResult run(const Picture& input) const override {
    if (is_too_small(input)) return left_alone(input, 1, "the picture is too small to hold lines");
    const Letters letters = find_letters(input);
    const LetterHeight height = measure_letter_height(letters);
    const Picture grey_input = to_grey(input);
    const cv::Mat grey = view(grey_input);
    std::size_t believed = 0;
    const cv::Mat rooms = rooms_of(find_text_lines(letters).lines, grey.size(), believed);
    Figures figures{{"x_height_px", height.x_height_px}, {"letters_in_lines", static_cast<double>(believed)}};
    if (believed < kFewestLettersOfPage)
      return left_alone(input, 0, "there are too few lines of text to tell other ink from", std::move(figures));
    const double paper_level = level_of_paper(grey);
    const cv::Mat ink = grey < paper_level * kInkShare;
    Scrawls scrawls = find_scrawls(ink, rooms, height.x_height_px);
    const double share = cv::countNonZero(scrawls.mask) / std::max(1.0, static_cast<double>(cv::countNonZero(ink)));
    figures["scrawl_share_of_ink"] = share;
    if (share < kLeastShare) return left_alone(input, 1, "there is little ink outside the lines", std::move(figures));
    if (share > kMostShare)
      return left_alone(input, 0, "most of the ink would be outside the lines", std::move(figures));
    cv::dilate(scrawls.mask, scrawls.mask, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(3, 3)));
    scrawls.mask &= ~rooms;
    cv::Mat out = grey.clone();
    out.setTo(paper_level, scrawls.mask);
    StepResult result = changed(to_picture(out, input.resolution_dpi()), {}, 1 - share,
                                fmt::format("painted over {} strokes outside the lines, {:.0f} % of the ink",
                                            scrawls.boxes.size(), share * 100),
                                std::move(figures));
    for (const document::Box& box : scrawls.boxes) result.regions.push_back({document::RegionKind::kScrawl, box});
    return result;
  }
};

}  // namespace

std::unique_ptr<Step> make_scrawl() { return std::make_unique<Scrawl>(); }

}  // namespace emend::image
