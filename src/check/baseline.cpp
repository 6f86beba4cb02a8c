#include "check/baseline.h"

#include <algorithm>

#include "base/content_hash.h"
#include "base/json.h"
#include "base/json_reader.h"
#include "text/visible.h"

namespace emend::check {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kMostShown = 80;
constexpr std::size_t kKeyDigits = 16;

using Counts = std::map<std::pair<std::string, std::string>, std::size_t>;  // by rule and key

Counts counts_of(const std::vector<BaselineEntry>& entries) {
  Counts counts;
  for (const BaselineEntry& entry : entries) counts[{entry.rule, entry.key}] += entry.count;
  return counts;
}

// What stood there, and where nothing stood (a lost mark, a missing page), what stood around it. Neighbours may be
// repaired and lines may move, and a known fault stays known; one more of its kind is one more than its count.
std::string key_of(const Finding& finding) {
  return finding.before.empty() ? finding.key : content_hash(finding.before).substr(0, kKeyDigits);
}

// A name that leads out of the folder, or from its root, would tie the file to one machine.
bool is_relative_name(const std::string& name) { return !name.empty() && name.front() != '/'; }

}  // namespace

Result<Baseline> Baseline::parse(std::string_view bytes, const std::string& subject) {
  const auto wrong = [](Error error) {
    error.kind = ErrorKind::kUsage;
    error.hint = "put it back as it was, or remove it and make it anew with --write-baseline";
    return fail(std::move(error));
  };
  const auto json = parse_json(bytes, subject);
  if (!json) return wrong(json.error());
  JsonReader reader(subject);
  reader.integer(*json, "version", kVersion, kVersion);
  Baseline baseline;
  reader.each(*json, "entries", true, [&](const Json& item) {
    BaselineEntry entry;
    entry.file = reader.text(item, "file");
    entry.rule = reader.text(item, "rule");
    entry.key = reader.text(item, "key");
    entry.count = static_cast<std::size_t>(reader.integer(item, "count", 1, 1'000'000'000, 1));
    entry.text = reader.text(item, "text");
    if (!is_relative_name(entry.file)) reader.complain("file", "is not a relative path");
    baseline.by_file_[entry.file].push_back(std::move(entry));
  });
  if (reader.failed()) return wrong(reader.error());
  for (auto& [file, entries] : baseline.by_file_) std::stable_sort(entries.begin(), entries.end());
  return baseline;
}

std::size_t Baseline::remove_known(const std::string& file, Findings& findings) const {
  const auto known = by_file_.find(file);
  if (known == by_file_.end()) return 0;
  Counts counts = counts_of(known->second);
  return std::erase_if(findings, [&](const Finding& finding) {
    const auto entry = counts.find({finding.rule, key_of(finding)});
    if (entry == counts.end() || entry->second == 0) return false;
    --entry->second;
    return true;
  });
}

std::vector<BaselineEntry> Baseline::stale(const std::string& file, const Findings& all_findings) const {
  std::vector<BaselineEntry> stale;
  const auto known = by_file_.find(file);
  if (known == by_file_.end()) return stale;
  Counts found;
  for (const Finding& finding : all_findings) ++found[{finding.rule, key_of(finding)}];
  for (BaselineEntry entry : known->second) {
    std::size_t& left = found[{entry.rule, entry.key}];
    const std::size_t used = std::min(left, entry.count);
    left -= used;
    entry.count -= used;
    if (entry.count > 0) stale.push_back(std::move(entry));
  }
  return stale;
}

void Baseline::set(const std::string& file, const Findings& findings) {
  std::map<std::pair<std::string, std::string>, BaselineEntry> entries;
  for (const Finding& finding : findings) {
    BaselineEntry& entry = entries[{finding.rule, key_of(finding)}];
    if (entry.file.empty())
      entry = {file, finding.rule, key_of(finding), 1, text::visible(finding.before, kMostShown)};
    else
      ++entry.count;
  }
  if (entries.empty()) {
    by_file_.erase(file);
    return;
  }
  std::vector<BaselineEntry>& list = by_file_[file];
  list.clear();
  for (auto& [key, entry] : entries) list.push_back(std::move(entry));
}

void Baseline::forget(const std::vector<BaselineEntry>& stale) {
  for (const BaselineEntry& gone : stale) {
    const auto known = by_file_.find(gone.file);
    if (known == by_file_.end()) continue;
    for (BaselineEntry& entry : known->second)
      if (entry == gone) entry.count -= std::min(entry.count, gone.count);
    std::erase_if(known->second, [](const BaselineEntry& entry) { return entry.count == 0; });
    if (known->second.empty()) by_file_.erase(known);
  }
}

std::string Baseline::to_json() const {
  std::string out = "{\n \"version\": " + std::to_string(kVersion) + ",\n \"entries\": [";
  const char* separator = "\n";
  for (const auto& [file, entries] : by_file_)
    for (const BaselineEntry& entry : entries) {
      Json json;
      json["file"] = entry.file;
      json["rule"] = entry.rule;
      json["key"] = entry.key;
      if (entry.count > 1) json["count"] = entry.count;
      json["text"] = entry.text;
      out += separator;
      out += "  " + to_line(json);
      separator = ",\n";
    }
  return out + "\n ]\n}\n";
}

std::size_t Baseline::size() const {
  std::size_t count = 0;
  for (const auto& [file, entries] : by_file_)
    for (const BaselineEntry& entry : entries) count += entry.count;
  return count;
}

}  // namespace emend::check
