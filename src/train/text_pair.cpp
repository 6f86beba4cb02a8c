#include "train/text_pair.h"

#include <fmt/format.h>

#include "base/content_hash.h"
#include "base/file.h"
#include "correct/confusion/alignment.h"
#include "text/utf8.h"

namespace emend::train {
namespace {

// Of memory for one alignment: two million characters of one book, or texts whose lengths differ by some ten thousand.
constexpr std::size_t kMostAlignmentBytes = std::size_t{1} << 30;

}  // namespace

Result<TextPairBytes> read_pair(const TextPair& pair) {
  auto seen = read_file(pair.seen);
  if (!seen) return fail(seen.error());
  auto meant = read_file(pair.meant);
  if (!meant) return fail(meant.error());
  TextPairBytes bytes{text::repaired_utf8(*seen), text::repaired_utf8(*meant)};
  const std::size_t seen_count = text::count_code_points(bytes.seen);
  const std::size_t meant_count = text::count_code_points(bytes.meant);
  if (correct::alignment_bytes(seen_count, meant_count) > kMostAlignmentBytes)
    return fail(
        ErrorKind::kTooLarge, pair.seen.string(),
        fmt::format("cannot be aligned with {}: {} and {} characters", pair.meant.string(), seen_count, meant_count),
        "check that both are the same document, or split it into pages");
  return bytes;
}

std::size_t half_of(const std::string& name) {
  const char digit = content_hash(name).back();
  return (digit >= 'a' ? digit - 'a' + 10 : digit - '0') % 2;
}

}  // namespace emend::train
