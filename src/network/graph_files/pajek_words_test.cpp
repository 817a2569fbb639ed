#include "network/graph_files/pajek_words.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace pajek_words_test {

TEST(PajekWords, TimesReadBack) {
    EXPECT_EQ(pajek_times_text(*pajek_times("[1-3,5,7-*]")), "[1-3,5,7-*]");
    EXPECT_FALSE(pajek_times("[a]"));
    EXPECT_FALSE(pajek_times("[1-2-3]"));
    EXPECT_FALSE(pajek_times_text({{"1992-05-15", ""}}));
    EXPECT_TRUE(pajek_shape("box"));
    EXPECT_TRUE(pajek_line_word("w"));
    EXPECT_TRUE(pajek_vertex_word("ic"));
}

}  // namespace pajek_words_test
}  // namespace tarazy
