#include "correct/confusion/confusion_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend confusions 1";

bool is_before(const Confusion& a, const Confusion& b) {
  return std::tie(a.meant, a.seen) < std::tie(b.meant, b.seen);
}

// Positive and finite.
bool parse_amount(std::string_view field, double& amount) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), amount);
  return error == std::errc() && end == field.data() + field.size() && std::isfinite(amount) && amount > 0;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; true;) {
    const std::size_t tab = line.find('\t', begin);
    fields.push_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return fields;
    begin = tab + 1;
  }
}

bool is_run(std::string_view field) {
  return text::is_valid_utf8(field) && text::count_code_points(field) <= kLongestConfusion;
}

}  // namespace

ConfusionModel::ConfusionModel(std::vector<Confusion> confusions) : confusions_(std::move(confusions)) {
  std::stable_sort(confusions_.begin(), confusions_.end(), is_before);
  std::vector<Confusion> merged;
  for (Confusion& confusion : confusions_) {
    if (!merged.empty() && !is_before(merged.back(), confusion)) {
      merged.back().count += confusion.count;
      merged.back().of += confusion.of;
    } else {
      merged.push_back(std::move(confusion));
    }
  }
  confusions_ = std::move(merged);
}

Result<ConfusionModel> ConfusionModel::parse(std::string_view text, const std::string& subject) {
  const std::string hint = "rebuild it with 'emend train confusions'";
  std::vector<Confusion> confusions;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (number == 1 && line != kHeader)
      return fail(ErrorKind::kUnreadable, subject, "not a table of confusions of a version that is known here", hint);
    if (line.empty() || line[0] == '#') continue;

    const auto bad = [&](const char* what) {
      return fail(ErrorKind::kUnreadable, subject, fmt::format("line {}: {}", number, what), hint);
    };
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 4) return bad("there are not four fields between tabs");
    Confusion confusion{std::string(fields[0]), std::string(fields[1])};
    if (!is_run(fields[0]) || !is_run(fields[1])) return bad("a run of characters is too long or not UTF-8");
    if (fields[0] == fields[1]) return bad("what was seen is what was meant");
    if (!parse_amount(fields[2], confusion.count) || !parse_amount(fields[3], confusion.of))
      return bad("an amount is not a number above 0");
    if (confusion.count > confusion.of) return bad("it was seen more often than it was meant");
    confusions.push_back(std::move(confusion));
  }
  if (number == 0) return fail(ErrorKind::kUnreadable, subject, "the table of confusions is empty", hint);
  return ConfusionModel(std::move(confusions));
}

std::string ConfusionModel::to_text(std::string_view origin) const {
  std::string out(kHeader);
  out += '\n';
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    out += fmt::format("# {}\n", origin.substr(begin, end - begin));
    begin = end + 1;
  }
  out += "# seen, meant, count, of\n";
  for (const Confusion& c : confusions_) out += fmt::format("{}\t{}\t{:.6g}\t{:.6g}\n", c.seen, c.meant, c.count, c.of);
  return out;
}

ConfusionModel ConfusionModel::adapted(const ConfusionModel& own, double strength) const {
  std::map<std::string_view, double> own_totals;  // by what was meant
  for (const Confusion& confusion : own.confusions_) {
    double& total = own_totals[confusion.meant];
    total = std::max(total, confusion.of);
  }
  std::vector<Confusion> all;
  for (const Confusion& prior : confusions_) {
    const auto total = own_totals.find(prior.meant);
    const double of = strength + (total == own_totals.end() ? 0 : total->second);
    all.push_back({prior.seen, prior.meant, prior.probability() * strength, of});
  }
  for (const Confusion& confusion : own.confusions_) {
    const auto same = std::lower_bound(confusions_.begin(), confusions_.end(), confusion, is_before);
    if (same != confusions_.end() && !is_before(confusion, *same))
      all[static_cast<std::size_t>(same - confusions_.begin())].count += confusion.count;
    else
      all.push_back({confusion.seen, confusion.meant, confusion.count, strength + own_totals[confusion.meant]});
  }
  return ConfusionModel(std::move(all));
}

}  // namespace emend::correct
