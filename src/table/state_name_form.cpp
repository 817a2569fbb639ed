#include "table/state_name_form.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t longest_name = 4096;

/// Words that tell no state from another.
constexpr std::array<std::string_view, 14> silent_words = {
    "the", "of", "and", "formerly", "former", "fmr", "ex", "и", "мен", "пен", "бен", "және", "бывшая", "бывший"};

/// One word as others write it. Single letters and the short forms of "republic" stand for whole words in the tables
/// of the World Bank, the IMF and Natural Earth.
constexpr std::array<std::pair<std::string_view, std::string_view>, 52> full_words = {{
    {"rep", "republic"},
    {"repub", "republic"},
    {"republik", "republic"},
    {"dem", "democratic"},
    {"democ", "democratic"},
    {"fed", "federal"},
    {"federated", "federal"},
    {"sts", "states"},
    {"st", "saint"},
    {"ste", "saint"},
    {"is", "islands"},
    {"isl", "islands"},
    {"isls", "islands"},
    {"island", "islands"},
    {"pop", "peoples"},
    {"ppl", "peoples"},
    {"people", "peoples"},
    {"pdr", "peoples democratic republic"},
    {"dpr", "democratic peoples republic"},
    {"pr", "peoples republic"},
    {"dr", "democratic republic"},
    {"rb", "bolivarian republic"},
    {"ir", "islamic republic"},
    {"n", "north"},
    {"s", "south"},
    {"e", "east"},
    {"w", "west"},
    {"eq", "equatorial"},
    {"equat", "equatorial"},
    {"afr", "african"},
    {"cent", "central"},
    {"centr", "central"},
    {"herz", "herzegovina"},
    {"utd", "united"},
    {"islam", "islamic"},
    {"soc", "socialist"},
    {"terr", "territory"},
    {"grenad", "grenadines"},
    {"dom", "dominican"},
    {"barb", "barbuda"},
    {"респ", "республика"},
    {"фед", "федеративная"},
    {"нар", "народная"},
    {"дем", "демократическая"},
    {"остров", "острова"},
    {"аралы", "аралдары"},
    {"патшалығы", "корольдігі"},
    {"халықтық", "халық"},
    {"исламдық", "ислам"},
    {"экваториалдық", "экваторлық"},
    {"әзірбайжан", "әзербайжан"},
    {"федерациялық", "федеративтік"},
}};

const icu::Normalizer2& decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) || instance == nullptr) throw std::runtime_error("ICU has no normalisation data");
    return *instance;
}

