#include "check/corpus_findings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/content_hash.h"
#include "check/rule_names.h"
#include "text/distance.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace emend::check {
namespace {

// With fewer files there is no custom that one could break.
constexpr std::size_t kFewestFiles = 5;
// Occurrences of a name that may still be a slip.
constexpr std::size_t kMostUsesOfASlip = 2;
// Uses of a habit in one file below which it says nothing.
constexpr std::size_t kFewestUses = 3;
// How much commoner one of two habits must be in a file to be the file's.
constexpr std::size_t kHabitRatio = 4;
// Words below which an estimate of the share of wrong ones means nothing.
constexpr std::size_t kFewestWords = 100;
// Share of wrong words below which no file is bad, whatever its neighbours are like; and the least middle that counts.
constexpr double kLeastBadShare = 0.03;
constexpr double kLeastMiddle = 0.005;
// Share of the numbers of a sequence that must be there for the others to be missing.
constexpr double kShareOfSequence = 0.9;

std::string folder_of(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

class CorpusCheck {
 public:
  CorpusCheck(const std::vector<CorpusFile>& files, const CorpusThresholds& thresholds,
              const std::function<bool(std::string_view)>& is_word)
      : files_(files), thresholds_(thresholds), is_word_(is_word) {}

  std::vector<CorpusFinding> run() {
    find_names();
    for (const auto& [one, other] :
         {std::pair{Habit::kStraightQuotes, Habit::kCurlyQuotes}, std::pair{Habit::kTypedDashes, Habit::kDashes},
          std::pair{Habit::kNumberedNotes, Habit::kRaisedNotes}})
      find_conventions(one, other);
    find_missing_pages();
    find_bad_files();
    std::stable_sort(found_.begin(), found_.end(), [](const CorpusFinding& a, const CorpusFinding& b) {
      return std::tie(a.file, a.finding.span, a.finding.rule) < std::tie(b.file, b.finding.span, b.finding.rule);
    });
    return std::move(found_);
  }

 private:
  Finding& add(std::size_t file, std::string_view rule, std::string message, const std::string& content) {
    Finding finding;
    finding.rule = rule;
    finding.message = std::move(message);
    finding.level = Level::kNote;
    finding.key = content_hash(std::string(rule) + '\x1f' + content).substr(0, 16);
    found_.push_back({file, std::move(finding)});
    return found_.back().finding;
  }

  static void set_place(Finding& finding, const Use& use, std::size_t bytes, std::size_t characters,
                        std::size_t utf16) {
    finding.span = {use.offset, use.offset + bytes};
    finding.begin = finding.end = use.place;
    finding.end.byte += bytes;
    finding.end.character += characters;
    finding.end.utf16 += utf16;
  }

  // A rare name that differs by one inner letter from a common one. Both are found by what is left of them when one
  // letter is taken out (Mor and Fraenkel, "A hash code method for detecting and correcting spelling errors", 1982).
  void find_names() {
    std::map<std::string, std::size_t> totals;
    for (const CorpusFile& file : files_)
      for (const auto& [name, use] : file.facts.names) totals[name] += use.count;
    const double least = std::max(1.0, thresholds_.name_ratio);
    std::map<std::u32string, std::vector<const std::string*>> common;  // by what is left
    for (const auto& [name, count] : totals)
      if (static_cast<double>(count) >= least)
        for (std::u32string& rest : rests_of(name)) common[std::move(rest)].push_back(&name);

    std::map<std::string, std::pair<std::string, std::size_t>> slips;  // slip: the common name and its count
    for (const auto& [name, count] : totals) {
      if (count > kMostUsesOfASlip) continue;
      const std::string* best = nullptr;
      for (const std::u32string& rest : rests_of(name)) {
        const auto alike = common.find(rest);
        if (alike == common.end()) continue;
        for (const std::string* other : alike->second)
          if (is_likely_slip(name, count, *other, totals) && (best == nullptr || totals[*other] > totals[*best]))
            best = other;
      }
      if (best != nullptr && !is_word_(name)) slips[name] = {*best, totals[*best]};
    }

    for (std::size_t i = 0; i < files_.size(); ++i)
      for (const auto& [name, use] : files_[i].facts.names) {
        const auto slip = slips.find(name);
        if (slip == slips.end()) continue;
        const auto& [other, count] = slip->second;
        Finding& finding = add(i, kNameSpelling,
                               fmt::format("stands {} in the corpus, and “{}” {} times",
                                           totals[name] == 1 ? "once" : "twice", text::visible(other), count),
                               name + '\x1f' + other);
        finding.before = name;
        finding.after = other;
        finding.probability = 0.5;  // two people may have names alike
        const std::u32string letters = text::to_code_points(name);
        set_place(finding, use, name.size(), letters.size(),
                  letters.size() + static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(),
                                                                          [](char32_t c) { return c > 0xFFFF; })));
        finding.excerpt = name;
        finding.excerpt_begin = use.place.byte - 1;
      }
  }

  static std::vector<std::u32string> rests_of(const std::string& name) {
    const std::u32string letters = text::to_code_points(name);
    std::vector<std::u32string> rests = {letters};
    for (std::size_t i = 0; i < letters.size(); ++i) rests.push_back(letters.substr(0, i) + letters.substr(i + 1));
    return rests;
  }

