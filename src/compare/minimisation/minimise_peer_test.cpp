#include "compare/minimisation/assumptions.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "compare/minimisation/minimise.hpp"
#include "compare/sets/expression.hpp"
#include "compare/sets/necessity_search.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace minimise_peer_test {

/// One data set of the peer, with the options of its call.
class PeerStudy {
public:
    PeerStudy(const std::string& id, bool negated) : json_(nlohmann::json::parse(peer_text(id + ".json"))) {
        CaseOptions options;
        options.outcome = json_["outcome"].get<std::string>();
        options.conditions = json_["conditions"].get<std::vector<std::string>>();
        options.negate = negated;
        cases_ = read_cases(peer_table(id + "_data.csv"), options);
        TruthTableOptions cuts;
        cuts.inclusion_cut = json_["incl_cut"].get<double>();
        cuts.case_cut = json_["n_cut"].get<std::size_t>();
        table_ = truth_table(cases_, cuts);
        expected_ = json_[negated ? "negated" : "positive"];
        if (expected_.contains("dir_exp")) {
            for (const std::string text : expected_["dir_exp"]) {
                options_.expectations.push_back(parse_expression(text, cases_.space).front());
            }
        }
    }
    const Cases& cases() const { return cases_; }
    const TruthTable& table() const { return table_; }
    const nlohmann::json& expected() const { return expected_; }
    MinimiseOptions options() const { return options_; }

private:
    nlohmann::json json_, expected_;
    Cases cases_;
    TruthTable table_;
    MinimiseOptions options_;
};

void expect_value(const nlohmann::json& expected, const std::optional<double>& ours, const std::string& what) {
    if (!expected.is_number()) return;
    ASSERT_TRUE(ours) << what;
    EXPECT_NEAR(*ours, expected.get<double>(), 1e-9) << what;
}

void expect_fit(const Cases& cases, const nlohmann::json& expected, const std::vector<std::vector<Literals>>& models) {
    for (std::size_t m = 0; m < expected["models"].size(); ++m) {
        const ModelSet wanted = peer_models(nlohmann::json::array({expected["models"][m]}));
        bool found = false;
        for (const auto& model : models) {
            if (our_models(cases.space, {model}) != wanted) continue;
            found = true;
            const ModelFit fit = fit_model(cases, model);
            const auto& peer = expected["fit"][m];
            expect_value(peer["model"][0]["inclS"], fit.model.consistency, "model inclS");
            expect_value(peer["model"][0]["PRI"], fit.model.pri, "model PRI");
            expect_value(peer["model"][0]["covS"], fit.model.coverage, "model covS");
            for (const auto& row : peer["terms"]) {
                const std::string name = *peer_models(nlohmann::json{{row["term"]}}).begin()->begin();
                for (const TermFit& term : fit.terms) {
                    if (term_text(cases.space, term.term) != name) continue;
                    expect_value(row["inclS"], term.fit.consistency, name);
                    expect_value(row["PRI"], term.fit.pri, name);
                    expect_value(row["covS"], term.fit.coverage, name);
                    if (row.contains("covU")) expect_value(row["covU"], term.unique, name + " covU");
                }
            }
        }
        EXPECT_TRUE(found);
    }
}

std::vector<std::uint64_t> numbers(const nlohmann::json& rows) {
    std::vector<std::uint64_t> result;
    for (const auto& row : rows) result.push_back(std::stoull(row.get<std::string>()));
    return result;
}

void expect_assumptions(const Remainders& remainders, const nlohmann::json& expected, const Solution& ours) {
    std::multiset<std::vector<std::uint64_t>> wanted, have;
    for (const auto& rows : expected["simplifying_assumption_rows"]) wanted.insert(numbers(rows));
    for (const auto& model : ours.models) {
        have.insert(remainders.rows(model));
        EXPECT_EQ(remainders.count(model), remainders.rows(model).size());
    }
    EXPECT_EQ(have, wanted);
}

void expect_solution(const Cases& cases, const TruthTable& table, const nlohmann::json& expected,
                     const Solution& ours) {
    EXPECT_TRUE(ours.complete);
    EXPECT_EQ(ours.n_models, expected["n_models"].get<std::uint64_t>());
    EXPECT_EQ(our_models(cases.space, ours.models), peer_models(expected["models"]));
    if (expected.contains("prime_implicants")) {
        EXPECT_EQ(our_models(cases.space, {ours.prime_implicants}),
                  peer_models(nlohmann::json::array({expected["prime_implicants"]})));
        EXPECT_EQ(our_models(cases.space, {ours.essential}),
                  peer_models(nlohmann::json::array({expected["essential"]})));
    }
    if (expected.contains("simplifying_assumption_rows"))
        expect_assumptions(Remainders(cases.space, table), expected, ours);
    expect_fit(cases, expected, ours.models);
}

