#include "io/table_format.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace table_format_test {

TEST(TableFormat, LooksThroughThePacking) {
    EXPECT_EQ(format_extension("data/votes.CSV.gz"), ".csv");
    EXPECT_EQ(format_extension("votes.tsv.xz"), ".tsv");
    EXPECT_EQ(format_extension("v1.2/votes"), "");
    EXPECT_EQ(format_extension("votes.gz"), "");
    EXPECT_EQ(format_extension("-"), "");
    EXPECT_EQ(named_compression("a.csv.GZ"), Compression::gzip);
    EXPECT_EQ(named_compression("a.csv"), Compression::none);
}

}  // namespace table_format_test
}  // namespace tarazy
