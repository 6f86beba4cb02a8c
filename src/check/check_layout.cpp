#include "check/check_layout.h"

#include <algorithm>

#include "check/inline_marks.h"
#include "check/layout.h"
#include "pipeline/correct_document.h"
#include "store/change_file.h"

namespace emend::check {
namespace {

const document::Word& word_at(const document::Document& document, const document::WordPlace& place) {
  return document.pages[place.page].blocks[place.block].paragraphs[place.paragraph].lines[place.line].words[place.word];
}

// From the text that was put together to the file.
void move_into_file(const document::Document& document, const Layout& layout, Finding& finding) {
  const auto [first, last] = store::places_of_change(document, finding.span);
  finding.has_fix = false;
  const text::Span in_text = finding.span;
  finding.span = {};
  if (first == last) return;
  for (std::size_t i = first; i < last; ++i) {
    const document::WordPlace& place = document.raw.places()[i];
    finding.page = document.pages[place.page].number;
    finding.image = layout.images[place.page];
    finding.box = united(finding.box, word_at(document, place).box);
  }
  const document::WordPlace& begin = document.raw.places()[first];
  const document::WordPlace& end = document.raw.places()[last - 1];
  const text::Span begin_in_file = layout.word_spans[first];
  const text::Span end_in_file = layout.word_spans[last - 1];
  if (begin_in_file.begin == kNowhere || end_in_file.begin == kNowhere) return;
  const auto offset_in = [&](std::size_t offset, const document::WordPlace& place, text::Span word) {
    const std::size_t inside = offset > place.span.begin ? offset - place.span.begin : 0;
    return std::min(word.begin + inside, word.end);
  };
  finding.span.begin = offset_in(in_text.begin, begin, begin_in_file);
  finding.span.end = std::max(finding.span.begin, offset_in(in_text.end, end, end_in_file));
  const bool is_inside_word = first + 1 == last && in_text.begin >= begin.span.begin && in_text.end <= begin.span.end;
  finding.has_fix = is_inside_word && finding.span.size() == in_text.size() && !finding.after.empty() &&
                    finding.after.find_first_of(" \n<>&\"") == std::string::npos;
}

}  // namespace

Result<CheckedText> check_layout(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                                 const Profile& profile) {
  const auto& tools = profile.tools();
  if (!tools) return fail(tools.error());
  auto layout = read_layout(bytes, kind, path.string());
  if (!layout) return fail(layout.error());
  document::Document document;
  document.name = path.filename().string();
  document.source_path = path.string();
  document.kind = document::SourceKind::kScan;
  document.languages = profile.settings().languages;
  document.witnesses = {{"file", "", "plain"}};
  document.pages = std::move(layout->pages);
  document.raw = document::RawText::from_pages(document.pages);

  const pipeline::Workshop& workshop = *tools->workshop;
  const auto lexicon = workshop.lexicon_for(document, path);
  if (!lexicon) return fail(lexicon.error());
  const auto correction = pipeline::correct_document(document, **lexicon, {}, profile.settings(), workshop);

  CheckedText checked;
  checked.findings = findings_of(correction.edits);
  std::erase_if(checked.findings,
                [&](const Finding& finding) { return finding.probability < profile.settings().policy.min_confidence; });
  checked.facts = gather_facts(document.raw.text(), PlaceFinder(document.raw.text()));
  for (const Finding& finding : checked.findings) checked.facts.expected_errors += finding.probability;
  checked.facts.names.clear();  // their places would be those of the text, not of the file
  for (Use& use : checked.facts.habits) use.offset = 0, use.place = {};
  checked.words = checked.facts.words;
  checked.text_bytes = bytes.size();
  checked.line_ends = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));

  const PlaceFinder places(bytes);
  const InlineMarks marks = InlineMarks::find(bytes, path);
  for (Finding& finding : checked.findings) {
    move_into_file(document, *layout, finding);
    places.set_places(finding);
    finding.is_marked = marks.ignores(finding);
  }
  std::stable_sort(checked.findings.begin(), checked.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  return checked;
}

Result<CheckedText> check_bytes(std::string_view bytes, FileKind kind, const std::filesystem::path& path,
                                const Profile& profile) {
  return is_layout(kind) ? check_layout(bytes, kind, path, profile) : check_text(bytes, path, profile);
}

}  // namespace emend::check
