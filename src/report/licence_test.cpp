#include "report/licence.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace licence_test {

TEST(Licence, KnownOnesAreOpenOthersUnclearAndForbiddingWordsWeighMore) {
    for (const char* open : {"CC0 1.0 (facts); every row names its own source", "CC BY 4.0", "CC-BY-SA-4.0",
                             "MIT (package)", "GPL-3.0-or-later", "in the public domain", "ODbL 1.0"})
        EXPECT_EQ(sharing_of(open), Sharing::open) << open;
    for (const char* unclear : {"", "free for research with citation", "attribution to WITS", "with permit", "free",
                                "non-commercial use with attribution"})
        EXPECT_EQ(sharing_of(unclear), Sharing::unclear) << unclear;
    for (const char* forbidden :
         {"No redistribution", "CC BY text; data all rights reserved", "may not be passed on", "Confidential"})
        EXPECT_EQ(sharing_of(forbidden), Sharing::forbidden) << forbidden;
}

}  // namespace licence_test
}  // namespace tarazy
