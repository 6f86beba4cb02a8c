#include "correct/marks/mark_channel.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend mark confusions 1";
constexpr std::string_view kOtherLetter = "other";
constexpr std::array<std::string_view, 2> kCaseNames = {"small", "capital"};
constexpr double kLargestCount = 1e12;

// Marks that were never confused in the counted texts may be; as if seen this often in every row.
constexpr double kUnseenMark = 0.05;
// A letter of few counts behaves as all of them together do; worth so many occurrences.
constexpr double kLetterPrior = 50;
// All letters together, before any count.
constexpr double kUnseenCase = 0.02;

std::size_t meant_of(std::string_view name) {
  for (std::size_t kind = 0; kind < kMeantKinds; ++kind)
    if (name == name_of_meant(kind)) return kind;
  return kMeantKinds;
}

std::string letter_name(std::size_t letter) {
  return letter + 1 == kLetters ? std::string(kOtherLetter) : std::string(1, static_cast<char>('a' + letter));
}

}  // namespace

std::string_view name_of_meant(std::size_t kind) {
  return kind == kAbbreviationPoint ? std::string_view("abbreviation") : kMarkNames[kind];
}

std::size_t letter_index(char32_t c) {
  const char32_t small = c | 0x20;
  return c < 0x80 && small >= U'a' && small <= U'z' ? small - U'a' : kLetters - 1;
}

Result<MarkChannel> MarkChannel::parse(std::string_view text, const std::string& subject) {
  std::size_t number = 0;
  const auto bad = [&](std::string_view what) {
    return fail(ErrorKind::kUnreadable, subject, fmt::format("line {}: {}", number, what),
                "install the models of this version again");
  };
  MarkChannel channel;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 && line != kHeader) return bad("not a table of mark confusions of a version that is known here");
    if (line.empty() || line[0] == '#') continue;
    std::array<std::string_view, 6> fields;
    std::size_t count = 0;
    for (std::size_t at = 0; at <= line.size() && count < fields.size(); ++count) {
      const std::size_t tab = std::min(line.find('\t', at), line.size());
      fields[count] = line.substr(at, tab - at);
      at = tab + 1;
    }
    double amount = 0;
    const auto read_amount = [&](std::string_view field) {
      const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), amount);
      return error == std::errc() && stop == field.data() + field.size() && amount >= 0 && amount <= kLargestCount;
    };
    if (fields[0] == "mark" && count == 4) {
      const std::size_t meant = meant_of(fields[1]);
      const auto seen = std::find(kMarkNames.begin(), kMarkNames.end(), fields[2]);
      if (meant == kMeantKinds || seen == kMarkNames.end()) return bad("a mark that is not known here");
      if (!read_amount(fields[3])) return bad("not a count");
      channel.marks[meant][static_cast<std::size_t>(seen - kMarkNames.begin())] += amount;
    } else if (fields[0] == "letter" && count == 5) {
      const bool is_letter = fields[1].size() == 1 && fields[1][0] >= 'a' && fields[1][0] <= 'z';
      if (!is_letter && fields[1] != kOtherLetter) return bad("not a letter");
      const std::size_t letter = is_letter ? static_cast<std::size_t>(fields[1][0] - 'a') : kLetters - 1;
      const auto meant = std::find(kCaseNames.begin(), kCaseNames.end(), fields[2]);
      const auto seen = std::find(kCaseNames.begin(), kCaseNames.end(), fields[3]);
      if (meant == kCaseNames.end() || seen == kCaseNames.end()) return bad("neither small nor capital");
      if (!read_amount(fields[4])) return bad("not a count");
      channel.letters[letter][static_cast<std::size_t>(meant - kCaseNames.begin())]
                     [static_cast<std::size_t>(seen - kCaseNames.begin())] += amount;
    } else if (fields[0] == "stray" && count == 6) {
      const auto shape = std::find(kStrayShapeNames.begin(), kStrayShapeNames.end(), fields[1]);
      const auto sign = std::find(kStraySignNames.begin(), kStraySignNames.end(), fields[2]);
      if (shape == kStrayShapeNames.end() || sign == kStraySignNames.end()) return bad("a stray mark of no known kind");
      StrayCounts& stray = channel.strays[static_cast<std::size_t>(shape - kStrayShapeNames.begin())]
                                         [static_cast<std::size_t>(sign - kStraySignNames.begin())];
      for (auto [field, total] : {std::pair{fields[3], &stray.removed}, std::pair{fields[4], &stray.closed},
                                  std::pair{fields[5], &stray.kept}}) {
        if (!read_amount(field)) return bad("not a count");
        *total += amount;
      }
    } else {
      return bad("neither a mark, a letter nor a stray mark with its counts");
    }
  }
  if (number == 0) return bad("the table is empty");
  return channel;
}

