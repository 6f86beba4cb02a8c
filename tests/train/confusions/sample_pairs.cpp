#include "train/confusions/sample_pairs.h"

#include <array>

namespace emend::train {
namespace {

constexpr std::array kSentences = {
    "The committee has seen the agreement and agrees with the rest of the letter.",
    "Each member of the house pays three shillings a week to the treasurer.",
    "He had been in the street when the bells were heard over the whole town.",
    "Nothing was said of the fees that the other shareholders had to meet.",
    "Their chairman then proposed that the sheets be kept in the green cabinet.",
};

}  // namespace

std::string meant_paragraph(std::size_t number) {
  std::string paragraph;
  for (std::size_t i = 0; i < 12; ++i) {
    paragraph += kSentences[(i * (number % 4 + 1) + number) % kSentences.size()];
    paragraph += i % 4 == 3 ? '\n' : ' ';
  }
  return paragraph;
}

std::string seen_paragraph(std::size_t number) {
  const std::string meant = meant_paragraph(number);
  std::string seen;
  std::size_t letters_h = 0;
  std::size_t full_stops = 0;
  for (std::size_t i = 0; i < meant.size(); ++i) {
    if (meant[i] == 'h' && ++letters_h % 3 == 0) {
      seen += "li";
    } else if (meant[i] == '.' && ++full_stops % 5 == 0) {
      continue;
    } else if (meant.compare(i, 2, "ee") == 0) {
      seen += "cc";
      ++i;
    } else {
      seen += meant[i];
    }
  }
  return seen;
}

}  // namespace emend::train
