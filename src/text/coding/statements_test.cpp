#include "text/coding/statements.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::statements_test {
namespace {

const std::string dna =
    "\"statement ID\";\"time\";\"document ID\";\"document "
    "title\";\"author\";\"source\";\"section\";\"type\";\"text\";\"person\";"
    "\"organization\";\"concept\";\"agreement\"\n"
    "7;1994-12-05 10:00:00;3;\"Budapest\";\"\";\"\";\"\";\"\";\"we gave up arms\";\"P\";\"KAZ\";\"disarmament\";1\n"
    "5;1992-05-23 00:00:00;2;\"Lisbon\";\"\";\"\";\"\";\"\";\"first; assurances\";\"Q\";\"UKR\";\"disarmament\";0\n";

TEST(Statements, TheFileOfDnaIsReadAndWritten) {
    const auto statements = read_statements(read_csv(dna, "d.csv"), {});
    ASSERT_EQ(statements.size(), 2u);
    EXPECT_EQ(statements[0].id, 5) << "by time";
    EXPECT_EQ(statements[0].year(), 1992);
    EXPECT_FALSE(statements[0].agrees);
    EXPECT_EQ(statements[0].text, "first; assurances");
    const std::string written = dna_statements(statements);
    EXPECT_NE(written.find("\n5;1992-05-23 00:00:00;2;\"Lisbon\";\"\";\"\";\"\";\"\";\"first, "
                           "assurances\";\"UKR\";\"disarmament\";0;\"Q\"\n"),
              std::string::npos)
        << written;
    EXPECT_EQ(dna_statements(read_statements(read_csv(written, "w.csv"), {})), written) << "stable from then on";
}

TEST(Statements, OwnColumnsAndWordsOfStance) {
    const auto statements =
        read_statements(read_csv("who,what,stance,date\nA,x,agree,1992\nB,x,-1,1993-01-31\n", "o.csv"),
                        {.actor = "who", .concept_name = "what", .stance = "stance", .time = "date"});
    EXPECT_TRUE(statements[0].agrees);
    EXPECT_FALSE(statements[1].agrees);
    EXPECT_EQ(statements[1].id, 2);
}

TEST(Statements, FaultsAreToldTogether) {
    try {
        (void)read_statements(
            read_csv("statement ID,organization,concept,agreement,time\n1,,x,1,1992-01-01\n1,A,,maybe,31.1.1992\n",
                     "o.csv"),
            {});
        FAIL();
    } catch (const InputError& error) {
        const std::string told = error.what();
        for (const char* const part :
             {"o.csv:2:2: no actor", "o.csv:3:3: no concept", "o.csv:3:4: the stance is 'maybe'",
              "o.csv:3:5: the time is '31.1.1992'", "o.csv:3:1: the statement 1 stands here a second time"})
            EXPECT_NE(told.find(part), std::string::npos) << part << '\n' << told;
    }
    EXPECT_THROW((void)read_statements(read_csv("organization,concept,agreement,time\n", "o.csv"), {}), InputError);
}

}  // namespace
}  // namespace tarazy::statements_test
