#include "table/state_names.hpp"

#include "base/nearest_name.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <stdexcept>

namespace tarazy {
namespace {

const icu::Normalizer2& decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status) || instance == nullptr) throw std::runtime_error("ICU has no normalisation data");
    return *instance;
}

bool is_apostrophe(UChar32 c) {
    return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'`';
}

/// One word of a name as it is compared.
std::string plain_word(const std::string& word) {
    if (word == "st") return "saint";
    return word;
}

/// Words of the name, folded, without marks and punctuation. "&" is a word of its own.
std::vector<std::string> folded_words(std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString given =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    icu::UnicodeString text = decomposition().normalize(given, status);
    text.foldCase();
    std::vector<std::string> words;
    icu::UnicodeString word;
    const auto close_word = [&] {
        if (word.isEmpty()) return;
        std::string bytes;
        word.toUTF8String(bytes);
        words.push_back(plain_word(bytes));
        word.remove();
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (u_isalnum(c)) {
            word.append(c);
        } else if (c == U'&') {
            close_word();
            words.emplace_back("and");
        } else if (u_charType(c) != U_NON_SPACING_MARK && !is_apostrophe(c) && c != U'.') {
            close_word();  // full stops are dropped without a break: U.S.S.R. reads ussr
        } else if (c == U'.' && word == icu::UnicodeString("st")) {
            close_word();
        }
    }
    close_word();
    return words;
}

struct NameIndex {
    std::map<std::string, std::vector<NamedState>> states;
    std::map<std::string, std::string> display;  ///< folded name -> the name as the table writes it
};

NameIndex make_index() {
    NameIndex index;
    const auto enter = [&](const State& state, const std::string& name, bool main_name) {
        if (name.empty()) return;
        const std::string key = folded_name(name);
        std::vector<NamedState>& named = index.states[key];
        if (named.empty() || named.back().state != &state) named.push_back({&state, main_name});
        index.display.emplace(key, name);
    };
    for (const State& state : all_states()) {
        enter(state, state.name_en, true);
        enter(state, state.name_ru, true);
        enter(state, state.name_kk, true);
        for (const std::string& name : state.other_names) enter(state, name, false);
    }
    return index;
}

const NameIndex& name_index() {
    static const NameIndex index = make_index();
    return index;
}

/// One byte a letter, so that a mistyped Cyrillic letter counts as one error and not as two bytes.
std::string byte_letters(const std::string& folded) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(folded);
    std::string bytes;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = static_cast<std::uint32_t>(text.char32At(i));
        bytes += static_cast<char>(c < 0x80 ? c : 0x80 | (c & 0x7F));
    }
    return bytes;
}

}  // namespace

std::string folded_name(std::string_view name) {
    constexpr std::size_t longest = 4096;  // no state has a longer name; keeps hostile cells cheap
    const std::vector<std::string> words = folded_words(name.substr(0, longest));
    std::string folded;
    for (std::size_t i = words.size() > 1 && words.front() == "the" ? 1 : 0; i < words.size(); ++i) {
        if (!folded.empty()) folded += ' ';
        folded += words[i];
    }
    return folded;
}

std::vector<NamedState> states_named(std::string_view name) {
    const auto& states = name_index().states;
    const auto found = states.find(folded_name(name));
    return found == states.end() ? std::vector<NamedState>{} : found->second;
}

std::optional<std::string> nearest_state_name(std::string_view name) {
    std::vector<std::string> letters, names;
    for (const auto& [folded, display] : name_index().display) {
        letters.push_back(byte_letters(folded));
        names.push_back(display);
    }
    const auto nearest = nearest_name(byte_letters(folded_name(name)), letters);
    if (!nearest) return std::nullopt;
    const auto at = std::ranges::find(letters, *nearest);
    return names[static_cast<std::size_t>(at - letters.begin())];
}

}  // namespace tarazy
