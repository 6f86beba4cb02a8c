#include "ocr/engine_pool.h"

#include <atomic>
#include <set>

#include <gtest/gtest.h>

#include "base/parallel.h"

namespace emend::ocr {
namespace {

class IdleEngine final : public Engine {
 public:
  document::Witness describe() const override { return {"idle", "", ""}; }
  Result<document::Page> read(const image::Picture&) override { return document::Page{}; }
};

TEST(EnginePool, KeepsAnEngineForTheNextPage) {
  int made = 0;
  EnginePool pool([&]() -> Result<std::unique_ptr<Engine>> {
    ++made;
    return std::make_unique<IdleEngine>();
  });
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(pool.with_engine([](Engine& engine) { return engine.read({}); }));
  EXPECT_EQ(made, 1);
}

TEST(EnginePool, LendsAnEngineToOneWorkerAtATime) {
  std::atomic<int> made = 0;
  EnginePool pool([&]() -> Result<std::unique_ptr<Engine>> {
    ++made;
    return std::make_unique<IdleEngine>();
  });
  std::mutex mutex;
  std::set<const Engine*> lent;
  run_in_parallel(200, 4, [&](std::size_t) {
    const auto page = pool.with_engine([&](Engine& engine) {
      {
        const std::lock_guard lock(mutex);
        EXPECT_TRUE(lent.insert(&engine).second) << "two workers hold one engine";
      }
      auto result = engine.read({});
      const std::lock_guard lock(mutex);
      lent.erase(&engine);
      return result;
    });
    EXPECT_TRUE(page);
  });
  EXPECT_LE(made, 4);
}

TEST(EnginePool, HandsOnTheErrorOfTheFactory) {
  EnginePool pool([]() -> Result<std::unique_ptr<Engine>> { return fail(ErrorKind::kMissing, "xyz", "no model"); });
  const auto page = pool.with_engine([](Engine& engine) { return engine.read({}); });
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, ErrorKind::kMissing);
}

}  // namespace
}  // namespace emend::ocr
