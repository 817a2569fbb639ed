#include "text/lemmas/kazakh_suffixes.hpp"

#include <algorithm>
#include <utility>

namespace tarazy {
namespace {

constexpr std::uint32_t base_nominal = part_noun | part_participle | part_aorist | part_gerund | part_derived;
constexpr std::uint32_t before_case = base_nominal | part_plural | part_possessive;
constexpr std::uint32_t any_verb = part_verb | part_voice | part_negation;

constexpr unsigned voiced_sounds =
    sound_vowel | sound_glide | sound_liquid | sound_lateral | sound_nasal | sound_sibilant;

/// The consonants that begin a suffix and change with the sound before it.
struct FirstConsonant {
    char symbol;
    std::vector<std::pair<char32_t, unsigned>> choices;
};

const std::vector<FirstConsonant>& first_consonants() {
    static const std::vector<FirstConsonant> all = {
        {'L',
         {{U'л', sound_vowel | sound_glide | sound_liquid},
          {U'д', sound_lateral | sound_nasal | sound_sibilant},
          {U'т', sound_voiceless}}},
        {'C',
         {{U'н', sound_vowel},
          {U'д', sound_glide | sound_liquid | sound_lateral | sound_nasal | sound_sibilant},
          {U'т', sound_voiceless}}},
        {'J',
         {{U'н', sound_vowel | sound_nasal},
          {U'д', sound_glide | sound_liquid | sound_lateral | sound_sibilant},
          {U'т', sound_voiceless}}},
        {'B',
         {{U'н', sound_nasal},
          {U'д', sound_vowel | sound_glide | sound_liquid | sound_lateral | sound_sibilant},
          {U'т', sound_voiceless}}},
        {'M',
         {{U'м', sound_vowel | sound_glide | sound_liquid | sound_lateral | sound_nasal},
          {U'б', sound_sibilant},
          {U'п', sound_voiceless}}},
        {'Q',
         {{U'м', sound_vowel | sound_glide | sound_liquid | sound_lateral},
          {U'б', sound_nasal | sound_sibilant},
          {U'п', sound_voiceless}}},
        {'D', {{U'д', voiced_sounds}, {U'т', sound_voiceless}}},
    };
    return all;
}

constexpr unsigned consonants_only = sound_any & ~static_cast<unsigned>(sound_vowel);

/// One form of a pattern in one harmony. A = а е, I = ы і, K = қ к, g = ғ г; the capitals above; `(I)` after consonants
/// only.
void expand_rest(std::u32string& text, std::string_view pattern, bool front) {
    std::size_t at = 0;
    while (at < pattern.size()) {
        switch (pattern[at]) {
            case 'A':
                text += front ? U'е' : U'а';
                ++at;
                break;
            case 'I':
                text += front ? U'і' : U'ы';
                ++at;
                break;
            case 'K':
                text += front ? U'к' : U'қ';
                ++at;
                break;
            case 'g':
                text += front ? U'г' : U'ғ';
                ++at;
                break;
            default: {
                std::size_t end = at;
                while (end < pattern.size() && static_cast<unsigned char>(pattern[end]) >= 0x80) ++end;
                text += lower_code_points(pattern.substr(at, end - at));
                at = end;
            }
        }
    }
}

struct FormMaker {
    KazakhSuffixes& table;

    void put(std::u32string text, unsigned sounds, KazakhHarmony harmony) const {
        const auto suffix = static_cast<std::uint16_t>(table.suffixes.size() - 1);
        // Letters that hide a sound of the stem: я = й + а, ю = й + у, и = ы or і + й.
        const char32_t first = text.front();
        const auto hidden = [&](char32_t written, char32_t restored) {
            std::u32string other = text;
            other.front() = written;
            table.forms.push_back({other, sound_any, harmony, restored, suffix});
        };
        if (first == U'а') hidden(U'я', U'й');
        if (first == U'у') {
            hidden(U'ю', U'й');
            hidden(U'ю', 0);
            table.forms.push_back({text, static_cast<std::uint8_t>(consonants_only), harmony, U'ы', suffix});
            table.forms.push_back({text, static_cast<std::uint8_t>(consonants_only), harmony, U'і', suffix});
        }
        if (first == U'й') {
            hidden(U'и', U'ы');
            hidden(U'и', U'і');
        }
        table.forms.push_back({std::move(text), static_cast<std::uint8_t>(sounds), harmony, 0, suffix});
    }

