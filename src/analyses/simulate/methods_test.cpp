#include "analyses/simulate/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace simulate_methods_test {

TEST(SimulateMethods, EachHasAChapter) {
    const auto methods = simulate_methods();
    const auto chapters = simulate_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("simulate.")) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace simulate_methods_test
}  // namespace tarazy
