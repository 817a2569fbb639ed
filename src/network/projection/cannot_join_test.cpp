#include "network/projection/cannot_join.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace cannot_join_test {

const TwoModeNetwork network = two_mode_network({{"KAZ", "CSTO"}, {"DEU", "EU"}, {"KAZ", "UN"}, {"DEU", "UN"}});

TEST(CannotJoin, IsABitAnActorAndInstitution) {
    const BitMatrix closed =
        read_cannot_join(read_csv("actor,institution\nKAZ,EU\nDEU,CSTO\nKAZ,EU\n", "z.csv"), network);
    EXPECT_TRUE(closed(1, 1) && closed(0, 0));
    EXPECT_EQ(count_bits(closed.row(0)) + count_bits(closed.row(1)), 2u);
}

TEST(CannotJoin, EveryFaultIsNamed) {
    try {
        (void)read_cannot_join(read_csv("actor,institution\nKAZ,CSTO\nKAS,EU\nDEU,ECB\n,EU\nDEU,\n", "z.csv"), network);
        FAIL();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("z.csv:2:1: 'KAZ' belongs to 'CSTO', so that it can join it"), std::string::npos) << what;
        EXPECT_NE(what.find("z.csv:3:1: the network has no actor 'KAS'; did you mean 'KAZ'?"), std::string::npos)
            << what;
        EXPECT_NE(what.find("z.csv:4:2: the network has no institution 'ECB'"), std::string::npos) << what;
        EXPECT_NE(what.find("z.csv:5:1: the cell is empty"), std::string::npos) << what;
        EXPECT_NE(what.find("z.csv:6:2: the cell is empty"), std::string::npos) << what;
    }
    EXPECT_THROW((void)read_cannot_join(read_csv("state,institution\nKAZ,EU\n", "z.csv"), network), InputError);
}

}  // namespace cannot_join_test
}  // namespace tarazy
