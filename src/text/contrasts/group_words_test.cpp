#include "text/contrasts/group_words.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace group_words_test {

std::vector<std::string> features_of(const std::string& rows, const GroupWordOptions& options,
                                     std::vector<std::string>& notes) {
    const Table table = read_csv("doc_id,state,year,text\n" + rows, "d.csv");
    return group_words(table, {"state", {"KAZ", "UZB"}, 1990, 2000}, options, notes).matrix.features;
}

TEST(GroupWords, StopWordsNumbersAndMarksAreLeftOut) {
    std::vector<std::string> notes;
    EXPECT_EQ(features_of("a,KAZ,1992,\"We, the 15 states, want PEACE = peace.\"\n", {}, notes),
              (std::vector<std::string>{"states", "want", "peace"}));
    GroupWordOptions all;
    all.stop_words = false;
    all.leave_out = {"stat*", "want"};
    EXPECT_EQ(features_of("a,KAZ,1992,We the states want peace.\n", all, notes),
              (std::vector<std::string>{"we", "the", "peace"}));
    EXPECT_TRUE(notes.empty());
}

TEST(GroupWords, RussianHasItsOwnStopWords) {
    std::vector<std::string> notes;
    GroupWordOptions options;
    options.language = "ru";
    EXPECT_EQ(features_of("a,KAZ,1992,Мы за мир и за доверие.\n", options, notes),
              (std::vector<std::string>{"мир", "доверие"}));
}

TEST(GroupWords, NoDocumentOfTheGroupsIsRefused) {
    std::vector<std::string> notes;
    EXPECT_THROW((void)features_of("a,FRA,1992,Peace.\n", {}, notes), InputError);
}

}  // namespace group_words_test
}  // namespace tarazy
