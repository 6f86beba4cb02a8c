#include "measure/summary.h"

namespace emend::measure {
namespace {

std::vector<Part> parts(const std::vector<Figures>& documents, auto count, auto size) {
  std::vector<Part> parts;
  parts.reserve(documents.size());
  for (const Figures& figures : documents)
    parts.push_back({static_cast<double>(count(figures)), static_cast<double>(size(figures))});
  return parts;
}

Rate rate(const std::vector<Part>& parts) { return {ratio(parts), interval(parts)}; }

void add(Figures& sum, const Figures& figures) {
  sum.characters += figures.characters;
  sum.words += figures.words;
  sum.before.characters += figures.before.characters;
  sum.before.words += figures.before.words;
  sum.after.characters += figures.after.characters;
  sum.after.words += figures.after.words;
  sum.repair.wrong += figures.repair.wrong;
  sum.repair.right += figures.repair.right;
  sum.repair.fixed += figures.repair.fixed;
  sum.repair.broken += figures.repair.broken;
}

}  // namespace

Summary summarise(const std::vector<Figures>& documents) {
  const auto characters = [](const Figures& f) { return f.characters; };
  const auto words = [](const Figures& f) { return f.words; };
  const auto characters_before = parts(
      documents, [](const Figures& f) { return f.before.characters; }, characters);
  const auto characters_after = parts(
      documents, [](const Figures& f) { return f.after.characters; }, characters);

  Summary summary;
  for (const Figures& figures : documents) {
    add(summary.total, figures);
    summary.better += figures.after.characters < figures.before.characters ? 1 : 0;
    summary.worse += figures.after.characters > figures.before.characters ? 1 : 0;
  }
  summary.before = {rate(characters_before), rate(parts(
                                                 documents, [](const Figures& f) { return f.before.words; }, words))};
  summary.after = {rate(characters_after), rate(parts(
                                               documents, [](const Figures& f) { return f.after.words; }, words))};
  summary.fixed = rate(parts(
      documents, [](const Figures& f) { return f.repair.fixed; }, [](const Figures& f) { return f.repair.wrong; }));
  summary.broken = rate(parts(
      documents, [](const Figures& f) { return f.repair.broken; }, [](const Figures& f) { return f.repair.right; }));
  summary.share_improved = share_improved(characters_before, characters_after);
  return summary;
}

}  // namespace emend::measure
