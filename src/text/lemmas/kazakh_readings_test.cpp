#include "text/lemmas/kazakh_readings.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::kazakh_readings_test {
namespace {

bool has_reading(std::u32string_view word, std::u32string_view stem, bool verb, double at_most = 1e9) {
    static const KazakhSuffixes suffixes = kazakh_suffixes();
    KazakhCutter cutter(suffixes);
    return std::ranges::any_of(cutter.cut(word), [&](const KazakhReading& reading) {
        std::u32string its_stem;
        stem_of_reading(word, reading, its_stem);
        return its_stem == stem && reading.verb == verb && reading.cost <= at_most;
    });
}

// Paradigms that we write ourselves: every form must lead back to its stem without a bent rule.
TEST(KazakhReadings, ParadigmsOfNounsLeadBackToTheirStems) {
    struct Paradigm {
        std::u32string stem;
        std::vector<std::u32string> forms;
    };
    const std::vector<Paradigm> nouns = {
        {U"бала", {U"балалар",   U"баланың",     U"балаға",   U"баланы",  U"балада",    U"баладан",
                   U"баламен",   U"балам",       U"балаң",    U"балаңыз", U"баласы",    U"баламыз",
                   U"балаларым", U"балаларының", U"баласына", U"баласын", U"баласында", U"баласынан",
                   U"баласымен", U"баладағы",    U"баланікі", U"баладай", U"баламын",   U"балалармыз"}},
        {U"мемлекет",
         {U"мемлекеттер", U"мемлекеттің", U"мемлекетке", U"мемлекетті", U"мемлекетте", U"мемлекеттен", U"мемлекетпен",
          U"мемлекетім", U"мемлекеті", U"мемлекетіміз", U"мемлекеттерінің", U"мемлекетіндегі"}},
        {U"кітап", {U"кітаптар", U"кітабы", U"кітабын", U"кітабымда", U"кітапқа", U"кітаппен", U"кітабыңыздан"}},
        {U"тілек", {U"тілектер", U"тілегі", U"тілегіме", U"тілекке", U"тілегінен"}},
        {U"қонақ", {U"қонағы", U"қонақтарға", U"қонағымыз", U"қонаққа"}},
        {U"қыз", {U"қыздар", U"қызға", U"қызбен", U"қызы", U"қызының"}},
        {U"тау", {U"таулар", U"тауы", U"тауға", U"тауда", U"таудың"}},
    };
    for (const Paradigm& noun : nouns)
        for (const std::u32string& form : noun.forms)
            EXPECT_TRUE(has_reading(form, noun.stem, false, 6)) << utf8_of(form) << " = " << utf8_of(noun.stem);
}

TEST(KazakhReadings, ParadigmsOfVerbsLeadBackToTheirStems) {
    struct Paradigm {
        std::u32string stem;
        std::vector<std::u32string> forms;
    };
    const std::vector<Paradigm> verbs = {
        {U"жаз", {U"жаздым",   U"жаздың",       U"жазды",   U"жаздық",   U"жазамын", U"жазасың", U"жазады",
                  U"жазамыз",  U"жазба",        U"жазбады", U"жазбайды", U"жазса",   U"жазсақ",  U"жазсын",
                  U"жазайын",  U"жазайық",      U"жазыңыз", U"жазып",    U"жазған",  U"жазатын", U"жазар",
                  U"жазбас",   U"жазбақ",       U"жазу",    U"жазуға",   U"жазғалы", U"жазғысы", U"жазылды",
                  U"жазылған", U"жазғандықтан", U"жазбай",  U"жазғанда", U"жазыпты", U"жазушы",  U"жазғай"}},
        {U"кел", {U"келдім", U"келеді", U"келмейді", U"келсе", U"келіп", U"келген", U"келу", U"келмек", U"келейін"}},
        {U"оқы", {U"оқыды", U"оқиды", U"оқып", U"оқыған", U"оқу", U"оқуға", U"оқыса", U"оқымады", U"оқитын"}},
        {U"сөйле", {U"сөйлейді", U"сөйледі", U"сөйлеп", U"сөйлеген", U"сөйлеу", U"сөйлемеді", U"сөйлейтін"}},
        {U"тап", {U"тапты", U"тауып", U"табады", U"табылды", U"табу", U"тапқан", U"таппады"}},
        {U"шық", {U"шықты", U"шығып", U"шығады", U"шығу", U"шыққан", U"шықпайды"}},
        {U"қой", {U"қояды", U"қойды", U"қою", U"қойған", U"қоймайды"}},
        {U"ал", {U"алды", U"алып", U"алынды", U"алынған", U"алмайды", U"алады"}},
    };
    for (const Paradigm& verb : verbs)
        for (const std::u32string& form : verb.forms)
            EXPECT_TRUE(has_reading(form, verb.stem, true, 8)) << utf8_of(form) << " = " << utf8_of(verb.stem);
}

TEST(KazakhReadings, AWrongHarmonyOrAssimilationCostsOrIsRefused) {
    EXPECT_FALSE(has_reading(U"балалер", U"бала", false, 3)) << "a front suffix after back vowels";
    EXPECT_FALSE(has_reading(U"балатар", U"бала", false)) << "т after a vowel";
    EXPECT_FALSE(has_reading(U"қызмен", U"қыз", false)) << "м after з";
}

TEST(KazakhReadings, DrivenOutVowelsComeBack) {
    EXPECT_EQ(with_vowel_restored(U"орн"), U"орын");
    EXPECT_EQ(with_vowel_restored(U"көңл"), U"көңіл");
    EXPECT_EQ(with_vowel_restored(U"халқ"), U"халық");
    EXPECT_TRUE(with_vowel_restored(U"бала").empty());
    EXPECT_TRUE(with_vowel_restored(U"").empty());
}

TEST(KazakhReadings, WhateverTheWordTheWorkIsBounded) {
    const KazakhSuffixes suffixes = kazakh_suffixes();
    KazakhCutter cutter(suffixes);
    EXPECT_EQ(cutter.cut(std::u32string(100'000, U'а')).size(), 1U);
    std::u32string chain = U"бала";
    while (chain.size() + 3 <= longest_kazakh_word) chain += U"лар";
    EXPECT_LE(cutter.cut(chain).size(), most_kazakh_readings + 1);
    EXPECT_LE(cutter.cut(std::u32string(longest_kazakh_word, U'а')).size(), most_kazakh_readings + 1);
    EXPECT_EQ(cutter.cut(U"бвг").size(), 1U) << "no vowel, no word";
    for (const char32_t only : {U'а', U'-', U'\uFFFD', U'ы', U'0'})
        EXPECT_FALSE(cutter.cut(std::u32string(1, only)).empty());
    for (const char* text : {"---", "а-", "-а", "ыыы", "й-й", "а\xFFб"})
        EXPECT_FALSE(cutter.cut(lower_code_points(text)).empty());
}

}  // namespace
}  // namespace tarazy::kazakh_readings_test
