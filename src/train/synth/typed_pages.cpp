#include "train/synth/typed_pages.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "text/utf8.h"
#include "train/synth/random.h"

namespace emend::train {
namespace {

// American letter paper, in inches, with the margins that secretarial manuals ask for.
constexpr double kPaperWidth = 8.5;
constexpr double kPaperHeight = 11;
constexpr double kLeftMargin = 1.25;
constexpr double kTopMargin = 1;
constexpr double kNarrowestRightMargin = 0.35;
constexpr double kLowestLine = 10.5;
constexpr double kLinesPerInch = 6;
constexpr int kUsualLines = 54;

int most_columns(const SynthOptions& options) {
  return static_cast<int>((kPaperWidth - kLeftMargin - kNarrowestRightMargin) * options.characters_per_inch);
}

int most_lines(const SynthOptions& options) {
  return static_cast<int>((kLowestLine - kTopMargin) * kLinesPerInch / options.line_spacing);
}

Status check(const SynthOptions& options) {
  const auto wrong = [](std::string what, std::string hint) { return fail(ErrorKind::kUsage, "", what, hint); };
  if (options.resolution_dpi < 72 || options.resolution_dpi > 600)
    return wrong("a resolution of " + std::to_string(options.resolution_dpi) + " dpi cannot be made",
                 "choose 72 to 600");
  if (options.characters_per_inch != 10 && options.characters_per_inch != 12 && options.characters_per_inch != 15)
    return wrong("typewriters have 10, 12 or 15 characters an inch", "choose one of these");
  if (!(options.line_spacing >= 1 && options.line_spacing <= 3))
    return wrong("this line spacing cannot be set", "choose 1 to 3");
  if (options.columns < 10 || options.columns > most_columns(options))
    return wrong("lines of " + std::to_string(options.columns) + " characters do not fit the paper",
                 "choose 10 to " + std::to_string(most_columns(options)));
  if (!(options.most_skew_degrees <= 5)) return wrong("no scan is as crooked as that", "choose 0 to 5 degrees");
  if (options.lines_per_page < 0 || options.lines_per_page > most_lines(options))
    return wrong(std::to_string(options.lines_per_page) + " lines do not fit the paper",
                 "choose at most " + std::to_string(most_lines(options)));
  return {};
}

Sheet sheet_of(const SynthOptions& options, int resolution_dpi) {
  Sheet sheet;
  sheet.resolution_dpi = resolution_dpi;
  sheet.width_px = static_cast<int>(kPaperWidth * resolution_dpi);
  sheet.height_px = static_cast<int>(kPaperHeight * resolution_dpi);
  sheet.left_px = kLeftMargin * resolution_dpi;
  sheet.pitch_px = static_cast<double>(resolution_dpi) / options.characters_per_inch;
  sheet.line_px = options.line_spacing * resolution_dpi / kLinesPerInch;
  sheet.top_px = kTopMargin * resolution_dpi + sheet.line_px;
  return sheet;
}

std::string typeface_of(const SynthOptions& options) {
  if (!options.typeface.empty()) return options.typeface;
  const auto faces = all_typefaces().first(kDrawnTypefaces);
  Random random = Random(options.seed).stream("typeface");
  return std::string(faces[static_cast<std::size_t>(random.count(0, static_cast<int>(faces.size()) - 1))].name);
}

std::u32string characters_of(const TypedText& typed) {
  std::u32string all = U"etaoinshrdlucm";  // slips of the finger may need them
  for (const PageText& page : typed.pages) {
    for (const std::u32string& line : page.lines) all += line;
    for (const std::vector<bool>& cells : page.underlined)
      if (!cells.empty()) all += U'_';
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string truth_of(const PageText& page) {
  std::string truth;
  for (const std::u32string& line : page.lines) truth += text::to_utf8(line) + "\n";
  return truth;
}

image::Picture picture_of(const Plane& page, int resolution_dpi) {
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(page.width_px()) * static_cast<std::size_t>(page.height_px()));
  for (int y = 0; y < page.height_px(); ++y)
    for (int x = 0; x < page.width_px(); ++x)
      pixels.push_back(static_cast<std::uint8_t>(std::clamp(page.row(y)[x], 0.0F, 1.0F) * 255 + 0.5F));
  return {page.width_px(), page.height_px(), 1, std::move(pixels), resolution_dpi};
}

}  // namespace

struct SynthJob::Parts {
  SynthOptions options;
  std::string typeface;
  WearFigures figures;
  Sheet sheet;
  KeyImpressions keys;
  // The other side of the sheet is never seen sharply, so half the resolution is enough for it.
  Sheet back_sheet;
  KeyImpressions back_keys;
  TypedText typed;
};

SynthJob::SynthJob(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
SynthJob::SynthJob(SynthJob&&) noexcept = default;
SynthJob& SynthJob::operator=(SynthJob&&) noexcept = default;
SynthJob::~SynthJob() = default;

std::size_t SynthJob::page_count() const { return parts_->typed.pages.size(); }
std::size_t SynthJob::replaced_characters() const { return parts_->typed.replaced_characters; }
std::string_view SynthJob::typeface() const { return parts_->typeface; }
int SynthJob::jpeg_quality() const { return parts_->figures.jpeg_quality; }

Result<SynthJob> SynthJob::prepare(std::string_view text, const SynthOptions& options) {
  if (const Status status = check(options); !status) return fail(status.error());
  auto parts = std::make_unique<Parts>();
  parts->options = options;
  parts->typeface = typeface_of(options);
  parts->figures = figures_of(options.wear);
  if (options.most_skew_degrees >= 0) parts->figures.scanner.skew_degrees = options.most_skew_degrees;
  parts->sheet = sheet_of(options, options.resolution_dpi);
  parts->back_sheet = sheet_of(options, options.resolution_dpi / 2);

  const auto typeface = Typeface::open(parts->typeface, parts->sheet.pitch_px, options.resolution_dpi);
  if (!typeface) return fail(typeface.error());
  TypistHabits habits;
  habits.columns = options.columns;
  habits.lines_per_page =
      options.lines_per_page > 0 ? options.lines_per_page : std::min(kUsualLines, most_lines(options));
  habits.l_for_one = options.l_for_one;
  habits.O_for_zero = options.O_for_zero;
  habits.underlines = options.underlines;
  auto typed = typed_text(text, habits, [&](char32_t c) { return typeface->key_for(c); });
  if (!typed) return fail(typed.error());
  parts->typed = std::move(*typed);

  const std::u32string characters = characters_of(parts->typed);
  auto keys = key_impressions(*typeface, characters, options.seed, parts->figures.machine, options.resolution_dpi);
  if (!keys) return fail(keys.error());
  parts->keys = std::move(*keys);
  if (parts->figures.show_through.strength > 0) {
    const auto back_face =
        Typeface::open(parts->typeface, parts->back_sheet.pitch_px, parts->back_sheet.resolution_dpi);
    if (!back_face) return fail(back_face.error());
    auto back_keys =
        key_impressions(*back_face, characters, options.seed, parts->figures.machine, parts->back_sheet.resolution_dpi);
    if (!back_keys) return fail(back_keys.error());
    parts->back_keys = std::move(*back_keys);
  }
  return SynthJob(std::move(parts));
}

// The life of a page, in its order.
SynthPage SynthJob::page(std::size_t index) const {
  EMEND_ASSUME(index < page_count(), "the page exists");
  const WearFigures& figures = parts_->figures;
  const Sheet& sheet = parts_->sheet;
  const int dpi = sheet.resolution_dpi;
  const PageText& text = parts_->typed.pages[index];
  const std::uint64_t seed = Random(parts_->options.seed).stream("page").stream(index).seed();

  // Typed.
  TypedSheet typed = type_page(text, parts_->keys, sheet, figures.ribbon, figures.typing, parts_->options.seed, seed);
  break_strokes(typed.ink, figures.breaks, dpi, seed);
  spread_ink(typed.ink, figures.spread, dpi, seed);

  // Put on paper that has another page behind it.
  Plane page = paper_sheet(sheet, figures.paper, seed);
  if (figures.show_through.strength > 0) {
    const PageText& behind = parts_->typed.pages[(index + 1) % page_count()];
    TypedSheet back = type_page(behind, parts_->back_keys, parts_->back_sheet, figures.ribbon, figures.typing,
                                parts_->options.seed, mixed(seed));
    add_show_through(page, std::move(back.ink), figures.show_through, dpi, seed);
  }
  print_ink(page, typed.ink, figures.ink_density);

  // Kept for a century.
  add_folds(page, figures.folds, dpi, seed);
  add_stains(page, figures.stains, dpi, seed);
  add_specks(page, figures.specks, dpi, seed);

  // Scanned.
  const Plane scan = scan_sheet(page, typed.lines, figures.scanner, dpi, seed);
  SynthPage made{picture_of(scan, dpi), truth_of(text), {}};
  for (const TypedLine& line : typed.lines) {
    const std::size_t first = line.text.find_first_not_of(U' ');
    made.lines.push_back(
        {line.box, text::to_utf8(std::u32string_view(line.text).substr(first)), line.left, line.right});
  }
  return made;
}

Result<std::vector<SynthPage>> typed_pages(std::string_view text, const SynthOptions& options) {
  const auto job = SynthJob::prepare(text, options);
  if (!job) return fail(job.error());
  std::vector<SynthPage> pages;
  for (std::size_t i = 0; i < job->page_count(); ++i) pages.push_back(job->page(i));
  return pages;
}

}  // namespace emend::train
