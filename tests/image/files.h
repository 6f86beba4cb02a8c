// Files that the tests of sources read: made in a folder that goes away with the test.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace emend::image::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  std::filesystem::path file(std::string_view name) const { return path_ / name; }
  std::filesystem::path file(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

std::string bytes_of(const std::filesystem::path& path);

// One TIFF page. `samples` are rows as libtiff takes them: packed bits, bytes or 16-bit words.
struct TiffPage {
  int width = 40;
  int height = 30;
  int bits = 8;
  int samples_per_pixel = 1;
  int photometric = 1;  // PHOTOMETRIC_MINISBLACK
  int compression = 1;  // COMPRESSION_NONE
  float dpi = 300;      // in `unit`; 0: not written
  int unit = 2;         // RESUNIT_INCH
  float y_dpi = 0;      // 0: as dpi
  int orientation = 1;
  int tile = 0;  // side of a tile; 0: strips
  int rows_per_strip = 8;
  bool is_thumbnail = false;
  std::vector<std::uint16_t> palette{};  // 3 << bits entries: red, green, blue
  std::vector<std::uint8_t> left{};      // a pixel of the left half
  std::vector<std::uint8_t> right{};     // a pixel of the right half
};
// The left half of the page has one colour, the right half another: given as the bytes of one pixel, or for
// one-bit pages as {0} or {1}.
void write_tiff(const std::filesystem::path& path, const std::vector<TiffPage>& pages);

// A JPEG file of four printing colours, one colour all over, with or without Adobe's marker (which says "inverted").
std::string cmyk_jpeg(int width, int height, const std::uint8_t (&cmyk)[4], bool is_ycck);

// Inserts an EXIF block with an orientation (and nothing else) behind the first marker of a JPEG file.
std::string with_exif_orientation(const std::string& jpeg, int orientation);

// A PDF page of the given size in points with a grey picture laid over a part of it.
struct PdfPage {
  double width_pt = 612;
  double height_pt = 792;
  int picture_width_px = 0;  // 0: no picture
  int picture_height_px = 0;
  double covered = 1;  // share of the page's width and height that the picture takes
  bool has_text = false;
};
void write_pdf(const std::filesystem::path& path, const std::vector<PdfPage>& pages);

}  // namespace emend::image::testing
