#include "analyses/align/balance_analysis.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/claim_cells.hpp"
#include "study/derive.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace balance_analysis_test {

/// Imports of KAZ that move from Russia to China, and of UZB with a figure lacking.
const std::string trade_csv = [] {
    std::string csv = "state,year,indicator,value\n";
    for (int year = 2005; year <= 2012; ++year) {
        const int russia = 80 - 5 * (year - 2005), china = 10 + 5 * (year - 2005);
        const auto row = [&](const std::string& state, const std::string& pole, int value) {
            csv += state + ',' + std::to_string(year) + ",imports_from_" + pole + ',' + std::to_string(value) + '\n';
        };
        row("KAZ", "RUS", russia);
        row("KAZ", "CHN", china);
        row("KAZ", "USA", 5);
        row("KAZ", "FRA", 5);
        row("UZB", "RUS", russia);
        row("UZB", "CHN", china);
        row("UZB", "USA", 5);
    }
    return csv;
}();

void add_balance(const ExampleStudy& example, const std::string& data, const std::string& parameters) {
    write_file_atomically(example / "data/trade.csv", trade_csv);
    write_file_atomically(example / "study.toml",
                          read_file(example / "study.toml") +
                              "\n[data.trade]\nfile = \"data/trade.csv\"\nrole = \"indicators\"\n[[analysis]]\nid = "
                              "\"hedge\"\ntitle = \"Hedge\"\nmethod = \"align.balance\"\ndata = " +
                              data + "\n[analysis.parameters]\nindicators = { imports = \"imports_from_\" }\n" +
                              parameters);
}

const AnalysisResult& hedge_of(const StudyResult& result) {
    return *std::ranges::find(result.analyses, "hedge", &AnalysisResult::id);
}

const Claim& claim_of(const AnalysisResult& analysis, const std::string& id) {
    const auto found = std::ranges::find(analysis.claims, id, &Claim::id);
    if (found == analysis.claims.end()) throw std::runtime_error("no claim " + id);
    return *found;
}

TEST(BalanceAnalysis, PutsVotesAndTradeTogether) {
    const ExampleStudy example;
    add_balance(example, R"(["votes", "roll_calls", "trade"])",
                "errors = { imports = 1.2 }\ndraws = 200\nwindows = [\"2005-2012\", \"2005-2016\"]\n");
    const StudyResult result = run_study(example.read(), all_methods());
    const AnalysisResult& hedge = hedge_of(result);
    EXPECT_NEAR(*claim_of(hedge, "hedge.imports.share.RUS.2005").value, 0.8, 0.02);
    const Claim& total = claim_of(hedge, "hedge.overall.h_total.2008");
    EXPECT_NEAR(
        *total.value,
        *claim_of(hedge, "hedge.overall.h_within.2008").value + *claim_of(hedge, "hedge.overall.h_between.2008").value,
        0.01);
    EXPECT_EQ(total.inputs.size(), 3u);
    // A number of one domain rests on that domain's data only.
    EXPECT_EQ(claim_of(hedge, "hedge.imports.share.RUS.2005").inputs.size(), 1u);
    EXPECT_EQ(claim_of(hedge, "hedge.imports.share.RUS.2005").inputs[0].key, "trade");
    EXPECT_EQ(claim_of(hedge, "hedge.positions.mean_share.CHN.2005-2016").inputs.size(), 2u);
    // 2013-2016 have no trade: the window of all domains rests on the other eight years.
    EXPECT_EQ(claim_of(hedge, "hedge.overall.h_total.2005-2016").value,
              claim_of(hedge, "hedge.overall.h_total.2005-2012").value);
    EXPECT_NE(claim_of(hedge, "hedge.overall.share.RUS.2014").subject.find("without imports"), std::string::npos);
}

TEST(BalanceAnalysis, WhatIsNotKnownIsMissingAndNotZero) {
    const ExampleStudy example;
    add_balance(example, R"(["trade"])", "");
    const StudyResult result = run_study(example.read(), all_methods());
    const Table* table = find_table(hedge_of(result).tables, "");
    ASSERT_NE(table, nullptr);
    bool seen = false;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        if (text_in(*table, "state", row) != "UZB" || text_in(*table, "domain", row) != "imports") continue;
        seen = true;
        EXPECT_FALSE(number_in(*table, "value", row));
        EXPECT_EQ(text_in(*table, "missing", row), "WEST");
    }
    EXPECT_TRUE(seen);
}

TEST(BalanceAnalysis, ParametersThatNameNoDomainAreRefused) {
    const ExampleStudy example;
    add_balance(example, R"(["trade"])", "weights = { import = 1 }\n");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("names the domain 'import', which no data of it make"), std::string::npos) << complaint;
    EXPECT_NE(complaint.find("did you mean 'imports'"), std::string::npos) << complaint;
}

TEST(BalanceAnalysis, AShippedTableIsNotBelievedWhenTheFileBesideItChanged) {
    const ExampleStudy example;
    add_balance(example, R"(["votes", "roll_calls", "trade"])", "draws = 50\n");
    example.ship_results();
    {
        const Variable folder("TARAZY_TEST_RAW", example.beside("raw"));
        (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
    }
    EXPECT_TRUE(hedge_of(run_study(example.read(), all_methods())).from_shipped_table);
    example.edit("data/trade.csv", "KAZ,2005,imports_from_RUS,80", "KAZ,2005,imports_from_RUS,8");
    const std::string complaint = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(complaint.find("the derived tables of 'hedge' were made from another 'data/trade.csv'"),
              std::string::npos)
        << complaint;
}

TEST(BalanceAnalysis, DomainsOfAFlowsFileByItsColumn) {
    const ExampleStudy example;
    write_file_atomically(example / "data/flows.csv",
                          "domain,state,year,pole,value\narms,KAZ,2005,RUS,8\narms,KAZ,2005,CHN,1\narms,KAZ,2005,"
                          "WEST,1\nvisits,KAZ,2005,RUS,2\nvisits,KAZ,2005,CHN,5\nvisits,KAZ,2005,WEST,3\n");
    write_file_atomically(example / "study.toml",
                          read_file(example / "study.toml") +
                              "\n[data.flows]\nfile = \"data/flows.csv\"\nrole = \"flows\"\n[[analysis]]\nid = "
                              "\"hedge\"\ntitle = \"Hedge\"\nmethod = \"align.balance\"\ndata = [\"flows\"]\n");
    const StudyResult result = run_study(example.read(), all_methods());
    EXPECT_NEAR(*claim_of(hedge_of(result), "hedge.arms.share.RUS.2005").value, 0.8, 1e-12);
    EXPECT_NEAR(*claim_of(hedge_of(result), "hedge.visits.share.RUS.2005").value, 0.2, 1e-12);
    EXPECT_EQ(*claim_of(hedge_of(result), "hedge.overall.years_specialised.2005-2005").value, 1);
}

}  // namespace balance_analysis_test
}  // namespace tarazy
