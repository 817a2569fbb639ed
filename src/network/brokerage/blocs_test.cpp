#include "network/brokerage/blocs.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace blocs_test {

const std::vector<std::string> actors{"CHN", "FRA", "KAZ", "RUS"};

TEST(Blocs, StatesMayLieInNone) {
    const Blocs blocs = read_blocs(read_csv("node,group\nRUS,east\nFRA,west\nKAZ,\n", "b.csv"), actors);
    EXPECT_EQ(blocs.names, (std::vector<std::string>{"east", "west"}));
    EXPECT_EQ(blocs.bloc, (std::vector<std::uint32_t>{Blocs::none, 1, Blocs::none, 0}));
    EXPECT_EQ(blocs.pairs(), (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}}));
    const std::vector<std::pair<std::string, std::vector<std::string>>> members{{"west", {"FRA"}}, {"east", {"RUS"}}};
    EXPECT_EQ(blocs_of(members, actors).bloc, blocs.bloc);
}

TEST(Blocs, SaysWhatIsWrong) {
    try {
        (void)read_blocs(read_csv("node,bloc\nRUS,east\nRUS,west\nXXX,west\n", "b.csv"), actors);
        FAIL();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("b.csv:3:1: 'RUS' stands twice"), std::string::npos) << what;
        EXPECT_NE(what.find("b.csv:4:1: 'XXX' is no node"), std::string::npos) << what;
    }
    EXPECT_THROW((void)read_blocs(read_csv("node,bloc\nRUS,east\nKAZ,east\n", "b.csv"), actors), InputError);
    const std::vector<std::pair<std::string, std::vector<std::string>>> twice{{"a", {"FRA"}}, {"b", {"FRA", "X"}}};
    EXPECT_THROW((void)blocs_of(twice, actors), InputError);
}

}  // namespace blocs_test
}  // namespace tarazy
