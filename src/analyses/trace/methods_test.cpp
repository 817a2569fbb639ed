#include "analyses/trace/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace methods_test {

TEST(TraceMethods, EachHasAChapterAndNeedsNoFocus) {
    const auto methods = trace_methods();
    const auto chapters = trace_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("trace.")) << method.id;
        EXPECT_FALSE(method.needs_focus) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace methods_test
}  // namespace tarazy
