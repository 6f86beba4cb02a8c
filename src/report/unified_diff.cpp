#include "report/unified_diff.h"

#include <algorithm>
#include <vector>

#include "report/line_regions.h"
#include "text/diff.h"
#include "text/visible.h"

namespace emend::report {
namespace {

constexpr std::size_t kContextLines = 3;  // what patch and people are used to

using Lines = std::vector<std::string_view>;

// Hunks that touch become one, so that removed lines stand before added ones.
void append(std::vector<text::Hunk>& hunks, text::Hunk hunk) {
  if (!hunks.empty() && hunks.back().a_end == hunk.a_begin && hunks.back().b_end == hunk.b_begin) {
    hunks.back().a_end = hunk.a_end;
    hunks.back().b_end = hunk.b_end;
  } else {
    hunks.push_back(hunk);
  }
}

// The shortest difference in lines, looked for only where an edit was applied.
std::vector<text::Hunk> line_hunks(std::string_view raw, const edit::CleanText& clean) {
  std::vector<text::Hunk> hunks;
  std::size_t raw_line = 0;
  std::size_t clean_line = 0;
  for (const LineRegion& region : line_regions(raw, clean)) {
    const Lines from = text::split_lines(region.raw.of(raw));
    const Lines to = text::split_lines(region.clean.of(clean.text));
    if (region.is_changed) {
      const auto found =
          text::diff(from.size(), to.size(), [&](std::size_t a, std::size_t b) { return from[a] == to[b]; });
      for (const text::Hunk& hunk : found)
        append(hunks,
               {raw_line + hunk.a_begin, raw_line + hunk.a_end, clean_line + hunk.b_begin, clean_line + hunk.b_end});
    }
    raw_line += from.size();
    clean_line += to.size();
  }
  return hunks;
}

void append_lines(std::string& out, char mark, const Lines& lines, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    out += mark;
    out += lines[i];
    if (lines[i].back() != '\n') out += "\n\\ No newline at end of file\n";
  }
}

// "12,3": first line and count. A range of no lines names the line before it, and one line leaves out its count.
std::string range(std::size_t begin, std::size_t end) {
  if (end - begin == 1) return std::to_string(begin + 1);
  return std::to_string(begin == end ? begin : begin + 1) + "," + std::to_string(end - begin);
}

}  // namespace

std::string unified_diff(std::string_view raw, const edit::CleanText& clean, const DiffNames& names) {
  const std::vector<text::Hunk> hunks = line_hunks(raw, clean);
  if (hunks.empty()) return {};
  const Lines from = text::split_lines(raw);
  const Lines to = text::split_lines(clean.text);

  std::string out = "--- " + text::visible(names.from) + "\n+++ " + text::visible(names.to) + "\n";
  for (std::size_t first = 0; first < hunks.size();) {
    // Hunks whose contexts touch are told as one.
    std::size_t last = first;
    while (last + 1 < hunks.size() && hunks[last + 1].a_begin - hunks[last].a_end <= 2 * kContextLines) ++last;

    const std::size_t lead = std::min(kContextLines, hunks[first].a_begin);
    const std::size_t tail = std::min(kContextLines, from.size() - hunks[last].a_end);
    out += "@@ -" + range(hunks[first].a_begin - lead, hunks[last].a_end + tail) + " +" +
           range(hunks[first].b_begin - lead, hunks[last].b_end + tail) + " @@\n";
    std::size_t done = hunks[first].a_begin - lead;
    for (std::size_t i = first; i <= last; ++i) {
      append_lines(out, ' ', from, done, hunks[i].a_begin);
      append_lines(out, '-', from, hunks[i].a_begin, hunks[i].a_end);
      append_lines(out, '+', to, hunks[i].b_begin, hunks[i].b_end);
      done = hunks[i].a_end;
    }
    append_lines(out, ' ', from, done, done + tail);
    first = last + 1;
  }
  return out;
}

}  // namespace emend::report
