// TIFF through libtiff. Nothing else in the project sees libtiff.
//
// Pages are read by libtiff's RGBA interface, strip by strip or tile by tile: it knows every compression, bit depth and
// kind of colour, and a damaged strip costs only itself. Each load opens the file anew, since a TIFF handle has a
// current page and so belongs to one thread.
#include <fmt/format.h>
#include <tiffio.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <utility>

#include "image/decoded_page.h"

namespace emend::image {
namespace {

// More pages than any archive keeps in one file; a chain of tiny directories could be endless otherwise.
constexpr std::size_t kMostPages = 100'000;
// What one strip or tile may need while it is decoded: a page of kLargestPagePixels in 16-bit CMYK, uncut, is beyond.
constexpr tmsize_t kLargestAllocation = tmsize_t{1} << 30;
// Without memory mapping, so that a file that shrinks meanwhile is an error and not a crash.
constexpr const char* kUnmapped = "rm";
// libtiff 4.5.0 cannot read uncompressed tiles in any other way: it takes the size of its own buffer for theirs.
constexpr const char* kMapped = "r";
constexpr double kCentimetresPerInch = 2.54;

// The first thing that libtiff complained about. One for each handle, so threads do not mix theirs.
struct Complaint {
  std::string error;
};

int on_error(TIFF*, void* user_data, const char*, const char* format, va_list arguments) {
  auto* complaint = static_cast<Complaint*>(user_data);
  if (!complaint->error.empty()) return 1;
  char text[200];
  std::vsnprintf(text, sizeof text, format, arguments);
  complaint->error = text;
  return 1;  // handled: nothing goes to stderr
}

int on_warning(TIFF*, void*, const char*, const char*, va_list) { return 1; }

class Handle {
 public:
  Handle(const std::filesystem::path& path, const char* mode) {
    TIFFOpenOptions* options = TIFFOpenOptionsAlloc();
    if (options == nullptr) return;
    TIFFOpenOptionsSetErrorHandlerExtR(options, on_error, &complaint_);
    TIFFOpenOptionsSetWarningHandlerExtR(options, on_warning, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, kLargestAllocation);
    tiff_ = TIFFOpenExt(path.c_str(), mode, options);
    TIFFOpenOptionsFree(options);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (tiff_ != nullptr) TIFFClose(tiff_);
  }

  bool is_open() const { return tiff_ != nullptr; }
  TIFF* get() const { return tiff_; }
  const std::string& error() const { return complaint_.error; }
  void forget_error() { complaint_.error.clear(); }

  template <typename T>
  T field(ttag_t tag, T otherwise) const {
    T value{};
    return TIFFGetFieldDefaulted(tiff_, tag, &value) == 1 ? value : otherwise;
  }

