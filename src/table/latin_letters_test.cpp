#include "table/latin_letters.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace latin_letters_test {

TEST(LatinLetters, OfRussianAndKazakhNames) {
    EXPECT_EQ(latin_letters("моя студия 1"), "moya studiya 1");
    EXPECT_EQ(latin_letters("Щука съела объезд"), "Shchuka sela obezd");
    EXPECT_EQ(latin_letters("Қазақстан Әлемі: өңір, ұлт, үкім, ғылым, һәм"),
              "Qazaqstan Alemi: ongir, ult, ukim, ghylym, ham");
}

TEST(LatinLetters, CapitalsStayCapitals) {
    EXPECT_EQ(latin_letters("РОС"), "ROS");
    EXPECT_EQ(latin_letters("ЮГ"), "YUG");
    EXPECT_EQ(latin_letters("Юг"), "Yug");
    EXPECT_EQ(latin_letters("ЮАР и ООН-Ш"), "YUAR i OON-Sh");
    EXPECT_EQ(latin_letters("ОДКБ+Ш"), "ODKB+Sh");
}

TEST(LatinLetters, OfOtherScriptsAndMarks) {
    EXPECT_EQ(latin_letters("Türkiye Việt Nam"), "Turkiye Viet Nam");
    EXPECT_EQ(latin_letters("北京"), "bei jing");
    EXPECT_EQ(latin_letters("a-b_c 1.csv"), "a-b_c 1.csv");
    EXPECT_EQ(latin_letters(""), "");
}

TEST(LatinLetters, BytesThatAreNoTextDoNoHarm) {
    EXPECT_NO_THROW((void)latin_letters("\xff\xfe\xd0"));
    EXPECT_FALSE(has_cyrillic_letters("\xff\xfe\xd0"));
}

TEST(LatinLetters, LanguagesAreTold) {
    EXPECT_TRUE(has_cyrillic_letters("РОС"));
    EXPECT_FALSE(has_cyrillic_letters("ROS 1"));
    EXPECT_TRUE(has_kazakh_letters("БАТЫС ӘЛЕМ"));
    EXPECT_FALSE(has_kazakh_letters("Запад"));
}

}  // namespace latin_letters_test
}  // namespace tarazy
