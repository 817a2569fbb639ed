#include "base/random.hpp"
#include "compare/coincidence/coincidences.hpp"
#include "compare/coincidence/complex_formulas.hpp"
#include "compare/coincidence/fit_robustness.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "compare/minimisation/theory_evaluation.hpp"
#include "compare/robustness/crossover_range.hpp"
#include "compare/robustness/robustness.hpp"
#include "compare/sets/cluster_consistency.hpp"
#include "compare/sets/row_coding.hpp"

#include <gtest/gtest.h>

#include <cmath>

// What a table says with a column of frequencies is what it says with its rows written out so many times.

namespace tarazy {
namespace weighted_cases_test {

struct TwoTables {
    Table weighted, written_out;
    CaseOptions options;
};

TwoTables random_tables(std::uint64_t seed) {
    Random random(seed, "tables with frequencies", 0);
    const std::vector<std::string> conditions = {"A", "B", "M", "Y"};
    std::vector<std::vector<double>> cells(conditions.size()), copies(conditions.size());
    std::vector<std::string> names, copied_names;
    std::vector<std::int64_t> frequencies;
    for (std::size_t row = 0; row < 14; ++row) {
        names.push_back("r" + std::to_string(row));
        frequencies.push_back(static_cast<std::int64_t>(random.below(6)));
        if (row < 3) frequencies.back() += 1;  // every level of M is there
        for (std::size_t c = 0; c < conditions.size(); ++c) {
            const double value = conditions[c] == "M" ? static_cast<double>(row < 3 ? row : random.below(3))
                                                      : static_cast<double>(random.below(11)) / 10;
            cells[c].push_back(value);
            for (std::int64_t k = 0; k < frequencies.back(); ++k) copies[c].push_back(value);
        }
        for (std::int64_t k = 0; k < frequencies.back(); ++k)
            copied_names.push_back(names.back() + "/" + std::to_string(k));
    }
    TwoTables tables;
    tables.weighted.add("case", Column(names));
    tables.written_out.add("case", Column(copied_names));
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        tables.weighted.add(conditions[c], Column(std::move(cells[c])));
        tables.written_out.add(conditions[c], Column(std::move(copies[c])));
    }
    tables.weighted.add("n", Column(std::move(frequencies)));
    tables.options.outcome = "Y";
    tables.options.conditions = {"A", "B", "M"};
    return tables;
}

void expect_same(const std::optional<double>& a, const std::optional<double>& b) {
    ASSERT_EQ(a.has_value(), b.has_value());
    if (a) {
        EXPECT_NEAR(*a, *b, 1e-12);
    }
}

void expect_same(const SufficiencyFit& a, const SufficiencyFit& b) {
    expect_same(a.consistency, b.consistency);
    expect_same(a.pri, b.pri);
    expect_same(a.coverage, b.coverage);
}

void expect_same_truth_tables(const Cases& weighted, const Cases& all, const TruthTableOptions& cuts) {
    const TruthTable a = truth_table(weighted, cuts), b = truth_table(all, cuts);
    const std::vector<RowFit> coded = RowCoder(weighted).rows();
    ASSERT_EQ(a.rows.size(), b.rows.size());
    ASSERT_EQ(a.rows.size(), coded.size());
    for (std::size_t r = 0; r < a.rows.size(); ++r) {
        EXPECT_EQ(a.rows[r].count, b.rows[r].cases.size());
        EXPECT_EQ(a.rows[r].levels, b.rows[r].levels);
        EXPECT_EQ(a.rows[r].outcome, b.rows[r].outcome);
        expect_same(a.rows[r].inclusion, b.rows[r].inclusion);
        expect_same(a.rows[r].pri, b.rows[r].pri);
        EXPECT_EQ(coded[r].cases, a.rows[r].count);
        EXPECT_EQ(coded[r].inclusion, a.rows[r].inclusion);
        EXPECT_EQ(coded[r].pri, a.rows[r].pri);
    }
}

void expect_same_fit(const Cases& weighted, const Cases& all, const std::vector<Literals>& model) {
    const ModelFit a = fit_model(weighted, model), b = fit_model(all, model);
    expect_same(a.model, b.model);
    for (std::size_t t = 0; t < model.size(); ++t) {
        expect_same(a.terms[t].fit, b.terms[t].fit);
        expect_same(a.terms[t].unique, b.terms[t].unique);
    }
    const std::vector<double> x = model_membership(weighted, model), y = model_membership(all, model);
    expect_same(haesebrouck_consistency(x, weighted.outcome, weighted.weights),
                haesebrouck_consistency(y, all.outcome));
    const NecessityFit needed = necessity(x, weighted.outcome, weighted.weights), also = necessity(y, all.outcome);
    expect_same(needed.inclusion, also.inclusion);
    expect_same(needed.relevance, also.relevance);
    expect_same(needed.coverage, also.coverage);
    std::vector<std::string> groups, more;
    for (std::size_t i = 0; i < weighted.size(); ++i) {
        groups.push_back(i % 2 == 0 ? "even" : "odd");
        for (double k = 0; k < weighted.weights[i]; ++k) more.push_back(groups.back());
    }
    const ClusterFit apart = cluster_consistency(x, weighted.outcome, groups, false, 0, weighted.weights),
                     same = cluster_consistency(y, all.outcome, more);
    EXPECT_EQ(apart.pooled.cases, same.pooled.cases);
    expect_same(apart.distance, same.distance);
    const RobustnessFit robust = robustness_fit(weighted, model, {{Literals{}}, {model.front()}}),
                        as_well = robustness_fit(all, model, {{Literals{}}, {model.front()}});
    expect_same(robust.overlap_min, as_well.overlap_min);
    expect_same(robust.typical, as_well.typical);
    expect_same(robust.coverage, as_well.coverage);
    EXPECT_EQ(robust.possible, as_well.possible);
    EXPECT_EQ(robust.shaky, as_well.shaky);
}

TEST(WeightedCases, SayWhatTheRowsWrittenOutSay) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        SCOPED_TRACE(seed);
        const TwoTables tables = random_tables(seed);
        CaseOptions with = tables.options;
        with.frequency = "n";
        const Cases weighted = read_cases(tables.weighted, with), all = read_cases(tables.written_out, tables.options);
        TruthTableOptions cuts;
        cuts.inclusion_cut = 0.7;
        cuts.case_cut = 1 + seed % 4;
        expect_same_truth_tables(weighted, all, cuts);
        const TruthTable table = truth_table(weighted, cuts);
        if (coded_rows(table).positive.empty()) continue;
        const auto model = conservative_solution(weighted, table).models.front();
        EXPECT_EQ(conservative_solution(all, truth_table(all, cuts)).models.front(), model);
        expect_same_fit(weighted, all, model);
        const NecessitySearch needed = necessary_expressions(weighted, {}), also = necessary_expressions(all, {});
        EXPECT_EQ(needed.searched, also.searched);
        const auto ranges = cut_ranges(weighted, cuts, SolutionKind::conservative),
                   others = cut_ranges(all, cuts, SolutionKind::conservative);
        for (std::size_t k = 0; k < ranges.size(); ++k) {
            EXPECT_NEAR(ranges[k].lower, others[k].lower, 1e-12);
            EXPECT_NEAR(ranges[k].upper, others[k].upper, 1e-12);
        }
    }
}

