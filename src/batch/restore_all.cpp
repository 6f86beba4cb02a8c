#include "batch/restore_all.h"

#include <algorithm>
#include <mutex>

#include "base/parallel.h"

namespace emend::batch {
namespace {

// Hands results on in the order of the inputs, whatever the order in which they come.
class InOrder {
 public:
  InOrder(const std::vector<pipeline::Input>& inputs, const OnDone& on_done)
      : inputs_(inputs), on_done_(on_done), results_(inputs.size()) {}

  void put(std::size_t i, Result<pipeline::Outcome> result) {
    const std::lock_guard lock(mutex_);
    results_[i] = std::move(result);
    for (; next_ < results_.size() && results_[next_]; ++next_) {
      count(*results_[next_]);
      on_done_(inputs_[next_], *results_[next_]);
    }
  }
  const Summary& summary() const { return summary_; }

 private:
  void count(const Result<pipeline::Outcome>& result) {
    if (!result) {
      if (result.error().kind == ErrorKind::kInterrupted)
        summary_.was_interrupted = true;
      else
        ++summary_.failed;
      return;
    }
    if (result->was_skipped)
      ++summary_.skipped;
    else
      ++summary_.restored;
    summary_.applied += result->applied;
    summary_.open += result->open;
    const auto& problems = result->problems;
    if (std::any_of(problems.begin(), problems.end(),
                    [](const Problem& p) { return p.severity == Severity::kFailure; }))
      ++summary_.with_failed_pages;
  }

  const std::vector<pipeline::Input>& inputs_;
  const OnDone& on_done_;
  std::vector<std::optional<Result<pipeline::Outcome>>> results_;
  std::size_t next_ = 0;
  Summary summary_;
  std::mutex mutex_;
};

// A surprise in one document is that document's failure.
Result<pipeline::Outcome> process_guarded(const pipeline::Input& input, const std::filesystem::path& folder,
                                          const pipeline::Settings& settings, pipeline::Workshop& workshop,
                                          const pipeline::RunControl& control) {
  try {
    return pipeline::process_document(input, folder, settings, workshop, control);
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, input.path.string(), "needs more memory than there is", "use fewer jobs (-j 1)");
  } catch (const std::exception& surprise) {
    return fail(ErrorKind::kInternal, input.path.string(), std::string("failed unexpectedly: ") + surprise.what(),
                "please report it with this input");
  }
}

}  // namespace

Summary restore_all(const std::vector<pipeline::Input>& inputs, const std::filesystem::path& output_folder,
                    const pipeline::Settings& settings, pipeline::Workshop& workshop, std::size_t jobs,
                    const pipeline::RunControl& control, const OnDone& on_done) {
  const std::size_t document_jobs = std::max<std::size_t>(1, std::min(jobs, inputs.size()));
  pipeline::RunControl per_document = control;
  per_document.page_jobs = std::max<std::size_t>(1, jobs / document_jobs);

  InOrder results(inputs, on_done);
  run_in_parallel(inputs.size(), document_jobs, [&](std::size_t i) {
    if (control.stop.is_raised()) {
      results.put(i, fail(ErrorKind::kInterrupted, inputs[i].path.string(), "the run was interrupted"));
      return;
    }
    results.put(i, process_guarded(inputs[i], output_folder / inputs[i].name, settings, workshop, per_document));
  });
  return results.summary();
}

}  // namespace emend::batch
