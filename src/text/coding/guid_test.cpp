#include "text/coding/guid.hpp"

#include <gtest/gtest.h>

namespace tarazy::guid_test {
namespace {

TEST(Guid, IsTheOneOfRfc4122) {
    const std::string_view dns("\x6b\xa7\xb8\x10\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
    EXPECT_EQ(guid_in(dns, "www.example.com"), "2ED6657D-E927-568B-95E1-2665A8AEA6A2");
}

TEST(Guid, IsStableAndKeepsKindsApart) {
    EXPECT_EQ(named_guid("code", "бейбітшілік"), named_guid("code", "бейбітшілік"));
    EXPECT_NE(named_guid("code", "a"), named_guid("document", "a"));
    EXPECT_EQ(named_guid("code", "a")[14], '5');
}

}  // namespace
}  // namespace tarazy::guid_test
