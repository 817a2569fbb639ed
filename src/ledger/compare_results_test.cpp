#include "ledger/compare_results.hpp"

#include "io/atomic_file.hpp"
#include "io/read_table.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace compare_results_test {

Table table(const std::string& csv) {
    return read_csv(csv, "table.csv");
}

constexpr const char* shares = "state,year,share\nKAZ,1992,0.5\nKAZ,1993,0.25\nUZB,1992,\n";

TEST(CompareTables, EqualTablesHaveNoDifference) {
    EXPECT_TRUE(compare_tables(table(shares), table(shares)).empty());
}

TEST(CompareTables, ChangedCellIsLocatedByItsRowAndColumn) {
    const auto differences =
        compare_tables(table("state,year,share\nKAZ,1992,0.5\nKAZ,1993,0.26\nUZB,1992,\n"), table(shares));
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].row, "state=KAZ, year=1993");
    EXPECT_EQ(differences[0].column, "share");
    EXPECT_EQ(differences[0].recorded, "0.26");
    EXPECT_EQ(differences[0].recomputed, "0.25");
}

TEST(CompareTables, UnknownThatBecameZeroIsADifference) {
    const auto differences =
        compare_tables(table("state,year,share\nKAZ,1992,0.5\nKAZ,1993,0.25\nUZB,1992,0\n"), table(shares));
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].recorded, "0");
    EXPECT_EQ(differences[0].recomputed, "");
}

TEST(CompareTables, TextInAColumnOfNumbersIsOneDifference) {
    EXPECT_EQ(compare_tables(table("state,year,share\nKAZ,1992,0.5\nKAZ,1993,many\nUZB,1992,\n"), table(shares)).size(),
              1u);
}

TEST(CompareTables, ChangedKeyIsOneCellAsLongAsTheRowsAreAsMany) {
    const auto differences =
        compare_tables(table("state,year,share\nKAZ,1992,0.5\nKAZ,1994,0.25\nUZB,1992,\n"), table(shares));
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_EQ(differences[0].column, "year");
}

TEST(CompareTables, MissingAndAddedRowsAreMatchedByKey) {
    const auto lost = compare_tables(table("state,year,share\nKAZ,1992,0.5\nUZB,1992,\n"), table(shares));
    ASSERT_EQ(lost.size(), 1u);
    EXPECT_EQ(lost[0].row, "state=KAZ, year=1993");
    EXPECT_EQ(lost[0].column, "");
    EXPECT_EQ(lost[0].recomputed, "KAZ,1993,0.25");
    const auto gained =
        compare_tables(table("state,year,share\nKAZ,1991,1\nKAZ,1992,0.5\nKAZ,1993,0.3\nUZB,1992,\n"), table(shares));
    ASSERT_EQ(gained.size(), 2u);
    EXPECT_EQ(gained[0].column, "share");
    EXPECT_EQ(gained[1].recorded, "KAZ,1991,1");
}

TEST(CompareTables, ColumnsThatOneTableLacksAreNamedOnce) {
    const auto differences =
        compare_tables(table("state,year,part\nKAZ,1992,0.5\nKAZ,1993,0.25\nUZB,1992,\n"), table(shares));
    ASSERT_EQ(differences.size(), 2u);
    EXPECT_EQ(differences[0].column, "share");
    EXPECT_EQ(differences[1].column, "part");
}

TEST(CompareResults, SameRunTwiceHasNoFinding) {
    const ScratchFolder folder;
    const std::string one = write_example_run(folder / "one"), two = write_example_run(folder / "two");
    EXPECT_TRUE(compare_results(one, two).empty());
}

TEST(CompareResults, ChangedTableReportAndClaimAreLocated) {
    const ScratchFolder folder;
    const std::string one = write_example_run(folder / "one"), two = write_example_run(folder / "two");
    write_file_atomically(one + "/results/votes.csv",
                          "session,dyad,agree\n47,KAZ-RUS,0.85\n47,KAZ-CHN,\n48,KAZ-RUS,0.5\n");
    write_file_atomically(one + "/report.html", "<p>0.85</p>");
    LedgerContent content = read_ledger(one + "/ledger.sqlite");
    content.claims[0].value = 0.85;
    write_ledger(one + "/ledger.sqlite", content);
    const auto findings = compare_results(one, two);
    ASSERT_EQ(findings.size(), 3u);
    EXPECT_EQ(findings[0].file, "report.html");
    EXPECT_EQ(findings[1].what, "results/votes.csv: session=47, dyad=KAZ-RUS: agree is '0.85', recomputed '0.75'");
    EXPECT_EQ(findings[2].what, "ledger.sqlite: votes.KAZ-RUS.47.agree_voeten: value is '0.85', recomputed '0.75'");
}

TEST(CompareResults, SameValuesInOtherBytesAreAChangedFile) {
    const ScratchFolder folder;
    const std::string one = write_example_run(folder / "one"), two = write_example_run(folder / "two");
    write_file_atomically(one + "/results/votes.csv",
                          "session,dyad,agree\n47,KAZ-RUS,0.750\n47,KAZ-CHN,\n48,KAZ-RUS,0.5\n");
    const auto findings = compare_results(one, two);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].kind, FindingKind::changed);
}

}  // namespace compare_results_test
}  // namespace tarazy
