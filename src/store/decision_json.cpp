#include "store/decision_json.h"

#include <algorithm>
#include <array>
#include <string>

namespace emend::store {
namespace {

// In the order of edit::Verdict.
constexpr std::array<std::string_view, 3> kVerdicts = {"accepted", "rejected", "open"};

constexpr std::size_t kKeyLength = 16;

}  // namespace

void add_decision_members(Json& object, const edit::Decision& decision) {
  object["verdict"] = kVerdicts[static_cast<std::size_t>(decision.verdict)];
  object["by"] = decision.by;
  object["when"] = decision.when;
  if (decision.has_replacement) object["replacement"] = decision.replacement;
}

edit::Decision read_decision(JsonReader& reader, const Json& object) {
  edit::Decision decision;
  decision.verdict = static_cast<edit::Verdict>(reader.choice(object, "verdict", kVerdicts));
  decision.by = reader.text(object, "by");
  decision.when = reader.text(object, "when");
  decision.has_replacement = object.is_object() && object.contains("replacement");
  if (decision.has_replacement) decision.replacement = reader.text(object, "replacement");
  return decision;
}

bool is_key(std::string_view text) {
  return text.size() == kKeyLength &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

}  // namespace emend::store
