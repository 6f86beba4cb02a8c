// PDF through poppler-glib and cairo. Nothing else in the project sees them.
//
// A scanned page is one picture, or a few strips of one, over most of the page. Such a page is drawn at the
// resolution of that picture, so that its pixels come out as they went in. Other pages are drawn at kDrawnDpi.
#include <cairo.h>
#include <fmt/format.h>
#include <poppler.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <utility>

#include "image/decoded_page.h"

namespace emend::image {
namespace {

constexpr double kPointsPerInch = 72;
// For pages of letters rather than pictures, in dots per inch: the size of type that engines are trained on.
constexpr double kDrawnDpi = 300;
// The share of the page that its pictures cover when it is a scan. Margins are sometimes cut away before storing.
constexpr double kScanShare = 0.6;
// Smaller pictures are logos and stamps; strips of a scan are larger. A share of the page.
constexpr double kStripShare = 0.01;
// A picture as coarse as this, below real text, is a backdrop: the page is better drawn at kDrawnDpi.
constexpr double kBackdropDpi = 150;
// cairo's own limit on the sides of a surface, in pixels.
constexpr double kLongestSide = 32'767;

// How far a scan's pixels and its page's size in points may differ by rounding.
constexpr double kPageRoundingPx = 2;

// Poppler and fontconfig keep state of their own behind every document, so one page is drawn at a time in the whole
// program. Drawing takes a small part of the time that reading the page takes.
std::mutex& poppler_mutex() {
  static std::mutex mutex;
  return mutex;
}

void swallow(const gchar*, GLogLevelFlags, const gchar*, gpointer) {}

void quiet_poppler() {
  static const bool is_quiet = [] {
    const auto all = static_cast<GLogLevelFlags>(G_LOG_LEVEL_MASK | G_LOG_FLAG_RECURSION);
    for (const char* domain : {"Poppler", "GLib", "GLib-GObject", "GLib-GIO"})
      g_log_set_handler(domain, all, swallow, nullptr);
    return true;
  }();
  static_cast<void>(is_quiet);
}

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using DocumentPtr = std::unique_ptr<PopplerDocument, Unref>;
using PagePtr = std::unique_ptr<PopplerPage, Unref>;

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using SurfacePtr = std::unique_ptr<cairo_surface_t, DestroySurface>;

struct DestroyCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

tl::unexpected<Error> explain(const GError* error, const std::string& subject) {
  if (error != nullptr && error->domain == POPPLER_ERROR && error->code == POPPLER_ERROR_ENCRYPTED)
    return fail(ErrorKind::kUnreadable, subject, "is protected by a password",
                "remove the password, for example with qpdf --decrypt --password=... IN.pdf OUT.pdf");
  return fail(ErrorKind::kUnreadable, subject,
              std::string("is a damaged PDF file") + (error != nullptr ? std::string(": ") + error->message : ""),
              "repair it, for example with qpdf or mutool clean, or print it into a new PDF file");
}

Result<DocumentPtr> open_document(const std::filesystem::path& path) {
  quiet_poppler();
  std::error_code ignored;
  const std::filesystem::path absolute = std::filesystem::absolute(path, ignored);
  GError* error = nullptr;
  gchar* uri = g_filename_to_uri(absolute.c_str(), nullptr, &error);
  DocumentPtr document(uri == nullptr ? nullptr : poppler_document_new_from_file(uri, nullptr, &error));
  g_free(uri);
  if (document != nullptr) return document;
  auto failure = explain(error, path.string());
  g_clear_error(&error);
  return failure;
}

// Horizontal and vertical dots per inch of a picture of the given size in its place on the page.
struct Density {
  double x_dpi = 0;
  double y_dpi = 0;
  double larger() const { return std::max(x_dpi, y_dpi); }
  double squareness() const { return std::min(x_dpi, y_dpi) / std::max(larger(), 1e-9); }
};

Density density_in(double pixel_width, double pixel_height, double width_pt, double height_pt) {
  return {pixel_width * kPointsPerInch / width_pt, pixel_height * kPointsPerInch / height_pt};
}

// The scan that fills a page; a resolution of 0 when the page is no scan.
struct PageScan {
  double dpi = 0;
  double pixel_width = 0;  // as it stands on the page
  double pixel_height = 0;
};

PageScan scan_on(PopplerPage* page, double page_width_pt, double page_height_pt) {
  GList* mappings = poppler_page_get_image_mapping(page);
  double covered = 0;
  PageScan scan;
  double area_of_dpi = 0;
  for (const GList* item = mappings; item != nullptr; item = item->next) {
    const auto* mapping = static_cast<const PopplerImageMapping*>(item->data);
    const PopplerRectangle& area = mapping->area;
    const double width = std::abs(area.x2 - area.x1);
    const double height = std::abs(area.y2 - area.y1);
    const double visible_width =
        std::min(std::max(area.x1, area.x2), page_width_pt) - std::max(std::min(area.x1, area.x2), 0.0);
    const double visible_height =
        std::min(std::max(area.y1, area.y2), page_height_pt) - std::max(std::min(area.y1, area.y2), 0.0);
    const double share =
        std::max(visible_width, 0.0) * std::max(visible_height, 0.0) / (page_width_pt * page_height_pt);
    if (!(share >= kStripShare)) continue;
    const SurfacePtr surface(poppler_page_get_image(page, mapping->image_id));
    if (surface == nullptr || cairo_surface_get_type(surface.get()) != CAIRO_SURFACE_TYPE_IMAGE) continue;
    const double pixel_width = cairo_image_surface_get_width(surface.get());
    const double pixel_height = cairo_image_surface_get_height(surface.get());
    if (pixel_width <= 1 || pixel_height <= 1) continue;
    covered += share;
    // A page that is stored lying on its side has the picture's width along the page's height.
    Density density = density_in(pixel_width, pixel_height, width, height);
    const Density lying = density_in(pixel_height, pixel_width, width, height);
    const bool is_lying = lying.squareness() > density.squareness();
    if (is_lying) density = lying;
    // Layered scans put a coarse backdrop under a fine mask of the letters; the finer one is what is read.
    const bool is_as_large = share > 0.5 * area_of_dpi;
    if (is_as_large && (density.larger() > scan.dpi || share > 2 * area_of_dpi)) {
      scan = {density.larger(), is_lying ? pixel_height : pixel_width, is_lying ? pixel_width : pixel_height};
      area_of_dpi = share;
    }
  }
  poppler_page_free_image_mapping(mappings);
  return covered >= kScanShare ? scan : PageScan{};
}

bool has_text(PopplerPage* page) {
  gchar* text = poppler_page_get_text(page);
  const bool is_there = text != nullptr && *text != '\0';
  g_free(text);
  return is_there;
}

// Grey where every pixel is grey: scans mostly are, and cairo always hands out colour.
void take_pixels(cairo_surface_t* surface, DecodedPage& page) {
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const auto width = static_cast<std::size_t>(page.width_px);
  const auto height = static_cast<std::size_t>(page.height_px);
  bool is_grey = true;
  for (std::size_t y = 0; y < height && is_grey; ++y) {
    const unsigned char* in = data + y * stride;
    for (std::size_t x = 0; x < width && is_grey; ++x, in += 4) is_grey = in[0] == in[1] && in[0] == in[2];
  }
  page.channels = is_grey ? 1 : 3;
  page.pixels.resize(width * height * static_cast<std::size_t>(page.channels));
  std::uint8_t* out = page.pixels.data();
  for (std::size_t y = 0; y < height; ++y) {
    const unsigned char* in = data + y * stride;  // blue, green, red, unused on every machine Debian's amd64 runs on
    for (std::size_t x = 0; x < width; ++x, in += 4)
      for (int c = 0; c < page.channels; ++c) *out++ = in[c];
  }
}

Result<DecodedPage> draw(PopplerPage* poppler_page, const std::string& subject) {
  double width_pt = 0, height_pt = 0;
  poppler_page_get_size(poppler_page, &width_pt, &height_pt);
  if (!(width_pt > 0 && height_pt > 0) || !std::isfinite(width_pt) || !std::isfinite(height_pt))
    return fail(ErrorKind::kUnreadable, subject, "has a page without a size", "print it into a new PDF file");
  const PageScan scan = scan_on(poppler_page, width_pt, height_pt);
  const bool is_drawn = scan.dpi <= 0 || (scan.dpi < kBackdropDpi && has_text(poppler_page));
  const double dpi = is_drawn ? kDrawnDpi : scan.dpi;

  double width = std::max(std::round(width_pt * dpi / kPointsPerInch), 1.0);
  double height = std::max(std::round(height_pt * dpi / kPointsPerInch), 1.0);
  // Page sizes are rounded to points or less; the scan's own pixels are what the page is drawn to.
  if (!is_drawn && std::abs(width - scan.pixel_width) <= kPageRoundingPx &&
      std::abs(height - scan.pixel_height) <= kPageRoundingPx) {
    width = scan.pixel_width;
    height = scan.pixel_height;
  }
  if (std::max(width, height) > kLongestSide || width * height > static_cast<double>(kLargestPagePixels))
    return fail(ErrorKind::kTooLarge, subject,
                fmt::format("has a page of {:.0f} by {:.0f} inches that would take {:.0f} by {:.0f} pixels",
                            width_pt / kPointsPerInch, height_pt / kPointsPerInch, width, height),
                "reduce the page, or cut it into parts");

  DecodedPage page;
  page.width_px = static_cast<int>(width);
  page.height_px = static_cast<int>(height);
  page.x_dpi = page.y_dpi = dpi;
  const SurfacePtr surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, page.width_px, page.height_px));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    return fail(ErrorKind::kTooLarge, subject, "has a page for which the memory is too small", "reduce the page");
  const std::unique_ptr<cairo_t, DestroyCairo> cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  // Exactly onto whole pixels, so that a scan's pixels are not smeared over their neighbours.
  cairo_scale(cairo.get(), width / width_pt, height / height_pt);
  poppler_page_render(poppler_page, cairo.get());
  cairo_surface_flush(surface.get());
  take_pixels(surface.get(), page);
  return page;
}

