// Decodes recognised texts and tells how often the decoder was right: the workbench of whoever changes it.
//
//   decode_texts MODEL CONFUSIONS OUT_FOLDER NAME.ocr.txt:NAME.gt.txt...   decode; EMEND_* set weights
//
// EMEND_CALIBRATION names a calibration; without one the posterior is taken for the probability. Writes each decoded
// text to OUT_FOLDER, a line per change to OUT_FOLDER/changes.tsv, whether it was right with its features to
// OUT_FOLDER/features.tsv, and says how far the probabilities hold.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "correct/lattice/calibration.h"
#include "correct/lattice/decoder.h"
#include "correct/lattice/possible_name.h"
#include "lexicon/make_lexicon.h"
#include "text/utf8.h"
#include "train/calibration/judged_changes.h"

using namespace emend;

namespace {

double number(const char* name, double usual) {
  const char* value = std::getenv(name);
  return value == nullptr ? usual : std::atof(value);
}

std::string contents(const std::string& path) {
  auto read = read_file(path);
  if (!read) {
    fmt::print(stderr, "{}: {}\n", path, read.error().what);
    std::exit(2);
  }
  return text::repaired_utf8(*read);
}

struct Pair {
  std::string name, seen, meant;
};

Pair pair_of(const std::string& argument) {
  const std::size_t colon = argument.find(':');
  const std::string seen = argument.substr(0, colon);
  Pair pair{std::filesystem::path(seen).filename().string(), contents(seen), {}};
  if (colon != std::string::npos) pair.meant = contents(argument.substr(colon + 1));
  return pair;
}

std::string on_one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\t') c = '|';
  return text;
}

// Changes by the probability that was claimed for them, in tenths.
class Reliability {
 public:
  void add(double probability, bool is_right) {
    Bin& bin = bins_[std::min<std::size_t>(bins_.size() - 1, static_cast<std::size_t>(10 * probability))];
    ++bin.changes;
    bin.claimed += probability;
    bin.right += is_right;
  }
  void say() const {
    fmt::print(stderr, "claimed   changes  mean   right\n");
    for (std::size_t i = 0; i < bins_.size(); ++i) {
      const double count = std::max(1.0, bins_[i].changes);
      fmt::print(stderr, "{:.1f}-{:.1f}    {:>7}  {:.3f}  {:.3f}\n", static_cast<double>(i) / 10,
                 static_cast<double>(i + 1) / 10, bins_[i].changes, bins_[i].claimed / count, bins_[i].right / count);
    }
  }

 private:
  struct Bin {
    double changes = 0, claimed = 0, right = 0;
  };
  std::array<Bin, 10> bins_{};
};

// From which claim on so many changes are right, and how many of the right ones that is. Words that may be names are
// never applied to a text, so they count as right ones that are missed.
class AutomaticBand {
 public:
  void add(double probability, bool is_right, bool may_be_name) {
    right_ += is_right;
    if (!may_be_name) changes_.emplace_back(probability, is_right);
  }
  void say() {
    std::sort(changes_.rbegin(), changes_.rend());
    for (const double promised : {0.995, 0.994, 0.99, 0.985}) {
      std::size_t right = 0;
      std::size_t enough = 0;
      std::size_t right_then = 0;
      for (std::size_t i = 0; i < changes_.size(); ++i) {
        right += changes_[i].second;
        if (static_cast<double>(right) < promised * static_cast<double>(i + 1)) continue;
        enough = i + 1;
        right_then = right;
      }
      if (enough == 0) continue;
      fmt::print(stderr, "right {:.3f}  above {:.3f}  {} changes, {:.1f} % of the right ones\n", promised,
                 changes_[enough - 1].first, enough,
                 100 * static_cast<double>(right_then) / static_cast<double>(right_));
    }
  }

 private:
  std::vector<std::pair<double, bool>> changes_;
  std::size_t right_ = 0;
};

struct Judged {
  double probability = 0;
  bool is_right = false;
  bool may_be_name = false;
};

