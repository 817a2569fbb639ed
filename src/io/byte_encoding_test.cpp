#include "io/byte_encoding.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace byte_encoding_test {

const ByteEncoding& named(const std::string& name) {
    return *std::ranges::find(usual_byte_encodings(), name, &ByteEncoding::name);
}

/// The text in the encoding; every character must be in it.
std::string encoded(std::u32string_view text, const std::string& name) {
    std::string bytes;
    for (const char32_t c : text) {
        if (c < 0x80) {
            bytes += static_cast<char>(c);
            continue;
        }
        const auto& upper = named(name).upper;
        const auto found = std::ranges::find(upper, c);
        EXPECT_NE(found, upper.end()) << name << " lacks U+" << std::hex << static_cast<unsigned>(c);
        bytes += static_cast<char>(0x80 + (found - upper.begin()));
    }
    return bytes;
}

std::string likely(std::u32string_view text, const std::string& name) {
    const ByteEncoding* const found = likely_byte_encoding(encoded(text, name));
    return found == nullptr ? "none" : found->name;
}

TEST(ByteEncoding, TablesHoldTheCharactersOfTheirStandards) {
    EXPECT_EQ(named("Windows-1251").upper[0xCF - 0x80], U'П');
    EXPECT_EQ(named("Windows-1251").upper[0xB9 - 0x80], U'№');
    EXPECT_EQ(named("Windows-1251").upper[0x98 - 0x80], char32_t{0});
    EXPECT_EQ(named("KZ-1048").upper[0x9D - 0x80], U'қ');
    EXPECT_EQ(named("KZ-1048").upper[0xBC - 0x80], U'ә');
    EXPECT_EQ(named("KZ-1048").upper[0xFF - 0x80], U'я');
    EXPECT_EQ(named("KZ-1048").upper[0x98 - 0x80], char32_t{0});
    EXPECT_EQ(named("Windows-1252").upper[0xE9 - 0x80], U'é');
    EXPECT_EQ(named("Windows-1252").upper[0x80 - 0x80], U'€');
    EXPECT_EQ(named("Windows-1252").upper[0x81 - 0x80], char32_t{0});
    EXPECT_EQ(named("KOI8-R").upper[0xD0 - 0x80], U'п');
    EXPECT_EQ(named("CP866").upper[0x80 - 0x80], U'А');
}

TEST(ByteEncoding, RussianIsTold) {
    for (const char* name : {"Windows-1251", "KOI8-R", "CP866"}) {
        EXPECT_EQ(likely(U"Страна;Год;Экспорт\nКазахстан;2001;8,6\n", name), name);
        EXPECT_EQ(likely(U"КАЗАХСТАН,РОССИЙСКАЯ ФЕДЕРАЦИЯ,КИТАЙ\n", name), name);
        EXPECT_EQ(likely(U"case,name\n1,Россия\n", name), name);
        EXPECT_EQ(likely(U"Объём, «млн» — № 5", name == std::string("Windows-1251") ? name : "Windows-1251"),
                  "Windows-1251");
    }
}

TEST(ByteEncoding, KazakhIsTold) {
    EXPECT_EQ(likely(U"ел,жыл\nҚазақстан,2001\nӨзбекстан,2002\n", "KZ-1048"), "KZ-1048");
    EXPECT_EQ(likely(U"Қытай Халық Республикасы", "KZ-1048"), "KZ-1048");
    EXPECT_EQ(likely(U"ТӘУЕЛСІЗДІК,ҮКІМЕТ,ҒЫЛЫМ,ҢҰ", "KZ-1048"), "KZ-1048");
    EXPECT_EQ(likely(U"әлем", "KZ-1048"), "KZ-1048");
    // Ukrainian stays Windows-1251.
    EXPECT_EQ(likely(U"Україна, Європа, їжак, єдність, ґанок", "Windows-1251"), "Windows-1251");
}

TEST(ByteEncoding, WesternNamesAreTold) {
    for (const char32_t* text :
         {U"Côte d'Ivoire", U"São Tomé and Príncipe", U"Türkiye", U"Curaçao,Réunion", U"Österreich,Dänemark",
          U"état,année\nÉgypte,2001\n", U"Åland Islands", U"Mexico – México", U"“quoted” text", U"50 € §"}) {
        EXPECT_EQ(likely(text, "Windows-1252"), "Windows-1252");
    }
}

TEST(ByteEncoding, WhereEveryEncodingLacksAByteThereIsNone) {
    // 0x98 is no character of Windows-1251 and KZ-1048, 0x81 none of Windows-1252; KOI8-R and CP866 have all.
    EXPECT_NE(likely_byte_encoding("a\x98\x81"), nullptr);
    EXPECT_NE(likely_byte_encoding("plain"), nullptr);
}

}  // namespace byte_encoding_test
}  // namespace tarazy