 private:
  Complaint complaint_;  // before tiff_: opening already complains
  TIFF* tiff_ = nullptr;
};

tl::unexpected<Error> damaged(const std::string& subject, const Handle& handle) {
  const std::string& why = handle.error();
  return fail(ErrorKind::kUnreadable, subject,
              why.empty() ? "is a damaged TIFF file" : fmt::format("is a damaged TIFF file: {}", why),
              "copy it again from where it came, or scan the page again");
}

// Where a block of RGBA pixels goes in the page. libtiff gives rows from the bottom to the top.
struct Block {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  std::uint32_t width = 0;      // of the block in memory
  std::uint32_t height = 0;     // of the block in memory
  std::uint32_t first_row = 0;  // the row in memory that holds the block's lowest row on the page
  std::uint32_t rows = 0;       // on the page
};

void copy_block(const std::vector<std::uint32_t>& rgba, const Block& block, DecodedPage& page) {
  const std::uint32_t columns = std::min(block.width, static_cast<std::uint32_t>(page.width_px) - block.x);
  for (std::uint32_t r = 0; r < block.rows; ++r) {
    const std::uint32_t* in =
        rgba.data() + static_cast<std::size_t>(block.first_row + block.rows - 1 - r) * block.width;
    std::uint8_t* out = page.pixels.data() +
                        (static_cast<std::size_t>(block.y + r) * static_cast<std::size_t>(page.width_px) + block.x) *
                            static_cast<std::size_t>(page.channels);
    for (std::uint32_t c = 0; c < columns; ++c) {
      // Colours come multiplied by alpha; the rest is white paper.
      const unsigned white = 255 - TIFFGetA(in[c]);
      if (page.channels == 1) {
        *out++ = static_cast<std::uint8_t>(std::min(255u, TIFFGetR(in[c]) + white));
      } else {
        *out++ = static_cast<std::uint8_t>(std::min(255u, TIFFGetB(in[c]) + white));
        *out++ = static_cast<std::uint8_t>(std::min(255u, TIFFGetG(in[c]) + white));
        *out++ = static_cast<std::uint8_t>(std::min(255u, TIFFGetR(in[c]) + white));
      }
    }
  }
}

bool is_grey(const Handle& handle) {
  const auto photometric = handle.field<std::uint16_t>(TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
  if (photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE) return true;
  if (photometric != PHOTOMETRIC_PALETTE) return false;
  std::uint16_t *red = nullptr, *green = nullptr, *blue = nullptr;
  if (TIFFGetField(handle.get(), TIFFTAG_COLORMAP, &red, &green, &blue) != 1) return false;
  const auto bits = handle.field<std::uint16_t>(TIFFTAG_BITSPERSAMPLE, 1);
  if (bits > 8) return false;
  const int count = 1 << bits;
  return std::equal(red, red + count, green) && std::equal(red, red + count, blue);
}

void read_density(const Handle& handle, DecodedPage& page) {
  const auto unit = handle.field<std::uint16_t>(TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
  if (unit != RESUNIT_INCH && unit != RESUNIT_CENTIMETER) return;
  const double factor = unit == RESUNIT_CENTIMETER ? kCentimetresPerInch : 1;
  page.x_dpi = handle.field<float>(TIFFTAG_XRESOLUTION, 0) * factor;
  page.y_dpi = handle.field<float>(TIFFTAG_YRESOLUTION, 0) * factor;
}

// Returns how many strips or tiles could be decoded.
std::size_t read_tiles(Handle& handle, std::uint32_t tile_width, std::uint32_t tile_height, DecodedPage& page) {
  std::vector<std::uint32_t> rgba(static_cast<std::size_t>(tile_width) * tile_height);
  const auto height = static_cast<std::uint32_t>(page.height_px);
  std::size_t good = 0;
  for (std::uint32_t y = 0; y < height; y += tile_height)
    for (std::uint32_t x = 0; x < static_cast<std::uint32_t>(page.width_px); x += tile_width) {
      if (TIFFReadRGBATileExt(handle.get(), x, y, rgba.data(), 0) != 1) continue;
      const std::uint32_t rows = std::min(tile_height, height - y);
      // A tile is stored whole even at the lower edge, where its bottom rows are padding.
      copy_block(rgba, {x, y, tile_width, tile_height, tile_height - rows, rows}, page);
      ++good;
    }
  return good;
}

std::size_t read_strips(Handle& handle, std::uint32_t rows_per_strip, DecodedPage& page) {
  const auto width = static_cast<std::uint32_t>(page.width_px);
  const auto height = static_cast<std::uint32_t>(page.height_px);
  std::vector<std::uint32_t> rgba(static_cast<std::size_t>(width) * rows_per_strip);
  std::size_t good = 0;
  for (std::uint32_t y = 0; y < height; y += rows_per_strip) {
    if (TIFFReadRGBAStripExt(handle.get(), y, rgba.data(), 0) != 1) continue;
    const std::uint32_t rows = std::min(rows_per_strip, height - y);
    copy_block(rgba, {0, y, width, rows_per_strip, 0, rows}, page);
    ++good;
  }
  return good;
}

Result<DecodedPage> decode_page(Handle& handle, const std::string& subject) {
  std::uint32_t width = 0, height = 0;
  if (TIFFGetField(handle.get(), TIFFTAG_IMAGEWIDTH, &width) != 1 ||
      TIFFGetField(handle.get(), TIFFTAG_IMAGELENGTH, &height) != 1)
    return damaged(subject, handle);
  if (auto size = check_page_size(width, height, subject); !size) return fail(size.error());
  char reason[1024] = {};
  if (TIFFRGBAImageOK(handle.get(), reason) != 1)
    return fail(ErrorKind::kUnreadable, subject, std::string("is a TIFF file of a kind that cannot be read: ") + reason,
                "convert it to 8-bit grey");

  DecodedPage page;
  page.width_px = static_cast<int>(width);
  page.height_px = static_cast<int>(height);
  page.channels = is_grey(handle) ? 1 : 3;
  page.exif_orientation = handle.field<std::uint16_t>(TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
  read_density(handle, page);
  // The RGBA interface would mirror, but not turn; upright() does both, from the pixels as they are stored.
  TIFFSetField(handle.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);

  std::uint32_t block_width = width;
  std::uint32_t block_height = 0;
  const bool is_tiled = TIFFIsTiled(handle.get()) != 0;
  if (is_tiled) {
    block_width = handle.field<std::uint32_t>(TIFFTAG_TILEWIDTH, 0);
    block_height = handle.field<std::uint32_t>(TIFFTAG_TILELENGTH, 0);
    if (auto size = check_page_size(block_width, block_height, subject); !size) return fail(size.error());
  } else {
    block_height = std::clamp(handle.field<std::uint32_t>(TIFFTAG_ROWSPERSTRIP, height), 1u, height);
  }
  page.pixels.assign(static_cast<std::size_t>(width) * height * static_cast<std::size_t>(page.channels), 255);
  handle.forget_error();
  const std::size_t good =
      is_tiled ? read_tiles(handle, block_width, block_height, page) : read_strips(handle, block_height, page);
  if (good == 0) return damaged(subject, handle);
  page.damage = handle.error();
  return page;
}

class TiffSource : public ScanSource {
 public:
  TiffSource(std::filesystem::path path, const ScanOptions& options, std::vector<toff_t> offsets,
             std::string damaged_chain)
      : path_(std::move(path)),
        options_(options),
        offsets_(std::move(offsets)),
        damaged_chain_(std::move(damaged_chain)) {}

  std::string format() const override { return "TIFF"; }
  std::size_t page_count() const override { return offsets_.size(); }

  Result<LoadedPage> load(std::size_t index) const override {
    const std::string subject = path_.string();
    if (index >= offsets_.size()) return fail(ErrorKind::kUsage, subject, fmt::format("has no page {}", index + 1));
    auto decoded = decode_at(offsets_[index], subject, kUnmapped);
    if (!decoded) return fail(decoded.error());
    LoadedPage page = finish_page(std::move(*decoded), subject, static_cast<int>(index + 1), options_.resolution_dpi);
    if (index == 0 && !damaged_chain_.empty())
      page.problems.push_back(
          {Severity::kFailure,
           {ErrorKind::kUnreadable, subject,
            fmt::format("is a damaged TIFF file; only {} could be found: {}",
                        offsets_.size() == 1 ? "its first page" : fmt::format("its first {} pages", offsets_.size()),
                        damaged_chain_),
            "copy it again from where it came"},
           0});
    return page;
  }

 private:
  Result<DecodedPage> decode_at(toff_t offset, const std::string& subject, const char* mode) const {
    Handle handle(path_, mode);
    if (!handle.is_open() || TIFFSetSubDirectory(handle.get(), offset) != 1) return damaged(subject, handle);
    if (TIFFIsTiled(handle.get()) != 0 && mode != kMapped) return decode_at(offset, subject, kMapped);
    return decode_page(handle, subject);
  }

  std::filesystem::path path_;
  ScanOptions options_;
  std::vector<toff_t> offsets_;  // of the pages' directories
  std::string damaged_chain_;    // why there may be more pages than were found; empty where all is well
};

}  // namespace

Result<std::unique_ptr<ScanSource>> open_tiff(const std::filesystem::path& path, const ScanOptions& options) {
  const std::string subject = path.string();
  Handle handle(path, kUnmapped);
  if (!handle.is_open()) return damaged(subject, handle);
  std::vector<toff_t> offsets;
  do {
    // Thumbnails and masks stand among the pages, but are none.
    const auto kind = handle.field<std::uint32_t>(TIFFTAG_SUBFILETYPE, 0);
    if ((kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0) offsets.push_back(TIFFCurrentDirOffset(handle.get()));
  } while (offsets.size() < kMostPages && TIFFReadDirectory(handle.get()) == 1);
  if (offsets.empty()) return fail(ErrorKind::kUnreadable, subject, "is a TIFF file without a page");
  return std::make_unique<TiffSource>(path, options, std::move(offsets), handle.error());
}

}  // namespace emend::image
