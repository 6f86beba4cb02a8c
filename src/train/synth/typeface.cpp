#include "train/synth/typeface.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <array>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <numbers>
#include <utility>

#include "train/synth/plane.h"

namespace emend::train {
namespace {

namespace fs = std::filesystem;

// Weights were chosen by eye beside pages of the 1930s.
constexpr std::array<TypefaceInfo, 16> kTypefaces{{
    {"gnu-typewriter", "truetype/gnutypewriter/GNUTypewriter.ttf", "fonts-gnutypewriter", false, 0,
     "a worn typewriter; every letter has its bruises"},
    {"courier-prime", "opentype/courier-prime/Courier Prime.otf", "fonts-courier-prime", true, 0,
     "an even office machine"},
    {"courier-prime-bold", "opentype/courier-prime/Courier Prime Bold.otf", "fonts-courier-prime", true, -1.5,
     "a heavy hand on a fresh ribbon"},
    {"tlwg-typewriter", "truetype/tlwg/TlwgTypewriter.ttf", "fonts-tlwg-typewriter-ttf", true, 3,
     "small and round, with long serifs"},
    {"free-mono", "truetype/freefont/FreeMono.ttf", "fonts-freefont-ttf", true, 4,
     "thin and wide; has Greek and Cyrillic"},
    {"free-mono-bold", "truetype/freefont/FreeMonoBold.ttf", "fonts-freefont-ttf", true, -2,
     "dense and dark; has Greek and Cyrillic"},
    {"tlwg-mono", "truetype/tlwg/TlwgMono.ttf", "fonts-tlwg-mono-ttf", true, 2, "plain, with slab serifs"},
    {"tlwg-mono-bold", "truetype/tlwg/TlwgMono-Bold.ttf", "fonts-tlwg-mono-ttf", true, -2, "the same, fully inked"},
    {"nimbus-mono", "opentype/urw-base35/NimbusMonoPS-Regular.otf", "fonts-urw-base35", true, 4,
     "the Courier of golf balls; thin"},
    {"nimbus-mono-bold", "opentype/urw-base35/NimbusMonoPS-Bold.otf", "fonts-urw-base35", true, -1,
     "the Courier of golf balls; heavy"},
    {"tex-gyre-cursor", "opentype/public/tex-gyre/texgyrecursor-regular.otf", "fonts-texgyre", true, 5,
     "a Courier with the letters of Central Europe"},
    {"latin-modern-mono", "opentype/public/lm/lmmono10-regular.otf", "fonts-lmodern", true, 1,
     "upright and narrow, like a daisy wheel"},
    {"latin-modern-mono-light", "opentype/public/lm/lmmonolt10-regular.otf", "fonts-lmodern", true, 2.5,
     "the same, drawn thinner"},
    {"latin-modern-mono-bold", "opentype/public/lm/lmmonolt10-bold.otf", "fonts-lmodern", true, -0.5,
     "the same, drawn thicker"},
    {"cmu-typewriter", "truetype/cmu/cmuntt.ttf", "fonts-cmu", true, 2, "like a daisy wheel; has Greek and Cyrillic"},
    {"liberation-mono", "truetype/liberation/LiberationMono-Regular.ttf", "fonts-liberation", true, 1,
     "without serifs, as on teletypes"},
}};

constexpr std::array<std::string_view, 4> kFontFolders{
    "/usr/share/fonts", "/usr/local/share/fonts", "/run/current-system/sw/share/X11/fonts", "/usr/share/texmf/fonts"};

// FreeType counts pixels in sixty-fourths and slopes in parts of 65536.
constexpr double kPerPixel = 64;
constexpr double kPerOne = 65536;

std::string names_of_all() {
  std::string names;
  for (const TypefaceInfo& info : kTypefaces) {
    if (!names.empty()) names += ", ";
    names += info.name;
  }
  return names;
}

}  // namespace

std::span<const TypefaceInfo> all_typefaces() { return kTypefaces; }

struct Typeface::Face {
  Face() = default;
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;
  ~Face() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }

  FT_Library library = nullptr;
  FT_Face face = nullptr;
  bool has_brackets = true;
  double weight_px = 0;
  double px_of_one_mil = 0;
};

Typeface::Typeface(std::unique_ptr<Face> face) : face_(std::move(face)) {}
Typeface::Typeface(Typeface&&) noexcept = default;
Typeface& Typeface::operator=(Typeface&&) noexcept = default;
Typeface::~Typeface() = default;

