#include "store/layout/layout_file.h"

#include <fmt/format.h>

#include "store/layout/html_as_xml.h"
#include "store/layout/layout_readers.h"

namespace emend::store {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

// The name of the first element without its prefix; empty where the bytes are no markup. Of UTF-16, every second byte
// is left out: the names of elements are ASCII.
struct Root {
  std::string name;
  bool is_declared = false;  // an XML declaration or a DOCTYPE stands before it
};

std::string as_narrow(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const bool is_wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                       (bytes.size() > 1 && (bytes[0] == '\0') != (bytes[1] == '\0'));
  if (!is_wide) return std::string(bytes);
  std::string narrow;
  for (const char c : bytes)
    if (c != '\0' && static_cast<unsigned char>(c) < 0xFE) narrow += c;
  return narrow;
}

Root root_of(std::string_view bytes) {
  Root root;
  std::size_t at = 0;
  const auto skip_past = [&](std::string_view end) {
    const std::size_t found = bytes.find(end, at);
    at = found == std::string_view::npos ? bytes.size() : found + end.size();
  };
  while (true) {
    at = bytes.find_first_not_of(kWhiteSpace, at);
    if (at == std::string_view::npos || bytes[at] != '<') return root;
    const std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<?")) {
      root.is_declared = root.is_declared || rest.starts_with("<?xml");
      skip_past("?>");
    } else if (rest.starts_with("<!--")) {
      skip_past("-->");
    } else if (rest.starts_with("<!")) {
      root.is_declared = true;
      // An internal subset holds tags of its own.
      const std::size_t bracket = rest.find_first_of("[>");
      if (bracket != std::string_view::npos && rest[bracket] == '[') skip_past("]");
      skip_past(">");
    } else {
      break;
    }
  }
  const std::size_t begin = at + 1;
  const std::size_t end = std::min(bytes.find_first_of(" \t\r\n/>", begin), bytes.size());
  root.name = bytes.substr(begin, end - begin);
  if (const std::size_t colon = root.name.rfind(':'); colon != std::string::npos) root.name.erase(0, colon + 1);
  return root;
}

bool says_hocr(std::string_view bytes) {
  for (const std::string_view sign : {"ocr_page", "ocr-system", "ocr-capabilities", "ocrx_word", "ocr_line"})
    if (bytes.find(sign) != std::string_view::npos) return true;
  return false;
}

}  // namespace

std::string_view name_of(LayoutFormat format) {
  switch (format) {
    case LayoutFormat::kHocr: return "hOCR";
    case LayoutFormat::kAlto: return "ALTO";
    case LayoutFormat::kPage: return "PAGE";
  }
  return "";
}

std::optional<LayoutFormat> layout_format_of(std::string_view bytes) {
  const std::string first = as_narrow(bytes.substr(0, kFirstBytesOfLayout));
  const Root root = root_of(first);
  if (root.name == "alto") return LayoutFormat::kAlto;
  if (root.name == "PcGts") return LayoutFormat::kPage;
  // A piece of hOCR, as the interface of an engine gives it, begins with its page.
  if ((root.name == "html" || root.name == "HTML" || root.name == "div" || root.name == "span") && says_hocr(first))
    return LayoutFormat::kHocr;
  return std::nullopt;
}

std::optional<std::string> unknown_markup(std::string_view bytes) {
  if (layout_format_of(bytes)) return std::nullopt;
  const Root root = root_of(as_narrow(bytes.substr(0, kFirstBytesOfLayout)));
  return root.is_declared && !root.name.empty() ? std::optional(root.name) : std::nullopt;
}

Result<LayoutFile> read_layout(std::string_view bytes, const std::string& subject, const LayoutOptions& options) {
  if (bytes.size() > kLargestLayoutBytes)
    return fail(ErrorKind::kTooLarge, subject, fmt::format("is larger than {} MiB", kLargestLayoutBytes >> 20),
                "split it into files of some hundred pages");
  const auto format = layout_format_of(bytes);
  if (!format)
    return fail(ErrorKind::kUnreadable, subject, "is neither hOCR nor ALTO nor PAGE XML",
                "give plain text, or export it in one of these");
  auto decoded = decode_markup(bytes, subject);
  if (!decoded) return fail(decoded.error());

  LayoutFile file;
  file.format = *format;
  file.source = std::move(*decoded);
  if (!file.source.is_exact || !file.source.is_certain)
    file.problems.push_back(
        {Severity::kWarning,
         {ErrorKind::kUnreadable, "",
          file.source.is_exact
              ? fmt::format("is not in UTF-8 as it should be; read as {}, a guess from its bytes", file.source.encoding)
              : fmt::format("some of its bytes mean nothing in {}; they are shown as U+FFFD", file.source.encoding),
          "see whether the encoding in its first line is the true one"},
         0});
  const std::string& source = file.source.text;
  const std::string as_xml = *format == LayoutFormat::kHocr ? html_as_xml(source) : std::string();
  const auto tree = XmlTree::parse(*format == LayoutFormat::kHocr ? std::string_view(as_xml) : source, subject);
  if (!tree) return fail(tree.error());
  switch (*format) {
    case LayoutFormat::kHocr: read_hocr(*tree, source, file); break;
    case LayoutFormat::kAlto: read_alto(*tree, 0, options, file); break;
    case LayoutFormat::kPage: read_page_xml(*tree, 0, options, file); break;
  }
  if (file.pages.empty())
    return fail(ErrorKind::kUnreadable, subject, fmt::format("is {} without a page", name_of(*format)),
                "export it again from the program that made it");
  return file;
}

}  // namespace emend::store
