// Typed pages with known truth, for training, tests and samples: `emend synth`.
//
// The same text, options and libraries give the same bytes on every run and any number of threads.
// Two ways to use it: typed_pages() keeps all pages in memory, write_synth() (write_synth.h) writes them one by one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/box.h"
#include "image/picture.h"
#include "image/transform.h"
#include "train/synth/wear.h"

namespace emend::train {

struct SynthOptions {
  Wear wear = Wear::kOffice;
  std::uint64_t seed = 1;         // of the machine, the paper and all damage
  int resolution_dpi = 300;       // 72 to 600
  std::string typeface;           // a name of all_typefaces(); empty: one that the seed chooses
  int characters_per_inch = 10;   // pica 10, elite 12, micro 15
  int columns = 65;               // in a line; as many as the paper takes at most
  int lines_per_page = 0;         // 0: 54, or as many as the paper takes at this spacing
  double line_spacing = 1;        // 1, 1.5, 2: as on the lever of the machine; 1 to 3
  double most_skew_degrees = -1;  // of the sheet on the glass, either way; below 0: as the wear has it
  bool l_for_one = false;         // type l for 1; the truth says l
  bool O_for_zero = false;        // type O for 0; the truth says O
  bool underlines = false;        // underline what stands _between strokes_; the truth has no strokes
};

struct SynthLine {
  document::Box box;  // around the ink, in pixels of the picture
  std::string text;   // as typed, without the blanks before and behind
  // The line that the letters stand on, from its first cell to its last, in pixels of the picture.
  image::Point left;
  image::Point right;
};

struct SynthPage {
  image::Picture picture;        // grey
  std::string truth;             // UTF-8, as typed, a line feed behind each line
  std::vector<SynthLine> lines;  // from the top down; no blank ones
};

// A text that has been brought to a machine, ready to be typed page by page. Immutable: pages may be made on several
// threads at once.
class SynthJob {
 public:
  // Errors: kUsage (options out of range, unknown typeface, nothing to type), kMissing (the typeface is not
  // installed), kTooLarge, kUnreadable (a broken font).
  static Result<SynthJob> prepare(std::string_view text, const SynthOptions& options);

  SynthJob(SynthJob&&) noexcept;
  SynthJob& operator=(SynthJob&&) noexcept;
  ~SynthJob();

  std::size_t page_count() const;
  SynthPage page(std::size_t index) const;  // index < page_count()
  // How many characters were typed as "?" because the typeface lacks them.
  std::size_t replaced_characters() const;
  std::string_view typeface() const;  // the one in use
  int jpeg_quality() const;           // that goes with the wear

 private:
  struct Parts;
  explicit SynthJob(std::unique_ptr<const Parts> parts);

  std::unique_ptr<const Parts> parts_;
};

// All pages at once; needs about 9 MB a page at 300 dpi. Errors as SynthJob::prepare.
Result<std::vector<SynthPage>> typed_pages(std::string_view text, const SynthOptions& options);

}  // namespace emend::train
