#include "check/config.h"

#include <algorithm>
#include <cmath>

#include "base/file.h"
#include "check/rule_names.h"
#include "check/toml.h"
#include "text/nearest.h"

namespace emend::check {
namespace {

namespace fs = std::filesystem;

// Far beyond any config.
constexpr std::uintmax_t kLargestConfigBytes = std::uintmax_t{4} << 20;

constexpr const char* kConfigNames[] = {"emend.toml", ".emend.toml"};

using Kind = TomlValue::Kind;

// Collects the values of a file into a Config; the first thing that is wrong is kept.
class ConfigReader {
 public:
  explicit ConfigReader(const fs::path& file) : file_(file.string()) {}

  Status read(const TomlValue& file, Config& config) {
    for (const auto& [name, value] : file.members) {
      if (const ConfigKey* key = key_of("", name)) {
        take(*key, value, config);
      } else if (const ConfigKey* whole = key_of(name, "")) {
        take(*whole, value, config);
      } else if (has_section(name)) {
        read_section(name, value, config);
      } else {
        unknown(value, name, "");
      }
    }
    if (error_) return fail(*error_);
    return {};
  }

 private:
  static const ConfigKey* key_of(std::string_view section, std::string_view name) {
    for (const ConfigKey& key : config_keys())
      if (key.section == section && key.name == name) return &key;
    return nullptr;
  }

  static bool has_section(std::string_view section) {
    const auto keys = config_keys();
    return std::any_of(keys.begin(), keys.end(), [&](const ConfigKey& key) { return key.section == section; });
  }

  void read_section(const std::string& section, const TomlValue& table, Config& config) {
    if (table.kind != Kind::kTable) return wrong(table, section, "is not a table; write [" + section + "]");
    for (const auto& [name, value] : table.members) {
      if (const ConfigKey* key = key_of(section, name))
        take(*key, value, config);
      else
        unknown(value, name, section);
    }
  }

  void take(const ConfigKey& key, const TomlValue& value, Config& config) {
    std::visit([&](auto member) { read_value(key, value, config.*member); }, key.member);
  }

  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<std::string>& out) {
    if (value.kind != Kind::kText) return wrong(value, dotted_name(key), "is not a text in quotes");
    out = value.text;
  }
  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<bool>& out) {
    if (value.kind != Kind::kFlag) return wrong(value, dotted_name(key), "is neither true nor false");
    out = value.flag;
  }
  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<double>& out) {
    if (value.kind != Kind::kNumber || !(value.number >= key.least && value.number <= key.most))
      return wrong(value, dotted_name(key),
                   "is not a number from " + plain_number(key.least) + " to " + plain_number(key.most));
    out = value.number;
  }
  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<std::size_t>& out) {
    if (!value.is_whole || !(value.number >= key.least && value.number <= key.most))
      return wrong(value, dotted_name(key),
                   "is not a whole number from " + plain_number(key.least) + " to " + plain_number(key.most));
    out = static_cast<std::size_t>(value.number);
  }
  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<std::vector<std::string>>& out) {
    out = texts_of(key, dotted_name(key), value);
  }
  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<TextLists>& out) {
    if (value.kind != Kind::kTable) return wrong(value, dotted_name(key), "is not a table");
    out.emplace();
    for (const auto& [name, texts] : value.members) (*out)[name] = texts_of(key, "\"" + name + "\"", texts);
  }
  void read_value(const ConfigKey& key, const TomlValue& value, std::optional<Texts>& out) {
    if (value.kind != Kind::kTable) return wrong(value, dotted_name(key), "is not a table");
    out.emplace();
    for (const auto& [name, text] : value.members) {
      if (text.kind != Kind::kText) return wrong(text, "\"" + name + "\"", "is not a text in quotes");
      (*out)[name] = text.text;
    }
  }

  std::vector<std::string> texts_of(const ConfigKey& key, const std::string& name, const TomlValue& value) {
    std::vector<std::string> texts;
    if (value.kind != Kind::kArray) {
      wrong(value, name, "is not a list: [\"...\"]");
      return texts;
    }
    for (const TomlValue& item : value.items) {
      if (item.kind != Kind::kText) {
        wrong(item, name, "holds something else than texts in quotes");
      } else if (key.holds_rules && !find_rule(item.text)) {
        complain(item, "'" + item.text + "' is not a rule", "did you mean '" + nearest_rule(item.text) + "'?");
      }
      texts.push_back(item.text);
    }
    return texts;
  }

  static std::string plain_number(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
  }

  void unknown(const TomlValue& value, const std::string& name, const std::string& section) {
    std::vector<std::string> candidates;
    for (const ConfigKey& key : config_keys()) {
      if (section.empty() && !key.section.empty()) candidates.emplace_back(key.section);
      if (key.section == section && !key.name.empty()) candidates.emplace_back(key.name);
    }
    std::string hint = "did you mean '" + text::nearest(name, candidates) + "'?";
    // The right name in the wrong section is a common slip.
    for (const ConfigKey& key : config_keys())
      if (key.name == name)
        hint = key.section.empty() ? "it belongs to the top of the file"
                                   : "it belongs to [" + std::string(key.section) + "]";
    complain(value, "'" + name + "' is not a key" + (section.empty() ? "" : " of [" + section + "]"), std::move(hint));
  }

  void wrong(const TomlValue& value, const std::string& name, const std::string& what) {
    complain(value, name + " " + what, "'emend check --dump-config' shows every key with its default");
  }

  void complain(const TomlValue& value, std::string what, std::string hint) {
    if (!error_)
      error_ = Error{ErrorKind::kUsage, file_ + ":" + std::to_string(value.line), std::move(what), std::move(hint)};
  }

  std::string file_;
  std::optional<Error> error_;
};

