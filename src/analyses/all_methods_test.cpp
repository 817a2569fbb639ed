#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace all_methods_test {

TEST(AllMethods, EveryMethodIsListedOnceWithItsChapter) {
    EXPECT_GE(all_methods().size(), 7u);
    for (const Method& method : all_methods()) {
        EXPECT_EQ(std::ranges::count(all_methods(), method.id, &Method::id), 1) << method.id;
        EXPECT_EQ(std::ranges::count(all_chapters(), method.id, &Chapter::method), 1) << method.id;
    }
    EXPECT_EQ(all_methods().data(), all_methods().data()) << "made once";
}

}  // namespace all_methods_test
}  // namespace tarazy