struct Decided {
  std::string lines;
  std::string features;
  std::vector<Judged> judged;
};

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 4) return fmt::print(stderr, "see the head of decode_texts.cpp\n"), 2;
  std::optional<correct::Calibration> calibration;
  if (const char* path = std::getenv("EMEND_CALIBRATION")) {
    auto parsed = correct::Calibration::parse(contents(path), path);
    if (!parsed) return fmt::print(stderr, "{}\n", parsed.error().what), 2;
    calibration = *parsed;
  }
  const auto model = lm::LanguageModel::open(arguments[0]);
  if (!model) return fmt::print(stderr, "{}\n", model.error().what), 2;
  const auto confusions = correct::ConfusionModel::parse(contents(arguments[1]), arguments[1]);
  if (!confusions) return fmt::print(stderr, "{}\n", confusions.error().what), 2;
  correct::DecoderWeights weights;
  weights.language_model = number("EMEND_LM", weights.language_model);
  weights.channel = number("EMEND_CHANNEL", weights.channel);
  weights.change = number("EMEND_CHANGE", weights.change);
  weights.join = number("EMEND_JOIN", weights.join);
  weights.split = number("EMEND_SPLIT", weights.split);
  weights.casing = number("EMEND_CASING", weights.casing);
  weights.odd = number("EMEND_ODD", weights.odd);
  weights.own_prior = number("EMEND_OWN", weights.own_prior);
  weights.adapt = number("EMEND_ADAPT", weights.adapt) != 0;
  const correct::Decoder decoder(*model, *confusions, weights);
  auto lexicon = lexicon::make_lexicon({});
  if (!lexicon) return 2;

  std::filesystem::create_directories(arguments[2]);
  std::vector<Decided> all(arguments.size() - 3);
  std::atomic<std::size_t> bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  run_in_parallel(all.size(), static_cast<std::size_t>(number("EMEND_JOBS", 2)), [&](std::size_t task) {
    const Pair pair = pair_of(arguments[3 + task]);
    bytes += pair.seen.size();
    const correct::Decoded decoded = decoder.decode(pair.seen, **lexicon);
    const std::vector<train::Judgement> judgements = train::judged_changes(pair.seen, pair.meant, decoded.changes);
    std::string out;
    std::size_t done = 0;
    const double least = number("EMEND_LEAST", 0);
    for (std::size_t i = 0; i < decoded.changes.size(); ++i) {
      const correct::Change& c = decoded.changes[i];
      const std::string before(c.span.of(pair.seen));
      const correct::Features values = correct::features_of(c, decoded.unknown_share);
      const double probability = calibration ? calibration->probability(values) : c.posterior;
      all[task].judged.push_back({probability, judgements[i].is_right, correct::may_be_name(c, pair.seen)});
      all[task].lines +=
          fmt::format("{:.4f}\t{}\t{}\t{}\t{}\t{}\t{:.5f}\t{:.5f}\t{:.2f}\t{:.2f}\t{:.2f}\t{}\t{}\t{}\t{}\n",
                      probability, pair.name, c.span.begin, int{judgements[i].is_right}, on_one_line(before),
                      on_one_line(c.after), c.posterior, c.kept, c.channel_cost, c.unigram_cost, c.old_unigram_cost,
                      static_cast<int>(c.kind), int{c.was_known}, int{c.is_in_dictionary}, int{c.is_capitalised});
      all[task].features += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}", pair.name, c.span.begin, c.span.end,
                                        int{judgements[i].is_right}, int{judgements[i].was_right}, on_one_line(before),
                                        on_one_line(c.after), on_one_line(judgements[i].truth));
      for (const double value : values) all[task].features += fmt::format("\t{:.5g}", value);
      all[task].features += '\n';
      if (probability < least) continue;
      out += std::string_view(pair.seen).substr(done, c.span.begin - done);
      out += c.after;
      done = c.span.end;
    }
    out += std::string_view(pair.seen).substr(done);
    std::ofstream(std::filesystem::path(arguments[2]) / pair.name) << out;
  });
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::ofstream changes(std::filesystem::path(arguments[2]) / "changes.tsv");
  std::ofstream features(std::filesystem::path(arguments[2]) / "features.tsv");
  Reliability reliability;
  AutomaticBand band;
  for (const Decided& one : all) {
    changes << one.lines;
    features << one.features;
    for (const Judged& change : one.judged) {
      reliability.add(change.probability, change.is_right);
      band.add(change.probability, change.is_right, change.may_be_name);
    }
  }
  reliability.say();
  band.say();
  fmt::print(stderr, "{} bytes in {:.2f} s\n", bytes.load(), seconds);
  return 0;
}