std::string MarkChannel::to_text(std::string_view origin) const {
  std::string out = fmt::format("{}\n", kHeader);
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    out += fmt::format("# {}\n", origin.substr(begin, end - begin));
    begin = end + 1;
  }
  for (std::size_t meant = 0; meant < kMeantKinds; ++meant)
    for (std::size_t seen = 0; seen < kMarkCount; ++seen)
      if (marks[meant][seen] > 0)
        out += fmt::format("mark\t{}\t{}\t{}\n", name_of_meant(meant), kMarkNames[seen], marks[meant][seen]);
  for (std::size_t letter = 0; letter < kLetters; ++letter)
    for (std::size_t meant = 0; meant < 2; ++meant)
      for (std::size_t seen = 0; seen < 2; ++seen)
        if (letters[letter][meant][seen] > 0)
          out += fmt::format("letter\t{}\t{}\t{}\t{}\n", letter_name(letter), kCaseNames[meant], kCaseNames[seen],
                             letters[letter][meant][seen]);
  for (std::size_t shape = 0; shape < kStrayShapes; ++shape)
    for (std::size_t sign = 0; sign < kStraySigns; ++sign) {
      const StrayCounts& stray = strays[shape][sign];
      if (stray.removed + stray.closed + stray.kept > 0)
        out += fmt::format("stray\t{}\t{}\t{}\t{}\t{}\n", kStrayShapeNames[shape], kStraySignNames[sign], stray.removed,
                           stray.closed, stray.kept);
    }
  return out;
}

MarkRates rates_of(const MarkChannel& counts) {
  MarkRates rates;
  for (std::size_t meant = 0; meant < kMeantKinds; ++meant) {
    PerMark<double> row = counts.marks[meant];
    // A row without counts is read as it is meant.
    row[meant == kAbbreviationPoint ? index_of(Mark::kStop) : meant] += 1;
    double total = 0;
    for (double& count : row) total += count += kUnseenMark;
    for (std::size_t seen = 0; seen < kMarkCount; ++seen) rates.marks[meant][seen] = row[seen] / total;
  }
  std::array<std::array<double, 2>, 2> all{};
  for (const auto& letter : counts.letters)
    for (std::size_t meant = 0; meant < 2; ++meant)
      for (std::size_t seen = 0; seen < 2; ++seen) all[meant][seen] += letter[meant][seen];
  for (std::size_t meant = 0; meant < 2; ++meant) {
    const double total = all[meant][0] + all[meant][1] + 1;
    const double wrong = (all[meant][1 - meant] + kUnseenCase) / total;
    for (std::size_t letter = 0; letter < kLetters; ++letter) {
      const auto& own = counts.letters[letter][meant];
      const double share = (own[1 - meant] + kLetterPrior * wrong) / (own[0] + own[1] + kLetterPrior);
      rates.letters[letter][meant][1 - meant] = share;
      rates.letters[letter][meant][meant] = 1 - share;
    }
  }
  return rates;
}

}  // namespace emend::correct
