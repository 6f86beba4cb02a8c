// How long each named stage took, summed over pages and threads. For --timings and benchmarks.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace emend {

// Safe to use from several threads.
class Timings {
 public:
  void add(const std::string& stage, double seconds) {
    const std::lock_guard lock(mutex_);
    seconds_[stage] += seconds;
  }
  std::map<std::string, double> seconds() const {
    const std::lock_guard lock(mutex_);
    return seconds_;
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, double> seconds_;
};

// Adds the time between its construction and destruction to a stage; a null Timings costs nothing.
class StageTimer {
 public:
  StageTimer(Timings* timings, std::string stage) : timings_(timings), stage_(std::move(stage)) {}
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;
  ~StageTimer() {
    if (timings_ != nullptr)
      timings_->add(stage_, std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
  }

 private:
  Timings* timings_;
  std::string stage_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace emend
