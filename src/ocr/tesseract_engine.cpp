// Tesseract as an Engine. The only file that includes headers of Tesseract or Leptonica.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <iterator>
#include <limits>
#include <memory>
#include <mutex>
#include <utility>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "ocr/engine.h"
#include "ocr/model_folder.h"
#include "ocr/trim_boxes.h"
#include "text/utf8.h"

// Of libgomp, which Debian's Tesseract is built with; clang brings no omp.h of its own.
extern "C" {
int omp_get_max_active_levels(void);
void omp_set_max_active_levels(int levels);
}

namespace emend::ocr {
namespace {

using tesseract::ResultIterator;

// Tesseract keeps coordinates in 16 bits.
constexpr int kLargestSidePx = std::numeric_limits<std::int16_t>::max();
// No letter has so few pixels, and parts of the layout analysis divide by such sides.
constexpr int kSmallestSidePx = 3;
// Tesseract's confidences are percentages.
constexpr float kPercent = 100;
// Lines that the network is less sure of than this are read as light on dark, too; the first is Tesseract's own.
constexpr const char* kLightOnDark = "0.7";
constexpr const char* kNeverLightOnDark = "0";

// Switches off the threads of Tesseract's inner loops in the calling thread for a while.
//
// The loops ask for four threads by number, so omp_set_num_threads() changes nothing, and OMP_THREAD_LIMIT is read
// before main(). Without any active level each loop runs in its caller: on two busy cores a page takes a sixth of the
// time, and as many pages as there are workers are read at once.
class SingleThreaded {
 public:
  SingleThreaded() : levels_before_(omp_get_max_active_levels()) { omp_set_max_active_levels(0); }
  SingleThreaded(const SingleThreaded&) = delete;
  SingleThreaded& operator=(const SingleThreaded&) = delete;
  ~SingleThreaded() { omp_set_max_active_levels(levels_before_); }

 private:
  int levels_before_;
};

// Both libraries like to talk on stderr. Their settings are global, so they are written once, before any engine reads.
void silence_libraries() {
  static std::once_flag once;
  std::call_once(once, [] {
    setMsgSeverity(L_SEVERITY_NONE);
    tesseract::TessBaseAPI api;
    api.SetVariable("debug_file", "/dev/null");
  });
}

// The folder that Tesseract itself would take: TESSDATA_PREFIX, or the one that it was built for. It tells only after
// it tried to load something.
std::string default_model_folder() {
  tesseract::TessBaseAPI api;
  api.Init(nullptr, "no-such-language", tesseract::OEM_LSTM_ONLY);
  const char* folder = api.GetDatapath();
  return folder != nullptr ? folder : "";
}

float as_share(float percent) { return std::clamp(percent / kPercent, 0.0F, 1.0F); }

// The text at a level; Tesseract hands over an array that is ours to free.
std::string text_of(const ResultIterator& at, tesseract::PageIteratorLevel level) {
  const std::unique_ptr<char[]> text(at.GetUTF8Text(level));
  if (text == nullptr) return {};
  std::string repaired = text::repaired_utf8(text.get());
  // Tesseract gives a word of one blank where it found a component but no letter.
  const std::size_t begin = repaired.find_first_not_of(" \n\t");
  if (begin == std::string::npos) return {};
  return repaired.substr(begin, repaired.find_last_not_of(" \n\t") - begin + 1);
}

document::Box box_of(const ResultIterator& at, tesseract::PageIteratorLevel level) {
  int left = 0, top = 0, right = 0, bottom = 0;
  if (!at.BoundingBox(level, &left, &top, &right, &bottom)) return {};
  return {left, top, std::max(right - left, 0), std::max(bottom - top, 0)};
}

document::BlockKind kind_of(tesseract::PolyBlockType type) {
  switch (type) {
    case tesseract::PT_FLOWING_TEXT:
    case tesseract::PT_PULLOUT_TEXT:
    case tesseract::PT_VERTICAL_TEXT: return document::BlockKind::kText;
    case tesseract::PT_HEADING_TEXT: return document::BlockKind::kHeading;
    case tesseract::PT_CAPTION_TEXT: return document::BlockKind::kCaption;
    case tesseract::PT_TABLE: return document::BlockKind::kTable;
    case tesseract::PT_FLOWING_IMAGE:
    case tesseract::PT_HEADING_IMAGE:
    case tesseract::PT_PULLOUT_IMAGE: return document::BlockKind::kPicture;
    case tesseract::PT_HORZ_LINE:
    case tesseract::PT_VERT_LINE: return document::BlockKind::kRule;
    default: return document::BlockKind::kOther;
  }
}

document::Paragraph paragraph_at(const ResultIterator& at) {
  document::Paragraph paragraph;
  paragraph.box = box_of(at, tesseract::RIL_PARA);
  paragraph.is_left_to_right = at.ParagraphIsLtr();
  tesseract::ParagraphJustification justification = tesseract::JUSTIFICATION_UNKNOWN;
  bool is_crown = false;
  at.ParagraphInfo(&justification, &paragraph.starts_list_item, &is_crown, &paragraph.first_line_indent_px);
  // A crown is flush itself; the indent that is told is that of the paragraphs after it.
  if (is_crown) paragraph.first_line_indent_px = 0;
  return paragraph;
}

document::Line line_at(const ResultIterator& at) {
  document::Line line;
  line.box = box_of(at, tesseract::RIL_TEXTLINE);
  document::Baseline& foot = line.baseline;
  at.Baseline(tesseract::RIL_TEXTLINE, &foot.x0, &foot.y0, &foot.x1, &foot.y1);
  // The height of a row is x-height, ascenders and descenders; the last are negative.
  float row_height = 0, descenders = 0, ascenders = 0;
  at.RowAttributes(&row_height, &descenders, &ascenders);
  line.x_height_px = std::max(row_height - ascenders + descenders, 0.0F);
  return line;
}

// What else the network saw at a character, in its order. Empty where the lists of the network and of the word do not
// belong together, which shows by their first entries.
std::vector<document::Alternative> alternatives_at(const ResultIterator& at, const std::string& character) {
  std::vector<document::Alternative> alternatives;
  tesseract::ChoiceIterator choice(at);
  const char* first = choice.GetUTF8Text();
  if (first == nullptr || text::repaired_utf8(first) != character) return alternatives;
  while (choice.Next()) {
    const char* other = choice.GetUTF8Text();
    if (other == nullptr || *other == '\0') continue;
    alternatives.push_back({text::repaired_utf8(other), as_share(choice.Confidence())});
  }
  return alternatives;
}

document::Word word_at(const ResultIterator& at) {
  document::Word word;
  word.box = box_of(at, tesseract::RIL_WORD);
  document::Reading reading;
  reading.text = text_of(at, tesseract::RIL_WORD);
  reading.confidence = as_share(at.Confidence(tesseract::RIL_WORD));

  bool is_superscript = true;
  ResultIterator symbol(at);
  do {
    document::CharacterReading character;
    character.text = text_of(symbol, tesseract::RIL_SYMBOL);
    if (character.text.empty()) continue;
    character.confidence = as_share(symbol.Confidence(tesseract::RIL_SYMBOL));
    character.box = box_of(symbol, tesseract::RIL_SYMBOL);
    character.alternatives = alternatives_at(symbol, character.text);
    is_superscript = is_superscript && symbol.SymbolIsSuperscript();
    reading.characters.push_back(std::move(character));
  } while (!symbol.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL) && symbol.Next(tesseract::RIL_SYMBOL));
  word.is_superscript = is_superscript && !reading.characters.empty();