bool is_apostrophe(UChar32 c) {
    constexpr std::u32string_view marks = U"'\u2018\u2019\u02BC\u02BB\u02B9\u00B4`";
    return marks.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

bool is_superscript_digit(UChar32 c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/// Latin letters that no decomposition takes apart.
std::u16string_view plain_letters(UChar32 c) {
    switch (c) {
        case U'ø': return u"o";
        case U'ł': return u"l";
        case U'đ':
        case U'ð': return u"d";
        case U'þ': return u"th";
        case U'æ': return u"ae";
        case U'œ': return u"oe";
        case U'ı': return u"i";
        default: return {};
    }
}

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

/// Words as they stand, folded; "&" is the word "and".
std::vector<std::string> folded_words(std::string_view name) {
    icu::UnicodeString given = unicode(name.substr(0, longest_name)), plain;
    for (std::int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
        if (!is_superscript_digit(given.char32At(i))) plain.append(given.char32At(i));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text = decomposition().normalize(plain, status);
    text.foldCase();
    std::vector<std::string> words;
    icu::UnicodeString word;
    const auto close_word = [&] {
        if (word.isEmpty()) return;
        word.toUTF8String(words.emplace_back());
        word.remove();
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (const std::u16string_view letters = plain_letters(c); !letters.empty()) {
            word.append(icu::UnicodeString(letters.data(), static_cast<std::int32_t>(letters.size())));
        } else if (u_isalnum(c)) {
            word.append(c);
        } else if (c == U'&') {
            close_word();
            words.emplace_back("and");
        } else if (u_charType(c) != U_NON_SPACING_MARK && !is_apostrophe(c)) {
            close_word();
        }
    }
    close_word();
    return words;
}

std::string folded_word(std::string_view word) {
    return folded_words(word).front();
}

bool is_one_letter(const std::string& word) {
    const auto lead = static_cast<unsigned char>(word.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return word.size() == bytes && !(lead >= '0' && lead <= '9');
}

/// Letters that full stops or blanks set apart belong together: U.S.S.R., D R Congo, Cote d Ivoire, people s, о-ва.
std::vector<std::string> joined_letters(const std::vector<std::string>& words) {
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < words.size();) {
        std::size_t end = i;
        while (end < words.size() && is_one_letter(words[end])) ++end;
        const bool more = i + 1 < words.size();
        if (end - i >= 2) {
            std::string initials;
            for (; i < end; ++i) initials += words[i];
            joined.push_back(std::move(initials));
        } else if (words[i] == "s" && !joined.empty() && joined.back() == "people") {
            joined.back() += words[i++];
        } else if (words[i] == "d" && more) {
            joined.push_back(words[i] + words[i + 1]);
            i += 2;
        } else if (words[i] == "о" && more && (words[i + 1] == "ва" || words[i + 1] == "в")) {
            joined.emplace_back("острова");
            i += 2;
        } else {
            joined.push_back(words[i++]);
        }
    }
    return joined;
}

struct WordRules {
    std::unordered_set<std::string> silent;
    std::unordered_map<std::string, std::vector<std::string>> full;
};

const WordRules& word_rules() {
    static const WordRules rules = [] {
        WordRules made;
        for (const std::string_view word : silent_words) made.silent.insert(folded_word(word));
        for (const auto& [word, full] : full_words) made.full.emplace(folded_word(word), folded_words(full));
        return made;
    }();
    return rules;
}

/// `[1]`, `(2)`, `[a]`: the length of a footnote sign at this place, or 0.
std::size_t footnote(std::string_view text, std::size_t at) {
    const bool square = text[at] == '[';
    if (!square && text[at] != '(') return 0;
    const std::size_t end = text.find(square ? ']' : ')', at);
    if (end == std::string_view::npos || end == at + 1 || end > at + 4) return 0;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    const bool digits = std::ranges::all_of(inside, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
    const bool letter = square && inside.size() == 1;
    return digits || letter ? end + 1 - at : 0;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
    const std::vector<std::string> given = joined_letters(folded_words(name));
    if (given.size() < 2) return given;  // a single word is itself: "The", "Is", "PR"
    const WordRules& rules = word_rules();
    std::vector<std::string> words;
    for (const std::string& word : given) {
        if (rules.silent.contains(word)) continue;
        if (const auto full = rules.full.find(word); full != rules.full.end())
            words.insert(words.end(), full->second.begin(), full->second.end());
        else
            words.push_back(word);
    }
    return words.empty() ? given : words;
}

std::string folded_name(std::string_view name) {
    std::string folded;
    for (const std::string& word : name_words(name)) {
        if (!folded.empty()) folded += ' ';
        folded += word;
    }
    return folded;
}

std::string name_key(std::string_view name) {
    std::vector<std::string> words = name_words(name);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string key;
    for (const std::string& word : words) {
        if (!key.empty()) key += ' ';
        key += word;
    }
    return key;
}

std::string without_footnotes(std::string_view name) {
    std::string text;
    for (std::size_t i = 0; i < name.size();) {
        if (const std::size_t sign = footnote(name, i)) {
            i += sign;
        } else {
            text += name[i++];
        }
    }
    return text;
}

std::vector<std::string> name_parts(std::string_view name) {
    std::vector<std::string> parts;
    std::string_view rest = name.substr(0, longest_name);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("()[],/"), rest.size());
        const std::string_view part = rest.substr(0, end);
        if (part.find_first_not_of(" \t") != std::string_view::npos) parts.emplace_back(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (parts.size() < 2) parts.clear();
    return parts;
}

}  // namespace tarazy
