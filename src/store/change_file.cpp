#include "store/change_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/json.h"
#include "base/json_reader.h"
#include "edit/source_map.h"
#include "store/decision_json.h"
#include "text/line_index.h"

namespace emend::store {
namespace {

// In the order of edit::Applicability.
constexpr std::array<std::string_view, 2> kApplicabilities = {"automatic", "proposed"};

// Log-odds beyond this are certainty many times over.
constexpr double kLargestWeight = 1e6;

// Bytes; far above any text that is read.
constexpr std::size_t kEndOfSpans = std::size_t{1} << 40;

// Pixels; far beyond any scan, and far from where sums of sides overflow.
constexpr int kLargestSide = 1 << 28;

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
  json["page_line"] = record.page_line > 0 ? Json(record.page_line) : Json();
  json["paragraph"] = record.paragraph > 0 ? Json(record.paragraph) : Json();
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

text::Span read_span(JsonReader& reader, const Json& object) {
  text::Span span;
  reader.within(object, "span", [&](const Json& json) {
    if (!json.is_array() || json.size() != 2) return reader.complain("is not a range of bytes");
    span.begin = reader.index(json[0], kEndOfSpans);
    span.end = reader.index(json[1], kEndOfSpans);
    if (span.begin > span.end) reader.complain("is not a range of bytes");
  });
  return reader.failed() ? text::Span() : span;
}

document::Box read_box(JsonReader& reader, const Json& object) {
  const std::vector<int> sides = reader.integers(object, "box", 4, 0, kLargestSide);
  const document::Box box{sides[0], sides[1], sides[2], sides[3]};
  if (box.is_empty()) reader.complain("box", "is not a rectangle on a scan");
  return box;
}

bool is_null(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_null();
}

bool is_told(const Json& object, const char* key) { return object.contains(key) && !is_null(object, key); }

std::vector<edit::Evidence> read_evidence(JsonReader& reader, const Json& object, const char* key) {
  std::vector<edit::Evidence> evidence;
  reader.each(object, key, true, [&](const Json& item) {
    evidence.push_back({reader.text(item, "source"), reader.text(item, "statement"),
                        reader.number(item, "weight", -kLargestWeight, kLargestWeight)});
  });
  return evidence;
}

// Files of before the candidates have none.
std::vector<edit::Candidate> read_candidates(JsonReader& reader, const Json& object) {
  std::vector<edit::Candidate> candidates;
  reader.each(object, "candidates", false, [&](const Json& item) {
    edit::Candidate candidate;
    candidate.text = reader.text(item, "text");
    candidate.probability = reader.number(item, "probability", 0, 1);
    candidate.is_text = reader.flag(item, "is_text", false);
    candidate.says = read_evidence(reader, item, "says");
    candidates.push_back(std::move(candidate));
  });
  return candidates;
}

Result<ChangeRecord> record_from_line(std::string_view line, const std::string& subject) {
  const auto json = parse_json(line, subject);
  if (!json) return fail(json.error());
  JsonReader reader(subject);
  ChangeRecord record;
  edit::Edit& edit = record.change.edit;
  edit.span = read_span(reader, *json);
  record.line = reader.count(*json, "line", 1);
  record.column = reader.count(*json, "column", 1);
  if (!is_null(*json, "page")) record.page = reader.integer(*json, "page", 1, std::numeric_limits<int>::max());
  if (!is_null(*json, "box")) record.box = read_box(reader, *json);
  // Files of before the source map have neither.
  if (is_told(*json, "page_line")) record.page_line = reader.count(*json, "page_line", 1);
  if (is_told(*json, "paragraph")) record.paragraph = reader.count(*json, "paragraph", 1);
  edit.before = reader.text(*json, "before");
  edit.after = reader.text(*json, "after");
  edit.rule = reader.text(*json, "rule");
  edit.reason = reader.text(*json, "reason");
  edit.probability = reader.number(*json, "confidence", 0, 1);
  edit.applicability = static_cast<edit::Applicability>(reader.choice(*json, "applicability", kApplicabilities));
  edit.evidence = read_evidence(reader, *json, "evidence");
  edit.candidates = read_candidates(reader, *json);
  reader.within(*json, "decision", [&](const Json& value) { record.change.decision = read_decision(reader, value); });
  record.change.decision.key = reader.text(*json, "id");
  if (!is_key(record.change.decision.key)) reader.complain("id", "is not 16 hexadecimal digits");
  if (edit.span.size() != edit.before.size()) reader.complain("before", "is not as long as its span");
  if (reader.failed()) return fail(reader.error());
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

namespace {

// The paragraph of the clean text that a change is in: that of the piece at its place, if it comes from the line at
// all.
std::size_t paragraph_of(const edit::SourceMap& map, text::Span clean, edit::SourceLines::Place place) {
  const auto fits = [&](const edit::SourcePiece* piece) {
    return piece != nullptr && piece->page == place.page && piece->line == place.line;
  };
  for (const edit::SourcePiece& piece : map.in(clean))
    if (fits(&piece)) return piece.paragraph;
  const edit::SourcePiece* before = clean.begin > 0 ? map.at(clean.begin - 1) : nullptr;
  return fits(before) ? before->paragraph : 0;
}

}  // namespace

std::vector<ChangeRecord> change_records(const document::Document& document, const edit::DecidedEdits& edits,
                                         const edit::CleanText* clean) {
  std::vector<ChangeRecord> records;
  records.reserve(edits.size());
  const edit::SourceLines source(document);
  const edit::SourceMap map = clean != nullptr ? edit::SourceMap(document, *clean) : edit::SourceMap();
  std::size_t next_applied = 0;
  const text::LineIndex lines(document.raw.text());
  for (const edit::DecidedEdit& change : edits) {
    ChangeRecord record;
    record.change = change;
    const text::LineColumn position = lines.position_of(change.edit.span.begin);
    record.line = position.line;
    record.column = position.column;
    const edit::SourceLines::Place place = source.at(change.edit.span.begin);
    record.page_line = place.line;
    if (clean != nullptr) {
      const std::size_t index = records.size();
      while (next_applied < clean->applied.size() && clean->applied[next_applied].edit < index) ++next_applied;
      const bool is_applied = next_applied < clean->applied.size() && clean->applied[next_applied].edit == index;
      const std::size_t at = clean->to_clean(change.edit.span.begin);
      const text::Span span = is_applied ? clean->applied[next_applied].clean : text::Span{at, at};
      record.paragraph = paragraph_of(map, span, place);
    }
    const auto [first, last] = places_of_change(document, change.edit.span);
    for (std::size_t i = first; i < last; ++i) {
      const document::WordPlace& word = document.raw.places()[i];
      record.page = document.pages[word.page].number;
      record.box = united(record.box, document::word_at(document, word).box);
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