    void one_harmony(std::string_view pattern, bool front) const {
        const KazakhHarmony harmony = front ? KazakhHarmony::front : KazakhHarmony::back;
        const auto with = [&](std::u32string head, std::string_view rest, unsigned sounds) {
            expand_rest(head, rest, front);
            put(std::move(head), sounds, harmony);
        };
        for (const FirstConsonant& consonant : first_consonants())
            if (pattern.front() == consonant.symbol) {
                for (const auto& [letter, sounds] : consonant.choices)
                    with(std::u32string(1, letter), pattern.substr(1), sounds);
                return;
            }
        if (pattern.front() == 'G') {
            with(std::u32string(1, front ? U'г' : U'ғ'), pattern.substr(1), voiced_sounds);
            with(std::u32string(1, front ? U'к' : U'қ'), pattern.substr(1), sound_voiceless);
        } else if (pattern.starts_with("(I)")) {
            const std::string_view rest = pattern.substr(3);
            with({}, rest, sound_vowel);
            with(std::u32string(1, front ? U'і' : U'ы'), rest, consonants_only);
        } else if (pattern.starts_with("(s)")) {
            with(U"с", pattern.substr(3), sound_vowel | sound_glide);
            with({}, pattern.substr(3), consonants_only);
        } else if (pattern.starts_with("(A)")) {  // а after consonants, й after vowels
            with(std::u32string(1, front ? U'е' : U'а'), pattern.substr(3), consonants_only);
            with(U"й", pattern.substr(3), sound_vowel);
        } else if (pattern.starts_with("(a)")) {  // а after consonants, nothing after vowels
            with(std::u32string(1, front ? U'е' : U'а'), pattern.substr(3), consonants_only);
            with({}, pattern.substr(3), sound_vowel);
        } else {
            with({}, pattern, sound_any);
        }
    }

