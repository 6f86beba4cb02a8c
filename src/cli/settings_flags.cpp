#include "cli/settings_flags.h"

namespace emend::cli {

void SettingsFlags::declare_for_text(Parser& parser) {
  parser.add_option("-l,--lang", settings_.languages, "Languages as Tesseract names them: eng, eng+fra")
      ->capture_default_str()
      ->type_name("LANG");
  parser.add_option("--words", words_, "A word list: one word a line, !word for what is none, wrong -> right")
      ->allow_extra_args(false)
      ->type_name("FILE");
  parser.add_option("--models-dir", settings_.models_folder, "Where emend's own models are")->type_name("DIR");
  parser.add_option("--select", select_, "Only these rules, joined by commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE");
  parser.add_option("--ignore", ignore_, "Not these rules")->delimiter(',')->allow_extra_args(false)->type_name("RULE");
  parser.add_flag("--unsafe-fixes", settings_.policy.unsafe_fixes, "Apply what is only proposed, too");
  parser.add_option("--min-confidence", settings_.policy.min_confidence, "Leave less probable changes open")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0..1");
  parser.add_flag("--join-hyphens", settings_.joins_hyphens,
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
  parser.add_flag("--isolated", is_isolated_, "Use no word list that is not named here");
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

Result<pipeline::Settings> SettingsFlags::settings() const {
  pipeline::Settings settings = settings_;
  if (!pages_.empty()) {
    auto pages = pipeline::PageSelection::parse(pages_);
    if (!pages) return fail(pages.error());
    settings.pages = std::move(*pages);
  }
  settings.selected_rules.insert(select_.begin(), select_.end());
  settings.ignored_rules.insert(ignore_.begin(), ignore_.end());
  settings.word_lists.assign(words_.begin(), words_.end());
  settings.use_found_word_lists = !is_isolated_;
  return settings;
}

}  // namespace emend::cli
