#include "lexicon/hunspell_lexicon.h"

#include <array>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <unordered_map>

#include <hunspell/hunspell.hxx>

#include "lexicon/make_lexicon.h"
#include "lexicon/word_form.h"
#include "text/encoding.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace emend::lexicon {
namespace {

namespace fs = std::filesystem;

struct LanguageDictionary {
  std::string_view language;    // as Tesseract names it
  std::string_view dictionary;  // file name without ending
  std::string_view package;     // Debian's
};

constexpr LanguageDictionary kLanguageDictionaries[] = {
    {"deu", "de_DE", "hunspell-de-de"}, {"eng", "en_US", "hunspell-en-us"}, {"eng", "en_GB", "hunspell-en-gb"},
    {"fra", "fr_FR", "hunspell-fr"},    {"ita", "it_IT", "hunspell-it"},    {"pol", "pl_PL", "hunspell-pl"},
    {"rus", "ru_RU", "hunspell-ru"},    {"spa", "es_ES", "hunspell-es"},
};

// Shards of the cache: several times the number of threads, so that they seldom meet.
constexpr std::size_t kShards = 32;
// Words kept per shard, 2 MB in all; a full shard starts anew.
constexpr std::size_t kMostWordsInShard = 2048;

constexpr std::string_view kUtf8 = "UTF-8";

// The folder that has both files of a dictionary; empty where none has.
fs::path folder_of(const std::string& dictionary, const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    std::error_code ignored;
    if (fs::is_regular_file(folder / (dictionary + ".aff"), ignored) &&
        fs::is_regular_file(folder / (dictionary + ".dic"), ignored))
      return folder;
  }
  return {};
}

bool is_askable(std::string_view word) {
  if (word.size() > kLongestWordBytes) return false;
  bool has_letter = false;
  for (std::size_t i = 0; i < word.size();) {
    const text::Decoded decoded = text::decode_at(word, i);
    if (text::is_control(decoded.code_point) || text::is_space(decoded.code_point)) return false;
    has_letter = has_letter || text::is_letter(decoded.code_point);
    i += decoded.size;
  }
  return has_letter;
}

class Dictionary {
 public:
  Dictionary(std::string name, const fs::path& folder)
      : name_(std::move(name)),
        hunspell_((folder / (name_ + ".aff")).c_str(), (folder / (name_ + ".dic")).c_str()),
        encoding_(hunspell_.get_dict_encoding()) {
    constexpr std::string_view kMicrosoft = "microsoft-";
    if (encoding_.starts_with(kMicrosoft)) encoding_.erase(0, kMicrosoft.size());
  }

  const std::string& name() const { return name_; }

  bool has(const std::string& word) {
    if (encoding_ == kUtf8) {
      const std::lock_guard lock(mutex_);
      return hunspell_.spell(word);
    }
    const std::optional<std::string> encoded = text::encode_text(word, encoding_);
    if (!encoded) return false;  // a word with a letter that the language does not write
    const std::lock_guard lock(mutex_);
    return hunspell_.spell(*encoded);
  }

 private:
  std::string name_;
  std::mutex mutex_;
  Hunspell hunspell_;
  std::string encoding_;
};

struct Shard {
  std::mutex mutex;
  std::unordered_map<std::string, const Dictionary*> answers;  // null: no dictionary has it
};

}  // namespace

std::vector<fs::path> with_dicpath(const std::vector<fs::path>& folders) {
  std::vector<fs::path> all;
  const char* environment = std::getenv("DICPATH");
  std::string_view rest = environment == nullptr ? "" : environment;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    if (colon > 0) all.emplace_back(rest.substr(0, colon));
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  all.insert(all.end(), folders.begin(), folders.end());
  return all;
}

struct HunspellLexicon::Dictionaries {
  std::vector<std::unique_ptr<Dictionary>> all;
  std::array<Shard, kShards> shards;

  const Dictionary* with(const std::string& word) {
    Shard& shard = shards[std::hash<std::string>{}(word) % kShards];
    {
      const std::lock_guard lock(shard.mutex);
      const auto known = shard.answers.find(word);
      if (known != shard.answers.end()) return known->second;
    }
    const Dictionary* found = nullptr;
    for (const auto& dictionary : all) {
      if (!dictionary->has(word)) continue;
      found = dictionary.get();
      break;
    }
    const std::lock_guard lock(shard.mutex);
    if (shard.answers.size() >= kMostWordsInShard) shard.answers.clear();
    shard.answers.emplace(word, found);
    return found;
  }
};

HunspellLexicon::HunspellLexicon(std::unique_ptr<Dictionaries> dictionaries) : dictionaries_(std::move(dictionaries)) {}
HunspellLexicon::HunspellLexicon(HunspellLexicon&&) noexcept = default;
HunspellLexicon::~HunspellLexicon() = default;

Result<HunspellLexicon> HunspellLexicon::open(const std::string& languages, const std::vector<fs::path>& folders) {
  auto dictionaries = std::make_unique<Dictionaries>();
  const std::vector<fs::path> all_folders = with_dicpath(folders);
  std::string_view rest = languages;
  while (!rest.empty()) {
    const std::size_t plus = std::min(rest.find('+'), rest.size());
    const std::string language(rest.substr(0, plus));
    rest.remove_prefix(std::min(plus + 1, rest.size()));
    bool is_known = false;
    for (const LanguageDictionary& entry : kLanguageDictionaries) {
      if (entry.language != language) continue;
      is_known = true;
      const std::string name(entry.dictionary);
      const fs::path folder = folder_of(name, all_folders);
      if (folder.empty())
        return fail(ErrorKind::kMissing, name, "the dictionary of the language “" + language + "” is not installed",
                    "install the package " + std::string(entry.package) +
                        ", or name the folder of its .aff and .dic files in DICPATH");
      try {
        dictionaries->all.push_back(std::make_unique<Dictionary>(name, folder));
      } catch (const std::exception& exception) {
        return fail(ErrorKind::kInternal, (folder / name).string(),
                    std::string("hunspell failed: ") + exception.what());
      }
    }
    if (!is_known)
      return fail(ErrorKind::kMissing, language, "no dictionary is known for this language",
                  "use one of deu, eng, fra, ita, pol, rus, spa");
  }
  return HunspellLexicon(std::move(dictionaries));
}

Answer HunspellLexicon::look_up(std::string_view word) const {
  const std::string form = plain_form(word);
  if (dictionaries_->all.empty() || !is_askable(form)) return {};
  const Dictionary* dictionary = dictionaries_->with(form);
  if (dictionary != nullptr) return {Verdict::kWord, {}, dictionary->name()};
  std::string names;
  for (const auto& asked : dictionaries_->all) names += (names.empty() ? "" : ", ") + asked->name();
  return {Verdict::kNotAWord, {}, names};
}

Result<Lexicons> open_hunspell_lexicons(const LexiconOptions& options) {
  Lexicons lexicons;
  if (options.languages.empty()) return lexicons;
  Result<HunspellLexicon> hunspell = HunspellLexicon::open(options.languages, options.dictionary_folders);
  if (!hunspell) return fail(hunspell.error());
  lexicons.push_back(std::make_unique<HunspellLexicon>(std::move(*hunspell)));
  return lexicons;
}

}  // namespace emend::lexicon
