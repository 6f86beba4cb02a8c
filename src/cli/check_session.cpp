#include "cli/check_session.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/file.h"
#include "base/parallel.h"
#include "base/utc_time.h"
#include "cli/interrupt.h"
#include "cli/standard_input.h"
#include "cli/wording.h"
#include "pipeline/workshop.h"
#include "text/visible.h"

namespace emend::cli {
namespace {

namespace fs = std::filesystem;

// A list of paths longer than this is no list of paths.
constexpr std::uintmax_t kLargestListBytes = std::uintmax_t{256} << 20;

fs::path folder_of(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error).lexically_normal();
  return fs::is_directory(whole, error) ? whole : whole.parent_path();
}

}  // namespace

ExitCode CheckSession::run() {
  const auto stop_with = [&](const Error& error) {
    console_.complain(error);
    return ExitCode::kUsage;
  };
  for (const auto step : {&CheckSession::read_paths, &CheckSession::read_config})
    if (const Status done = (this->*step)(); !done) return stop_with(done.error());
  if (flags_.dumps_config) {
    put(check::config_as_toml(config_));
    return has_broken_config_ ? ExitCode::kUsage : ExitCode::kDone;
  }
  find_files();
  if (flags_.shows_files) return show_files();
  for (const auto step : {&CheckSession::read_baseline, &CheckSession::read_decisions})
    if (const Status done = (this->*step)(); !done) return stop_with(done.error());

  const std::string wanted = config_.format.value_or("text");
  format_ = check::make_format(wanted, {console_.out_has_color() && flags_.output_file.empty(), utc_now()});
  if (!format_) return stop_with({ErrorKind::kUsage, wanted, "is not a format", "see emend check --help"});

  const check::RunTotals totals = check_all();
  if (totals.was_interrupted) return ExitCode::kInterrupted;
  bool is_written = true;
  const auto note = [&](const Status& written) {
    if (written) return;
    console_.complain(written.error());
    is_written = false;
  };
  if (changes_baseline()) note(write_baseline(totals));
  if (!flags_.output_file.empty()) note(write_file(flags_.output_file, output_));
  tell(totals);
  return is_written ? exit_code(totals) : ExitCode::kPartly;
}

Status CheckSession::read_paths() {
  paths_ = flags_.paths;
  if (flags_.file_list == "-" || std::find(paths_.begin(), paths_.end(), "-") != paths_.end()) {
    auto bytes = read_standard_input();
    if (!bytes) return fail(bytes.error());
    if (flags_.file_list == "-")
      for (std::string& name : check::names_of_list(*bytes)) paths_.push_back(std::move(name));
    else
      standard_input_ = std::move(*bytes);
  }
  if (!flags_.file_list.empty() && flags_.file_list != "-") {
    const auto bytes = read_file(flags_.file_list, kLargestListBytes);
    if (!bytes) return fail(bytes.error());
    for (std::string& name : check::names_of_list(*bytes)) paths_.push_back(std::move(name));
  }
  std::erase(paths_, "-");
  const bool has_nothing = paths_.empty() && !standard_input_;
  if (has_nothing && flags_.file_list.empty() && !flags_.dumps_config)
    return fail(ErrorKind::kUsage, "", "no path was given", "name a file or a folder; . is this one");
  if (standard_input_ && flags_.fix && !flags_.shows_diff)
    return fail(ErrorKind::kUsage, "", "--fix cannot repair standard input", "use 'emend fix'");
  return {};
}

Status CheckSession::read_config() {
  auto config = settings_.config_for(paths_.empty() ? fs::path(".") : folder_of(paths_.front()));
  if (!config) {
    // The files that have another config are still checked.
    console_.complain(config.error());
    has_broken_config_ = true;
    broken_config_ = config.error().subject;
    config = check::Config();
  }
  config_ = flags_.over(settings_.over(std::move(*config)));
  // Rules of the command line are looked at here: where no file is found, nothing else would ask for them.
  const auto settings = settings_.settings_with(config_);
  if (!settings) return fail(settings.error());
  for (const auto* ids : {&settings->selected_rules, &settings->ignored_rules})
    if (const Status known = pipeline::check_rule_ids(*ids, settings->rules_of_others); !known)
      return fail(known.error());
  return {};
}

fs::path CheckSession::from_config(const std::string& path) const { return config_.folder / path; }

fs::path CheckSession::baseline_folder() const {
  std::error_code error;
  return fs::absolute(baseline_file_.empty() ? fs::path("baseline") : baseline_file_, error)
      .lexically_normal()
      .parent_path();
}

void CheckSession::find_files() {
  check::FindOptions options;
  options.paths = paths_;
  if (config_.exclude) options.excluded.push_back({config_.folder, *config_.exclude});
  options.excluded.push_back({".", flags_.exclude});
  options.respects_ignore_files = config_.respect_ignore_files.value_or(true);
  options.force_excludes = config_.force_exclude.value_or(false);
  found_ = check::find_files(options);
  pass_over_lists();
}

