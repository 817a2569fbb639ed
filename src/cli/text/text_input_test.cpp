// What all verbs on texts have in common: the inputs they read, lemmas, and the language of a token.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace text_input_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string source = TARAZY_SOURCE_DIR;
const bool no_dictionaries = !std::filesystem::exists("/usr/share/hunspell/kk_KZ.dic") ||
                             !std::filesystem::exists("/usr/share/hunspell/ru_RU.dic") ||
                             !std::filesystem::exists("/usr/share/hunspell/en_US.dic");

/// A Kazakh text with abstracts in Russian and English, and a Russian one; of our own.
const std::string articles =
    "doc_id,year,text\n"
    "article,2021,\"Мемлекеттер келісімге қол қойды. Бұл келісімнің маңызы зор, сондықтан мемлекеттердің келісімі "
    "сақталады. Аннотация: государства подписали договор, а договору уже много лет. Abstract: the States signed "
    "treaties and the treaty is old.\"\n"
    "note,2022,\"Государство подписало два договора. Этот договор важен для государств региона.\"\n";

/// Every verb that reads texts, with what it needs to run on short speeches.
std::vector<std::vector<std::string>> verbs(const Folder& folder) {
    const std::string codes = folder.write("codes.yml", "peace: [peace*]\nnuclear: [\"nuclear weapon*\"]\n");
    const std::string table = folder.write("codes.csv", "code,entry\npeace,peace*\n");
    const std::string scores = folder.write("scores.csv", "doc_id,score\nnorth_1992,1\nislands_1992,-1\n");
    const std::string seeds = folder.write("seeds.csv", "feature,weight\npeace,1\nclimate,-1\n");
    return {{"tokens"},
            {"dfm", "--by", "state"},
            {"kwic", "--pattern", "nuclear*"},
            {"dictionary", "--dictionary", codes, "--show", "rates"},
            {"keyness", "--target", "state=North"},
            {"collocations"},
            {"cooccurrence", "--min-pairs", "3"},
            {"diversity"},
            {"similarity"},
            {"trends", "--features", "peace"},
            {"wordscores", "--scores", scores},
            {"wordfish", "--direction", "islands_1992,north_1992", "--no-errors"},
            {"topics", "--k", "2", "--sweeps", "20", "--burn-in", "10", "--thin", "2"},
            {"lss", "--seeds", seeds, "--dimensions", "3", "--min-count", "2"},
            {"codes", "--codebook", table, "--states", "North,Islands", "--windows", "1992-2024", "--draws", "99"}};
}

ProgramRun run_verb(std::vector<std::string> verb, const std::string& input, std::vector<std::string> more) {
    std::vector<std::string> all = {"text", verb.front()};
    if (verb.front() == "codes") all.emplace_back("--documents");
    all.push_back(input);
    all.insert(all.end(), verb.begin() + 1, verb.end());
    all.insert(all.end(), more.begin(), more.end());
    all.insert(all.end(), {"--format", "csv"});
    return run_program(all);
}

TEST(TextInput, EveryVerbReadsTheDatabaseOfTextBuildAsItReadsTheTable) {
    const Folder folder;
    const std::string speeches = source + "/examples/short-speeches/speeches.csv";
    const std::string csv = folder / "built.csv", store = folder / "built.db";
    ASSERT_EQ(run_program({"text", "build", speeches, "-o", csv}).status, 0);
    ASSERT_EQ(run_program({"text", "build", speeches, "-o", store}).status, 0);
    for (const std::vector<std::string>& verb : verbs(folder)) {
        const ProgramRun of_table = run_verb(verb, csv, {}), of_store = run_verb(verb, store, {});
        EXPECT_EQ(of_store.status, of_table.status) << verb.front() << ": " << of_store.err;
        EXPECT_LT(of_store.status, 2) << verb.front() << ": " << of_store.err;
        EXPECT_EQ(of_store.out, of_table.out) << verb.front();
        EXPECT_FALSE(of_store.out.empty()) << verb.front();
    }
    const std::string faulty = folder.write("faulty.db", "doc_id,text\na,peace\n");
    const ProgramRun run = run_program({"text", "dfm", faulty});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("faulty.db: this is no SQLite database"), std::string::npos) << run.err;
}

TEST(TextInput, EveryVerbTakesLemmas) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    const Folder folder;
    const std::string speeches = source + "/examples/short-speeches/speeches.csv";
    for (const std::vector<std::string>& verb : verbs(folder)) {
        const ProgramRun run = run_verb(verb, speeches, {"--lemmas", "--language", "en"});
        EXPECT_LT(run.status, 2) << verb.front() << ": " << run.err;
        EXPECT_FALSE(run.out.empty()) << verb.front();
    }
}

