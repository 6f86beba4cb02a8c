#include "correct/marks/mark_context.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/check.h"

namespace emend::correct {
namespace {

constexpr std::string_view kHeader = "# emend marks 1";
// More would be no small table, and numbers of words stay small.
constexpr std::size_t kMostWords = 200'000;
constexpr double kWeightUnit = 0.001;
constexpr int kLargestWeight = 30'000;
// Shares are kept in ten-thousandths: "the" is a capital once in hundreds.
constexpr int kShareUnit = 10'000;

// A distance has buckets, all other places words.
bool is_distance(std::size_t place) { return place >= kWordPlaces; }

// Cuts a line into its fields, one after the other.
class Fields {
 public:
  explicit Fields(std::string_view line) : rest_(line) {}

  bool take(std::string_view& field) {
    if (is_done_) return false;
    const std::size_t tab = rest_.find('\t');
    field = rest_.substr(0, tab);
    is_done_ = tab == std::string_view::npos;
    if (!is_done_) rest_.remove_prefix(tab + 1);
    return true;
  }
  // A whole number of [least, most].
  bool take(int& number, int least, int most) {
    std::string_view field;
    if (!take(field)) return false;
    const auto [stop, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc() && stop == field.data() + field.size() && number >= least && number <= most;
  }
  bool take(MarkContext::Weights& weights) {
    for (std::size_t mark = 1; mark < kMarkCount; ++mark) {
      int number = 0;
      if (!take(number, -kLargestWeight, kLargestWeight)) return false;
      weights[mark] = static_cast<std::int16_t>(number);
    }
    return is_done_;
  }
  bool is_done() const { return is_done_; }

 private:
  std::string_view rest_;
  bool is_done_ = false;
};

std::string told(const MarkContext::Weights& weights) {
  std::string out;
  for (std::size_t mark = 1; mark < kMarkCount; ++mark) out += fmt::format("\t{}", weights[mark]);
  return out + '\n';
}

bool is_nothing(const MarkContext::Weights& weights) { return weights == MarkContext::Weights{}; }

int share_code(double share) { return static_cast<int>(std::lround(share * kShareUnit)); }

}  // namespace

MarkContext::MarkContext(Table table) : table_(std::move(table)) {
  EMEND_ASSUME(table_.habits.size() == kWordClasses + table_.words.size(), "every class and word has habits");
  numbers_.reserve(table_.words.size());
  for (std::size_t i = 0; i < table_.words.size(); ++i)
    numbers_.emplace(table_.words[i], static_cast<WordNumber>(kWordClasses + i));
  for (std::size_t place = 0; place < kPlaces; ++place)
    table_.weights[place].resize(is_distance(place) ? kDistances : table_.habits.size());
}

// Lines: "word FORM capital abbreviation", "capital MARK share", "always W…", "PLACE FORM W…", "PLACE BUCKET W…".
Result<MarkContext> MarkContext::parse(std::string_view text, const std::string& subject) {
  std::size_t number = 0;
  const auto bad = [&](std::string_view what) {
    return fail(ErrorKind::kUnreadable, subject, fmt::format("line {}: {}", number, what),
                "install the models of this version again");
  };
  Table table;
  table.habits.resize(kWordClasses);
  std::unordered_map<std::string_view, WordNumber> numbers;
  for (std::size_t i = 0; i < kWordClasses; ++i) numbers.emplace(kWordClassNames[i], static_cast<WordNumber>(i));
  bool has_always = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    if (++number == 1 && line != kHeader) return bad("not a table of marks of a version that is known here");
    if (line.empty() || line[0] == '#') continue;
    Fields fields(line);
    std::string_view kind;
    fields.take(kind);
    if (kind == "always") {
      if (!fields.take(table.always)) return bad("not seven weights");
      has_always = true;
      continue;
    }
    std::string_view name;
    if (!fields.take(name)) return bad("a name is missing");
    if (kind == "capital") {
      const auto mark = std::find(kMarkNames.begin(), kMarkNames.end(), name);
      int share = 0;
      if (mark == kMarkNames.end() || !fields.take(share, 0, kShareUnit) || !fields.is_done())
        return bad("not a mark and its share of capitals");
      table.capital_after[static_cast<std::size_t>(mark - kMarkNames.begin())] = share / double{kShareUnit};
      continue;
    }
    if (kind == "word") {
      int capital = 0;
      int abbreviation = 0;
      if (!fields.take(capital, -1, kShareUnit) || !fields.take(abbreviation, 0, kShareUnit) || !fields.is_done())
        return bad("not the shares of a word");
      auto found = numbers.find(name);
      if (found == numbers.end()) {
        if (name.empty() || table.words.size() == kMostWords) return bad("no word, or too many");
        found = numbers.emplace(name, static_cast<WordNumber>(table.habits.size())).first;
        table.words.emplace_back(name);
        table.habits.emplace_back();
      }
      WordHabits& habits = table.habits[found->second];
      habits.is_cased = capital >= 0;
      habits.capital = capital >= 0 ? capital / double{kShareUnit} : 0.5;
      habits.abbreviation = abbreviation / double{kShareUnit};
      continue;
    }
    const auto place =
        static_cast<std::size_t>(std::find(kPlaceNames.begin(), kPlaceNames.end(), kind) - kPlaceNames.begin());
    if (place == kPlaces) return bad("it begins with no name that is known here");
    std::size_t index = 0;
    if (is_distance(place)) {
      const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), index);
      if (error != std::errc() || stop != name.data() + name.size() || index >= kDistances)
        return bad("not a distance");
    } else {
      const auto found = numbers.find(name);
      if (found == numbers.end()) return bad("a word that no line before tells of");
      index = found->second;
    }
    auto& weights = table.weights[place];
    if (weights.size() <= index) weights.resize(index + 1);
    if (!fields.take(weights[index])) return bad("not seven weights");
  }
  if (!has_always) return bad("the table is cut off");
  return MarkContext(std::move(table));
}

