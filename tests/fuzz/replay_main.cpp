// Feeds a fuzz target the files of a folder: each whole, and cut off at evenly spaced places, as a broken copy would
// be.
//
// Stands in for libFuzzer wherever the target is built without it, so that the seeds are a plain test.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// Cuts of each seed: enough to end inside every part of a small file, and quick for a large one.
constexpr std::size_t kCuts = 64;

void feed(const std::string& bytes, std::size_t size) {
  // A copy of exactly this size, so that the address sanitizer sees a read behind its end.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s FOLDER_OF_SEEDS\n", argv[0]);
    return 2;
  }
  std::error_code error;
  std::vector<std::filesystem::path> seeds;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1], error))
    if (entry.is_regular_file()) seeds.push_back(entry.path());
  if (error || seeds.empty()) {
    std::fprintf(stderr, "%s: holds no seeds\n", argv[1]);
    return 1;
  }
  std::sort(seeds.begin(), seeds.end());
  for (const std::filesystem::path& seed : seeds) {
    std::ifstream file(seed, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file) {
      std::fprintf(stderr, "%s: cannot be read\n", seed.c_str());
      return 1;
    }
    for (std::size_t cut = 0; cut < kCuts; ++cut) feed(bytes, bytes.size() * cut / kCuts);
    feed(bytes, bytes.size());
  }
  std::printf("%zu seeds, each whole and cut at %zu places\n", seeds.size(), kCuts);
  return 0;
}
