#include "check/checked_json.h"

#include <array>
#include <limits>

#include "base/json.h"
#include "base/json_reader.h"

namespace emend::check {
namespace {

constexpr std::array<std::string_view, 3> kLevels = {"error", "warning", "note"};
constexpr std::array<std::string_view, 3> kSeverities = {"note", "warning", "failure"};
constexpr std::size_t kEnd = std::size_t{1} << 48;
constexpr int kLargestSide = 1 << 28;

Json place_json(const FilePlace& place) { return {place.line, place.byte, place.character, place.utf16}; }

FilePlace read_place(JsonReader& reader, const Json& object, const char* key) {
  FilePlace place;
  reader.within(object, key, [&](const Json& json) {
    if (!json.is_array() || json.size() != 4) return reader.complain("is not a place");
    std::array<std::size_t, 4> numbers{};
    for (std::size_t i = 0; i < 4; ++i) numbers[i] = reader.index(json[i], kEnd);
    if (numbers[0] < 1 || numbers[1] < 1 || numbers[2] < 1 || numbers[3] < 1) return reader.complain("is not a place");
    place = {numbers[0], numbers[1], numbers[2], numbers[3]};
  });
  return place;
}

Json finding_json(const Finding& finding) {
  Json json;
  json["rule"] = finding.rule;
  json["message"] = finding.message;
  json["level"] = kLevels[static_cast<std::size_t>(finding.level)];
  json["span"] = {finding.span.begin, finding.span.end};
  json["begin"] = place_json(finding.begin);
  json["end"] = place_json(finding.end);
  json["before"] = finding.before;
  json["after"] = finding.after;
  if (finding.has_fix) json["has_fix"] = true;
  if (!finding.is_plain_fix) json["is_plain_fix"] = false;
  if (finding.is_safe) json["is_safe"] = true;
  if (finding.is_marked) json["is_marked"] = true;
  json["probability"] = finding.probability;
  json["fix_probability"] = finding.fix_probability;
  json["key"] = finding.key;
  json["excerpt"] = finding.excerpt;
  json["excerpt_begin"] = finding.excerpt_begin;
  if (finding.page > 0) {
    json["page"] = finding.page;
    json["box"] = {finding.box.x, finding.box.y, finding.box.width, finding.box.height};
    json["image"] = finding.image;
  }
  return json;
}

Finding read_finding(JsonReader& reader, const Json& object) {
  Finding finding;
  finding.rule = reader.text(object, "rule");
  finding.message = reader.text(object, "message");
  finding.level = static_cast<Level>(reader.choice(object, "level", kLevels));
  reader.within(object, "span", [&](const Json& json) {
    if (!json.is_array() || json.size() != 2) return reader.complain("is not a range of bytes");
    finding.span = {reader.index(json[0], kEnd), reader.index(json[1], kEnd)};
    if (finding.span.begin > finding.span.end) reader.complain("is not a range of bytes");
  });
  finding.begin = read_place(reader, object, "begin");
  finding.end = read_place(reader, object, "end");
  finding.before = reader.text(object, "before");
  finding.after = reader.text(object, "after");
  finding.has_fix = reader.flag(object, "has_fix", false);
  finding.is_plain_fix = reader.flag(object, "is_plain_fix", true);
  finding.is_safe = reader.flag(object, "is_safe", false);
  finding.is_marked = reader.flag(object, "is_marked", false);
  finding.probability = reader.number(object, "probability", 0, 1);
  finding.fix_probability = reader.number(object, "fix_probability", 0, 1);
  finding.key = reader.text(object, "key");
  finding.excerpt = reader.text(object, "excerpt");
  finding.excerpt_begin = reader.count(object, "excerpt_begin", 0);
  if (object.is_object() && object.contains("page")) {
    finding.page = reader.integer(object, "page", 1, std::numeric_limits<int>::max());
    const auto sides = reader.integers(object, "box", 4, 0, kLargestSide);
    finding.box = {sides[0], sides[1], sides[2], sides[3]};
    finding.image = reader.text(object, "image");
  }
  return finding;
}

Json use_json(const Use& use) {
  return {use.count, use.offset, use.place.line, use.place.byte, use.place.character, use.place.utf16};
}

Use read_use(JsonReader& reader, const Json& json) {
  std::array<std::size_t, 6> numbers{};
  if (!json.is_array() || json.size() != numbers.size()) {
    reader.complain("is not a use");
    return {};
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = reader.index(json[i], kEnd);
  return {numbers[0], numbers[1], {numbers[2], numbers[3], numbers[4], numbers[5]}};
}

}  // namespace

std::string checked_to_json(const CheckedText& checked) {
  Json json;
  json["text_bytes"] = checked.text_bytes;
  json["line_ends"] = checked.line_ends;
  json["words"] = checked.words;
  json["encoding"] = checked.encoding;
  json["bom"] = checked.had_bom;
  json["certain"] = checked.is_encoding_certain;
  Json list = Json::array();
  for (const Finding& finding : checked.findings) list.push_back(finding_json(finding));
  json["findings"] = std::move(list);
  Json problems = Json::array();
  for (const Problem& problem : checked.problems)
    problems.push_back({{"severity", kSeverities[static_cast<std::size_t>(problem.severity)]},
                        {"subject", problem.error.subject},
                        {"what", problem.error.what},
                        {"hint", problem.error.hint}});
  json["problems"] = std::move(problems);
  return to_line(json);
}

std::string facts_to_json(const Facts& facts) {
  Json json;
  json["words"] = facts.words;
  json["errors"] = facts.expected_errors;
  Json names = Json::array();
  for (const auto& [name, use] : facts.names) names.push_back({name, use_json(use)});
  json["names"] = std::move(names);
  Json habits = Json::array();
  for (const Use& use : facts.habits) habits.push_back(use_json(use));
  json["habits"] = std::move(habits);
  Json folios = Json::array();
  for (const auto& [number, use] : facts.folios) folios.push_back({number, use_json(use)});
  json["folios"] = std::move(folios);
  return to_line(json);
}

Result<CheckedText> checked_from_json(std::string_view bytes, const std::string& subject) {
  const auto json = parse_json(bytes, subject);
  if (!json) return fail(json.error());
  JsonReader reader(subject);
  CheckedText checked;
  checked.text_bytes = reader.count(*json, "text_bytes", 0);
  checked.line_ends = reader.count(*json, "line_ends", 0);
  checked.words = reader.count(*json, "words", 0);
  checked.encoding = reader.text(*json, "encoding");
  checked.had_bom = reader.flag(*json, "bom", false);
  checked.is_encoding_certain = reader.flag(*json, "certain", true);
  reader.each(*json, "findings", true,
              [&](const Json& item) { checked.findings.push_back(read_finding(reader, item)); });
  reader.each(*json, "problems", true, [&](const Json& item) {
    Problem problem;
    problem.severity = static_cast<Severity>(reader.choice(item, "severity", kSeverities));
    problem.error = {ErrorKind::kUnreadable, reader.text(item, "subject"), reader.text(item, "what"),
                     reader.text(item, "hint")};
    checked.problems.push_back(std::move(problem));
  });
  if (reader.failed()) return fail(reader.error());
  return checked;
}

Result<Facts> facts_from_json(std::string_view bytes, const std::string& subject) {
  const auto json = parse_json(bytes, subject);
  if (!json) return fail(json.error());
  JsonReader reader(subject);
  Facts facts;
  facts.words = reader.count(*json, "words", 0);
  facts.expected_errors = reader.number(*json, "errors", 0, 1e12);
  reader.each(*json, "names", true, [&](const Json& item) {
    if (!item.is_array() || item.size() != 2 || !item[0].is_string()) return reader.complain("is not a name");
    facts.names[item[0].get<std::string>()] = read_use(reader, item[1]);
  });
  std::size_t next = 0;
  reader.each(*json, "habits", true, [&](const Json& item) {
    if (next < kHabits) facts.habits[next++] = read_use(reader, item);
  });
  reader.each(*json, "folios", true, [&](const Json& item) {
    if (!item.is_array() || item.size() != 2) return reader.complain("is not a folio");
    facts.folios[reader.index(item[0], kEnd)] = read_use(reader, item[1]);
  });
  if (reader.failed()) return fail(reader.error());
  return facts;
}

}  // namespace emend::check
