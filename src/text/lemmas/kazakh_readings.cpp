#include "text/lemmas/kazakh_readings.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::uint32_t every_ending = part_noun | part_plural | part_possessive | part_possessive3 | part_case |
                                       part_derived | part_participle | part_gerund | part_verb | part_voice |
                                       part_negation | part_converb_a | part_converb_p | part_past | part_finite |
                                       part_person | part_aorist;
constexpr double bare_imperative = 2.5;
constexpr double wrong_harmony = 4;
constexpr double kept_voicing = 2;    // клуб + ы: б is the stem's own
constexpr double kept_voiceless = 2;  // банк + і

bool is_kazakh_vowel(char32_t letter) {
    const KazakhSound sound = kazakh_sound(letter);
    return sound == sound_vowel || sound == sound_glide;
}

}  // namespace

void stem_of_reading(std::u32string_view word, const KazakhReading& reading, std::u32string& stem) {
    stem.assign(word.substr(0, reading.kept));
    if (reading.ending != 0) stem += reading.ending;
}

std::span<const KazakhReading> KazakhCutter::cut(std::u32string_view word, double most_cost) {
    found_.clear();
    found_.push_back({{}, 0, static_cast<std::uint32_t>(word.size()), 0, false});
    if (word.size() > longest_kazakh_word) return found_;
    vowel_ = static_cast<std::size_t>(std::ranges::find_if(word, is_kazakh_vowel) - word.begin());
    if (vowel_ == word.size()) return found_;
    word_ = word;
    stem_.assign(word);
    most_cost_ = most_cost;
    if (bare_imperative <= most_cost)
        found_.push_back({{}, bare_imperative, static_cast<std::uint32_t>(word.size()), 0, true});
    go_on(word.size(), every_ending, 0, {});
    return found_;
}

void KazakhCutter::emit(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain) {
    if (found_.size() >= most_kazakh_readings) return;
    const bool changed = stem_[size - 1] != word_[size - 1];
    const auto kept = static_cast<std::uint32_t>(size - (changed ? 1 : 0));
    const char32_t ending = changed ? stem_[size - 1] : 0;
    if ((wanted & part_noun) != 0 && size > 1) found_.push_back({chain, cost, kept, ending, false});
    if ((wanted & part_verb) != 0) found_.push_back({chain, cost, kept, ending, true});
}

void KazakhCutter::take(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain) {
    if (cost > most_cost_) return;
    emit(size, wanted, cost, chain);
    go_on(size, wanted, cost, chain);
}

/// Cuts every suffix from the first `size` letters of `stem_`.
void KazakhCutter::go_on(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain) {
    if (chain.size() >= KazakhChain::longest || found_.size() >= most_kazakh_readings || size < 2) return;
    for (const std::uint16_t number : suffixes_->ending_in(stem_[size - 2], stem_[size - 1])) {
        const KazakhSuffixForm& form = suffixes_->forms[number];
        const KazakhSuffix& suffix = suffixes_->suffixes[form.suffix];
        const std::u32string_view stem_now = std::u32string_view(stem_).substr(0, size);
        if ((suffix.gives & wanted) == 0 || form.text.size() >= size || !stem_now.ends_with(form.text)) continue;
        std::size_t rest = size - form.text.size();
        if (vowel_ >= rest) continue;
        const bool hyphen = stem_[rest - 1] == U'-' && rest > 2;  // ФИФА-ның: what is read aloud counts
        if (hyphen) --rest;
        if (!hyphen && (final_sound(stem_now.substr(0, rest)) & form.sounds) == 0) continue;
        const char32_t overwritten = stem_[rest];
        if (form.restored != 0) stem_[rest++] = form.restored;
        double step = suffix.cost;
        const KazakhHarmony harmony = harmony_of(std::u32string_view(stem_).substr(0, rest));
        if (!hyphen && form.harmony != KazakhHarmony::either && harmony != KazakhHarmony::either &&
            harmony != form.harmony)
            step += wrong_harmony;
        if (chain.empty() && (suffix.gives & (part_voice | part_negation)) != 0) step += 2;  // as a command
        if (suffix.tag == "refl" && stem_[rest - 1] == U'л') step -= 1.2;  // the passive of stems in л
        follow(rest, suffix.after, cost + step, chain.with(form.suffix), form.voices);
        if (form.restored != 0) stem_[rest - 1] = overwritten;
    }
}

/// Goes on with the stem and, before a vowel, with what its last consonant may have been.
void KazakhCutter::follow(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain, bool voices) {
    if (!voices) return take(size, wanted, cost, chain);
    const char32_t last = stem_[size - 1];
    char32_t devoiced = 0;
    if (last == U'б') devoiced = U'п';
    if (last == U'г') devoiced = U'к';
    if (last == U'ғ') devoiced = U'қ';
    const bool voiceless = last == U'п' || last == U'к' || last == U'қ';
    if (devoiced != 0 || voiceless)
        take(size, wanted, cost + (voiceless ? kept_voiceless : kept_voicing), chain);
    else
        take(size, wanted, cost, chain);
    if (devoiced == 0 && last == U'у' && (wanted & part_verb) != 0) devoiced = U'п';  // тауып = тап + ып
    if (devoiced != 0) {
        stem_[size - 1] = devoiced;
        take(size, wanted, cost, chain);
        stem_[size - 1] = last;
    }
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
