#include "check/finding_record.h"

#include "base/json.h"

namespace emend::check {

std::string_view level_name(Level level) {
  switch (level) {
    case Level::kError: return "error";
    case Level::kWarning: return "warning";
    case Level::kNote: break;
  }
  return "note";
}

std::string finding_record(const std::string& file, const Finding& finding) {
  Json json;
  json["file"] = file;
  json["line"] = finding.begin.line;
  json["column"] = finding.begin.character;
  json["end_line"] = finding.end.line;
  json["end_column"] = finding.end.character;
  json["byte_columns"] = {finding.begin.byte, finding.end.byte};
  json["utf16_columns"] = {finding.begin.utf16, finding.end.utf16};
  json["span"] = {finding.span.begin, finding.span.end};
  json["rule"] = finding.rule;
  json["level"] = level_name(finding.level);
  json["message"] = finding.message;
  json["before"] = finding.before;
  json["after"] = finding.has_fix || !finding.after.empty() ? Json(finding.after) : Json();
  json["fix"] = !finding.has_fix ? Json() : Json(finding.is_safe ? "safe" : "proposed");
  json["fix_confidence"] = finding.has_fix ? Json(finding.fix_probability) : Json();
  json["confidence"] = finding.probability;
  json["id"] = finding.key;
  json["page"] = finding.page > 0 ? Json(finding.page) : Json();
  json["box"] =
      finding.box.is_empty() ? Json() : Json({finding.box.x, finding.box.y, finding.box.width, finding.box.height});
  if (!finding.image.empty()) json["image"] = finding.image;
  return to_line(json);
}

}  // namespace emend::check
