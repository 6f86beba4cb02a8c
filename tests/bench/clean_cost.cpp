// What cleaning costs: the processor time of measuring a page's damage and of every step, in milliseconds a page and
// for 8 megapixels, and what the steps did.
//
//   build/release/tests/bench/clean_cost [--records] [--without STEP]... [--out DIR] PICTURE...
//
// Pages run one after the other on one thread. --records prints each page's figures and what each step says of it as
// lines of tab-separated fields; --out writes the cleaned pictures there, as PNG.
#include <sys/resource.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/file.h"
#include "image/clean.h"
#include "image/damage.h"
#include "image/encode.h"
#include "image/scan_source.h"

namespace {

using namespace emend;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::map<std::string, double> spent;  // by step

// A step that tells how long it took.
class Timed final : public image::Step {
 public:
  explicit Timed(std::unique_ptr<image::Step> step) : step_(std::move(step)) {}
  const image::StepInfo& info() const override { return step_->info(); }
  image::StepResult run(const image::Picture& input) const override {
    const double begin = processor_seconds();
    image::StepResult result = step_->run(input);
    spent[std::string(info().id)] += processor_seconds() - begin;
    return result;
  }

 private:
  std::unique_ptr<image::Step> step_;
};

void print_records(const std::string& name, const document::Damage& damage, const image::CleanedPage& cleaned) {
  fmt::print("{}\tdamage", name);
  for (const auto& [figure, value] : damage.page) fmt::print("\t{}={:.4g}", figure, value);
  fmt::print("\n");
  for (const document::CleaningRecord& record : cleaned.records) {
    fmt::print("{}\t{}\t{}\t{}", name, record.step, record.was_applied ? "done" : "left", record.note);
    for (const auto& [figure, value] : record.figures) fmt::print("\t{}={:.4g}", figure, value);
    fmt::print("\n");
  }
}

}  // namespace

int main(int count, char** arguments) {
  bool has_records = false;
  std::filesystem::path out;
  std::set<std::string> without;
  std::vector<std::string> files;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--records")
      has_records = true;
    else if (argument == "--out" && i + 1 < count)
      out = arguments[++i];
    else if (argument == "--without" && i + 1 < count)
      without.insert(arguments[++i]);
    else
      files.push_back(argument);
  }
  if (files.empty()) {
    fmt::print(stderr, "usage: clean_cost [--records] [--without STEP]... [--out DIR] PICTURE...\n");
    return 2;
  }
  std::vector<std::unique_ptr<image::Step>> steps;
  for (auto& step : image::all_steps())
    if (!without.contains(std::string(step->info().id))) steps.push_back(std::make_unique<Timed>(std::move(step)));

  double megapixels = 0, all = 0;
  for (const std::string& file : files) {
    const auto source = image::open_scan(file, {});
    if (!source) continue;
    const auto loaded = (*source)->load(0);
    if (!loaded) continue;
    const image::Picture& scan = loaded->picture;
    megapixels += scan.width_px() * static_cast<double>(scan.height_px()) * 1e-6;
    const double begin = processor_seconds();
    const document::Damage damage = image::measure_damage(scan);
    spent["(measure)"] += processor_seconds() - begin;
    const image::CleanedPage cleaned = image::clean(scan, damage, steps, {});
    all += processor_seconds() - begin;
    const std::string name = std::filesystem::path(file).stem().string();
    if (has_records) print_records(name, damage, cleaned);
    if (!out.empty())
      if (const auto png = image::to_png(cleaned.variants.front().picture))
        if (!write_file(out / (name + ".png"), *png)) return 1;
  }
  double told = 0;
  for (const auto& [step, seconds] : spent) told += seconds;
  spent["(measured again, grey)"] = all - told;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(stderr, "{} pages, {:.1f} megapixels a page, {} MiB at most\n", files.size(),
             megapixels / static_cast<double>(files.size()), usage.ru_maxrss / 1024);
  fmt::print(stderr, "{:<26} {:>9} {:>9} {:>7}\n", "", "ms/page", "ms/8 MP", "share");
  for (const auto& [step, seconds] : spent)
    fmt::print(stderr, "{:<26} {:>9.1f} {:>9.1f} {:>6.1f} %\n", step,
               seconds * 1000 / static_cast<double>(files.size()), seconds * 8000 / megapixels, seconds * 100 / all);
  fmt::print(stderr, "{:<26} {:>9.1f} {:>9.1f}\n", "all", all * 1000 / static_cast<double>(files.size()),
             all * 8000 / megapixels);
  return 0;
}
