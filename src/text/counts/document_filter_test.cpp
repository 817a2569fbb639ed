#include "text/counts/document_filter.hpp"

#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::document_filter_test {
namespace {

using Places = std::vector<std::size_t>;

Table speeches() {
    TableRows rows(TextColumn{"iso3"}, IntegerColumn{"year"}, TextColumn{"title"}, TextColumn{"pages"});
    rows.add("KAZ", 1992, "Peace & bread", "7");
    rows.add("KAZ", 2012, "War | peace", "9");
    rows.add("UZB", 2015, "", "12");
    rows.add("KGZ", std::nullopt, "Water", "10");
    return rows.table();
}

Places matching(std::string_view text) {
    return matching_documents(parse_document_filter(text, "--target"), speeches());
}

TEST(DocumentFilter, TermsOnColumns) {
    EXPECT_EQ(matching("iso3=KAZ"), (Places{0, 1}));
    EXPECT_EQ(matching("iso3 == KAZ & year >= 2010"), (Places{1}));
    EXPECT_EQ(matching("iso3=KAZ|KGZ"), (Places{0, 1, 3}));
    EXPECT_EQ(matching("iso3!=KAZ|KGZ"), (Places{2}));
    EXPECT_EQ(matching("year<2015"), (Places{0, 1}));
    EXPECT_EQ(matching("year<=2015&year>1992"), (Places{1, 2}));
    EXPECT_EQ(matching("year=2012.0"), (Places{1}));
    EXPECT_EQ(matching("title=\"Peace & bread\"|\"War | peace\""), (Places{0, 1}));
    EXPECT_EQ(matching("pages>9"), (Places{2, 3}));
}

TEST(DocumentFilter, WhatIsMissingMeetsNoTerm) {
    EXPECT_EQ(matching("year!=1992"), (Places{1, 2}));
    EXPECT_EQ(matching("title!=Water"), (Places{0, 1}));
}

TEST(DocumentFilter, MalformedTermsAreRefused) {
    for (const char* text : {"", "KAZ", "=KAZ", "iso3=", "iso3=KAZ &", "year>=abc", "year>1|2", "iso3=KAZ|"})
        EXPECT_THROW((void)parse_document_filter(text, "--target"), UsageError) << text;
}

TEST(DocumentFilter, UnknownColumnsAndTextsInPlaceOfNumbersAreTold) {
    EXPECT_THROW((void)matching("iso=KAZ"), InputError);
    try {
        (void)matching("iso3>5");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 4u);
        EXPECT_EQ(error.problems()[0].line, 2u);
    }
}

}  // namespace
}  // namespace tarazy::document_filter_test
