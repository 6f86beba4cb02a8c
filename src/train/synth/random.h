// Chance that is the same on every machine: std distributions differ between libraries, these do not.
//
// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Every damage of a
// page draws from a stream of its own, so that changing one damage leaves the others as they were.
// A Random belongs to one thread; the free functions are pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace emend::train {

// The finaliser of SplitMix64: spreads every bit of `value` over the whole result.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

// A number in [0, 1) that depends on nothing but its arguments: grain of paper, noise of a scanner.
constexpr double chance_at(std::uint64_t seed, std::uint64_t x, std::uint64_t y = 0) {
  return static_cast<double>(mixed(mixed(seed ^ mixed(x)) + y) >> 11) * 0x1.0p-53;
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : seed_(seed), state_(mixed(seed)) {}

  std::uint64_t next();
  double unit();                            // [0, 1)
  double between(double low, double high);  // [low, high)
  int count(int low, int high);             // low to high, both included; low where high is below it
  bool happens(double probability);
  // About normal, mean 0 and deviation 1, never beyond 6: the sum of twelve uniform numbers, which needs no logarithm
  // and therefore gives the same bits everywhere.
  double normal();

  // Independent streams; they depend on the seed and the name, not on how much was drawn before.
  Random stream(std::string_view name) const;
  Random stream(std::uint64_t number) const { return Random(mixed(seed_ + mixed(number))); }
  std::uint64_t seed() const { return seed_; }

 private:
  std::uint64_t seed_;
  std::uint64_t state_;
};

}  // namespace emend::train
