// How worn a synthetic page is: five kinds of typescript that archives hold, each a set of figures.
#pragma once

#include <optional>
#include <string_view>

#include "train/synth/damage.h"
#include "train/synth/machine.h"
#include "train/synth/typing.h"

namespace emend::train {

enum class Wear {
  kClean,   // a serviced machine, a fresh ribbon, a good scan
  kOffice,  // an ordinary day: worn ribbon, dirty type, thin paper
  kCarbon,  // the copy below: fuzzy, thick, grey
  kMimeo,   // from a stencil: uneven, broken strokes, specks
  kRuin,    // all of it, and water
};

struct WearFigures {
  MachineFigures machine;
  RibbonFigures ribbon;
  TypingFigures typing;
  BreakFigures breaks;
  SpreadFigures spread;
  double ink_density = 0.9;
  PaperFigures paper;
  FoldFigures folds;
  StainFigures stains;
  ShowThroughFigures show_through;
  SpeckFigures specks;
  ScannerFigures scanner;
  int jpeg_quality = 85;
};

// Fitted so that Tesseract 5.3 with its own English model, reading whole pages at 300 dpi, misses about these shares of
// the characters: clean under 1 %, office 1 to 3, carbon 3 to 8, mimeo 8 to 20, ruin 20 to 60. A good part of the last
// two are lines that its page layout drops; told that the page is one block, it misses 7 % of mimeo and 12 % of ruin.
WearFigures figures_of(Wear wear);

std::string_view name_of(Wear wear);
std::optional<Wear> wear_named(std::string_view name);

}  // namespace emend::train
