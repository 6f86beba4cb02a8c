#include "check/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "image/scan_source.h"
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

FileKind kind_of_markup(std::string_view bytes) {
  if (bytes.find("ocr_page") != std::string_view::npos || bytes.find("ocr-system") != std::string_view::npos ||
      bytes.find("ocrx_word") != std::string_view::npos || bytes.find("ocr_line") != std::string_view::npos)
    return FileKind::kHocr;
  const auto has_element = [&](std::string_view name) {
    for (std::size_t at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1))
      if (at > 0 && (bytes[at - 1] == '<' || bytes[at - 1] == ':')) return true;
    return false;
  };
  if (has_element("alto")) return FileKind::kAlto;
  if (has_element("PcGts")) return FileKind::kPage;
  return FileKind::kOther;
}

}  // namespace

FileKind kind_of_file(const std::filesystem::path& path, std::string_view first_bytes, bool is_named) {
  const std::string ending = text::to_lower(path.extension().string());
  if (image::looks_like_scan(first_bytes)) return FileKind::kScan;
  if (has(kScanEndings, ending)) return is_no_text(first_bytes) || !is_named ? FileKind::kScan : FileKind::kText;
  if (is_no_text(first_bytes)) return FileKind::kBinary;
  if (has(kMarkupEndings, ending)) return kind_of_markup(first_bytes);
  if (has(kTextEndings, ending) || ending.empty()) return FileKind::kText;
  return is_named ? FileKind::kText : FileKind::kOther;
}

}  // namespace emend::check
