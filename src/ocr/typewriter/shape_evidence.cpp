#include "ocr/typewriter/shape_evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::ocr {
namespace {

// Shares of the letters that engines misread on typed pages, and of the ends of words where they overlook a mark, by
// the room that there is for one.
constexpr double kUsualErrors = 0.02;
constexpr std::array<double, kRooms> kOverlookedMarks = {0.003, 0.25, 0.05};
// The share of the cells inside words in which they overlook a letter.
constexpr double kOverlookedLetters = 0.003;
// Full stops and commas against other marks.
constexpr double kUsualMark = 1, kOtherMark = 0.05;
// Against blanks, in gaps of three cells: each of the words of one letter.
constexpr double kLoneLetter = 0.1;
// Cells between two words that belong to one sentence, a mark among them.
constexpr std::size_t kMostForMark = 3;
// An alternative that the engine never offers counts as this much of one.
constexpr double kNeverOffered = 0.3;
// What was known before counts as so many letters against what the document shows.
constexpr double kPriorLetters = 10;
constexpr int kRounds = 4;
// Beyond the outermost known strike the share of others falls by this power for a unit of distance; a Gaussian would
// fall much faster, but strikes are no Gaussians.
constexpr double kFallBeyond = 3;
// In LetterShapes' units: strikes of one letter differ by more.
constexpr double kLeastSpread = 0.05;
// A logarithm of nothing.
constexpr double kNever = -1e9;
// The odds that a letter is wrong, in words that the engine knows and in others, against the mean over all words.
constexpr double kOddsInKnownWord = 0.05;
constexpr double kOddsInUnknownWord = 3;

// Shares that add up to 1, from their logarithms, which may be far apart.
std::vector<double> shares_of(std::vector<double> logarithms) {
  const double most = *std::max_element(logarithms.begin(), logarithms.end());
  double sum = 0;
  for (double& value : logarithms) sum += value = std::exp(value - most);
  for (double& value : logarithms) value /= sum;
  return logarithms;
}

}  // namespace

ShapeEvidence::ShapeEvidence(const Machine& machine)
    : shapes_(machine.shapes), blank_(*machine.shapes.index_of("")), known_(machine.shapes.letters().size()) {
  for (const std::string& letter : shapes_.letters()) {
    const char32_t c = text::decode_at(letter, 0).code_point;
    kinds_.push_back(letter.empty()       ? Kind::kBlank
                     : text::is_letter(c) ? Kind::kLetter
                     : text::is_digit(c)  ? Kind::kFigure
                                          : Kind::kMark);
  }
  for (const TypedLine& line : machine.lines)
    for (std::size_t k = 0; k < line.taught.size(); ++k)
      if (line.taught[k]) known_[*line.taught[k]].push_back(&line.distances[k]);
  estimate_errors(machine);
}

bool ShapeEvidence::cannot_tell(std::size_t read, std::size_t meant) const {
  const auto is_one_of = [&](Kind kind) { return kinds_[read] == kind || kinds_[meant] == kind; };
  if (is_one_of(Kind::kLetter) && is_one_of(Kind::kFigure)) return true;
  const std::string &from = shapes_.letters()[read], &to = shapes_.letters()[meant];
  if ((from == "l" && to == "I") || (from == "I" && to == "l")) return true;
  return from == "," && to == ".";
}

const std::vector<double>& ShapeEvidence::margins(std::size_t struck, std::size_t other) const {
  const auto [found, is_new] = margins_.try_emplace({struck, other});
  if (is_new) {
    for (const LetterDistances* cell : known_[struck])
      found->second.push_back(static_cast<double>((*cell)[struck] - (*cell)[other]));
    std::sort(found->second.begin(), found->second.end());
  }
  return found->second;
}

