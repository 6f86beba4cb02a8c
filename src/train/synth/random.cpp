#include "train/synth/random.h"

namespace emend::train {

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15;
  return mixed(state_);
}

double Random::unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

double Random::between(double low, double high) { return low + (high - low) * unit(); }

int Random::count(int low, int high) {
  if (high <= low) return low;
  return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
}

bool Random::happens(double probability) { return unit() < probability; }

double Random::normal() {
  double sum = 0;
  for (int i = 0; i < 12; ++i) sum += unit();
  return sum - 6;
}

Random Random::stream(std::string_view name) const {
  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/.
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return stream(hash);
}

}  // namespace emend::train
