#include "store/source_map_json.h"

#include <limits>

#include "document/page_json.h"

namespace emend::store {
namespace {

constexpr const char* kMember = "source_map";
constexpr std::size_t kNumbersOfText = 7;
constexpr std::size_t kNumbersOfScan = 11;  // with the box
// Bytes; far above any text that is read.
constexpr std::size_t kEndOfSpans = std::size_t{1} << 40;

Json piece_to_json(const edit::SourcePiece& piece) {
  Json json = Json::array(
      {piece.clean.begin, piece.clean.end, piece.raw.begin, piece.raw.end, piece.page, piece.line, piece.paragraph});
  if (!piece.box.is_empty())
    for (const int side : {piece.box.x, piece.box.y, piece.box.width, piece.box.height}) json.push_back(side);
  return json;
}

edit::SourcePiece read_piece(JsonReader& reader, const Json& json, std::size_t clean_done, std::size_t raw_size) {
  edit::SourcePiece piece;
  if (!json.is_array() || (json.size() != kNumbersOfText && json.size() != kNumbersOfScan)) {
    reader.complain("is not [begin, end, raw begin, raw end, page, line, paragraph] with a box or without");
    return piece;
  }
  piece.clean = {reader.index(json[0], kEndOfSpans), reader.index(json[1], kEndOfSpans)};
  piece.raw = {reader.index(json[2], raw_size + 1), reader.index(json[3], raw_size + 1)};
  constexpr std::size_t kEndOfNumbers = document::kLargestCoordinate;
  piece.page = static_cast<int>(reader.index(json[4], kEndOfNumbers));
  piece.line = reader.index(json[5], kEndOfNumbers);
  piece.paragraph = reader.index(json[6], kEndOfNumbers);
  if (json.size() == kNumbersOfScan) {
    const auto side = [&](std::size_t i) { return static_cast<int>(reader.index(json[i], kEndOfNumbers)); };
    piece.box = {side(7), side(8), side(9), side(10)};
    if (!reader.failed() && piece.box.is_empty()) reader.complain("has an empty box");
  }
  if (reader.failed()) return piece;
  if (piece.clean.begin != clean_done || piece.clean.is_empty() || piece.clean.end < piece.clean.begin)
    reader.complain("does not follow the piece before it");
  if (piece.raw.end < piece.raw.begin) reader.complain("has no range of the raw text");
  if (piece.line == 0 || piece.paragraph == 0) reader.complain("counts lines and paragraphs from 0");
  return piece;
}

}  // namespace

Json source_map_to_json(const edit::SourceMap& map) {
  Json list = Json::array();
  for (const edit::SourcePiece& piece : map.pieces()) list.push_back(piece_to_json(piece));
  return list;
}

void check_source_map(JsonReader& reader, const Json& document, std::size_t raw_size) {
  std::size_t clean_done = 0;
  reader.each(document, kMember, false,
              [&](const Json& item) { clean_done = read_piece(reader, item, clean_done, raw_size).clean.end; });
}

}  // namespace emend::store
