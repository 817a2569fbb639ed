#include "analyses/compare/statement_words.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace statement_words_test {

TEST(StatementWords, EachCommonFormIsAClause) {
    StudyResult result = sample_result();
    result.words["AA"] = {"a norm", "норма", "норма"};
    const ReportContext context(result, all_chapters());
    const auto words = [&](const char* sentence) { return statement_in_words(context, sentence); };
    EXPECT_EQ(words("AA is sufficient at 0.8").en, "AA (a norm) is enough by itself (consistency at least 0.8)");
    EXPECT_EQ(words("AA is sufficient at 0.8").ru, "AA (норма) — достаточное условие (согласованность не ниже 0,8)");
    EXPECT_EQ(words("AA + BB*~CC is necessary").en, "AA (a norm) or BB and not CC is necessary");
    EXPECT_EQ(words("parsimonious: term over KAZ contains AA in every model").en,
              "in every model a term that covers Kazakhstan holds AA (a norm) (solution: parsimonious)");
    EXPECT_EQ(words("some term contains BB in some model").en, "in at least one model a term holds BB");
    EXPECT_EQ(words("conservative: models stay").en, "the models stay the same (solution: conservative)");
    EXPECT_EQ(words("there is one model").en, "there is a single model");
}

TEST(StatementWords, RarerFormsStayAsWritten) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    for (const char* sentence : {"AA is a term of every model", "conservative: AA is the only model",
                                 "every term contains "
                                 "AA in some model",
                                 "AA is sufficient at much", ""}) {
        EXPECT_EQ(statement_in_words(context, sentence).en, sentence);
        EXPECT_EQ(statement_in_words(context, sentence).kk, "");
    }
}

}  // namespace statement_words_test
}  // namespace tarazy
