#include "trace/event_data/field_index.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace field_index_test {

/// The fields of each row, read from the index.
std::vector<std::vector<std::string>> rows_by_index(const std::string& text, char delimiter, bool quoted) {
    FieldIndex index;
    if (quoted) {
        index_quoted_fields(text, delimiter, index);
    } else {
        index_fields(text, delimiter, index);
    }
    std::vector<std::vector<std::string>> rows;
    std::size_t begin = 0, field = 0;
    for (const std::uint32_t row_end : index.row_ends) {
        rows.emplace_back();
        for (; field <= row_end; ++field) {
            rows.back().push_back(text.substr(begin, index.ends[field] - begin));
            begin = index.ends[field] + 1;
        }
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(FieldIndex, FieldsAndRows) {
    EXPECT_EQ(rows_by_index("a\tb\n\t\n\nc\n", '\t', false), (Rows{{"a", "b"}, {"", ""}, {""}, {"c"}}));
    EXPECT_TRUE(rows_by_index("", '\t', false).empty());
}

TEST(FieldIndex, LongTextsAgreeWithTheSlowWay) {
    Random random(5, "field index", 0);
    for (int trial = 0; trial < 300; ++trial) {
        std::string text;
        const std::size_t length = random.below(700);
        const std::uint64_t letters = 2 + random.below(6);
        for (std::size_t i = 0; i < length; ++i) text += "\t\nabcdef"[random.below(letters)];
        text += '\n';
        Rows slow(1, {""});
        for (const char c : text) {
            if (c == '\n') {
                slow.push_back({""});
            } else if (c == '\t') {
                slow.back().emplace_back();
            } else {
                slow.back().back() += c;
            }
        }
        slow.pop_back();
        EXPECT_EQ(rows_by_index(text, '\t', false), slow);
        EXPECT_EQ(rows_by_index(text, '\t', true), slow);
    }
}

TEST(FieldIndex, QuotesHoldDelimitersAndLineEnds) {
    EXPECT_EQ(rows_by_index("a,\"b,\nc\",d\n1,\"say \"\"no\"\", then\",3\n", ',', true),
              (Rows{{"a", "\"b,\nc\"", "d"}, {"1", "\"say \"\"no\"\", then\"", "3"}}));
    EXPECT_EQ(rows_by_index("a,5\" pipe,c\nd,e,f\n", ',', true), (Rows{{"a", "5\" pipe", "c"}, {"d", "e", "f"}}));
}

TEST(FieldIndex, TheEndOfWholeRowsLiesOutsideOfQuotes) {
    EXPECT_EQ(quoted_rows_end("a,b\nc,\"d\ne", ','), 4u);
    EXPECT_EQ(quoted_rows_end("a,b\nc,\"d\ne\"\nf", ','), 12u);
    EXPECT_EQ(quoted_rows_end("a,\"b\n", ','), 0u);
}

}  // namespace field_index_test
}  // namespace tarazy
