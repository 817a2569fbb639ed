#include "analyses/network/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace network_methods_test {

TEST(NetworkMethods, EachHasAChapter) {
    const auto methods = network_methods();
    const auto chapters = network_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("network.")) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace network_methods_test
}  // namespace tarazy