class PdfSource : public ScanSource {
 public:
  PdfSource(std::filesystem::path path, const ScanOptions& options, DocumentPtr document, std::size_t page_count)
      : path_(std::move(path)), options_(options), document_(std::move(document)), page_count_(page_count) {}
  ~PdfSource() override {
    const std::lock_guard lock(poppler_mutex());
    document_.reset();
  }

  std::string format() const override { return "PDF"; }
  std::size_t page_count() const override { return page_count_; }

  Result<LoadedPage> load(std::size_t index) const override {
    const std::string subject = path_.string();
    if (index >= page_count_) return fail(ErrorKind::kUsage, subject, fmt::format("has no page {}", index + 1));
    auto decoded = decode(index, subject);
    if (!decoded) return fail(decoded.error());
    return finish_page(std::move(*decoded), subject, static_cast<int>(index + 1), options_.resolution_dpi);
  }

 private:
  Result<DecodedPage> decode(std::size_t index, const std::string& subject) const {
    const std::lock_guard lock(poppler_mutex());
    const PagePtr page(poppler_document_get_page(document_.get(), static_cast<int>(index)));
    if (page == nullptr)
      return fail(ErrorKind::kUnreadable, subject, fmt::format("is a PDF file whose page {} is damaged", index + 1),
                  "repair it, for example with qpdf or mutool clean");
    return draw(page.get(), subject);
  }

  std::filesystem::path path_;
  ScanOptions options_;
  DocumentPtr document_;
  std::size_t page_count_;
};

}  // namespace

Result<std::unique_ptr<ScanSource>> open_pdf(const std::filesystem::path& path, const ScanOptions& options) {
  const std::lock_guard lock(poppler_mutex());
  auto document = open_document(path);
  if (!document) return fail(document.error());
  const int pages = poppler_document_get_n_pages(document->get());
  if (pages <= 0)
    return fail(ErrorKind::kUnreadable, path.string(), "is a PDF file without a page", "print it into a new PDF file");
  return std::make_unique<PdfSource>(path, options, std::move(*document), static_cast<std::size_t>(pages));
}

}  // namespace emend::image
