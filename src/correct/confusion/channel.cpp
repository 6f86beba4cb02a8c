#include "correct/confusion/channel.h"

#include <algorithm>
#include <cmath>

#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

// A letter of the wrong case inside a word.
constexpr float kWrongCaseCost = 8.0f;

constexpr std::string_view kApostrophe = "’";

// Of a single confusion in a damaged word.
constexpr double kMostLikely = 0.5;

constexpr std::array kAllCases = {LetterCase::kSmall, LetterCase::kInitial, LetterCase::kCapital};

float cost_of(double probability) { return static_cast<float>(-std::log(probability)); }

float unseen_cost(LetterCase letters, const Damage& damage) {
  return cost_of(letters == LetterCase::kCapital ? damage.unseen_capital : damage.unseen);
}

bool has_upper(std::string_view run) {
  for (std::size_t i = 0; i < run.size();) {
    const text::Decoded here = text::decode_at(run, i);
    if (text::is_upper(here.code_point)) return true;
    i += here.size;
  }
  return false;
}

bool has_lower(std::string_view run) {
  for (std::size_t i = 0; i < run.size();) {
    const text::Decoded here = text::decode_at(run, i);
    if (text::is_lower(here.code_point)) return true;
    i += here.size;
  }
  return false;
}

Channel::Row plain_row(LetterCase letters, std::string_view seen, const Damage& damage) {
  Channel::Row row;
  row.cost.fill(unseen_cost(letters, damage));
  row.nothing = row.unseen = unseen_cost(letters, damage);
  if (seen.size() != 1) return row;
  const auto c = static_cast<unsigned char>(seen[0]);
  if (c >= 128) return row;
  const bool is_capital = c >= 'A' && c <= 'Z';
  const bool is_small = c >= 'a' && c <= 'z';
  const unsigned char folded = is_capital ? static_cast<unsigned char>(c + 32) : c;
  const bool is_expected = letters == LetterCase::kSmall ? !is_capital : !is_small;
  row.cost[folded] = is_expected ? cost_of(damage.right) : kWrongCaseCost;
  return row;
}

}  // namespace

void Channel::add(LetterCase letters, const Confusion& confusion, const std::string& meant, float cost) {
  Table& table = tables_[static_cast<std::size_t>(letters)];
  const std::size_t seen_count = text::count_code_points(confusion.seen);
  if (seen_count == 0) {
    if (meant.size() == 1) {
      float& lost = lost_[static_cast<std::size_t>(letters)].cost[static_cast<unsigned char>(meant[0])];
      lost = std::min(lost, cost);
    }
    return;
  }
  if (seen_count == 1 && meant.size() <= 1) {
    const bool is_ascii = confusion.seen.size() == 1;
    Row& row = is_ascii
                   ? table.ascii[static_cast<unsigned char>(confusion.seen[0])]
                   : table.rows.try_emplace(confusion.seen, plain_row(letters, confusion.seen, damage_)).first->second;
    float& entry = meant.empty() ? row.nothing : row.cost[static_cast<unsigned char>(meant[0])];
    entry = std::min(entry, cost);
    return;
  }
  const std::string first = confusion.seen.substr(0, text::decode_at(confusion.seen, 0).size);
  auto& runs = first.size() == 1 && static_cast<unsigned char>(first[0]) < 128
                   ? table.ascii_runs[static_cast<unsigned char>(first[0])]
                   : table.runs[first];
  runs.push_back({confusion.seen, {static_cast<std::uint8_t>(confusion.seen.size()), meant, cost}});
}

Channel::Channel(const ConfusionModel& model, const Damage& damage)
    : damage_(damage),
      most_listed_cost_(std::min(unseen_cost(LetterCase::kInitial, damage), kWrongCaseCost) - 0.01f),
      space_nothing_(cost_of(damage.unseen)),
      space_lost_(cost_of(damage.unseen)) {
  for (const LetterCase letters : kAllCases) {
    Table& table = tables_[static_cast<std::size_t>(letters)];
    table.unseen = plain_row(letters, "", damage);
    lost_[static_cast<std::size_t>(letters)] = table.unseen;
    for (unsigned char c = 0; c < 128; ++c)
      table.ascii[c] = plain_row(letters, std::string(1, static_cast<char>(c)), damage);
  }
  for (const Confusion& confusion : model.confusions()) {
    const float cost = cost_of(std::min(kMostLikely, damage.times * confusion.probability() + damage.unseen));
    if (confusion.seen == " " && confusion.meant.empty()) space_nothing_ = cost;
    if (confusion.seen.empty() && confusion.meant == " ") space_lost_ = cost;
    // A space may be seen inside a word; where one was meant a word ends, which is the search's business.
    if (confusion.meant.find(' ') != std::string::npos) continue;
    if (confusion.meant.empty() && confusion.seen.find(' ') != std::string::npos) continue;
    if (confusion.seen.find('\n') != std::string::npos || confusion.meant.find('\n') != std::string::npos) continue;
    const std::string meant = text::to_lower(confusion.meant);
    if (std::any_of(meant.begin(), meant.end(), [](char c) { return static_cast<unsigned char>(c) >= 128; })) continue;
    if (meant == confusion.seen) continue;  // only the case was confused
    if (!has_upper(confusion.meant)) add(LetterCase::kSmall, confusion, meant, cost);
    if (!has_lower(confusion.meant)) add(LetterCase::kCapital, confusion, meant, cost);
    if (confusion.meant.empty()) {
      add(LetterCase::kInitial, confusion, meant, cost);
    } else {
      const std::size_t first = text::decode_at(confusion.meant, 0).size;
      if (has_upper(confusion.meant.substr(0, first)) && !has_upper(confusion.meant.substr(first)))
        add(LetterCase::kInitial, confusion, meant, cost);
    }
  }
  list_letters();
}

// A search asks for the letters that are worth a look, where the others are too dear.
void Channel::list_letters() {
  const auto list = [](Row& row) {
    for (unsigned char letter = 0; letter < 128; ++letter)
      if (row.cost[letter] < row.unseen) row.listed.push_back(letter);
  };
  for (Table& table : tables_) {
    for (Row& row : table.ascii) list(row);
    for (auto& [seen, row] : table.rows) list(row);
  }
  for (Row& row : lost_) list(row);
}

const Channel::Row& Channel::row(LetterCase letters, std::string_view seen) const {
  const Table& table = tables_[static_cast<std::size_t>(letters)];
  if (seen.size() == 1 && static_cast<unsigned char>(seen[0]) < 128)
    return table.ascii[static_cast<unsigned char>(seen[0])];
  // Tables and words have the typewriter's apostrophe.
  if (seen == kApostrophe) return table.ascii['\''];
  const auto found = table.rows.find(std::string(seen));
  return found == table.rows.end() ? table.unseen : found->second;
}

const std::vector<std::pair<std::string, Channel::Run>>& Channel::runs(LetterCase letters,
                                                                       std::string_view seen) const {
  const Table& table = tables_[static_cast<std::size_t>(letters)];
  if (seen.size() == 1 && static_cast<unsigned char>(seen[0]) < 128)
    return table.ascii_runs[static_cast<unsigned char>(seen[0])];
  const auto found = table.runs.find(std::string(seen));
  return found == table.runs.end() ? no_runs_ : found->second;
}

}  // namespace emend::correct
