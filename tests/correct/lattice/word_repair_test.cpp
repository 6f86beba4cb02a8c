#include "correct/lattice/word_repair.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/file.h"
#include "base/parallel.h"
#include "lexicon/make_lexicon.h"
#include "text/utf8.h"

namespace emend::correct {
namespace {

const WordRepair& repair() {
  static const auto opened = WordRepair::open(EMEND_SOURCE_DIR "/models");
  EXPECT_TRUE(opened) << opened.error().what;
  return **opened;
}

const lexicon::Lexicon& english() {
  static const auto made = lexicon::make_lexicon({});
  EXPECT_TRUE(made) << made.error().what;
  return **made;
}

std::vector<edit::Edit> edits_of(std::string_view text) {
  std::vector<edit::Edit> edits;
  repair().propose({text, english()}, edits);
  return edits;
}

const edit::Edit* edit_of(const std::vector<edit::Edit>& edits, std::string_view before) {
  for (const edit::Edit& edit : edits)
    if (edit.before == before) return &edit;
  return nullptr;
}

constexpr std::string_view kBadText =
    "Tlie prisoner was taken into custody, it appeared, on a charge of stealing a watch, and otber articles from tho\n"
    "residence of a lady. Tbe prisoner called at tho house and represented that he had been sent by the landlord to "
    "see\n"
    "to the blinds. He was given access to the bedrooms, and after he had gone a watch and two rings were missed. His\n"
    "statement was found to be false, and the gov ernment ofthe colony was informed ofit by tbe police on the 14th.\n";

TEST(WordRepair, RepairsWordsSplitsAndJoins) {
  const auto edits = edits_of(kBadText);
  const struct {
    const char* before;
    const char* after;
    const char* rule;
  } cases[] = {{"Tlie", "The", "misread-word"},
               {"otber", "other", "misread-word"},
               {"tho", "the", "misread-word"},
               {"gov ernment", "government", "split-word"},
               {"ofthe", "of the", "joined-words"}};
  for (const auto& one : cases) {
    const edit::Edit* edit = edit_of(edits, one.before);
    ASSERT_NE(edit, nullptr) << one.before;
    EXPECT_EQ(edit->after, one.after);
    EXPECT_EQ(edit->rule, one.rule);
    EXPECT_EQ(edit->span.of(kBadText), one.before);
    EXPECT_GT(edit->probability, 0.3);
    EXPECT_LE(edit->probability, 1.0);
    EXPECT_GE(edit->evidence.size(), 4u);
  }
  EXPECT_EQ(edit_of(edits, "14th"), nullptr);
}

// The words of kBadText in which marks, digits and whole words are misread letters.
constexpr std::string_view kMarkedText =
    "Tlie prisoner was taken into custod}', it appeared, on a charge of stealing a watch, and otber articles from tho\n"
    "residence of a 3'oung lady. Tbe prisoner called at tho house, near a s3'camore, und represented tint he had been\n"
    "sent by tbe landlord to see to the blinds. He was given access to tbe bedrooms, und after he had gone three "
    "watches\n"
    "were missed. His statement was found to be falso.\n";

TEST(WordRepair, TakesMarksAndDigitsForPiecesOfLetters) {
  const auto edits = edits_of(kMarkedText);
  for (const auto& [before, after] :
       {std::pair{"custod}'", "custody"}, {"3'oung", "young"}, {"s3'camore", "sycamore"}}) {
    const edit::Edit* edit = edit_of(edits, before);
    ASSERT_NE(edit, nullptr) << before;
    EXPECT_EQ(edit->after, after);
    EXPECT_EQ(edit->applicability, edit::Applicability::kAutomatic) << before;
  }
}

// "und" and "tint" are words, but not in this text.
TEST(WordRepair, LooksFartherForKnownWordsInABadText) {
  const auto edits = edits_of(kMarkedText);
  for (const auto& [before, after] : {std::pair{"und", "and"}, {"tint", "that"}}) {
    const edit::Edit* edit = edit_of(edits, before);
    ASSERT_NE(edit, nullptr) << before;
    EXPECT_EQ(edit->after, after);
  }
}

// As the models of the checkout would have it if every change were as likely right, and the text too.
std::unique_ptr<WordRepair> repair_with(double right, double text_right) {
  const std::string models = EMEND_SOURCE_DIR "/models/";
  auto model = lm::LanguageModel::open(models + std::string(kLanguageModelName));
  const auto table = read_file(models + "confusions-print.tsv");
  if (!model || !table) return nullptr;
  auto confusions = ConfusionModel::parse(*table, "confusions-print.tsv");
  if (!confusions) return nullptr;
  const auto always = [](double probability) {
    LogOdds odds;
    odds.weights[0] = std::log(probability / (1 - probability));  // of "always"
    return odds;
  };
  std::vector<Prior> priors;
  priors.push_back({{"only", "", 1, 1}, std::move(*confusions)});
  return std::make_unique<WordRepair>(std::make_unique<lm::LanguageModel>(std::move(*model)), std::move(priors),
                                      Calibration(always(right), always(text_right)));
}

// A change is applied where what it repairs outweighs what it may break: p(right) - 2 p(text right) >= .03.
TEST(WordRepair, AppliesWhatGainsMoreThanItBreaks) {
  const struct {
    double right;
    double text_right;
    bool is_applied;
  } cases[] = {{0.60, 0.28, true},  {0.60, 0.29, false}, {0.60, 0.39, false}, {0.15, 0.05, true},
               {0.15, 0.07, false}, {0.99, 0.01, true},  {0.12, 0.02, true},  {0.09, 0.001, false}};
  for (const auto& one : cases) {
    const auto repair = repair_with(one.right, one.text_right);
    ASSERT_NE(repair, nullptr);
    std::vector<edit::Edit> edits;
    repair->propose({kBadText, english()}, edits);
    const edit::Edit* edit = edit_of(edits, "otber");
    if (one.right < 0.1) {  // not even proposed
      EXPECT_EQ(edit, nullptr);
      continue;
    }
    ASSERT_NE(edit, nullptr);
    EXPECT_EQ(edit->applicability == edit::Applicability::kAutomatic, one.is_applied)
        << one.right << " and " << one.text_right;
  }
}

// A capitalised word that nobody knows may be a name, and a text is no proof against one, however sure the decoder is.
// At the beginning of a sentence the capital says nothing.
TEST(WordRepair, LeavesNamesInTextsToAPerson) {
  const std::string text = std::string(kBadText) + "He was tried on Wednesdav last. Tbe court was crowded.\n";
  const auto repair = repair_with(0.999, 0.0001);
  ASSERT_NE(repair, nullptr);
  std::vector<edit::Edit> edits;
  repair->propose({text, english()}, edits);
  const edit::Edit* name = edit_of(edits, "Wednesdav");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->rule, "misread-name");
  EXPECT_EQ(name->applicability, edit::Applicability::kProposed);
  const edit::Edit* word = edit_of(edits, "Tbe");
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->rule, "misread-word");
  EXPECT_EQ(word->applicability, edit::Applicability::kAutomatic);
}