  // Names that differ in the first or the last letters are other names or other forms of a name.
  bool is_likely_slip(const std::string& name, std::size_t count, const std::string& other,
                      const std::map<std::string, std::size_t>& totals) const {
    if (static_cast<double>(totals.at(other)) < thresholds_.name_ratio * static_cast<double>(count)) return false;
    const std::u32string a = text::to_code_points(name);
    const std::u32string b = text::to_code_points(other);
    if (a == b || a.front() != b.front() || a.back() != b.back()) return false;
    if (a.substr(a.size() - 2) != b.substr(b.size() - 2)) return false;
    return text::edit_distance(a, b) == 1;
  }

  void find_conventions(Habit one, Habit other) {
    std::vector<std::optional<Habit>> habits(files_.size());
    std::size_t of_one = 0, of_other = 0;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const std::size_t a = files_[i].facts.habits[static_cast<std::size_t>(one)].count;
      const std::size_t b = files_[i].facts.habits[static_cast<std::size_t>(other)].count;
      if (a >= kFewestUses && a >= b * kHabitRatio) habits[i] = one, ++of_one;
      if (b >= kFewestUses && b >= a * kHabitRatio) habits[i] = other, ++of_other;
    }
    const std::size_t total = of_one + of_other;
    const std::size_t most = std::max(of_one, of_other);
    if (total < kFewestFiles || most == total ||
        static_cast<double>(most) < thresholds_.convention_share * static_cast<double>(total))
      return;
    const Habit odd = of_one > of_other ? other : one;
    const Habit usual = of_one > of_other ? one : other;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (habits[i] != odd) continue;
      const Use& use = files_[i].facts.habits[static_cast<std::size_t>(odd)];
      Finding& finding =
          add(i, kConvention,
              fmt::format("writes {}, where {} of {} files write {}", words_of(odd), most, total, words_of(usual)),
              std::string(words_of(odd)));
      set_place(finding, use, 0, 0, 0);
    }
  }

  static std::string_view words_of(Habit habit) {
    switch (habit) {
      case Habit::kStraightQuotes: return "straight quotes";
      case Habit::kCurlyQuotes: return "curly quotes";
      case Habit::kTypedDashes: return "dashes as two hyphens";
      case Habit::kDashes: return "dashes as one sign";
      case Habit::kNumberedNotes: return "footnote marks as [1]";
      case Habit::kRaisedNotes: return "footnote marks as ¹";
    }
    return "";
  }

  void find_missing_pages() {
    struct Page {
      std::size_t number;
      std::size_t file;
      std::size_t digits;
    };
    std::map<std::pair<std::string, std::string>, std::vector<Page>> sequences;  // by what stands around the number
    constexpr std::size_t kMostDigits = 9;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const std::string& name = files_[i].name;
      const std::size_t slash = name.rfind('/') + 1;  // npos + 1 is 0
      const std::size_t last = name.find_last_of("0123456789");
      if (last == std::string::npos || last < slash) continue;
      std::size_t first = last;
      while (first > slash && name[first - 1] >= '0' && name[first - 1] <= '9') --first;
      const std::size_t digits = last + 1 - first;
      if (digits > kMostDigits) continue;
      sequences[{name.substr(0, first), name.substr(last + 1)}].push_back(
          {static_cast<std::size_t>(std::stoul(name.substr(first, digits))), i, digits});
    }
    for (auto& [around, pages] : sequences) {
      std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.number < b.number; });
      if (pages.size() < kFewestFiles) continue;
      const double range = static_cast<double>(pages.back().number - pages.front().number + 1);
      if (static_cast<double>(pages.size()) < kShareOfSequence * range) continue;
      for (std::size_t i = 1; i < pages.size(); ++i) {
        const std::size_t from = pages[i - 1].number + 1;
        const std::size_t to = pages[i].number;
        if (from >= to) continue;
        const std::string missing = fmt::format("{}{:0{}}{}", around.first, from, pages[i - 1].digits, around.second);
        add(pages[i].file, kMissingPage,
            to - from == 1
                ? fmt::format("“{}” before it is missing", text::visible(missing))
                : fmt::format("{} files before it are missing, from “{}” on", to - from, text::visible(missing)),
            missing);
      }
    }
  }

  double share_of_errors(std::size_t file) const {
    const Facts& facts = files_[file].facts;
    return facts.expected_errors / static_cast<double>(facts.words);
  }

  void find_bad_files() {
    std::map<std::string, std::vector<std::size_t>> folders;
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (files_[i].facts.words >= kFewestWords) folders[folder_of(files_[i].name)].push_back(i);
    for (const auto& [folder, files] : folders) {
      if (files.size() < kFewestFiles) continue;
      std::vector<double> shares;
      for (const std::size_t file : files) shares.push_back(share_of_errors(file));
      std::nth_element(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2), shares.end());
      const double middle = shares[shares.size() / 2];
      for (const std::size_t file : files) {
        const double share = share_of_errors(file);
        if (share < kLeastBadShare || share < thresholds_.quality_ratio * std::max(middle, kLeastMiddle)) continue;
        Finding& finding =
            add(file, kQuality,
                fmt::format("about {:.1f} % of its words are wrong, where the middle of its folder has {:.1f} %",
                            share * 100, middle * 100),
                "quality");
        finding.probability = 0.9;
      }
    }
  }

  const std::vector<CorpusFile>& files_;
  const CorpusThresholds& thresholds_;
  const std::function<bool(std::string_view)>& is_word_;
  std::vector<CorpusFinding> found_;
};

}  // namespace

std::vector<CorpusFinding> corpus_findings(const std::vector<CorpusFile>& files, const CorpusThresholds& thresholds,
                                           const std::function<bool(std::string_view)>& is_word) {
  return CorpusCheck(files, thresholds, is_word).run();
}

}  // namespace emend::check
