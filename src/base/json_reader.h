// Reads values out of JSON of unknown origin: wrong types, missing keys and numbers out of range are found here.
//
// Used by the readers of our own files. Nothing here throws. The first thing that is wrong is kept, with its path
// ("pages[2].number"); everything read after it gives harmless values, so a reader asks failed() once in a while and
// error() at the end. One object per file and thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace emend {

class JsonReader {
 public:
  // `subject` names the file in the error.
  explicit JsonReader(std::string subject) : subject_(std::move(subject)) {}

  bool failed() const { return failed_; }
  Error error() const;
  // Keeps `what` as the problem of the value in hand unless there is one already.
  void complain(std::string_view what);
  void complain(const char* key, std::string_view what);

  // Each value by key. Without `fallback` the key must be there.
  std::string text(const Json& object, const char* key);
  int integer(const Json& object, const char* key, int least, int most);
  int integer(const Json& object, const char* key, int least, int most, int fallback);
  bool flag(const Json& object, const char* key, bool fallback);
  // Whole numbers that a std::size_t holds, from `least` on.
  std::size_t count(const Json& object, const char* key, std::size_t least);
  double number(const Json& object, const char* key, double least, double most);
  // The index of the text among `words`; 0 when it is none of them.
  std::size_t choice(const Json& object, const char* key, std::span<const std::string_view> words);
  // From 0 to `most`.
  float amount(const Json& object, const char* key, float most);
  float amount(const Json& object, const char* key, float most, float fallback);
  // An array of exactly `count` whole numbers from `least` to `most`; zeros when it is not.
  std::vector<int> integers(const Json& object, const char* key, std::size_t count, int least, int most);

  // Calls read(element) for each element of an array. With `is_required`, the key must be there.
  template <typename Read>
  void each(const Json& object, const char* key, bool is_required, Read&& read) {
    const Json* array = find(object, key, is_required);
    if (array == nullptr) return;
    if (!array->is_array()) return complain(key, "is not an array");
    for (std::size_t i = 0; i < array->size() && !failed_; ++i) {
      path_.push_back({key, i, true});
      read((*array)[i]);
      path_.pop_back();
    }
  }
  // Calls read(value) for a value that must be there.
  template <typename Read>
  void within(const Json& object, const char* key, Read&& read) {
    const Json* value = find(object, key, true);
    if (value == nullptr) return;
    path_.push_back({key, 0, false});
    read(*value);
    path_.pop_back();
  }
  // Calls read(name, value) for each member of an object that may be missing.
  template <typename Read>
  void each_member(const Json& object, const char* key, Read&& read) {
    const Json* member = find(object, key, false);
    if (member == nullptr) return;
    if (!member->is_object()) return complain(key, "is not an object");
    path_.push_back({key, 0, false});
    for (auto it = member->begin(); it != member->end() && !failed_; ++it) read(it.key(), it.value());
    path_.pop_back();
  }

  // Values that stand by themselves, as elements of arrays.
  float amount(const Json& value, float most);
  // Whole numbers that a std::size_t holds, up to and without `end`.
  std::size_t index(const Json& value, std::size_t end);

 private:
  struct Step {
    const char* key;
    std::size_t index;
    bool has_index;
  };

  // The value, or null where it is missing (a problem if it is required) or `object` is none.
  const Json* find(const Json& object, const char* key, bool is_required);
  std::string path() const;

  std::string subject_;
  std::vector<Step> path_;
  bool failed_ = false;
  std::string problem_;
};

}  // namespace emend
