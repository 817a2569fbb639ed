#include "io/decoded_text.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace decoded_text_test {

struct Read {
    std::string text, encoding;
    bool assumed = false;
};

Read read(const std::string& bytes, const std::string& encoding = "") {
    DecodedText decoded;
    try {
        decode_text(bytes, "t.csv", encoding, decoded);
    } catch (const std::exception& error) {
        return {error.what(), "error"};
    }
    return {std::string(decoded.text), decoded.encoding, decoded.assumed};
}

/// UTF-16 of characters of the Basic Multilingual Plane.
std::string utf16(std::u16string_view text, bool big_endian) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

TEST(DecodedText, Utf8IsTakenAsItIsWithAndWithoutMark) {
    EXPECT_EQ(read("a,қ").text, "a,қ");
    EXPECT_EQ(read("\xEF\xBB\xBF"
                   "a,қ")
                  .text,
              "a,қ");
    EXPECT_EQ(read("a,қ").encoding, "UTF-8");
    EXPECT_FALSE(read("a,қ").assumed);
    EXPECT_EQ(read("a,қ", "utf-8").text, "a,қ");
}

TEST(DecodedText, Utf16WithAndWithoutMark) {
    for (const bool big : {false, true}) {
        const std::string text = utf16(u"ел;жыл\nҚазақстан;2001\nРесей;2002\n", big);
        const std::string wanted = "ел;жыл\nҚазақстан;2001\nРесей;2002\n";
        const Read marked = read(utf16(u"\uFEFF", big) + text);
        EXPECT_EQ(marked.text, wanted);
        EXPECT_FALSE(marked.assumed);
        const Read bare = read(text);
        EXPECT_EQ(bare.text, wanted);
        EXPECT_TRUE(bare.assumed);
        EXPECT_EQ(read(text, big ? "utf-16be" : "UTF-16LE").text, wanted);
        EXPECT_EQ(read(utf16(u"\uFEFF", big) + text, "utf-16").text, wanted);
    }
    EXPECT_EQ(read(utf16(u"\uFEFFa\xD83D\xDE00", false)).text, "a😀");
}

TEST(DecodedText, DamagedUtf16IsRefused) {
    EXPECT_NE(read("\xFF\xFE"
                   "a")
                  .text.find("ends in the middle"),
              std::string::npos);
    EXPECT_NE(read(utf16(u"\uFEFFa\n\xD83D"
                         u"b",
                         false))
                  .text.find("t.csv:2: there is half a character"),
              std::string::npos);
    EXPECT_NE(read(utf16(std::u16string_view(u"\uFEFFa\0b", 4), true)).text.find("NUL character"), std::string::npos);
}

TEST(DecodedText, OneByteEncodingsAreFoundAndSaid) {
    const Read russian = read("\xD1\xF2\xF0\xE0\xED\xE0,x\n\xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED,1\n");
    EXPECT_EQ(russian.text, "Страна,x\nКазахстан,1\n");
    EXPECT_EQ(russian.encoding, "Windows-1251");
    EXPECT_TRUE(russian.assumed);
    EXPECT_EQ(read("name\nC\xF4te d'Ivoire\n").text, "name\nCôte d'Ivoire\n");
    EXPECT_EQ(read("\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED\n").text, "Қазақстан\n");
}

TEST(DecodedText, NamedEncodingsGoBeforeWhatIsFound) {
    EXPECT_EQ(read("\xE9", "latin-1").text, "é");
    EXPECT_EQ(read("\xE9", "cp1251").text, "й");
    EXPECT_EQ(read("\xE9", "Windows 1251").text, "й");
    EXPECT_EQ(read("\x82\xA0", "Shift_JIS").text, "あ");
    EXPECT_EQ(read("\xB3", "windows-1250").text, "ł");
    EXPECT_FALSE(read("\xE9", "latin-1").assumed);
}

TEST(DecodedText, BytesThatTheEncodingLacksAreAnErrorByLine) {
    EXPECT_EQ(read("a\n\x98 \x98\nb\n\x98", "windows-1251").text,
              "t.csv:2: byte 0x98 is no character of Windows-1251; name the encoding of the file with --encoding, or "
              "save it as UTF-8\n"
              "t.csv:4: byte 0x98 is no character of Windows-1251; name the encoding of the file with --encoding, or "
              "save it as UTF-8");
    EXPECT_NE(read("a\n\xFF", "utf-8").text.find("t.csv:2: byte 0xFF is not valid UTF-8"), std::string::npos);
    EXPECT_NE(read("a\n\x82", "Shift_JIS").text.find("t.csv:2: there are bytes that are no character of Shift_JIS"),
              std::string::npos);
}

TEST(DecodedText, DamagedUtf8IsNotTakenForAnotherEncoding) {
    EXPECT_NE(read("Қазақстан\n\xD0\n").text.find("t.csv:2: byte 0xD0 is not valid UTF-8"), std::string::npos);
}

TEST(DecodedText, AnUnknownEncodingIsAUsageErrorWithTheNearest) {
    DecodedText decoded;
    EXPECT_THROW(decode_text("a", "t.csv", "windos-1251", decoded), UsageError);
    EXPECT_NE(read("a", "windos-1251").text.find("did you mean 'windows-1251'?"), std::string::npos);
}

}  // namespace decoded_text_test
}  // namespace tarazy
