// Bloomberg's method: English text has about three ascenders for a descender, and both leave a mark that a hit-miss
// transform finds beside a closed line of letters (D. S. Bloomberg, G. E. Kopec, L. Dasari: Measuring document image
// skew and orientation, SPIE 2422, 1995). Nothing else in the project sees Leptonica.
#include "image/ascender_vote.h"

#include <leptonica/allheaders.h>

#include <memory>

namespace emend::image {
namespace {

struct DestroyPix {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};

void quiet_leptonica() {
  static const bool is_quiet = [] {
    setMsgSeverity(L_SEVERITY_NONE);
    return true;
  }();
  static_cast<void>(is_quiet);
}

}  // namespace

AscenderVote vote_by_ascenders(const Picture& ink) {
  quiet_leptonica();
  const std::unique_ptr<PIX, DestroyPix> pix(pixCreate(ink.width_px(), ink.height_px(), 1));
  if (pix == nullptr) return {};
  l_uint32* words = pixGetData(pix.get());
  const l_int32 words_per_line = pixGetWpl(pix.get());
  for (int y = 0; y < ink.height_px(); ++y) {
    l_uint32* line = words + static_cast<std::ptrdiff_t>(y) * words_per_line;
    const std::uint8_t* row = ink.row(y);
    for (int x = 0; x < ink.width_px(); ++x)
      if (row[x] < 128) line[x / 32] |= 0x80000000u >> (x % 32);
  }
  l_float32 up = 0;
  l_float32 left = 0;
  // No least count (0 would mean its default), since the caller has counted the letters already.
  if (pixOrientDetect(pix.get(), &up, &left, 1, 0) != 0) return {};
  return {up, left};
}

}  // namespace emend::image