  bool is_underlined = false, is_monospace = false, is_serif = false, is_small_caps = false;
  int size_pt = 0, font = 0;
  at.WordFontAttributes(&word.is_bold, &word.is_italic, &is_underlined, &is_monospace, &is_serif, &is_small_caps,
                        &size_pt, &font);
  word.font_size_pt = static_cast<float>(std::max(size_pt, 0));
  word.is_in_engine_dictionary = at.WordIsFromDictionary();
  word.readings.push_back(std::move(reading));
  return word;
}

// Walks over the words of the page, opening blocks, paragraphs and lines on the way.
document::Page page_of(ResultIterator& at) {
  document::Page page;
  do {
    if (page.blocks.empty() || at.IsAtBeginningOf(tesseract::RIL_BLOCK)) {
      page.blocks.emplace_back();
      page.blocks.back().kind = kind_of(at.BlockType());
      page.blocks.back().box = box_of(at, tesseract::RIL_BLOCK);
    }
    if (at.Empty(tesseract::RIL_WORD)) continue;  // a picture or a rule
    auto& paragraphs = page.blocks.back().paragraphs;
    if (paragraphs.empty() || at.IsAtBeginningOf(tesseract::RIL_PARA)) paragraphs.push_back(paragraph_at(at));
    auto& lines = paragraphs.back().lines;
    if (lines.empty() || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE)) lines.push_back(line_at(at));
    document::Word word = word_at(at);
    if (!word.best().text.empty()) lines.back().words.push_back(std::move(word));
  } while (at.Next(tesseract::RIL_WORD));
  for (document::Block& block : page.blocks)
    for (document::Paragraph& paragraph : block.paragraphs)
      for (document::Line& line : paragraph.lines) trim_boxes(line);
  return page;
}

// Ours is blue, green, red; Tesseract's is red, green, blue.
std::vector<std::uint8_t> rgb_rows(const image::Picture& picture) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(picture.row_bytes() * static_cast<std::size_t>(picture.height_px()));
  for (int y = 0; y < picture.height_px(); ++y) {
    const std::uint8_t* row = picture.row(y);
    for (std::size_t i = 0; i < picture.row_bytes(); i += 3) rgb.insert(rgb.end(), {row[i + 2], row[i + 1], row[i]});
  }
  return rgb;
}

