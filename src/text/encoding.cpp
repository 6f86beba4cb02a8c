#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "text/utf8.h"

namespace emend::text {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using Detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

// Statistics need no more than this, and stay quick on books.
constexpr std::size_t kDetectionSampleBytes = 1 << 16;
// Text has hardly any; pictures and programs have many.
constexpr double kMostControlBytes = 0.01;

Result<std::string> convert(std::string_view bytes, const std::string& encoding, const std::string& subject) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter converter(ucnv_open(encoding.c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) return fail(ErrorKind::kUnreadable, subject, "is in an unknown encoding: " + encoding);
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), error);
  if (U_FAILURE(error)) return fail(ErrorKind::kUnreadable, subject, "cannot be converted from " + encoding);
  std::string text;
  wide.toUTF8String(text);
  return text;
}

bool looks_binary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kDetectionSampleBytes);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B;
  });
  return static_cast<double>(controls) > kMostControlBytes * static_cast<double>(sample.size());
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes, const std::string& subject) {
  DecodedText decoded;
  const auto starts_with = [&](std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; };
  using namespace std::string_view_literals;

  if (starts_with("\xEF\xBB\xBF"sv)) {
    decoded.had_bom = true;
    bytes.remove_prefix(3);
  }
  for (const auto& [bom, name] : {std::pair{"\xFF\xFE\0\0"sv, "UTF-32LE"}, std::pair{"\0\0\xFE\xFF"sv, "UTF-32BE"},
                                  std::pair{"\xFF\xFE"sv, "UTF-16LE"}, std::pair{"\xFE\xFF"sv, "UTF-16BE"}}) {
    if (!starts_with(bom)) continue;
    auto text = convert(bytes.substr(bom.size()), name, subject);
    if (!text) return fail(text.error());
    decoded.text = std::move(*text);
    decoded.encoding = name;
    decoded.had_bom = true;
    return decoded;
  }
  if (looks_binary(bytes))
    return fail(ErrorKind::kUnreadable, subject, "is not a text file",
                "give it the ending of what it is, or leave it out");
  if (is_valid_utf8(bytes)) {
    decoded.text = std::string(bytes);
    decoded.encoding = "UTF-8";
    return decoded;
  }

  UErrorCode error = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&error), &ucsdet_close);
  const std::string_view sample = bytes.substr(0, kDetectionSampleBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr)
    return fail(ErrorKind::kUnreadable, subject, "is in an encoding that could not be recognised",
                "convert it to UTF-8, with iconv for example");
  std::string name = ucsdet_getName(match, &error);
  decoded.confidence = ucsdet_getConfidence(match, &error) / 100.0;
  decoded.is_certain = false;
  // Files that claim Latin-1 are in practice its Windows superset, whose quotes and dashes Latin-1 lacks;
  // UTF-8 with a few broken bytes stays UTF-8.
  if (name == "ISO-8859-1") name = "windows-1252";
  decoded.encoding = name;
  if (name == "UTF-8") {
    decoded.text = repaired_utf8(bytes);
    return decoded;
  }
  auto text = convert(bytes, name, subject);
  if (!text) return fail(text.error());
  decoded.text = std::move(*text);
  return decoded;
}

std::optional<std::string> encode_text(std::string_view text, const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const Converter converter(ucnv_open(encoding.c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) return std::nullopt;
  ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string bytes(
      static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(wide.length(), ucnv_getMaxCharSize(converter.get()))),
      '\0');
  const int32_t size = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<int32_t>(bytes.size()),
                                       wide.getBuffer(), wide.length(), &error);
  if (U_FAILURE(error)) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

}  // namespace emend::text
