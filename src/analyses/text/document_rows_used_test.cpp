#include "analyses/text/document_rows_used.hpp"

#include "analyses/rows_entered_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace document_rows_used_test {

TEST(DocumentRowsUsed, OfACodeAreTheSentencesThatHaveIt) {
    const RowsBehind behind("speeches");
    const Claim& claim = behind.claim("share.peace.2005-2016");
    const std::vector<RowsUsed> used = coded_rows_used(every_method_result(), *behind.result, claim);
    ASSERT_TRUE(used.front().result_table);
    const Table& sentences = *find_table(behind.result->tables, "sentences");
    const RowsUsed of{"", used.front().where};
    const auto with = static_cast<double>(rows_found(of, {{"", &sentences}}).size());
    EXPECT_NEAR(*claim.value, with / static_cast<double>(sentences.rows()), 1e-12);
}

TEST(DocumentRowsUsed, AreThoseOfTheStateAndTheWindow) {
    const RowsBehind behind("speech_words");
    const Table& documents = behind.prepared.tables.at("documents");
    const auto rows = [&](const char* rest) {
        return behind.entered(behind.claim(rest), document_rows_entered).at("documents");
    };
    EXPECT_EQ(static_cast<double>(rows("documents.2005-2010").size()), *behind.claim("documents.2005-2010").value);
    EXPECT_EQ(static_cast<double>(rows("documents_compared.2005-2010").size()),
              *behind.claim("documents_compared.2005-2010").value);
    for (const std::size_t row : rows("documents.2005-2010")) {
        EXPECT_EQ(text_in(documents, "state", row), "KAZ");
        EXPECT_LE(*number_in(documents, "year", row), 2010);
    }
}

TEST(DocumentRowsUsed, OfAnEstimateAreTheSentencesCodedByHandAmongThem) {
    const RowsBehind behind("corrected_speeches");
    const auto claim = std::ranges::find(behind.result->claims, "corrected", &Claim::quantity);
    ASSERT_NE(claim, behind.result->claims.end());
    const RowsByRole rows = behind.entered(*claim, estimate_rows_entered);
    EXPECT_FALSE(rows.at("hand_codes").empty());
    EXPECT_GE(rows.at("coded_sentences").size(), rows.at("hand_codes").size());
    const auto machine = std::ranges::find(behind.result->claims, "machine", &Claim::quantity);
    EXPECT_TRUE(behind.entered(*machine, estimate_rows_entered).at("hand_codes").empty());
}

}  // namespace document_rows_used_test
}  // namespace tarazy
