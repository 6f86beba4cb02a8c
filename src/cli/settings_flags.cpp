#include "cli/settings_flags.h"

#include <map>

#include "check/apply_config.h"

namespace emend::cli {

void SettingsFlags::declare_for_text(Parser& parser) {
  lang_option_ = parser.add_option("-l,--lang", settings_.languages, "Languages as Tesseract names them: eng, eng+fra");
  lang_option_->capture_default_str()->type_name("LANG");
  parser.add_option("--words", words_, "A word list: one word a line, !word for what is none, wrong -> right")
      ->allow_extra_args(false)
      ->type_name("FILE");
  parser.add_option("--models-dir", settings_.models_folder, "Where emend's own models are")->type_name("DIR");
  parser.add_option("--select", select_, "Only these rules, joined by commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE");
  parser.add_option("--ignore", ignore_, "Not these rules")->delimiter(',')->allow_extra_args(false)->type_name("RULE");
  unsafe_option_ = parser.add_flag("--unsafe-fixes", settings_.policy.unsafe_fixes, "Apply what is only proposed, too");
  confidence_option_ =
      parser.add_option("--min-confidence", settings_.policy.min_confidence, "Leave less probable changes open");
  confidence_option_->check(CLI::Range(0.0, 1.0))->type_name("0..1");
  hyphens_option_ = parser.add_flag("--join-hyphens", settings_.joins_hyphens,
                                    "Join words that a line's end breaks in texts, too; in scans they always are");
  using correct::TypistMarks;
  using correct::Typography;
  parser
      .add_option("--typography", settings_.rendering.typography,
                  "Quotation marks, dashes, ellipses and fractions: as they are, as typed, or as printed")
      ->transform(one_of(std::map<std::string, Typography>{
          {"keep", Typography::kKeep}, {"plain", Typography::kPlain}, {"curly", Typography::kCurly}}))
      ->default_str("keep");
  parser
      .add_option("--marks", settings_.rendering.marks,
                  "Underlining, spaced letters, deletions, insertions: as typed, taken out, or as Markdown")
      ->transform(one_of(std::map<std::string, TypistMarks>{
          {"keep", TypistMarks::kKeep}, {"plain", TypistMarks::kPlain}, {"markdown", TypistMarks::kMarkdown}}))
      ->default_str("keep");
  parser
      .add_option("--mark-doubtful", settings_.doubt.doubtful_below,
                  "Write words that are less probably right as [word?]")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0..1");
  parser
      .add_option("--mark-illegible", settings_.doubt.illegible_below,
                  "Write [illegible] for words that are less probably right")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0..1");
  parser.add_option("--layout", settings_.style.layout, "lines: as on the page; paragraphs: each in one line")
      ->transform(one_of(std::map<std::string, correct::LineLayout>{{"lines", correct::LineLayout::kLines},
                                                                    {"paragraphs", correct::LineLayout::kParagraphs}}))
      ->default_str("lines");
  parser
      .add_option("--wrap", settings_.style.wrap,
                  "With --layout paragraphs: lines of so many characters; 0: do not wrap")
      ->check(CLI::Range(0, 10000))
      ->type_name("N");
  parser.add_option("--notes", settings_.style.notes, "Where footnotes stand: page, section or document")
      ->transform(one_of(std::map<std::string, correct::NotesPlace>{{"page", correct::NotesPlace::kPage},
                                                                    {"section", correct::NotesPlace::kSection},
                                                                    {"document", correct::NotesPlace::kDocument}}))
      ->default_str("page");
  parser.add_option("--config", config_file_, "Settings of this file instead of the nearest emend.toml")
      ->type_name("FILE");
  parser.add_flag("--isolated", is_isolated_, "Use no word list and no emend.toml that is not named here");
}

void SettingsFlags::declare_for_scans(Parser& parser) {
  declare_for_text(parser);
  parser.add_option("--pages", pages_, "Only these pages: 1,3,7-")->type_name("PAGES");
  parser.add_option("--dpi", settings_.resolution_dpi, "Resolution of the scans, over what the files say")
      ->check(CLI::Range(50, 2400))
      ->type_name("DPI");
  parser.add_option("--tessdata-dir", settings_.tessdata_folder, "Where Tesseract's models are")->type_name("DIR");
  parser.add_flag(
      "--typescript,!--no-typescript", settings_.reads_typescript,
      "Read typed pages also with the model of typescript, and keep the better lines; on unless --no-typescript");
  parser
      .add_option("--sic", settings_.sic,
                  "A typist's own error that is legible in the scan: leave it, or mark it [sic]")
      ->transform(one_of(std::map<std::string, correct::Sic>{
          {"off", correct::Sic::kOff}, {"leave", correct::Sic::kLeave}, {"mark", correct::Sic::kMark}}))
      ->default_str("off");
  parser.add_option("--recorded-pages", settings_.recorded_pages, "Replay stored pages instead of reading scans")
      ->type_name("DIR")
      ->group("");  // for tests
}

Result<check::Config> SettingsFlags::config_for(const std::filesystem::path& folder) const {
  if (!config_file_.empty()) return check::read_config(config_file_);
  if (is_isolated_) return check::Config();
  const auto found = check::find_config(folder);
  if (!found) return check::Config();
  return check::read_config(*found);
}

Result<pipeline::Settings> SettingsFlags::settings() const {
  const auto config = config_for(".");
  if (!config) return fail(config.error());
  return settings_with(*config);
}

check::Config SettingsFlags::over(check::Config config) const {
  if (was_given(lang_option_)) config.languages = settings_.languages;
  if (was_given(unsafe_option_)) config.unsafe_fixes = settings_.policy.unsafe_fixes;
  if (was_given(confidence_option_)) config.min_confidence = settings_.policy.min_confidence;
  if (was_given(hyphens_option_)) config.join_hyphens = settings_.joins_hyphens;
  if (!select_.empty()) config.select = select_;
  if (!ignore_.empty()) config.ignore = ignore_;
  return config;
}

Result<pipeline::Settings> SettingsFlags::settings_with(const check::Config& config) const {
  pipeline::Settings settings = settings_;
  if (!pages_.empty()) {
    auto pages = pipeline::PageSelection::parse(pages_);
    if (!pages) return fail(pages.error());
    settings.pages = std::move(*pages);
  }
  settings.word_lists.assign(words_.begin(), words_.end());
  settings.use_found_word_lists = !is_isolated_;
  check::apply_config(over(config), settings);
  return settings;
}

}  // namespace emend::cli