using StudyAndSign = std::tuple<std::string, bool>;
class PeerStudies : public testing::TestWithParam<StudyAndSign> {
protected:
    void SetUp() override {
        if (!have_peer_file(std::get<0>(GetParam()) + ".json"))
            GTEST_SKIP() << "a large reference file of QCA is not beside this checkout";
    }
    PeerStudy study() const { return {std::get<0>(GetParam()), std::get<1>(GetParam())}; }
};

TEST_P(PeerStudies, TruthTableIsThatOfQca) {
    const PeerStudy study = this->study();
    const std::string sign = std::get<1>(GetParam()) ? "negated" : "positive";
    const Table peer = read_table(peer_path(std::get<0>(GetParam()) + "_tt_" + sign + ".csv"));
    std::map<std::uint64_t, const TruthRow*> ours;
    for (const TruthRow& row : study.table().rows) ours[row.number] = &row;
    for (std::size_t r = 0; r < peer.rows(); ++r) {
        const std::string name = "row " + peer["row"].display(r);
        const auto found = ours.find(std::stoull(peer["row"].display(r)));
        if (found == ours.end()) {
            EXPECT_EQ(peer["OUT"].display(r), "?") << name;
            continue;
        }
        const TruthRow& row = *found->second;
        EXPECT_EQ(std::string(1, static_cast<char>(row.outcome)), peer["OUT"].display(r)) << name;
        EXPECT_EQ(std::to_string(row.cases.size()), peer["n"].display(r)) << name;
        if (const auto value = peer["incl"].real(r)) expect_value(*value, row.inclusion, name);
        if (const auto value = peer["PRI"].real(r)) expect_value(*value, row.pri, name);
        std::string cases;
        for (const std::size_t i : row.cases) cases += (cases.empty() ? "" : ",") + study.cases().names[i];
        EXPECT_EQ(cases, peer["cases"].display(r));
    }
}

TEST_P(PeerStudies, ConservativeSolutionIsThatOfQca) {
    const PeerStudy study = this->study();
    expect_solution(study.cases(), study.table(), study.expected()["conservative"],
                    conservative_solution(study.cases(), study.table(), study.options()));
}

TEST_P(PeerStudies, ParsimoniousSolutionsAreThoseOfQca) {
    const PeerStudy study = this->study();
    MinimiseOptions options = study.options();
    expect_solution(study.cases(), study.table(), study.expected()["parsimonious"],
                    parsimonious_solution(study.cases(), study.table(), options));
    options.irredundant = true;
    expect_solution(study.cases(), study.table(), study.expected()["parsimonious_all_irredundant"],
                    parsimonious_solution(study.cases(), study.table(), options));
    options.irredundant = false;
    options.row_dominance = true;
    const Solution dominant = parsimonious_solution(study.cases(), study.table(), options);
    EXPECT_EQ(our_models(study.cases().space, dominant.models),
              peer_models(study.expected()["parsimonious_row_dominance"]["models"]));
}

TEST_P(PeerStudies, IntermediateSolutionsAreThoseOfQca) {
    const PeerStudy study = this->study();
    if (!study.expected().contains("intermediate")) GTEST_SKIP() << "QCA has no intermediate solution of this one";
    const MinimiseOptions options = study.options();
    const Solution conservative = conservative_solution(study.cases(), study.table(), options);
    const Solution parsimonious = parsimonious_solution(study.cases(), study.table(), options);
    const auto ours = intermediate_solutions(study.cases(), study.table(), conservative, parsimonious, options).pairs;
    const Remainders remainders(study.cases().space, study.table());
    const auto& peer = study.expected()["intermediate"];
    EXPECT_EQ(ours.size(), peer.size());
    // Which model is called P1 is a matter of order: each of theirs must be one of ours, with its counterfactuals.
    for (const auto& [label, expected] : peer.items()) {
        bool found = false;
        for (const auto& [our_label, solution] : ours) {
            if (our_models(study.cases().space, solution.models) != peer_models(expected["models"])) continue;
            const CounterfactualRows rows = counterfactual_rows(remainders, solution);
            if (rows.easy != numbers(expected["easy_counterfactual_rows"])) continue;
            if (rows.difficult != numbers(expected["difficult_counterfactual_rows"])) continue;
            EXPECT_EQ(counterfactuals(remainders, solution).easy, rows.easy.size());
            EXPECT_EQ(counterfactuals(remainders, solution).difficult, rows.difficult.size());
            found = true;
            expect_fit(study.cases(), expected, solution.models);
        }
        EXPECT_TRUE(found) << label;
    }
}