std::string as_toml(const std::string& text) { return toml_quoted(text); }
std::string as_toml(bool flag) { return flag ? "true" : "false"; }
std::string as_toml(std::size_t number) { return std::to_string(number); }
std::string as_toml(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}
std::string as_toml(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + toml_quoted(text);
  return "[" + out + "]";
}
std::string as_toml(const Texts& texts) {
  std::string out;
  for (const auto& [name, text] : texts)
    out += (out.empty() ? "" : ", ") + toml_quoted(name) + " = " + toml_quoted(text);
  return "{" + out + "}";
}
std::string as_toml(const TextLists& lists) {
  std::string out;
  for (const auto& [name, texts] : lists) out += toml_quoted(name) + " = " + as_toml(texts) + "\n";
  return out;
}

}  // namespace

std::string dotted_name(const ConfigKey& key) {
  if (key.section.empty()) return std::string(key.name);
  if (key.name.empty()) return std::string(key.section);
  return std::string(key.section) + "." + std::string(key.name);
}

Result<Config> parse_config(std::string_view text, const fs::path& file) {
  auto values = parse_toml(text, file.string());
  if (!values) {
    Error error = values.error();
    error.kind = ErrorKind::kUsage;
    return fail(std::move(error));
  }
  Config config;
  config.file = file;
  std::error_code ignored;
  config.folder = fs::absolute(file, ignored).lexically_normal().parent_path();
  if (const Status read = ConfigReader(file).read(*values, config); !read) return fail(read.error());
  return config;
}

Result<Config> read_config(const fs::path& file) {
  const auto text = read_file(file, kLargestConfigBytes);
  if (!text) return fail(text.error());
  return parse_config(*text, file);
}

std::optional<fs::path> find_config(const fs::path& folder) {
  std::error_code error;
  fs::path place = fs::absolute(folder.empty() ? fs::path(".") : folder, error).lexically_normal();
  if (!place.has_filename() && place.has_relative_path()) place = place.parent_path();
  for (; !place.empty(); place = place.parent_path()) {
    for (const char* name : kConfigNames)
      if (fs::is_regular_file(place / name, error)) return place / name;
    if (place == place.root_path()) break;
  }
  return std::nullopt;
}

std::string config_as_toml(const Config& config) {
  std::string out = config.file.empty() ? "# There is no emend.toml; these are the defaults.\n"
                                        : "# As " + config.file.string() + " and the command line have it.\n";
  std::string_view section;
  for (const ConfigKey& key : config_keys()) {
    if (key.section != section) {
      section = key.section;
      out += "\n[" + std::string(section) + "]\n";
    }
    std::visit(
        [&](auto member) {
          const auto& value = config.*member;
          out += "# " + std::string(key.summary) + ".\n";
          if (key.name.empty()) {
            if (value) out += as_toml(*value);
          } else if (value) {
            out += std::string(key.name) + " = " + as_toml(*value) + "\n";
          } else {
            out += "# " + std::string(key.name) + " = " + std::string(key.default_value) + "\n";
          }
        },
        key.member);
  }
  return out;
}

}  // namespace emend::check
