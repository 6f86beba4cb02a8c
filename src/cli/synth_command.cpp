// emend synth TEXT -o DIR: typed pages with known truth.
#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/parallel.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/terminal_progress.h"
#include "cli/wording.h"
#include "text/encoding.h"
#include "text/visible.h"
#include "train/synth/typeface.h"
#include "train/synth/write_synth.h"

namespace emend::cli {
namespace {

constexpr CommandInfo kInfo = {"synth", "Type a text on paper: pages with known truth, at a chosen wear",
                               "For each page: NAME-0001.jpg, NAME-0001.gt.txt with what was typed, "
                               "NAME-0001.lines.tsv with x, y, width, height and "
                               "text of every line. The same text, flags and seed give the same bytes.\n\n"
                               "  emend synth minutes.txt -o pages --wear carbon --seed 7"};

class SynthCommand final : public Command {
 public:
  const CommandInfo& info() const override { return kInfo; }

  void declare(Parser& parser) override {
    std::map<std::string, train::Wear> wears;
    for (const auto wear :
         {train::Wear::kClean, train::Wear::kOffice, train::Wear::kCarbon, train::Wear::kMimeo, train::Wear::kRuin})
      wears.emplace(train::name_of(wear), wear);
    std::string faces;
    for (const auto& face : train::all_typefaces()) faces += (faces.empty() ? "" : ", ") + std::string(face.name);

    parser.add_option("text", text_, "The text to type, UTF-8")->required();
    parser.add_option("-o,--output", output_, "Where the pages go")->required()->type_name("DIR");
    parser.add_option("--wear", options_.wear, "clean, office, carbon, mimeo or ruin")
        ->transform(one_of(wears))
        ->default_str("office");
    parser.add_option("--seed", options_.seed, "Of the machine, the paper and all damage")->capture_default_str();
    parser.add_option("--dpi", options_.resolution_dpi, "Resolution")
        ->check(CLI::Range(72, 600))
        ->capture_default_str();
    parser.add_option("--typeface", options_.typeface, faces + "; without it the seed chooses")->type_name("NAME");
    parser.add_option("--pitch", options_.characters_per_inch, "Characters an inch: 10, 12 or 15")
        ->check(CLI::IsMember({10, 12, 15}))
        ->capture_default_str();
    parser.add_option("--line-spacing", options_.line_spacing, "1, 1.5 or 2")
        ->check(CLI::Range(1.0, 3.0))
        ->capture_default_str();
    parser.add_option("--skew", options_.most_skew_degrees, "At most, either way; without it as the wear has it")
        ->check(CLI::Range(0.0, 5.0))
        ->type_name("DEGREES");
    parser.add_flag("--baselines", output_options_.writes_baselines,
                    "Also NAME-0001.baselines.tsv: where the letters of each line stand, for training");
    parser.add_flag("--png", writes_png_, "PNG without compression damage instead of JPEG");
    parser.add_option("--quality", output_options_.jpeg_quality, "Of the JPEG; without it as the wear has it")
        ->check(CLI::Range(1, 100))
        ->type_name("1..100");
    parser.add_flag("--l-for-one", options_.l_for_one, "Type l for 1, as on machines without the key");
    parser.add_flag("--o-for-zero", options_.O_for_zero, "Type O for 0");
    parser.add_flag("--underlines", options_.underlines, "Underline what stands _between strokes_ of one line");
    parser.add_option("-j,--jobs", jobs_, "Threads; 0 for one per core")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
  }

  ExitCode run(Console& console) override {
    const auto bytes = read_file(text_);
    if (!bytes) return complain(console, bytes.error());
    const auto decoded = text::decode_text(*bytes, text_);
    if (!decoded) return complain(console, decoded.error());

    train::SynthOutput output = output_options_;
    output.folder = output_;
    output.name = std::filesystem::path(text_).stem().string();
    output.format = writes_png_ ? train::SynthFormat::kPng : train::SynthFormat::kJpeg;
    output.jobs = jobs_ == 0 ? hardware_jobs() : jobs_;
    TerminalProgress progress(console);
    const auto files = train::write_synth(decoded->text, options_, output, progress, stop_flag());
    console.draw_status("");
    if (!files) return complain(console, files.error());
    for (const Problem& problem : files->problems) console.report(text_, problem);
    console.say(counted(files->pictures.size(), "page") + " typed in " + text::visible(output_));
    return ExitCode::kDone;
  }

 private:
  static ExitCode complain(Console& console, const Error& error) {
    console.complain(error);
    return exit_code_of(error);
  }

  std::string text_;
  std::string output_;
  train::SynthOptions options_;
  train::SynthOutput output_options_;
  std::size_t jobs_ = 0;
  bool writes_png_ = false;
};

}  // namespace

std::unique_ptr<Command> make_synth_command() { return std::make_unique<SynthCommand>(); }

}  // namespace emend::cli
