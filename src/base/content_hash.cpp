#include "base/content_hash.h"

#include <memory>

#include <fmt/format.h>
#include <xxhash.h>

#include "base/file.h"

namespace emend {
namespace {

std::string as_text(XXH128_hash_t hash) { return fmt::format("{:016x}{:016x}", hash.high64, hash.low64); }

}  // namespace

std::string content_hash(std::string_view bytes) { return as_text(XXH3_128bits(bytes.data(), bytes.size())); }

Result<std::string> content_hash_of_file(const std::filesystem::path& path) {
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  const Status read = read_in_pieces(path, [&](std::string_view piece) {
    XXH3_128bits_update(state.get(), piece.data(), piece.size());
    return true;
  });
  if (!read) return fail(read.error());
  return as_text(XXH3_128bits_digest(state.get()));
}

}  // namespace emend
