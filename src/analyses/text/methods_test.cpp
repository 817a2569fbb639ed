#include "analyses/text/methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace text_methods_test {

TEST(TextMethods, EachHasAChapter) {
    const auto methods = text_methods();
    const auto chapters = text_chapters();
    ASSERT_EQ(methods.size(), chapters.size());
    for (const Method& method : methods) {
        EXPECT_TRUE(method.id.starts_with("text.")) << method.id;
        EXPECT_EQ(std::ranges::count(chapters, method.id, &Chapter::method), 1) << method.id;
    }
}

}  // namespace text_methods_test
}  // namespace tarazy