class TesseractEngine final : public Engine {
 public:
  TesseractEngine(std::string folder, std::string languages)
      : folder_(std::move(folder)), languages_(std::move(languages)) {}

  document::Witness describe() const override {
    return {std::string("tesseract ") + tesseract::TessBaseAPI::Version(), languages_, ""};
  }

  Result<document::Page> read(const image::Picture& picture) override {
    return read_as(tesseract::PSM_AUTO, kLightOnDark, picture);
  }

  Result<document::Line> read_line(const image::Picture& strip) override {
    // Lines are found by dark ink, so they need not be tried as light on dark, which doubles the cost of each in doubt.
    auto page = read_as(tesseract::PSM_RAW_LINE, kNeverLightOnDark, strip);
    if (!page) return fail(page.error());
    document::Line line;
    for (document::Block& block : page->blocks)
      for (document::Paragraph& paragraph : block.paragraphs)
        for (document::Line& part : paragraph.lines) {
          if (line.words.empty())
            line = std::move(part);
          else
            std::move(part.words.begin(), part.words.end(), std::back_inserter(line.words));
        }
    return line;
  }

 private:
  // Loads the models at the first reading: that takes a tenth of a second each, and many pages need one of two only.
  Status load() {
    if (is_loaded_) return {};
    // lstm_choice_mode 2 keeps, for each character, what else the network thought of; the text stays the same, the
    // time grows by about a fifth. Given to Init, it reaches the second and later languages too.
    const std::vector<std::string> names = {"lstm_choice_mode"};
    const std::vector<std::string> values = {"2"};
    if (api_.Init(folder_.c_str(), languages_.c_str(), tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values, false) !=
        0)
      return fail(ErrorKind::kInternal, folder_, "Tesseract cannot load the model for " + languages_,
                  "install the model again");
    is_loaded_ = true;
    return {};
  }

  Result<document::Page> read_as(tesseract::PageSegMode mode, const char* invert_threshold,
                                 const image::Picture& picture) {
    if (picture.width_px() > kLargestSidePx || picture.height_px() > kLargestSidePx)
      return fail(ErrorKind::kUnreadable, "", "the picture has a side of more than 32767 pixels",
                  "scan at a lower resolution, or cut the page in parts");
    if (picture.channels() != 1 && picture.channels() != 3)
      return fail(ErrorKind::kUnreadable, "", "the picture is neither grey nor colour");
    if (picture.width_px() < kSmallestSidePx || picture.height_px() < kSmallestSidePx) return document::Page{};
    try {
      const SingleThreaded single_threaded;
      if (const Status status = load(); !status) return fail(status.error());
      api_.SetPageSegMode(mode);
      api_.SetVariable("invert_threshold", invert_threshold);
      auto page = recognise(picture);
      api_.Clear();
      return page;
    } catch (const std::exception& problem) {
      return fail(ErrorKind::kInternal, "", std::string("Tesseract failed: ") + problem.what());
    }
  }

  Result<document::Page> recognise(const image::Picture& picture) {
    const std::vector<std::uint8_t> rgb = picture.channels() == 3 ? rgb_rows(picture) : std::vector<std::uint8_t>();
    api_.SetImage(rgb.empty() ? picture.row(0) : rgb.data(), picture.width_px(), picture.height_px(),
                  picture.channels(), static_cast<int>(picture.row_bytes()));
    // Otherwise Tesseract estimates it from the letters.
    if (picture.resolution_dpi() > 0) api_.SetSourceResolution(picture.resolution_dpi());
    if (api_.Recognize(nullptr) != 0) return fail(ErrorKind::kInternal, "", "Tesseract gave the page up");
    const std::unique_ptr<ResultIterator> at(api_.GetIterator());
    if (at == nullptr) return document::Page{};
    return page_of(*at);
  }

  std::string folder_;
  std::string languages_;
  tesseract::TessBaseAPI api_;
  bool is_loaded_ = false;
};

}  // namespace

Result<std::unique_ptr<Engine>> make_tesseract_engine(const EngineOptions& options) {
  const auto languages = language_names(options.languages);
  if (!languages) return fail(languages.error());
  try {
    silence_libraries();
    const std::string folder = options.model_folder.empty() ? default_model_folder() : options.model_folder;
    if (const Status status = check_models(folder, *languages); !status) return fail(status.error());
    return std::make_unique<TesseractEngine>(folder, options.languages);
  } catch (const std::exception& problem) {
    return fail(ErrorKind::kInternal, options.languages, std::string("Tesseract failed: ") + problem.what());
  }
}

}  // namespace emend::ocr
