#include "review/review_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/line_index.h"
#include "text/visible.h"

namespace emend::review {
namespace {

using text::visible;

// Long enough for a page of evidence, short enough for a screen.
constexpr std::size_t kMostEvidence = 8;
constexpr std::size_t kMostShown = 40;      // code points of a candidate
constexpr std::size_t kContextBytes = 400;  // of a line on either side of the change; more is no line of a page

struct Paint {
  bool is_on = false;
  std::string operator()(const char* code, const std::string& text) const {
    return is_on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
  }
};

constexpr const char* kBold = "1";
constexpr const char* kFaint = "2";
constexpr const char* kRed = "31";
constexpr const char* kGreen = "32";

std::size_t border_at_or_after(std::string_view raw, std::size_t offset) {
  while (offset < raw.size() && (static_cast<unsigned char>(raw[offset]) & 0xC0) == 0x80) ++offset;
  return offset;
}

// The lines that the change touches as they are and as they would be, with a line of context on either side.
std::string context(const store::ChangeRecord& record, std::string_view raw, const Paint& paint) {
  const text::Span span = record.change.edit.span;
  if (span.end > raw.size() || span.begin > span.end) return {};
  const text::LineIndex lines(raw);
  const std::size_t first = lines.line_of(span.begin);
  const std::size_t last = lines.line_of(span.is_empty() ? span.end : span.end - 1);

  const auto line_before = [&](std::size_t line) { return "   " + visible(lines.line_span(line).of(raw)) + "\n"; };
  std::size_t begin = lines.line_span(first).begin;
  std::size_t end = std::max(span.end, lines.line_span(last).end);
  if (span.begin - begin > kContextBytes) begin = border_at_or_after(raw, span.begin - kContextBytes);
  if (end - span.end > kContextBytes) end = border_at_or_after(raw, span.end + kContextBytes);
  const std::string head = visible(raw.substr(begin, span.begin - begin));
  const std::string tail = visible(raw.substr(span.end, end - span.end));

  std::string out;
  if (first > 0) out += paint(kFaint, line_before(first - 1));
  out += paint(kRed, " - ") + head + paint(kRed, "[" + visible(record.change.edit.before) + "]") + tail + "\n";
  out += paint(kGreen, " + ") + head + paint(kGreen, "[" + visible(record.change.replacement()) + "]") + tail + "\n";
  if (last + 1 < lines.line_count()) out += paint(kFaint, line_before(last + 1));
  return out;
}

// The choice in short, numbered as “e” takes them; the two that every change has are on the screen already.
std::string candidates_text(const edit::Edit& edit) {
  if (edit.candidates.size() <= 2) return {};
  std::string out = "   ";
  for (std::size_t i = 0; i < edit.candidates.size(); ++i) {
    const edit::Candidate& candidate = edit.candidates[i];
    out += fmt::format("{}\\{} {}{} {:.0f} %", i == 0 ? "" : ", ", i + 1,
                       candidate.text.empty() ? "(nothing)" : visible(candidate.text, kMostShown),
                       candidate.is_text ? " (as it stands)" : "", candidate.probability * 100);
  }
  return out + "\n";
}

std::string state(const edit::Decision& decision) {
  switch (decision.verdict) {
    case edit::Verdict::kAccepted: return "applied";
    case edit::Verdict::kRejected: return "rejected";
    case edit::Verdict::kOpen: break;
  }
  return "proposed";
}

}  // namespace

std::string change_text(const store::ChangeRecord& record, std::size_t number, std::size_t count,
                        const ReviewOptions& options) {
  const Paint paint{options.use_colour};
  const edit::Edit& edit = record.change.edit;
  std::string place = fmt::format("line {}, column {}", record.line, record.column);
  if (record.page > 0) place += fmt::format(", page {}", record.page);
  if (record.page > 0 && record.page_line > 0) place += fmt::format(": line {}", record.page_line);
  if (record.paragraph > 0) place += fmt::format(", paragraph {}", record.paragraph);

  std::string out = "\n" + paint(kBold, fmt::format("{} of {}: {}", number, count, visible(edit.rule))) + "  " + place +
                    ", " + state(record.change.decision) + "\n";
  out += context(record, options.raw_text, paint);
  out += fmt::format("   {:.0f} % likely right", edit.probability * 100);
  if (!edit.reason.empty()) out += ": " + visible(edit.reason);
  out += "\n";
  out += candidates_text(edit);
  for (std::size_t i = 0; i < std::min(edit.evidence.size(), kMostEvidence); ++i) {
    const edit::Evidence& item = edit.evidence[i];
    if (item.statement == edit.reason) continue;  // said already
    const char* sign = item.weight > 0 ? "+" : item.weight < 0 ? "-" : ".";
    out += fmt::format("   {} {}", sign, visible(item.statement));
    if (!item.source.empty()) out += " (" + visible(item.source) + ")";
    out += "\n";
  }
  if (edit.evidence.size() > kMostEvidence)
    out += fmt::format("   and {} more in changes.jsonl\n", edit.evidence.size() - kMostEvidence);
  if (options.crop_of && !record.box.is_empty()) {
    const auto file = options.crop_of(record);
    out += "   scan: " + (file ? visible(file->string(), 4096) : "not shown, " + visible(file.error().what)) + "\n";
  }
  return out;
}

std::string help_text() {
  return "y  accept this change\n"
         "n  reject it: the text stands as it was read\n"
         "e  type what should stand there instead; \\2 takes candidate 2\n"
         "a  accept this and all later changes of the same rule\n"
         "s  leave it for later (also j)\n"
         "k  back to the one before\n"
         "q  quit; what was decided is kept\n"
         "?  this help\n";
}

}  // namespace emend::review
