#include "correct/rule.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "text/utf8.h"

namespace emend::correct {

#define EMEND_RULE(group, rule_name) std::unique_ptr<Rule> make_##rule_name();
#include "correct/rule_list.def"
#undef EMEND_RULE

namespace {

// No rule is ever quite sure; keeps the log-odds finite.
constexpr double kMostProbable = 0.9999;

double log_odds(double probability) {
  const double p = std::clamp(probability, 1 - kMostProbable, kMostProbable);
  return std::log(p / (1 - p));
}

}  // namespace

RuleSet all_rules() {
  RuleSet rules;
#define EMEND_RULE(group, rule_name) rules.push_back(make_##rule_name());
#include "correct/rule_list.def"
#undef EMEND_RULE
  return rules;
}

edit::Edit make_edit(const RuleInfo& rule, const RuleInput& input, text::Span span, std::string after,
                     std::string reason, double probability) {
  EMEND_ASSUME(span.begin <= span.end && span.end <= input.text.size(), "a rule's span lies in the text");
  EMEND_ASSUME(text::is_code_point_border(input.text, span.begin) && text::is_code_point_border(input.text, span.end),
               "a rule's span is on code point borders");
  edit::Edit edit;
  edit.span = span;
  edit.before = std::string(span.of(input.text));
  edit.after = std::move(after);
  edit.rule = std::string(rule.id);
  edit.evidence.push_back({edit.rule, reason, log_odds(probability)});
  edit.reason = std::move(reason);
  edit.probability = std::clamp(probability, 0.0, 1.0);
  edit.applicability = rule.applicability;
  return edit;
}

}  // namespace emend::correct