// Money and weights, in a text however bad.
TEST(WordRepair, LeavesFiguresWithTheirUnitsToAPerson) {
  const auto edits =
      edits_of(std::string(kBadText) + "Tbe clerk paid 6cl for it, and 5fl for tbe other on 1ast day.\n");
  std::size_t proposed = 0;
  for (const std::string_view figure : {"6cl", "5fl"}) {
    const edit::Edit* edit = edit_of(edits, figure);
    if (edit == nullptr) continue;
    EXPECT_EQ(edit->applicability, edit::Applicability::kProposed) << figure;
    ++proposed;
  }
  EXPECT_GT(proposed, 0u);
  const edit::Edit* word = edit_of(edits, "1ast");
  ASSERT_NE(word, nullptr);
  EXPECT_EQ(word->applicability, edit::Applicability::kAutomatic);
}

TEST(WordRepair, KeepsTheCapitalBehindAnApostrophe) {
  const auto edits = edits_of(std::string(kBadText) + "Tbe boat of Mr. O'Brlen was seen. Mr. O’Brlen was not.\n");
  for (const auto& [before, after] : {std::pair{"O'Brlen", "O'Brien"}, {"O’Brlen", "O’Brien"}}) {
    const edit::Edit* edit = edit_of(edits, before);
    ASSERT_NE(edit, nullptr) << before;
    EXPECT_EQ(edit->after, after);
    EXPECT_EQ(edit->applicability, edit::Applicability::kProposed) << before;
  }
}

