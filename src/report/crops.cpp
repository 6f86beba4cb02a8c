#include "report/crops.h"

#include <algorithm>
#include <cmath>

#include "image/encode.h"

namespace emend::report {
namespace {

using document::Box;

constexpr std::size_t kNeighbourWords = 2;  // on either side; enough to find the place on the page
constexpr double kLargestWidthPx = 640;     // sharp on dense screens in a card of 400 px
constexpr double kLargestHeightPx = 240;    // four lines of typescript
constexpr int kJpegQuality = 60;            // letters stay clean in grey; about 9 kB a crop

bool are_on_one_line(const document::WordPlace& a, const document::WordPlace& b) {
  return a.page == b.page && a.block == b.block && a.paragraph == b.paragraph && a.line == b.line;
}

Box clipped(Box box, int width_px, int height_px) {
  const int x = std::clamp(box.x, 0, width_px);
  const int y = std::clamp(box.y, 0, height_px);
  return {x, y, std::clamp(box.right(), x, width_px) - x, std::clamp(box.bottom(), y, height_px) - y};
}

// The records to show, by index of their page.
std::map<std::size_t, std::vector<std::size_t>> chosen(const document::Document& document,
                                                       const std::vector<store::ChangeRecord>& records,
                                                       std::size_t& left_out) {
  std::map<std::size_t, std::vector<std::size_t>> by_page;
  std::size_t count = 0;
  for (const bool want_open : {true, false}) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (records[i].box.is_empty() || want_open != (records[i].change.decision.verdict == edit::Verdict::kOpen))
        continue;
      if (count == kMostCrops) {
        ++left_out;
        continue;
      }
      const std::size_t first = store::places_of_change(document, records[i].change.edit.span).first;
      by_page[document.raw.places()[first].page].push_back(i);
      ++count;
    }
  }
  return by_page;
}

Result<Crop> make_crop(const image::Picture& scan, Box area, Box words) {
  area = clipped(area, scan.width_px(), scan.height_px());
  if (area.is_empty()) return fail(ErrorKind::kUnreadable, "", "a word lies outside the scan");
  const double factor = std::min({1.0, kLargestWidthPx / area.width, kLargestHeightPx / area.height});
  const image::Picture grey = image::to_grey(image::crop(scan, area));
  const image::Picture small = factor < 1 ? image::scaled(grey, factor) : grey;
  auto jpeg = image::to_jpeg(small, kJpegQuality);
  if (!jpeg) return fail(jpeg.error());
  const auto to_crop = [&](int px) { return static_cast<int>(std::lround(px * factor)); };
  Crop crop{std::move(*jpeg), small.width_px(), small.height_px(), {}};
  crop.highlight =
      clipped({to_crop(words.x - area.x), to_crop(words.y - area.y), to_crop(words.width), to_crop(words.height)},
              crop.width_px, crop.height_px);
  return crop;
}

}  // namespace

Box crop_area(const document::Document& document, const store::ChangeRecord& record) {
  if (record.box.is_empty()) return {};
  const auto& places = document.raw.places();
  auto [first, last] = store::places_of_change(document, record.change.edit.span);
  if (first == last) return {};
  Box area = record.box;
  const document::WordPlace& first_place = places[first];
  const document::WordPlace& last_place = places[last - 1];
  for (std::size_t n = 0; n < kNeighbourWords && first > 0 && are_on_one_line(places[first - 1], first_place); ++n)
    --first;
  for (std::size_t n = 0; n < kNeighbourWords && last < places.size() && are_on_one_line(places[last], last_place); ++n)
    ++last;
  for (std::size_t i = first; i < last; ++i)
    area = united(area, document::line_at(document, places[i]).words[places[i].word].box);
  const int margin = std::max(4, std::max(document::line_at(document, first_place).box.height, record.box.height) / 2);
  return {area.x - margin, area.y - margin, area.width + 2 * margin, area.height + 2 * margin};
}

Crops make_crops(const document::Document& document, const std::vector<store::ChangeRecord>& records,
                 const std::function<Result<image::Picture>(std::size_t page)>& load_scan) {
  Crops crops;
  if (!load_scan) return crops;
  for (const auto& [page, indices] : chosen(document, records, crops.left_out)) {
    const auto scan = load_scan(page);
    if (!scan) {
      crops.problems.push_back({Severity::kWarning, scan.error(), document.pages[page].number});
      continue;
    }
    bool was_told = false;
    for (const std::size_t i : indices) {
      auto crop = make_crop(*scan, crop_area(document, records[i]), records[i].box);
      if (crop) {
        crops.by_record.emplace(i, std::move(*crop));
      } else if (!was_told) {  // once a page: a scan of another size fails for every word
        crops.problems.push_back({Severity::kNote, crop.error(), document.pages[page].number});
        was_told = true;
      }
    }
  }
  return crops;
}

}  // namespace emend::report
