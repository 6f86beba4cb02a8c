#include "document/page_json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

namespace emend::document {
namespace {

constexpr std::array<std::pair<BlockKind, std::string_view>, 7> kBlockKinds = {{
    {BlockKind::kText, "text"},
    {BlockKind::kHeading, "heading"},
    {BlockKind::kCaption, "caption"},
    {BlockKind::kTable, "table"},
    {BlockKind::kPicture, "picture"},
    {BlockKind::kRule, "rule"},
    {BlockKind::kOther, "other"},
}};

constexpr std::array<std::pair<RegionKind, std::string_view>, 7> kRegionKinds = {{
    {RegionKind::kBlackout, "blackout"},
    {RegionKind::kScrawl, "scrawl"},
    {RegionKind::kUnreadInk, "unread-ink"},
    {RegionKind::kNoText, "no-text"},
    {RegionKind::kStamp, "stamp"},
    {RegionKind::kRule, "rule"},
    {RegionKind::kHole, "hole"},
}};

// Tiles along one side of a page; more would be pixels.
constexpr int kMostTiles = 1000;
// Beyond any scanner; such a value is a mistake.
constexpr int kLargestResolutionDpi = 100'000;
// Points; a letter of this size does not fit on A0.
constexpr float kLargestFontSizePt = 10'000;
// No machine types smaller.
constexpr float kMostCharactersPerInch = 1000;

template <typename Names, typename Kind>
std::string_view name_of(const Names& names, Kind kind) {
  for (const auto& [value, name] : names)
    if (value == kind) return name;
  return names.back().second;
}

template <typename Names, typename Kind>
void read_kind(JsonReader& reader, const Json& json, const Names& names, const char* complaint, Kind& kind) {
  const std::string told = reader.text(json, "kind");
  for (const auto& [value, name] : names)
    if (name == told) {
      kind = value;
      return;
    }
  reader.complain("kind", complaint);
}

Json box_json(const Box& box) { return Json::array({box.x, box.y, box.width, box.height}); }

// Flags and figures at their usual value are left out: a book has a million characters.
void add_flag(Json& object, const char* key, bool value, bool usual) {
  if (value != usual) object[key] = value;
}
void add_amount(Json& object, const char* key, float value) {
  if (value != 0) object[key] = short_number(value);
}

Json character_json(const CharacterReading& character) {
  Json json = {
      {"text", character.text}, {"confidence", short_number(character.confidence)}, {"box", box_json(character.box)}};
  if (character.alternatives.empty()) return json;
  Json& alternatives = json["alternatives"] = Json::array();
  for (const Alternative& alternative : character.alternatives)
    alternatives.push_back({{"text", alternative.text}, {"confidence", short_number(alternative.confidence)}});
  return json;
}

Json reading_json(const Reading& reading) {
  Json json = {{"witness", reading.witness}, {"text", reading.text}, {"confidence", short_number(reading.confidence)}};
  if (reading.characters.empty()) return json;
  Json& characters = json["characters"] = Json::array();
  for (const CharacterReading& character : reading.characters) characters.push_back(character_json(character));
  return json;
}

Json word_json(const Word& word) {
  Json json = {{"box", box_json(word.box)}};
  add_amount(json, "font_size_pt", word.font_size_pt);
  add_flag(json, "is_superscript", word.is_superscript, false);
  add_flag(json, "is_italic", word.is_italic, false);
  add_flag(json, "is_bold", word.is_bold, false);
  add_flag(json, "is_in_engine_dictionary", word.is_in_engine_dictionary, false);
  if (!word.whole_word.empty()) json["whole_word"] = word.whole_word;
  add_flag(json, "is_struck_out", word.is_struck_out, false);
  add_flag(json, "is_underlined", word.is_underlined, false);
  add_flag(json, "is_between_lines", word.is_between_lines, false);
  Json& readings = json["readings"] = Json::array();
  for (const Reading& reading : word.readings) readings.push_back(reading_json(reading));
  return json;
}

Json line_json(const Line& line) {
  const Baseline& foot = line.baseline;
  Json json = {{"box", box_json(line.box)}, {"baseline", Json::array({foot.x0, foot.y0, foot.x1, foot.y1})}};
  add_amount(json, "x_height_px", line.x_height_px);
  add_amount(json, "pitch_px", line.pitch_px);
  add_amount(json, "phase_px", line.phase_px);
  Json& words = json["words"] = Json::array();
  for (const Word& word : line.words) words.push_back(word_json(word));
  return json;
}

Json paragraph_json(const Paragraph& paragraph) {
  Json json = {{"box", box_json(paragraph.box)}};
  add_flag(json, "is_left_to_right", paragraph.is_left_to_right, true);
  add_flag(json, "starts_list_item", paragraph.starts_list_item, false);
  if (paragraph.first_line_indent_px != 0) json["first_line_indent_px"] = paragraph.first_line_indent_px;
  Json& lines = json["lines"] = Json::array();
  for (const Line& line : paragraph.lines) lines.push_back(line_json(line));
  return json;
}

Json block_json(const Block& block) {
  Json json = {{"kind", name_of(kBlockKinds, block.kind)}, {"box", box_json(block.box)}};
  Json& paragraphs = json["paragraphs"] = Json::array();
  for (const Paragraph& paragraph : block.paragraphs) paragraphs.push_back(paragraph_json(paragraph));
  return json;
}

Json cleaning_json(const CleaningRecord& record) {
  Json json = {{"step", record.step},
               {"was_applied", record.was_applied},
               {"confidence", short_number(record.confidence)},
               {"note", record.note}};
  Json& figures = json["figures"] = Json::object();
  for (const auto& [name, value] : record.figures)
    if (std::isfinite(value)) figures[name] = value;
  return json;
}

Json typewriter_json(const Typewriter& typewriter) {
  Json json = {{"pitch_px", short_number(typewriter.pitch_px)}};
  add_amount(json, "characters_per_inch", typewriter.characters_per_inch);
  json["share_that_fits"] = short_number(typewriter.share_that_fits);
  return json;
}

Json damage_json(const Damage& damage) {
  Json json = {{"page", Json::object()}};
  for (const auto& [name, value] : damage.page)
    if (std::isfinite(value)) json["page"][name] = value;
  if (damage.tiles.empty()) return json;
  Json& tiles = json["tiles"] = {{"columns", damage.tile_columns}, {"rows", damage.tile_rows}};
  for (const auto& [name, values] : damage.tiles) {
    Json& list = tiles["figures"][name] = Json::array();
    for (const double value : values) list.push_back(std::isfinite(value) ? value : 0);
  }
  return json;
}

Json region_json(const Region& region) {
  return {{"kind", name_of(kRegionKinds, region.kind)}, {"box", box_json(region.box)}};
}

// [x, y, width, height]; sizes are not negative.
Box read_box(JsonReader& reader, const Json& object) {
  const std::vector<int> numbers = reader.integers(object, "box", 4, -kLargestCoordinate, kLargestCoordinate);
  if (numbers[2] < 0 || numbers[3] < 0) reader.complain("box", "has a negative size");
  if (reader.failed()) return {};
  return {numbers[0], numbers[1], numbers[2], numbers[3]};
}

CharacterReading read_character(JsonReader& reader, const Json& json) {
  CharacterReading character;
  character.text = reader.text(json, "text");
  character.confidence = reader.amount(json, "confidence", 1);
  character.box = read_box(reader, json);
  reader.each(json, "alternatives", false, [&](const Json& item) {
    character.alternatives.push_back({reader.text(item, "text"), reader.amount(item, "confidence", 1)});
  });
  return character;
}

Reading read_reading(JsonReader& reader, const Json& json, std::size_t witness_count) {
  Reading reading;
  const int witness = reader.integer(json, "witness", 0, kLargestCoordinate);
  if (static_cast<std::size_t>(witness) >= witness_count)
    reader.complain("witness", "names no witness of the document");
  reading.witness = static_cast<std::size_t>(witness);
  reading.text = reader.text(json, "text");
  reading.confidence = reader.amount(json, "confidence", 1);
  reader.each(json, "characters", false,
              [&](const Json& item) { reading.characters.push_back(read_character(reader, item)); });
  return reading;
}

Word read_word(JsonReader& reader, const Json& json, std::size_t witness_count) {
  Word word;
  word.box = read_box(reader, json);
  word.font_size_pt = reader.amount(json, "font_size_pt", kLargestFontSizePt, 0);
  word.is_superscript = reader.flag(json, "is_superscript", false);
  word.is_italic = reader.flag(json, "is_italic", false);
  word.is_bold = reader.flag(json, "is_bold", false);
  word.is_in_engine_dictionary = reader.flag(json, "is_in_engine_dictionary", false);
  if (json.contains("whole_word")) word.whole_word = reader.text(json, "whole_word");
  word.is_struck_out = reader.flag(json, "is_struck_out", false);
  word.is_underlined = reader.flag(json, "is_underlined", false);
  word.is_between_lines = reader.flag(json, "is_between_lines", false);
  reader.each(json, "readings", true,
              [&](const Json& item) { word.readings.push_back(read_reading(reader, item, witness_count)); });
  if (word.readings.empty()) reader.complain("readings", "is empty");
  return word;
}

Line read_line(JsonReader& reader, const Json& json, std::size_t witness_count) {
  Line line;
  line.box = read_box(reader, json);
  const std::vector<int> foot = reader.integers(json, "baseline", 4, -kLargestCoordinate, kLargestCoordinate);
  line.baseline = {foot[0], foot[1], foot[2], foot[3]};
  line.x_height_px = reader.amount(json, "x_height_px", kLargestCoordinate, 0);
  line.pitch_px = reader.amount(json, "pitch_px", kLargestCoordinate, 0);
  line.phase_px = reader.amount(json, "phase_px", kLargestCoordinate, 0);
  reader.each(json, "words", true,
              [&](const Json& item) { line.words.push_back(read_word(reader, item, witness_count)); });
  return line;
}

Paragraph read_paragraph(JsonReader& reader, const Json& json, std::size_t witness_count) {
  Paragraph paragraph;
  paragraph.box = read_box(reader, json);
  paragraph.is_left_to_right = reader.flag(json, "is_left_to_right", true);
  paragraph.starts_list_item = reader.flag(json, "starts_list_item", false);
  paragraph.first_line_indent_px =
      reader.integer(json, "first_line_indent_px", -kLargestCoordinate, kLargestCoordinate, 0);
  reader.each(json, "lines", true,
              [&](const Json& item) { paragraph.lines.push_back(read_line(reader, item, witness_count)); });
  return paragraph;
}

Block read_block(JsonReader& reader, const Json& json, std::size_t witness_count) {
  Block block;
  read_kind(reader, json, kBlockKinds, "is no kind of block", block.kind);
  block.box = read_box(reader, json);
  reader.each(json, "paragraphs", true,
              [&](const Json& item) { block.paragraphs.push_back(read_paragraph(reader, item, witness_count)); });
  return block;
}

CleaningRecord read_cleaning(JsonReader& reader, const Json& json) {
  CleaningRecord record;
  record.step = reader.text(json, "step");
  record.was_applied = reader.flag(json, "was_applied", false);
  record.confidence = reader.amount(json, "confidence", 1);
  record.note = reader.text(json, "note");
  reader.each_member(json, "figures", [&](const std::string& name, const Json& value) {
    if (!value.is_number() || !std::isfinite(value.get<double>()))
      return reader.complain("has a figure that is no number");
    record.figures[name] = value.get<double>();
  });
  return record;
}

Typewriter read_typewriter(JsonReader& reader, const Json& json) {
  Typewriter typewriter;
  typewriter.pitch_px = reader.amount(json, "pitch_px", kLargestCoordinate);
  typewriter.characters_per_inch = reader.amount(json, "characters_per_inch", kMostCharactersPerInch, 0);
  typewriter.share_that_fits = reader.amount(json, "share_that_fits", 1);
  return typewriter;
}

Damage read_damage(JsonReader& reader, const Json& json) {
  Damage damage;
  reader.each_member(json, "page", [&](const std::string& name, const Json& value) {
    if (!value.is_number() || !std::isfinite(value.get<double>()))
      return reader.complain("has a measure that is no number");
    damage.page[name] = value.get<double>();
  });
  if (!json.is_object() || !json.contains("tiles")) return damage;
  reader.within(json, "tiles", [&](const Json& tiles) {
    damage.tile_columns = reader.integer(tiles, "columns", 1, kMostTiles);
    damage.tile_rows = reader.integer(tiles, "rows", 1, kMostTiles);
    const auto count = static_cast<std::size_t>(damage.tile_columns) * static_cast<std::size_t>(damage.tile_rows);
    reader.each_member(tiles, "figures", [&](const std::string& name, const Json& values) {
      std::vector<double> read;
      if (values.is_array())
        for (const Json& value : values)
          if (value.is_number() && std::isfinite(value.get<double>())) read.push_back(value.get<double>());
      if (read.size() != count) return reader.complain("has a measure without a number for every tile");
      damage.tiles[name] = std::move(read);
    });
  });
  return damage;
}

Region read_region(JsonReader& reader, const Json& json) {
  Region region;
  read_kind(reader, json, kRegionKinds, "is no kind of region", region.kind);
  region.box = read_box(reader, json);
  return region;
}

}  // namespace

Json short_number(float value) {
  if (!std::isfinite(value)) return 0;
  char digits[32];  // the longest float takes 15 characters
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  double number = 0;
  std::from_chars(digits, end, number);
  return number;
}

Json page_to_json(const Page& page) {
  Json json = {{"number", page.number},
               {"width_px", page.width_px},
               {"height_px", page.height_px},
               {"resolution_dpi", page.resolution_dpi},
               {"is_resolution_measured", page.is_resolution_measured}};
  Json& cleaning = json["cleaning"] = Json::array();
  for (const CleaningRecord& record : page.cleaning) cleaning.push_back(cleaning_json(record));
  if (page.typewriter.pitch_px > 0) json["typewriter"] = typewriter_json(page.typewriter);
  if (!page.damage.page.empty()) json["damage"] = damage_json(page.damage);
  if (!page.regions.empty()) {
    Json& regions = json["regions"] = Json::array();
    for (const Region& region : page.regions) regions.push_back(region_json(region));
  }
  if (page.expected_error_rate >= 0) json["expected_error_rate"] = short_number(page.expected_error_rate);
  Json& blocks = json["blocks"] = Json::array();
  for (const Block& block : page.blocks) blocks.push_back(block_json(block));
  return json;
}

Page read_page(JsonReader& reader, const Json& json, std::size_t witness_count) {
  Page page;
  page.number = reader.integer(json, "number", 1, kLargestCoordinate, 1);
  page.width_px = reader.integer(json, "width_px", 0, kLargestCoordinate);
  page.height_px = reader.integer(json, "height_px", 0, kLargestCoordinate);
  page.resolution_dpi = reader.integer(json, "resolution_dpi", 0, kLargestResolutionDpi, 0);
  page.is_resolution_measured = reader.flag(json, "is_resolution_measured", false);
  reader.each(json, "cleaning", false, [&](const Json& item) { page.cleaning.push_back(read_cleaning(reader, item)); });
  if (const auto found = json.find("typewriter"); found != json.end())
    page.typewriter = read_typewriter(reader, *found);
  if (json.is_object() && json.contains("damage"))
    reader.within(json, "damage", [&](const Json& damage) { page.damage = read_damage(reader, damage); });
  reader.each(json, "regions", false, [&](const Json& item) { page.regions.push_back(read_region(reader, item)); });
  if (json.is_object() && json.contains("expected_error_rate"))
    page.expected_error_rate = reader.amount(json, "expected_error_rate", 1);
  reader.each(json, "blocks", true,
              [&](const Json& item) { page.blocks.push_back(read_block(reader, item, witness_count)); });
  return page;
}

Result<Page> page_from_json(const Json& json, const std::string& subject, std::size_t witness_count) {
  JsonReader reader(subject);
  Page page = read_page(reader, json, witness_count);
  if (reader.failed()) return fail(reader.error());
  return page;
}

}  // namespace emend::document
