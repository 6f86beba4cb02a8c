#include "store/change_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/json.h"
#include "store/decision_json.h"
#include "store/json_fields.h"
#include "text/line_index.h"

namespace emend::store {
namespace {

// In the order of edit::Applicability.
constexpr std::array<std::string_view, 2> kApplicabilities = {"automatic", "proposed"};

// Log-odds beyond this are certainty many times over.
constexpr double kLargestWeight = 1e6;

double told(double value, double least, double most) {
  return std::isfinite(value) ? std::clamp(value, least, most) : least;
}

Json evidence_to_json(const std::vector<edit::Evidence>& evidence) {
  Json list = Json::array();
  for (const edit::Evidence& item : evidence) {
    Json json;
    json["source"] = item.source;
    json["statement"] = item.statement;
    json["weight"] = std::isfinite(item.weight) ? told(item.weight, -kLargestWeight, kLargestWeight) : 0.0;
    list.push_back(std::move(json));
  }
  return list;
}

Json candidates_to_json(const std::vector<edit::Candidate>& candidates) {
  Json list = Json::array();
  for (const edit::Candidate& candidate : candidates) {
    Json json;
    json["text"] = candidate.text;
    json["probability"] = told(candidate.probability, 0, 1);
    json["is_text"] = candidate.is_text;
    json["says"] = evidence_to_json(candidate.says);
    list.push_back(std::move(json));
  }
  return list;
}

Json record_to_json(const ChangeRecord& record) {
  const edit::Edit& edit = record.change.edit;
  Json json;
  json["id"] = record.change.decision.key;
  json["span"] = {edit.span.begin, edit.span.end};
  json["line"] = record.line;
  json["column"] = record.column;
  json["page"] = record.page > 0 ? Json(record.page) : Json();
  json["box"] =
      record.box.is_empty() ? Json() : Json({record.box.x, record.box.y, record.box.width, record.box.height});
  json["before"] = edit.before;
  json["after"] = edit.after;
  json["rule"] = edit.rule;
  json["reason"] = edit.reason;
  json["confidence"] = told(edit.probability, 0, 1);
  json["applicability"] = kApplicabilities[static_cast<std::size_t>(edit.applicability)];
  json["evidence"] = evidence_to_json(edit.evidence);
  if (!edit.candidates.empty()) json["candidates"] = candidates_to_json(edit.candidates);
  Json decision;
  add_decision_members(decision, record.change.decision);
  json["decision"] = std::move(decision);
  return json;
}

text::Span span_from(JsonFields& fields) {
  const Json& json = fields.member("span");
  text::Span span;
  if (!json.is_array() || json.size() != 2 || !to_size(json[0], span.begin) || !to_size(json[1], span.end) ||
      span.begin > span.end) {
    fields.complain("span", "is not a range of bytes");
    return {};
  }
  return span;
}

document::Box box_from(JsonFields& fields) {
  const Json& json = fields.member("box");
  if (json.is_null()) return {};
  document::Box box;
  // Far beyond any scan, and far from where sums of sides overflow.
  constexpr int kLargestSide = 1 << 28;
  if (!json.is_array() || json.size() != 4 || !to_int(json[0], 0, box.x) || !to_int(json[1], 0, box.y) ||
      !to_int(json[2], 1, box.width) || !to_int(json[3], 1, box.height) ||
      std::max({box.x, box.y, box.width, box.height}) > kLargestSide) {
    fields.complain("box", "is not a rectangle on a scan");
    return {};
  }
  return box;
}

std::vector<edit::Evidence> evidence_from(JsonFields& fields, const char* name) {
  std::vector<edit::Evidence> evidence;
  const Json& json = fields.member(name);
  if (!json.is_array()) {
    fields.complain(name, "is not a list");
    return evidence;
  }
  for (const Json& item : json) {
    JsonFields members(item);
    evidence.push_back(
        {members.text("source"), members.text("statement"), members.number("weight", -kLargestWeight, kLargestWeight)});
    if (!members.is_good()) fields.complain(name, "has a bad item: " + members.complaint());
  }
  return evidence;
}

// Files of before the candidates have none.
std::vector<edit::Candidate> candidates_from(JsonFields& fields) {
  std::vector<edit::Candidate> candidates;
  if (!fields.has("candidates")) return candidates;
  const Json& json = fields.member("candidates");
  if (!json.is_array()) fields.complain("candidates", "is not a list");
  if (!json.is_array()) return candidates;
  for (const Json& item : json) {
    JsonFields members(item);
    edit::Candidate candidate;
    candidate.text = members.text("text");
    candidate.probability = members.number("probability", 0, 1);
    candidate.is_text = members.flag("is_text");
    candidate.says = evidence_from(members, "says");
    candidates.push_back(std::move(candidate));
    if (!members.is_good()) fields.complain("candidates", "has a bad item: " + members.complaint());
  }
  return candidates;
}

Result<ChangeRecord> record_from_line(std::string_view line, const std::string& subject) {
  const auto json = parse_json(line, subject);
  if (!json) return fail(json.error());
  JsonFields fields(*json);
  ChangeRecord record;
  edit::Edit& edit = record.change.edit;
  edit.span = span_from(fields);
  record.line = fields.count("line", 1);
  record.column = fields.count("column", 1);
  if (!fields.member("page").is_null()) record.page = fields.integer("page", 1);
  record.box = box_from(fields);
  edit.before = fields.text("before");
  edit.after = fields.text("after");
  edit.rule = fields.text("rule");
  edit.reason = fields.text("reason");
  edit.probability = fields.number("confidence", 0, 1);
  edit.applicability = static_cast<edit::Applicability>(
      fields.choice("applicability", kApplicabilities.data(), kApplicabilities.size()));
  edit.evidence = evidence_from(fields, "evidence");
  edit.candidates = candidates_from(fields);
  JsonFields decision(fields.member("decision"));
  record.change.decision = decision_from_members(decision);
  if (!decision.is_good()) fields.complain("decision", "is not one: " + decision.complaint());
  record.change.decision.key = fields.text("id");
  if (!is_key(record.change.decision.key)) fields.complain("id", "is not 16 hexadecimal digits");
  if (edit.span.size() != edit.before.size()) fields.complain("before", "is not as long as its span");
  if (!fields.is_good()) return fail(ErrorKind::kUnreadable, subject, fields.complaint());
  return record;
}

}  // namespace

std::pair<std::size_t, std::size_t> places_of_change(const document::Document& document, text::Span span) {
  const auto& places = document.raw.places();
  auto [first, last] = document.raw.places_in(span);
  if (first == last) {
    if (first > 0) --first;
    if (last < places.size()) ++last;
  }
  while (last > first && places[last - 1].page != places[first].page) --last;
  return {first, last};
}

std::vector<ChangeRecord> change_records(const document::Document& document, const edit::DecidedEdits& edits) {
  std::vector<ChangeRecord> records;
  records.reserve(edits.size());
  const text::LineIndex lines(document.raw.text());
  for (const edit::DecidedEdit& change : edits) {
    ChangeRecord record;
    record.change = change;
    const text::LineColumn position = lines.position_of(change.edit.span.begin);
    record.line = position.line;
    record.column = position.column;
    const auto [first, last] = places_of_change(document, change.edit.span);
    for (std::size_t i = first; i < last; ++i) {
      const document::WordPlace& place = document.raw.places()[i];
      const document::Page& page = document.pages[place.page];
      record.page = page.number;
      record.box = united(record.box,
                          page.blocks[place.block].paragraphs[place.paragraph].lines[place.line].words[place.word].box);
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::string changes_to_jsonl(const std::vector<ChangeRecord>& records) {
  std::string lines;
  for (const ChangeRecord& record : records) lines += to_line(record_to_json(record)) + "\n";
  return lines;
}

Result<std::vector<ChangeRecord>> changes_from_jsonl(std::string_view bytes, const std::string& subject) {
  std::vector<ChangeRecord> records;
  std::size_t begin = 0;         // of the edit before
  std::size_t accepted_end = 0;  // of the last accepted edit
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::string name = subject + ":" + std::to_string(number);
    auto record = record_from_line(take_line(bytes), name);
    if (!record) return fail(record.error());
    const text::Span span = record->change.edit.span;
    if (span.begin < begin) return fail(ErrorKind::kUnreadable, name, "is not in the order of the text");
    begin = span.begin;
    if (record->change.is_accepted()) {
      if (span.begin < accepted_end) return fail(ErrorKind::kUnreadable, name, "overlaps an accepted change before it");
      accepted_end = span.end;
    }
    records.push_back(std::move(*record));
  }
  return records;
}

}  // namespace emend::store
