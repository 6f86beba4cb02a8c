#include "check/run/check_run.h"

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/parallel.h"
#include "check/run/check_part.h"
#include "check/run/corpus_stage.h"
#include "check/run/untold.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

struct Task {
  std::size_t file = 0;
  std::size_t part = 0;
};

class CheckRun {
 public:
  CheckRun(const CheckRequest& request, const std::function<void(const FileReport&)>& take)
      : request_(request), take_(take), untold_(request.baseline, request.baseline_folder, request.decisions) {}

  RunTotals run() {
    // From here it is known what there is to do; files that cannot be opened are told in their place.
    plan();
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < files_.size(); ++i)
      for (std::size_t part = 0; part < files_[i]->parts.size(); ++part) tasks.push_back({i, part});

    tell_not_found();
    run_in_parallel(tasks.size(), request_.jobs, [&](std::size_t i) { work_on(tasks[i]); });
    totals_.was_interrupted = is_stopped();

    // From here every file has been told; what follows needs all of them.
    if (!totals_.was_interrupted) tell_corpus();
    return std::move(totals_);
  }

 private:
  bool is_stopped() const { return request_.stop != nullptr && request_.stop->is_raised(); }
  const std::string& standard_input() const {
    static const std::string kNone;
    return request_.standard_input ? *request_.standard_input : kNone;
  }

  void plan() {
    if (request_.standard_input) {
      const FileKind kind = kind_of_file(request_.standard_input_name, *request_.standard_input, true);
      add_work(request_.standard_input_name, is_layout(kind) ? kind : FileKind::kText, true);
    }
    for (const FoundFile& file : request_.files) add_work(file.path, file.kind, false);
  }

  void add_work(const fs::path& path, FileKind kind, bool is_standard_input) {
    auto work = std::make_unique<FileWork>();
    work->path = path;
    work->kind = kind;
    work->is_standard_input = is_standard_input;
    work->report.name = is_standard_input ? "-" : shown_name(path);
    const auto profile = request_.profile_of(path);
    if (!profile) {
      totals_.add_setup_error(profile.error());
      work->report.has_failed = true;
    } else {
      work->profile = *profile;
      if (is_standard_input) {
        work->ranges = {{0, request_.standard_input->size()}};
      } else if (is_layout(kind)) {
        work->ranges = {{0, 0}};
      } else if (auto ranges = parts_of(path)) {
        work->ranges = std::move(*ranges);
      } else {
        work->fail_with(ranges.error());
      }
    }
    work->parts.resize(std::max<std::size_t>(work->ranges.size(), 1));
    work->open_parts = work->parts.size();
    files_.push_back(std::move(work));
  }

  void tell_not_found() {
    for (const auto& [name, problem] : request_.not_found) {
      FileReport report;
      report.name = name;
      report.has_failed = problem.severity == Severity::kFailure;
      report.problems.push_back(problem);
      if (report.has_failed) totals_.add(report);
      take_(report);
    }
  }

  void work_on(Task task) {
    FileWork& work = *files_[task.file];
    if (!work.report.has_failed && !is_stopped()) check_part(work, task.part, standard_input(), request_.cache);
    if (--work.open_parts > 0) return;
    if (!is_stopped()) finish(work);
    emit(work);
  }

  // All parts of the file are there: they become one, and what is not to be told is taken out.
  void finish(FileWork& work) {
    if (work.report.has_failed) return;
    Findings findings = join_parts(work);
    if (work.report.has_failed) return;
    if (request_.repair != Repair::kNone && has_something_to_apply(work, findings, untold_))
      repair_file(work, request_.repair, standard_input(), untold_, findings);
    work.known = untold_.take_out(work, findings, work.report.ignored);
    work.report.findings = std::move(findings);
  }

  Findings join_parts(FileWork& work) {
    FileReport& report = work.report;
    std::size_t bytes = 0, lines = 0;
    Findings findings;
    work.has_facts = true;
    for (PartResult& part : work.parts) {
      if (part.error) {
        fail_part(work, part);
        return {};
      }
      report.words += part.checked.words;
      for (Finding& finding : part.checked.findings) {
        move_by(finding, bytes, lines);
        findings.push_back(std::move(finding));
      }
      for (Problem& problem : part.checked.problems)
        if (report.problems.empty() || report.problems.back().error.what != problem.error.what)
          report.problems.push_back(std::move(problem));
      if (part.facts.empty())
        add_facts(work.facts, part.checked.facts, bytes, lines);
      else
        work.has_facts = false;
      work.keys += part.key;
      work.is_from_cache = work.is_from_cache && part.is_from_cache;
      bytes += part.checked.text_bytes;
      lines += part.checked.line_ends;
    }
    return findings;
  }

  void fail_part(FileWork& work, const PartResult& part) {
    work.report.words = 0;
    work.report.problems.clear();
    if (!part.is_setup_error) return work.fail_with(*part.error);
    work.report.has_failed = true;
    const std::lock_guard lock(emitting_);
    totals_.add_setup_error(*part.error);
  }

  // Reports go out in the order of the files.
  void emit(FileWork& work) {
    const std::lock_guard lock(emitting_);
    work.is_done = true;
    for (; next_ < files_.size() && files_[next_]->is_done; ++next_) {
      if (is_stopped()) continue;
      FileWork& ready = *files_[next_];
      count(ready);
      take_(ready.report);
      ready.report.findings.clear();
      ready.report.findings.shrink_to_fit();
      ready.report.diff.clear();
      if (ready.has_facts) ready.parts.clear();
      for (PartResult& part : ready.parts) part.checked.findings.clear();
    }
  }

  void count(FileWork& work) {
    totals_.add(work.report);
    if (work.report.has_failed) return;
    if (work.is_from_cache && request_.cache != nullptr) ++totals_.from_cache;
    if (request_.baseline != nullptr) totals_.known_by_file[untold_.baseline_name(work)] = std::move(work.known);
  }

  void tell_corpus() {
    CorpusQuestion question;
    for (const auto& file : files_)
      if (!file->report.has_failed && !file->is_standard_input) question.files.push_back(file.get());
    question.thresholds = request_.thresholds;
    question.cache = request_.cache;
    question.has_repaired = request_.repair == Repair::kWrite && totals_.applied > 0;

    for (auto& [i, findings] : ask_corpus(question)) {
      const FileWork& work = *question.files[i];
      FileReport report;
      report.name = work.report.name;
      report.is_of_corpus = true;
      const Findings all = untold_.take_out(work, findings, report.ignored);
      report.findings = std::move(findings);
      if (request_.baseline != nullptr) {
        Findings& known = totals_.known_by_file[untold_.baseline_name(work)];
        known.insert(known.end(), all.begin(), all.end());
      }
      totals_.add(report);
      if (!report.findings.empty()) take_(report);
    }
    if (request_.baseline != nullptr) find_stale();
  }

  // Only now all findings of a file are known.
  void find_stale() {
    for (const auto& [file, known] : totals_.known_by_file) {
      auto stale = request_.baseline->stale(file, known);
      totals_.stale.insert(totals_.stale.end(), stale.begin(), stale.end());
    }
  }

  const CheckRequest& request_;
  const std::function<void(const FileReport&)>& take_;
  const Untold untold_;
  std::vector<std::unique_ptr<FileWork>> files_;
  std::mutex emitting_;
  std::size_t next_ = 0;
  RunTotals totals_;
};

}  // namespace

RunTotals run_check(const CheckRequest& request, const std::function<void(const FileReport&)>& take) {
  return CheckRun(request, take).run();
}

std::string shown_name(const fs::path& path) {
  std::error_code error;
  const fs::path normal = path.lexically_normal();
  if (normal.is_relative()) return normal.generic_string();
  const fs::path here = fs::current_path(error);
  if (error) return normal.generic_string();
  const fs::path relative = normal.lexically_relative(here);
  return relative.empty() || *relative.begin() == ".." ? normal.generic_string() : relative.generic_string();
}

}  // namespace emend::check