Result<Typeface> Typeface::open(std::string_view name, double pitch_px, int resolution_dpi) {
  const TypefaceInfo* info = nullptr;
  for (const TypefaceInfo& candidate : kTypefaces)
    if (candidate.name == name) info = &candidate;
  if (info == nullptr)
    return fail(ErrorKind::kUsage, std::string(name), "there is no such typeface", "choose one of " + names_of_all());

  fs::path path;
  std::error_code ignored;
  for (const std::string_view folder : kFontFolders) {
    path = fs::path(folder) / info->file;
    if (fs::exists(path, ignored)) break;
    path.clear();
  }
  if (path.empty())
    return fail(ErrorKind::kMissing, std::string(info->file), "this typeface is not installed",
                "apt-get install " + std::string(info->package));

  auto opened = std::make_unique<Face>();
  if (FT_Init_FreeType(&opened->library) != 0)
    return fail(ErrorKind::kInternal, path.string(), "FreeType cannot be started");
  FT_Face& face = opened->face;
  if (FT_New_Face(opened->library, path.c_str(), 0, &face) != 0 || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0 ||
      !FT_IS_SCALABLE(face) || FT_Load_Char(face, 'n', FT_LOAD_NO_SCALE) != 0 || face->glyph->metrics.horiAdvance <= 0)
    return fail(ErrorKind::kUnreadable, path.string(), "this is not a font that can be used",
                "reinstall " + std::string(info->package));
  const double em_px = pitch_px * face->units_per_EM / static_cast<double>(face->glyph->metrics.horiAdvance);
  if (FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(std::lround(em_px * kPerPixel)), 72, 72) != 0)
    return fail(ErrorKind::kInternal, path.string(), "FreeType refuses this size");
  opened->has_brackets = info->has_brackets;
  opened->px_of_one_mil = px_of_mil(1, resolution_dpi);
  opened->weight_px = info->weight_mil * opened->px_of_one_mil;
  return Typeface(std::move(opened));
}

char32_t Typeface::key_for(char32_t character) const {
  static constexpr std::u32string_view kBrackets = U"()[]{}";
  if (!face_->has_brackets && kBrackets.find(character) != std::u32string_view::npos) return U'/';
  return FT_Get_Char_Index(face_->face, character) != 0 ? character : 0;
}

Result<Glyph> Typeface::glyph(char32_t character, const GlyphShape& shape) const {
  FT_Face face = face_->face;
  const FT_UInt index = FT_Get_Char_Index(face, character);
  if (index == 0) return Glyph{};
  // Hinting would straighten what the machine made crooked.
  if (FT_Load_Glyph(face, index, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0 ||
      face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
    return fail(ErrorKind::kInternal, face->family_name != nullptr ? face->family_name : "",
                "a letter cannot be drawn");
  FT_Outline* outline = &face->glyph->outline;

  const double weight_px = face_->weight_px + shape.weight_mil * face_->px_of_one_mil;
  const auto strength = static_cast<FT_Pos>(std::lround(weight_px * kPerPixel));
  FT_Outline_Embolden(outline, strength);
  // Embolden grows to the right and up; half of it back keeps the letter in its place.
  FT_Outline_Translate(outline, -strength / 2, -strength / 2);

  const double radians = shape.rotation_degrees * std::numbers::pi / 180;
  const auto cosine = static_cast<FT_Fixed>(std::lround(std::cos(radians) * kPerOne));
  const auto sine = static_cast<FT_Fixed>(std::lround(std::sin(radians) * kPerOne));
  FT_Matrix turn{cosine, -sine, sine, cosine};
  const FT_Pos middle_x = face->glyph->metrics.horiAdvance / 2;
  const FT_Pos middle_y = face->size->metrics.ascender / 3;  // about half the height of a small letter
  FT_Outline_Translate(outline, -middle_x, -middle_y);
  FT_Outline_Transform(outline, &turn);
  FT_Outline_Translate(outline, middle_x, middle_y);

  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0)
    return fail(ErrorKind::kInternal, face->family_name != nullptr ? face->family_name : "",
                "a letter cannot be drawn");
  const FT_Bitmap& bitmap = face->glyph->bitmap;
  Glyph glyph;
  glyph.left_px = face->glyph->bitmap_left;
  glyph.top_px = -face->glyph->bitmap_top;
  glyph.width_px = static_cast<int>(bitmap.width);
  glyph.height_px = static_cast<int>(bitmap.rows);
  glyph.ink.reserve(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
  for (int y = 0; y < glyph.height_px; ++y)
    for (int x = 0; x < glyph.width_px; ++x)
      glyph.ink.push_back(static_cast<float>(bitmap.buffer[static_cast<std::ptrdiff_t>(y) * bitmap.pitch + x]) /
                          255.0F);
  return glyph;
}

}  // namespace emend::train
