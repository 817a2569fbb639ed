#include "trace/event_data/event_sums.hpp"

#include "base/edtf_calendar.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "io/compressed.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "trace/event_data/dyad_table.hpp"
#include "trace/event_data/event_files_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace event_sums_test {

const std::string testdata = TARAZY_SOURCE_DIR "/src/trace/testdata/";

EventFileOptions icews_weeks() {
    EventFileOptions options;
    options.layout = EventLayout::icews;
    options.rules.scale = {PeriodUnit::week, day_number({2018, 6, 1})};
    options.rules.quad = QuadRule::icews;
    return options;
}

/// Many rows of GDELT with repetitions.
std::string random_gdelt(std::size_t rows, std::uint64_t seed) {
    Random random(seed, "gdelt rows", 0);
    static const char* const states[] = {"KAZ", "RUS", "CHN", "USA", "KGZ", "", "UZB"};
    static const char* const codes[] = {"010", "042", "057", "0841", "090", "112", "173", "190"};
    static const char* const values[] = {"0.0", "1.9", "8.0", "7.0", "-2.0", "-2.0", "-5.0", "-10.0"};
    std::string text;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint64_t code = random.below(8);
        const std::string day = std::to_string(20140101 + 100 * random.below(12) + random.below(5));
        text += gdelt1_row(day, states[random.below(7)], states[random.below(7)], codes[code], values[code]);
    }
    return text;
}

EventFileOptions gdelt_months(unsigned threads = 1) {
    EventFileOptions options;
    options.threads = threads;
    return options;
}

TEST(EventSums, IcewsWeeksAgreeWithTheReferenceFile) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/trace/";
    if (!std::filesystem::exists(folder + "icews_events.csv")) GTEST_SKIP() << "no " << folder;
    const EventFileSums result = sum_event_files({folder + "icews_events.csv"}, icews_weeks());
    const Table expected = read_table(folder + "icews_dyad_week.csv");
    const EventSums& sums = result.sums;
    ASSERT_EQ(sums.cells.size(), expected.rows());
    const auto source = require_texts(expected, "source_country"), target = require_texts(expected, "target_country");
    const auto number = [&](const char* column) { return require_reals(expected, column); };
    const auto week = number("week"), n = number("n"), sum = number("goldstein_sum"), mean = number("goldstein_mean"),
               dedup = number("n_dedup");
    const std::vector<double> quads[] = {number("VCOOP"), number("MCOOP"), number("VCONF"), number("MCONF")};
    for (std::size_t row = 0; row < expected.rows(); ++row) {
        const DyadPeriod& cell = sums.cells[row];
        EXPECT_EQ(sums.actors[cell.source], source[row]);
        EXPECT_EQ(sums.actors[cell.target], target[row]);
        EXPECT_EQ(cell.period, week[row]);
        EXPECT_EQ(cell.n, n[row]);
        EXPECT_EQ(cell.n_dedup, dedup[row]);
        EXPECT_NEAR(cell.goldstein_sum, sum[row], 1e-9);
        EXPECT_NEAR(cell.goldstein_sum / cell.with_goldstein, mean[row], 1e-6);
        for (std::size_t q = 0; q < 4; ++q) EXPECT_EQ(cell.quads[q], quads[q][row]);
    }
}

TEST(EventSums, TheSmallCopyIsReadWhole) {
    const EventFileSums result = sum_event_files({testdata + "icews_events.csv"}, icews_weeks());
    EXPECT_EQ(result.reading.tally.rows, 200u);
    EXPECT_EQ(result.reading.rows_of_file, std::vector<std::uint64_t>{200});
    EXPECT_EQ(result.reading.tally.bad, 0u);
    double n = 0;
    for (const DyadPeriod& cell : result.sums.cells) n += cell.n;
    EXPECT_EQ(n, 200);
}

