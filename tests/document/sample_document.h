// A small scanned document with every field set, for the tests of what stores or shows documents.
#pragma once

#include "document/document.h"

namespace emend::document {

// Two pages, two witnesses, "Café 8—hour" on the first and "day" on the second.
inline Document sample_document() {
  CharacterReading eight{"8", 0.7F, {90, 10, 18, 20}, {{"B", 0.3F}, {"3", 0.001F}}};
  Word cafe;
  cafe.box = {10, 10, 60, 20};
  cafe.readings = {{0, "Café", 0.96F, {}}, {1, "Cafe", 1.0F / 3, {}}};
  cafe.font_size_pt = 11.5F;
  cafe.is_superscript = true;
  cafe.is_italic = true;
  cafe.is_bold = true;
  Word hour;
  hour.box = {90, 10, 120, 20};
  hour.is_struck_out = true;
  hour.is_underlined = true;
  hour.is_between_lines = true;
  hour.readings = {{1, "8—hour", 0.81F, {eight}}};
  Word nothing;
  nothing.box = {220, 10, 4, 20};
  nothing.readings = {{0, "", 0, {}}};
  Word day;
  day.box = {230, 10, 80, 20};
  day.readings = {{0, "day", 1, {}}};
  day.is_in_engine_dictionary = true;

  Paragraph first;
  first.box = {10, 10, 300, 20};
  first.is_left_to_right = false;
  first.starts_list_item = true;
  first.first_line_indent_px = -12;
  first.lines = {{{10, 10, 300, 20}, {10, 28, 310, -3}, 12.25F, {cafe, hour, nothing}}};
  first.lines[0].pitch_px = 20.5F;
  first.lines[0].phase_px = 3.25F;
  Paragraph second;
  second.box = {230, 10, 80, 20};
  second.lines = {{{230, 10, 80, 20}, {}, 0, {day}}};

  Document document;
  document.name = "minutes.tif";
  document.source_path = "scans/minutes.tif";
  document.source_hash = "00112233445566778899aabbccddeeff";
  document.kind = SourceKind::kScan;
  document.languages = "eng+fra";
  document.witnesses = {{"tesseract 5.3.0", "eng+fra", "cleaned"}, {"recorded", "pages", ""}};
  Page page;
  page.number = 3;
  page.width_px = 400;
  page.height_px = 300;
  page.resolution_dpi = 200;
  page.is_resolution_measured = true;
  page.cleaning = {{"deskew", true, 0.9F, "turned by 1.2 degrees", {{"angle_degrees", 1.2}, {"lines", 31}}},
                   {"despeckle", false, 0.1F, "left alone", {}}};
  page.typewriter = {20.5F, 12, 0.875F};
  page.blocks = {{BlockKind::kHeading, {10, 10, 300, 20}, {first}}, {BlockKind::kPicture, {0, 100, 50, 50}, {}}};
  document.pages = {page, page};
  document.pages[1].number = 4;
  document.pages[1].cleaning.clear();
  document.pages[1].typewriter = {};
  document.pages[1].blocks = {{BlockKind::kText, {230, 10, 80, 20}, {second}}};
  document.raw = RawText::from_pages(document.pages);
  return document;
}

}  // namespace emend::document
