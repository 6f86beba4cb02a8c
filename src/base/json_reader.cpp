#include "base/json_reader.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace emend {
namespace {

// JSON knows one kind of number; the library keeps three apart. Unsigned values above INT64_MAX are no coordinate,
// index or count of ours.
std::optional<std::int64_t> whole_number(const Json& value) {
  if (!value.is_number_integer()) return std::nullopt;
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX))
    return std::nullopt;
  return value.get<std::int64_t>();
}

// For the round borders that our files have.
std::string range_text(double least, double most) {
  return "is not a number from " + std::to_string(static_cast<long>(least)) + " to " +
         std::to_string(static_cast<long>(most));
}

}  // namespace

Error JsonReader::error() const {
  return {ErrorKind::kUnreadable, subject_, problem_, "make the file again with this version of emend"};
}

std::string JsonReader::path() const {
  std::string path;
  for (const Step& step : path_) {
    if (!path.empty()) path += '.';
    path += step.key;
    if (step.has_index) path += '[' + std::to_string(step.index) + ']';
  }
  return path;
}

void JsonReader::complain(std::string_view what) {
  if (failed_) return;
  failed_ = true;
  const std::string where = path();
  problem_ = (where.empty() ? "the file" : where) + " " + std::string(what);
}

void JsonReader::complain(const char* key, std::string_view what) {
  path_.push_back({key, 0, false});
  complain(what);
  path_.pop_back();
}

const Json* JsonReader::find(const Json& object, const char* key, bool is_required) {
  if (failed_) return nullptr;
  if (!object.is_object()) {
    complain("is not an object");
    return nullptr;
  }
  const auto found = object.find(key);
  if (found != object.end()) return &*found;
  if (is_required) complain(key, "is missing");
  return nullptr;
}

std::string JsonReader::text(const Json& object, const char* key) {
  const Json* value = find(object, key, true);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  complain(key, "is not a string");
  return {};
}

int JsonReader::integer(const Json& object, const char* key, int least, int most) {
  find(object, key, true);
  return integer(object, key, least, most, least);
}

int JsonReader::integer(const Json& object, const char* key, int least, int most, int fallback) {
  const Json* value = find(object, key, false);
  if (value == nullptr) return fallback;
  const auto number = whole_number(*value);
  if (number && *number >= least && *number <= most) return static_cast<int>(*number);
  complain(key, "is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return fallback;
}

bool JsonReader::flag(const Json& object, const char* key, bool fallback) {
  const Json* value = find(object, key, false);
  if (value == nullptr) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  complain(key, "is neither true nor false");
  return fallback;
}

float JsonReader::amount(const Json& object, const char* key, float most) {
  find(object, key, true);
  return amount(object, key, most, 0);
}

float JsonReader::amount(const Json& object, const char* key, float most, float fallback) {
  const Json* value = find(object, key, false);
  if (value == nullptr) return fallback;
  path_.push_back({key, 0, false});
  const float number = amount(*value, most);
  path_.pop_back();
  return number;
}

std::size_t JsonReader::count(const Json& object, const char* key, std::size_t least) {
  const Json* value = find(object, key, true);
  if (value == nullptr) return least;
  const auto number = whole_number(*value);
  if (number && *number >= 0 && static_cast<std::size_t>(*number) >= least) return static_cast<std::size_t>(*number);
  complain(key, "is not a whole number from " + std::to_string(least) + " on");
  return least;
}

double JsonReader::number(const Json& object, const char* key, double least, double most) {
  const Json* value = find(object, key, true);
  if (value == nullptr) return least;
  if (value->is_number()) {
    const double number = value->get<double>();
    if (number >= least && number <= most) return number;
  }
  complain(key, range_text(least, most));
  return least;
}

std::size_t JsonReader::choice(const Json& object, const char* key, std::span<const std::string_view> words) {
  const std::string word = text(object, key);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  complain(key, "is none of the words that it may be");
  return 0;
}

std::vector<int> JsonReader::integers(const Json& object, const char* key, std::size_t count, int least, int most) {
  std::vector<int> numbers(count);
  const Json* array = find(object, key, true);
  if (array == nullptr) return numbers;
  const auto wrong = [&] {
    complain(key, "is not an array of " + std::to_string(count) + " whole numbers from " + std::to_string(least) +
                      " to " + std::to_string(most));
    return std::vector<int>(count);
  };
  if (!array->is_array() || array->size() != count) return wrong();
  for (std::size_t i = 0; i < count; ++i) {
    const auto number = whole_number((*array)[i]);
    if (!number || *number < least || *number > most) return wrong();
    numbers[i] = static_cast<int>(*number);
  }
  return numbers;
}

float JsonReader::amount(const Json& value, float most) {
  if (failed_) return 0;
  if (value.is_number()) {
    const double number = value.get<double>();
    if (number >= 0 && number <= static_cast<double>(most)) return static_cast<float>(number);
  }
  complain(range_text(0, static_cast<double>(most)));
  return 0;
}

std::size_t JsonReader::index(const Json& value, std::size_t end) {
  if (failed_) return 0;
  const auto number = whole_number(value);
  if (number && *number >= 0 && static_cast<std::uint64_t>(*number) < end) return static_cast<std::size_t>(*number);
  complain("is not a whole number from 0 below " + std::to_string(end));
  return 0;
}

}  // namespace emend
