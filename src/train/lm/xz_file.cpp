#include "train/lm/xz_file.h"

#include <lzma.h>

#include <algorithm>
#include <string_view>

namespace emend::train {
namespace {

constexpr std::string_view kXzMagic(
    "\xFD"
    "7zXZ\0",
    6);

// What the strongest setting of xz needs to unpack, with room to spare; an archive that asks for more is refused.
constexpr std::uint64_t kLargestDecoderBytes = std::uint64_t{256} << 20;

// One liblzma stream that frees itself.
class Decoder {
 public:
  Decoder() { is_ready_ = lzma_stream_decoder(&stream_, kLargestDecoderBytes, LZMA_CONCATENATED) == LZMA_OK; }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { lzma_end(&stream_); }
  bool is_ready() const { return is_ready_; }
  lzma_stream& stream() { return stream_; }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool is_ready_ = false;
};

}  // namespace

Result<std::string> read_text_file(const std::filesystem::path& path, std::uintmax_t limit_bytes) {
  Result<std::string> packed = read_file(path, limit_bytes);
  if (!packed || !std::string_view(*packed).starts_with(kXzMagic)) return packed;

  const auto damaged = [&] {
    return fail(ErrorKind::kUnreadable, path.string(), "is a damaged xz file", "check it with xz --test");
  };
  Decoder decoder;
  if (!decoder.is_ready()) return fail(ErrorKind::kInternal, path.string(), "liblzma could not be started");
  lzma_stream& stream = decoder.stream();
  stream.next_in = reinterpret_cast<const std::uint8_t*>(packed->data());
  stream.avail_in = packed->size();
  std::string text;
  std::string buffer(std::size_t{1} << 20, '\0');
  while (true) {
    stream.next_out = reinterpret_cast<std::uint8_t*>(buffer.data());
    stream.avail_out = buffer.size();
    const lzma_ret status = lzma_code(&stream, LZMA_FINISH);
    text.append(buffer, 0, buffer.size() - stream.avail_out);
    if (text.size() > limit_bytes)
      return fail(ErrorKind::kTooLarge, path.string(),
                  "unpacks to more than " + std::to_string(limit_bytes >> 20) + " MiB", "split it into parts");
    if (status == LZMA_STREAM_END) return text;
    if (status != LZMA_OK) return damaged();
  }
}

}  // namespace emend::train
