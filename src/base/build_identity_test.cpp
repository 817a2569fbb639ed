#include "base/build_identity.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace build_identity_test {

TEST(BuildIdentity, IsAHashAndStaysTheSame) {
    const std::string& identity = build_identity();
    EXPECT_GE(identity.size(), 40u);
    EXPECT_EQ(identity.find_first_not_of("0123456789abcdef"), std::string::npos) << identity;
    EXPECT_EQ(&build_identity(), &identity);
}

}  // namespace build_identity_test
}  // namespace tarazy
