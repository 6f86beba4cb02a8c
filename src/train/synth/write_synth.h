// Synthetic pages as files: the library behind `emend synth`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/progress.h"
#include "base/result.h"
#include "base/stop.h"
#include "train/synth/typed_pages.h"

namespace emend::train {

enum class SynthFormat {
  kJpeg,  // as hard compressed as the wear asks for
  kPng,   // no compression damage
};

struct SynthOutput {
  std::filesystem::path folder;  // created when it is missing
  std::string name;              // of the files; usually the text's without its ending
  SynthFormat format = SynthFormat::kJpeg;
  int jpeg_quality = 0;           // 1 to 100; 0: as the wear has it
  bool writes_baselines = false;  // NAME-0001.baselines.tsv too; see train/lines/baselines.h
  std::size_t jobs = 1;           // threads; the files are the same for any number
};

struct SynthFiles {
  std::vector<std::filesystem::path> pictures;  // in the order of the pages
  Problems problems;                            // a note where characters had to be replaced
};

// For every page: NAME-0001.jpg (or .png), NAME-0001.gt.txt (the truth as typed) and NAME-0001.lines.tsv (x, y, width,
// height and text of each line, tab-separated, in pixels, without a head line). Each file is whole or not there.
// Errors: those of SynthJob::prepare, kUsage (a name that is no file name, a quality that is none), kUnwritable,
// kInterrupted. Pages that were finished before an error stay.
Result<SynthFiles> write_synth(std::string_view text, const SynthOptions& options, const SynthOutput& output,
                               Progress& progress, const StopFlag& stop);

}  // namespace emend::train