TEST_P(PeerStudies, NecessaryExpressionsAreThoseOfQca) {
    const PeerStudy study = this->study();
    if (!study.expected().contains("necessary_superset")) GTEST_SKIP() << "not run in the peer";
    std::set<std::string> wanted, have;
    const NecessitySearch search = necessary_expressions(study.cases());
    for (const auto& one : search.expressions) have.insert(expression_text(study.cases().space, one));
    for (const auto& row : study.expected()["necessary_superset"]["rows"]) {
        wanted.insert(row["term"].get<std::string>());
        for (const auto& one : search.expressions) {
            if (expression_text(study.cases().space, one) != row["term"].get<std::string>()) continue;
            expect_value(row["inclN"], one.fit.inclusion, row["term"]);
            expect_value(row["RoN"], one.fit.relevance, row["term"]);
            expect_value(row["covN"], one.fit.coverage, row["term"]);
        }
    }
    EXPECT_EQ(have, wanted);
}

INSTANTIATE_TEST_SUITE_P(Qca, PeerStudies,
                         testing::Combine(testing::Values("lipset_crisp_LC", "lipset_fuzzy_LF", "lipset_multivalue_LM",
                                                          "krook", "cebotari_vink_CVF", "schneider_SCHF"),
                                          testing::Bool()));

TEST(EnhancedAnalysis, ExcludedRowsAreThoseOfSetMethods) {
    const nlohmann::json peer = nlohmann::json::parse(peer_text("theory_esa_smmr_SCHF.json"))["esa"];
    const Cases cases = read_cases(peer_table("schneider_SCHF_data.csv"),
                                   {"EXPORT", {"EMP", "BARGAIN", "UNI", "OCCUP", "STOCK", "MA"}});
    TruthTableOptions cuts;
    cuts.inclusion_cut = 0.9;
    MinimiseOptions options;
    for (const std::uint64_t row : numbers(peer["rows_changed"]))
        options.excluded.push_back(configuration_literals(cases.space, configuration_levels(cases.space, row)));
    const TruthTable table = truth_table(cases, cuts);
    expect_solution(cases, table, peer["enhanced_parsimonious"], parsimonious_solution(cases, table, options));
    EXPECT_FALSE(notes_on_excluded(cases, table, options.excluded).empty());
}

TEST_P(PeerStudies, SingleConditionsFitAsInQca) {
    const PeerStudy study = this->study();
    const nlohmann::json whole = nlohmann::json::parse(peer_text(std::get<0>(GetParam()) + ".json"));
    if (std::get<1>(GetParam()) || !whole.contains("single_necessity")) return;  // of the positive outcome only
    const Cases& cases = study.cases();
    std::size_t compared = 0;
    for (const NecessaryExpression& one : single_literals(cases)) {
        const std::string name = term_text(cases.space, one.literals);
        const SufficiencyFit enough = sufficiency(term_membership(cases, one.literals), cases.outcome);
        for (const auto& row : whole["single_necessity"]) {
            if (row["term"] != name) continue;
            expect_value(row["inclN"], one.fit.inclusion, name);
            expect_value(row["RoN"], one.fit.relevance, name);
            expect_value(row["covN"], one.fit.coverage, name);
            ++compared;
        }
        for (const auto& row : whole["single_sufficiency"]) {
            if (row["term"] != name) continue;
            expect_value(row["inclS"], enough.consistency, name);
            expect_value(row["PRI"], enough.pri, name);
            expect_value(row["covS"], enough.coverage, name);
            ++compared;
        }
    }
    EXPECT_EQ(compared, 4 * cases.space.size());
}

TEST(TemporalCases, SolutionsAreThoseOfQca) {
    const nlohmann::json expected = nlohmann::json::parse(peer_text("temporal_RS.json"));
    const Cases cases = read_cases(peer_table("temporal_RS_data.csv"), {"REC", {"P", "E", "A", "EBA", "S"}});
    const TruthTable table = truth_table(cases);
    const Table peer = read_table(peer_path("temporal_RS_tt.csv"));
    std::map<std::uint64_t, std::string> wanted, have;
    for (std::size_t r = 0; r < peer.rows(); ++r) {
        if (peer["n"].display(r) != "0") wanted[std::stoull(peer["row"].display(r))] = peer["OUT"].display(r);
    }
    for (const TruthRow& row : table.rows) have[row.number] = std::string(1, static_cast<char>(row.outcome));
    EXPECT_EQ(have, wanted);
    for (const char* kind : {"conservative", "parsimonious"}) {
        nlohmann::json peer_solution = expected[kind];
        // QCA numbers the assumed rows without the level "does not apply" and counts that level's rows among them.
        peer_solution.erase("simplifying_assumption_rows");
        expect_solution(cases, table, peer_solution,
                        kind[0] == 'c' ? conservative_solution(cases, table) : parsimonious_solution(cases, table));
    }
}

}  // namespace minimise_peer_test
}  // namespace tarazy
