// Which changes are asked about first.
#include "review/queue_order.h"

#include <gtest/gtest.h>

namespace emend::review {
namespace {

std::vector<int> pages_of(const std::vector<store::ChangeRecord>& records) {
  std::vector<int> pages;
  for (const store::ChangeRecord& record : records) pages.push_back(record.page);
  return pages;
}

std::vector<store::ChangeRecord> on_pages(const std::vector<int>& pages) {
  std::vector<store::ChangeRecord> records(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) records[i].page = pages[i];
  return records;
}

TEST(InQueueOrder, BeginsWithThePageThatWasReadWorst) {
  document::Document document;
  for (const float rate : {0.02F, 0.2F, 0.05F}) {
    document::Page page;
    page.number = static_cast<int>(document.pages.size()) + 1;
    page.expected_error_rate = rate;
    document.pages.push_back(page);
  }
  EXPECT_EQ(pages_of(in_queue_order(on_pages({1, 1, 2, 2, 3}), document)), (std::vector<int>{2, 2, 3, 1, 1}));
}

TEST(InQueueOrder, KeepsTheOrderOfATextWithoutPages) {
  EXPECT_EQ(pages_of(in_queue_order(on_pages({0, 0, 0}), document::Document{})), (std::vector<int>{0, 0, 0}));
}

}  // namespace
}  // namespace emend::review
