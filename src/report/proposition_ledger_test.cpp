#include "report/proposition_ledger.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(PropositionLedger, EveryVerdictHasItsWordAndShape) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = proposition_ledger(context).markup;
    for (const char* code : {"supported", "contradicted", "mixed", "silent", "not_tested"}) {
        EXPECT_NE(markup.find("<p class=\"verdict " + std::string(code) + "\"><svg class=\"shape\""), std::string::npos)
            << code;
    }
}

TEST(PropositionLedger, MethodsThatAgreeDisagreeAndAreSilentAreTold) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = proposition_ledger(context).markup;
    for (const char* words : {"Methods that agree:", "Methods that disagree:", "Methods that are silent:"})
        EXPECT_NE(markup.find(words), std::string::npos);
    EXPECT_NE(markup.find("the analysis is not part of this study"), std::string::npos);
}

TEST(QuantityInWords, NamesPolesAndYears) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    JudgedTest test = result.propositions.front().tests.front();
    EXPECT_EQ(quantity_in_words(context, test).en, "closeness: Russia minus China, 1992–2023");
    EXPECT_EQ(quantity_in_words(context, test).kk, "жақындық айырмасы: Ресей − Қытай, 1992–2023");
    test.claim.clear();
    test.quantity = "unheard.of.1992";
    EXPECT_EQ(quantity_in_words(context, test).en, "unheard.of.1992");
}

TEST(QuantityInWords, EveryMethodHasWordsForItsQuantities) {
    StudyResult result = sample_result();
    AnalysisResult all;
    all.id = "all";
    for (const ClaimParts& parts :
         {ClaimParts{"UZB", "", "mean_share", {"RUS"}, "1992-2012"}, ClaimParts{"", "", "p_nearest", {"RUS"}, "1992"},
          ClaimParts{"", "", "kappa_sq", {"KAZ", "RUS"}, "69"}, ClaimParts{"", "", "links", {"proposed"}, ""},
          ClaimParts{"", "", "first_year", {}, ""}, ClaimParts{"", "row", "PRI", {"3"}, ""},
          ClaimParts{"", "intermediate", "covU", {"C1P1", "1", "A*B"}, ""}, ClaimParts{"", "", "positive_rows", {}, ""},
          ClaimParts{"", "", "distinct_models", {"parsimonious"}, ""}, ClaimParts{"", "", "worst_rhat", {}, ""}}) {
        Claim claim;
        claim.id = "all." + std::to_string(all.claims.size());
        claim.parts = parts;
        all.claims.push_back(std::move(claim));
    }
    result.analyses.push_back(std::move(all));
    const ReportContext context(result, all_chapters());
    std::vector<std::string> words;
    for (const Claim& claim : result.analyses.back().claims) {
        JudgedTest test;
        test.claim = claim.id;
        test.quantity = "no words";
        const LocalText said = quantity_in_words(context, test);
        EXPECT_NE(said.en, "no words") << claim.parts.quantity;
        EXPECT_FALSE(said.ru.empty()) << claim.parts.quantity;
        words.push_back(said.en);
    }
    EXPECT_EQ(words[0], "Uzbekistan: mean share: Russia, 1992–2012");
    EXPECT_EQ(words[2], "kappa: Kazakhstan and Russia, 69");
    EXPECT_EQ(words[6], "intermediate C1P1 1 A*B: unique coverage");
}

}  // namespace
}  // namespace tarazy
