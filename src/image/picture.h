// A picture as every step and engine sees it: 8 bits a sample, grey or colour.
//
// Immutable and cheap to copy: copies share their pixels. Safe to share between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace emend::image {

class Picture {
 public:
  Picture() = default;
  // `pixels` holds height rows of width * channels bytes. One channel is grey (0 black, 255 white); three are
  // blue, green, red. `resolution_dpi` is 0 where it is unknown.
  Picture(int width_px, int height_px, int channels, std::vector<std::uint8_t> pixels, int resolution_dpi = 0);

  int width_px() const { return width_px_; }
  int height_px() const { return height_px_; }
  int channels() const { return channels_; }
  int resolution_dpi() const { return resolution_dpi_; }
  bool is_empty() const { return width_px_ == 0 || height_px_ == 0; }
  std::size_t row_bytes() const { return static_cast<std::size_t>(width_px_) * static_cast<std::size_t>(channels_); }
  const std::uint8_t* row(int y) const { return pixels_->data() + static_cast<std::size_t>(y) * row_bytes(); }

  // The same pixels said to be of another resolution.
  Picture with_resolution(int resolution_dpi) const;

 private:
  int width_px_ = 0;
  int height_px_ = 0;
  int channels_ = 1;
  int resolution_dpi_ = 0;
  std::shared_ptr<const std::vector<std::uint8_t>> pixels_;
};

}  // namespace emend::image
