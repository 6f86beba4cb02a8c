#include "image/scan_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <new>
#include <utility>

#include "image/decoded_page.h"

namespace emend::image {
namespace {

using namespace std::string_view_literals;

enum class Format { kUnknown, kPng, kJpeg, kTiff, kPdf };

// PDF readers accept anything before the header within this many bytes (ISO 32000-1, Annex H, implementation note 13).
constexpr std::size_t kPdfHeaderWithin = 1024;

Format format_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return Format::kPng;
  if (first_bytes.starts_with("\xff\xd8\xff"sv)) return Format::kJpeg;
  // "II*\0" and "MM\0*", and their 64-bit forms.
  for (const std::string_view mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (first_bytes.starts_with(mark)) return Format::kTiff;
  if (first_bytes.substr(0, kPdfHeaderWithin).find("%PDF-"sv) != std::string_view::npos) return Format::kPdf;
  return Format::kUnknown;
}

std::string_view name_of(Format format) {
  switch (format) {
    case Format::kPng: return "PNG";
    case Format::kJpeg: return "JPEG";
    case Format::kTiff: return "TIFF";
    case Format::kPdf: return "PDF";
    case Format::kUnknown: break;
  }
  return "";
}

// Pictures that we do not read, so that the message can say what they are.
std::string_view foreign_format(std::string_view first_bytes) {
  if (first_bytes.starts_with("GIF8"sv)) return "a GIF picture";
  // A text may begin with BM; the header has four reserved bytes.
  if (first_bytes.starts_with("BM"sv) && first_bytes.substr(0, 10).ends_with("\0\0\0\0"sv)) return "a BMP picture";
  if (first_bytes.starts_with("RIFF"sv) && first_bytes.substr(0, 12).ends_with("WEBP"sv)) return "a WebP picture";
  if (first_bytes.starts_with("\0\0\0\x0cjP  "sv) || first_bytes.starts_with("\xff\x4f\xff\x51"sv))
    return "a JPEG 2000 picture";
  if (first_bytes.substr(0, 12).find("ftyphei"sv) != std::string_view::npos) return "a HEIF picture";
  if (first_bytes.starts_with("AT&TFORM"sv)) return "a DjVu document";
  if (first_bytes.starts_with("PK\3\4"sv)) return "a ZIP archive or an office document";
  return "";
}

// The format that a name's ending promises; kUnknown for an ending that promises none of ours.
Format promised_format(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (ending == ".png") return Format::kPng;
  if (ending == ".jpg" || ending == ".jpeg" || ending == ".jpe") return Format::kJpeg;
  if (ending == ".tif" || ending == ".tiff") return Format::kTiff;
  if (ending == ".pdf") return Format::kPdf;
  return Format::kUnknown;
}

Result<std::string> read_first_bytes(const std::filesystem::path& path) {
  const std::string subject = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status))
    return fail(ErrorKind::kMissing, subject, "there is no such file", "check the spelling of the path");
  if (std::filesystem::is_directory(status))
    return fail(ErrorKind::kUnreadable, subject, "is a folder, not a file", "name a file in it");
  // A pipe or a device can be read only once, and each page is read when it is needed.
  if (!std::filesystem::is_regular_file(status))
    return fail(ErrorKind::kUnreadable, subject, "is not a regular file", "save it to a file first");
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorKind::kUnreadable, subject, "cannot be opened", "check the permissions of the file");
  std::string bytes(kPdfHeaderWithin, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (bytes.empty()) return fail(ErrorKind::kUnreadable, subject, "is empty", "scan or copy the file again");
  return bytes;
}

// A source whose pages carry one note more, and whose failures are all values.
class GuardedSource : public ScanSource {
 public:
  GuardedSource(std::unique_ptr<ScanSource> source, std::string subject, std::string note)
      : source_(std::move(source)), subject_(std::move(subject)), note_(std::move(note)) {}

  std::string format() const override { return source_->format(); }
  std::size_t page_count() const override { return source_->page_count(); }
  Result<LoadedPage> load(std::size_t index) const override {
    try {
      auto page = source_->load(index);
      if (page && index == 0 && !note_.empty())
        page->problems.push_back({Severity::kNote, {ErrorKind::kUnreadable, subject_, note_, ""}, 0});
      return page;
    } catch (const std::bad_alloc&) {
      return fail(ErrorKind::kTooLarge, subject_, fmt::format("has a page {} too large for the memory", index + 1),
                  "reduce the page, or run fewer jobs at a time");
    } catch (const std::exception& error) {
      return fail(ErrorKind::kInternal, subject_, fmt::format("page {} cannot be read: {}", index + 1, error.what()));
    }
  }

 private:
  std::unique_ptr<ScanSource> source_;
  std::string subject_;
  std::string note_;
};

Result<std::unique_ptr<ScanSource>> open_as(Format format, const std::filesystem::path& path,
                                            const ScanOptions& options, std::string_view first_bytes) {
  switch (format) {
    case Format::kPng: return open_png(path, options);
    case Format::kJpeg: return open_jpeg(path, options);
    case Format::kTiff: return open_tiff(path, options);
    case Format::kPdf: return open_pdf(path, options);
    case Format::kUnknown: break;
  }
  const std::string_view foreign = foreign_format(first_bytes);
  return fail(ErrorKind::kUnreadable, path.string(),
              foreign.empty() ? "is not a PNG, JPEG, TIFF or PDF file" : fmt::format("is {}", foreign),
              "convert it to PNG or TIFF");
}

}  // namespace

bool looks_like_scan(std::string_view first_bytes) { return format_of(first_bytes) != Format::kUnknown; }

bool claims_to_be_picture(const std::filesystem::path& path, std::string_view first_bytes) {
  return promised_format(path) != Format::kUnknown || !foreign_format(first_bytes).empty();
}

Result<std::unique_ptr<ScanSource>> open_scan(const std::filesystem::path& path, const ScanOptions& options) try {
  const auto first_bytes = read_first_bytes(path);
  if (!first_bytes) return fail(first_bytes.error());
  const Format format = format_of(*first_bytes);
  auto source = open_as(format, path, options, *first_bytes);
  if (!source) return fail(source.error());
  const Format promised = promised_format(path);
  std::string note;
  if (promised != Format::kUnknown && promised != format)
    note = fmt::format("is a {} file, although its name says {}", name_of(format), name_of(promised));
  return std::make_unique<GuardedSource>(std::move(*source), path.string(), std::move(note));
} catch (const std::bad_alloc&) {
  return fail(ErrorKind::kTooLarge, path.string(), "is too large for the memory", "split it into parts");
}

}  // namespace emend::image
