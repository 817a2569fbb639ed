#include "analyses/write_study/recognise/advised_commands.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace advised_commands_test {

TEST(AdvisedCommands, PlacesAreFilledFromTheFile) {
    DataCoverage coverage;
    coverage.states = {{"UZB", 9}, {"KAZ", 3}, {"CHN", 1}};
    coverage.written = {{"KAZ", "705"}};
    coverage.years = std::pair(1995, 2016);
    const AdviceFor file{"my data/nmc.csv", {"ccode", "year", "CINC"}, "", &coverage};
    const auto advice = advised_commands(*data_layout("cow_nmc"), file);
    ASSERT_FALSE(advice.empty());
    EXPECT_EQ(shell_line(advice.front().lines.front()),
              "tarazy data reshape 'my data/nmc.csv' --missing -9 --where ccode=705 --ids year,CINC --drop-missing "
              "--output nmc_made.csv");
}

TEST(AdvisedCommands, WithoutKazakhstanTheStateWithMostRowsIsTaken) {
    DataCoverage coverage;
    coverage.states = {{"UZB", 9}, {"KGZ", 30}};
    coverage.written = {{"UZB", "UZB"}, {"KGZ", "KGZ"}};
    const AdviceFor file{"votes.csv", {"rcid", "ccode", "vote", "session"}, "", &coverage};
    const auto advice = advised_commands(*data_layout("un_votes_voeten"), file);
    EXPECT_EQ(advice.front().lines.front().back(), "KGZ,UZB");
}

TEST(AdvisedCommands, WordsAreQuotedWhereAShellWouldPartThem) {
    const std::vector<std::string> words = {"a", "b c", "it's", "x=1..2", "!", "Страна", ""};
    EXPECT_EQ(shell_line(words), "a 'b c' 'it'\\''s' x=1..2 '!' Страна ''");
}

}  // namespace advised_commands_test
}  // namespace tarazy