// English would make "about" of "gebaut" and "inevitable" of "mei vitabit". Quotations, in a text however bad.
TEST(WordRepair, LeavesOtherLanguagesAlone) {
  for (const std::string_view quotation : {
           "Das Haus war im Jahre von dem Meister gebaut worden, und die Kinder spielten in dem alten Garten vor der "
           "Thür.",
           "Je ne sais pas si la petite maison sera vendue avant le printemps, mais on me dit que le notaire en a "
           "parlé.",
           "Quod scripsi scripsi; non omnis moriar, multaque pars mei vitabit, usque ego postera crescam laude recens.",
           "No me digas que la casa donde vivimos ahora es de tu hermano, porque todos saben que la compró su padre.",
           "Nel mezzo del cammin di nostra vita mi ritrovai per una selva oscura, che la diritta via era smarrita.",
           "Het schip dat gisteren is aangekomen brengt veel meel en rijst voor de stad, en morgen wordt het verkocht.",
       }) {
    const std::string text =
        std::string(kBadText) + "Tbe stone says: " + std::string(quotation) + " Tbe end is lost.\n";
    const auto edits = edits_of(text);
    const std::size_t begin = text.find(quotation);
    std::size_t english = 0;
    for (const edit::Edit& edit : edits) {
      EXPECT_TRUE(edit.span.end <= begin || edit.span.begin >= begin + quotation.size())
          << edit.before << " to " << edit.after;
      english += edit.before == "Tbe" && edit.applicability == edit::Applicability::kAutomatic;
    }
    EXPECT_GE(english, 2u) << "what is around it is repaired: " << quotation;
  }
}

// Half of its words are unknown, and hardly one is misread.
TEST(WordRepair, LeavesATextOfAnotherTimeToAPerson) {
  constexpr std::string_view kAccounts =
      "In the yere of our Lorde a thousande fyue hundred and thre skore, the xij day of Maye, the wardeyns of the\n"
      "chirche made theyr accompte before the parysshe. Fyrst, receyued of the olde wardeyns in redy money, iiij li.\n"
      "Item, receyued for a payre of olde candelstykkes that were solde vnto Robarte Smythe, ij s. Payd for the\n"
      "mendynge of the grete belle and for a newe whele, xiij s. iiij d. Item, payd to the glasyer for makynge of the\n"
      "wyndowes in the northe yle, vij s. Item, for bredd and drynke to the ryngers whan the quene cam by, xx d. "
      "Item,\n"
      "payd vnto hym that made clene the gutters, iiij d. Item, for wrytynge of this accompte, xij d.\n";
  constexpr std::string_view kDeed =
      "This Indenture made ye 4th day of June 1672 between Jno. Hodgkin of ye parish of St. Giles, yeoman, of ye one\n"
      "pt., and Wm. Pell of ye same, cordwainer, of ye other pt., Witnesseth yt. ye sd. Jno. Hodgkin, for & in\n"
      "considercon of ye sume of xx li. of lawfull money of England to him in hand payd, hath demised, graunted & to\n"
      "farme letten unto ye sd. Wm. Pell all yt. messuage wch. is scituate in ye sd. parish, wth. all & singuler ye\n"
      "appurtces. thereunto belonging.\n";
  for (const std::string_view text : {kAccounts, kDeed})
    for (const edit::Edit& edit : edits_of(text))
      EXPECT_EQ(edit.applicability, edit::Applicability::kProposed) << edit.before << " to " << edit.after;
}

