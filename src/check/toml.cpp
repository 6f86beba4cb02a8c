#include "check/toml.h"

#include <exception>

#include "text/utf8.h"

#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace emend::check {
namespace {

TomlValue value_of(const toml::node& node) {
  TomlValue value;
  value.line = node.source().begin.line;
  if (const auto* table = node.as_table()) {
    value.kind = TomlValue::Kind::kTable;
    for (const auto& [key, member] : *table) value.members.emplace(std::string(key.str()), value_of(member));
  } else if (const auto* array = node.as_array()) {
    value.kind = TomlValue::Kind::kArray;
    for (const toml::node& item : *array) value.items.push_back(value_of(item));
  } else if (const auto* text = node.as_string()) {
    value.kind = TomlValue::Kind::kText;
    value.text = text->get();
  } else if (const auto* whole = node.as_integer()) {
    value.kind = TomlValue::Kind::kNumber;
    value.number = static_cast<double>(whole->get());
    value.is_whole = true;
  } else if (const auto* number = node.as_floating_point()) {
    value.kind = TomlValue::Kind::kNumber;
    value.number = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    value.kind = TomlValue::Kind::kFlag;
    value.flag = flag->get();
  }
  return value;
}

}  // namespace

Result<TomlValue> parse_toml(std::string_view text, const std::string& subject) {
  // The library takes broken bytes in comments; what is not UTF-8 is no TOML at all.
  if (!text::is_valid_utf8(text)) return fail(ErrorKind::kUnreadable, subject, "is not in UTF-8", "save it in UTF-8");
  try {
    return value_of(toml::parse(text, subject));
  } catch (const toml::parse_error& problem) {
    return fail(ErrorKind::kUnreadable, subject + ":" + std::to_string(problem.source().begin.line),
                "is not valid TOML: " + std::string(problem.description()), "see https://toml.io");
  } catch (const std::exception& problem) {
    return fail(ErrorKind::kUnreadable, subject, std::string("is not valid TOML: ") + problem.what());
  }
}

std::string toml_quoted(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace emend::check
