#include "report/proposition_ledger.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(PropositionLedger, EveryVerdictHasItsWordAndShape) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const std::string markup = proposition_ledger(context).markup;
    for (const char* code : {"supported", "contradicted", "mixed", "silent", "not_tested"}) {
        EXPECT_NE(markup.find("<p class=\"verdict " + std::string(code) + "\"><svg class=\"shape\""), std::string::npos)
            << code;
    }
}

TEST(PropositionLedger, MethodsThatAgreeDisagreeAndAreSilentAreTold) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const std::string markup = proposition_ledger(context).markup;
    for (const char* words : {"Methods that agree:", "Methods that disagree:", "Methods that are silent:"})
        EXPECT_NE(markup.find(words), std::string::npos);
    EXPECT_NE(markup.find("the analysis is not part of this study"), std::string::npos);
}

TEST(QuantityInWords, NamesPolesAndYears) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    EXPECT_EQ(quantity_in_words(context, "difference.RUS-CHN.1992-2012").en,
              "closeness: Russia minus China, 1992–2012");
    EXPECT_EQ(quantity_in_words(context, "difference.RUS-CHN.1992-2012").kk,
              "жақындық айырмасы: Ресей − Қытай, 1992–2012");
    EXPECT_EQ(quantity_in_words(context, "unheard.of.1992").en, "unheard.of.1992");
}

}  // namespace
}  // namespace tarazy
