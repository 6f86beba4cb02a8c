#include "correct/structure/print_marks.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "edit/apply.h"
#include "layout/quote_runs.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

constexpr double kQuoteProbability = 0.97;
constexpr double kStrayQuoteProbability = 0.95;
constexpr double kThinSpaceProbability = 0.97;
constexpr double kDashProbability = 0.95;
constexpr double kUnderscoreProbability = 0.97;
constexpr double kInitialProbability = 0.94;
constexpr double kAmpersandProbability = 0.93;
constexpr double kUnsure = 0.6;

constexpr std::string_view kEmDash = "—";

// Where the ink bears out most double quotes of a document, it can be trusted about the others.
constexpr double kTrustedShare = 0.6;
constexpr std::size_t kFewestQuotes = 3;

class Editor {
 public:
  Editor(std::string_view raw_text, std::vector<edit::Edit>& edits) : raw_text_(raw_text), edits_(edits) {}

  void add(std::size_t id, text::Span span, std::string after, std::string reason, std::string evidence,
           double probability) {
    edit::Edit edit;
    edit.span = span;
    edit.before = std::string(span.of(raw_text_));
    edit.after = std::move(after);
    edit.rule = kPrintMarkIds[id];
    edit.reason = std::move(reason);
    edit.probability = probability;
    edit.applicability = probability > kUnsure ? edit::Applicability::kAutomatic : edit::Applicability::kProposed;
    edit.evidence.push_back({"layout", std::move(evidence), 3});
    if (edit.before != edit.after) edits_.push_back(std::move(edit));
  }

 private:
  std::string_view raw_text_;
  std::vector<edit::Edit>& edits_;
};

bool is_letter_before(std::string_view text, std::size_t at) {
  return text::is_letter(text::decode_before(text, at).code_point);
}
bool is_letter_at(std::string_view text, std::size_t at) {
  return text::is_letter(text::decode_at(text, at).code_point);
}

class QuoteEditor {
 public:
  QuoteEditor(std::string_view raw_text, const std::vector<layout::PageLayout>& pages, Editor& editor)
      : raw_text_(raw_text), editor_(editor) {
    for (const layout::PageLayout& page : pages)
      for (layout::QuoteRun& run : layout::quote_runs(page)) runs_.push_back(std::move(run));
    // Double quotes are hardly ever misread for nothing, so they tell whether the ink can be trusted here.
    std::size_t doubles = 0, borne_out = 0;
    for (const layout::QuoteRun& run : runs_) {
      if (layout::pieces_wanted(run.text) != 2) continue;
      ++doubles;
      borne_out += run.pieces > 0;
    }
    is_trusted_ =
        doubles < kFewestQuotes || static_cast<double>(borne_out) >= kTrustedShare * static_cast<double>(doubles);
    is_looked_at_ = std::any_of(pages.begin(), pages.end(), [](const layout::PageLayout& page) {
      return std::any_of(page.lines.begin(), page.lines.end(), [](const auto& line) { return !line.raised.empty(); });
    });
    const auto count = [&](std::string_view mark) {
      std::size_t times = 0;
      for (std::size_t at = raw_text_.find(mark); at != std::string_view::npos; at = raw_text_.find(mark, at + 1))
        ++times;
      return times;
    };
    uses_straight_ = count("\"") > count("“") + count("”");
  }

  void propose() {
    if (!is_looked_at_) return;  // without pixels nothing is known
    for (const layout::QuoteRun& run : runs_) propose(run);
  }

 private:
  void propose(const layout::QuoteRun& run) {
    const std::size_t wanted = layout::pieces_wanted(run.text);
    const bool opens = run.stands_before;
    const std::string ink = fmt::format("The text has marks of {} {}, the paper has {}", wanted,
                                        wanted == 1 ? "stroke" : "strokes", run.pieces);
    if (run.pieces == 2 && wanted != 2) {
      const std::string mark = uses_straight_ ? "\"" : opens ? "“" : "”";
      editor_.add(0, with_inner_space(run), mark, "The ink is that of a double quote", ink,
                  is_trusted_ ? kQuoteProbability : kUnsure);
    } else if (run.pieces == 2 && wanted == 2 && run.text != "“" && run.text != "”" && run.text != "\"") {
      const std::string mark = uses_straight_ ? "\"" : opens ? "“" : "”";
      editor_.add(0, with_inner_space(run), mark, "Two single marks side by side are a double quote", ink,
                  kQuoteProbability);
    } else if (run.is_alone && run.pieces == 2) {
      editor_.add(0, with_inner_space(run), run.text, "A quote stands close to what it quotes", ink, kQuoteProbability);
    } else if (run.pieces == 0 && wanted == 1) {
      editor_.add(1, run.is_alone ? with_outer_space(run) : run.span, "", "No ink of a quote is there", ink,
                  is_trusted_ ? kStrayQuoteProbability : kUnsure);
    }
  }

