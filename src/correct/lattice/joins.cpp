#include "correct/lattice/joins.h"

#include <algorithm>
#include <string>

#include "correct/lattice/misreadings.h"

namespace emend::correct {
namespace {

// A hyphen at the end of a line that was not seen.
constexpr double kLostHyphenCost = 4.5;
// Two words that like each other so much are not one.
constexpr double kLeastFitOfPair = 1;
// A short number among words.
constexpr float kNumberCost = 7;
// More units than this are not pieces of one word.
constexpr std::size_t kMostPieces = 3;
// A join has to be about as good as the pieces one by one, each as what it is likeliest to be; the context adds the
// rest.
constexpr float kMostBehindPieces = 2;

}  // namespace

struct Joins::Join {
  std::size_t from = 0;
  std::size_t to = 0;         // the last one
  std::size_t run_bytes = 0;  // see run_of()
  int suspicious = 0;         // of the units
  bool has_number = false;
  bool is_glued = true;   // without a space or a line end
  Gap gap = Gap::kSpace;  // the last one
};

void Joins::add(std::size_t i) {
  Join join;
  join.from = i;
  if (!extend(join, i)) return;
  for (std::size_t j = i + 1; j < std::min(arcs_.end(), i + kMostPieces); ++j) {
    if (!extend(join, j)) return;
    if (join.has_number && (join.suspicious == 0 || (join.gap != Gap::kSpace && join.gap != Gap::kGlued))) continue;
    // Three pieces are one word only where most of them are no words.
    if (j > i + 1 && join.suspicious < 2) continue;
    if (join.gap == Gap::kHyphenBreak) {
      add_whole_word(join);
      add_misread_join(join);
    } else if (join.suspicious > (arcs_.is_clean() ? 1 : 0)) {
      add_misread_join(join);
    } else if (join.gap == Gap::kGlued) {
      return;
    } else {
      add_exact_join(join);
    }
  }
}

// Takes the next unit into the join. False where no word can go on.
bool Joins::extend(Join& join, std::size_t j) const {
  const PassContext& context = arcs_.context();
  const Unit& unit = context.units[j];
  const bool is_first = j == join.from;
  const bool is_number = unit.kind == lm::LmTokenKind::kNumber;
  if (unit.kind == lm::LmTokenKind::kBoundary) return false;
  if (is_number && (unit.span.size() > (is_first ? 2 : 3) || j > join.from + 1)) return false;
  if (!is_first) {
    switch (unit.gap) {
      case Gap::kSpace:
      case Gap::kHyphenBreak: ++join.run_bytes; break;
      case Gap::kLine:
        if (j > join.from + 1) return false;
        ++join.run_bytes;
        break;
      case Gap::kGlued: join.run_bytes += unit.span.begin - context.units[j - 1].span.end; break;
      case Gap::kWide: return false;
    }
    join.gap = unit.gap;
    join.is_glued = join.is_glued && unit.gap == Gap::kGlued;
  }
  join.run_bytes += unit.span.size();
  if (join.run_bytes > kLongestRunBytes) return false;
  join.to = j;
  join.has_number = join.has_number || is_number;
  join.suspicious += is_suspicious(j);
  // "3'ears": no text has a figure and a word with nothing but an apostrophe between them.
  if (!is_first && is_letter_as_figure(j)) join.suspicious += 2;
  return true;
}

// What is seen, as the search wants it.
std::string Joins::run_of(const Join& join) const {
  const PassContext& context = arcs_.context();
  std::string run(context.seen(join.from));
  for (std::size_t k = join.from + 1; k <= join.to; ++k) {
    const Unit& unit = context.units[k];
    const std::size_t before = context.units[k - 1].span.end;
    switch (unit.gap) {
      case Gap::kSpace: run += ' '; break;
      case Gap::kGlued: run += context.text.substr(before, unit.span.begin - before); break;
      default: run += kBreakMark; break;
    }
    run += context.seen(k);
  }
  return run;
}

// The forms as they stand, with single spaces but over line ends.
std::string Joins::folded_of(const Join& join) const {
  const PassContext& context = arcs_.context();
  std::string folded(context.forms.form_of_unit(join.from));
  for (std::size_t k = join.from + 1; k <= join.to; ++k) {
    if (context.units[k].gap != Gap::kHyphenBreak && context.units[k].gap != Gap::kLine) folded += ' ';
    folded += context.forms.form_of_unit(k);
  }
  return folded;
}

// Of the units as they stand.
float Joins::cost_of(const Join& join) const {
  const PassContext& context = arcs_.context();
  float cost = 0;
  for (std::size_t k = join.from; k <= join.to; ++k)
    cost += context.units[k].kind == lm::LmTokenKind::kNumber ? kNumberCost : context.forms.of_unit(k).unigram_cost;
  return cost;
}

// Whether the unit may be a piece of a word: nobody knows it, or hardly anybody.
bool Joins::is_suspicious(std::size_t i) const {
  const PassContext& context = arcs_.context();
  const Unit& unit = context.units[i];
  if (unit.kind == lm::LmTokenKind::kNumber) return false;
  if (unit.span.size() == 1) {
    const std::string_view form = context.forms.form_of_unit(i);
    return form != "a" && form != "i";
  }
  const FormInfo& info = context.forms.of_unit(i);
  if (info.is_known && info.unigram_cost < kRareWordCost) return false;
  return !context.forms.info_of_unit(i).is_in_dictionary;
}

// Whether a figure and a word, the unit and the one before it, are parted by one apostrophe alone.
bool Joins::is_letter_as_figure(std::size_t i) const {
  const PassContext& context = arcs_.context();
  const auto is_number = [&](std::size_t k) { return context.units[k].kind == lm::LmTokenKind::kNumber; };
  if (context.units[i].gap != Gap::kGlued || is_number(i) == is_number(i - 1)) return false;
  const text::Span between = {context.units[i - 1].span.end, context.units[i].span.begin};
  const std::size_t letters = context.units[is_number(i) ? i - 1 : i].span.size();
  return letters > 2 && (between.of(context.text) == "'" || between.of(context.text) == "’");
}

// Of what the unit is likeliest to be, without its context.
float Joins::least_cost(std::size_t i) const {
  const PassContext& context = arcs_.context();
  const Unit& unit = context.units[i];
  const FormInfo& info = context.forms.of_unit(i);
  float least = info.unigram_cost;
  if (unit.span.size() < 2 || unit.span.size() > kLongestRunBytes) return least;
  for (const RunCandidate& candidate : context.candidates.candidates(context.seen(i), search_options_for(info, arcs_)))
    least = std::min(least, candidate.channel_cost + candidate.unigram_cost);
  return least;
}

// One word on two lines, as it stands.
void Joins::add_whole_word(const Join& join) {
  if (join.to > join.from + 1) return;
  const std::string folded = folded_of(join);
  const FormInfo& whole = arcs_.context().forms.info(folded);
  if (!whole.is_known && !whole.is_in_dictionary) return;
  arcs_.add_whole(join.from, join.to + 1, whole, folded.size());
}

void Joins::add_exact_join(const Join& join) {
  const PassContext& context = arcs_.context();
  whole_.clear();
  for (std::size_t k = join.from; k <= join.to; ++k) whole_ += context.forms.form_of_unit(k);
  if (context.model.id_of(whole_) == lm::kUnknownWord || arcs_.fit(join.to) >= kLeastFitOfPair) return;
  const text::Span span = {context.units[join.from].span.begin, context.units[join.to].span.end};
  for (const RunCandidate& candidate : context.candidates.joined(run_of(join), whole_))
    arcs_.add_candidate(join.from, join.to + 1, span, candidate, join.gap == Gap::kLine ? kLostHyphenCost : 0);
}

void Joins::add_misread_join(const Join& join) {
  const PassContext& context = arcs_.context();
  const std::string folded = folded_of(join);
  float cost = cost_of(join);
  bool is_known = join.suspicious == 0;
  if (join.gap == Gap::kHyphenBreak && join.to == join.from + 1) {
    const FormInfo& whole = context.forms.info(folded);
    if (whole.is_known || whole.is_in_dictionary) {
      cost = whole.unigram_cost;
      is_known = whole.is_known;
    }
  }
  float apart = 0;  // of the units one by one, each as what it is likeliest to be
  for (std::size_t k = join.from; k <= join.to; ++k)
    apart += context.units[k].kind == lm::LmTokenKind::kNumber ? kNumberCost : least_cost(k);
  SearchOptions options;
  options.most_channel_cost = is_known ? 8 : 15;
  options.most_total_cost = std::min({cost + 2, apart + kMostBehindPieces, is_known ? 24.0f : 36.0f});
  options.may_split = false;
  options.beam = 80;
  options.most_found = 8;
  options.is_damaged = !is_known && !arcs_.is_clean();
  const text::Span span = {context.units[join.from].span.begin, context.units[join.to].span.end};
  for (const RunCandidate& candidate : context.candidates.candidates(run_of(join), options)) {
    // What only repairs words one by one is not repeated here.
    if (candidate.words.size() > 1 && !join.is_glued) continue;
    if (candidate.folded == folded && join.gap != Gap::kLine) continue;
    arcs_.add_candidate(join.from, join.to + 1, span, candidate, join.gap == Gap::kLine ? kLostHyphenCost : 0);
  }
}

}  // namespace emend::correct
