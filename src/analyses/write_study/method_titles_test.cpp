#include "analyses/write_study/method_titles.hpp"

#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace tarazy {
namespace method_titles_test {

TEST(MethodTitles, EveryMethodHasOneOfItsOwnInThreeLanguages) {
    std::set<std::string> ids;
    for (const Method& method : all_methods()) {
        const MethodTitle title = method_title(method.id);
        EXPECT_TRUE(ids.insert(title.id).second) << title.id;
        EXPECT_NE(title.title.kk, title.title.en) << method.id << " has no title";
        EXPECT_NE(title.title.ru, title.title.en) << method.id;
    }
}

TEST(MethodTitles, ASecondAnalysisSaysWhatItReads) {
    const MethodTitle title = method_title_of("align.shares", "ties");
    EXPECT_EQ(title.id, "shares_ties");
    EXPECT_EQ(title.title.en, "Balance among the poles: alliances");
    EXPECT_EQ(title.title.ru, "Баланс между полюсами: союзы");
}

TEST(MethodTitles, AMethodThatIsNewIsCalledByItsName) {
    EXPECT_EQ(method_title("trace.new-thing").id, "new_thing");
}

}  // namespace method_titles_test
}  // namespace tarazy
