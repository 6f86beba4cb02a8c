#include "base/parallel.h"

#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace emend {
namespace {

TEST(RunInParallel, EveryTaskRunsOnceForAnyNumberOfJobs) {
  for (const std::size_t count : {0u, 1u, 2u, 7u, 100u})
    for (const std::size_t jobs : {0u, 1u, 2u, 3u, 16u, 1000u}) {
      std::vector<std::atomic<int>> runs(count);
      run_in_parallel(count, jobs, [&](std::size_t i) { ++runs[i]; });
      for (const auto& run : runs) EXPECT_EQ(run.load(), 1) << count << " tasks, " << jobs << " jobs";
    }
}

TEST(RunInParallel, OneJobIsTheCallersThreadInOrder) {
  std::vector<std::size_t> order;
  run_in_parallel(5, 1, [&, caller = std::this_thread::get_id()](std::size_t i) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    order.push_back(i);
  });
  EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(RunInParallel, NeverMoreThreadsThanJobs) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  run_in_parallel(200, 3, [&](std::size_t) {
    const std::lock_guard lock(mutex);
    threads.insert(std::this_thread::get_id());
  });
  EXPECT_LE(threads.size(), 3u);
}

TEST(RunInParallel, AfterAnExceptionTheOthersRunAndTheFirstIsThrown) {
  for (const std::size_t jobs : {1u, 4u}) {
    std::atomic<int> runs{0};
    std::string thrown;
    try {
      run_in_parallel(20, jobs, [&](std::size_t i) {
        ++runs;
        if (i == 3 || i == 17) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& error) {
      thrown = error.what();
    }
    EXPECT_EQ(thrown, "3");
    EXPECT_EQ(runs.load(), 20);
  }
}

TEST(HardwareJobs, AreAtLeastOne) { EXPECT_GE(hardware_jobs(), 1u); }

}  // namespace
}  // namespace emend
