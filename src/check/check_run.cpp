#include "check/check_run.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <memory>
#include <mutex>

#include "base/content_hash.h"
#include "base/file.h"
#include "base/parallel.h"
#include "check/check_layout.h"
#include "check/check_text.h"
#include "check/checked_json.h"
#include "check/file_parts.h"
#include "check/fix_text.h"
#include "check/rule_names.h"
#include "check/unreviewed.h"
#include "pipeline/word_lists.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

struct PartResult {
  CheckedText checked;
  std::string key;    // of the cache
  std::string facts;  // as JSON; empty where `checked` has them
  std::optional<Error> error;
};

struct FileWork {
  fs::path path;
  FileKind kind = FileKind::kText;
  bool is_standard_input = false;
  const Profile* profile = nullptr;
  std::vector<FilePart> ranges;
  std::vector<PartResult> parts;
  std::atomic<std::size_t> open_parts{0};

  FileReport report;
  Findings known;  // for the baseline
  std::vector<BaselineEntry> stale;
  Facts facts;
  bool has_facts = false;
  std::string keys;  // of all parts
  bool is_from_cache = true;
  bool is_done = false;
};

struct Task {
  std::size_t file = 0;
  std::size_t part = 0;
};

class CheckRun {
 public:
  CheckRun(const CheckRequest& request, const std::function<void(const FileReport&)>& take)
      : request_(request), take_(take) {}

  RunTotals run() {
    // From here it is known what there is to do; files that cannot be opened are told in their place.
    plan();
    std::vector<Task> tasks;
    for (std::size_t i = 0; i < files_.size(); ++i)
      for (std::size_t part = 0; part < std::max<std::size_t>(files_[i]->ranges.size(), 1); ++part)
        tasks.push_back({i, part});

    run_in_parallel(tasks.size(), request_.jobs, [&](std::size_t i) { work_on(tasks[i]); });
    totals_.was_interrupted = is_stopped();

    // From here every file has been told; what follows needs all of them.
    if (!totals_.was_interrupted) tell_corpus();
    return std::move(totals_);
  }

