#include "report/packed_script_test.hpp"

#include "report/packed_script.hpp"

#include <gtest/gtest.h>

namespace tarazy {

namespace packed_script_test {

// As base64.b85encode of Python 3.11 writes them, "<" replaced.
TEST(Base85, AsPythonWritesIt) {
    EXPECT_EQ(base85(""), "");
    EXPECT_EQ(base85("f"), "W&");
    EXPECT_EQ(base85("fo"), "W^V");
    EXPECT_EQ(base85("foo"), "W^Zo");
    EXPECT_EQ(base85("foob"), "W^Zp|");
    EXPECT_EQ(base85("foobar"), "W^Zp|VR8");
    EXPECT_EQ(base85("\xff\xff\xff\xff"), "|NsC0");
}

TEST(Base85, EveryByteComesBack) {
    std::string bytes;
    for (int i = 0; i < 1027; ++i) bytes += static_cast<char>((i * 167 + i / 256) & 255);
    for (std::size_t length = 1020; length <= bytes.size(); ++length)
        EXPECT_EQ(bytes_of_base85(base85(bytes.substr(0, length))), bytes.substr(0, length));
    EXPECT_EQ(base85(bytes).find('<'), std::string::npos);
}

TEST(PackedScript, NothingInItCanEndTheElement) {
    const std::string markup = packed_script("page", "</script><!--").markup;
    EXPECT_TRUE(markup.starts_with("<script type=\"application/zstd;base85\" id=\"pack-page\">"));
    EXPECT_EQ(markup.find("</script"), markup.size() - 9);
    EXPECT_EQ(markup.find("<!--"), std::string::npos);
}

TEST(PackedScript, HoldsItsContent) {
    for (const char* content : {"", "a", "ab", "abc", "Қазақстан"})
        EXPECT_EQ(pack_of(packed_script("page", content).markup, "page"), content);
}

TEST(PackedScript, SameContentSameBytes) {
    const std::string content(100'000, 'x');
    EXPECT_EQ(packed_script("page", content).markup, packed_script("page", content).markup);
    EXPECT_LT(packed_script("page", content).markup.size(), 1000U);
}

}  // namespace packed_script_test
}  // namespace tarazy
