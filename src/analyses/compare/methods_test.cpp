#include "analyses/compare/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace methods_test {

TEST(CompareMethods, EachHasAChapterAndNeedsNoFocus) {
    const auto methods = compare_methods();
    const auto chapters = compare_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("compare.")) << method.id;
        EXPECT_FALSE(method.needs_focus) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace methods_test
}  // namespace tarazy
