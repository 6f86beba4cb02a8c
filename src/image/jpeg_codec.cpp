// JPEG in and out through libjpeg. Nothing else in the project sees libjpeg.
//
// libjpeg leaves its functions by longjmp when something is wrong. So each function with a setjmp is small and has only
// plain locals; what it makes lives in an object of its caller.
#include <cstdio>
// jpeglib.h needs the FILE of <cstdio>.
#include <jpeglib.h>

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <utility>

#include "base/file.h"
#include "image/decoded_page.h"
#include "image/encode.h"
#include "image/exif.h"

namespace emend::image {
namespace {

constexpr int kExifMarker = JPEG_APP0 + 1;
constexpr std::string_view kExifPrefix("Exif\0\0", 6);
// A progressive file has about ten scans; thousands are made only to keep a decoder busy.
constexpr int kMostScans = 500;
constexpr double kCentimetresPerInch = 2.54;
constexpr JDIMENSION kLongestJpegSide = 65500;

struct ErrorState {
  jpeg_error_mgr manager;  // first, so that libjpeg's pointer is a pointer to this
  std::jmp_buf landing;
  char message[JMSG_LENGTH_MAX] = {};
  char warning[JMSG_LENGTH_MAX] = {};
};

ErrorState* state_of(j_common_ptr info) { return reinterpret_cast<ErrorState*>(info->err); }

[[noreturn]] void on_error(j_common_ptr info) {
  ErrorState* state = state_of(info);
  (*info->err->format_message)(info, state->message);
  std::longjmp(state->landing, 1);
}

// Levels below zero are warnings about damaged data; the others are chatter.
void on_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  ErrorState* state = state_of(info);
  if (info->err->num_warnings++ == 0) (*info->err->format_message)(info, state->warning);
}

void on_output(j_common_ptr) {}

void set_up(ErrorState& state) {
  jpeg_std_error(&state.manager);
  state.manager.error_exit = on_error;
  state.manager.emit_message = on_message;
  state.manager.output_message = on_output;
}

class Reader {
 public:
  Reader() {
    set_up(state_);
    info_.err = &state_.manager;
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { jpeg_destroy_decompress(&info_); }

  const char* message() const { return state_.message; }
  const char* warning() const { return state_.warning; }
  int width_px() const { return static_cast<int>(info_.image_width); }
  int height_px() const { return static_cast<int>(info_.image_height); }
  bool is_cmyk() const { return info_.out_color_space == JCS_CMYK; }
  bool is_inverted() const { return info_.saw_Adobe_marker != FALSE; }
  int channels() const { return is_cmyk() ? 4 : info_.out_color_space == JCS_GRAYSCALE ? 1 : 3; }
  int rows_read() const { return static_cast<int>(info_.output_scanline); }

  bool read_header(std::string_view bytes) {
    if (setjmp(state_.landing) != 0) return false;
    jpeg_create_decompress(&info_);
    jpeg_save_markers(&info_, kExifMarker, 0xFFFF);
    jpeg_mem_src(&info_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&info_, TRUE);
    if (info_.jpeg_color_space == JCS_GRAYSCALE)
      info_.out_color_space = JCS_GRAYSCALE;
    else if (info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK)
      info_.out_color_space = JCS_CMYK;
    else
      info_.out_color_space = JCS_EXT_BGR;
    return true;
  }

  bool start() {
    if (setjmp(state_.landing) != 0) return false;
    progress_.progress_monitor = stop_endless_scans;
    info_.progress = &progress_;
    jpeg_start_decompress(&info_);
    return true;
  }

  // The next row into `row`, which has channels() bytes a pixel.
  bool read_row(std::uint8_t* row) {
    if (setjmp(state_.landing) != 0) return false;
    return jpeg_read_scanlines(&info_, &row, 1) == 1;
  }

  void read_density(DecodedPage& page) const {
    for (jpeg_saved_marker_ptr marker = info_.marker_list; marker != nullptr; marker = marker->next) {
      const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
      if (marker->marker != kExifMarker || data.substr(0, kExifPrefix.size()) != kExifPrefix) continue;
      const ExifFields exif = read_exif(data.substr(kExifPrefix.size()));
      page.exif_orientation = exif.orientation;
      page.x_dpi = exif.x_dpi;
      page.y_dpi = exif.y_dpi;
    }
    if (info_.saw_JFIF_marker == FALSE || info_.density_unit == 0) return;
    const double factor = info_.density_unit == 2 ? kCentimetresPerInch : 1;
    const double x_dpi = info_.X_density * factor;
    const double y_dpi = info_.Y_density * factor;
    // Many programs write 72 into the JFIF header without looking, and the truth into EXIF.
    if (page.x_dpi > 0 && (info_.X_density <= 1 || x_dpi == 72 || x_dpi == 96)) return;
    page.x_dpi = x_dpi;
    page.y_dpi = y_dpi;
  }

 private:
  static void stop_endless_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number <= kMostScans) return;
    ErrorState* state = state_of(info);
    std::snprintf(state->message, sizeof state->message, "more than %d scans", kMostScans);
    std::longjmp(state->landing, 1);
  }

  ErrorState state_{};
  jpeg_decompress_struct info_{};
  jpeg_progress_mgr progress_{};
};

