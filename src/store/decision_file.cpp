#include "store/decision_file.h"

#include <system_error>

#include "base/file.h"
#include "base/json.h"
#include "base/json_reader.h"
#include "store/decision_json.h"

namespace emend::store {
namespace {

namespace fs = std::filesystem;

Result<edit::Decision> decision_from_line(std::string_view line, const std::string& subject) {
  const auto json = parse_json(line, subject);
  if (!json) return fail(json.error());
  JsonReader reader(subject);
  edit::Decision decision = read_decision(reader, *json);
  decision.key = reader.text(*json, "key");
  if (!is_key(decision.key)) reader.complain("key", "is not 16 hexadecimal digits");
  if (reader.failed()) return fail(reader.error());
  return decision;
}

std::string line_name(const std::string& subject, std::size_t line) { return subject + ":" + std::to_string(line); }

// Makes the file end in a whole line. Only the last line can be a part of one: each is synced before the next begins.
Status mend_end(const fs::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) {
    if (bytes.error().kind == ErrorKind::kMissing) return {};
    return fail(bytes.error());
  }
  if (bytes->empty() || bytes->back() == '\n') return {};
  const std::size_t begin = bytes->rfind('\n') + 1;  // npos + 1 is 0
  if (decision_from_line(std::string_view(*bytes).substr(begin), path.string())) return append_line(path, "");
  std::error_code error;
  fs::resize_file(path, begin, error);
  if (error)
    return fail(ErrorKind::kUnwritable, path.string(), "cannot be written: " + error.message(),
                "choose a folder that you may write to");
  return {};
}

}  // namespace

Result<Decisions> decisions_from_jsonl(std::string_view bytes, const std::string& subject) {
  Decisions decisions;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const bool may_be_cut_off = bytes.find('\n') == std::string_view::npos;
    auto decision = decision_from_line(take_line(bytes), line_name(subject, number));
    if (!decision) {
      if (may_be_cut_off) break;
      decision.error().hint = "take the line out, or put the file back as it was";
      return fail(decision.error());
    }
    decisions[decision->key] = std::move(*decision);
  }
  return decisions;
}

Result<Decisions> read_decisions(const fs::path& path) {
  const auto bytes = read_file(path);
  if (bytes) return decisions_from_jsonl(*bytes, path.string());
  if (bytes.error().kind == ErrorKind::kMissing) return Decisions();
  return fail(bytes.error());
}

Status append_decision(const fs::path& path, const edit::Decision& decision) {
  if (Status mended = mend_end(path); !mended) return mended;
  Json json;
  json["key"] = decision.key;
  add_decision_members(json, decision);
  return append_line(path, to_line(json));
}

}  // namespace emend::store
