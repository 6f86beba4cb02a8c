#include "check/file_kind.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "image/scan_source.h"
#include "store/layout/layout_file.h"
#include "text/unicode.h"

namespace emend::check {
namespace {

constexpr std::array<std::string_view, 14> kTextEndings = {".txt",  ".text",     ".md",  ".markdown", ".rst",
                                                           ".adoc", ".asciidoc", ".org", ".tex",      ".ltx",
                                                           ".ocr",  ".me",       ".1st", ".asc"};
constexpr std::array<std::string_view, 12> kScanEndings = {".png", ".jpg", ".jpeg", ".tif",  ".tiff", ".pdf",
                                                           ".jp2", ".gif", ".webp", ".djvu", ".bmp",  ".pnm"};
constexpr std::array<std::string_view, 6> kMarkupEndings = {".html", ".htm", ".xhtml", ".hocr", ".xml", ".alto"};

template <std::size_t size>
bool has(const std::array<std::string_view, size>& endings, std::string_view ending) {
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool begins_as_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

// Control characters that no text has; escape and form feed do occur.
bool is_no_text(std::string_view bytes) {
  if (begins_as_utf16(bytes)) return false;
  const auto odd = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b' && c != '\v' && c != '\x1a';
  });
  // One in a hundred: a stray control character does not make a text a program.
  return bytes.find('\0') != std::string_view::npos || static_cast<std::size_t>(odd) * 100 > bytes.size();
}

// By the root element, whatever the file is called.
std::optional<FileKind> layout_kind(std::string_view bytes) {
  const auto format = store::layout_format_of(bytes);
  if (!format) return std::nullopt;
  switch (*format) {
    case store::LayoutFormat::kHocr: return FileKind::kHocr;
    case store::LayoutFormat::kAlto: return FileKind::kAlto;
    case store::LayoutFormat::kPage: return FileKind::kPage;
  }
  return std::nullopt;
}

}  // namespace

FileKind kind_of_file(const std::filesystem::path& path, std::string_view first_bytes, bool is_named) {
  const std::string ending = text::to_lower(path.extension().string());
  if (image::looks_like_scan(first_bytes)) return FileKind::kScan;
  if (has(kScanEndings, ending)) return is_no_text(first_bytes) || !is_named ? FileKind::kScan : FileKind::kText;
  if (const auto layout = layout_kind(first_bytes)) return *layout;
  if (is_no_text(first_bytes)) return FileKind::kBinary;
  if (has(kMarkupEndings, ending)) return FileKind::kOther;
  if (has(kTextEndings, ending) || ending.empty()) return FileKind::kText;
  return is_named ? FileKind::kText : FileKind::kOther;
}

}  // namespace emend::check
