#include "check/corpus_findings.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "check/corpus/conventions.h"
#include "check/corpus/missing_pages.h"
#include "check/corpus/name_spellings.h"
#include "check/corpus/quality.h"

namespace emend::check {

std::vector<CorpusFinding> corpus_findings(const std::vector<CorpusFile>& files, const CorpusThresholds& thresholds,
                                           const std::function<bool(std::string_view)>& is_word) {
  std::vector<CorpusFinding> found;
  const auto add = [&](std::vector<CorpusFinding> more) {
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  add(find_name_spellings(files, thresholds.name_ratio, is_word));
  add(find_conventions(files, thresholds.convention_share));
  add(find_missing_pages(files));
  add(find_bad_files(files, thresholds.quality_ratio));
  std::stable_sort(found.begin(), found.end(), [](const CorpusFinding& a, const CorpusFinding& b) {
    return std::tie(a.file, a.finding.span, a.finding.rule) < std::tie(b.file, b.finding.span, b.finding.rule);
  });
  return found;
}

}  // namespace emend::check
