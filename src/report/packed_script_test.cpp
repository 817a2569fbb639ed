#include "report/packed_script.hpp"

#include "io/compressed.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace packed_script_test {

// RFC 4648, section 10.
TEST(Base64, VectorsOfTheStandard) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xef\xbf"), "/++/");
}

TEST(PackedScript, NothingInItCanEndTheElement) {
    const std::string markup = packed_script("page", "</script><!--").markup;
    EXPECT_TRUE(markup.starts_with("<script type=\"application/gzip;base64\" id=\"pack-page\">"));
    EXPECT_EQ(markup.find("</script"), markup.size() - 9);
    EXPECT_EQ(markup.find("<!--"), std::string::npos);
}

TEST(PackedScript, SameContentSameBytes) {
    const std::string content(100'000, 'x');
    EXPECT_EQ(packed_script("page", content).markup, packed_script("page", content).markup);
    EXPECT_LT(packed_script("page", content).markup.size(), 1000U);
}

}  // namespace packed_script_test
}  // namespace tarazy
