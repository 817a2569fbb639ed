#include "text/codes/corrected_trend.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"
#include "text/codes/corrected_shares.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace corrected_trend_test {

/// Thirty years of ninety sentences; the share rises from .1 to .3, and the dictionary grows blind: it finds nine in
/// ten at the beginning and half at the end, so that its own trend is far too flat.
struct DrawnSpeeches {
    CodedDocuments coded;
    Table hand;
    double early = 0, late = 0;  ///< the share of the first and of the last ten years
};

DrawnSpeeches drawn_speeches(std::uint64_t seed) {
    DrawnSpeeches result;
    result.coded.codes = {"memory"};
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"sentence"}, RealColumn{"probability"}, TextColumn{"codes"});
    Random random(seed, "drawn speeches", 0);
    for (int year = 0; year < 30; ++year) {
        CodedDocument document{"d" + std::to_string(year), "KAZ", 1995 + year, {}};
        for (std::size_t sentence = 1; sentence <= 90; ++sentence) {
            const double progress = year / 29.0;
            const bool is_so = random.uniform() < 0.1 + 0.2 * progress;
            const bool found = random.uniform() < (is_so ? 0.9 - 0.4 * progress : 0.04);
            (year < 10 ? result.early : result.late) += is_so && (year < 10 || year >= 20) ? 1.0 / 900 : 0;
            document.sentences.push_back(found ? 1 : 0);
            const double probability = found ? 0.5 : 0.12;
            if (random.uniform() < probability) rows.add(document.id, sentence, probability, is_so ? "memory" : "");
        }
        result.coded.documents.push_back(std::move(document));
    }
    result.hand = rows.table();
    return result;
}

TEST(CorrectedTrend, IntervalsCoverTheTruthWhereTheDictionaryGoesWrongMoreAndMore) {
    std::size_t early = 0, late = 0, slopes = 0, machine = 0;
    constexpr std::size_t times = 200;
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        const DrawnSpeeches drawn = drawn_speeches(seed);
        const CorrectedTrend found = corrected_trend(drawn.coded, drawn.hand, {1995, 2024, 10, 10});
        const auto covers = [](const Table& table, std::size_t row, double truth) {
            return *number_in(table, "lower", row) <= truth && truth <= *number_in(table, "upper", row) ? 1U : 0U;
        };
        early += covers(found.periods, 0, drawn.early);
        late += covers(found.periods, 2, drawn.late);
        const double truth = 0.2 / 2.9;
        slopes += covers(found.slopes, 0, truth);
        const double low = *number_in(found.slopes, "lower", 0), high = *number_in(found.slopes, "upper", 0);
        const double blind = *number_in(found.slopes, "machine_slope", 0);
        machine += low <= blind && blind <= high ? 1 : 0;
        EXPECT_LT(blind, truth) << "the truth is .069";
    }
    EXPECT_GE(early, times * 92 / 100);
    EXPECT_GE(late, times * 92 / 100);
    EXPECT_GE(slopes, times * 91 / 100);
    EXPECT_LT(machine, times / 2);
}

TEST(CorrectedTrend, WithEverythingCodedItIsWhatPeopleFound) {
    CodedDocuments coded;
    coded.codes = {"memory"};
    coded.documents = {
        {"a", "KAZ", 2000, {1, 0, 0, 0}}, {"b", "KAZ", 2010, {1, 1, 0, 0}}, {"c", "KAZ", 2020, {0, 0, 0, 0}}};
    std::string csv = "doc_id,sentence,probability,codes\n";
    for (const auto& [id, count] : {std::pair("a", 1), {"b", 2}, {"c", 3}})
        for (int k = 1; k <= 4; ++k)
            csv += std::string(id) + ',' + std::to_string(k) + ",1," + (k <= count ? "memory" : "") + '\n';
    const CorrectedTrend found = corrected_trend(coded, read_csv(csv, "h.csv"), {2000, 2020, 1, 2});
    ASSERT_EQ(found.periods.rows(), 3U) << "years without documents are no periods";
    for (std::size_t row = 0; row < 3; ++row)
        EXPECT_DOUBLE_EQ(*number_in(found.periods, "corrected", row), 0.25 * (static_cast<double>(row) + 1));
    EXPECT_EQ(text_in(found.periods, "period", 2), "2020");
    EXPECT_DOUBLE_EQ(*number_in(found.slopes, "slope", 0), 0.25);
    EXPECT_NEAR(*number_in(found.slopes, "machine_slope", 0), -0.125, 1e-12);
}

TEST(CorrectedTrend, AYearWithTooFewHandCodesIsUnknownAndNotZero) {
    const DrawnSpeeches drawn = drawn_speeches(3);
    const CorrectedTrend found = corrected_trend(drawn.coded, drawn.hand, {1995, 2024, 1, 1000});
    EXPECT_EQ(found.periods.rows(), 30U);
    EXPECT_EQ(found.notes.size(), 30U);
    EXPECT_FALSE(number_in(found.periods, "corrected", 0));
    EXPECT_FALSE(number_in(found.slopes, "slope", 0));
    EXPECT_TRUE(number_in(found.periods, "machine", 0));
}

TEST(CorrectedTrend, PeriodsEndWithTheLastYear) {
    const DrawnSpeeches drawn = drawn_speeches(4);
    const Table periods = corrected_trend(drawn.coded, drawn.hand, {1995, 2024, 7, 10}).periods;
    EXPECT_EQ(text_in(periods, "period", 0), "1995-1996");
    EXPECT_EQ(text_in(periods, "period", periods.rows() - 1), "2018-2024");
}

}  // namespace corrected_trend_test
}  // namespace tarazy
