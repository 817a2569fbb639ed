#include "analyses/trace/evidence_words.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/trace/evidence_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace evidence_words_test {

TEST(EvidenceWords, NamesComeFromTheTablesInThreeLanguages) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(hypothesis_name(motives_result(), "will").kk, "Өз ерік-жігері");
    EXPECT_EQ(hypothesis_name(context, "will").ru, "Собственная воля");
    EXPECT_EQ(hypothesis_name(context, "unknown").en, "unknown");
    EXPECT_EQ(clue_words(context, motives_result(), "threat").en, "A threat of sanctions is on record");
    EXPECT_EQ(clue_words(context, motives_result(), "").en, "before any clue");
    EXPECT_EQ(clue_words(context, motives_result(), "nothing").en, "nothing");
}

TEST(EvidenceWords, AMissingEnglishTextFallsBackToAnother) {
    Table table;
    table.add("name_ru", Column(std::vector<std::string>{"Норма"}));
    EXPECT_EQ(words_in_row(table, 0, "name").en, "Норма");
}

}  // namespace evidence_words_test
}  // namespace tarazy
