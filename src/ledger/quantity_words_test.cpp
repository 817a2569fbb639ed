#include "ledger/quantity_words.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(QuantityWords, LongerNamesAreToldFromTheirBeginnings) {
    EXPECT_NE(quantity_words("agree_noabst"), quantity_words("agree_exact"));
    EXPECT_EQ(quantity_words("s_val_abs"), quantity_words("s_abs"));
    EXPECT_NE(quantity_words("share"), quantity_words("s_abs"));
}

TEST(QuantityWords, UnknownQuantityIsReadAsWords) {
    EXPECT_EQ(quantity_words("roll_call_count"), "roll call count");
}

}  // namespace
}  // namespace tarazy
