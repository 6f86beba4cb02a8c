#include "check/run/corpus_stage.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "base/content_hash.h"
#include "base/file.h"
#include "check/checked_json.h"
#include "check/inline_marks.h"
#include "check/rule_names.h"
#include "check/unreviewed.h"
#include "pipeline/load_document.h"

namespace emend::check {
namespace {

bool wants_corpus(const std::vector<FileWork*>& files) {
  return std::any_of(files.begin(), files.end(), [](const FileWork* file) {
    const RuleChoice& rules = file->profile->rules();
    return rules.wants(kNameSpelling) || rules.wants(kConvention) || rules.wants(kMissingPage) || rules.wants(kQuality);
  });
}

std::string key_of(const CorpusQuestion& question) {
  std::string key;
  for (const FileWork* file : question.files) key += file->report.name + '\0' + file->keys + '\0';
  const CorpusThresholds& least = question.thresholds;
  return content_hash(key + std::to_string(least.quality_ratio) + " " + std::to_string(least.name_ratio) + " " +
                      std::to_string(least.convention_share));
}

// An entry of the cache for a corpus: its findings, and in the place of the encoding the indices of their files.
void put_corpus(const std::string& key, const std::vector<CorpusFinding>& found, ResultCache& cache) {
  CheckedText packed;
  std::string files;
  for (const CorpusFinding& item : found) {
    packed.findings.push_back(item.finding);
    files += std::to_string(item.file) + " ";
  }
  packed.encoding = files;
  cache.put(key, checked_to_json(packed), "-");
}

std::optional<std::vector<CorpusFinding>> corpus_from_cache(const ResultCache::Entry& entry, std::size_t files) {
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

// Some parts came from the cache: their facts were left packed until now.
void unpack_facts(FileWork& work) {
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

std::vector<CorpusFinding> findings_of(const CorpusQuestion& question) {
  if (question.files.empty() || !wants_corpus(question.files)) return {};
  std::string key;
  if (question.cache != nullptr) {
    key = key_of(question);
    if (const auto entry = question.cache->find(key); entry && !question.has_repaired)
      if (auto known = corpus_from_cache(*entry, question.files.size())) return std::move(*known);
  }
  std::vector<CorpusFile> files;
  for (FileWork* work : question.files) {
    if (!work->has_facts) unpack_facts(*work);
    files.push_back({work->report.name, std::move(work->facts)});
  }
  auto found = corpus_findings(files, question.thresholds, [&](std::string_view word) {
    const auto& tools = question.files.front()->profile->tools();
    return tools && (*tools).workshop->knows(word);
  });
  if (question.cache != nullptr && !question.has_repaired) put_corpus(key, found, *question.cache);
  return found;
}

// The file is read again: its marks were not kept, and few files have findings of the corpus.
void mark_ignored(const std::filesystem::path& path, Findings& findings) {
  if (comment_start(path).empty()) return;
  const auto bytes = read_file(path);
  if (!bytes) return;
  const auto loaded = pipeline::load_text(*bytes, path.string());
  if (!loaded) return;
  const InlineMarks marks = InlineMarks::find(loaded->document.raw.text(), path);
  for (Finding& finding : findings) finding.is_marked = marks.ignores(finding);
}

}  // namespace

std::map<std::size_t, Findings> ask_corpus(const CorpusQuestion& question) {
  std::map<std::size_t, Findings> by_file;
  for (CorpusFinding& found : findings_of(question)) by_file[found.file].push_back(std::move(found.finding));
  for (std::size_t i = 0; i < question.files.size(); ++i)
    if (auto finding = unreviewed_changes(question.files[i]->path)) by_file[i].push_back(std::move(*finding));
  for (auto& [i, findings] : by_file) {
    const FileWork& file = *question.files[i];
    std::erase_if(findings, [&](const Finding& finding) { return !file.profile->rules().wants(finding.rule); });
    mark_ignored(file.path, findings);
  }
  return by_file;
}

}  // namespace emend::check