TEST(TextInput, FormsOfAWordAreCountedTogetherInTheLanguageOfTheirSegment) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    const Folder folder;
    const std::string texts = folder.write("articles.csv", articles);
    const ProgramRun run = run_program({"text", "dfm", texts, "--lemmas", "--remove-punct"});
    ASSERT_EQ(run.status, 0) << run.err;
    for (const char* row :
         {"article,келісім,3\n", "article,мемлекет,2\n", "article,государство,1\n", "article,договор,2\n",
          "article,treaty,2\n", "article,state,1\n", "note,договор,2\n", "note,государство,2\n"})
        EXPECT_NE(run.out.find(row), std::string::npos) << row << run.out;
    EXPECT_NE(run.err.find("tokens by language: "), std::string::npos) << run.err;
    const ProgramRun plain = run_program({"text", "dfm", texts, "--remove-punct"});
    EXPECT_EQ(plain.out.find("article,келісім,"), std::string::npos) << plain.out;
    const ProgramRun pairs = run_program({"text", "dfm", texts, "--lemmas", "--remove-punct", "--ngrams", "2"});
    EXPECT_NE(pairs.out.find("note,подписать_два,1"), std::string::npos) << pairs.out;
    EXPECT_EQ(run.out, run_program({"text", "dfm", texts, "--lemmas", "--remove-punct", "--threads", "1"}).out);
}

TEST(TextInput, EntriesOfACodebookMayAskForLemmasAndLanguages) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    const Folder folder;
    const std::string texts = folder.write("articles.csv", articles);
    const std::string codes = folder.write(
        "codes.yml",
        "treaty: [\"lemma:келісім\", \"lemma:договор\", \"lemma:treaty\"]\nrussian: [\"lang:ru lemma:договор\"]\n"
        "english: [\"lang:en договор*\"]\n");
    const ProgramRun run = run_program({"text", "dictionary", texts, "--dictionary", codes, "--lemmas"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\narticle,7,2,0,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nnote,2,2,0,"), std::string::npos) << run.out;
    const ProgramRun without = run_program({"text", "dictionary", texts, "--dictionary", codes});
    EXPECT_EQ(without.status, 3);
    EXPECT_NE(without.err.find("give --lemmas"), std::string::npos) << without.err;
    const ProgramRun rates =
        run_program({"text", "dictionary", texts, "--dictionary", codes, "--lemmas", "--show", "rates"});
    EXPECT_NE(rates.out.find("\ntreaty,en,2,"), std::string::npos) << rates.out;
    const ProgramRun lines =
        run_program({"text", "kwic", texts, "--pattern", "lemma:келісім", "--lemmas", "--window", "1"});
    EXPECT_NE(lines.out.find("Мемлекеттер,келісімге,қол,lemma:келісім"), std::string::npos) << lines.out;
}

TEST(TextInput, TokensShowTheirLemmaAndLanguage) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    const Folder folder;
    const std::string texts = folder.write("articles.csv", articles);
    const ProgramRun run = run_program({"text", "tokens", texts, "--lemmas"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("article,2,келісімге,келісім,kk,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",договору,договор,ru,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",treaties,treaty,en,"), std::string::npos) << run.out;
    const ProgramRun languages = run_program({"text", "tokens", texts, "--language", "auto"});
    EXPECT_NE(languages.out.find(",treaties,,en,"), std::string::npos) << languages.out;
    const ProgramRun plain = run_program({"text", "tokens", texts});
    EXPECT_NE(plain.out.find(",treaties,,,"), std::string::npos) << plain.out;
}

TEST(TextInput, WhatDoesNotGoTogetherIsTold) {
    const Folder folder;
    const std::string texts = folder.write("articles.csv", articles);
    const std::string counts = folder.write("counts.csv", "doc_id,feature,n\na,peace,1\n");
    EXPECT_EQ(run_program({"text", "dfm", counts, "--lemmas"}).status, 2);
    const ProgramRun alone = run_program({"text", "dfm", texts, "--language", "kk"});
    EXPECT_EQ(alone.status, 2);
    EXPECT_NE(alone.err.find("give --lemmas with it"), std::string::npos) << alone.err;
    EXPECT_EQ(run_program({"text", "kwic", texts, "--pattern", "a", "--lemmas", "--ngrams", "2"}).status, 2);
    EXPECT_EQ(run_program({"text", "dfm", texts, "--lemmas", "--language", "de"}).status, 2);
    const ProgramRun missing =
        run_program({"text", "dfm", texts, "--lemmas", "--language", "kk", "--dictionary-kk", folder / "none"});
    EXPECT_EQ(missing.status, 3);
    EXPECT_NE(missing.err.find("install the package hunspell-kk"), std::string::npos) << missing.err;
    const std::string named = folder.write("named.csv", "doc_id,language,text\na,Russian,Государства подписали.\n");
    const ProgramRun unknown = run_program({"text", "dfm", named, "--lemmas"});
    EXPECT_EQ(unknown.status, 0);
    EXPECT_NE(unknown.err.find("there are no lemmas for the language 'Russian'"), std::string::npos) << unknown.err;
    EXPECT_NE(unknown.out.find("a,государства,1"), std::string::npos) << unknown.out;
    if (!no_dictionaries) {
        const ProgramRun plain = run_program({"text", "kwic", texts, "--pattern", "договор", "--lemmas"});
        EXPECT_NE(plain.err.find("lemma:WORD finds all forms"), std::string::npos) << plain.err;
    }
    const ProgramRun other = run_program({"text", "kwic", texts, "--pattern", "lemma:peace"});
    EXPECT_EQ(other.status, 3) << other.err;
}

}  // namespace text_input_test
}  // namespace tarazy
