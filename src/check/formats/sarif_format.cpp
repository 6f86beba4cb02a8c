// SARIF 2.1.0, for code scanning and viewers: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
//
// Fixes are replacements that a viewer can apply; the fingerprint is the finding's key, so an alert stays the same when
// lines move; the rank is the probability. A finding of a layout has the page's picture as an attachment, with the
// rectangle. Code scanning takes 25,000 results of a run; more are left out, and a notification says how many.
#include <map>
#include <string>

#include "base/json.h"
#include "base/version.h"
#include "check/finding_record.h"
#include "check/format.h"
#include "check/rule_names.h"
#include "check/wording.h"

namespace emend::check {
namespace {

// https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
constexpr std::size_t kMostResults = 25'000;

Json location_of(const std::string& name) {
  Json location = {{"uri", uri_of(name)}};
  if (!name.starts_with('/')) location["uriBaseId"] = "%SRCROOT%";
  return location;
}

Json region_of(const Finding& finding) {
  return {{"startLine", finding.begin.line},
          {"startColumn", finding.begin.utf16},
          {"endLine", finding.end.line},
          {"endColumn", finding.end.utf16}};
}

Json rule_json(const correct::RuleInfo& info) {
  Json json;
  json["id"] = std::string(info.id);
  json["shortDescription"] = {{"text", std::string(info.summary)}};
  json["fullDescription"] = {{"text", std::string(info.why)}};
  json["help"] = {{"text", std::string(info.why) + "\n\nBefore: " + std::string(info.example_before) +
                               "\nAfter: " + std::string(info.example_after)},
                  {"markdown", std::string(info.why) + "\n\n```text\n" + std::string(info.example_before) +
                                   "\n```\n\nbecomes\n\n```text\n" + std::string(info.example_after) + "\n```"}};
  json["defaultConfiguration"] = {
      {"level", info.applicability == edit::Applicability::kAutomatic ? "error" : "warning"}};
  json["properties"] = {{"tags", Json::array({std::string(info.group)})}};
  return json;
}

class SarifFormat final : public Format {
 public:
  std::string begin() override {
    Json rules = Json::array();
    for (const correct::RuleInfo& info : all_rule_infos()) {
      indices_.emplace(std::string(info.id), rules.size());
      rules.push_back(rule_json(info));
    }
    Json driver;
    driver["name"] = "emend";
    driver["semanticVersion"] = kVersion;
    driver["rules"] = std::move(rules);
    return "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
           "sarif-schema-2.1.0.json\","
           "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":" +
           to_line(driver) + "},\"columnKind\":\"utf16CodeUnits\",\"results\":[";
  }

  std::string file(const FileReport& report) override {
    std::string out;
    for (const Finding& finding : report.findings) {
      if (told_ == kMostResults) {
        ++cut_;
        continue;
      }
      out += told_++ == 0 ? "\n" : ",\n";
      out += to_line(result_json(report.name, finding));
    }
    if (report.has_failed)
      for (const Problem& problem : report.problems)
        if (problem.severity == Severity::kFailure) notify(report.name + ": " + problem.error.what, "error");
    return out;
  }

  std::string end(const RunTotals& totals) override {
    if (cut_ > 0)
      notify(std::to_string(cut_) + " more findings were left out: code scanning takes " +
                 std::to_string(kMostResults) + " of a run",
             "warning");
    for (const Error& error : totals.setup_errors) notify(error.subject + ": " + error.what, "error");
    Json invocation;
    invocation["executionSuccessful"] = totals.failed == 0 && totals.setup_errors.empty() && !totals.was_interrupted;
    if (!notifications_.empty()) invocation["toolExecutionNotifications"] = notifications_;
    return "\n],\"invocations\":[" + to_line(invocation) + "]}]}\n";
  }

 private:
  void notify(const std::string& text, const char* level) {
    notifications_.push_back({{"level", level}, {"message", {{"text", text}}}});
  }

  Json result_json(const std::string& name, const Finding& finding) const {
    Json json;
    json["ruleId"] = finding.rule;
    if (const auto index = indices_.find(finding.rule); index != indices_.end()) json["ruleIndex"] = index->second;
    json["level"] = level_name(finding.level);
    json["message"] = {{"text", message_of(finding)}};
    Json region = region_of(finding);
    if (!finding.before.empty()) region["snippet"] = {{"text", finding.before}};
    json["locations"] =
        Json::array({{{"physicalLocation", {{"artifactLocation", location_of(name)}, {"region", std::move(region)}}}}});
    json["partialFingerprints"] = {{"emend/v1", finding.key}};
    json["rank"] = finding.probability * 100;
    if (finding.has_fix && finding.is_plain_fix) {
      Json replacement = {{"deletedRegion", region_of(finding)}, {"insertedContent", {{"text", finding.after}}}};
      Json change = {{"artifactLocation", location_of(name)}, {"replacements", Json::array({std::move(replacement)})}};
      json["fixes"] = Json::array({{{"description", {{"text", std::string(fix_words(finding))}}},
                                    {"artifactChanges", Json::array({std::move(change)})}}});
    }
    if (!finding.box.is_empty()) {
      const document::Box& box = finding.box;
      Json attachment;
      attachment["description"] = {{"text", "page " + std::to_string(finding.page)}};
      attachment["artifactLocation"] = location_of(finding.image.empty() ? name : finding.image);
      attachment["rectangles"] =
          Json::array({{{"top", box.y}, {"left", box.x}, {"bottom", box.bottom()}, {"right", box.right()}}});
      json["attachments"] = Json::array({std::move(attachment)});
    }
    return json;
  }

  std::map<std::string, std::size_t> indices_;
  std::size_t told_ = 0;
  std::size_t cut_ = 0;
  Json notifications_ = Json::array();
};

}  // namespace

std::unique_ptr<Format> make_sarif_format(const FormatOptions&) { return std::make_unique<SarifFormat>(); }

}  // namespace emend::check
