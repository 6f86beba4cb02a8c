#include <fmt/format.h>
#include "pipeline/decide_again.h"
#include "pipeline/paper.h"
#include "pipeline/neighbours.h"
#include "layout/note_places.h"
using namespace emend;
int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    auto stored = pipeline::load_result(argv[i]);
    if (!stored) continue;
    auto pages = pipeline::paper_layouts(stored->loaded);
    fmt::print("## {} xh {:.1f} pitch {:.1f}\n", argv[i], pages[0].x_height, pages[0].pitch);
    for (auto& l : pages[0].lines) {
      fmt::print("L x{:.0f}-{:.0f} base{:.0f} xh{:.2f} {}\n", l.left, l.right, l.baseline, l.x_height/pages[0].x_height, l.text.substr(0,60));
      for (auto& r : l.raised) if (r.height>.5) fmt::print("    x{} h{:.2f} w{:.2f} rise{:.2f} before{:.2f}\n", r.left, r.height, r.width, r.rise, r.gap_before);
    }
    auto notes = layout::find_notes(pages[0], layout::page_edges(pages[0]));
    for (auto& m : notes.marks) fmt::print("MARK {} '{}'\n", m.line, m.glyphs);
    for (auto& m : notes.labels) fmt::print("LABEL {} '{}'\n", m.line, m.glyphs);
  }
}
