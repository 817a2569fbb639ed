#include "text/lemmas/kazakh_readings.hpp"

#include <array>

namespace tarazy {
namespace {

constexpr std::uint32_t every_ending = part_noun | part_plural | part_possessive | part_possessive3 | part_case |
                                       part_derived | part_participle | part_gerund | part_verb | part_voice |
                                       part_negation | part_converb_a | part_converb_p | part_past | part_finite |
                                       part_person | part_aorist;
constexpr std::size_t longest_chain = 8;

class SuffixCutter {
public:
    explicit SuffixCutter(const KazakhSuffixes& suffixes) : suffixes_(suffixes) {}

    std::vector<KazakhReading> cut(std::u32string_view word) {
        found_.push_back({std::u32string(word), false, 0, {}});
        if (word.size() > longest_kazakh_word || !has_kazakh_vowel(word)) return std::move(found_);
        found_.push_back({std::u32string(word), true, bare_imperative, {}});
        go_on(std::u32string(word), every_ending, 0);
        return std::move(found_);
    }

private:
    static constexpr double bare_imperative = 2.5;
    static constexpr double wrong_harmony = 4;
    static constexpr double kept_voicing = 2;    ///< клуб + ы: б is the stem's own
    static constexpr double kept_voiceless = 2;  ///< банк + і

    void emit(const std::u32string& stem, std::uint32_t wanted, double cost) {
        if (found_.size() >= most_kazakh_readings) return;
        if ((wanted & part_noun) != 0 && stem.size() > 1) found_.push_back({stem, false, cost, chain_});
        if ((wanted & part_verb) != 0) found_.push_back({stem, true, cost, chain_});
    }

    void take(const std::u32string& stem, std::uint32_t wanted, double cost) {
        emit(stem, wanted, cost);
        go_on(stem, wanted, cost);
    }

    void go_on(const std::u32string& word, std::uint32_t wanted, double cost) {
        if (chain_.size() >= longest_chain || found_.size() >= most_kazakh_readings || word.size() < 2) return;
        for (const KazakhSuffixForm& form : suffixes_.ending_in(word.back())) {
            const KazakhSuffix& suffix = suffixes_.suffixes[form.suffix];
            if ((suffix.gives & wanted) == 0 || form.text.size() >= word.size() || !word.ends_with(form.text)) continue;
            std::u32string stem = word.substr(0, word.size() - form.text.size());
            if (!has_kazakh_vowel(stem)) continue;
            const bool hyphen = stem.back() == U'-' && stem.size() > 2;  // ФИФА-ның: what is read aloud counts
            if (hyphen) stem.pop_back();
            if (!hyphen && (final_sound(stem) & form.sounds) == 0) continue;
            stem += form.restored;
            double step = suffix.cost;
            const KazakhHarmony harmony = harmony_of(stem);
            if (!hyphen && form.harmony != KazakhHarmony::either && harmony != KazakhHarmony::either &&
                harmony != form.harmony)
                step += wrong_harmony;
            if (chain_.empty() && (suffix.gives & (part_voice | part_negation)) != 0) step += 2;  // as a command
            if (suffix.tag == "refl" && stem.back() == U'л') step -= 1.2;  // the passive of stems in л
            chain_.push_back(form.suffix);
            const bool before_vowel =
                form.restored.empty() && (kazakh_sound(form.text.front()) == sound_vowel || form.text.front() == U'у');
            follow(stem, suffix.after, cost + step, before_vowel);
            chain_.pop_back();
        }
    }

    /// Goes on with the stem and, before a vowel, with what its last consonant may have been.
    void follow(std::u32string stem, std::uint32_t wanted, double cost, bool before_vowel) {
        if (!before_vowel) return take(stem, wanted, cost);
        const char32_t last = stem.back();
        char32_t devoiced = 0;
        if (last == U'б') devoiced = U'п';
        if (last == U'г') devoiced = U'к';
        if (last == U'ғ') devoiced = U'қ';
        const bool voiceless = last == U'п' || last == U'к' || last == U'қ';
        if (devoiced != 0 || voiceless)
            take(stem, wanted, cost + (voiceless ? kept_voiceless : kept_voicing));
        else
            take(stem, wanted, cost);
        if (devoiced == 0 && last == U'у' && (wanted & part_verb) != 0) devoiced = U'п';  // тауып = тап + ып
        if (devoiced != 0) {
            stem.back() = devoiced;
            take(stem, wanted, cost);
        }
    }

    const KazakhSuffixes& suffixes_;
    std::vector<std::uint16_t> chain_;
    std::vector<KazakhReading> found_;
};

}  // namespace

std::vector<KazakhReading> kazakh_readings(std::u32string_view word, const KazakhSuffixes& suffixes) {
    return SuffixCutter(suffixes).cut(word);
}

std::u32string with_vowel_restored(std::u32string_view stem) {
    if (stem.size() < 3) return {};
    const auto is_consonant = [](char32_t letter) {
        const KazakhSound sound = kazakh_sound(letter);
        return sound != sound_vowel && sound != sound_any;
    };
    if (!is_consonant(stem.back()) || !is_consonant(stem[stem.size() - 2])) return {};
    std::u32string result(stem);
    result.insert(result.size() - 1, 1, harmony_of(stem) == KazakhHarmony::front ? U'і' : U'ы');
    return result;
}

}  // namespace tarazy
