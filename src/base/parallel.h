// Runs numbered tasks on a few threads.
//
// Results belong in a slot per task, so the order in which the tasks end never shows.
#pragma once

#include <cstddef>
#include <functional>

namespace emend {

// How many threads "all of them" means on this machine; at least 1.
std::size_t hardware_jobs();

// Calls task(i) for every i in [0, count), on at most `jobs` threads (the caller's is one of them).
// Tasks start in the order of their numbers. If tasks throw, the others still run, and then the exception of the
// lowest number is thrown again.
void run_in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& task);

}  // namespace emend
