#include <algorithm>
#include <memory>

#include "correct/notes/text_notes.h"
#include "correct/rule.h"
#include "layout/note_sequence.h"

namespace emend::correct {
namespace {

constexpr RuleInfo kInfo{
    .id = "misread-note-label",
    .group = "footnotes",
    .summary = "Restore the label before a note that was read as a brace or a sign",
    .why =
        "The label that begins a note is misread as its mark is: {2}, [2}, 2] or @. In a text without a scan it is "
        "known "
        "by where it stands, at the beginning of a paragraph or behind another note, and by its mark: a legible number "
        "is kept where the text has that mark, and one that is not legible is inferred from the labels around it and "
        "from the marks that have no note. A list has no marks and stays.",
    .example_before = "The land is taken.[1] The grain is held.[2]\n\n[1] See the first volume.\n{2} See the second.",
    .example_after = "The land is taken.[1] The grain is held.[2]\n\n[1] See the first volume.\n[2] See the second.",
    .applicability = edit::Applicability::kAutomatic,
};

constexpr double kAsRead = 0.97;
constexpr double kMostInferred = 0.95;
constexpr double kAutomatic = 0.8;
constexpr double kLeast = 0.5;
// That a sign before a note is its label, among other notes.
constexpr double kSignLogOdds = 2;

using State = TextNote::State;

layout::NoteSite site_of(const TextNote& note) {
  layout::NoteSite site;
  if (!note.label.empty() && note.label[0] >= '0' && note.label[0] <= '9') site.number = std::stoi(note.label);
  site.is_certain = note.state == State::kSound;
  site.log_odds = site.is_certain ? 6 : kSignLogOdds;
  return site;
}

class MisreadNoteLabel final : public Rule {
 public:
  const RuleInfo& info() const override { return kInfo; }

  void propose(const RuleInput& input, std::vector<edit::Edit>& edits) const override {
    const TextNotes notes = find_text_notes(input.text);
    const auto is_sound = [](const TextNote& note) { return note.state == State::kSound; };
    if (std::all_of(notes.notes.begin(), notes.notes.end(), is_sound)) return;
    const std::set<int> marks = labels_of_marks(notes);
    const std::set<int> labels = labels_of_notes(notes);

    // Signs as typists set them do not count.
    std::vector<std::size_t> counted;
    std::vector<layout::NoteSite> sites;
    for (std::size_t i = 0; i < notes.notes.size(); ++i) {
      const layout::NoteSite site = site_of(notes.notes[i]);
      if (is_sound(notes.notes[i]) && !site.number) continue;
      counted.push_back(i);
      sites.push_back(site);
    }
    if (sites.size() > layout::kMostNoteSites) return;
    const std::vector<layout::NoteNumber> numbers = layout::number_sites(sites, {}, marks);
    for (std::size_t i = 0; i < counted.size(); ++i) {
      const TextNote& note = notes.notes[counted[i]];
      if (is_sound(note)) continue;
      const int number = numbers[i].number;
      if (number == 0 || !marks.contains(number)) continue;
      const bool is_read = sites[i].number == number;
      if (!is_read && (numbers[i].probability < kLeast || labels.contains(number))) continue;
      const double probability = is_read ? kAsRead : std::min(numbers[i].probability, kMostInferred);
      edit::Edit edit = make_edit(kInfo, input, note.label_span, "[" + std::to_string(number) + "]",
                                  is_read ? "The text has a mark with this number, and a note begins here"
                                          : "The labels around it and the marks without a note ask for this number",
                                  probability);
      if (probability < kAutomatic) edit.applicability = edit::Applicability::kProposed;
      edit.evidence = {
          {"document", "The text has the mark [" + std::to_string(number) + "]", 2},
          {std::string(kInfo.id), is_read ? "The number is legible" : "A note stands on either side or before it", 1}};
      edits.push_back(std::move(edit));
    }
  }
};

}  // namespace

std::unique_ptr<Rule> make_misread_note_label() { return std::make_unique<MisreadNoteLabel>(); }

}  // namespace emend::correct