// The share of the strikes of `struck` that are nearer `other` than it by `margin` and more; its logarithm.
double ShapeEvidence::log_share_beyond(std::size_t struck, std::size_t other, double margin) const {
  const std::vector<double>& all = margins(struck, other);
  const auto beyond = all.end() - std::lower_bound(all.begin(), all.end(), margin);
  const double share = (static_cast<double>(beyond) + 0.5) / (static_cast<double>(all.size()) + 1);
  if (beyond > 0 || all.empty()) return std::log(share);
  return std::log(share) - kFallBeyond * std::max(0.0, margin - std::max(0.0, all.back()));
}

double ShapeEvidence::weight(const LetterDistances& cell, std::size_t read, std::size_t meant) const {
  const auto margin = static_cast<double>(cell[read] - cell[meant]);
  return log_share_beyond(meant, read, -margin) - log_share_beyond(read, meant, margin);
}

std::vector<double> ShapeEvidence::posterior(const LetterDistances& cell, std::size_t read,
                                             const std::vector<double>& shares) const {
  std::vector<double> logarithms(cell.size());
  for (std::size_t m = 0; m < cell.size(); ++m)
    logarithms[m] = std::log(shares[m]) + (m == read ? 0 : weight(cell, read, m));
  return shares_of(std::move(logarithms));
}

// As log_share_beyond, but beyond the outermost strike others thin out as they do among the known ones.
double ShapeEvidence::log_share_far_beyond(std::size_t struck, std::size_t other, double margin) const {
  const std::vector<double>& all = margins(struck, other);
  const auto beyond = all.end() - std::lower_bound(all.begin(), all.end(), margin);
  const double share = (static_cast<double>(beyond) + 0.5) / (static_cast<double>(all.size()) + 1);
  if (beyond > 0 || all.empty()) return std::log(share);
  const double spread = std::max(all[all.size() * 9 / 10] - all[all.size() / 2], kLeastSpread);
  return std::log(share) - (margin - all.back()) / spread;
}

double ShapeEvidence::weight_against_blank(const LetterDistances& cell, std::size_t letter) const {
  const auto margin = static_cast<double>(cell[blank_] - cell[letter]);
  return log_share_far_beyond(letter, blank_, -margin) - log_share_far_beyond(blank_, letter, margin);
}

std::vector<double> ShapeEvidence::against_blank(const LetterDistances& cell, const std::vector<double>& shares) const {
  std::vector<double> logarithms(cell.size(), kNever);
  for (std::size_t m = 0; m < cell.size(); ++m)
    if (shares[m] > 0) logarithms[m] = std::log(shares[m]) + (m == blank_ ? 0 : weight_against_blank(cell, m));
  return shares_of(std::move(logarithms));
}

std::vector<double> ShapeEvidence::behind_word(const LetterDistances& cell, Room room) const {
  return against_blank(cell, behind_words_[static_cast<std::size_t>(room)]);
}

std::vector<double> ShapeEvidence::between_words(const LetterDistances& cell) const {
  std::vector<double> shares(cell.size(), 0);
  for (const char* word : {"I", "a", "A"})
    if (const auto letter = shapes_.index_of(word)) shares[*letter] = kLoneLetter;
  shares[blank_] = 1;
  return against_blank(cell, shares);
}

Room ShapeEvidence::room_behind(const TypedLine& line, std::size_t i) const {
  const auto read = shapes_.index_of(line.character(i).text);
  if (read && is_mark(*read)) return Room::kNone;
  if (i + 1 == line.places.size()) return Room::kOpen;
  if (!line.cells[i + 1]) return Room::kNone;
  const std::size_t free = *line.cells[i + 1] - *line.cells[i] - 1;
  return free < 2 ? Room::kNone : free <= kMostForMark ? Room::kForMark : Room::kOpen;
}

std::vector<double> ShapeEvidence::meant(const LetterDistances& cell, std::size_t read, bool is_word_known) const {
  std::vector<double> shares = posterior(cell, read, errors_[read]);
  if (is_mark(read)) return shares;
  // Marks beside a word do not make it another.
  for (std::size_t m = 0; m < shares.size(); ++m)
    if (m != read && !is_mark(m)) shares[m] *= is_word_known ? kOddsInKnownWord : kOddsInUnknownWord;
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (double& share : shares) share /= sum;
  return shares;
}

