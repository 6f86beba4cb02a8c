#include "check/run/check_part.h"

#include "base/content_hash.h"
#include "base/file.h"
#include "check/check_layout.h"
#include "check/checked_json.h"
#include "pipeline/word_lists.h"

namespace emend::check {
namespace {

// Of everything that the findings depend on.
Result<std::string> key_of(const FileWork& work, std::string_view bytes) {
  const auto& fingerprint = work.profile->fingerprint();
  if (!fingerprint) return fail(fingerprint.error());
  std::string all =
      content_hash(bytes) + *fingerprint + std::to_string(static_cast<int>(work.kind)) + work.path.extension().string();
  for (const auto& list : pipeline::found_word_lists(work.path, work.profile->settings()))
    if (const auto hash = content_hash_of_file(list)) all += *hash;
  return content_hash(all);
}

// Whether the cache had the part.
bool take_from_cache(PartResult& part, ResultCache& cache) {
  const auto entry = cache.find(part.key);
  if (!entry) return false;
  auto checked = checked_from_json(entry->checked, "cache");
  if (!checked) return false;
  part.checked = std::move(*checked);
  part.facts = entry->facts;
  part.is_from_cache = true;
  return true;
}

}  // namespace

void check_part(FileWork& work, std::size_t index, const std::string& standard_input, ResultCache* cache) {
  PartResult& part = work.parts[index];
  std::string read;
  if (!work.is_standard_input) {
    auto bytes = is_layout(work.kind) ? read_file(work.path) : read_part(work.path, work.ranges[index]);
    if (!bytes) {
      part.error = bytes.error();
      return;
    }
    read = std::move(*bytes);
  }
  const std::string_view bytes = work.is_standard_input ? std::string_view(standard_input) : read;

  if (cache != nullptr) {
    auto key = key_of(work, bytes);
    if (!key) {
      part.error = key.error();
      part.is_setup_error = true;
      return;
    }
    part.key = std::move(*key);
    if (take_from_cache(part, *cache)) return;
  }
  if (const auto& tools = work.profile->tools(); !tools) {
    part.error = tools.error();
    part.is_setup_error = true;
    return;
  }
  auto checked = check_bytes(bytes, work.kind, work.path, *work.profile);
  if (!checked) {
    part.error = checked.error();
    return;
  }
  part.checked = std::move(*checked);
  if (cache != nullptr) cache->put(part.key, checked_to_json(part.checked), facts_to_json(part.checked.facts));
}

}  // namespace emend::check