  // A quote that stands alone, with the space between it and its word.
  text::Span with_inner_space(const layout::QuoteRun& run) const {
    text::Span span = run.span;
    if (!run.is_alone) return span;
    if (run.stands_before)
      while (span.end < raw_text_.size() && raw_text_[span.end] == ' ') ++span.end;
    else
      while (span.begin > 0 && raw_text_[span.begin - 1] == ' ') --span.begin;
    return span;
  }
  text::Span with_outer_space(const layout::QuoteRun& run) const {
    text::Span span = run.span;
    if (span.begin > 0 && raw_text_[span.begin - 1] == ' ')
      --span.begin;
    else if (span.end < raw_text_.size() && raw_text_[span.end] == ' ')
      ++span.end;
    return span;
  }

  std::string_view raw_text_;
  Editor& editor_;
  std::vector<layout::QuoteRun> runs_;
  bool is_trusted_ = false;
  bool is_looked_at_ = false;
  bool uses_straight_ = false;
};

// "everything ; while": printers put a thin space before high marks, and it is no space of the text.
void propose_thin_spaces(std::string_view text, Editor& editor) {
  for (std::size_t i = text.find(' '); i != std::string_view::npos; i = text.find(' ', i + 1)) {
    if (i == 0 || i + 1 >= text.size()) continue;
    const char mark = text[i + 1];
    if (mark != ';' && mark != ':' && mark != '?' && mark != '!') continue;
    // What it stands behind: a word, perhaps with its quote or bracket; a stop there makes the mark a misread one.
    std::size_t before = i;
    text::Decoded last = text::decode_before(text, before);
    while (last.code_point == U'”' || last.code_point == U'’' || last.code_point == U'"' || last.code_point == U')' ||
           last.code_point == U']') {
      before -= last.size;
      last = text::decode_before(text, before);
    }
    if (!text::is_letter(last.code_point) && !text::is_digit(last.code_point)) continue;
    const std::size_t end = i + 2;
    const bool is_end = end >= text.size() || text[end] == '\n' || text[end] == ' ';
    const std::string_view rest = text.substr(std::min(end, text.size()));
    const bool has_closing = rest.starts_with("”") || rest.starts_with("’") || rest.starts_with("\"") ||
                             rest.starts_with("'") || rest.starts_with(")") || rest.starts_with(kEmDash) ||
                             rest.starts_with("-");
    if (!is_end && !has_closing) continue;
    // A question that goes on in small letters is more often a misread mark.
    std::size_t next = end;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\n')) ++next;
    const bool is_stop = mark == '?' || mark == '!';
    if (is_stop && is_end && next < text.size() && text::is_lower(text::decode_at(text, next).code_point)) continue;
    // Times and ratios in columns.
    if (mark == ':' && text::is_digit(last.code_point)) continue;
    editor.add(2, {i, i + 1}, "", "A thin space before a mark belongs to the type, not to the text",
               fmt::format("“{}” stands behind a word, and English sets no space there", mark), kThinSpaceProbability);
  }
}

// "Loans— Lawsuits": a dash with a space on one side only.
void propose_dashes(std::string_view text, Editor& editor) {
  for (std::size_t i = text.find(kEmDash); i != std::string_view::npos; i = text.find(kEmDash, i + 1)) {
    const std::size_t end = i + kEmDash.size();
    const bool space_before = i > 0 && text[i - 1] == ' ';
    const bool space_behind = end < text.size() && text[end] == ' ';
    if (space_before == space_behind) continue;
    if (space_behind) {
      // Behind a sentence or a speaker a dash may well be followed by one.
      const text::Decoded last = text::decode_before(text, i);
      if (!text::is_letter(last.code_point) && last.code_point != U'.' && last.code_point != U'”') continue;
      if (end + 1 < text.size() && (is_letter_at(text, end + 1) || text.substr(end + 1).starts_with("“")))
        editor.add(3, {end, end + 1}, "", "A space tears the dash off the word behind it",
                   "No space stands before the dash", kDashProbability);
    } else if (i > 1 && (is_letter_before(text, i - 1) || text[i - 2] == '.' || text[i - 2] == ',') &&
               end < text.size() && is_letter_at(text, end)) {
      editor.add(3, {i - 1, i}, "", "A space tears the dash off the word before it", "No space stands behind the dash",
                 kDashProbability);
    }
  }
}

