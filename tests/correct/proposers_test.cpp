#include "correct/proposers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "correct/lattice/word_repair.h"

namespace emend::correct {
namespace {

TEST(Proposers, AreTheRulesAndTheSourcesOnceEach) {
  std::set<std::string_view> ids;
  for (const RuleInfo& info : all_proposers()) EXPECT_TRUE(ids.insert(info.id).second) << info.id << " comes twice";
  for (const auto& rule : all_rules()) EXPECT_TRUE(ids.contains(rule->info().id)) << rule->info().id;
  for (const RuleInfo& info : all_sources()) EXPECT_TRUE(ids.contains(info.id)) << info.id;
  EXPECT_EQ(ids.size(), all_rules().size() + all_sources().size());
}

TEST(Proposers, EveryIdOfTheDecoderIsDescribed) {
  for (const std::string_view id : kWordRepairIds) EXPECT_TRUE(find_proposer(id)) << id;
}

TEST(Proposers, AGroupStandsTogether) {
  std::set<std::string_view> done;
  std::string_view group;
  for (const RuleInfo& info : all_proposers()) {
    if (info.group == group) continue;
    EXPECT_TRUE(done.insert(info.group).second) << info.group << " comes twice";
    group = info.group;
  }
}

}  // namespace
}  // namespace emend::correct
