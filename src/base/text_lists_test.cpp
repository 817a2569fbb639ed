#include "base/text_lists.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace text_lists_test {

using Texts = std::vector<std::string>;

TEST(TextLists, SplitKeepsEveryPartAsItStands) {
    EXPECT_EQ(split("A, B,,C", ','), (Texts{"A", " B", "", "C"}));
    EXPECT_EQ(split("A,", ','), (Texts{"A", ""}));
    EXPECT_EQ(split("", ','), Texts{""});
    EXPECT_EQ(split("A*B + C + D", " + "), (Texts{"A*B", "C", "D"}));
    EXPECT_EQ(split("A << B <<", "<<"), (Texts{"A ", " B ", ""}));
}

TEST(TextLists, ItemsAreTrimmedAndEmptyOnesDropped) {
    EXPECT_EQ(listed(" A , B,,\tC ,", ','), (Texts{"A", "B", "C"}));
    EXPECT_EQ(listed("models stay;  A in some model ", ';'), (Texts{"models stay", "A in some model"}));
    EXPECT_TRUE(listed(" , ,", ',').empty());
    EXPECT_TRUE(listed("", ',').empty());
}

TEST(TextLists, TrimmingTakesBlanksFromTheEndsOnly) {
    EXPECT_EQ(trimmed(" \tQazaq  Eli\r\n"), "Qazaq  Eli");
    EXPECT_EQ(trimmed(" \n"), "");
}

TEST(TextLists, JoinedIsWhatSplitTakesApart) {
    const Texts names = {"KAZ", "RUS", "CHN"};
    EXPECT_EQ(joined(names, ", "), "KAZ, RUS, CHN");
    EXPECT_EQ(split(joined(names, ","), ','), names);
    EXPECT_EQ(joined(std::set<std::string>{"b", "a"}, " -> "), "a -> b");
    EXPECT_EQ(joined(Texts{}, ", "), "");
    EXPECT_EQ(joined(Texts{"", "a", ""}, ","), ",a,");
    EXPECT_EQ(joined(std::vector<int>{46, 47}, ", ", [](int session) { return std::to_string(session); }), "46, 47");
}

TEST(TextLists, LongListsAreCutShort) {
    const Texts names = {"a", "b", "c"};
    EXPECT_EQ(first_few(names, 3), "a, b, c");
    EXPECT_EQ(first_few(names, 2), "a, b, ...");
    EXPECT_EQ(first_few({}, 2), "");
}

TEST(TextLists, AnItemIsAddedBehindASeparator) {
    std::string list;
    for (const char* name : {"a", "b"}) add_item(list, name, "; ");
    EXPECT_EQ(list, "a; b");
}

}  // namespace text_lists_test
}  // namespace tarazy
