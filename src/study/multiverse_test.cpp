#include "study/multiverse.hpp"

#include "analyses/all_methods.hpp"
#include "base/work_test.hpp"
#include "io/write_table.hpp"
#include "study/multiverse_tables.hpp"
#include "study/multiverse_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace tarazy {
namespace multiverse_test {

Multiverse multiverse_of(const StudyFile& study, unsigned threads = 0, std::size_t points = 1024) {
    MultiverseOptions options = multiverse_options();
    options.most_universes = points;
    options.threads = threads;
    return run_multiverse(study, all_methods(), options);
}

const Claim* tested_claim(const StudyResult& result, const JudgedTest& test) {
    for (const AnalysisResult& analysis : result.analyses) {
        for (const Claim& claim : analysis.claims)
            if (claim.id == test.claim) return &claim;
    }
    return nullptr;
}

TEST(Multiverse, EveryUniverseIsTheStudyRunWithItsAlternativesWrittenIn) {
    const MultiverseStudy study;
    const Multiverse multiverse = multiverse_of(study.read());
    EXPECT_TRUE(multiverse.all);
    EXPECT_EQ(multiverse.possible, 16u);
    ASSERT_EQ(multiverse.universes.size(), 16u);
    EXPECT_EQ(multiverse.universes.front(), (Picked{0, 0, 0, 0}));
    std::set<Verdict> verdicts;
    for (const Picked& universe : multiverse.universes) {
        write_file_atomically(study.example / "study.toml", study.text(universe));
        const StudyResult alone = run_study(study.example.read(), all_methods());
        ASSERT_EQ(alone.propositions.size(), multiverse.propositions.size());
        for (std::size_t p = 0; p < alone.propositions.size(); ++p) {
            const JudgedProposition& judged = alone.propositions[p];
            const UniverseVerdict& verdict = multiverse.propositions[p].in(universe);
            EXPECT_EQ(verdict.verdict, judged.verdict) << judged.id;
            verdicts.insert(verdict.verdict);
            ASSERT_LE(verdict.tests.size(), judged.tests.size());
            for (std::size_t t = 0; t < verdict.tests.size(); ++t) {
                const Claim* claim = tested_claim(alone, judged.tests[t]);
                ASSERT_NE(claim, nullptr);
                EXPECT_EQ(verdict.tests[t].result, judged.tests[t].result);
                EXPECT_EQ(verdict.tests[t].value, claim->value) << "exactly";
                EXPECT_EQ(verdict.tests[t].lower.has_value(), claim->interval.has_value());
                if (claim->interval) {
                    EXPECT_EQ(verdict.tests[t].upper, claim->interval->upper);
                }
            }
        }
    }
    EXPECT_GT(verdicts.size(), 1u) << "choices that turn nothing would prove little";
}

TEST(Multiverse, AnalysesAreComputedOnceForAllUniversesThatAgreeInThem) {
    const Multiverse multiverse = multiverse_of(MultiverseStudy().read());
    // Of shares and of what reads it: west, window, draws.
    EXPECT_EQ(multiverse.analyses_computed, 8u + 8u);
    EXPECT_EQ(multiverse.propositions.at(0).judged.size(), 16u);
    EXPECT_EQ(multiverse.propositions.at(1).judged.size(), 1u);
    EXPECT_EQ(multiverse.propositions.at(2).judged.size(), 8u);
    EXPECT_TRUE(multiverse.failures.empty());
}

TEST(Multiverse, TheSameBytesAtAnyNumberOfThreads) {
    const MultiverseStudy study;
    const auto bytes = [&](unsigned threads) {
        const Multiverse multiverse = multiverse_of(study.read(), threads);
        return to_csv(universes_table(study.read(), multiverse)) + to_csv(curves_table(study.read(), multiverse)) +
               to_csv(moves_table(study.read(), multiverse));
    };
    EXPECT_EQ(bytes(1), bytes(2));
}

TEST(Multiverse, WhereThereAreTooManyASampleIsDrawn) {
    const MultiverseStudy study;
    write_file_atomically(
        study.example / "study.toml", study.text() + MultiverseStudy::choices_text() + [] {
            std::string more;
            for (int i = 0; i < 3; ++i) {
                const std::string n = std::to_string(i);
                more += "[[choice]]\nid = \"w" + n +
                        "\"\nname = \"w\"\nreason = \"r\"\n[[choice.alternative]]\nid = \"a\"\n"
                        "name = \"a\"\n[[choice.alternative]]\nid = \"b\"\nname = \"b\"\nset = { \"";
                more += i == 0   ? "proposition.P1.test.1.weight\" = 1"
                        : i == 1 ? "proposition.P1.test.2.weight\" = 3"
                                 : "proposition.P1.test.1.comparison\" = \"between -0.3 and 0.3 with probability 0.9\"";
                more += " }\n";
            }
            return more;
        }());
    const StudyFile file = study.read();
    const Multiverse whole = multiverse_of(file), part = multiverse_of(file, 0, 100);
    EXPECT_EQ(whole.possible, 128u);
    EXPECT_TRUE(whole.all);
    EXPECT_FALSE(part.all);
    EXPECT_EQ(part.universes.size(), 101u) << "the study as it stands stands before the sample";
    EXPECT_EQ(part.universes.front(), Picked(7, 0));
    EXPECT_FALSE(part.propositions.at(0).all);
    EXPECT_EQ(part.propositions.at(0).centres.size(), 8u);
    EXPECT_TRUE(part.propositions.at(2).all) << "few choices touch it";
    for (const Picked& universe : part.universes)
        EXPECT_EQ(part.propositions.at(0).in(universe).verdict, whole.propositions.at(0).in(universe).verdict);
    EXPECT_EQ(to_csv(universes_table(file, multiverse_of(file, 1, 100))), to_csv(universes_table(file, part)));
    EXPECT_THROW((void)multiverse_of(file, 0, 40), UsageError);
}

TEST(Multiverse, AnAnalysisWithoutDataMakesItsVerdictsSilentAndIsTold) {
    const MultiverseStudy study;
    study.example.edit("study.toml", R"("pole.WEST.members" = ["USA"])", R"("data.votes.file" = "data/events.csv")");
    const Multiverse multiverse = multiverse_of(study.read());
    EXPECT_FALSE(multiverse.failures.empty());
    EXPECT_TRUE(multiverse.failures.front().refused);
    EXPECT_EQ(multiverse.propositions.at(0).in({1, 0, 0, 0}).verdict, Verdict::silent);
    EXPECT_NE(multiverse.propositions.at(0).as_it_stands().verdict, Verdict::silent);
    const std::vector<std::string> notes = multiverse_notes(study.read(), multiverse);
    EXPECT_NE(notes.front().find("has no result with west = usa"), std::string::npos) << notes.front();
}

TEST(Multiverse, AStudyWithoutChoicesHasNone) {
    const ExampleStudy example;
    EXPECT_THROW((void)multiverse_of(example.read()), UsageError);
}

TEST(Multiverse, CanBeStopped) {
    const MultiverseStudy study;
    const StudyFile file = study.read();
    expect_stoppable([&](const Work& work) {
        MultiverseOptions options = multiverse_options();
        options.threads = 1;
        options.work = work;
        (void)run_multiverse(file, all_methods(), options);
    });
}

TEST(Multiverse, CombinationsAreCountedAndMade) {
    ChoiceTouch touch;
    touch.alternatives = {{0, 2}, {0}, {0, 1, 2}};
    EXPECT_EQ(count_combinations(touch, {0, 1, 2}), 6u);
    const auto all = all_combinations(touch, {0, 2}, 6);
    ASSERT_TRUE(all);
    EXPECT_EQ((*all)[1], (Picked{0, 0, 1}));
    EXPECT_EQ((*all)[3], (Picked{2, 0, 0}));
    EXPECT_FALSE(all_combinations(touch, {0, 2}, 5));
    touch.alternatives.assign(80, {0, 1, 2});
    ChoiceSet choices(80);
    for (std::size_t c = 0; c < 80; ++c) choices[c] = c;
    EXPECT_EQ(count_combinations(touch, choices), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(star_of(touch, Picked(80, 1), 1).size(), 3u);
    touch.alternatives = {{0}, {0, 2}};
    EXPECT_EQ(star_of(touch, {0, 1}, 1), (std::vector<Picked>{{0, 0}, {0, 2}}));
}

}  // namespace multiverse_test
}  // namespace tarazy
