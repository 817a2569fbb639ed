#include "text/lemmas/hunspell_lemmas.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "text/lemmas/kazakh_letters.hpp"

#include <hunspell.hxx>

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
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

std::vector<std::string> lower_stems(Hunspell& speller, const std::string& word) {
    std::vector<std::string> result;
    for (const std::string& stem : speller.stem(word)) {
        std::string lower = utf8_of(lower_code_points(stem));
        if (std::ranges::find(result, lower) == result.end()) result.push_back(std::move(lower));
    }
    return result;
}

std::string_view irregular_lemma(IrregularForms irregular, std::string_view form) {
    const auto found =
        std::ranges::lower_bound(irregular, form, {}, &std::pair<std::string_view, std::string_view>::first);
    return found != irregular.end() && found->first == form ? found->second : std::string_view{};
}

/// Dictionaries of one language, one for each thread that asks at the same time: hunspell keeps state while it looks
/// for stems. They are loaded when there is need of another, one after the other, since they share tables of letters.
class SpellerPool {
public:
    SpellerPool(std::filesystem::path base, std::string package)
        : base_(std::move(base)), package_(std::move(package)) {}

    struct GiveBack {
        SpellerPool* pool;
        void operator()(Hunspell* speller) const {
            const std::scoped_lock lock(pool->mutex_);
            pool->free_.push_back(speller);
        }
    };
    using Lent = std::unique_ptr<Hunspell, GiveBack>;

    [[nodiscard]] Lent lend() {
        const std::scoped_lock lock(mutex_);
        if (free_.empty()) free_.push_back(loaded());
        Lent lent(free_.back(), GiveBack{this});
        free_.pop_back();
        return lent;
    }

private:
    Hunspell* loaded() {
        all_.push_back(
            std::make_unique<Hunspell>((base_.string() + ".aff").c_str(), (base_.string() + ".dic").c_str()));
        Hunspell* const speller = all_.back().get();
        if (speller->get_dict_encoding() != "UTF-8")
            throw InputError({base_.string() + ".aff", 0, 0,
                              "the dictionary is not in UTF-8, but in " + speller->get_dict_encoding(),
                              "use the dictionary of the package " + package_});
        return speller;
    }

    std::filesystem::path base_;
    std::string package_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Hunspell>> all_;
    std::vector<Hunspell*> free_;
};

bool all_letters(std::string_view word) {
    return std::ranges::none_of(word, [](unsigned char byte) { return byte < 0x20 || (byte >= '0' && byte <= '9'); });
}

}  // namespace

bool english_stem_fits(std::string_view word, std::string_view stem) {
    if (word == stem) return true;
    if (stem.size() < 2 || word.substr(0, 2) != stem.substr(0, 2)) return false;
    for (const std::string_view ending : {"s", "ed", "ing", "en"})
        if (word.ends_with(ending) && word.size() > ending.size() + 1)
            return !word.ends_with("ness") && !word.ends_with("ous") && !word.ends_with("less");
    return false;
}

bool russian_stem_fits(std::string_view word, std::string_view stem) {
    constexpr std::string_view o = "о";
    if (!word.ends_with(o)) return true;
    const std::string_view root = word.substr(0, word.size() - o.size());
    return !(stem.starts_with(root) && stem.size() == root.size() + 4 && stem != word &&
             (stem.ends_with("ый") || stem.ends_with("ий")));
}

std::vector<TypeLemma> hunspell_lemmas(std::span<const std::string> lower, std::span<const double> counts,
                                       const std::filesystem::path& base, const std::string& package,
                                       IrregularForms irregular, StemFilter fits, unsigned threads, const Work& work) {
    require_dictionary(base, package);
    SpellerPool spellers(base, package);
    std::vector<std::vector<std::string>> stems(lower.size());
    std::unordered_map<std::string, double> families;
    WorkStep step(work, "stems", lower.size());
    constexpr std::size_t chunk = 4096;  // to load a dictionary takes as long as the stems of some thousand words
    parallel_chunks(
        lower.size(), chunk, threads,
        [&](std::size_t begin, std::size_t end) {
            const SpellerPool::Lent speller = spellers.lend();
            for (std::size_t at = begin; at < end; ++at) {
                step.advance();
                if (lower[at].empty() || lower[at].size() > 100 || !all_letters(lower[at])) continue;
                if (!irregular_lemma(irregular, lower[at]).empty()) continue;
                stems[at] = lower_stems(*speller, lower[at]);
                if (stems[at].empty()) continue;
                std::erase_if(stems[at], [&](const std::string& stem) { return !fits(lower[at], stem); });
                if (stems[at].empty()) stems[at] = {lower[at]};
            }
        },
        work);
    for (std::size_t at = 0; at < lower.size(); ++at)
        for (const std::string& stem : stems[at]) families[stem] += counts[at] / static_cast<double>(stems[at].size());
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
