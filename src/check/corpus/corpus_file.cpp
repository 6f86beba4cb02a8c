#include "check/corpus/corpus_file.h"

#include <algorithm>

#include "base/content_hash.h"
#include "text/utf8.h"

namespace emend::check {

Finding corpus_finding(std::string_view rule, std::string message, const std::string& content) {
  Finding finding;
  finding.rule = rule;
  finding.message = std::move(message);
  finding.level = Level::kNote;
  finding.key = content_hash(std::string(rule) + '\x1f' + content).substr(0, 16);
  return finding;
}

void set_place(Finding& finding, const Use& use, std::string_view text) {
  const std::u32string letters = text::to_code_points(text);
  finding.span = {use.offset, use.offset + text.size()};
  finding.begin = finding.end = use.place;
  finding.end.byte += text.size();
  finding.end.character += letters.size();
  finding.end.utf16 += letters.size() + static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(),
                                                                               [](char32_t c) { return c > 0xFFFF; }));
}

std::string folder_of(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

}  // namespace emend::check