// A teletype has no small letters; its words are misread like those of other texts.
TEST(WordRepair, RepairsWordsWhereAllIsInCapitals) {
  constexpr std::string_view kTeletype =
      "ONE FORMER PILOT ADUICED THAT A CADTAIN AND TWO OTHER OFFICERS OF AAF KEADQUARTERS\n"
      "SAN FRANCISCO WERE IN PORTLAND JULY LAST AND INTERVIEWED FOUR PERSONS. THE PILOT REPORTS\n"
      "SEEING A STRANGE OBJECT ON TWO OCCASIONS THE EVENING OF AUGUST SIXTH. HE IS TO\n"
      "BE INTERVIEWED AND THE BDREAU DILL BE KEPT ADVISED OF ALL THAT HE REMEMBERS.\n";
  const auto edits = edits_of(kTeletype);
  for (const auto& [before, after] : {std::pair{"ADUICED", "ADVISED"},
                                      {"CADTAIN", "CAPTAIN"},
                                      {"KEADQUARTERS", "HEADQUARTERS"},
                                      {"BDREAU", "BUREAU"}}) {
    const edit::Edit* edit = edit_of(edits, before);
    ASSERT_NE(edit, nullptr) << before;
    EXPECT_EQ(edit->after, after);
    EXPECT_EQ(edit->applicability, edit::Applicability::kAutomatic) << before;
  }
  const edit::Edit* abbreviation = edit_of(edits, "AAF");
  EXPECT_TRUE(abbreviation == nullptr || abbreviation->applicability == edit::Applicability::kProposed);
}

// However much it would gain, a clean text is not changed below .9875.
TEST(WordRepair, GainIsNoReasonInCleanText) {
  constexpr std::string_view kClean =
      "The prisoner was taken into custody, it appeared, on a charge of stealing a watch, and other articles from the\n"
      "residence of a lady. The prisoner called at the house and represented that he had been sent by the landlord.\n"
      "He was given access to the bedrooms, and after he had gone a watch and two rings were missed by tbe lady.\n";
  for (const auto& [right, is_applied] : {std::pair{0.98, false}, {0.99, true}}) {
    const auto repair = repair_with(right, 0.001);
    ASSERT_NE(repair, nullptr);
    std::vector<edit::Edit> edits;
    repair->propose({kClean, english()}, edits);
    const edit::Edit* edit = edit_of(edits, "tbe");
    ASSERT_NE(edit, nullptr);
    EXPECT_EQ(edit->applicability == edit::Applicability::kAutomatic, is_applied) << right;
  }
}

// Two words that are surely misread make a bad text of one whose other words are right; one is a slip.
TEST(WordRepair, TwoSureChangesMakeABadText) {
  const std::string clean =
      "The prisoner was taken into custody, it appeared, on a charge of stealing a watch, and other articles from the\n"
      "residence of a lady. The prisoner called at the house and represented that he had been sent by the landlord.\n"
      "He was given access to the bedrooms, and after he had gone a watch and two rings were missed by the lady.\n";
  const auto repair = repair_with(0.96, 0.001);
  ASSERT_NE(repair, nullptr);
  const auto is_applied = [&](const std::string& text) {
    std::vector<edit::Edit> edits;
    DecoderMemory memory;
    repair->propose({text, english(), SourceKind::kText, nullptr, &memory}, edits);
    const edit::Edit* edit = edit_of(edits, "tbe");
    return edit != nullptr && edit->applicability == edit::Applicability::kAutomatic;
  };
  EXPECT_FALSE(is_applied(clean + "He went to tbe police.\n"));
  EXPECT_FALSE(is_applied(clean + "He went to tbe police and tbe judge.\n")) << "one form again is one slip";
  EXPECT_TRUE(is_applied(clean + "He went to tbe police, wbich had been told tbat he was gone.\n"));
}

TEST(WordRepair, LeavesCleanTextNamesAndPeriodSpellingsAlone) {
  constexpr std::string_view kClean =
      "Mr. Windellama met Szell and Kalusy at Jerralong to-day. They walked down the road towards the gaol, where the\n"
      "connexion of the two gentlemen with the labour party was shewn to the jury. See www.exarnple.com/tbe and write "
      "to\n"
      "tbe@exarnple.org about 1,234 acres, l9l7 and £5 10s. Windellama is a parish; Kalusy lives in it. The honour of "
      "the\n"
      "colony was at stake, and any one could see to it that every body was content. Windellama has 40 acres of "
      "land.\n";
  for (const edit::Edit& edit : edits_of(kClean))
    EXPECT_NE(edit.applicability, edit::Applicability::kAutomatic) << edit.before << " -> " << edit.after;
  EXPECT_EQ(edit_of(edits_of(kClean), "tbe"), nullptr);
}

