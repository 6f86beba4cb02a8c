#include "pipeline/settings.h"

#include "base/content_hash.h"
#include "base/file.h"
#include "base/json.h"
#include "base/version.h"

namespace emend::pipeline {

std::string fingerprint(const Settings& settings) {
  Json json;
  json["emend"] = kVersion;
  json["languages"] = settings.languages;
  json["tessdata"] = settings.tessdata_folder;
  json["typescript"] = settings.reads_typescript;
  json["recorded"] = settings.recorded_pages;
  json["dpi"] = settings.resolution_dpi;
  json["pages"] = settings.pages.text();
  json["select"] = settings.selected_rules;
  json["ignore"] = settings.ignored_rules;
  json["join_hyphens"] = settings.joins_hyphens;
  json["doubtful"] = settings.doubt.doubtful_below;
  json["illegible"] = settings.doubt.illegible_below;
  json["sic"] = static_cast<int>(settings.sic);
  json["undo"] = settings.policy.undone_rules;
  json["typography"] = static_cast<int>(settings.rendering.typography);
  json["marks"] = static_cast<int>(settings.rendering.marks);
  json["layout"] = static_cast<int>(settings.style.layout);
  json["wrap"] = settings.style.wrap;
  json["notes"] = static_cast<int>(settings.style.notes);
  json["unsafe"] = settings.policy.unsafe_fixes;
  if (!settings.policy.safe_rules.empty()) json["safe"] = settings.policy.safe_rules;
  if (!settings.policy.unsafe_rules.empty()) json["unsafe_rules"] = settings.policy.unsafe_rules;
  if (!settings.own_words.empty()) json["own_words"] = settings.own_words;
  json["min_confidence"] = settings.policy.min_confidence;
  for (const auto& list : settings.word_lists) {
    const auto bytes = read_file(list);
    json["words"].push_back(bytes ? content_hash(*bytes) : "");
  }
  return content_hash(to_line(json));
}

}  // namespace emend::pipeline
