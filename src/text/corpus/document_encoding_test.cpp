#include "text/corpus/document_encoding.hpp"

#include "base/error.hpp"
#include "text/corpus/characters.hpp"

#include <gtest/gtest.h>

#include <unicode/ucnv.h>

namespace tarazy::document_encoding_test {
namespace {

std::string encoded(const std::string& utf8, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    std::string bytes(utf8.size() * 4 + 16, '\0');
    const std::int32_t size = ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                           utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
    EXPECT_TRUE(U_SUCCESS(status)) << encoding;
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

const std::string russian = "Казахстан добровольно отказался от ядерного оружия. Это решение поддержал народ.",
                  chinese = "我们自愿放弃了核武器，关闭了试验场。这个决定得到了人民的支持。";

TEST(DocumentEncoding, FindsWhatTheBytesAre) {
    for (const auto& [encoding, name] : std::vector<std::pair<const char*, const char*>>{
             {"windows-1251", "Windows-1251"}, {"KOI8-R", "KOI8-R"}, {"ibm-866", "CP866"}}) {
        const DocumentText text = decode_document(encoded(russian, encoding), "a.txt", "");
        EXPECT_EQ(text.encoding, name);
        EXPECT_EQ(text.text, russian);
        EXPECT_TRUE(text.assumed);
    }
    const DocumentText zh = decode_document(encoded(chinese, "gb18030"), "a.txt", "");
    EXPECT_EQ(zh.encoding, "GB18030");
    EXPECT_EQ(zh.text, chinese);
    EXPECT_TRUE(zh.assumed);
    const DocumentText utf16 = decode_document("\xFF\xFE" + encoded(russian, "utf-16le"), "a.txt", "");
    EXPECT_EQ(utf16.text, russian);
    EXPECT_FALSE(utf16.assumed);
    EXPECT_EQ(decode_document("\xEF\xBB\xBF" + russian, "a.txt", "").text, russian);
    EXPECT_FALSE(decode_document(russian, "a.txt", "").assumed);
}

TEST(DocumentEncoding, KazakhBytes) {
    // "Қазақстан қауіпсіздігі" in KZ-1048
    const std::string bytes = "\x8D\xE0\xE7\xE0\x9D\xF1\xF2\xE0\xED \x9D\xE0\xF3\xB3\xEF\xF1\xB3\xE7\xE4\xB3\xE3\xB3";
    const DocumentText text = decode_document(bytes, "a.txt", "");
    EXPECT_EQ(text.encoding, "KZ-1048");
    EXPECT_EQ(text.text, "Қазақстан қауіпсіздігі");
}

TEST(DocumentEncoding, CyrillicIsNotTakenForChinese) {
    for (const char* const encoding : {"windows-1251", "KOI8-R", "ibm-866"})
        EXPECT_FALSE(looks_like_gb18030(encoded(russian, encoding))) << encoding;
    EXPECT_TRUE(looks_like_gb18030(encoded(chinese, "gb18030")));
    EXPECT_FALSE(looks_like_gb18030("plain"));
}

std::string refused(const std::string& bytes) {
    try {
        (void)decode_document(bytes, "a.txt", "");
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 1u) << "one message a file";
        return to_string(error.problems().front());
    }
    return "nothing";
}

TEST(DocumentEncoding, NothingIsReplacedSilently) {
    EXPECT_NE(refused("line\nwith \0 in it" + std::string(1, '\0')).find("NUL"), std::string::npos);
    const std::string damaged = refused(russian + "\n" + russian + " \xFF\n");
    EXPECT_NE(damaged.find("a.txt:2: byte 0xFF is not valid UTF-8"), std::string::npos) << damaged;
    std::string mixed;
    for (int i = 0; i < 40; ++i) mixed += encoded(russian, "windows-1251") + '\n';
    EXPECT_NE(refused(mixed + "қауіпсіздік\n").find("mixes encodings"), std::string::npos)
        << refused(mixed + "сөздер\n");
}

TEST(DocumentEncoding, WhatIsDeclaredIsTakenWhereItFits) {
    const DocumentText text = decode_document(encoded(russian, "KOI8-R"), "a.html", "", "koi8-r");
    EXPECT_EQ(text.text, russian);
    EXPECT_FALSE(text.assumed);
    EXPECT_EQ(decode_document(encoded(russian, "windows-1251"), "a.html", "", "no-such-name").encoding, "Windows-1251");
    EXPECT_THROW((void)decode_document(encoded(russian, "windows-1251"), "a.html", "no-such-name"), UsageError);
}

}  // namespace
}  // namespace tarazy::document_encoding_test
