#include "cli/flag_table.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/common_flags.h"

namespace emend::cli {
namespace {

// "TEXT:{a,b}" and "ENUM:a|b|c" hold what the value may be.
void read_choices(std::string_view type, FlagRow& row) {
  const std::size_t colon = type.find(':');
  std::string_view list = colon == std::string_view::npos ? std::string_view() : type.substr(colon + 1);
  if (list.starts_with('{') && list.ends_with('}')) list = list.substr(1, list.size() - 2);
  if (list.find_first_of("|,") == std::string_view::npos || list.find(' ') != std::string_view::npos) return;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of("|,"), list.size());
    row.choices.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

FlagRow row_of(const CLI::Option& option) {
  FlagRow row;
  for (const std::string& name : option.get_snames()) row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) row.names.push_back("--" + name);
  if (row.names.empty()) row.positional = option.get_name();
  row.summary = option.get_description();
  const std::string type = option.get_type_name();
  if (option.get_items_expected_max() > 0 && !type.empty()) {
    row.value = type.substr(0, type.find(':'));
    read_choices(type, row);
    if (!row.choices.empty()) row.value = "WORD";
  }
  row.takes_rules = row.value == "RULE";
  row.takes_files = row.is_positional() || row.value == "FILE" || row.value == "DIR";
  return row;
}

}  // namespace

std::vector<FlagRow> flag_rows(const Parser& parser) {
  std::vector<FlagRow> rows;
  for (const CLI::Option* option : parser.get_options())
    if (!option->get_group().empty()) rows.push_back(row_of(*option));
  return rows;
}

std::vector<CommandRow> command_rows() {
  std::vector<CommandRow> rows;
  for (const auto& command : all_commands()) {
    if (command->info().name == "docs") continue;  // for developers
    Parser parser(std::string(command->info().summary), "emend " + std::string(command->info().name));
    command->declare(parser);
    CommonFlags common;
    common.declare(parser);
    rows.push_back({std::string(command->info().name), std::string(command->info().summary),
                    std::string(command->info().details), flag_rows(parser)});
  }
  return rows;
}

}  // namespace emend::cli
