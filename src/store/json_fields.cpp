#include "store/json_fields.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace emend::store {
namespace {

const Json kNull;

}  // namespace

JsonFields::JsonFields(const Json& json) : json_(json) {
  if (!json.is_object()) complaint_ = "is not a JSON object";
}

void JsonFields::complain(const char* name, std::string_view what) {
  if (complaint_.empty()) complaint_ = "“" + std::string(name) + "” " + std::string(what);
}

bool JsonFields::has(const char* name) const { return json_.is_object() && json_.contains(name); }

const Json& JsonFields::member(const char* name) {
  if (has(name)) return json_.find(name).value();
  complain(name, "is missing");
  return kNull;
}

std::string JsonFields::text(const char* name) {
  const Json& value = member(name);
  if (value.is_string()) return value.get<std::string>();
  complain(name, "is not a text");
  return {};
}

double JsonFields::number(const char* name, double least, double most) {
  const Json& value = member(name);
  if (value.is_number()) {
    const double number = value.get<double>();
    if (std::isfinite(number) && number >= least && number <= most) return number;
  }
  complain(name, "is not a number of its range");
  return least;
}

bool JsonFields::flag(const char* name) {
  const Json& value = member(name);
  if (value.is_boolean()) return value.get<bool>();
  complain(name, "is neither true nor false");
  return false;
}

std::size_t JsonFields::count(const char* name, std::size_t least) {
  std::size_t value = 0;
  if (to_size(member(name), value) && value >= least) return value;
  complain(name, "is not a whole number of its range");
  return least;
}

int JsonFields::integer(const char* name, int least) {
  int value = 0;
  if (to_int(member(name), least, value)) return value;
  complain(name, "is not a whole number of its range");
  return least;
}

std::size_t JsonFields::choice(const char* name, const std::string_view* words, std::size_t word_count) {
  const std::string value = text(name);
  for (std::size_t i = 0; i < word_count; ++i)
    if (value == words[i]) return i;
  complain(name, "is none of the words that it may be");
  return 0;
}

bool to_int(const Json& json, int least, int& out) {
  if (!json.is_number_integer()) return false;
  if (json.is_number_unsigned()) {
    const auto value = json.get<std::uint64_t>();
    if (value > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) return false;
    out = static_cast<int>(value);
  } else {
    const auto value = json.get<std::int64_t>();
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) return false;
    out = static_cast<int>(value);
  }
  return out >= least;
}

bool to_size(const Json& json, std::size_t& out) {
  // A parsed number without a sign is unsigned; one that a program put in may be signed.
  if (!json.is_number_integer()) return false;
  if (!json.is_number_unsigned() && json.get<std::int64_t>() < 0) return false;
  out = json.get<std::uint64_t>();
  return true;
}

}  // namespace emend::store