TEST(WordRepair, LeavesAFewWordsToAPersonUnlessAllAroundIsMisread) {
  const auto few = edits_of("The cat sat on tbe mat.");
  ASSERT_NE(edit_of(few, "tbe"), nullptr);
  EXPECT_EQ(edit_of(few, "tbe")->applicability, edit::Applicability::kProposed);
  const auto bad = edits_of("Tbe rnatter was referred to tlie Board, wbich resolved tbat it be rnade known.");
  ASSERT_NE(edit_of(bad, "tlie"), nullptr);
  EXPECT_EQ(edit_of(bad, "tlie")->applicability, edit::Applicability::kAutomatic);
  EXPECT_TRUE(edits_of("Krzysztof Penderecki, Kraków").empty());
}

TEST(WordRepair, EndsOnTextsThatAreNoProse) {
  std::string endless;
  for (int i = 0; i < 20000; ++i) endless += "tbe cat sat on tho mat ";
  const std::string cases[] = {"",
                               "\n\n\f",
                               std::string(100000, '.'),
                               std::string(100000, 'x'),
                               "1 2 3 4 5 6 7 8 9 " + std::string(1000, '-'),
                               "«»^}{ » « ~ «a» »b« *c* " + std::string(500, '*'),
                               "Привет tbe 東京 мир ofthe \xC3\xA9t\xC3\xA9",
                               endless.substr(0, 30000)};
  for (const std::string& text : cases) {
    std::size_t end = 0;
    for (const edit::Edit& edit : edits_of(text)) {
      EXPECT_GE(edit.span.begin, end);
      EXPECT_EQ(edit.before, edit.span.of(text));
      EXPECT_TRUE(text::is_code_point_border(text, edit.span.begin));
      EXPECT_TRUE(text::is_code_point_border(text, edit.span.end));
      end = edit.span.end;
    }
  }
}

TEST(WordRepair, GivesTheSameOnAnyThread) {
  const auto once = edits_of(kBadText);
  std::vector<std::vector<edit::Edit>> all(4);
  run_in_parallel(all.size(), 2, [&](std::size_t i) { all[i] = edits_of(kBadText); });
  for (const auto& edits : all) {
    ASSERT_EQ(edits.size(), once.size());
    for (std::size_t i = 0; i < edits.size(); ++i) {
      EXPECT_EQ(edits[i].span, once[i].span);
      EXPECT_EQ(edits[i].after, once[i].after);
      EXPECT_EQ(edits[i].probability, once[i].probability);
    }
  }
}

TEST(WordRepair, NamesAModelThatIsMissing) {
  const auto opened = WordRepair::open("/nowhere/models");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::kMissing);
  EXPECT_NE(opened.error().subject.find("english.lm"), std::string::npos);
}

TEST(Calibration, ReadsWhatItWroteAndRefusesTheRest) {
  std::vector<LabelledFeatures> examples(40);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    examples[i].features[0] = 1;
    examples[i].features[1] = i % 2 == 0 ? 2 : -2;
    examples[i].is_right = i % 2 == 0 ? i % 10 != 0 : i % 9 == 0;
  }
  const Calibration fitted(fitted_log_odds(examples), {});
  EXPECT_GT(fitted.probability(examples[0].features), 0.6);
  EXPECT_LT(fitted.probability(examples[1].features), 0.4);
  const std::string text = fitted.to_text("a test");
  const auto again = Calibration::parse(text, "a");
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(again->to_text("a test"), text);
  for (std::size_t size = 0; size < text.size(); ++size)
    EXPECT_FALSE(Calibration::parse(text.substr(0, size), "a")) << "cut off after " << size << " bytes";
  EXPECT_FALSE(Calibration::parse("# emend calibration 1\n", "a"));
  EXPECT_FALSE(Calibration::parse(text + "always\t1\n", "a"));
  EXPECT_FALSE(Calibration::parse(text + "unheard-of\t1\n", "a"));
  EXPECT_FALSE(Calibration::parse("# emend calibration 1\nalways\tnan\n", "a"));
}

}  // namespace
}  // namespace emend::correct
