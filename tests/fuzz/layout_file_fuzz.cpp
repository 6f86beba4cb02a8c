// read_layout: any bytes; what it takes makes a document that can be written and read again, every word of the text has
// its place in the file, and replacing none gives the file back.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "document/document.h"
#include "expect.h"
#include "store/document_file.h"
#include "store/layout/layout_rewrite.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  emend::store::unknown_markup(bytes);
  const auto file = emend::store::read_layout(bytes, "input");
  if (!file) return 0;

  emend::document::Document document;
  document.kind = emend::document::SourceKind::kScan;
  document.witnesses = file->witnesses;
  document.pages = file->pages;
  document.raw = emend::document::RawText::from_pages(document.pages);
  FUZZ_EXPECT(document.raw.places().size() == file->words.size());
  const std::string written = emend::store::document_to_json(document);
  const auto again = emend::store::document_from_json(written, "input");
  FUZZ_EXPECT(again.has_value());
  FUZZ_EXPECT(emend::store::document_to_json(*again) == written);

  const std::string& source = file->source.text;
  emend::edit::DecidedEdits edits;
  for (std::size_t i = 0; i < file->words.size(); ++i) {
    const auto& word = file->words[i];
    FUZZ_EXPECT(word.span.begin <= word.span.end && word.span.end <= source.size());
    const emend::text::Span span = document.raw.places()[i].span;
    const auto place = emend::store::place_in_file(*file, document.raw, span);
    FUZZ_EXPECT(!place || (place->begin <= place->end && place->end <= source.size()));
    emend::edit::DecidedEdit change;
    change.edit.span = span;
    change.edit.before = span.of(document.raw.text());
    change.edit.after = change.edit.before;
    change.decision.verdict = emend::edit::Verdict::kAccepted;
    edits.push_back(change);
  }
  const auto same = emend::store::rewrite_in_place(*file, document.raw, {}, "input");
  FUZZ_EXPECT(!same || same->bytes == bytes);

  // Every word with a letter behind it: what was changed is read back so, the rest as it was.
  for (auto& change : edits) change.edit.after += "x";
  const auto longer = emend::store::rewrite_in_place(*file, document.raw, edits, "input");
  if (!longer || longer->changed_words == 0) return 0;
  const auto reread = emend::store::read_layout(longer->bytes, "input");
  FUZZ_EXPECT(reread.has_value());
  FUZZ_EXPECT(reread->words.size() == file->words.size());
  return 0;
}
