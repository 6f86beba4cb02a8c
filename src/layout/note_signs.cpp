#include "layout/note_signs.h"

#include <string_view>
#include <vector>

namespace emend::layout {
namespace {

bool is_in(std::string_view digits, int digit) {
  return digits.find(static_cast<char>('0' + digit)) != std::string_view::npos;
}

// How much one sign speaks for a digit.
double sign_fits(std::string_view sign, int digit) {
  if (sign.size() == 1 && sign[0] >= '0' && sign[0] <= '9') {
    if (sign[0] - '0' == digit) return 2;
    // Round figures are taken for each other in small type.
    return is_in("35689", digit) && is_in("35689", sign[0] - '0') ? -0.3 : -1.2;
  }
  if (sign == "!" || sign == "I" || sign == "l" || sign == "|" || sign == "i" || sign == "¹")
    return digit == 1 ? 1.5 : -1;
  if (sign == "?" || sign == "²" || sign == "Z") return digit == 2 ? 1.2 : digit == 1 ? 0.3 : -0.4;
  if (sign == "®" || sign == "©" || sign == "°" || sign == "§") return is_in("35689", digit) ? 0.7 : -0.5;
  if (sign == "*") return is_in("134", digit) ? 0.3 : 0;
  if (sign == "+") return digit == 4 ? 0.5 : 0;
  if (sign == "³") return digit == 3 ? 1.5 : -0.5;
  return 0;
}

std::vector<std::string> signs_of(const std::string& reading) {
  std::vector<std::string> signs;
  for (const char c : reading) {
    if (c == ' ' || c == '_' || c == '.') continue;
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (continues && !signs.empty())
      signs.back() += c;
    else
      signs.emplace_back(1, c);
  }
  return signs;
}

}  // namespace

double reading_fits(const std::string& reading, int number) {
  const std::vector<std::string> signs = signs_of(reading);
  const std::string digits = std::to_string(number);
  if (signs.empty()) return 0;
  if (signs.size() != digits.size()) return digits.size() > 1 ? -0.5 : -0.2;
  double sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += sign_fits(signs[i], digits[i] - '0');
  return sum;
}

}  // namespace emend::layout
