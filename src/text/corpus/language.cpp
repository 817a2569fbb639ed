#include "text/corpus/language.hpp"

#include "text/corpus/characters.hpp"
#include "text/corpus/sentences.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr std::size_t fewest_letters = 12;
constexpr double switch_cost = 3;
/// Letters of a sentence are no independent witnesses: a word makes them come together. The evidence of a sentence
/// grows with its letters up to as many, so that a long one is not surer than the model deserves.
constexpr double most_letters = 60;
/// What a sentence of fewer letters may say at most, in nats: it decides where nothing else does.
constexpr double short_evidence = 1;

enum LetterKind : std::size_t {
    kazakh_only,
    kazakh_shared,
    foreign_cyrillic,
    other_cyrillic,
    ascii_latin,
    other_latin,
    han_letter,
    other_letter,
    letter_kinds,
    no_letter = letter_kinds
};

using LetterCounts = std::array<double, letter_kinds>;
using LanguageScores = std::array<double, language_count>;

/// Chances of the kinds of letters in a language. The two of Cyrillic with Kazakh letters are such that kk and ru are
/// equally likely where 2.5 % of the letters are Kazakh: t ln(k1/r1) + (1 - t) ln(k2/r2) = 0 at t = .025; those of
/// Latin such that en gives way where 3 % of the letters have diacritics. The rest: quotations and names in another
/// script. `und` is the likeliest of several: it is no language.
struct LetterModel {
    Language language;
    double prior;
    LetterCounts chances;
};
constexpr std::array<LetterModel, 8> letter_models = {{
    //                  әіғқұ      ңүөһ       ўїєґ...  а..я  a..z   à..    Han    others
    {Language::kk, 0, {0.15, 0.05, 0.0005, 0.74, 0.05, 0.002, 0.004, 0.0035}},
    {Language::ru, 0, {0.0000133, 0.0000044, 0.0005, 0.94, 0.05, 0.002, 0.004, 0.003}},
    {Language::en, 0, {0.0001, 0.0001, 0.0001, 0.01, 0.985, 0.004, 0.0007, 0.0001}},
    {Language::zh, 0, {0.0001, 0.0001, 0.0001, 0.01, 0.20, 0.002, 0.786, 0.0017}},
    {Language::und, -4, {0.0003, 0.07, 0.0005, 0.87, 0.05, 0.002, 0.004, 0.0035}},    // Kyrgyz, Mongolian
    {Language::und, -4, {0.06, 0.0003, 0.03, 0.80, 0.05, 0.002, 0.004, 0.0035}},      // Ukrainian, Belarusian
    {Language::und, -4, {0.0001, 0.0001, 0.0001, 0.01, 0.90, 0.08, 0.0007, 0.0001}},  // Latin with diacritics
    {Language::und, -4, {0.001, 0.001, 0.001, 0.05, 0.10, 0.01, 0.35, 0.487}},        // Japanese, Greek, Arabic, ...
}};

LetterKind letter_kind(char32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? ascii_latin : no_letter;
    if ((c >= 0x410 && c <= 0x44F) || c == 0x401 || c == 0x451) return other_cyrillic;
    if (c >= 0x400 && c <= 0x52F) {
        switch (lower_case(c)) {
            case U'ә':
            case U'і':
            case U'ғ':
            case U'қ':
            case U'ұ': return kazakh_only;
            case U'ң':
            case U'ү':
            case U'ө':
            case U'һ': return kazakh_shared;
            default: return foreign_cyrillic;
        }
    }
    switch (character_kind(c)) {
        case CharacterKind::cyrillic: return foreign_cyrillic;
        case CharacterKind::latin_more: return other_latin;
        case CharacterKind::han: return han_letter;
        case CharacterKind::letter: return other_letter;
        default: return no_letter;
    }
}

/// Log-likelihoods of a sentence; all the same where it says nothing.
LanguageScores sentence_scores(std::string_view sentence, std::size_t& letters) {
    static const std::array<LetterCounts, letter_models.size()> logs = [] {
        std::array<LetterCounts, letter_models.size()> all{};
        for (std::size_t m = 0; m < all.size(); ++m) {
            for (std::size_t k = 0; k < letter_kinds; ++k) all[m][k] = std::log(letter_models[m].chances[k]);
        }
        return all;
    }();
    std::array<std::size_t, letter_kinds + 1> counts{};
    for (std::size_t at = 0; at < sentence.size();) {
        if (static_cast<unsigned char>(sentence[at]) < 0x80) {  // most of many texts
            const int letter = static_cast<unsigned char>(sentence[at++]) | 0x20;
            ++counts[letter >= 'a' && letter <= 'z' ? ascii_latin : no_letter];
            continue;
        }
        const CharacterAt here = character_from(sentence, at);
        ++counts[letter_kind(here.value)];
        at += here.bytes;
    }
    letters = 0;
    for (std::size_t k = 0; k < letter_kinds; ++k) letters += counts[k];
    LanguageScores scores{};
    if (letters == 0) return scores;
    const double tempered = std::min(1.0, most_letters / static_cast<double>(letters));
    scores.fill(-std::numeric_limits<double>::infinity());
    for (std::size_t m = 0; m < letter_models.size(); ++m) {
        double score = letter_models[m].prior;
        for (std::size_t k = 0; k < letter_kinds; ++k) score += tempered * static_cast<double>(counts[k]) * logs[m][k];
        double& best = scores[static_cast<std::size_t>(letter_models[m].language)];
        best = std::max(best, score);
    }
    // A Chinese character says as much as two letters.
    if (letters + counts[han_letter] >= fewest_letters) return scores;
    const double most = std::ranges::max(scores);
    for (double& score : scores) score = std::max(score - most, -short_evidence);
    return scores;
}

