#include "batch/restore_all.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>

#include "base/content_hash.h"
#include "base/parallel.h"
#include "pipeline/decide_again.h"
#include "pipeline/neighbours.h"
#include "pipeline/paper.h"

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
template <typename Work>
auto guarded(const pipeline::Input& input, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return fail(ErrorKind::kTooLarge, input.path.string(), "needs more memory than there is", "use fewer jobs (-j 1)");
  } catch (const std::exception& surprise) {
    return fail(ErrorKind::kInternal, input.path.string(), std::string("failed unexpectedly: ") + surprise.what(),
                "please report it with this input");
  }
}

// Inputs that are corrected together: all are read first, then each is corrected with its neighbours in view.
class Group {
 public:
  Group(const std::vector<pipeline::Input>& inputs, std::vector<std::size_t> members,
        const std::filesystem::path& output_folder, const pipeline::Settings& settings, pipeline::Workshop& workshop)
      : inputs_(inputs),
        members_(std::move(members)),
        output_folder_(output_folder),
        settings_(settings),
        workshop_(workshop),
        begun_(members_.size()) {}

  void restore(std::size_t jobs, const pipeline::RunControl& control, InOrder& results) {
    pipeline::RunControl per_document = control;
    const std::size_t document_jobs = std::max<std::size_t>(1, std::min(jobs, members_.size()));
    per_document.page_jobs = std::max<std::size_t>(1, jobs / document_jobs);
    const std::string series = members_.size() > 1 ? fingerprint(document_jobs) : std::string();
    run_in_parallel(members_.size(), document_jobs, [&](std::size_t i) { begin(i, per_document, series); });
    const std::vector<pipeline::Neighbours> neighbours = neighbours_of_all();
    run_in_parallel(members_.size(), document_jobs,
                    [&](std::size_t i) { results.put(members_[i], finish(i, per_document, neighbours[i])); });
  }

 private:
  const pipeline::Input& input(std::size_t i) const { return inputs_[members_[i]]; }
  std::filesystem::path folder(std::size_t i) const { return output_folder_ / input(i).name; }

  // Of the names and bytes of all members. One that cannot be read is missing for its neighbours.
  std::string fingerprint(std::size_t jobs) const {
    std::vector<std::string> hashes(members_.size());
    run_in_parallel(members_.size(), jobs,
                    [&](std::size_t i) { hashes[i] = content_hash_of_file(input(i).path).value_or(std::string()); });
    std::string all;
    for (std::size_t i = 0; i < members_.size(); ++i)
      all += input(i).path.filename().string() + '\0' + hashes[i] + '\n';
    return content_hash(all);
  }

  void begin(std::size_t i, const pipeline::RunControl& control, const std::string& series) {
    if (control.stop.is_raised()) {
      begun_[i] = fail(ErrorKind::kInterrupted, input(i).path.string(), "the run was interrupted");
      return;
    }
    begun_[i] = guarded(
        input(i), [&] { return pipeline::begin_document(input(i), folder(i), settings_, workshop_, control, series); });
  }

  // A member that is done already shows its pages, too; one that failed has none.
  std::vector<pipeline::Neighbours> neighbours_of_all() const {
    std::vector<pipeline::Neighbours> all(members_.size());
    const bool is_work_left =
        std::any_of(begun_.begin(), begun_.end(), [](const auto& begun) { return begun && *begun; });
    if (!is_work_left) return all;
    std::vector<layout::SeriesPage> pages;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      all[i].first = pages.size();
      std::vector<layout::SeriesPage> own;
      if (begun_[i] && *begun_[i])
        own = pipeline::series_pages((*begun_[i])->pages, input(i).path);
      else if (begun_[i])
        if (auto stored = pipeline::load_result(folder(i)))
          own = pipeline::series_pages(pipeline::paper_layouts(stored->loaded), input(i).path);
      std::move(own.begin(), own.end(), std::back_inserter(pages));
    }
    const layout::PageSeries series(std::move(pages));
    for (pipeline::Neighbours& neighbours : all) neighbours.series = series;
    return all;
  }

  Result<pipeline::Outcome> finish(std::size_t i, const pipeline::RunControl& control,
                                   const pipeline::Neighbours& neighbours) {
    if (!begun_[i]) return fail(begun_[i].error());
    return guarded(input(i), [&]() -> Result<pipeline::Outcome> {
      if (!*begun_[i])
        return pipeline::finished_document(folder(i), workshop_, control, input(i).path.filename().string());
      return pipeline::finish_document(std::move(**begun_[i]), input(i), folder(i), settings_, workshop_, control,
                                       neighbours);
    });
  }

  const std::vector<pipeline::Input>& inputs_;
  std::vector<std::size_t> members_;
  const std::filesystem::path& output_folder_;
  const pipeline::Settings& settings_;
  pipeline::Workshop& workshop_;
  std::vector<Result<std::optional<pipeline::BegunDocument>>> begun_;
};

}  // namespace

Summary restore_all(const std::vector<pipeline::Input>& inputs, const std::filesystem::path& output_folder,
                    const pipeline::Settings& settings, pipeline::Workshop& workshop, std::size_t jobs,
                    const pipeline::RunControl& control, const OnDone& on_done) {
  // Groups of several follow each other, each with all threads; documents that are by themselves share the threads.
  InOrder results(inputs, on_done);
  std::vector<std::size_t> alone;
  std::vector<std::vector<std::size_t>> together;
  for (auto& members : pipeline::groups_of(inputs)) {
    if (members.size() == 1)
      alone.push_back(members.front());
    else
      together.push_back(std::move(members));
  }
  for (auto& members : together)
    Group(inputs, std::move(members), output_folder, settings, workshop).restore(jobs, control, results);

  const std::size_t document_jobs = std::max<std::size_t>(1, std::min(jobs, alone.size()));
  pipeline::RunControl per_document = control;
  per_document.page_jobs = std::max<std::size_t>(1, jobs / document_jobs);
  run_in_parallel(alone.size(), document_jobs, [&](std::size_t i) {
    const pipeline::Input& input = inputs[alone[i]];
    if (control.stop.is_raised()) {
      results.put(alone[i], fail(ErrorKind::kInterrupted, input.path.string(), "the run was interrupted"));
      return;
    }
    results.put(alone[i], guarded(input, [&] {
                  return pipeline::process_document(input, output_folder / input.name, settings, workshop,
                                                    per_document);
                }));
  });
  return results.summary();
}

}  // namespace emend::batch
