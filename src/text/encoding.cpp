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
// Spaces and line ends among the characters of a text; prose has one in six, tables hardly fewer.
constexpr double kLeastGaps = 0.03;
// More characters than broken bytes: in other encodings two letters that happen to be good UTF-8 are rare.
constexpr double kLeastUtf8Share = 0.5;

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

// Two bytes a character and no mark that says which of them comes first: spaces and line ends tell. Empty where the
// bytes are not such a text.
std::string unmarked_utf16(std::string_view bytes, double& confidence) {
  const std::string_view sample = bytes.substr(0, kDetectionSampleBytes);
  const auto is_gap = [](int unit) { return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t'; };
  struct Order {
    std::size_t gaps = 0;
    std::size_t controls = 0;
  } little, big;
  const std::size_t units = sample.size() / 2;
  for (std::size_t i = 0; i < units; ++i) {
    const int first = static_cast<unsigned char>(sample[2 * i]);
    const int second = static_cast<unsigned char>(sample[2 * i + 1]);
    for (const auto& [unit, order] : {std::pair(first | second << 8, &little), std::pair(first << 8 | second, &big)}) {
      if (is_gap(unit))
        ++order->gaps;
      else if (unit < 0x20)
        ++order->controls;
    }
  }
  const bool is_little = little.gaps > big.gaps;
  const Order& order = is_little ? little : big;
  const auto share = [&](std::size_t count) { return static_cast<double>(count) / static_cast<double>(units); };
  if (units == 0 || share(order.gaps) < kLeastGaps || share(order.controls) > kMostControlBytes) return {};
  confidence = static_cast<double>(order.gaps) / static_cast<double>(little.gaps + big.gaps);
  return is_little ? "UTF-16LE" : "UTF-16BE";
}

// How much of the text beyond ASCII is good UTF-8, 0 to 1: characters against bytes that belong to none.
double utf8_share(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t size = decode_at(bytes, i).size;
    if (size > 1)
      ++good;
    else if (static_cast<unsigned char>(bytes[i]) >= 0x80)
      ++broken;
    i += size;
  }
  return good + broken == 0 ? 1 : static_cast<double>(good) / static_cast<double>(good + broken);
}

struct Guess {
  std::string encoding;
  double confidence = 0;
};

// By statistics over bytes that are not UTF-8. Files that claim Latin-1 are in practice its Windows superset, whose
// quotes and dashes Latin-1 lacks; it is the guess too for a text with too few letters for statistics.
Guess guess_encoding(std::string_view bytes) {
  Guess guess{"windows-1252", 0};
  UErrorCode error = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&error), &ucsdet_close);
  const std::string_view sample = bytes.substr(0, kDetectionSampleBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
  if (U_FAILURE(error) || matches == nullptr) return guess;
  for (int32_t i = 0; i < count; ++i) {
    const std::string name = ucsdet_getName(matches[i], &error);
    if (name.starts_with("UTF-")) continue;  // it has been looked for, and better
    guess = {name == "ISO-8859-1" ? "windows-1252" : name, ucsdet_getConfidence(matches[i], &error) / 100.0};
    break;
  }
  return guess;
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
  const auto guessed = [&](std::string encoding, double confidence) -> Result<DecodedText> {
    auto text = convert(bytes, encoding, subject);
    if (!text) return fail(text.error());
    return DecodedText{std::move(*text), std::move(encoding), decoded.had_bom, false, confidence};
  };
  double confidence = 0;
  if (const std::string wide = unmarked_utf16(bytes, confidence); !wide.empty()) return guessed(wide, confidence);
  if (looks_binary(bytes))
    return fail(ErrorKind::kUnreadable, subject, "is not a text file",
                "give it the ending of what it is, or leave it out");
  if (is_valid_utf8(bytes)) return DecodedText{std::string(bytes), "UTF-8", decoded.had_bom, true, 1};
  if (const double share = utf8_share(bytes); share > kLeastUtf8Share)
    return DecodedText{repaired_utf8(bytes), "UTF-8", decoded.had_bom, false, share};
  Guess guess = guess_encoding(bytes);
  return guessed(std::move(guess.encoding), guess.confidence);
}

Result<std::string> decode_as(std::string_view bytes, const std::string& encoding, const std::string& subject) {
  return convert(bytes, encoding, subject);
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
