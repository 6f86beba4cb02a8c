// Typed members out of one JSON object of a file from outside.
//
// Asks for all members first and whether they were good last: every getter gives a harmless value for a bad member,
// and the first complaint is kept. Nothing here throws.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/json.h"

namespace emend::store {

class JsonFields {
 public:
  // Borrows `json`, which may be of any kind; anything but an object is a complaint.
  explicit JsonFields(const Json& json);

  bool has(const char* name) const;
  std::string text(const char* name);
  // From `least` to `most`, both included; a bad member gives `least`.
  double number(const char* name, double least, double most);
  std::size_t count(const char* name, std::size_t least = 0);
  int integer(const char* name, int least);
  bool flag(const char* name);  // true or false; a bad member gives false
  // The index of the member's text among `words`; a bad member gives 0.
  std::size_t choice(const char* name, const std::string_view* words, std::size_t word_count);
  // The member itself; null (the JSON value) where it is missing.
  const Json& member(const char* name);

  void complain(const char* name, std::string_view what);
  bool is_good() const { return complaint_.empty(); }
  // "“span” is missing"; empty where all is well.
  const std::string& complaint() const { return complaint_; }

 private:
  const Json& json_;
  std::string complaint_;
};

// The integer as an int from `least` on, or nothing where it is not one.
bool to_int(const Json& json, int least, int& out);
bool to_size(const Json& json, std::size_t& out);

}  // namespace emend::store