std::string MarkContext::to_text(std::string_view origin) const {
  std::string out = fmt::format("{}\n", kHeader);
  for (std::size_t begin = 0; begin < origin.size();) {
    const std::size_t end = std::min(origin.find('\n', begin), origin.size());
    out += fmt::format("# {}\n", origin.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto name_of = [&](std::size_t number) {
    return number < kWordClasses ? kWordClassNames[number] : std::string_view(table_.words[number - kWordClasses]);
  };
  for (std::size_t mark = 0; mark < kMarkCount; ++mark)
    out += fmt::format("capital\t{}\t{}\n", kMarkNames[mark], share_code(table_.capital_after[mark]));
  for (std::size_t i = 0; i < table_.habits.size(); ++i) {
    const WordHabits& habits = table_.habits[i];
    out += fmt::format("word\t{}\t{}\t{}\n", name_of(i), habits.is_cased ? share_code(habits.capital) : -1,
                       share_code(habits.abbreviation));
  }
  for (std::size_t place = 0; place < kPlaces; ++place) {
    for (std::size_t i = 0; i < table_.weights[place].size(); ++i) {
      const Weights& weights = table_.weights[place][i];
      if (is_nothing(weights)) continue;
      out += is_distance(place) ? fmt::format("{}\t{}", kPlaceNames[place], i)
                                : fmt::format("{}\t{}", kPlaceNames[place], name_of(i));
      out += told(weights);
    }
  }
  return out + "always" + told(table_.always);
}

PerMark<float> MarkContext::probabilities(const MarkFeatures& features) const {
  PerMark<int> sums{};
  for (std::size_t mark = 0; mark < kMarkCount; ++mark) sums[mark] = table_.always[mark];
  for (std::size_t place = 0; place < kPlaces; ++place) {
    const Weights& weights = table_.weights[place][features[place]];
    for (std::size_t mark = 0; mark < kMarkCount; ++mark) sums[mark] += weights[mark];
  }
  const int largest = *std::max_element(sums.begin(), sums.end());
  PerMark<float> out{};
  float total = 0;
  for (std::size_t mark = 0; mark < kMarkCount; ++mark)
    total += out[mark] = std::exp(static_cast<float>(sums[mark] - largest) * static_cast<float>(kWeightUnit));
  for (float& p : out) p /= total;
  return out;
}

double MarkContext::capital_probability(Mark mark, WordNumber before, WordNumber after) const {
  const double own = habits(after).capital;
  double by_mark = table_.capital_after[index_of(mark)];
  if (mark == Mark::kStop) by_mark *= 1 - habits(before).abbreviation;
  return by_mark + (1 - by_mark) * own;
}

}  // namespace emend::correct
