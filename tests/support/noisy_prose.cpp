#include "support/noisy_prose.h"

#include <array>
#include <random>
#include <string_view>

namespace emend::support {
namespace {

constexpr std::string_view kProse =
    "The Committee met on the 14th of May in the upper room of the mill, the chairman being Mr. Orlowe. The minutes "
    "of\n"
    "the former meeting were read, and it was agreed that they were right but for the number of sacks, which should "
    "be\n"
    "212 and not 221. Mr. Szelby then spoke of the ferry. He said that it had not crossed for three days because the\n"
    "river was high, and that the people on the other side were without flour; some of them had walked round by the\n"
    "bridge at Marchfield, which is a way of nine miles, and had carried home what they could on their backs.\n"
    "\n"
    "The treasurer laid the accounts before the meeting. There had been received from the sale of hay £41 10s., and\n"
    "from the rent of the meadow £6; of this £12 had been paid to the smith for the new gate, and £3 4s. to the widow\n"
    "Harrow, whose husband was killed in the quarry. The rest is in the bank. He asked whether the money should stay\n"
    "there or be lent to the school, and after some talk it was left to him to do what he thought best.\n"
    "\n"
    "A letter was then read from the Government, in which the inspector says that he will come in the first week of\n"
    "June to see the works, and that he expects to be shown every part of them. He wishes to know how many men, women\n"
    "and children are employed, at what hours they begin and end, and whether those who cannot read have had the "
    "rules\n"
    "told to them by word of mouth. The secretary was asked to answer that the doors would be open to him at any "
    "hour,\n"
    "but that the books were kept in the town and could only be seen there.\n"
    "\n"
    "It was further resolved that the road between the lower houses and the church must be mended before the winter,\n"
    "since no cart can pass there after rain without being thrown over; that the owner of the black dog should keep "
    "it\n"
    "in the house at night, or else lose it; and that nobody is to take stones from the old wall, which belongs to "
    "all.\n"
    "Mrs. Finch thanked those who had helped to look for her boy, and said that he was well again. The meeting rose "
    "at\n"
    "ten o'clock. The next one is to be held at the same place in four weeks, when the question of the well will be\n"
    "taken up again, about which nothing could be decided because the plan had been left behind.\n";

struct Confusion {
  std::string_view meant, seen;
};
constexpr std::array<Confusion, 34> kConfusions = {{
    {"h", "b"},  {"h", "li"}, {"e", "o"},  {"e", "c"}, {"n", "u"}, {"u", "n"},    {"m", "rn"}, {"rn", "m"}, {"i", "l"},
    {"l", "1"},  {"c", "e"},  {"o", "e"},  {"a", "o"}, {"s", "a"}, {"t", "l"},    {"t", "f"},  {"f", "t"},  {"w", "vv"},
    {"d", "cl"}, {"r", "v"},  {"y", "v"},  {"I", "l"}, {"T", "1"}, {" ", ""},     {" ", "  "}, {" ", " ."}, {"e", "e "},
    {"o", "o "}, {"n", "n "}, {"t", "t'"}, {".", ","}, {",", "."}, {"w", "w-\n"}, {"i", ""},
}};

}  // namespace

std::string clean_prose() { return std::string(kProse); }

std::string noisy_prose(std::uint32_t seed, double rate) {
  std::mt19937 random(seed);  // its numbers are the same everywhere; those of the distributions are not
  const auto chance = [&] { return static_cast<double>(random()) / 4294967296.0; };
  std::string out;
  for (std::size_t at = 0; at < kProse.size();) {
    const Confusion& one = kConfusions[random() % kConfusions.size()];
    // Most draws do not fit the place, so that each is tried more often than the rate says.
    if (kProse.substr(at, one.meant.size()) == one.meant && chance() < rate * 12) {
      out += one.seen;
      at += one.meant.size();
    } else {
      out += kProse[at++];
    }
  }
  return out;
}

}  // namespace emend::support
