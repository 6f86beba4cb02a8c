#include "train/lm/prose.h"

namespace emend::train {
namespace {

constexpr std::string_view kHeading = "==== ";

// A bracket that holds a digit and is no longer than this is the mark of a note or a page, not a remark.
constexpr std::size_t kLongestMark = 14;

// Where the text behind the mark at `begin` goes on; `begin` itself if there is no mark.
std::size_t end_of_mark(std::string_view text, std::size_t begin) {
  bool has_digit = false;
  for (std::size_t i = begin + 1; i < text.size() && i <= begin + kLongestMark; ++i) {
    if (text[i] == ']') return has_digit ? i + 1 : begin;
    if (text[i] == '\n' || text[i] == '[') return begin;
    has_digit = has_digit || (text[i] >= '0' && text[i] <= '9');
  }
  return begin;
}

}  // namespace

std::vector<std::string_view> documents_of(std::string_view text) {
  std::vector<std::string_view> documents;
  const auto add = [&](std::string_view document) {
    if (document.find_first_not_of(" \t\r\n") != std::string_view::npos) documents.push_back(document);
  };
  std::size_t begin = 0;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t newline = std::min(text.find('\n', line), text.size());
    const std::size_t next = std::min(newline + 1, text.size());
    if (text.substr(line).starts_with(kHeading)) {
      add(text.substr(begin, line - begin));
      begin = next;
    }
    line = next;
  }
  add(text.substr(begin));
  return documents;
}

std::string without_markup(std::string_view document) {
  std::string out;
  out.reserve(document.size());
  for (std::size_t i = 0; i < document.size();) {
    const bool is_line_start = i == 0 || document[i - 1] == '\n';
    if (is_line_start && (document[i] == '#' || document.substr(i).starts_with("-----"))) {
      i = std::min(document.find('\n', i), document.size());  // leaves a blank line, so the sentence ends
      continue;
    }
    if (document[i] == '[') {
      const std::size_t end = end_of_mark(document, i);
      if (end > i) {
        i = end;
        continue;
      }
    }
    out += document[i++];
  }
  return out;
}

}  // namespace emend::train
