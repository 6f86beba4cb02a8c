#include "check/fix_text.h"

#include "check/check_layout.h"
#include "pipeline/load_document.h"
#include "report/unified_diff.h"
#include "text/diff.h"
#include "text/encoding.h"

namespace emend::check {
namespace {

// Fixes do not overlap; the findings are in the order of the text.
std::string apply(std::string_view text, const Findings& findings, bool wants_unsafe, std::size_t& applied) {
  std::string out;
  std::size_t done = 0;
  for (const Finding& finding : findings) {
    if (!is_applied(finding, wants_unsafe) || finding.span.begin < done) continue;
    out += text.substr(done, finding.span.begin - done);
    out += finding.after;
    done = finding.span.end;
    ++applied;
  }
  return out + std::string(text.substr(done));
}

Result<std::string> encoded(const std::string& text, const CheckedText& checked, const std::filesystem::path& path) {
  if (checked.encoding == "UTF-8") {
    if (!checked.is_encoding_certain)
      return fail(ErrorKind::kUsage, path.string(), "holds bytes that are not UTF-8, so it is not replaced",
                  "repair its encoding first");
    return (checked.had_bom ? "\xEF\xBB\xBF" : "") + text;
  }
  if (!checked.is_encoding_certain)
    return fail(ErrorKind::kUsage, path.string(),
                "is not in UTF-8, so it is not replaced: read as " + checked.encoding + ", a guess",
                "convert it with iconv first");
  auto bytes = text::encode_text((checked.had_bom ? "\xEF\xBB\xBF" : "") + text, checked.encoding);
  if (!bytes)
    return fail(ErrorKind::kUsage, path.string(), "cannot hold the repaired text: it is in " + checked.encoding,
                "convert it to UTF-8 with iconv first");
  return std::move(*bytes);
}

}  // namespace

Result<FixedText> fix_text(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                           const Profile& profile, const Filter& filter, bool wants_unsafe) {
  if (is_layout(kind)) return fix_layout(bytes, path, profile, filter, wants_unsafe);
  FixedText fixed;
  fixed.bytes = bytes;
  for (int round = 0;; ++round) {
    auto checked = check_text(fixed.bytes, path, profile);
    if (!checked) return fail(checked.error());
    Findings told = checked->findings;
    filter(told);
    const auto loaded = pipeline::load_text(fixed.bytes, path.string());
    if (!loaded) return fail(loaded.error());
    const std::string_view text = loaded->document.raw.text();
    if (round == 0) fixed.before_text = text;
    std::size_t applied = 0;
    std::string next = round < kMostFixRounds ? apply(text, told, wants_unsafe, applied) : std::string();
    if (applied == 0) {
      fixed.text = text;
      fixed.left = std::move(*checked);
      return fixed;
    }
    auto written = encoded(next, *checked, path);
    if (!written) return fail(written.error());
    fixed.bytes = std::move(*written);
    fixed.applied += applied;
  }
}

std::string diff_of(std::string_view before, std::string_view after, const std::string& name) {
  const auto a = text::split_lines(before);
  const auto b = text::split_lines(after);
  const auto hunks = text::diff(a.size(), b.size(), [&](std::size_t i, std::size_t j) { return a[i] == b[j]; });
  const auto offsets_of = [](const std::vector<std::string_view>& lines) {
    std::vector<std::size_t> offsets = {0};
    for (const std::string_view line : lines) offsets.push_back(offsets.back() + line.size());
    return offsets;
  };
  const auto a_offsets = offsets_of(a);
  const auto b_offsets = offsets_of(b);
  edit::CleanText clean;
  clean.text = after;
  for (std::size_t i = 0; i < hunks.size(); ++i)
    clean.applied.push_back({{a_offsets[hunks[i].a_begin], a_offsets[hunks[i].a_end]},
                             {b_offsets[hunks[i].b_begin], b_offsets[hunks[i].b_end]},
                             i});
  return report::unified_diff(before, clean, {name, name});
}

}  // namespace emend::check
