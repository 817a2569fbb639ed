#include "analyses/align/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace methods_test {

TEST(AlignMethods, EachHasAChapter) {
    const auto methods = align_methods();
    const auto chapters = align_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("align.")) << method.id;
        EXPECT_TRUE(method.needs_focus) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace methods_test
}  // namespace tarazy
