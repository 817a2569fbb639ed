#include "report/measured.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace measured_test {

TEST(Measured, AQuantityHasTheWordsOfItsOwnFamily) {
    const Messages messages = report_messages();
    ClaimParts parts;
    parts.quantity = "closeness";
    EXPECT_EQ(measured(messages, "align.shares", parts).value().en,
              measured(messages, "align shares", parts).value().en);
    EXPECT_FALSE(measured(messages, "network.measures", parts)) << "another method's closeness is another thing";
    EXPECT_FALSE(measured(messages, "align.shares", {"", "", "no_such", {}, ""}));
}

TEST(Measured, AnInclusionOfNecessityIsNotOneOfSufficiency) {
    const Messages messages = report_messages();
    const auto enough = measured(messages, "compare.minimise", {"", "sufficiency", "incl", {}, ""});
    const auto needed = measured(messages, "compare.minimise", {"", "necessity", "incl", {}, ""});
    ASSERT_TRUE(enough && needed);
    EXPECT_NE(enough->en, needed->en);
    EXPECT_NE(enough->kk, needed->kk);
    EXPECT_NE(enough->ru, needed->ru);
}

TEST(Measured, AStandingSaysWhatItIsIn) {
    const Messages messages = report_messages();
    const auto alone = measured(messages, "align.shares", {"", "", "evenness", {}, ""});
    for (const char* quantity : {"standing_of_evenness", "rank_of_evenness"}) {
        const auto standing = measured(messages, "align.shares", {"", "", quantity, {}, ""});
        ASSERT_TRUE(alone && standing) << quantity;
        EXPECT_NE(standing->en.find(alone->en), std::string::npos) << standing->en;
        EXPECT_NE(standing->ru.find(alone->ru), std::string::npos) << standing->ru;
    }
    EXPECT_FALSE(measured(messages, "align.shares", {"", "", "standing_of_no_such", {}, ""}));
}

}  // namespace measured_test
}  // namespace tarazy
