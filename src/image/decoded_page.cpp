#include "image/decoded_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "image/turn.h"

namespace emend::image {
namespace {

// Below, a page of type would have letters of a few pixels; above, no scanner for paper goes. In dots per inch.
constexpr double kLeastPlausibleDpi = 50;
constexpr double kMostPlausibleDpi = 2400;
// Pixels this far from square make letters too flat to read: the coarse mode of fax (204 by 98) is the usual case.
constexpr double kLargestSquareRatio = 1.2;

void add(Problems& problems, Severity severity, const std::string& subject, int page_number, std::string what,
         std::string hint) {
  problems.push_back({severity, {ErrorKind::kUnreadable, subject, std::move(what), std::move(hint)}, page_number});
}

class SinglePageSource : public ScanSource {
 public:
  SinglePageSource(std::string format, std::string subject, std::string bytes, const ScanOptions& options,
                   DecodePage decode)
      : format_(std::move(format)),
        subject_(std::move(subject)),
        bytes_(std::move(bytes)),
        options_(options),
        decode_(decode) {}

  std::string format() const override { return format_; }
  std::size_t page_count() const override { return 1; }
  Result<LoadedPage> load(std::size_t index) const override {
    if (index != 0) return fail(ErrorKind::kUsage, subject_, fmt::format("has no page {}", index + 1));
    auto decoded = decode_(bytes_, subject_);
    if (!decoded) return fail(decoded.error());
    return finish_page(std::move(*decoded), subject_, 1, options_.resolution_dpi);
  }

 private:
  std::string format_;
  std::string subject_;
  std::string bytes_;
  ScanOptions options_;
  DecodePage decode_;
};

}  // namespace

Status check_page_size(std::int64_t width_px, std::int64_t height_px, const std::string& subject) {
  if (width_px <= 0 || height_px <= 0)
    return fail(ErrorKind::kUnreadable, subject, "says that its picture has no pixels", "scan the page again");
  // Divided rather than multiplied, so that no size can overflow.
  if (width_px > kLargestPagePixels / height_px)
    return fail(ErrorKind::kTooLarge, subject,
                fmt::format("says that its page has {} by {} pixels; the limit is {} million", width_px, height_px,
                            kLargestPagePixels / 1'000'000),
                "reduce the picture, or cut it into parts");
  return {};
}

int believed_resolution(double x_dpi, double y_dpi, int user_dpi, const std::string& subject, int page_number,
                        Problems& problems) {
  const double larger = std::max(x_dpi, y_dpi);
  const double smaller = std::min(x_dpi, y_dpi);
  if (smaller >= kLeastPlausibleDpi && larger > smaller * kLargestSquareRatio)
    add(problems, Severity::kWarning, subject, page_number,
        fmt::format("has pixels that are not square: {:.0f} by {:.0f} dots per inch", x_dpi, y_dpi),
        "convert it to the same resolution both ways");
  if (user_dpi > 0) return user_dpi;
  if (!(larger > 0)) {
    add(problems, Severity::kNote, subject, page_number, "says nothing about its resolution",
        "give it with --dpi if it is known");
    return 0;
  }
  if (!(smaller >= kLeastPlausibleDpi && larger <= kMostPlausibleDpi)) {
    add(problems, Severity::kNote, subject, page_number,
        fmt::format("says that it has {:.0f} by {:.0f} dots per inch, which no scan of a page has", x_dpi, y_dpi),
        "give the right resolution with --dpi");
    return 0;
  }
  const int rounded = static_cast<int>(std::lround(larger));
  if (rounded == 72 || rounded == 96)
    add(problems, Severity::kNote, subject, page_number,
        fmt::format("says that it has {} dots per inch, which programs write when they do not know", rounded),
        "give the right resolution with --dpi");
  return rounded;
}

LoadedPage finish_page(DecodedPage decoded, const std::string& subject, int page_number, int user_dpi) {
  LoadedPage page;
  if (!decoded.damage.empty())
    add(page.problems, Severity::kFailure, subject, page_number,
        "is damaged, and what could not be read is left white: " + decoded.damage, "scan or copy the file again");
  const int dpi = believed_resolution(decoded.x_dpi, decoded.y_dpi, user_dpi, subject, page_number, page.problems);
  page.picture = upright(Picture(decoded.width_px, decoded.height_px, decoded.channels, std::move(decoded.pixels), dpi),
                         decoded.exif_orientation);
  return page;
}

std::unique_ptr<ScanSource> single_page_source(std::string format, std::string subject, std::string bytes,
                                               const ScanOptions& options, DecodePage decode) {
  return std::make_unique<SinglePageSource>(std::move(format), std::move(subject), std::move(bytes), options, decode);
}

}  // namespace emend::image
