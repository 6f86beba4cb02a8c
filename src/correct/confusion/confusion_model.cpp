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
constexpr std::string_view kEnd = "# end\n";  // a table that was cut off lacks it

bool is_before(const Confusion& a, const Confusion& b) { return std::tie(a.meant, a.seen) < std::tie(b.meant, b.seen); }

// More than any text has, and less than any count: what is beyond is no table of ours.
constexpr double kLeastAmount = 1e-9;
constexpr double kMostAmount = 1e15;

bool parse_amount(std::string_view field, double& amount) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), amount);
  return error == std::errc() && end == field.data() + field.size() && amount >= kLeastAmount && amount <= kMostAmount;
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
    // A remark has no tab; "#" may be what was seen.
    if (line.empty() || (line[0] == '#' && line.find('\t') == std::string_view::npos)) continue;

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
  if (!text.ends_with(kEnd))
    return fail(ErrorKind::kUnreadable, subject, "the table of confusions is cut off: its last line is not “# end”",
                hint);
  return ConfusionModel(std::move(confusions));
}

std::string ConfusionModel::to_text(std::string_view origin) const {
  std::string out(kHeader);
  out += '\n';
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    std::string remark(origin.substr(begin, end - begin));
    std::replace(remark.begin(), remark.end(), '\t', ' ');
    out += fmt::format("# {}\n", remark);
    begin = end + 1;
  }
  out += "# seen, meant, count, of\n";
  for (const Confusion& c : confusions_) out += fmt::format("{}\t{}\t{:.6g}\t{:.6g}\n", c.seen, c.meant, c.count, c.of);
  return out.append(kEnd);
}

double ConfusionModel::places() const {
  double places = 0;
  for (const Confusion& confusion : confusions_)
    if (confusion.meant.empty()) places = std::max(places, confusion.of);
  return places;
}

ConfusionModel ConfusionModel::adapted(const std::vector<Confusion>& own, double own_characters,
                                       double prior_characters) const {
  const double all_places = places();
  if (all_places == 0) return *this;
  std::vector<Confusion> all = confusions_;
  std::map<std::string_view, double> meant;  // the share of places at which each run is meant
  for (Confusion& confusion : all) {
    meant[confusions_[static_cast<std::size_t>(&confusion - all.data())].meant] = confusion.of / all_places;
    const double share = confusion.of / all_places;
    confusion.count *= prior_characters / all_places;
    confusion.of = (prior_characters + own_characters) * share;
  }
  for (const Confusion& confusion : own) {
    const auto same = std::lower_bound(confusions_.begin(), confusions_.end(), confusion, is_before);
    if (same != confusions_.end() && !is_before(confusion, *same)) {
      all[static_cast<std::size_t>(same - confusions_.begin())].count += confusion.count;
      continue;
    }
    const auto share = meant.find(confusion.meant);
    if (share == meant.end() || confusion.count < 2) continue;  // once may be chance
    all.push_back(
        {confusion.seen, confusion.meant, confusion.count - 0.5, (prior_characters + own_characters) * share->second});
  }
  for (Confusion& confusion : all) confusion.count = std::min(confusion.count, 0.9 * confusion.of);
  return ConfusionModel(std::move(all));
}

}  // namespace emend::correct