// "mediocre—-with": one dash that was read as two.
void propose_doubled_dashes(std::string_view text, Editor& editor) {
  for (std::size_t i = text.find(kEmDash); i != std::string_view::npos; i = text.find(kEmDash, i + 1)) {
    const std::size_t end = i + kEmDash.size();
    // A row of them is a line.
    if (end + 1 < text.size() && text[end] == '-' && is_letter_at(text, end + 1) && is_letter_before(text, i))
      editor.add(3, {end, end + 1}, "", "One dash was read as two", "A hyphen stands close behind it",
                 kDashProbability);
    if (i > 1 && text[i - 1] == '-' && is_letter_before(text, i - 1) && end < text.size() && is_letter_at(text, end))
      editor.add(3, {i - 1, i}, "", "One dash was read as two", "A hyphen stands close before it", kDashProbability);
  }
}

// "a_ kind", "_machinery": a speck at the feet of the letters.
void propose_underscores(std::string_view text, Editor& editor) {
  for (std::size_t i = text.find('_'); i != std::string_view::npos; i = text.find('_', i + 1)) {
    const bool is_run = (i > 0 && text[i - 1] == '_') || (i + 1 < text.size() && text[i + 1] == '_');
    if (is_run) continue;  // a line to write on
    const bool space_before = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
    const bool space_behind = i + 1 >= text.size() || text[i + 1] == ' ' || text[i + 1] == '\n';
    if (space_before && space_behind) {
      // Alone: it goes with one of its spaces.
      const bool has_space = i > 0 && text[i - 1] == ' ';
      const bool has_space_behind = !has_space && i + 1 < text.size() && text[i + 1] == ' ';
      if (has_space || has_space_behind)
        editor.add(4, has_space ? text::Span{i - 1, i + 1} : text::Span{i, i + 2}, "",
                   "A speck or a scratch was read as an underscore", "It stands alone, and print has none",
                   kUnderscoreProbability);
      continue;
    }
    if (space_before == space_behind) continue;
    const bool at_word = space_before
                             ? is_letter_at(text, i + 1)
                             : is_letter_before(text, i) ||
                                   (i > 0 && std::string_view(".,;:!?").find(text[i - 1]) != std::string_view::npos);
    if (at_word)
      editor.add(4, {i, i + 1}, "", "A speck at the feet of the letters was read as an underscore",
                 "Print has no underscore", kUnderscoreProbability);
  }
}

// "Viva Chile ”—": a curly quote says which side it closes.
void propose_closing_quotes(std::string_view text, Editor& editor) {
  constexpr std::string_view kClosing = "”";
  for (std::size_t i = text.find(kClosing); i != std::string_view::npos; i = text.find(kClosing, i + 1)) {
    const std::size_t end = i + kClosing.size();
    if (i < 2 || text[i - 1] != ' ' || is_letter_at(text, end)) continue;
    const bool goes_on = text.substr(end).starts_with(kEmDash) || text.substr(end).starts_with(",");
    if (!goes_on && text.substr(0, i).rfind("“") == std::string_view::npos) continue;
    const text::Decoded last = text::decode_before(text, i - 1);
    const bool ends_words = text::is_letter(last.code_point) || last.code_point == U'.' || last.code_point == U'!' ||
                            last.code_point == U'?' || last.code_point == U',';
    const bool stands_behind = end >= text.size() || text[end] != ' ' || text[end] == '\n';
    if (ends_words && stands_behind)
      editor.add(0, {i - 1, i}, "", "A closing quote stands close to what it quotes", "The quote is the closing one",
                 kQuoteProbability);
  }
}

// "“Outlines of Columbia’’—": two single marks that close what a double one opened.
void propose_paired_quotes(std::string_view text, Editor& editor) {
  constexpr std::string_view kPair = "’’", kOpening = "“", kClosing = "”";
  constexpr std::size_t kFarthest = 600;  // bytes that a quotation may have
  for (std::size_t i = text.find(kPair); i != std::string_view::npos; i = text.find(kPair, i + kPair.size())) {
    const std::size_t from = i > kFarthest ? i - kFarthest : 0;
    const std::string_view before = text.substr(from, i - from);
    const std::size_t opened = before.rfind(kOpening), closed = before.rfind(kClosing);
    if (opened == std::string_view::npos || (closed != std::string_view::npos && closed > opened)) continue;
    if (before.substr(opened).find("‘") != std::string_view::npos) continue;  // a quote within it may close, too
    editor.add(0, {i, i + kPair.size()}, std::string(kClosing), "Two single marks side by side are a double quote",
               "A double quote is open", kQuoteProbability);
  }
}

