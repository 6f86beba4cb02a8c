#include "report/page_pictures.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "image/clean.h"
#include "image/encode.h"

namespace emend::report {
namespace {

// Wide enough to see lines and stains, too small to read.
constexpr double kWidthPx = 420;
constexpr int kQuality = 60;

std::string small_jpeg(const image::Picture& picture) {
  if (picture.is_empty()) return {};
  const double factor = std::min(1.0, kWidthPx / picture.width_px());
  const auto jpeg = image::to_jpeg(image::scaled(picture, factor), kQuality);
  return jpeg ? *jpeg : std::string();
}

// The pages that most probably were read worst, in the order of the document.
std::vector<std::size_t> chosen_pages(const document::Document& document) {
  std::vector<std::size_t> pages(document.pages.size());
  std::iota(pages.begin(), pages.end(), 0U);
  if (pages.size() <= kMostPagePictures) return pages;
  std::stable_sort(pages.begin(), pages.end(), [&](std::size_t a, std::size_t b) {
    return document.pages[a].expected_error_rate > document.pages[b].expected_error_rate;
  });
  pages.resize(kMostPagePictures);
  std::sort(pages.begin(), pages.end());
  return pages;
}

}  // namespace

std::map<std::size_t, PagePictures> make_page_pictures(
    const document::Document& document, const std::function<Result<image::Picture>(std::size_t page)>& load_scan) {
  std::map<std::size_t, PagePictures> pictures;
  if (!load_scan) return pictures;
  const auto steps = image::all_steps();
  for (const std::size_t index : chosen_pages(document)) {
    const document::Page& page = document.pages[index];
    const bool was_changed =
        std::any_of(page.cleaning.begin(), page.cleaning.end(), [](const auto& record) { return record.was_applied; });
    if (page.cleaning.empty()) continue;
    const auto scan = load_scan(index);
    if (!scan) continue;
    PagePictures& made = pictures[index];
    made.before_jpeg = small_jpeg(*scan);
    if (was_changed) made.after_jpeg = small_jpeg(image::cleaned_again(*scan, page.cleaning, steps));
  }
  return pictures;
}

}  // namespace emend::report
