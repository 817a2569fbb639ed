#include "analyses/write_study/recognise/file_version.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace file_version_test {

std::string version_of(const char* layout, const std::string& text, int last_year, bool whole = true) {
    DataCoverage coverage;
    coverage.years = std::pair(1900, last_year);
    return file_version(*data_layout(layout), read_csv(text, "t.csv"), {}, coverage, whole);
}

TEST(FileVersion, ByTheCellOfAColumnElseByTheLastYear) {
    EXPECT_EQ(version_of("cow_nmc", "ccode,version\n2,2025\n", 2022), "7.0");
    EXPECT_EQ(version_of("cow_nmc", "ccode\n2\n", 2016), "6.0 (it ends in 2016)");
    EXPECT_EQ(version_of("cow_nmc", "ccode\n2\n", 2016, false), "");
    EXPECT_EQ(version_of("vdem", "country_name\nX\n", 2023), "v14 (it ends a year before)");
    EXPECT_EQ(version_of("vdem", "country_name\nX\n", 1991), "") << "cut to early years; not version -18";
    EXPECT_EQ(version_of("ucdp_ged", "id\n1\n", 2023), "24.1 (it ends a year before)");
    EXPECT_EQ(version_of("cow_alliances_by_member", "version\n4.1\n", 2012), "4.1");
}

TEST(FileVersion, ByALineAboveTheTable) {
    const std::vector<std::string> title = {"\"Data Source\",\"World Development Indicators\",",
                                            "\"Last Updated Date\",\"2026-07-13\","};
    EXPECT_EQ(file_version(*data_layout("wdi"), {}, title, {}, true), "last updated 2026-07-13");
    EXPECT_EQ(between_in_title(title, "Data Source\",\"", "\""), "World Development Indicators");
    EXPECT_EQ(between_in_title(title, "nowhere", ""), std::nullopt);
}

}  // namespace file_version_test
}  // namespace tarazy