TEST(WeightedCases, CoincidencesAreCountedAlike) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SCOPED_TRACE(seed);
        const TwoTables tables = random_tables(seed);
        const Coincidences weighted = read_coincidences(tables.weighted, {"A", "B", "M", "Y"}, "case", "n"),
                           all = read_coincidences(tables.written_out, {"A", "B", "M", "Y"});
        CoincidenceOptions options;
        options.consistency = 0.75;
        options.coverage = 0.6;
        for (const Effect effect : {Effect{3, 1}, Effect{2, 2}}) {
            const auto a = minimally_sufficient(weighted, effect, options),
                       b = minimally_sufficient(all, effect, options);
            ASSERT_EQ(a.size(), b.size());
            for (std::size_t k = 0; k < a.size(); ++k) {
                EXPECT_EQ(a[k].literals, b[k].literals);
                EXPECT_NEAR(a[k].consistency, b[k].consistency, 1e-12);
                EXPECT_NEAR(a[k].coverage, b[k].coverage, 1e-12);
            }
            const auto f = atomic_formulas(weighted, effect, a, options).formulas,
                       g = atomic_formulas(all, effect, b, options).formulas;
            ASSERT_EQ(f.size(), g.size());
            for (std::size_t k = 0; k < f.size(); ++k) {
                EXPECT_EQ(f[k].terms, g[k].terms);
                EXPECT_NEAR(f[k].coverage, g[k].coverage, 1e-12);
            }
        }
    }
}

TEST(WeightedCases, EveryFrequencyThatIsNoneIsAFault) {
    Table table;
    table.origin.path = "f.csv";
    table.add("case", Column(std::vector<std::string>{"a", "b", "c", "d", "e"}));
    table.add("A", Column(std::vector<std::int64_t>{0, 1, 1, 0, 1}));
    table.add("Y", Column(std::vector<std::int64_t>{0, 1, 1, 0, 1}));
    table.add("n", Column(std::vector<std::string>{"2", "-1", "1.5", "", "many"}));
    CaseOptions options{"Y", {"A"}};
    options.frequency = "n";
    try {
        (void)read_cases(table, options);
        ADD_FAILURE();
    } catch (const InputError& error) {
        const std::string text = error.what();
        EXPECT_NE(text.find("f.csv:3:4: '-1' is no frequency"), std::string::npos) << text;
        EXPECT_NE(text.find("f.csv:4:4: '1.5' is no frequency"), std::string::npos) << text;
        EXPECT_NE(text.find("f.csv:5:4: the frequency is missing"), std::string::npos) << text;
        EXPECT_NE(text.find("f.csv:6:4: 'many' is no frequency"), std::string::npos) << text;
    }
    table.columns.back() = Column(std::vector<double>{2, 3, 0, 4, 1});
    const Cases cases = read_cases(table, options);
    EXPECT_EQ(cases.names, (std::vector<std::string>{"a", "b", "d", "e"}));
    EXPECT_EQ(cases.weights, (std::vector<double>{2, 3, 4, 1}));
    EXPECT_EQ(cases.warnings, std::vector<std::string>{"1 row with a frequency of 0 left out"});
    options.frequency = "A";
    EXPECT_THROW((void)read_cases(table, options), UsageError);
}

}  // namespace weighted_cases_test
}  // namespace tarazy
