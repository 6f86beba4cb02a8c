// What a file format's decoder hands over, and what every format then does with it.
//
// Used by the sources of scan_source.h only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "image/scan_source.h"

namespace emend::image {

struct DecodedPage {
  int width_px = 0;
  int height_px = 0;
  int channels = 1;                  // 1 grey, 3 blue green red
  std::vector<std::uint8_t> pixels;  // as in Picture
  double x_dpi = 0;                  // as the file says; 0 where it says nothing
  double y_dpi = 0;
  int exif_orientation = 1;
  std::string damage;  // not empty: part of the picture could not be decoded and is white
};

// Error kTooLarge beyond kLargestPagePixels, kUnreadable for an empty picture. Called before anything is allocated.
Status check_page_size(std::int64_t width_px, std::int64_t height_px, const std::string& subject);

// The resolution to believe: the user's word if there is one, else the file's where it is plausible, else 0.
// Says in `problems` what it does not believe.
int believed_resolution(double x_dpi, double y_dpi, int user_dpi, const std::string& subject, int page_number,
                        Problems& problems);

// Turns the page upright and judges what the file says about it. `page_number` is from 1.
LoadedPage finish_page(DecodedPage decoded, const std::string& subject, int page_number, int user_dpi);

// Sources by format; each has been given a file of that format. Errors as for open_scan.
Result<std::unique_ptr<ScanSource>> open_png(const std::filesystem::path& path, const ScanOptions& options);
Result<std::unique_ptr<ScanSource>> open_jpeg(const std::filesystem::path& path, const ScanOptions& options);
Result<std::unique_ptr<ScanSource>> open_tiff(const std::filesystem::path& path, const ScanOptions& options);
Result<std::unique_ptr<ScanSource>> open_pdf(const std::filesystem::path& path, const ScanOptions& options);

// A file that holds one picture. `decode` takes the bytes and the subject; it is called for every load.
using DecodePage = Result<DecodedPage> (*)(std::string_view bytes, const std::string& subject);
std::unique_ptr<ScanSource> single_page_source(std::string format, std::string subject, std::string bytes,
                                               const ScanOptions& options, DecodePage decode);

}  // namespace emend::image
