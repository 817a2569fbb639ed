#include "text/codes/corrected_shares.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::corrected_shares_test {
namespace {

/// A thousand sentences; the dictionary finds seven in ten of those with the code, and one in twenty of the others.
struct SimulatedCoding {
    CodedDocuments coded;
    Table hand;
    double truth = 0;
};

SimulatedCoding simulated(std::uint64_t seed) {
    SimulatedCoding result;
    result.coded.codes = {"memory"};
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"sentence"}, RealColumn{"probability"}, TextColumn{"codes"},
                   TextColumn{"coder"});
    Random random(seed, "simulated coding", 0);
    for (int k = 0; k < 10; ++k) {
        CodedDocument document{"d" + std::to_string(k), "KAZ", 2000 + k, {}};
        for (std::size_t sentence = 1; sentence <= 100; ++sentence) {
            const bool is_so = random.uniform() < 0.2;
            const bool found = random.uniform() < (is_so ? 0.7 : 0.05);
            result.truth += is_so ? 0.001 : 0;
            document.sentences.push_back(found ? 1 : 0);
            const double probability = found ? 0.4 : 0.15;
            if (random.uniform() < probability)
                rows.add(document.id, sentence, probability, is_so ? "memory" : "", "A");
        }
        result.coded.documents.push_back(std::move(document));
    }
    result.hand = rows.table();
    return result;
}

TEST(CorrectedShares, CoverTheTruthWhereTheDictionaryIsWrong) {
    std::size_t covered = 0, machine_covered = 0;
    constexpr std::size_t times = 200;
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        const SimulatedCoding all = simulated(seed);
        const CorrectedShares found = corrected_shares(all.coded, all.hand, {{2000, 2009}});
        const double low = *number_in(found.shares, "lower", 0), high = *number_in(found.shares, "upper", 0);
        covered += low <= all.truth && all.truth <= high ? 1 : 0;
        machine_covered += std::abs(*number_in(found.shares, "machine", 0) - all.truth) < (high - low) / 20 ? 1 : 0;
    }
    EXPECT_GE(covered, times * 91 / 100);
    EXPECT_LT(machine_covered, times / 2);
}

TEST(CorrectedShares, PrecisionAndRecallWeighSentencesByHowRarelyTheyAreDrawn) {
    CodedDocuments coded;
    coded.codes = {"memory"};
    coded.documents = {{"a", "KAZ", 2000, {1, 1, 0, 0}}};
    const Table hand =
        read_csv("doc_id,sentence,probability,codes\na,1,1,memory\na,2,1,\na,3,0.5,memory\n", "hand.csv");
    const Table agreement = corrected_shares(coded, hand, {{2000, 2000}}).agreement;
    EXPECT_EQ(number_in(agreement, "both", 0), 1);
    EXPECT_EQ(number_in(agreement, "precision", 0), 0.5);
    EXPECT_DOUBLE_EQ(*number_in(agreement, "recall", 0), 1.0 / 3);
}

TEST(CorrectedShares, EveryFaultyRowOfTheSampleIsTold) {
    CodedDocuments coded;
    coded.codes = {"memory"};
    coded.documents = {{"a", "KAZ", 2000, {1, 0}}};
    try {
        (void)corrected_shares(
            coded, read_csv("doc_id,sentence,probability,codes\na,3,1,\nb,1,1,\na,1,2,memori\na,1,1,\n", "h.csv"),
            {{2000, 2000}});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 5U);
        EXPECT_EQ(error.problems()[0].line, 2U);
    }
}

TEST(CorrectedShares, FewHandCodesAreWarnedOf) {
    const SimulatedCoding all = simulated(1);
    EXPECT_TRUE(corrected_shares(all.coded, all.hand, {{2000, 2009}}).notes.empty());
    EXPECT_EQ(corrected_shares(all.coded, all.hand, {{2000, 2000}}).notes.size(), 1U);
}

}  // namespace
}  // namespace tarazy::corrected_shares_test
