#include "house/checkout.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

namespace emend::house {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = EMEND_SOURCE_DIR;

std::string output_of(const std::string& command) {
  const auto close = [](std::FILE* pipe) { ::pclose(pipe); };
  const std::unique_ptr<std::FILE, decltype(close)> pipe(::popen(command.c_str(), "r"), close);
  std::string output;
  char buffer[4096];
  while (pipe != nullptr) {
    const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe.get());
    if (count == 0) break;
    output.append(buffer, count);
  }
  return output;
}

std::vector<std::string> files_from_git() {
  std::string quoted = "'";
  for (const char c : kRoot.string()) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  quoted += "'";
  std::istringstream names(
      output_of("git -C " + quoted + " ls-files -z --cached --others --exclude-standard 2>/dev/null"));
  std::vector<std::string> files;
  for (std::string name; std::getline(names, name, '\0');)
    if (fs::is_regular_file(kRoot / name)) files.push_back(name);
  return files;
}

std::vector<std::string> files_from_disk() {
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator it(kRoot), end; it != end; ++it) {
    const std::string name = it->path().lexically_relative(kRoot).generic_string();
    if (name == "build" || name == ".git" || name == ".cache") it.disable_recursion_pending();
    if (it->is_regular_file()) files.push_back(name);
  }
  return files;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells;
  row.remove_prefix(1);
  for (std::size_t bar = row.find('|'); bar != std::string_view::npos; bar = row.find('|')) {
    cells.push_back(trimmed(row.substr(0, bar)));
    row.remove_prefix(bar + 1);
  }
  return cells;
}

}  // namespace

std::vector<std::string> checkout_files() {
  std::vector<std::string> files = files_from_git();
  if (files.empty()) files = files_from_disk();
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());
  return files;
}

std::vector<std::string> files_in(std::string_view folder, const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const std::string& file : checkout_files())
    if (file.starts_with(folder) &&
        std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) { return file.ends_with(ending); }))
      files.push_back(file);
  return files;
}

std::string read_checkout_file(const std::string& path) {
  std::ifstream file(kRoot / path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::vector<std::string> lines_of(const std::string& path) {
  std::istringstream text(read_checkout_file(path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> source_includes() {
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*$)");
  std::vector<Include> includes;
  for (const std::string& file : files_in("src/", {".h", ".cpp"})) {
    const std::vector<std::string> lines = lines_of(file);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (std::smatch match; std::regex_match(lines[i], match, include))
        includes.push_back({file, i + 1, match[2], match[1] == "\""});
  }
  return includes;
}

std::vector<std::vector<std::string>> table_rows(const std::string& page, std::string_view first_header) {
  std::vector<std::vector<std::string>> rows;
  bool is_inside = false;
  bool was_row = false;
  for (const std::string& line : lines_of(page)) {
    const bool is_row = line.starts_with("|");
    if (is_row) {
      const std::vector<std::string> cells = cells_of(line);
      if (!was_row)
        is_inside = !cells.empty() && cells[0] == first_header;
      else if (is_inside && !cells.empty() && !cells[0].starts_with("---"))
        rows.push_back(cells);
    }
    was_row = is_row;
  }
  return rows;
}

std::vector<std::string> code_words(std::string_view cell) {
  std::vector<std::string> words;
  while (true) {
    const std::size_t begin = cell.find('`');
    if (begin == std::string_view::npos) return words;
    const std::size_t end = cell.find('`', begin + 1);
    if (end == std::string_view::npos) return words;
    words.emplace_back(cell.substr(begin + 1, end - begin - 1));
    cell.remove_prefix(end + 1);
  }
}

}  // namespace emend::house
