#include "check/corpus/name_spellings.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/rule_names.h"
#include "text/distance.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace emend::check {
namespace {

// Occurrences of a name that may still be a slip.
constexpr std::size_t kMostUsesOfASlip = 2;

class NameCheck {
 public:
  NameCheck(const std::vector<CorpusFile>& files, double name_ratio,
            const std::function<bool(std::string_view)>& is_word)
      : files_(files), name_ratio_(name_ratio), is_word_(is_word) {}

  // A rare name that differs by one inner letter from a common one. Both are found by what is left of them when one
  // letter is taken out (Mor and Fraenkel, "A hash code method for detecting and correcting spelling errors", 1982).
  std::vector<CorpusFinding> find() {
    std::map<std::string, std::size_t> totals;
    for (const CorpusFile& file : files_)
      for (const auto& [name, use] : file.facts.names) totals[name] += use.count;
    const double least = std::max(1.0, name_ratio_);
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

    std::vector<CorpusFinding> found;
    for (std::size_t i = 0; i < files_.size(); ++i)
      for (const auto& [name, use] : files_[i].facts.names) {
        const auto slip = slips.find(name);
        if (slip == slips.end()) continue;
        const auto& [other, count] = slip->second;
        Finding finding = corpus_finding(kNameSpelling,
                                         fmt::format("stands {} in the corpus, and “{}” {} times",
                                                     totals[name] == 1 ? "once" : "twice", text::visible(other), count),
                                         name + '\x1f' + other);
        finding.before = name;
        finding.after = other;
        finding.probability = 0.5;  // two people may have names alike
        set_place(finding, use, name);
        finding.excerpt = name;
        finding.excerpt_begin = use.place.byte - 1;
        found.push_back({i, std::move(finding)});
      }
    return found;
  }

 private:
  static std::vector<std::u32string> rests_of(const std::string& name) {
    const std::u32string letters = text::to_code_points(name);
    std::vector<std::u32string> rests = {letters};
    for (std::size_t i = 0; i < letters.size(); ++i) rests.push_back(letters.substr(0, i) + letters.substr(i + 1));
    return rests;
  }

  // Names that differ in the first or the last letters are other names or other forms of a name.
  bool is_likely_slip(const std::string& name, std::size_t count, const std::string& other,
                      const std::map<std::string, std::size_t>& totals) const {
    if (static_cast<double>(totals.at(other)) < name_ratio_ * static_cast<double>(count)) return false;
    const std::u32string a = text::to_code_points(name);
    const std::u32string b = text::to_code_points(other);
    if (a == b || a.front() != b.front() || a.back() != b.back()) return false;
    if (a.substr(a.size() - 2) != b.substr(b.size() - 2)) return false;
    return text::edit_distance(a, b) == 1;
  }

  const std::vector<CorpusFile>& files_;
  double name_ratio_;
  const std::function<bool(std::string_view)>& is_word_;
};

}  // namespace

std::vector<CorpusFinding> find_name_spellings(const std::vector<CorpusFile>& files, double name_ratio,
                                               const std::function<bool(std::string_view)>& is_word) {
  return NameCheck(files, name_ratio, is_word).find();
}

}  // namespace emend::check