TEST(EventSums, TheSameBytesAtAnyNumberOfThreadsAndInAnyOrder) {
    const EventFolder folder;
    const std::string first = random_gdelt(12'000, 1), second = random_gdelt(3000, 2);
    const std::string a = folder.write("a.csv", first), b = folder.write("b.csv.gz", packed(second, Compression::gzip));
    for (const bool distinct : {false, true}) {
        EventFileOptions options = gdelt_months();
        options.distinct_only = distinct;
        const std::string expected = to_csv(dyad_table(sum_event_files({a, b}, options).sums));
        for (const unsigned threads : {2U, 3U, 0U}) {
            options.threads = threads;
            EXPECT_EQ(to_csv(dyad_table(sum_event_files({a, b}, options).sums)), expected) << threads;
        }
        EXPECT_EQ(to_csv(dyad_table(sum_event_files({b, a}, options).sums)), expected);
    }
}

TEST(EventSums, SumsOfDistinctEvents) {
    const EventFolder folder;
    const std::string row = gdelt1_row("20140301", "KAZ", "RUS", "057", "8.0");
    const std::string file = folder.write("g.csv", row + row + gdelt1_row("20140302", "KAZ", "RUS", "057", "8") +
                                                       gdelt1_row("20140302", "KAZ", "RUS", "057", "8.0"));
    EventFileOptions options = gdelt_months();
    EXPECT_EQ(to_csv(dyad_table(sum_event_files({file}, options).sums)),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,RUS,2014-03,4,2,32,4,0,0,0,8\n");
    options.distinct_only = true;
    EXPECT_EQ(to_csv(dyad_table(sum_event_files({file}, options).sums)),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,RUS,2014-03,4,2,16,2,0,0,0,8\n");
}

TEST(EventSums, BadRowsBeyondTheShareAreAnErrorWithTheirPlaces) {
    const EventFolder folder;
    const std::string rows = random_gdelt(2000, 3);
    const std::string file = folder.write("g.csv", rows + "broken\n" + rows + "1\t2\n");
    EventFileOptions options = gdelt_months(2);
    const EventFileSums fine = sum_event_files({file}, options);
    EXPECT_EQ(fine.reading.tally.bad, 2u);
    ASSERT_EQ(fine.reading.bad_rows.size(), 2u);
    EXPECT_EQ(to_string(fine.reading.bad_rows[1]),
              file + ":4002: the row has 2 fields, not 58; mend the row or take it out");
    options.bad_share = 0.0001;
    try {
        (void)sum_event_files({file}, options);
        FAIL();
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 3u);
        EXPECT_NE(std::string(error.what()).find("2 of 4002 rows cannot be read"), std::string::npos) << error.what();
        EXPECT_EQ(error.problems()[1].line, 2001u);
    }
}

TEST(EventSums, AFileCutShortIsToldAndNotFatal) {
    const EventFolder folder;
    const std::string rows = random_gdelt(20'000, 4);
    const std::string whole = packed(rows, Compression::gzip);
    const EventFileSums result =
        sum_event_files({folder.write("g.csv.gz", whole.substr(0, whole.size() - 100))}, gdelt_months());
    ASSERT_EQ(result.reading.cut_short.size(), 1u);
    EXPECT_LE(result.reading.tally.bad, 1u);
    EXPECT_GT(result.reading.tally.rows, 15'000u);
    const EventFileSums plain =
        sum_event_files({folder.write("h.csv", rows.substr(0, rows.size() - 1))}, gdelt_months());
    EXPECT_EQ(plain.reading.unfinished.size(), 1u);
    EXPECT_EQ(plain.reading.tally.rows, 20'000u);
    // Also a small file, of which the row in the middle is more than a thousandth.
    const std::string few = random_gdelt(10, 8);
    const EventFileSums small =
        sum_event_files({folder.write("s.csv", few.substr(0, few.size() - 20))}, gdelt_months());
    EXPECT_EQ(small.reading.tally.bad, 1u);
    EXPECT_EQ(small.reading.tally.cut, 1u);
    ASSERT_EQ(small.reading.bad_rows.size(), 1u);
    EXPECT_NE(small.reading.bad_rows[0].what.find("the file ends in the middle"), std::string::npos);
}

TEST(EventSums, AFileOfAnotherLayoutIsRefusedByAnyNumberOfThreads) {
    const EventFolder folder;
    const std::string file = folder.write("g.csv", random_gdelt(5000, 7));
    for (const unsigned threads : {1U, 2U, 8U}) {
        EventFileOptions options = gdelt_months(threads);
        options.layout = EventLayout::gdelt2;
        EXPECT_THROW((void)sum_event_files({file}, options), InputError);
    }
}

TEST(EventSums, NoEventIsAnError) {
    const EventFolder folder;
    EventFileOptions options = gdelt_months();
    options.rules.since = day_number({2020, 1, 1});
    const std::string file = folder.write("g.csv", random_gdelt(10, 5));
    EXPECT_THROW((void)sum_event_files({file}, options), InputError);
}

TEST(EventSums, CanBeStopped) {
    const EventFolder folder;
    const std::string file = folder.write("g.csv", random_gdelt(60'000, 6));
    expect_stoppable([&](const Work& work) {
        EventFileOptions options = gdelt_months(2);
        options.work = work;
        (void)sum_event_files({file}, options);
    });
}

}  // namespace event_sums_test
}  // namespace tarazy
