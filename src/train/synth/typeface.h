// The typefaces that pass for a typewriter's, and their letters as coverage of pixels. typeface.cpp is the adapter of
// FreeType.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::train {

struct TypefaceInfo {
  std::string_view name;     // what the user says: "gnu-typewriter"
  std::string_view file;     // below the folders of fonts
  std::string_view package;  // of Debian
  bool has_brackets;         // old machines have none: their typists strike "/" instead, and so does this face
  double weight_mil;         // added to every stroke: some faces are drawn thinner than type prints
  std::string_view looks;    // one line
};

// In the order of the help text; the first is the default of none.
std::span<const TypefaceInfo> all_typefaces();
// The seed chooses among the first ones only: the packages of the others are needed by nobody but who trains a model,
// and a new face must not change the pages of old seeds.
inline constexpr std::size_t kDrawnTypefaces = 6;

// How one key prints its letter, beside its shape.
struct GlyphShape {
  double rotation_degrees = 0;  // counter-clockwise
  double weight_mil = 0;        // added to the strokes; may be negative
};

// Ink from 0 to 1, row by row. `left_px` and `top_px` place it against the cell's left edge on the base line; y grows
// downwards, so `top_px` is negative for what stands above the line.
struct Glyph {
  int left_px = 0;
  int top_px = 0;
  int width_px = 0;
  int height_px = 0;
  std::vector<float> ink;
};

// Not for two threads at once.
class Typeface {
 public:
  // Scaled so that one cell is `pitch_px` wide. Errors: kUsage (no such name, with the names there are), kMissing
  // (the file is not installed; names the package), kUnreadable.
  static Result<Typeface> open(std::string_view name, double pitch_px, int resolution_dpi);

  Typeface(Typeface&&) noexcept;
  Typeface& operator=(Typeface&&) noexcept;
  ~Typeface();

  // The key that prints this character: itself, "/" for a bracket where there is none, 0 where the face lacks it.
  char32_t key_for(char32_t character) const;
  // A blank glyph for a character that the face lacks. Error: kInternal.
  Result<Glyph> glyph(char32_t character, const GlyphShape& shape) const;

 private:
  struct Face;
  explicit Typeface(std::unique_ptr<Face> face);

  std::unique_ptr<Face> face_;
};

}  // namespace emend::train
