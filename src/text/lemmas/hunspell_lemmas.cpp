#include "text/lemmas/hunspell_lemmas.hpp"

#include "base/error.hpp"
#include "text/lemmas/kazakh_letters.hpp"

#include <hunspell.hxx>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tarazy {
namespace {

void require_dictionary(const std::filesystem::path& base, const std::string& package) {
    for (const char* ending : {".aff", ".dic"}) {
        std::filesystem::path file = base;
        file += ending;
        std::error_code error;
        if (!std::filesystem::exists(file, error))
            throw InputError({file.string(), 0, 0, "the hunspell dictionary is missing",
                              "install the package " + package + ", or say where it is"});
    }
}

/// Text of one byte a letter, or UTF-8: hunspell answers in the encoding of its dictionary.
class SpellingDictionary {
public:
    explicit SpellingDictionary(const std::filesystem::path& base)
        : speller_((base.string() + ".aff").c_str(), (base.string() + ".dic").c_str()),
          utf8_(speller_.get_dict_encoding() == "UTF-8") {}

    std::vector<std::string> stems(const std::string& word) {
        if (!utf8_ && !koi8_ready_) return {};
        std::vector<std::string> result;
        for (const std::string& stem : speller_.stem(word)) {
            std::string lower = utf8_of(lower_code_points(stem));
            if (std::ranges::find(result, lower) == result.end()) result.push_back(std::move(lower));
        }
        return result;
    }

private:
    Hunspell speller_;
    bool utf8_;
    bool koi8_ready_ = false;
};

std::string_view irregular_lemma(IrregularForms irregular, std::string_view form) {
    const auto found =
        std::ranges::lower_bound(irregular, form, {}, &std::pair<std::string_view, std::string_view>::first);
    return found != irregular.end() && found->first == form ? found->second : std::string_view{};
}

bool all_letters(std::string_view word) {
    return std::ranges::none_of(word, [](unsigned char byte) { return byte < 0x20 || (byte >= '0' && byte <= '9'); });
}

}  // namespace

std::vector<TypeLemma> hunspell_lemmas(std::span<const std::string> lower, std::span<const double> counts,
                                       const std::filesystem::path& base, const std::string& package,
                                       IrregularForms irregular, const Work& work) {
    require_dictionary(base, package);
    SpellingDictionary dictionary(base);
    std::vector<std::vector<std::string>> stems(lower.size());
    std::unordered_map<std::string, double> families;
    WorkStep step(work, "stems", lower.size());
    for (std::size_t at = 0; at < lower.size(); ++at) {
        step.advance();
        if (lower[at].empty() || lower[at].size() > 100 || !all_letters(lower[at])) continue;
        if (!irregular_lemma(irregular, lower[at]).empty()) continue;
        stems[at] = dictionary.stems(lower[at]);
        for (const std::string& stem : stems[at]) families[stem] += counts[at] / static_cast<double>(stems[at].size());
    }
    std::vector<TypeLemma> result(lower.size());
    for (std::size_t at = 0; at < lower.size(); ++at) {
        TypeLemma& one = result[at];
        if (const std::string_view lemma = irregular_lemma(irregular, lower[at]); !lemma.empty()) {
            one = {std::string(lemma), "irregular", 1, true};
            continue;
        }
        if (stems[at].empty()) {
            one = {lower[at], "unknown", 0, false};
            continue;
        }
        double total = 0, best = -1;
        for (const std::string& stem : stems[at]) {
            const double family = families[stem];
            total += family;
            if (family > best) {
                best = family;
                one.lemma = stem;
            }
        }
        one.analysis = one.lemma == lower[at] ? "stem" : "inflected";
        one.confidence = best / total;
        one.known = true;
    }
    return result;
}

}  // namespace tarazy
