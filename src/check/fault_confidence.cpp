#include "check/fault_confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/among.h"
#include "check/rule_names.h"
#include "correct/lattice/word_repair_id.h"

namespace emend::check {
namespace {

constexpr std::array<std::string_view, 5> kMarkRepairs = {"lost-mark", "stray-mark", "misread-mark", "misread-capital",
                                                          "drifted-mark"};

// Fitted by tests/accuracy/fault_confidence.py on the half of text/overproof and of text/birds1907 that things are
// fitted on, recognised and true texts alike.
struct Weights {
  double constant, repair, company;
};
constexpr Weights kOfWords = {1.51, 0.61, 0.74};
constexpr Weights kOfMarks = {1.17, 0.80, 0.31};
constexpr Weights kOfUnknown = {-0.25, 0, 0.95};
// Marks that change their place are a custom more often than a fault.
constexpr double kOfDrifted = -2.44;

// Added to the words of a text, so that one finding of a short text does not make it a bad one.
constexpr double kWordsOfPrior = 20;
// Added to the share of words that are to be repaired: that of a clean text; and what makes its logarithm nothing in a
// bad one.
constexpr double kShareOfPrior = 0.005;
constexpr double kLogOfBadShare = -4;

// What is more likely right than wrong is not worth anybody's time.
constexpr double kLeastTold = 0.5;

double log_odds(double probability) {
  const double bounded = std::clamp(probability, 0.01, 0.99);
  return std::log(bounded / (1 - bounded));
}

double sigmoid(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

}  // namespace

void set_fault_confidences(std::size_t words, Findings& findings) {
  const auto repaired = static_cast<double>(std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return is_among(correct::kWordRepairIds, finding.rule);
  }));
  const auto company_of = [&](double itself) {
    return std::log((repaired - itself) / (static_cast<double>(words) + kWordsOfPrior) + kShareOfPrior) -
           kLogOfBadShare;
  };
  const double company_of_word = company_of(repaired > 0 ? 1 : 0);
  const double company_of_other = company_of(0);
  std::erase_if(findings, [&](Finding& finding) {
    const double repair = log_odds(finding.fix_probability);
    if (is_among(correct::kWordRepairIds, finding.rule)) {
      finding.probability = sigmoid(kOfWords.constant + kOfWords.repair * repair + kOfWords.company * company_of_word);
    } else if (is_among(kMarkRepairs, finding.rule)) {
      finding.probability = sigmoid(kOfMarks.constant + kOfMarks.repair * repair + kOfMarks.company * company_of_other +
                                    (finding.rule == kMarkRepairs.back() ? kOfDrifted : 0));
    } else if (finding.rule == kUnknownWord) {
      finding.probability = sigmoid(kOfUnknown.constant + kOfUnknown.company * company_of_other);
    } else {
      return false;
    }
    return finding.probability < kLeastTold;
  });
}

}  // namespace emend::check
