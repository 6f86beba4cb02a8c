#include "correct/lattice/foreign_words.h"

#include <algorithm>
#include <array>

namespace emend::correct {
namespace {

// Sorted by bytes.
constexpr std::array<std::string_view, 619> kWords = {
    "aan",     "ab",       "aber",   "ac",       "ad",      "agli",    "ainsi",    "al",     "algo",   "alla",
    "alle",    "alles",    "alors",  "als",      "also",    "alte",    "alten",    "altijd", "altro",  "am",
    "an",      "anche",    "ancora", "andere",   "ante",    "antes",   "après",    "aquel",  "así",    "au",
    "auch",    "aucun",    "auf",    "aunque",   "aus",     "aussi",   "aut",      "autem",  "autre",  "aux",
    "avait",   "avant",    "avec",   "avere",    "avoir",   "bajo",    "beaucoup", "bei",    "beim",   "bene",
    "bien",    "bij",      "bis",    "cada",     "car",     "casa",    "ce",       "ceci",   "cela",   "celle",
    "celui",   "ces",      "cet",    "cette",    "ceux",    "che",     "chez",     "chi",    "ci",     "ciò",
    "come",    "comme",    "como",   "con",      "contra",  "cosa",    "così",     "cual",   "cuando", "cum",
    "da",      "daar",     "dal",    "dalla",    "dan",     "dann",    "dans",     "das",    "dass",   "dat",
    "daß",     "de",       "degli",  "dei",      "del",     "della",   "delle",    "dello",  "dem",    "den",
    "denn",    "deo",      "depuis", "der",      "des",     "desde",   "después",  "deus",   "deze",   "di",
    "dich",    "die",      "dies",   "diese",    "diesem",  "diesen",  "dieser",   "dieses", "dio",    "dios",
    "dir",     "dit",      "doch",   "domini",   "domino",  "dominus", "donc",     "donde",  "dont",   "door",
    "dopo",    "dos",      "dove",   "du",       "due",     "dum",     "durch",    "día",    "e",      "ed",
    "een",     "eens",     "egli",   "ego",      "ein",     "eine",    "einem",    "einen",  "einer",  "eines",
    "eius",    "ejus",     "el",     "ella",     "elle",    "elles",   "ellos",    "en",     "encore", "enim",
    "entre",   "eo",       "er",     "era",      "erat",    "ergo",    "es",       "esa",    "ese",    "eso",
    "esse",    "essere",   "est",    "esta",     "estas",   "este",    "esto",     "estos",  "está",   "están",
    "et",      "etiam",    "euch",   "euer",     "eux",     "ex",      "fa",       "faire",  "fait",   "fare",
    "faut",    "femme",    "fra",    "fue",      "fuit",    "fut",     "für",      "ganz",   "geen",   "gegen",
    "gewesen", "già",      "gli",    "grand",    "grande",  "ha",      "haar",     "haben",  "había",  "had",
    "haec",    "han",      "hanno",  "hasta",    "hat",     "hatte",   "hatten",   "hay",    "hebben", "heeft",
    "heer",    "heeren",   "hem",    "hen",      "het",     "heure",   "hic",      "hier",   "hij",    "hijo",
    "hoc",     "hoe",      "hombre", "homme",    "hommes",  "hun",     "ich",      "igitur", "ihm",    "ihn",
    "ihnen",   "ihr",      "ihre",   "ihrem",    "ihren",   "ihrer",   "ik",       "il",     "illa",   "ille",
    "illi",    "illud",    "ils",    "im",       "immer",   "in",      "inter",    "io",     "ipse",   "is",
    "ist",     "ita",      "ja",     "jam",      "je",      "jede",    "jetzt",    "jour",   "jusque", "kan",
    "kann",    "kein",     "keine",  "koning",   "können",  "la",      "las",      "le",     "lei",    "les",
    "leur",    "leurs",    "lo",     "loro",     "los",     "lui",     "ma",       "maar",   "machen", "madame",
    "mai",     "mais",     "maken",  "mas",      "me",      "mea",     "mee",      "meer",   "mehr",   "mei",
    "mein",    "meine",    "meinem", "meinen",   "men",     "met",     "meus",     "mi",     "mia",    "mich",
    "mihi",    "mij",      "mijn",   "mio",      "mir",     "mis",     "mismo",    "mit",    "moet",   "molto",
    "mon",     "monsieur", "mucho",  "muss",     "muy",     "más",     "même",     "na",     "naar",   "nach",
    "nada",    "nam",      "ne",     "nec",      "nel",     "nella",   "nelle",    "neque",  "ni",     "nicht",
    "nichts",  "niet",     "niets",  "nihil",    "nisi",    "no",      "nobis",    "noch",   "nog",    "noi",
    "nomen",   "non",      "nos",    "nosotros", "nostra",  "nostri",  "nostro",   "notre",  "nous",   "nu",
    "nuestra", "nuestro",  "nun",    "nunc",     "nur",     "o",       "ob",       "oder",   "of",     "ogni",
    "ohne",    "om",       "omdat",  "omne",     "omnes",   "omnia",   "omnibus",  "omnis",  "on",     "onder",
    "ons",     "ont",      "onze",   "ook",      "op",      "opus",    "otra",     "otro",   "ou",     "over",
    "où",      "par",      "para",   "parce",    "pas",     "pays",    "per",      "perché", "pero",   "peu",
    "peut",    "più",      "plus",   "poco",     "poi",     "por",     "porque",   "post",   "pour",   "pourquoi",
    "pouvoir", "prima",    "pro",    "propter",  "près",    "pues",    "puis",     "qua",    "quae",   "quale",
    "quam",    "quand",    "quando", "quanto",   "que",     "quel",    "quella",   "quelle", "quello", "quelque",
    "quem",    "questa",   "queste", "questi",   "questo",  "qui",     "quia",     "quibus", "quid",   "quien",
    "quis",    "quod",     "quoi",   "quoque",   "qué",     "reeds",   "regis",    "rex",    "rey",    "roi",
    "sa",      "sais",     "sans",   "sanza",    "schon",   "se",      "sea",      "sed",    "sehr",   "sein",
    "seine",   "seinem",   "seinen", "seiner",   "seit",    "selbst",  "selon",    "semper", "sempre", "senza",
    "ser",     "sera",     "ses",    "señor",    "señora",  "si",      "sia",      "sibi",   "sic",    "sich",
    "sicut",   "sido",     "sie",    "siempre",  "sieur",   "signor",  "signora",  "sin",    "sind",   "sine",
    "so",      "sobre",    "soit",   "son",      "sondern", "sono",    "sont",     "sopra",  "sous",   "su",
    "sua",     "sub",      "sui",    "sul",      "sum",     "sunt",    "suo",      "super",  "sur",    "sus",
    "suum",    "sí",       "ta",     "tam",      "tamen",   "tan",     "tanto",    "te",     "tegen",  "temps",
    "tener",   "tibi",     "tiempo", "tiene",    "toda",    "todas",   "todo",     "todos",  "tot",    "toujours",
    "tous",    "tout",     "toute",  "toutes",   "tra",     "trois",   "très",     "tu",     "tunc",   "tusschen",
    "tutta",   "tutti",    "tutto",  "ubi",      "uit",     "um",      "un",       "una",    "und",    "unde",
    "une",     "uno",      "unos",   "uns",      "unser",   "unter",   "unum",     "uomo",   "usque",  "usted",
    "ut",      "van",      "veel",   "vel",      "vero",    "vers",    "vida",     "viel",   "vir",    "vita",
    "voi",     "vom",      "von",    "voor",     "vor",     "votre",   "vous",     "waar",   "war",    "waren",
    "was",     "wat",      "weer",   "wegen",    "weil",    "wel",     "welche",   "wenn",   "werd",   "werden",
    "wie",     "wieder",   "wij",    "wir",      "wird",    "wo",      "worden",   "wordt",  "wurde",  "y",
    "ya",      "yo",       "zal",    "zeer",     "zich",    "zij",     "zijn",     "zoo",    "zou",    "zu",
    "zum",     "zur",      "zwei",   "zwischen", "él",      "étaient", "était",    "être",   "über"};
static_assert(std::is_sorted(kWords.begin(), kWords.end()));

}  // namespace

bool is_foreign_word(std::string_view form) { return std::binary_search(kWords.begin(), kWords.end(), form); }

}  // namespace emend::correct
