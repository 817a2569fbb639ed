#include "analyses/trace/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace methods_test {

TEST(TraceMethods, EachHasAChapterAndThoseAboutOneStateNeedAFocus) {
    const auto methods = trace_methods();
    const auto chapters = trace_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("trace.")) << method.id;
        const bool of_one_state =
            method.id == "trace.synth" || method.id == "trace.its" || method.id == "trace.contrast";
        EXPECT_EQ(method.needs_focus, of_one_state) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace methods_test
}  // namespace tarazy