// The word lists of a config are no texts, whatever they are called.
void CheckSession::pass_over_lists() {
  found_.passed_over.other += std::erase_if(found_.files, [&](const check::FoundFile& file) {
    const auto profile = profile_of(file.path);
    if (!profile) return false;
    const auto& lists = (*profile)->settings().word_lists;
    return std::any_of(lists.begin(), lists.end(), [&](const fs::path& list) {
      std::error_code error;
      return list.filename() == file.path.filename() && fs::equivalent(list, file.path, error);
    });
  });
}

ExitCode CheckSession::show_files() {
  bool has_failed = false;
  for (const auto& [name, problem] : found_.problems) {
    console_.report(name, problem);
    has_failed = has_failed || problem.severity == Severity::kFailure;
  }
  for (const check::FoundFile& file : found_.files) put(check::shown_name(file.path) + "\n");
  return has_failed ? ExitCode::kPartly : ExitCode::kDone;
}

Status CheckSession::read_baseline() {
  if (changes_baseline() && settings_.is_partial())
    return fail(ErrorKind::kUsage, "", "a baseline of a part of the findings would forget the others",
                "leave out --select, --ignore and --min-confidence, or set them in emend.toml");
  if (!config_.baseline || config_.baseline->empty()) {
    if (changes_baseline())
      return fail(ErrorKind::kUsage, "", "there is no baseline to write", "name it with --baseline");
    return {};
  }
  baseline_file_ = from_config(*config_.baseline);
  const auto bytes = read_file(baseline_file_);
  if (!bytes && bytes.error().kind == ErrorKind::kMissing && flags_.writes_baseline) {
    baseline_.emplace();
    return {};
  }
  auto baseline =
      bytes ? check::Baseline::parse(*bytes, baseline_file_.string()) : Result<check::Baseline>(fail(bytes.error()));
  if (baseline) {
    baseline_ = std::move(*baseline);
    return {};
  }
  Error error = baseline.error();
  if (!bytes) error.hint = "make it with --write-baseline";
  if (changes_baseline() || (flags_.fix && !flags_.shows_diff)) return fail(std::move(error));
  // Nothing is known then; the files are still checked.
  console_.complain(error);
  has_broken_baseline_ = true;
  return {};
}

Status CheckSession::read_decisions() {
  if (!config_.decisions || config_.decisions->empty()) return {};
  const fs::path file = from_config(*config_.decisions);
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  auto decisions = store::decisions_from_jsonl(*bytes, file.string());
  if (!decisions) return fail(decisions.error());
  decisions_ = std::move(*decisions);
  return {};
}

Result<const check::Profile*> CheckSession::profile_of(const fs::path& file) {
  const fs::path folder = folder_of(file);
  auto place = config_of_folder_.find(folder);
  if (place == config_of_folder_.end()) {
    fs::path found;
    if (!settings_.is_isolated() && !settings_.has_config_file()) found = check::find_config(folder).value_or("");
    place = config_of_folder_.emplace(folder, std::move(found)).first;
  }
  auto profile = profiles_.find(place->second);
  if (profile == profiles_.end()) {
    auto config = settings_.config_for(folder);
    auto settings = config ? settings_.settings_with(*config) : Result<pipeline::Settings>(fail(config.error()));
    Result<std::unique_ptr<check::Profile>> made = fail(ErrorKind::kInternal, "", "");
    if (settings)
      made = std::make_unique<check::Profile>(settings_.over(std::move(*config)), std::move(*settings));
    else
      made = fail(settings.error());
    profile = profiles_.emplace(place->second, std::move(made)).first;
  }
  if (!profile->second) return fail(profile->second.error());
  return profile->second->get();
}

check::RunTotals CheckSession::check_all() {
  check::CheckRequest request;
  request.files = std::move(found_.files);
  request.not_found = std::move(found_.problems);
  request.standard_input = std::move(standard_input_);
  if (!flags_.stdin_filename.empty()) request.standard_input_name = flags_.stdin_filename;
  request.profile_of = [this](const fs::path& file) { return profile_of(file); };
  request.baseline = baseline_ ? &*baseline_ : nullptr;
  request.baseline_folder = baseline_folder();
  request.decisions = decisions_ ? &*decisions_ : nullptr;
  request.repair = flags_.shows_diff ? check::Repair::kShow : flags_.fix ? check::Repair::kWrite : check::Repair::kNone;
  const std::size_t jobs = config_.jobs.value_or(0);
  request.jobs = jobs == 0 ? hardware_jobs() : jobs;
  request.stop = &stop_flag();
  if (config_.quality_ratio) request.thresholds.quality_ratio = *config_.quality_ratio;
  if (config_.name_ratio) request.thresholds.name_ratio = *config_.name_ratio;
  if (config_.convention_share) request.thresholds.convention_share = *config_.convention_share;

  std::unique_ptr<check::ResultCache> cache;
  const bool has_cache_dir = config_.cache_dir && !config_.cache_dir->empty();
  const fs::path cache_folder = has_cache_dir ? from_config(*config_.cache_dir) : check::default_cache_folder();
  if (config_.cache.value_or(true) && !cache_folder.empty()) {
    cache = std::make_unique<check::ResultCache>(cache_folder / "check.cache");
    request.cache = cache.get();
  }

  const bool tells_findings = request.repair != check::Repair::kShow;
  if (tells_findings) put(format_->begin());
  check::RunTotals totals = check::run_check(request, [&](const check::FileReport& report) {
    for (const Problem& problem : report.problems) console_.report(report.name, problem);
    // What goes into the baseline is known from here on.
    if (tells_findings && !flags_.writes_baseline) put(format_->file(report));
    if (!report.diff.empty()) {
      has_diff_ = true;
      put(report.diff);
    }
  });
  if (tells_findings) put(format_->end(totals));
  for (const Error& error : totals.setup_errors)
    if (error.subject != broken_config_) console_.complain(error);
  if (cache)
    if (const Status saved = cache->save(); !saved) console_.report("cache", {Severity::kNote, saved.error(), 0});
  return totals;
}

