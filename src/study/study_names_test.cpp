#include "study/study_names.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace study_names_test {

TEST(StudyNames, IdsAreFitForFileNames) {
    for (const char* good : {"votes_2024", "P1", "a-b"}) EXPECT_TRUE(is_id(good)) << good;
    for (const char* bad : {"", "a.b", "a b", "a/b", "ЕАЭС"}) EXPECT_FALSE(is_id(bad)) << bad;
    EXPECT_FALSE(is_id(std::string(81, 'a')));
}

TEST(StudyNames, PolesAreCalledInAnyScript) {
    for (const char* good : {"EU-27", "ЕАЭС", "G7.plus", "27", "中国", "Қытай_1", "É"})
        EXPECT_TRUE(is_pole_id(good)) << good;
    for (const char* bad : {"", ".a", "a.", "a b", "a/b", "a,b", "a=b", "a+b", "a:b",
                            "a\xc2\xa0"
                            "b",
                            "a\xe2\x80\x8b"
                            "b",
                            "\xff", "a\xd0"})
        EXPECT_FALSE(is_pole_id(bad)) << bad;
}

TEST(StudyNames, CaseIsThatOfAscii) {
    EXPECT_EQ(lower_case("West-A_1"), "west-a_1");
}

}  // namespace study_names_test
}  // namespace tarazy
