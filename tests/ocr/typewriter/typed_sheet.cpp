#include "ocr/typewriter/typed_sheet.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>

#include <opencv2/imgproc.hpp>

namespace emend::ocr {
namespace {

constexpr double kMarginPx = 50;

// Grey levels of a type that hardly met the paper; ink has 50, paper 235.
constexpr int kPaler = 40;

class Sheet {
 public:
  Sheet(std::size_t lines, std::size_t cells, const SheetOptions& options) : options_(options) {
    const double width = 2 * kMarginPx + (static_cast<double>(cells) + 4) * options.pitch_px * (1 + options.drift);
    const double height = 2 * kMarginPx + (static_cast<double>(lines) + 2) * feed_px() + options.slope * width;
    pixels_ = cv::Mat(static_cast<int>(height), static_cast<int>(width), CV_8UC1, cv::Scalar::all(235));
  }

  double feed_px() const { return options_.line_feed * options_.pitch_px; }

  // The middle of a cell, at the letters' feet.
  cv::Point2d place(std::size_t line, double cell) const {
    const double along = cell * options_.pitch_px * (1 + options_.drift * cell / 60);
    return {kMarginPx + along, kMarginPx + static_cast<double>(line + 1) * feed_px() + options_.slope * along};
  }

  // A strike: nearly in its place, as machines do, and not always of the same weight.
  void strike(std::size_t line, double cell, char letter, int paler = 0) {
    const double scale = options_.pitch_px / 26;
    const int thickness = std::max(1, static_cast<int>(std::lround(options_.pitch_px / 11)));
    int foot = 0;
    const std::string text(1, letter);
    const cv::Size size = cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, thickness, &foot);
    const cv::Point2d at = place(line, cell);
    const double off = options_.pitch_px / 40;
    const cv::Point corner(static_cast<int>(std::lround(at.x - size.width / 2.0 + off * strike_(random_))),
                           static_cast<int>(std::lround(at.y + off * strike_(random_))));
    cv::putText(pixels_, text, corner, cv::FONT_HERSHEY_SIMPLEX, scale,
                cv::Scalar::all(50 + paler + 20 * strike_(random_)), thickness, cv::LINE_AA);
  }

  image::Picture picture() {
    cv::Mat noise(pixels_.size(), CV_8UC1);
    cv::RNG generator(7);
    generator.fill(noise, cv::RNG::UNIFORM, 0, 20);
    cv::Mat noisy = pixels_ - noise;
    cv::GaussianBlur(noisy, noisy, {3, 3}, 0);
    return {noisy.cols, noisy.rows, 1, std::vector<std::uint8_t>(noisy.data, noisy.data + noisy.total()),
            options_.resolution_dpi};
  }

 private:
  SheetOptions options_;
  cv::Mat pixels_;
  std::mt19937 random_{3};
  std::uniform_real_distribution<double> strike_{-1, 1};
};

document::Box around(cv::Point2d foot, double pitch_px) {
  return {static_cast<int>(std::lround(foot.x - 0.35 * pitch_px)), static_cast<int>(std::lround(foot.y - pitch_px)),
          static_cast<int>(std::lround(0.7 * pitch_px)), static_cast<int>(std::lround(pitch_px))};
}

void close(document::Line& line, document::Word& word) {
  if (word.readings.empty()) return;
  line.box = document::united(line.box, word.box);
  line.words.push_back(std::move(word));
  word = {};
}

}  // namespace

TypedSheet typed_sheet(const std::vector<std::string>& typed, const std::vector<std::string>& read,
                       const SheetOptions& options) {
  std::size_t cells = 0;
  for (const std::string& line : typed) cells = std::max(cells, line.size());
  Sheet sheet(typed.size(), cells, options);
  TypedSheet made;
  document::Block block;
  block.paragraphs.emplace_back();
  for (std::size_t i = 0; i < typed.size(); ++i) {
    // Of proportional machines, where each letter stands; of others, its cell.
    std::vector<double> places;
    double next = 0;
    for (const char letter : typed[i]) {
      places.push_back(next);
      next += options.is_proportional ? 0.55 + 0.09 * ((letter * 7) % 11) : 1;
    }
    for (std::size_t k = 0; k < typed[i].size(); ++k) {
      if (typed[i][k] == '#') {
        sheet.strike(i, places[k], 'm');
        sheet.strike(i, places[k], 'x');
        sheet.strike(i, places[k], '8');
      } else if (typed[i][k] == '%') {
        sheet.strike(i, places[k], '.', kPaler);
      } else if (typed[i][k] != ' ') {
        sheet.strike(i, places[k], typed[i][k]);
      }
    }
    document::Line line;
    const cv::Point2d left = sheet.place(i, -0.4), right = sheet.place(i, static_cast<double>(cells));
    line.baseline = {static_cast<int>(left.x), static_cast<int>(left.y), static_cast<int>(right.x),
                     static_cast<int>(right.y)};
    document::Word word;
    bool is_known = true;
    std::size_t cell = 0;
    for (const char letter : read[i]) {
      if (letter == ' ' || letter == '|') close(line, word);
      if (letter == '~') is_known = false;
      if (letter == '+') --cell;
      if (letter == '~' || letter == '+' || letter == '|') continue;
      if (letter != ' ' && letter != '_') {
        const document::Box box = around(sheet.place(i, places.at(cell)), options.pitch_px);
        if (word.readings.empty()) {
          word.readings.push_back({0, "", 0.96F, {}});
          word.is_in_engine_dictionary = is_known;
          is_known = true;
        }
        word.readings.front().text += letter;
        word.readings.front().characters.push_back({std::string(1, letter), 0.98F, box, {}});
        word.box = document::united(word.box, box);
      }
      ++cell;
    }
    close(line, word);
    block.paragraphs.front().lines.push_back(std::move(line));
  }
  made.scan = sheet.picture();
  made.page.width_px = made.scan.width_px();
  made.page.height_px = made.scan.height_px();
  made.page.resolution_dpi = options.resolution_dpi;
  made.page.blocks.push_back(std::move(block));
  return made;
}

std::vector<std::string> typed_sentences() {
  return {
      "the committee accepted each case once more. because of the cold,",
      "coal and coffee could be collected at the office. much of it came",
      "by sea, and some by coach. we asked for a second set of copies. no",
      "one could account for the missing crates. he said so, and she once",
      "more checked the lists. coats, socks and caps were also collected.",
      "all names were typed in capitals. the cost of each sack was seven",
      "francs. it is expected that boxes, rice and cocoa come next month.",
      "our office closes at six. please excuse the delay in our accounts.",
  };
}

std::string text_of_line(const document::Page& page, std::size_t line) {
  std::string text;
  for (const document::Word& word : page.blocks.front().paragraphs.front().lines.at(line).words) {
    if (word.best().text.empty()) continue;
    if (!text.empty()) text += ' ';
    text += word.best().text;
  }
  return text;
}

}  // namespace emend::ocr
