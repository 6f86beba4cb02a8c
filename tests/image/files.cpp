#include "image/files.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <tiffio.h>

#include <cstdio>
#include <fstream>
#include <iterator>
// jpeglib.h needs the FILE of <cstdio>.
#include <jpeglib.h>

namespace emend::image::testing {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "emend-image-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::file(std::string_view name, std::string_view bytes) const {
  std::ofstream(file(name), std::ios::binary) << bytes;
  return file(name);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

namespace {

std::vector<std::uint8_t> row_of(const TiffPage& page, int width, int split) {
  if (page.bits == 1) {
    std::vector<std::uint8_t> row(static_cast<std::size_t>((width + 7) / 8), 0);
    for (int x = 0; x < width; ++x)
      if ((x < split ? page.left : page.right)[0] != 0)
        row[static_cast<std::size_t>(x / 8)] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
    return row;
  }
  std::vector<std::uint8_t> row;
  for (int x = 0; x < width; ++x) {
    const auto& pixel = x < split ? page.left : page.right;
    row.insert(row.end(), pixel.begin(), pixel.end());
  }
  return row;
}

void write_page(TIFF* tiff, const TiffPage& page) {
  TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.width);
  TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.height);
  TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, page.bits);
  TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, page.samples_per_pixel);
  TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, page.photometric);
  TIFFSetField(tiff, TIFFTAG_COMPRESSION, page.compression);
  TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  TIFFSetField(tiff, TIFFTAG_ORIENTATION, page.orientation);
  if (page.is_thumbnail) TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
  if (page.dpi > 0) {
    TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, page.unit);
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, page.dpi);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, page.y_dpi > 0 ? page.y_dpi : page.dpi);
  }
  if (!page.palette.empty()) {
    const std::size_t count = page.palette.size() / 3;
    TIFFSetField(tiff, TIFFTAG_COLORMAP, page.palette.data(), page.palette.data() + count,
                 page.palette.data() + 2 * count);
  }
  const int split = page.width / 2;
  if (page.tile == 0) {
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, page.rows_per_strip);
    for (int y = 0; y < page.height; ++y) {
      auto row = row_of(page, page.width, split);
      TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0);
    }
  } else {
    TIFFSetField(tiff, TIFFTAG_TILEWIDTH, page.tile);
    TIFFSetField(tiff, TIFFTAG_TILELENGTH, page.tile);
    std::uint32_t index = 0;
    for (int y = 0; y < page.height; y += page.tile)
      for (int x = 0; x < page.width; x += page.tile) {
        std::vector<std::uint8_t> tile;
        for (int row = 0; row < page.tile; ++row) {
          const auto bytes = row_of(page, page.tile, split - x);
          tile.insert(tile.end(), bytes.begin(), bytes.end());
        }
        TIFFWriteEncodedTile(tiff, index++, tile.data(), static_cast<tmsize_t>(tile.size()));
      }
  }
  TIFFWriteDirectory(tiff);
}

}  // namespace

void write_tiff(const fs::path& path, const std::vector<TiffPage>& pages) {
  TIFF* tiff = TIFFOpen(path.c_str(), "w");
  for (const TiffPage& page : pages) write_page(tiff, page);
  TIFFClose(tiff);
}

std::string cmyk_jpeg(int width, int height, const std::uint8_t (&cmyk)[4], bool is_ycck) {
  jpeg_error_mgr errors;
  jpeg_compress_struct info;
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* data = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &data, &size);
  info.image_width = static_cast<JDIMENSION>(width);
  info.image_height = static_cast<JDIMENSION>(height);
  info.input_components = 4;
  info.in_color_space = JCS_CMYK;
  jpeg_set_defaults(&info);
  // libjpeg writes Adobe's marker for both, so the values are taken as inverted.
  jpeg_set_colorspace(&info, is_ycck ? JCS_YCCK : JCS_CMYK);
  jpeg_set_quality(&info, 95, TRUE);
  jpeg_start_compress(&info, TRUE);
  std::vector<std::uint8_t> row;
  for (int x = 0; x < width; ++x) row.insert(row.end(), cmyk, cmyk + 4);
  for (int y = 0; y < height; ++y) {
    std::uint8_t* start = row.data();
    jpeg_write_scanlines(&info, &start, 1);
  }
  jpeg_finish_compress(&info);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  jpeg_destroy_compress(&info);
  free(data);
  return bytes;
}

std::string with_exif_orientation(const std::string& jpeg, int orientation) {
  std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0", 32);
  exif[25] = static_cast<char>(orientation);
  std::string marker("\xff\xe1\0", 3);
  marker += static_cast<char>(exif.size() + 2);
  return jpeg.substr(0, 2) + marker + exif + jpeg.substr(2);
}

void write_pdf(const fs::path& path, const std::vector<PdfPage>& pages) {
  cairo_surface_t* pdf = cairo_pdf_surface_create(path.c_str(), 612, 792);
  cairo_t* cairo = cairo_create(pdf);
  for (const PdfPage& page : pages) {
    cairo_pdf_surface_set_size(pdf, page.width_pt, page.height_pt);
    if (page.picture_width_px > 0) {
      cairo_surface_t* picture =
          cairo_image_surface_create(CAIRO_FORMAT_RGB24, page.picture_width_px, page.picture_height_px);
      cairo_t* painter = cairo_create(picture);
      cairo_set_source_rgb(painter, 1, 1, 1);
      cairo_paint(painter);
      // Black columns of one pixel: any smearing shows as grey.
      cairo_set_antialias(painter, CAIRO_ANTIALIAS_NONE);
      cairo_set_source_rgb(painter, 0, 0, 0);
      for (int x = 0; x < page.picture_width_px; x += 2) cairo_rectangle(painter, x, 0, 1, page.picture_height_px);
      cairo_fill(painter);
      cairo_destroy(painter);
      cairo_save(cairo);
      cairo_scale(cairo, page.width_pt * page.covered / page.picture_width_px,
                  page.height_pt * page.covered / page.picture_height_px);
      cairo_set_source_surface(cairo, picture, 0, 0);
      cairo_paint(cairo);
      cairo_restore(cairo);
      cairo_surface_destroy(picture);
    }
    if (page.has_text) {
      cairo_set_source_rgb(cairo, 0, 0, 0);
      cairo_set_font_size(cairo, 12);
      cairo_move_to(cairo, 72, 72);
      cairo_show_text(cairo, "The committee met at noon.");
    }
    cairo_show_page(cairo);
  }
  cairo_destroy(cairo);
  cairo_surface_destroy(pdf);
}

}  // namespace emend::image::testing