// Entries of files that are gone.
std::vector<check::BaselineEntry> CheckSession::lost_entries(const check::RunTotals& totals) const {
  std::vector<check::BaselineEntry> lost;
  if (!baseline_) return lost;
  for (const auto& [file, entries] : baseline_->entries())
    if (std::error_code error; !totals.known_by_file.contains(file) && !fs::exists(baseline_folder() / file, error))
      lost.insert(lost.end(), entries.begin(), entries.end());
  return lost;
}

Status CheckSession::write_baseline(const check::RunTotals& totals) {
  const std::size_t before = baseline_->size();
  baseline_->forget(lost_entries(totals));
  baseline_->forget(totals.stale);
  const std::size_t gone = before - baseline_->size();
  if (flags_.writes_baseline)
    for (const auto& [file, known] : totals.known_by_file) baseline_->set(file, known);
  if (const Status written = write_file(baseline_file_, baseline_->to_json()); !written) return written;
  console_.say(fmt::format("{}: {}, {} taken out", text::visible(baseline_file_.string()),
                           baseline_->size() == 1 ? "1 entry" : fmt::format("{} entries", baseline_->size()), gone));
  return {};
}

void CheckSession::tell(const check::RunTotals& totals) {
  if (flags_.shows_statistics) tell_statistics(totals);
  const std::size_t stale = totals.stale.size() + lost_entries(totals).size();
  if (stale > 0 && !changes_baseline() && !settings_.is_partial())
    console_.say(fmt::format("the baseline has {} that nothing fits any more; --prune-baseline takes {} out",
                             stale == 1 ? "1 entry" : fmt::format("{} entries", stale), stale == 1 ? "it" : "them"));
  std::string last =
      fmt::format("{} checked, {}, {} proposed, {} applied, {} ignored", counted(totals.files, "file"),
                  counted(totals.findings, "finding"), totals.proposed, totals.applied, totals.ignored.total());
  if (totals.failed > 0) last += fmt::format(", {} failed", totals.failed);
  const check::PassedOver& passed = found_.passed_over;
  std::string over;
  const auto add = [&](std::size_t count, std::string_view noun) {
    if (count > 0) over += (over.empty() ? "; " : ", ") + counted(count, noun);
  };
  add(passed.scans, "scan");
  add(passed.binary, "binary file");
  add(passed.other, "other file");
  if (passed.ignored > 0) over += (over.empty() ? "; " : ", ") + std::to_string(passed.ignored) + " excluded";
  if (!over.empty()) last += over + " passed over";
  console_.say(last);
}

void CheckSession::tell_statistics(const check::RunTotals& totals) {
  const auto table = [&](std::string_view title, const std::map<std::string, std::size_t>& counts) {
    std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    if (rows.empty()) return;
    console_.say(fmt::format("\n{}", title));
    for (const auto& [name, count] : rows) console_.say(fmt::format("{:>8}  {}", count, text::visible(name)));
  };
  table("findings by rule", totals.by_rule);
  table("findings by file", totals.by_file);
  console_.say(
      fmt::format("\n{}, {} safe and {} proposed fixes; ignored: {} by marks, {} by decisions, {} by the baseline, {} "
                  "by emend.toml; "
                  "{} from the cache",
                  counted(totals.words, "word"), totals.safe, totals.proposed - totals.safe, totals.ignored.by_mark,
                  totals.ignored.by_decision, totals.ignored.by_baseline, totals.ignored.by_config,
                  counted(totals.from_cache, "file")));
}

ExitCode CheckSession::exit_code(const check::RunTotals& totals) const {
  if (has_broken_config_ || has_broken_baseline_ || !totals.setup_errors.empty()) return ExitCode::kUsage;
  if (totals.failed > 0) return ExitCode::kPartly;
  const bool is_red = flags_.shows_diff ? has_diff_ : totals.findings > 0 && !flags_.writes_baseline;
  return is_red && !config_.exit_zero.value_or(false) ? ExitCode::kFindings : ExitCode::kDone;
}

void CheckSession::put(const std::string& bytes) {
  if (flags_.output_file.empty())
    console_.out() << bytes;
  else
    output_ += bytes;
}

}  // namespace emend::cli
