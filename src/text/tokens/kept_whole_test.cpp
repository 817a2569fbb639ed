#include "text/tokens/kept_whole.hpp"

#include <gtest/gtest.h>

namespace tarazy::kept_whole_test {
namespace {

std::string symbol_in(std::string_view text) {
    return std::string(text.substr(0, document_symbol_end(text, 0, text.find('/'))));
}

TEST(KeptWhole, SymbolsOfDocuments) {
    EXPECT_EQ(symbol_in("A/RES/70/57, of"), "A/RES/70/57");
    EXPECT_EQ(symbol_in("S/RES/1540(2004)."), "S/RES/1540(2004)");
    EXPECT_EQ(symbol_in("A/C.1/75/L.10. The"), "A/C.1/75/L.10");
    EXPECT_EQ(symbol_in("INFCIRC/153 (Corrected)"), "INFCIRC/153");
    EXPECT_EQ(symbol_in("TCP/IP"), "TCP");
    EXPECT_EQ(symbol_in("and/or 3"), "and");
    EXPECT_EQ(symbol_in("24/7"), "24");
}

TEST(KeptWhole, WebAddressesWithoutThePunctuationOfTheSentence) {
    const std::string_view text = "https://www.un.org/en/ga/?x=1). Or";
    EXPECT_EQ(text.substr(0, web_address_end(text, 0, true)), "https://www.un.org/en/ga/?x=1");
    EXPECT_EQ(text.substr(0, web_address_end(text, 0, false)), "https://www.un.org/en/ga/");
    EXPECT_EQ(web_address_end("wwwhat", 0, true), 0U);
    const std::string_view bracket = "http://a.b/c_(d) e";
    EXPECT_EQ(bracket.substr(0, web_address_end(bracket, 0, true)), "http://a.b/c_(d)");
}

TEST(KeptWhole, LongTextsOfMarksAreReadOnce) {
    const std::string brackets = "http://a" + std::string(300'000, ')');
    EXPECT_EQ(web_address_end(brackets, 0, true), 8U);
    EXPECT_EQ(web_address_end("http://...", 0, true), 0U);
}

TEST(KeptWhole, MailAddressesAndTags) {
    const std::string_view mail = "info@example.org: yes";
    EXPECT_EQ(mail.substr(0, mail_address_end(mail, 0, 4)), "info@example.org");
    EXPECT_EQ(mail_address_end("a@b c", 0, 1), 1U);
    EXPECT_EQ(tag_end("#Peace,", 0), 6U);
    EXPECT_EQ(tag_end("# 1", 0), 0U);
}

TEST(KeptWhole, TheHyphenBehindAnAbbreviation) {
    EXPECT_EQ(abbreviation_hyphen("U.S.-led", 0, 3), 4U);
    EXPECT_EQ(abbreviation_hyphen("U.S. led", 0, 3), 3U);
    EXPECT_EQ(abbreviation_hyphen("end.-of", 0, 3), 3U);
}

}  // namespace
}  // namespace tarazy::kept_whole_test
