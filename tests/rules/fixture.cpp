#include "rules/fixture.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "base/file.h"
#include "text/utf8.h"

namespace emend::rules_test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFence = "```";

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      out += text[i];
    } else if (text[++i] == 't') {
      out += '\t';
    } else if (text[i] == 'u' && text.substr(i, 2) == "u{") {
      const std::size_t end = std::min(text.find('}', i), text.size());
      text::append_utf8(
          out, static_cast<char32_t>(std::strtoul(std::string(text.substr(i + 2, end - i - 2)).c_str(), nullptr, 16)));
      i = end;
    } else {
      out += text[i];
    }
  }
  return out;
}

// "curly", "plain-marks": what the user of the case asks for.
template <typename Said>
correct::Rendering rendering_said(const Said& said) {
  correct::Rendering rendering;
  if (said("plain")) rendering.typography = correct::Typography::kPlain;
  if (said("curly")) rendering.typography = correct::Typography::kCurly;
  if (said("plain-marks")) rendering.marks = correct::TypistMarks::kPlain;
  if (said("markdown-marks")) rendering.marks = correct::TypistMarks::kMarkdown;
  return rendering;
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.emplace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

Fixture parse_fixture(std::string_view page) {
  Fixture fixture;
  std::optional<Case> waiting;  // a "before" whose "after" has not come yet
  std::optional<std::set<std::string>> fence;
  int fence_line = 0;
  std::string block;
  bool block_is_empty = true;
  int number = 0;
  const auto mistake = [&](const std::string& what) {
    fixture.mistakes.push_back("line " + std::to_string(fence_line) + ": " + what);
  };

  while (!page.empty()) {
    ++number;
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));

    if (!fence) {
      if (!line.starts_with(kFence)) continue;
      fence = words_of(line.substr(kFence.size()));
      fence_line = number;
      block.clear();
      block_is_empty = true;
      continue;
    }
    if (line != kFence) {
      if (!block_is_empty) block += '\n';
      block += line;
      block_is_empty = false;
      continue;
    }

    const auto said = [&](const char* word) { return fence->erase(word) > 0; };
    const std::string text = said("escaped") ? unescaped(block) : block;
    if (said("before")) {
      if (waiting) mistake("a “before” follows a “before”");
      waiting = Case{fence_line, text, {}, {}, rendering_said(said)};
      if (said("automatic")) waiting->applicability = edit::Applicability::kAutomatic;
      if (said("proposed")) waiting->applicability = edit::Applicability::kProposed;
    } else if (said("after")) {
      if (!waiting) {
        mistake("an “after” without a “before”");
      } else {
        waiting->after = text;
        if (!waiting->fires()) mistake("before and after are the same; say “stays”");
        fixture.cases.push_back(*waiting);
        waiting.reset();
      }
    } else if (said("stays")) {
      fixture.cases.push_back({fence_line, text, text, {}, rendering_said(said)});
    } else {
      mistake("a block is before, after or stays");
      fence->clear();
    }
    for (const std::string& word : *fence) mistake("“" + word + "” means nothing here");
    fence.reset();
  }
  if (waiting) mistake("a “before” without an “after”");
  if (fence) mistake("the block is not closed");
  return fixture;
}

std::vector<Fixture> all_fixtures() {
  const fs::path root = fs::path(EMEND_SOURCE_DIR) / "tests" / "rules";
  std::vector<Fixture> fixtures;
  for (const auto& group : fs::directory_iterator(root)) {
    if (!group.is_directory()) continue;
    for (const auto& file : fs::directory_iterator(group.path())) {
      if (file.path().extension() != ".md") continue;
      const auto page = read_file(file.path());
      Fixture fixture = parse_fixture(page ? *page : std::string());
      if (!page) fixture.mistakes.push_back(page.error().what);
      fixture.group = group.path().filename().string();
      fixture.rule = file.path().stem().string();
      fixture.path = file.path();
      fixtures.push_back(std::move(fixture));
    }
  }
  std::sort(fixtures.begin(), fixtures.end(), [](const Fixture& a, const Fixture& b) { return a.path < b.path; });
  return fixtures;
}

}  // namespace emend::rules_test
