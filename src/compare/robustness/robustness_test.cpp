#include "compare/robustness/robustness.hpp"

#include "base/work_test.hpp"
#include "compare/sets/expression.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace robustness_test {

Cases paykani() {
    return read_cases(peer_table("paykani_PAYF_data.csv"), {"HL", {"HE", "GG", "AH", "HI", "HW"}});
}

std::vector<Literals> model_of(const Cases& cases, const nlohmann::json& terms) {
    std::vector<Literals> model;
    for (const std::string text : terms) model.push_back(parse_expression(text, cases.space).front());
    return model;
}

TEST(Robustness, FitIsThatOfTheDefinitionWhateverTheOrderOfTests) {
    const nlohmann::json peer = nlohmann::json::parse(peer_text("robustness_PAYF.json"));
    const Cases cases = paykani();
    const auto initial = model_of(cases, peer["initial"]["models"][0]);
    std::vector<std::vector<Literals>> tests;
    for (const auto& test : peer["tests"]) tests.push_back(model_of(cases, test["models"][0]));
    const auto expect = [&](const std::string& key, const RobustnessFit& fit) {
        EXPECT_NEAR(*fit.consistency, peer[key]["RF_cons"].get<double>(), 1e-9);
        EXPECT_NEAR(*fit.coverage, peer[key]["RF_cov"].get<double>(), 1e-9);
        EXPECT_NEAR(*fit.overlap_min, peer[key]["RF_SC_minTS"].get<double>(), 1e-9);
        EXPECT_NEAR(*fit.overlap_max, peer[key]["RF_SC_maxTS"].get<double>(), 1e-9);
    };
    expect("fit_TS1_TS2_exact", robustness_fit(cases, initial, {tests[0], tests[1]}));
    expect("fit_TS1_TS2_TS3_exact", robustness_fit(cases, initial, {tests[0], tests[1], tests[2]}));
    expect("fit_TS1_TS2_TS3_exact", robustness_fit(cases, initial, {tests[2], tests[1], tests[0]}));
    const RobustnessFit fit = robustness_fit(cases, initial, {tests[0], tests[1]});
    EXPECT_NEAR(*fit.typical, peer["case_ratio_TS1_TS2"]["RCR_typ"].get<double>(), 5e-4);
    EXPECT_NEAR(*fit.deviant, peer["case_ratio_TS1_TS2"]["RCR_dev"].get<double>(), 5e-4);
    EXPECT_EQ(fit.rank, peer["case_ratio_TS1_TS2"]["RCC_Rank"].get<int>());
    EXPECT_EQ(robustness_fit(cases, initial, {initial}).rank, 1);
    EXPECT_EQ(robustness_fit(cases, initial, {{Literals{}}}).rank, 2);
    EXPECT_EQ(robustness_fit(cases, {Literals{}}, {initial}).rank, 3);
}

TEST(Robustness, RangesEndWhereTheModelsChange) {
    const Cases cases = paykani();
    const TruthTableOptions cuts{0.87, std::nullopt, 0, 2};
    const AllModels now = model_list(cases, cuts, SolutionKind::parsimonious);
    const std::vector<CutRange> ranges = cut_ranges(cases, cuts, SolutionKind::parsimonious);
    ASSERT_EQ(ranges[0].cut, "incl");
    // The peer steps by 0.01 and finds 0.85 to 0.87.
    EXPECT_LT(ranges[0].lower, 0.85);
    EXPECT_GT(ranges[0].lower, 0.84);
    EXPECT_GE(ranges[0].upper, 0.87);
    EXPECT_LT(ranges[0].upper, 0.88);
    TruthTableOptions other = cuts;
    other.inclusion_cut = ranges[0].upper;
    EXPECT_EQ(model_list(cases, other, SolutionKind::parsimonious), now);
    other.inclusion_cut = ranges[0].upper + 1e-6;
    EXPECT_NE(model_list(cases, other, SolutionKind::parsimonious), now);
    other.inclusion_cut = ranges[0].lower + 1e-6;
    EXPECT_EQ(model_list(cases, other, SolutionKind::parsimonious), now);
    other.inclusion_cut = ranges[0].lower;
    EXPECT_NE(model_list(cases, other, SolutionKind::parsimonious), now);
    EXPECT_EQ(ranges[2].upper, 2);
    EXPECT_EQ(ranges[2].lower, 1);
}

TEST(Robustness, TurnedCellsAreFoundAlikeAtAnyNumberOfThreads) {
    Table table;
    const std::vector<std::string> names = {"w", "x", "y", "z"};
    table.add("case", Column(std::span<const std::string>(names)));
    table.add("A", Column(std::vector<double>{1, 1, 0, 0}));
    table.add("B", Column(std::vector<double>{1, 0, 1, 0}));
    table.add("Y", Column(std::vector<double>{1, 1, 0, 0}));
    const Cases cases = read_cases(table, {"Y", {"A", "B"}});
    const auto one = cell_effects(cases, {}, SolutionKind::parsimonious, {}, 1).turned;
    const auto two = cell_effects(cases, {}, SolutionKind::parsimonious, {}, 2).turned;
    ASSERT_EQ(one.size(), 12U);
    MinimiseOptions no_time;
    no_time.work = Work().within(0);
    const CellEffects none = cell_effects(cases, {}, SolutionKind::parsimonious, no_time, 1);
    EXPECT_TRUE(none.turned.empty());
    EXPECT_EQ(none.cells, 12U);
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].changes_models, two[i].changes_models);
        // A case of the outcome that leaves A makes a row of ~A contradictory: A stays the model. A case without the
        // outcome that joins A makes a row of A contradictory, and so does turning an outcome. B never matters.
        const bool matters = one[i].column == "Y" || (one[i].column == "A" && one[i].at >= 2);
        EXPECT_EQ(one[i].changes_models, matters) << one[i].column << one[i].at;
    }
}

TEST(Robustness, RangesAndCellsEndWhenTheyAreAskedTo) {
    const Cases cases = paykani();
    MinimiseOptions options;
    expect_stoppable([&](const Work& work) {
        options.work = work;
        (void)cut_ranges(cases, {0.87, std::nullopt, 0, 1}, SolutionKind::parsimonious, options);
    });
    expect_stoppable([&](const Work& work) {
        options.work = work;
        (void)cell_effects(cases, {0.87, std::nullopt, 0, 1}, SolutionKind::parsimonious, options, 2);
    });
}

}  // namespace robustness_test
}  // namespace tarazy