    void operator()(const char* tag, std::uint32_t gives, std::uint32_t after, std::string_view pattern,
                    double cost) const {
        table.suffixes.push_back({tag, gives, after, cost});
        const std::size_t before = table.forms.size();
        one_harmony(pattern, false);
        one_harmony(pattern, true);
        // A suffix without a changing vowel stands after either harmony.
        for (std::size_t at = before; at < table.forms.size(); ++at)
            for (std::size_t other = before; other < at; ++other)
                if (table.forms[at].text == table.forms[other].text &&
                    table.forms[at].restored == table.forms[other].restored &&
                    table.forms[at].harmony != table.forms[other].harmony) {
                    table.forms[other].harmony = KazakhHarmony::either;
                    table.forms[other].sounds |= table.forms[at].sounds;
                    table.forms.erase(table.forms.begin() + static_cast<std::ptrdiff_t>(at--));
                    break;
                }
    }
};

void add_nominal_suffixes(const FormMaker& add) {
    add("plural", part_plural, base_nominal, "LAр", 0.9);
    add("poss1sg", part_possessive, base_nominal | part_plural | part_wish, "(I)м", 1.6);
    add("poss2sg", part_possessive, base_nominal | part_plural | part_wish, "(I)ң", 2.2);
    add("poss2pol", part_possessive, base_nominal | part_plural | part_wish, "(I)ңIз", 2.4);
    add("poss1pl", part_possessive, base_nominal | part_plural | part_wish, "(I)мIз", 1.8);
    add("poss3", part_possessive3, base_nominal | part_plural | part_wish, "(s)I", 0.7);
    add("poss3", part_possessive3, part_noun, "IсI", 3.0);  // of loans: фактісі
    add("gen", part_case, before_case | part_possessive3, "JIң", 0.9);
    add("acc", part_case, before_case, "CI", 1.0);
    add("acc", part_case, part_possessive3, "н", 0.8);
    add("dat", part_case, before_case, "GA", 0.9);
    add("dat", part_case, part_possessive, "A", 0.9);
    add("dat", part_case, part_possessive3, "нA", 0.8);
    add("loc", part_case, before_case, "DA", 0.9);
    add("loc", part_case, part_possessive3, "ндA", 0.6);
    add("abl", part_case, before_case, "BAн", 1.2);
    add("abl", part_case, part_possessive3, "нAн", 1.0);
    add("ins", part_case, before_case | part_possessive3, "Mен", 1.2);
    add("ins", part_case, before_case | part_possessive3, "Mенен", 4.0);
    add("attr", part_derived, before_case, "DAgI", 1.4);
    add("attr", part_derived, part_possessive3, "ндAgI", 1.2);
    add("of", part_derived, before_case | part_possessive3, "Jікі", 2.5);
    add("like", part_derived, before_case, "DAй", 2.2);
    add("like", part_derived, part_possessive3, "ндAй", 2.2);
    add("by", part_derived, before_case, "шA", 3.2);
    add("by", part_derived, part_possessive3, "ншA", 2.8);
    add("without", part_derived, part_noun, "сIз", 4.0);
    add("more", part_derived, part_noun, "(I)рAK", 2.0);
    add("time", part_derived, part_noun, "GI", 4.0);
    add("ness", part_derived, part_participle | part_aorist, "LIK", 1.5);
    const std::uint32_t predicate = base_nominal | part_plural | part_possessive | part_case;
    const std::uint32_t converbs = part_converb_a | part_converb_p;
    const auto person = [&](const char* tag, const char* pattern, double cost, bool after_poss3) {
        add(tag, part_person, predicate | (after_poss3 ? std::uint32_t{part_possessive3} : 0U), pattern, cost + 2);
        add(tag, part_person, converbs, pattern, cost);
    };
    person("p1sg", "QIн", 1.2, true);
    person("p2sg", "сIң", 1.4, true);
    person("p2pol", "сIз", 1.2, true);
    person("p1pl", "QIз", 1.2, false);
    person("p2pl", "сIңдAр", 2.0, false);
    person("p2polpl", "сIздAр", 2.0, false);
}

void add_verbal_suffixes(const FormMaker& add) {
    add("pass", part_voice, part_verb, "(I)л", 1.2);
    add("refl", part_voice, part_verb, "(I)н", 2.4);
    add("recp", part_voice, part_verb, "(I)с", 3.6);
    add("neg", part_negation, part_verb | part_voice, "QA", 1.2);
    add("past_part", part_participle, any_verb, "GAн", 0.6);
    add("impf_part", part_participle, any_verb, "(A)тIн", 1.0);
    add("impf_part", part_participle, any_verb, "(A)тұғын", 4.0);
    add("aor", part_aorist, part_verb | part_voice, "(a)р", 1.8);
    add("aor", part_aorist, part_negation, "с", 1.0);
    add("goal", part_aorist, any_verb, "QAK", 3.0);
    add("agent", part_participle, any_verb, "ушI", 3.2);
    add("wish", part_wish, any_verb, "GI", 2.4);
    add("ger", part_gerund, any_verb, "у", 0.9);
    add("conv_p", part_converb_p, part_verb | part_voice, "(I)п", 0.6);
    add("conv_p", part_converb_p, part_negation, "п", 1.2);
    add("conv_a", part_converb_a, any_verb, "(A)", 1.1);
    add("conv_till", part_finite, any_verb, "GAлI", 1.6);
    add("conv_until", part_finite, part_verb | part_voice, "QAйIншA", 2.0);
    add("pres", part_finite, part_converb_a, "ді", 0.2);
    add("pres", part_finite, part_converb_a, "ды", 0.2);
    add("pres1sg", part_finite, part_converb_a, "м", 1.8);
    add("evid", part_finite, part_converb_p, "ті", 0.8);
    add("evid", part_finite, part_converb_p, "ты", 0.8);
    add("past", part_past, any_verb, "DI", 0.6);
    add("cond", part_past, any_verb, "сA", 1.1);
    add("past1sg", part_finite, part_past, "м", 0.6);
    add("past2sg", part_finite, part_past, "ң", 1.2);
    add("past2pol", part_finite, part_past, "ңIз", 1.2);
    add("past1pl", part_finite, part_past, "K", 0.8);
    add("past2pl", part_finite, part_past, "ңдAр", 1.8);
    add("past2polpl", part_finite, part_past, "ңIздAр", 2.0);
    add("imp1sg", part_finite, any_verb, "(A)йIн", 1.8);
    add("imp1sg", part_finite, any_verb, "йIн", 2.0);
    add("imp1pl", part_finite, any_verb, "(A)йIK", 1.8);
    add("imp1pl", part_finite, any_verb, "йIK", 2.0);
    add("imp3", part_finite, any_verb, "сIн", 1.4);
    add("imp2pol", part_finite, any_verb, "(I)ңIз", 1.8);
    add("imp2pl", part_finite, any_verb, "(I)ңдAр", 2.2);
    add("imp2polpl", part_finite, any_verb, "(I)ңIздAр", 2.2);
    add("imp2", part_finite, any_verb, "GIн", 4.0);
    add("opt", part_aorist, any_verb, "GAй", 2.6);
}

void index_by_ending(KazakhSuffixes& table) {
    std::vector<std::vector<std::uint16_t>> of_last(kazakh_letter_numbers);
    for (std::size_t at = 0; at < table.forms.size(); ++at)
        of_last[kazakh_letter_number(table.forms[at].text.back())].push_back(static_cast<std::uint16_t>(at));
    for (const auto& forms : of_last)
        for (std::size_t before = 0; before < kazakh_letter_numbers; ++before) {
            table.first_by_ending.push_back(static_cast<std::uint16_t>(table.by_ending.size()));
            for (const std::uint16_t form : forms) {
                const std::u32string& text = table.forms[form].text;
                if (text.size() == 1 || kazakh_letter_number(text[text.size() - 2]) == before)
                    table.by_ending.push_back(form);
            }
        }
    table.first_by_ending.push_back(static_cast<std::uint16_t>(table.by_ending.size()));
}

}  // namespace

KazakhSuffixes kazakh_suffixes() {
    KazakhSuffixes table;
    const FormMaker add{table};
    add_nominal_suffixes(add);
    add_verbal_suffixes(add);
    std::ranges::stable_sort(table.forms, {}, [](const KazakhSuffixForm& form) { return form.text.back(); });
    for (KazakhSuffixForm& form : table.forms)
        form.voices =
            form.restored == 0 && (kazakh_sound(form.text.front()) == sound_vowel || form.text.front() == U'у');
    index_by_ending(table);
    return table;
}

}  // namespace tarazy
