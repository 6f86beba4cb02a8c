#include "store/document_file.h"

#include <utility>
#include <vector>

#include "base/json.h"
#include "base/json_reader.h"
#include "document/page_json.h"
#include "store/source_map_json.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

using document::Document;
using document::WordPlace;

// Tells our file from any other JSON.
constexpr std::string_view kFormat = "emend-document";

Json place_json(const WordPlace& place) {
  return Json::array(
      {place.span.begin, place.span.end, place.page, place.block, place.paragraph, place.line, place.word});
}

// A word of the pages by its indices, each checked before it is used.
WordPlace read_place(JsonReader& reader, const Json& json, const std::string& raw_text,
                     const std::vector<document::Page>& pages, std::size_t previous_end) {
  constexpr std::size_t kNumbers = 7;
  WordPlace place;
  if (!json.is_array() || json.size() != kNumbers) {
    reader.complain("is not [begin, end, page, block, paragraph, line, word]");
    return place;
  }
  place.span.begin = reader.index(json[0], raw_text.size() + 1);
  place.span.end = reader.index(json[1], raw_text.size() + 1);
  place.page = reader.index(json[2], pages.size());
  if (reader.failed()) return place;
  if (place.span.begin >= place.span.end) reader.complain("has an empty span");
  if (place.span.begin < previous_end) reader.complain("overlaps the place before it or stands out of order");
  if (!text::is_code_point_border(raw_text, place.span.begin) || !text::is_code_point_border(raw_text, place.span.end))
    reader.complain("cuts a character in two");
  const auto& blocks = pages[place.page].blocks;
  place.block = reader.index(json[3], blocks.size());
  if (reader.failed()) return place;
  const auto& paragraphs = blocks[place.block].paragraphs;
  place.paragraph = reader.index(json[4], paragraphs.size());
  if (reader.failed()) return place;
  const auto& lines = paragraphs[place.paragraph].lines;
  place.line = reader.index(json[5], lines.size());
  if (reader.failed()) return place;
  place.word = reader.index(json[6], lines[place.line].words.size());
  return place;
}

void read_header(JsonReader& reader, const Json& json) {
  if (!json.is_object()) return reader.complain("is not a document of emend");
  if (reader.text(json, "format") != kFormat) return reader.complain("is not a document of emend");
  const int version = reader.integer(json, "version", 1, document::kLargestCoordinate);
  if (version > kDocumentVersion)
    reader.complain("has format version " + std::to_string(version) + ", newer than this program reads (" +
                    std::to_string(kDocumentVersion) + ")");
}

document::SourceKind read_kind(JsonReader& reader, const Json& json) {
  const std::string kind = reader.text(json, "kind");
  if (kind != "scan" && kind != "text") reader.complain("kind", "is neither scan nor text");
  return kind == "scan" ? document::SourceKind::kScan : document::SourceKind::kText;
}

}  // namespace

std::string document_to_json(const Document& document, const edit::SourceMap* source) {
  Json json = {{"format", kFormat},
               {"version", kDocumentVersion},
               {"name", document.name},
               {"source_path", document.source_path},
               {"source_hash", document.source_hash},
               {"kind", document.kind == document::SourceKind::kScan ? "scan" : "text"},
               {"encoding", document.encoding},
               {"languages", document.languages}};
  Json& witnesses = json["witnesses"] = Json::array();
  for (const document::Witness& witness : document.witnesses) {
    witnesses.push_back({{"engine", witness.engine}, {"model", witness.model}, {"variant", witness.variant}});
    if (!witness.tells_confidence) witnesses.back()["tells_confidence"] = false;
  }
  json["raw_text"] = document.raw.text();
  Json& pages = json["pages"] = Json::array();
  for (const document::Page& page : document.pages) pages.push_back(document::page_to_json(page));
  Json& places = json["places"] = Json::array();
  for (const WordPlace& place : document.raw.places()) places.push_back(place_json(place));
  if (source != nullptr) json["source_map"] = source_map_to_json(*source);
  return to_line(json) + "\n";
}

Result<Document> document_from_json(std::string_view bytes, const std::string& subject) {
  auto json = parse_json(bytes, subject);
  if (!json) return fail(json.error());

  JsonReader reader(subject);
  read_header(reader, *json);
  if (reader.failed()) return fail(reader.error());

  Document document;
  document.name = reader.text(*json, "name");
  document.source_path = reader.text(*json, "source_path");
  document.source_hash = reader.text(*json, "source_hash");
  document.kind = read_kind(reader, *json);
  document.encoding = reader.text(*json, "encoding");
  document.languages = reader.text(*json, "languages");
  reader.each(*json, "witnesses", true, [&](const Json& item) {
    document.witnesses.push_back({reader.text(item, "engine"), reader.text(item, "model"), reader.text(item, "variant"),
                                  reader.flag(item, "tells_confidence", true)});
  });
  reader.each(*json, "pages", true, [&](const Json& item) {
    document.pages.push_back(document::read_page(reader, item, document.witnesses.size()));
  });
  std::string raw_text = reader.text(*json, "raw_text");
  std::vector<WordPlace> places;
  reader.each(*json, "places", true, [&](const Json& item) {
    const std::size_t previous_end = places.empty() ? 0 : places.back().span.end;
    places.push_back(read_place(reader, item, raw_text, document.pages, previous_end));
  });
  if (reader.failed()) return fail(reader.error());
  check_source_map(reader, *json, raw_text.size());
  if (reader.failed()) return fail(reader.error());
  document.raw = document::RawText(std::move(raw_text), std::move(places));
  return document;
}

}  // namespace emend::store
