// The JSON Schema of emend.toml, for editors that complete and check it.
#include "base/json.h"
#include "check/config.h"
#include "check/rule_names.h"

namespace emend::check {
namespace {

Json rule_names_schema() {
  Json names = Json::array();
  for (const correct::RuleInfo& info : all_rule_infos()) names.push_back(std::string(info.id));
  return {{"type", "string"}, {"enum", std::move(names)}};
}

Json list_of(const Json& item) { return {{"type", "array"}, {"items", item}}; }

Json item_schema(const ConfigKey& key) {
  return key.holds_rules ? Json{{"$ref", "#/definitions/rule"}} : Json{{"type", "string"}};
}

struct SchemaOf {
  const ConfigKey& key;
  Json operator()(std::optional<std::string> Config::*) const { return {{"type", "string"}}; }
  Json operator()(std::optional<bool> Config::*) const { return {{"type", "boolean"}}; }
  Json operator()(std::optional<double> Config::*) const {
    return {{"type", "number"}, {"minimum", key.least}, {"maximum", key.most}};
  }
  Json operator()(std::optional<std::size_t> Config::*) const {
    return {{"type", "integer"},
            {"minimum", static_cast<std::size_t>(key.least)},
            {"maximum", static_cast<std::size_t>(key.most)}};
  }
  Json operator()(std::optional<std::vector<std::string>> Config::*) const { return list_of(item_schema(key)); }
  Json operator()(std::optional<TextLists> Config::*) const {
    return {{"type", "object"}, {"additionalProperties", list_of(item_schema(key))}};
  }
  Json operator()(std::optional<Texts> Config::*) const {
    return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
  }
};

}  // namespace

std::string config_schema() {
  Json properties = Json::object();
  for (const ConfigKey& key : config_keys()) {
    Json value = std::visit(SchemaOf{key}, key.member);
    value["description"] = std::string(key.summary) + ". Default: " + std::string(key.default_value);
    if (key.section.empty()) {
      properties[std::string(key.name)] = std::move(value);
    } else if (key.name.empty()) {
      properties[std::string(key.section)] = std::move(value);
    } else {
      Json& section = properties[std::string(key.section)];
      section["type"] = "object";
      section["additionalProperties"] = false;
      section["properties"][std::string(key.name)] = std::move(value);
    }
  }
  Json schema;
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  schema["title"] = "emend.toml";
  schema["description"] = "What a project has settled about its texts";
  schema["type"] = "object";
  schema["additionalProperties"] = false;
  schema["properties"] = std::move(properties);
  schema["definitions"]["rule"] = rule_names_schema();
  return to_document(schema);
}

}  // namespace emend::check
