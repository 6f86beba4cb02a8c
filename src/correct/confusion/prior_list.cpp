#include "correct/confusion/prior_list.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend priors 1";
constexpr std::size_t kMostPriors = 100;

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// A plain name, so that a list never leads out of its folder.
bool is_file_name(std::string_view name) {
  return name.size() <= 100 && !name.starts_with('.') && !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
         });
}

// 0 to 1.
bool parse_weight(std::string_view field, double& weight) {
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), weight);
  return error == std::errc() && end == field.data() + field.size() && weight >= 0 && weight <= 1;
}

}  // namespace

Result<std::vector<PriorEntry>> parse_prior_list(std::string_view text, const std::string& subject) {
  const auto bad = [&](std::string what) {
    return fail(ErrorKind::kUnreadable, subject, std::move(what), "install the models of this version again");
  };
  std::vector<PriorEntry> entries;
  double text_weights = 0;
  double scan_weights = 0;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 && line != kHeader) return bad("not a list of priors of a version that is known here");
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string_view> fields;
    for (std::size_t tab = 0; tab != std::string_view::npos; line = line.substr(std::min(tab + 1, line.size()))) {
      tab = line.find('\t');
      fields.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
    }
    if (fields.size() != 4) return bad(fmt::format("line {}: there are not four fields between tabs", number));
    PriorEntry entry{std::string(fields[0]), std::string(fields[1])};
    if (!is_name(entry.name)) return bad(fmt::format("line {}: not a name of small letters", number));
    if (!is_file_name(entry.file)) return bad(fmt::format("line {}: not a plain file name", number));
    if (!parse_weight(fields[2], entry.text_weight) || !parse_weight(fields[3], entry.scan_weight))
      return bad(fmt::format("line {}: a weight is not a number from 0 to 1", number));
    for (const PriorEntry& other : entries)
      if (other.name == entry.name) return bad(fmt::format("line {}: the name comes twice", number));
    if (entries.size() == kMostPriors) return bad("too many priors");
    text_weights += entry.text_weight;
    scan_weights += entry.scan_weight;
    entries.push_back(std::move(entry));
  }
  if (!(text_weights > 0) || !(scan_weights > 0)) return bad("no prior has a weight above 0 for texts, or for scans");
  return entries;
}

}  // namespace emend::correct
