// One typewriter: every key has faults of its own, the same on all pages that the machine types.
//
// Pure functions of the seed; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "base/result.h"
#include "train/synth/typeface.h"

namespace emend::train {

// How far the keys of a machine stray; deviations of a normal distribution unless said otherwise.
struct MachineFigures {
  double offset_mil = 0;    // sideways and up or down
  double capitals_mil = 0;  // the shifted basket hangs a little high or low, all capitals alike
  double rotation_degrees = 0;
  double weight_mil = 0;  // thicker or thinner letters
  double density = 0;     // share of ink that a key gives more or less than its neighbours
  double tilt = 0;        // ink lost from one side of the letter to the other, where the slug hits askew
  double clogging = 0;    // most ink in a counter (the hole of e, a, o), 0 to 1
  double chipped = 0;     // probability that a key has lost a piece of its letter
};

// What one key puts on paper, before ribbon and force.
struct KeyImpression {
  Glyph glyph;  // with the key's tilt, its dirt and its chips; placed with its offset
  double dx_px = 0;
  double dy_px = 0;
  double density = 1;
};

using KeyImpressions = std::unordered_map<char32_t, KeyImpression>;

// The impressions of all `characters`, by the machine that `machine_seed` stands for.
Result<KeyImpressions> key_impressions(const Typeface& typeface, const std::u32string& characters,
                                       std::uint64_t machine_seed, const MachineFigures& figures, int resolution_dpi);

// Fills the counters of a letter with up to `amount` of ink, least in their middle: type that was not brushed clean.
// A counter is paper from which the outside of the letter cannot be reached. clogged_counters.cpp
void clog_counters(Glyph& glyph, double amount);

}  // namespace emend::train
