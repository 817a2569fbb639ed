#pragma once

#include "analyses/sample_result_test.hpp"
#include "ledger/claim_id.hpp"

namespace tarazy {

/// The sample with a comparison of three states: NORM suffices, in two solutions of one model each.
inline StudyResult with_comparison() {
    using Lists = std::vector<std::vector<std::string>>;
    const auto texts = [](std::vector<std::string> cells) { return Column(std::span<const std::string>(cells)); };
    StudyResult outcome = sample_result();
    outcome.words = {{"NORM", {"a norm", "норма бар", "есть норма"}}};
    AnalysisResult found;
    found.id = "reversal";
    found.method = "compare.minimise";
    Table models;
    models.add("solution", texts({"conservative", "conservative", "intermediate C1P1", "intermediate C1P1"}));
    models.add("model", Column(std::vector<std::int64_t>{1, 1, 1, 1}));
    models.add("term", texts({"NORM*~THREAT", "NORM*~THREAT", "NORM", "NORM"}));
    models.add("inclS", Column(std::vector<double>{1, 1, 0.9, 0.9}));
    models.add("PRI", Column(std::vector<double>{1, 1, 0.9, 0.9}));
    models.add("covS", Column(std::vector<double>{0.5, 0.5, 0.8, 0.8}));
    models.add("covU", Column(std::vector<double>{0.5, Column::missing_real, 0.8, Column::missing_real}));
    models.add("cases", Column::of_lists(Lists{{"KAZ"}, {"KAZ"}, {"KAZ", "UKR"}, {"KAZ", "UKR"}}));
    models.add("deviant_cases", Column::of_lists(Lists{{}, {}, {"IND"}, {"IND"}}));
    Table rows;
    rows.add("row", Column(std::vector<std::int64_t>{1, 3}));
    rows.add("NORM", Column(std::vector<std::int64_t>{0, 1}));
    rows.add("THREAT", Column(std::vector<std::int64_t>{0, 0}));
    rows.add("OUT", texts({"0", "1"}));
    rows.add("n", Column(std::vector<std::int64_t>{1, 2}));
    rows.add("incl", Column(std::vector<double>{0.2, 0.95}));
    rows.add("PRI", Column(std::vector<double>{0.1, 0.9}));
    rows.add("cases", Column::of_lists(Lists{{"IND"}, {"KAZ", "UKR"}}));
    rows.add("deviant_cases", Column::of_lists(Lists{{}, {"UKR"}}));
    Table needed;
    needed.add("expression", texts({"NORM", "~NORM"}));
    Table memberships;
    memberships.add("case", texts({"KAZ", "UKR"}));
    memberships.add("RENOUNCE", Column(std::vector<double>{1, 1}));
    memberships.add("NORM", Column(std::vector<double>{1, 0.67}));
    memberships.add("THREAT", Column(std::vector<double>{0.33, 1}));
    Table xy;
    xy.add("solution", texts({"conservative"}));
    xy.add("model", Column(std::vector<std::int64_t>{1}));
    xy.add("term", texts({"NORM"}));
    xy.add("case", texts({"KAZ"}));
    xy.add("x", Column(std::vector<double>{1}));
    xy.add("y", Column(std::vector<double>{1}));
    Table cells;
    cells.add("case", texts({"KAZ"}));
    cells.add("variable", texts({"NORM"}));
    cells.add("value", Column(std::vector<double>{1}));
    cells.add("confidence", texts({"low"}));
    cells.add("sources", texts({"TN12;AT14"}));
    cells.add("note", texts({"closed <1991>"}));
    Table sources;
    sources.add("source_key", texts({"TN12"}));
    sources.add("reference", texts({"A book & more"}));
    found.tables = {{"", models}, {"truth_table", rows}, {"necessity", needed}, {"memberships", memberships},
                    {"xy", xy},   {"cells", cells},      {"sources", sources}};
    const auto claim = [&](const ClaimParts& parts, double value) {
        Claim made;
        made.id = comparison_claim_id("reversal", parts);
        made.parts = parts;
        made.analysis = "reversal";
        made.value = value;
        found.claims.push_back(std::move(made));
    };
    for (const char* name : {"cases", "cases_with_outcome", "rows", "positive_rows"}) claim({"", "", name, {}, ""}, 2);
    claim({"", "row", "incl", {"3"}, ""}, 0.95);
    claim({"", "intermediate", "cov", {"C1P1", "1", "NORM"}, ""}, 0.8);
    claim({"", "intermediate", "incl", {"C1P1", "1"}, ""}, 0.9);
    claim({"", "necessity", "incl", {"NORM"}, ""}, 0.7);
    outcome.analyses.push_back(std::move(found));
    return outcome;
}

}  // namespace tarazy
