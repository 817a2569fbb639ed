#include "trace/event_data/event_rows.hpp"

#include "base/edtf_calendar.hpp"
#include "trace/event_data/event_files_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace event_rows_test {

RowBlock block_of(const std::string& rows, EventLayout layout = EventLayout::gdelt1, const std::string& header = "") {
    RowBlock block;
    block.bytes.assign(rows.begin(), rows.end());
    block.size = rows.size();
    block.columns = std::make_shared<const EventColumns>(
        header.empty() ? gdelt_columns(layout, ActorLevel::country, rows.substr(0, rows.find('\n') + 1), "g.csv")
                       : named_event_columns(layout, ActorLevel::country, header, "e.csv"));
    return block;
}

TEST(EventRows, RowsBecomeCells) {
    EventRowReader reader({});
    reader.read(block_of(gdelt1_row("20140301", "KAZ", "RUS", "042", "1.9") +
                         gdelt1_row("20140331", "KAZ", "RUS", "190", "-10.0") + "\n" +
                         gdelt1_row("20140401", "KAZ", "", "042", "1.9")));
    EXPECT_EQ(reader.tally().rows, 3u);
    EXPECT_EQ(reader.tally().bad, 0u);
    EXPECT_EQ(reader.tally().without_actor, 1u);
    ASSERT_EQ(reader.cells().cells().size(), 2u);
    const DyadCell& cell = reader.cells().cells()[0];
    EXPECT_EQ(cell.n, 2u);
    EXPECT_EQ(cell.goldstein, -8'100'000);
    EXPECT_EQ(cell.quads, (std::array<std::uint32_t, 4>{1, 0, 0, 1}));
}

TEST(EventRows, BadRowsAreCountedAndNamed) {
    EventRowReader reader({});
    const std::string good = gdelt1_row("20140301", "KAZ", "RUS", "042", "1.9");
    reader.read(block_of(good + "1\t2\t3\n" + gdelt1_row("20140231", "KAZ", "RUS", "042", "1.9") +
                         gdelt1_row("20140301", "KAZ", "RUS", "---", "1.9") +
                         gdelt1_row("20140301", "KAZ", "RUS", "042", "high") + good));
    EXPECT_EQ(reader.tally().rows, 6u);
    EXPECT_EQ(reader.tally().bad, 4u);
    ASSERT_EQ(reader.bad_rows().size(), 4u);
    EXPECT_EQ(reader.bad_rows()[0].what, "the row has 3 fields, not 58");
    EXPECT_EQ(reader.bad_rows()[1].what, "'20140231' is no date");
    EXPECT_EQ(reader.bad_rows()[1].column, 2u);
    EXPECT_EQ(reader.bad_rows()[1].line, 2u);
    EXPECT_EQ(reader.bad_rows()[2].what, "'---' is no CAMEO code");
    EXPECT_EQ(reader.bad_rows()[2].column, 27u);
    EXPECT_EQ(reader.bad_rows()[3].what, "'high' is no number from -1000 to 1000");
    EXPECT_EQ(reader.bad_rows()[3].column, 31u);
    EXPECT_EQ(reader.cells().cells()[0].n, 2u);
}

TEST(EventRows, DaysOutsideAreLeftOut) {
    EventRowRules rules;
    rules.since = day_number({2014, 3, 2});
    rules.until = day_number({2014, 3, 3});
    EventRowReader reader(rules);
    std::string rows;
    for (const char* date : {"20140301", "20140302", "20140303", "20140304"})
        rows += gdelt1_row(date, "KAZ", "RUS", "042", "1.9");
    reader.read(block_of(rows + rows));
    EXPECT_EQ(reader.tally().outside, 4u);
    EXPECT_EQ(reader.cells().cells()[0].n, 4u);
}

TEST(EventRows, QuotedAndBlankCellsOfNamedColumns) {
    EventRowReader reader({});
    reader.read(
        block_of("\"2018-06-01\",\"Korea, \"\"South\"\"\", China ,\"042\",1.9\r\n2018-06-01,NA,China,042,1.9\r\n",
                 EventLayout::icews, "event_date,source_country,target_country,cameo_code,intensity"));
    EXPECT_EQ(reader.tally().bad, 0u);
    EXPECT_EQ(reader.tally().without_actor, 1u);
    EXPECT_EQ(reader.cells().actors()[0], "Korea, \"South\"");
    EXPECT_EQ(reader.cells().actors()[1], "China");
    EXPECT_EQ(reader.cells().kinds().size(), 1u);
}

TEST(EventRows, TheLastRowWithoutEndCountsWhenItIsWhole) {
    const std::string row = gdelt1_row("20140301", "KAZ", "RUS", "042", "1.9");
    RowBlock whole = block_of(row + row), part = block_of(row + row.substr(0, 20) + '\n');
    whole.unfinished = part.unfinished = true;
    EventRowReader first({}), second({});
    first.read(whole);
    EXPECT_EQ(first.unfinished().size(), 1u);
    EXPECT_EQ(first.tally().bad, 0u);
    second.read(part);
    EXPECT_TRUE(second.unfinished().empty());
    EXPECT_EQ(second.tally().bad, 1u);
    EXPECT_NE(second.bad_rows()[0].what.find("the file ends in the middle of the row"), std::string::npos);
}

}  // namespace event_rows_test
}  // namespace tarazy