bool is_blank(char c) { return c == ' ' || c == '\n'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "H. G, Clafflin" and "]. W. Henry": an initial among initials and names.
void propose_initials(std::string_view text, Editor& editor) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
  // "R. Lewis, W. Daniels, J. Tanner": names in a row.
  constexpr std::size_t kFewestNames = 6;
  std::size_t names = 0;
  for (std::size_t i = 2; i + 4 < text.size(); ++i)
    names += is_capital(text[i]) && text[i + 1] == '.' && text[i - 2] == ',' &&
             (text[i - 1] == ' ' || text[i - 1] == '\n') && is_blank(text[i + 2]) && is_capital(text[i + 3]);
  const bool is_list_of_names = names >= kFewestNames;
  for (std::size_t i = 0; i + 3 < text.size(); ++i) {
    const bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
    if (!begins) continue;
    const bool follows_initial = i >= 3 && text[i - 2] == '.' && is_capital(text[i - 3]) &&
                                 (i == 3 || text[i - 4] == ' ' || text[i - 4] == '\n');
    if (is_capital(text[i]) && at(i + 1) == ',' && follows_initial && at(i + 2) == ' ' && is_capital(at(i + 3)) &&
        at(i + 4) >= 'a' && at(i + 4) <= 'z')
      editor.add(5, {i + 1, i + 2}, ".", "An initial among initials, with a name behind it, has a stop",
                 "The initial before it has its stop", kInitialProbability);
    // "C. Bugbee, E, J. Maltby": between names, and before another initial with its stop.
    const bool follows_name =
        i >= 4 && is_blank(text[i - 1]) && text[i - 2] == ',' && text[i - 3] >= 'a' && text[i - 3] <= 'z';
    if (is_capital(text[i]) && at(i + 1) == ',' && follows_name && at(i + 2) == ' ' && is_capital(at(i + 3)) &&
        at(i + 4) == '.' && at(i + 5) == ' ' && is_capital(at(i + 6)) && at(i + 7) >= 'a' && at(i + 7) <= 'z' &&
        is_list_of_names)
      editor.add(5, {i + 1, i + 2}, ".", "An initial among initials, with a name behind it, has a stop",
                 "The initial behind it has its stop", kInitialProbability);
    // "V. Wilson, 5. N. Hubbard" and "F. L. 8.": no figure stands among initials.
    const bool is_figure = text[i] == '5' || text[i] == '8';
    const bool before_initial = at(i + 2) == ' ' && is_capital(at(i + 3)) && at(i + 4) == '.' && at(i + 5) == ' ' &&
                                is_capital(at(i + 6)) && at(i + 7) >= 'a' && at(i + 7) <= 'z';
    if (is_figure && at(i + 1) == '.' && is_list_of_names && follows_name && before_initial)
      editor.add(5, {i, i + 1}, "S", "A figure among initials is the letter that it looks like",
                 "An initial with its stop and a name stand behind it", kInitialProbability);
    if (text[i] == ']' && at(i + 1) == '.' && at(i + 2) == ' ' && is_capital(at(i + 3)) &&
        text.substr(0, i).rfind('[') == std::string_view::npos)
      editor.add(5, {i, i + 1}, "J", "A bracket that closes nothing, with a stop behind it, is the initial J",
                 "No bracket is open, and a name follows", kInitialProbability);
  }
}

// "rich « poor": the & of old type, where nothing is quoted so.
void propose_ampersands(std::string_view text, Editor& editor) {
  constexpr std::string_view kOpening = "«";
  if (text.find("»") != std::string_view::npos) return;
  for (std::size_t i = text.find(kOpening); i != std::string_view::npos; i = text.find(kOpening, i + 1)) {
    const std::size_t end = i + kOpening.size();
    if (i < 2 || end + 1 >= text.size() || text[i - 1] != ' ' || text[end] != ' ') continue;
    const char32_t before = text::decode_before(text, i - 1).code_point;
    if ((text::is_letter(before) || before == U',') && is_letter_at(text, end + 1))
      editor.add(6, {i, end}, "&", "The & of old type was read as a quote that is never closed",
                 "It stands alone between two words", kAmpersandProbability);
  }
}

}  // namespace

std::vector<edit::Edit> print_mark_edits(std::string_view raw_text, const std::vector<layout::PageLayout>& pages) {
  std::vector<edit::Edit> edits;
  Editor editor(raw_text, edits);
  QuoteEditor(raw_text, pages, editor).propose();
  propose_thin_spaces(raw_text, editor);
  propose_dashes(raw_text, editor);
  propose_doubled_dashes(raw_text, editor);
  propose_paired_quotes(raw_text, editor);
  propose_underscores(raw_text, editor);
  propose_closing_quotes(raw_text, editor);
  propose_initials(raw_text, editor);
  propose_ampersands(raw_text, editor);
  edit::sort_by_place(edits);
  return edits;
}

}  // namespace emend::correct
