#include "report/proposition_ledger.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace proposition_ledger_test {

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
    EXPECT_NE(markup.find("was not run"), std::string::npos);
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

TEST(QuantityInWords, AQuantityHasTheWordsOfItsMethod) {
    StudyResult result = sample_result();
    const auto add = [&](const std::string& method, const ClaimParts& parts) {
        AnalysisResult analysis;
        analysis.id = "a" + std::to_string(result.analyses.size());
        analysis.method = method;
        analysis.claims.emplace_back();
        analysis.claims.back().id = analysis.id + ".number";
        analysis.claims.back().parts = parts;
        result.analyses.push_back(std::move(analysis));
    };
    const std::size_t before = result.analyses.size();
    add("align.shares", {"UZB", "", "mean_share", {"RUS"}, "1992-2012"});
    add("align.similarity", {"", "", "kappa_sq", {"KAZ", "RUS"}, "69"});
    add("trace.chronology", {"", "", "links", {"proposed"}, ""});
    add("compare.minimise", {"", "intermediate", "covU", {"C1P1", "1", "A*B"}, ""});
    add("compare.robustness", {"", "", "distinct_models", {"parsimonious"}, ""});
    add("trace.chronology", {"", "", "mean_share", {"RUS"}, "1992-2012"});
    const ReportContext context(result, all_chapters());
    std::vector<std::string> words;
    for (std::size_t i = before; i < result.analyses.size(); ++i) {
        JudgedTest test;
        test.analysis = result.analyses[i].id;
        test.claim = test.analysis + ".number";
        test.quantity = "no words";
        words.push_back(quantity_in_words(context, test).en);
    }
    EXPECT_EQ(words[0], "Uzbekistan: mean share: Russia, 1992–2012");
    EXPECT_EQ(words[1], "kappa: Kazakhstan and Russia, 69");
    EXPECT_NE(words[2], "no words");
    EXPECT_EQ(words[3], "intermediate C1P1 1 A*B: unique coverage");
    EXPECT_NE(words[4], "no words");
    EXPECT_EQ(words[5], "no words") << "another method's mean share is another thing";
}

}  // namespace proposition_ledger_test
}  // namespace tarazy
