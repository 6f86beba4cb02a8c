// Decodes recognised texts and tells how often the decoder was right: the workbench of whoever changes it.
//
//   decode_texts MODEL CONFUSIONS OUT_FOLDER NAME.ocr.txt:NAME.gt.txt...   decode; EMEND_* set weights
//
// Tables of confusions and calibrations come from `emend train`. Writes each decoded text to OUT_FOLDER, a line per
// change to OUT_FOLDER/changes.tsv.
#include <algorithm>
#include <atomic>
#include <cctype>
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
#include "correct/confusion/alignment.h"
#include "correct/lattice/calibration.h"
#include "correct/lattice/decoder.h"
#include "lexicon/make_lexicon.h"
#include "text/unicode.h"
#include "text/utf8.h"

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

// What the true text has in each byte range of the seen one.
std::vector<std::string> truths(const Pair& pair, const std::vector<correct::Change>& changes) {
  const std::u32string seen = text::to_code_points(pair.seen);
  const std::u32string meant = text::to_code_points(pair.meant);
  std::vector<std::size_t> first(seen.size() + 1, 0);  // where the truth of each character begins
  std::vector<std::size_t> last(seen.size() + 1, 0);
  for (const correct::AlignedStep& step : correct::align(seen, meant)) {
    for (std::size_t i = step.seen_begin; i < step.seen_end; ++i) {
      first[i] = i == step.seen_begin ? step.meant_begin : step.meant_end;
      last[i] = step.meant_end;
    }
    if (step.seen_begin == step.seen_end) {
      // What was lost belongs to the character before, unless a space is there.
      if (step.seen_begin > 0 && seen[step.seen_begin - 1] != U' ' && seen[step.seen_begin - 1] != U'\n')
        last[step.seen_begin - 1] = step.meant_end;
      else if (step.seen_begin < seen.size())
        first[step.seen_begin] = step.meant_begin;
    }
  }
  // Lost characters before a word were overwritten in the loop order above; recompute begins from ends.
  std::vector<std::string> out;
  for (const correct::Change& change : changes) {
    const std::size_t begin = text::count_code_points(pair.seen.substr(0, change.span.begin));
    const std::size_t end = begin + text::count_code_points(change.span.of(pair.seen));
    std::size_t from = begin == 0 ? 0 : last[begin - 1];
    std::size_t to = last[end - 1];
    // A change covers whole words, and so does its truth.
    const auto is_inside = [&](std::size_t at) {
      return at > 0 && at < meant.size() && text::is_letter(meant[at - 1]) && text::is_letter(meant[at]);
    };
    while (is_inside(from)) --from;
    while (is_inside(to)) ++to;
    while (from < to && (meant[from] == U' ' || meant[from] == U'\n')) ++from;
    while (to > from && (meant[to - 1] == U' ' || meant[to - 1] == U'\n')) --to;
    out.push_back(text::to_utf8(std::u32string_view(meant).substr(from, to - from)));
  }
  return out;
}

// Without the marks at both ends: what was lost there is no fault of the change.
std::string_view words_of(std::string_view text) {
  const auto is_wordlike = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 128;
  };
  while (!text.empty() && !is_wordlike(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_wordlike(text.back())) text.remove_suffix(1);
  return text;
}

std::string on_one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\t') c = '|';
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() < 4) return 2;
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
  std::vector<std::string> lines(arguments.size() - 3);
  std::vector<std::string> features(lines.size());
  std::atomic<std::size_t> bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  run_in_parallel(lines.size(), static_cast<std::size_t>(number("EMEND_JOBS", 2)), [&](std::size_t task) {
    const Pair pair = pair_of(arguments[3 + task]);
    bytes += pair.seen.size();
    const correct::Decoded decoded = decoder.decode(pair.seen, **lexicon);
    const std::vector<std::string> meant =
        pair.meant.empty() ? std::vector<std::string>(decoded.changes.size()) : truths(pair, decoded.changes);
    std::string out;
    std::size_t done = 0;
    const double least = number("EMEND_LEAST", 0);
    for (std::size_t i = 0; i < decoded.changes.size(); ++i) {
      const correct::Change& c = decoded.changes[i];
      const std::string before(c.span.of(pair.seen));
      const int label = words_of(meant[i]) == words_of(c.after) && words_of(before) != words_of(c.after) ? 1
                        : meant[i] == c.after                                                            ? 1
                        : meant[i] == before                                                             ? -1
                                                                                                         : 0;
      const correct::Features values = correct::features_of(c, decoded.unknown_share);
      const double probability = calibration ? calibration->probability(values) : c.posterior;
      features[task] += label == 1 ? "1" : "0";
      for (const double value : values) features[task] += fmt::format(" {:.5g}", value);
      features[task] += '\n';
      lines[task] += fmt::format("{:.4f}\t", probability);
      lines[task] += fmt::format(
          "{}\t{}\t{}\t{}\t{}\t{}\t{:.5f}\t{:.5f}\t{:.2f}\t{:.2f}\t{:.2f}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.4f}\t{:."
          "4f}\n",
          pair.name, c.span.begin, label, on_one_line(before), on_one_line(c.after), on_one_line(meant[i]), c.posterior,
          c.kept, c.channel_cost, c.unigram_cost, c.old_unigram_cost, c.confusions, static_cast<int>(c.kind),
          int{c.was_known}, int{c.was_in_dictionary}, int{c.is_in_dictionary}, int{c.is_capitalised}, c.old_count,
          c.new_count, decoded.unknown_share, c.others.empty() ? 0 : c.others[0].posterior);
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
  for (const std::string& line : lines) changes << line;
  std::ofstream features_file(std::filesystem::path(arguments[2]) / "features.tsv");
  for (const std::string& line : features) features_file << line;
  fmt::print(stderr, "{} bytes in {:.2f} s\n", bytes.load(), seconds);
  return 0;
}
