#include "store/layout/markup_encoding.h"

#include <algorithm>

#include "text/encoding.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::store {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
// An XML declaration is the first thing in a file; a <meta> of HTML stands within its first 1024 bytes by its own
// rules.
constexpr std::size_t kDeclarationBytes = 1024;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

// What follows `key` and "=", quoted or not, in small letters.
std::string value_behind(std::string_view text, std::string_view key) {
  const std::size_t found = text.find(key);
  if (found == std::string_view::npos) return {};
  std::size_t at = found + key.size();
  const auto skip = [&](std::string_view characters) {
    while (at < text.size() && characters.find(text[at]) != std::string_view::npos) ++at;
  };
  skip(" \t\r\n");
  if (at >= text.size() || text[at] != '=') return {};
  skip("= \t\r\n\"'");
  std::size_t end = at;
  while (end < text.size() && is_name_character(text[end])) ++end;
  return std::string(text.substr(at, end - at));
}

// In small letters; empty where the file names none. Every encoding but UTF-16 and UTF-32 can be read so far as ASCII.
std::string declared_encoding(std::string_view bytes) {
  std::string first(bytes.substr(0, kDeclarationBytes));
  std::transform(first.begin(), first.end(), first.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (first.starts_with("<?xml")) {
    const std::string name = value_behind(std::string_view(first).substr(0, first.find("?>")), "encoding");
    if (!name.empty()) return name;
  }
  for (std::size_t meta = first.find("<meta"); meta != std::string::npos; meta = first.find("<meta", meta + 1)) {
    const std::string name =
        value_behind(std::string_view(first).substr(meta, first.find('>', meta) - meta), "charset");
    if (!name.empty()) return name;
  }
  return {};
}

bool is_utf8_name(const std::string& name) {
  return name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii";
}

bool is_wide_name(const std::string& name) { return name.starts_with("utf-16") || name.starts_with("utf-32"); }

std::string with_bom(std::string text, const std::string& encoding) {
  if (encoding == "UTF-8") return std::string(kBom) + text;
  if (encoding == "UTF-16LE") return "\xFF\xFE" + text;
  if (encoding == "UTF-16BE") return "\xFE\xFF" + text;
  using namespace std::string_literals;
  if (encoding == "UTF-32LE") return "\xFF\xFE\0\0"s + text;
  return "\0\0\xFE\xFF"s + text;
}

}  // namespace

Result<std::string> encode_markup(std::string_view text, const DecodedMarkup& like, const std::string& subject) {
  std::string bytes(text);
  if (like.encoding != "UTF-8") {
    auto encoded = text::encode_text(text, like.encoding);
    if (!encoded)
      return fail(ErrorKind::kUnwritable, subject, "is in " + like.encoding + ", which lacks a character of the change",
                  "convert the file to UTF-8 first");
    bytes = std::move(*encoded);
  }
  return like.had_bom ? with_bom(std::move(bytes), like.encoding) : bytes;
}

Result<DecodedMarkup> decode_markup(std::string_view bytes, const std::string& subject) {
  DecodedMarkup decoded;
  const std::string declared = declared_encoding(bytes.starts_with(kBom) ? bytes.substr(kBom.size()) : bytes);
  const bool has_bom = bytes.starts_with(kBom);
  // Where such a name can be read as ASCII it is not true: programs convert files and leave the declaration.
  if (!has_bom && !is_utf8_name(declared) && !is_wide_name(declared)) {
    auto text = text::decode_as(bytes, declared, subject);
    if (!text) {
      Error error = text.error();
      error.hint = "correct the encoding in its first line, or convert it to UTF-8";
      return fail(std::move(error));
    }
    decoded.text = std::move(*text);
    decoded.encoding = declared;
  } else if (has_bom && text::is_valid_utf8(bytes)) {
    decoded.text = bytes.substr(kBom.size());
    decoded.encoding = "UTF-8";
    decoded.had_bom = true;
  } else {
    auto text = text::decode_text(bytes, subject);
    if (!text) return fail(text.error());
    decoded.text = std::move(text->text);
    decoded.encoding = std::move(text->encoding);
    decoded.had_bom = text->had_bom;
    decoded.is_certain = text->is_certain;
  }
  if (decoded.encoding != "UTF-8" || decoded.text.size() + (decoded.had_bom ? kBom.size() : 0) != bytes.size()) {
    const auto again = encode_markup(decoded.text, decoded, subject);
    decoded.is_exact = again && *again == bytes;
  }
  return decoded;
}

}  // namespace emend::store
