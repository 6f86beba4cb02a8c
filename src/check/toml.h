// TOML as the config reader sees it. The adapter of toml++.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace emend::check {

struct TomlValue {
  enum class Kind { kText, kNumber, kFlag, kArray, kTable, kOther };  // kOther: dates and times

  Kind kind = Kind::kOther;
  std::size_t line = 0;  // where it begins, from 1
  std::string text;
  double number = 0;
  bool is_whole = false;  // the number is an integer
  bool flag = false;
  std::vector<TomlValue> items;
  std::map<std::string, TomlValue> members;
};

// The whole file as a table. Error: kUnreadable, with the line in its subject ("emend.toml:3").
Result<TomlValue> parse_toml(std::string_view text, const std::string& subject);

// A text as TOML writes it, with its quotes.
std::string toml_quoted(std::string_view text);

}  // namespace emend::check