double ShapeEvidence::missed(const LetterDistances& cell, std::size_t letter) const {
  const double of_each = kOverlookedLetters / static_cast<double>(cell.size());
  std::vector<double> shares(cell.size());
  for (std::size_t m = 0; m < cell.size(); ++m)
    shares[m] = m == blank_ ? std::log(1 - kOverlookedLetters) : std::log(of_each) + weight(cell, blank_, m);
  return shares_of(std::move(shares))[letter];
}

// How often each letter of the machine is what was overlooked behind a word.
std::vector<double> ShapeEvidence::usual_behind_words() const {
  std::vector<double> shares;
  for (std::size_t m = 0; m < kinds_.size(); ++m) {
    const std::string& letter = shapes_.letters()[m];
    shares.push_back(letter == "." || letter == "," ? kUsualMark : is_mark(m) ? kOtherMark : 0);
  }
  return shares;
}

void ShapeEvidence::estimate_errors(const Machine& machine) {
  const std::size_t count = shapes_.letters().size();
  errors_.assign(count, std::vector<double>(count, kNeverOffered));
  for (const TypedLine& line : machine.lines)
    for (std::size_t i = 0; i < line.places.size(); ++i)
      if (const auto read = shapes_.index_of(line.character(i).text))
        for (const document::Alternative& other : line.character(i).alternatives)
          if (const auto meant = shapes_.index_of(other.text)) errors_[*read][*meant] += 1;
  const auto scaled = [](std::vector<double> row, std::size_t read, double wrong) {
    row[read] = 0;
    const double sum = std::accumulate(row.begin(), row.end(), 0.0);
    for (double& share : row) share *= wrong / sum;
    row[read] = 1 - wrong;
    return row;
  };
  for (std::size_t room = 0; room < kRooms; ++room)
    behind_words_[room] = scaled(usual_behind_words(), blank_, kOverlookedMarks[room]);
  for (std::size_t read = 0; read < count; ++read) errors_[read] = scaled(errors_[read], read, kUsualErrors);

  // What the document shows against what is usual.
  struct Seen {
    std::vector<double> prior, sum;
    std::vector<double> mean() const {
      const double all = std::accumulate(sum.begin(), sum.end(), 0.0);
      std::vector<double> shares(prior.size());
      for (std::size_t m = 0; m < prior.size(); ++m)
        shares[m] = (sum[m] + kPriorLetters * prior[m]) / (all + kPriorLetters);
      return shares;
    }
  };
  std::vector<Seen> letters;
  for (const std::vector<double>& row : errors_) letters.push_back({row, {}});
  std::vector<Seen> rooms;
  for (const std::vector<double>& row : behind_words_) rooms.push_back({row, {}});
  const auto see = [](Seen& seen, const std::vector<double>& shares) {
    for (std::size_t m = 0; m < shares.size(); ++m) seen.sum[m] += shares[m];
  };
  for (int round = 0; round < kRounds; ++round) {
    for (auto* all : {&letters, &rooms})
      for (Seen& seen : *all) seen.sum.assign(count, 0);
    for (const TypedLine& line : machine.lines)
      for (std::size_t i = 0; i < line.places.size(); ++i) {
        if (!line.cells[i]) continue;
        const std::size_t cell = *line.cells[i];
        if (const auto read = shapes_.index_of(line.character(i).text))
          see(letters[*read], posterior(line.distances[cell], *read, errors_[*read]));
        const bool is_free = i + 1 == line.places.size() || line.cells[i + 1] != cell + 1;
        if (!line.ends_word(i) || !is_free || cell + 1 >= line.distances.size()) continue;
        const Room room = room_behind(line, i);
        see(rooms[static_cast<std::size_t>(room)], behind_word(line.distances[cell + 1], room));
      }
    for (std::size_t read = 0; read < count; ++read) errors_[read] = letters[read].mean();
    for (std::size_t room = 0; room < kRooms; ++room) behind_words_[room] = rooms[room].mean();
  }
}

}  // namespace emend::ocr