tl::unexpected<Error> damaged(const std::string& subject, const char* message) {
  return fail(ErrorKind::kUnreadable, subject, std::string("is a damaged JPEG file: ") + message,
              "copy it again from where it came, or scan the page again");
}

// Printing colours on white paper, without colour management: text needs light and dark only. Adobe's programs store
// them inverted (255 is no ink).
void cmyk_to_bgr(const std::uint8_t* cmyk, std::uint8_t* bgr, int width_px, bool is_inverted) {
  for (int x = 0; x < width_px; ++x, cmyk += 4, bgr += 3) {
    unsigned light[4];
    for (int c = 0; c < 4; ++c) light[c] = is_inverted ? cmyk[c] : 255u - cmyk[c];
    for (int c = 0; c < 3; ++c) bgr[2 - c] = static_cast<std::uint8_t>((light[c] * light[3] + 127) / 255);
  }
}

Result<DecodedPage> decode_jpeg(std::string_view bytes, const std::string& subject) {
  Reader reader;
  if (!reader.read_header(bytes)) return damaged(subject, reader.message());
  if (auto size = check_page_size(reader.width_px(), reader.height_px(), subject); !size) return fail(size.error());
  if (!reader.start()) return damaged(subject, reader.message());

  DecodedPage page;
  page.width_px = reader.width_px();
  page.height_px = reader.height_px();
  page.channels = reader.channels() == 1 ? 1 : 3;
  const std::size_t row_bytes = static_cast<std::size_t>(page.width_px) * static_cast<std::size_t>(page.channels);
  page.pixels.assign(row_bytes * static_cast<std::size_t>(page.height_px), 255);
  std::vector<std::uint8_t> cmyk(reader.is_cmyk() ? static_cast<std::size_t>(page.width_px) * 4 : 0);
  for (int y = 0; y < page.height_px; ++y) {
    std::uint8_t* row = page.pixels.data() + static_cast<std::size_t>(y) * row_bytes;
    if (!reader.read_row(reader.is_cmyk() ? cmyk.data() : row)) {
      if (y == 0) return damaged(subject, reader.message());
      page.damage = reader.message();
      break;
    }
    if (reader.is_cmyk()) cmyk_to_bgr(cmyk.data(), row, page.width_px, reader.is_inverted());
  }
  if (page.damage.empty()) page.damage = reader.warning();
  reader.read_density(page);
  return page;
}

class Writer {
 public:
  Writer() {
    set_up(state_);
    info_.err = &state_.manager;
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    jpeg_destroy_compress(&info_);
    std::free(data_);
  }

  bool write(const Picture& picture, int quality) {
    if (setjmp(state_.landing) != 0) return false;
    jpeg_create_compress(&info_);
    jpeg_mem_dest(&info_, &data_, &size_);
    info_.image_width = static_cast<JDIMENSION>(picture.width_px());
    info_.image_height = static_cast<JDIMENSION>(picture.height_px());
    info_.input_components = picture.channels();
    info_.in_color_space = picture.channels() == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
    jpeg_set_defaults(&info_);
    jpeg_set_quality(&info_, quality, TRUE);
    if (picture.resolution_dpi() > 0) {
      info_.density_unit = 1;
      info_.X_density = info_.Y_density = static_cast<UINT16>(std::min(picture.resolution_dpi(), 0xFFFF));
    }
    jpeg_start_compress(&info_, TRUE);
    for (int y = 0; y < picture.height_px(); ++y) {
      auto* row = const_cast<std::uint8_t*>(picture.row(y));  // libjpeg only reads it
      jpeg_write_scanlines(&info_, &row, 1);
    }
    jpeg_finish_compress(&info_);
    return true;
  }

  const char* message() const { return state_.message; }
  std::string bytes() const { return {reinterpret_cast<const char*>(data_), size_}; }

 private:
  ErrorState state_{};
  jpeg_compress_struct info_{};
  unsigned char* data_ = nullptr;
  unsigned long size_ = 0;
};

}  // namespace

Result<std::unique_ptr<ScanSource>> open_jpeg(const std::filesystem::path& path, const ScanOptions& options) {
  auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  Reader reader;
  if (!reader.read_header(*bytes)) return damaged(path.string(), reader.message());
  if (auto size = check_page_size(reader.width_px(), reader.height_px(), path.string()); !size)
    return fail(size.error());
  return single_page_source("JPEG", path.string(), std::move(*bytes), options, decode_jpeg);
}

Result<std::string> to_jpeg(const Picture& picture, int quality) {
  if (picture.is_empty()) return fail(ErrorKind::kUsage, "", "an empty picture cannot be written as JPEG");
  if (static_cast<JDIMENSION>(std::max(picture.width_px(), picture.height_px())) > kLongestJpegSide)
    return fail(ErrorKind::kTooLarge, "", "a JPEG picture has at most 65500 pixels a side", "write it as PNG");
  Writer writer;
  if (!writer.write(picture, std::clamp(quality, 1, 100)))
    return fail(ErrorKind::kInternal, "", std::string("libjpeg cannot write the picture: ") + writer.message());
  return writer.bytes();
}

}  // namespace emend::image
