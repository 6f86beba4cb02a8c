// PNG in and out through libpng. Nothing else in the project sees libpng.
//
// libpng leaves its functions by longjmp when something is wrong. So each function with a setjmp is small and has only
// plain locals; what it makes lives in an object of its caller.
#include <png.h>

#include <cmath>
#include <csetjmp>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "image/decoded_page.h"
#include "image/encode.h"
#include "image/exif.h"

namespace emend::image {
namespace {

constexpr double kInchesPerMetre = 39.3701;
// zlib's middle: 1 is fast and large, 9 is slow and hardly smaller on scans.
constexpr int kCompressionLevel = 4;

// What the error callback needs, for reading and for writing.
struct Escape {
  std::jmp_buf landing;
  char message[120] = {};
};

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
  auto* escape = static_cast<Escape*>(png_get_error_ptr(png));
  std::strncpy(escape->message, message, sizeof escape->message - 1);
  std::longjmp(escape->landing, 1);
}

void on_warning(png_structp, png_const_charp) {}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, &escape_, on_error, on_warning);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { png_destroy_read_struct(&png_, &info_, nullptr); }

  bool is_ready() const { return png_ != nullptr && info_ != nullptr; }
  const char* message() const { return escape_.message; }
  std::int64_t width_px() const { return width_px_; }
  std::int64_t height_px() const { return height_px_; }
  int channels() const { return channels_; }  // 1 grey, 2 with alpha, 3 colour, 4 with alpha
  std::int64_t rows_read() const { return rows_read_; }

  bool read_header() {
    if (setjmp(escape_.landing) != 0) return false;
    png_set_read_fn(png_, this, read_bytes);
    png_read_info(png_, info_);
    width_px_ = png_get_image_width(png_, info_);
    height_px_ = png_get_image_height(png_, info_);
    return true;
  }

  // Asks for 8 bits a sample, without palette.
  bool prepare() {
    if (setjmp(escape_.landing) != 0) return false;
    png_set_expand(png_);
    png_set_scale_16(png_);
    if (has_grey_palette()) png_set_rgb_to_gray_fixed(png_, 1, -1, -1);
    png_set_bgr(png_);
    passes_ = png_set_interlace_handling(png_);
    png_read_update_info(png_, info_);
    channels_ = png_get_channels(png_, info_);
    return true;
  }

  // `pixels` has room for all; what is not reached stays as it was. False when the file broke off or is damaged.
  bool read_rows(std::uint8_t* pixels) {
    if (setjmp(escape_.landing) != 0) return false;
    const std::size_t row_bytes = static_cast<std::size_t>(width_px_) * static_cast<std::size_t>(channels_);
    for (int pass = 0; pass < passes_; ++pass)
      for (std::int64_t y = 0; y < height_px_; ++y) {
        // As the "display row", so that the passes of an interlaced file fill the gaps of those to come.
        png_read_row(png_, nullptr, pixels + static_cast<std::size_t>(y) * row_bytes);
        if (pass == 0) ++rows_read_;
      }
    return true;
  }

  void read_density(DecodedPage& page) {
    if (setjmp(escape_.landing) != 0) return;
    png_uint_32 x = 0;
    png_uint_32 y = 0;
    int unit = PNG_RESOLUTION_UNKNOWN;
    if (png_get_pHYs(png_, info_, &x, &y, &unit) != 0 && unit == PNG_RESOLUTION_METER) {
      page.x_dpi = x / kInchesPerMetre;
      page.y_dpi = y / kInchesPerMetre;
    }
    png_uint_32 exif_bytes = 0;
    png_bytep exif = nullptr;
    if (png_get_eXIf_1(png_, info_, &exif_bytes, &exif) != 0)
      page.exif_orientation = read_exif({reinterpret_cast<const char*>(exif), exif_bytes}).orientation;
  }

 private:
  static void read_bytes(png_structp png, png_bytep out, std::size_t count) {
    auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
    if (reader->rest_.size() < count) png_error(png, "the file ends too early");
    std::memcpy(out, reader->rest_.data(), count);
    reader->rest_.remove_prefix(count);
  }

  bool has_grey_palette() {
    png_colorp palette = nullptr;
    int count = 0;
    if (png_get_PLTE(png_, info_, &palette, &count) == 0) return false;
    if (png_get_color_type(png_, info_) != PNG_COLOR_TYPE_PALETTE) return false;
    for (int i = 0; i < count; ++i)
      if (palette[i].red != palette[i].green || palette[i].red != palette[i].blue) return false;
    return true;
  }

  Escape escape_;
  std::string_view rest_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  std::int64_t width_px_ = 0;
  std::int64_t height_px_ = 0;
  std::int64_t rows_read_ = 0;
  int channels_ = 1;
  int passes_ = 1;
};