 private:
  bool is_stopped() const { return request_.stop != nullptr && request_.stop->is_raised(); }

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
      add_setup_error(profile.error());
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
        fail_file(*work, ranges.error());
      }
    }
    work->parts.resize(std::max<std::size_t>(work->ranges.size(), 1));
    work->open_parts = work->parts.size();
    files_.push_back(std::move(work));
  }

  static void fail_file(FileWork& work, const Error& error) {
    work.report.has_failed = true;
    work.report.problems.push_back({Severity::kFailure, error, 0});
  }

  // A missing model or a broken config concerns many files and is told once.
  void add_setup_error(const Error& error) {
    const std::lock_guard lock(emitting_);
    const bool is_known = std::any_of(totals_.setup_errors.begin(), totals_.setup_errors.end(), [&](const Error& e) {
      return e.subject == error.subject && e.what == error.what;
    });
    if (!is_known) totals_.setup_errors.push_back(error);
  }

  void work_on(Task task) {
    FileWork& work = *files_[task.file];
    if (!work.report.has_failed && !is_stopped()) check_part(work, task.part);
    if (--work.open_parts > 0) return;
    if (!is_stopped()) finish(work);
    emit(work);
  }

  void check_part(FileWork& work, std::size_t index) {
    PartResult& part = work.parts[index];
    const auto give_up = [&](const Error& error) { part.error = error; };
    std::string read;
    if (!work.is_standard_input) {
      auto bytes = is_layout(work.kind) ? read_file(work.path) : read_part(work.path, work.ranges[index]);
      if (!bytes) return give_up(bytes.error());
      read = std::move(*bytes);
    }
    const std::string_view bytes = work.is_standard_input ? std::string_view(*request_.standard_input) : read;

    if (request_.cache != nullptr) {
      const auto key = key_of(work, bytes);
      if (!key) return give_up(key.error());
      part.key = *key;
      if (const auto entry = request_.cache->find(part.key)) {
        if (auto checked = checked_from_json(entry->checked, "cache")) {
          part.checked = std::move(*checked);
          part.facts = entry->facts;
          return;
        }
      }
    }
    if (const auto& tools = work.profile->tools(); !tools) {
      add_setup_error(tools.error());
      return give_up(tools.error());
    }
    auto checked = check_bytes(bytes, work.kind, work.path, *work.profile);
    if (!checked) return give_up(checked.error());
    part.checked = std::move(*checked);
    work.is_from_cache = false;
    if (request_.cache != nullptr)
      request_.cache->put(part.key, checked_to_json(part.checked), facts_to_json(part.checked.facts));
  }

  Result<std::string> key_of(const FileWork& work, std::string_view bytes) {
    const auto& fingerprint = work.profile->fingerprint();
    if (!fingerprint) return fail(fingerprint.error());
    std::string all = content_hash(bytes) + *fingerprint + std::to_string(static_cast<int>(work.kind)) +
                      work.path.extension().string();
    for (const fs::path& list : pipeline::found_word_lists(work.path, work.profile->settings()))
      if (const auto hash = content_hash_of_file(list)) all += *hash;
    return content_hash(all);
  }

  // All parts of the file are there: they become one, and what is ignored is taken out.
  void finish(FileWork& work) {
    FileReport& report = work.report;
    std::size_t bytes = 0, lines = 0;
    bool has_all_facts = true;
    Findings findings;
    for (PartResult& part : work.parts) {
      if (part.error) {
        fail_file(work, *part.error);
        const auto& errors = totals_.setup_errors;
        const std::lock_guard lock(emitting_);
        if (std::any_of(errors.begin(), errors.end(), [&](const Error& e) { return e.what == part.error->what; }))
          report.problems.pop_back();  // told once for all files
        break;
      }
      if (report.has_failed) break;
      report.words += part.checked.words;
      for (Finding& finding : part.checked.findings) {
        move_by(finding, bytes, lines);
        findings.push_back(std::move(finding));
      }
      for (Problem& problem : part.checked.problems)
        if (report.problems.empty() || report.problems.back().error.what != problem.error.what)
          report.problems.push_back(std::move(problem));
      if (part.facts.empty()) add_facts(work.facts, part.checked.facts, bytes, lines);
      has_all_facts = has_all_facts && part.facts.empty();
      work.keys += part.key;
      bytes += part.checked.text_bytes;
      lines += part.checked.line_ends;
    }
    work.has_facts = has_all_facts;
    if (report.has_failed) return;

    if (request_.repair != Repair::kNone && has_something_to_apply(work, findings)) repair(work, findings);
    Findings all = filter(work, findings, report.ignored);
    report.findings = std::move(findings);
    if (request_.baseline != nullptr) {
      work.stale = request_.baseline->stale(baseline_name(work), all);
      work.known = std::move(all);
    }
  }

  // Takes out what is not to be told. Returns what would be told if there were no baseline.
  Findings filter(const FileWork& work, Findings& findings, IgnoredCounts& ignored) const {
    ignored.by_mark += std::erase_if(findings, [](const Finding& finding) { return finding.is_marked; });
    ignored.by_config += std::erase_if(
        findings, [&](const Finding& finding) { return work.profile->rules().ignores_in(work.path, finding.rule); });
    if (request_.decisions != nullptr)
      ignored.by_decision += std::erase_if(findings, [&](Finding& finding) { return is_rejected(finding); });
    Findings all;
    if (request_.baseline != nullptr) {
      all = findings;
      ignored.by_baseline += request_.baseline->remove_known(baseline_name(work), findings);
    }
    return all;
  }

  // What a person said about a finding: no, or yes, perhaps with another text.
  bool is_rejected(Finding& finding) const {
    const auto decision = request_.decisions->find(finding.key);
    if (decision == request_.decisions->end()) return false;
    if (decision->second.verdict == edit::Verdict::kAccepted) {
      finding.is_safe = true;
      if (decision->second.has_replacement) finding.after = decision->second.replacement;
    }
    return decision->second.verdict == edit::Verdict::kRejected;
  }

  bool has_something_to_apply(const FileWork& work, Findings findings) const {
    IgnoredCounts ignored;
    filter(work, findings, ignored);
    const bool wants_unsafe = work.profile->settings().policy.unsafe_fixes;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.has_fix && (finding.is_safe || wants_unsafe); });
  }

  // Leaves in `findings` what the repaired text still has.
  void repair(FileWork& work, Findings& findings) const {
    FileReport& report = work.report;
    const auto give_up = [&](const Error& error) { fail_file(work, error); };
    auto bytes = work.is_standard_input ? Result<std::string>(*request_.standard_input) : read_file(work.path);
    if (!bytes) return give_up(bytes.error());
    if (const auto& tools = work.profile->tools(); !tools) return give_up(tools.error());
    const Filter filter_round = [&](Findings& round) {
      IgnoredCounts ignored;
      filter(work, round, ignored);
    };
    auto fixed = fix_text(*bytes, work.kind, work.path, *work.profile, filter_round,
                          work.profile->settings().policy.unsafe_fixes);
    if (!fixed) return give_up(fixed.error());
    if (request_.repair == Repair::kShow) {
      report.diff = diff_of(fixed->before_text, fixed->text, report.name);
      return;  // nothing has changed: the findings stay
    }
    if (work.is_standard_input || fixed->applied == 0) return;
    const auto again = content_hash_of_file(work.path);
    if (!again) return give_up(again.error());
    if (*again != content_hash(*bytes))
      return give_up(
          {ErrorKind::kUnreadable, work.path.string(), "changed while it was checked", "run again when it is at rest"});
    std::error_code error;
    const fs::path target = fs::canonical(work.path, error);  // a link stays a link
    if (const Status written = write_file(error ? work.path : target, fixed->bytes); !written)
      return give_up(written.error());
    report.applied = fixed->applied;
    // The findings of the new text, those that are ignored among them.
    auto left = check_bytes(fixed->bytes, work.kind, work.path, *work.profile);
    if (!left) return give_up(left.error());
    findings = std::move(left->findings);
    work.facts = left->facts;
    work.has_facts = true;
  }

  std::string baseline_name(const FileWork& work) const {
    if (work.is_standard_input) return "-";
    std::error_code error;
    const fs::path whole = fs::absolute(work.path, error).lexically_normal();
    return whole.lexically_relative(request_.baseline_folder).generic_string();
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
    const FileReport& report = work.report;
    if (report.has_failed)
      ++totals_.failed;
    else
      ++totals_.files;
    if (!report.has_failed && work.is_from_cache && request_.cache != nullptr) ++totals_.from_cache;
    totals_.words += report.words;
    totals_.applied += report.applied;
    totals_.ignored.by_mark += report.ignored.by_mark;
    totals_.ignored.by_decision += report.ignored.by_decision;
    totals_.ignored.by_baseline += report.ignored.by_baseline;
    totals_.ignored.by_config += report.ignored.by_config;
    count_findings(report);
    totals_.stale.insert(totals_.stale.end(), work.stale.begin(), work.stale.end());
    if (request_.baseline != nullptr && !report.has_failed)
      totals_.known_by_file[baseline_name(work)] = std::move(work.known);
  }

  void count_findings(const FileReport& report) {
    totals_.findings += report.findings.size();
    for (const Finding& finding : report.findings) {
      if (finding.has_fix) ++totals_.proposed;
      if (finding.has_fix && finding.is_safe) ++totals_.safe;
      ++totals_.by_rule[finding.rule];
    }
    if (!report.findings.empty()) totals_.by_file[report.name] += report.findings.size();
  }

  void tell_corpus() {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (!files_[i]->report.has_failed && !files_[i]->is_standard_input) indices.push_back(i);
    std::map<std::size_t, Findings> by_file;
    for (CorpusFinding& found : findings_of_corpus(indices))
      by_file[indices[found.file]].push_back(std::move(found.finding));
    for (const std::size_t i : indices)
      if (auto finding = unreviewed_changes(files_[i]->path)) by_file[i].push_back(std::move(*finding));

    for (auto& [i, findings] : by_file) {
      FileWork& work = *files_[i];
      std::erase_if(findings, [&](const Finding& f) { return !work.profile->rules().wants(f.rule); });
      FileReport report;
      report.name = work.report.name;
      report.is_of_corpus = true;
      const Findings all = filter(work, findings, report.ignored);
      report.findings = std::move(findings);
      if (request_.baseline != nullptr) {
        Findings& known = totals_.known_by_file[baseline_name(work)];
        known.insert(known.end(), all.begin(), all.end());
      }
      totals_.ignored.by_config += report.ignored.by_config;
      totals_.ignored.by_decision += report.ignored.by_decision;
      totals_.ignored.by_baseline += report.ignored.by_baseline;
      count_findings(report);
      if (!report.findings.empty()) take_(report);
    }
    if (request_.baseline != nullptr) {
      totals_.stale.clear();
      for (const auto& [file, known] : totals_.known_by_file) {
        auto stale = request_.baseline->stale(file, known);
        totals_.stale.insert(totals_.stale.end(), stale.begin(), stale.end());
      }
    }
  }

  bool wants_corpus(const std::vector<std::size_t>& indices) const {
    return std::any_of(indices.begin(), indices.end(), [&](std::size_t i) {
      const RuleChoice& rules = files_[i]->profile->rules();
      return rules.wants(kNameSpelling) || rules.wants(kConvention) || rules.wants(kMissingPage) ||
             rules.wants(kQuality);
    });
  }

  // From the cache where no file has changed.
  std::vector<CorpusFinding> findings_of_corpus(const std::vector<std::size_t>& indices) {
    if (indices.empty() || !wants_corpus(indices)) return {};
    std::string key;
    if (request_.cache != nullptr) {
      for (const std::size_t i : indices) key += files_[i]->report.name + '\0' + files_[i]->keys + '\0';
      key += std::to_string(request_.thresholds.quality_ratio) + " " + std::to_string(request_.thresholds.name_ratio) +
             " " + std::to_string(request_.thresholds.convention_share);
      key = content_hash(key);
      const bool has_repaired = request_.repair == Repair::kWrite && totals_.applied > 0;
      if (const auto entry = request_.cache->find(key); entry && !has_repaired)
        if (auto known = corpus_from_cache(*entry, indices.size())) return std::move(*known);
    }
    std::vector<CorpusFile> files;
    for (const std::size_t i : indices) {
      FileWork& work = *files_[i];
      if (!work.has_facts) read_facts(work);
      files.push_back({work.report.name, std::move(work.facts)});
    }
    auto found = corpus_findings(files, request_.thresholds, [&](std::string_view word) {
      const auto& tools = files_[indices.front()]->profile->tools();
      return tools && (*tools).workshop->knows(word);
    });
    if (request_.cache != nullptr) put_corpus(key, found);
    return found;
  }

  // Some parts came from the cache: their facts were left packed until now.
  static void read_facts(FileWork& work) {
    std::size_t bytes = 0, lines = 0;
    work.facts = {};
    for (PartResult& part : work.parts) {
      Facts facts = part.checked.facts;
      if (!part.facts.empty()) facts = facts_from_json(part.facts, "cache").value_or(Facts());
      add_facts(work.facts, facts, bytes, lines);
      bytes += part.checked.text_bytes;
      lines += part.checked.line_ends;
    }
    work.has_facts = true;
  }

  void put_corpus(const std::string& key, const std::vector<CorpusFinding>& found) const {
    CheckedText packed;
    std::string files;
    for (const CorpusFinding& item : found) {
      packed.findings.push_back(item.finding);
      files += std::to_string(item.file) + " ";
    }
    packed.encoding = files;
    request_.cache->put(key, checked_to_json(packed), "-");
  }

  static std::optional<std::vector<CorpusFinding>> corpus_from_cache(const ResultCache::Entry& entry,
                                                                     std::size_t files) {
    auto packed = checked_from_json(entry.checked, "cache");
    if (!packed) return std::nullopt;
    std::vector<CorpusFinding> found;
    std::size_t at = 0;
    for (Finding& finding : packed->findings) {
      const std::size_t space = packed->encoding.find(' ', at);
      if (space == std::string::npos) return std::nullopt;
      std::size_t file = 0;
      std::from_chars(packed->encoding.data() + at, packed->encoding.data() + space, file);
      if (file >= files) return std::nullopt;
      found.push_back({file, std::move(finding)});
      at = space + 1;
    }
    return found;
  }

  const CheckRequest& request_;
  const std::function<void(const FileReport&)>& take_;
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