double log_sum(const LanguageScores& scores) {
    const double most = std::ranges::max(scores);
    double sum = 0;
    for (const double score : scores) sum += std::exp(score - most);
    return most + std::log(sum);
}

double cost_between(std::size_t a, std::size_t b) {
    return a == b ? 0 : switch_cost;
}

/// Log-sums of all ways to each sentence, from the left or, with the sentences the other way round, from the right.
std::vector<LanguageScores> sums_of_ways(const std::vector<LanguageScores>& emitted) {
    static const double switch_chance = std::exp(-switch_cost);
    std::vector<LanguageScores> sums = emitted;
    for (std::size_t i = 1; i < emitted.size(); ++i) {
        const double most = std::ranges::max(sums[i - 1]);
        LanguageScores chances{};
        for (std::size_t l = 0; l < language_count; ++l) chances[l] = std::exp(sums[i - 1][l] - most);
        for (std::size_t l = 0; l < language_count; ++l) {
            double others = 0;
            for (std::size_t from = 0; from < language_count; ++from) others += from == l ? 0 : chances[from];
            sums[i][l] += most + std::log(chances[l] + switch_chance * others);
        }
    }
    return sums;
}

std::vector<std::size_t> best_language_path(const std::vector<LanguageScores>& emitted) {
    std::vector<std::array<std::size_t, language_count>> from(emitted.size());
    LanguageScores best{};
    for (std::size_t i = 0; i < emitted.size(); ++i) {
        LanguageScores now{};
        for (std::size_t l = 0; l < language_count; ++l) {
            std::size_t choice = l;
            double most = -std::numeric_limits<double>::infinity();
            for (std::size_t before = 0; before < language_count; ++before) {
                const double score = best[before] - cost_between(before, l);
                if (score > most || (score == most && choice == l)) {  // of equal ways the later change
                    most = score;
                    choice = before;
                }
            }
            from[i][l] = choice;
            now[l] = (i == 0 ? 0 : most) + emitted[i][l];
        }
        best = now;
    }
    std::vector<std::size_t> path(emitted.size());
    std::size_t at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
    for (std::size_t i = emitted.size(); i-- > 0;) {
        path[i] = at;
        at = from[i][at];
    }
    return path;
}

}  // namespace

std::string_view to_string(Language language) noexcept {
    constexpr std::array<std::string_view, language_count> names = {"kk", "ru", "en", "zh", "und"};
    return names[static_cast<std::size_t>(language)];
}

std::vector<LanguageSegment> language_segments(std::string_view text) {
    const std::vector<TextSpan> spans = sentences(text);
    std::vector<LanguageSegment> segments;
    std::vector<LanguageScores> emitted;
    bool any = false;
    for (const TextSpan& span : spans) {
        std::size_t letters = 0;
        emitted.push_back(sentence_scores(text.substr(span.begin, span.end - span.begin), letters));
        any = any || emitted.back() != LanguageScores{};
        segments.push_back({span.begin, span.end, Language::und, 0, letters});
    }
    if (!any) return segments;
    const std::vector<std::size_t> path = best_language_path(emitted);
    const std::vector<LanguageScores> forward = sums_of_ways(emitted);
    std::ranges::reverse(emitted);
    std::vector<LanguageScores> backward = sums_of_ways(emitted);
    std::ranges::reverse(backward);
    std::ranges::reverse(emitted);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        LanguageScores all{};
        for (std::size_t l = 0; l < language_count; ++l) all[l] = forward[i][l] + backward[i][l] - emitted[i][l];
        segments[i].language = static_cast<Language>(path[i]);
        segments[i].confidence = std::min(1.0, std::exp(all[path[i]] - log_sum(all)));
    }
    return segments;
}

std::vector<LanguageSegment> merged_segments(std::span<const LanguageSegment> segments) {
    std::vector<LanguageSegment> merged;
    for (const LanguageSegment& segment : segments) {
        if (merged.empty() || merged.back().language != segment.language) {
            merged.push_back(segment);
            continue;
        }
        LanguageSegment& last = merged.back();
        const double total = static_cast<double>(last.letters + segment.letters);
        if (total > 0)
            last.confidence = (last.confidence * static_cast<double>(last.letters) +
                               segment.confidence * static_cast<double>(segment.letters)) /
                              total;
        last.end = segment.end;
        last.letters += segment.letters;
    }
    return merged;
}

Language main_language(std::span<const LanguageSegment> segments) {
    std::array<std::size_t, language_count> letters{};
    for (const LanguageSegment& segment : segments)
        letters[static_cast<std::size_t>(segment.language)] += std::max<std::size_t>(1, segment.letters);
    const auto most = std::ranges::max_element(letters);
    return *most == 0 ? Language::und : static_cast<Language>(most - letters.begin());
}

}  // namespace tarazy