tl::unexpected<Error> damaged(const std::string& subject, const char* message) {
  return fail(ErrorKind::kUnreadable, subject, std::string("is a damaged PNG file: ") + message,
              "copy it again from where it came, or scan the page again");
}

// Lays what is see-through on white paper.
std::vector<std::uint8_t> without_alpha(const std::vector<std::uint8_t>& pixels, int channels) {
  const auto colours = static_cast<std::size_t>(channels - 1);
  std::vector<std::uint8_t> opaque(pixels.size() / static_cast<std::size_t>(channels) * colours);
  std::uint8_t* out = opaque.data();
  for (std::size_t i = 0; i < pixels.size(); i += static_cast<std::size_t>(channels)) {
    const unsigned alpha = pixels[i + colours];
    for (std::size_t c = 0; c < colours; ++c)
      *out++ = static_cast<std::uint8_t>((pixels[i + c] * alpha + 255 * (255 - alpha) + 127) / 255);
  }
  return opaque;
}

Result<DecodedPage> decode_png(std::string_view bytes, const std::string& subject) {
  Reader reader(bytes);
  if (!reader.is_ready()) return fail(ErrorKind::kInternal, subject, "libpng could not be started");
  if (!reader.read_header()) return damaged(subject, reader.message());
  if (auto size = check_page_size(reader.width_px(), reader.height_px(), subject); !size) return fail(size.error());
  if (!reader.prepare()) return damaged(subject, reader.message());

  DecodedPage page;
  page.width_px = static_cast<int>(reader.width_px());
  page.height_px = static_cast<int>(reader.height_px());
  page.pixels.assign(static_cast<std::size_t>(reader.width_px() * reader.height_px() * reader.channels()), 255);
  if (!reader.read_rows(page.pixels.data())) {
    if (reader.rows_read() == 0) return damaged(subject, reader.message());
    page.damage = reader.message();
  }
  page.channels = reader.channels();
  if (page.channels == 2 || page.channels == 4) {
    page.pixels = without_alpha(page.pixels, page.channels);
    --page.channels;
  }
  reader.read_density(page);
  return page;
}

class Writer {
 public:
  Writer() {
    png_ = png_create_write_struct(PNG_LIBPNG_VER_STRING, &escape_, on_error, on_warning);
    if (png_ != nullptr) info_ = png_create_info_struct(png_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { png_destroy_write_struct(&png_, &info_); }

  bool write(const Picture& picture) {
    if (png_ == nullptr || info_ == nullptr) return false;
    if (setjmp(escape_.landing) != 0) return false;
    png_set_write_fn(png_, this, take_bytes, nullptr);
    png_set_compression_level(png_, kCompressionLevel);
    png_set_IHDR(png_, info_, static_cast<png_uint_32>(picture.width_px()),
                 static_cast<png_uint_32>(picture.height_px()), 8,
                 picture.channels() == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (picture.resolution_dpi() > 0) {
      const auto per_metre = static_cast<png_uint_32>(std::lround(picture.resolution_dpi() * kInchesPerMetre));
      png_set_pHYs(png_, info_, per_metre, per_metre, PNG_RESOLUTION_METER);
    }
    png_write_info(png_, info_);
    png_set_bgr(png_);
    for (int y = 0; y < picture.height_px(); ++y) png_write_row(png_, picture.row(y));
    png_write_end(png_, info_);
    return true;
  }

  const char* message() const { return escape_.message; }
  std::string bytes;

 private:
  static void take_bytes(png_structp png, png_bytep data, std::size_t count) {
    static_cast<Writer*>(png_get_io_ptr(png))->bytes.append(reinterpret_cast<const char*>(data), count);
  }

  Escape escape_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
};

}  // namespace

Result<std::unique_ptr<ScanSource>> open_png(const std::filesystem::path& path, const ScanOptions& options) {
  auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  Reader reader(*bytes);
  if (!reader.is_ready()) return fail(ErrorKind::kInternal, path.string(), "libpng could not be started");
  if (!reader.read_header()) return damaged(path.string(), reader.message());
  if (auto size = check_page_size(reader.width_px(), reader.height_px(), path.string()); !size)
    return fail(size.error());
  return single_page_source("PNG", path.string(), std::move(*bytes), options, decode_png);
}

Result<std::string> to_png(const Picture& picture) {
  if (picture.is_empty()) return fail(ErrorKind::kUsage, "", "an empty picture cannot be written as PNG");
  Writer writer;
  if (!writer.write(picture))
    return fail(ErrorKind::kInternal, "", std::string("libpng cannot write the picture: ") + writer.message());
  return std::move(writer.bytes);
}

}  // namespace emend::image
