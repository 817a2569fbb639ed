#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/compare/robustness.hpp"
#include "compare/selection/case_selection.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct SelectCommand {
    ComparisonInputs inputs;
    std::string what = "pairs", groups;
    std::size_t slack = 0;
};

std::vector<std::string> names_of(const Cases& cases, const std::vector<std::size_t>& conditions) {
    std::vector<std::string> names;
    for (const std::size_t c : conditions) names.push_back(cases.space.conditions[c].name);
    return names;
}

struct PairRows {
    std::vector<std::string> kinds, first, second;
    std::vector<std::vector<std::string>> conditions;
    std::vector<std::int64_t> different, threshold;

    void add(const Cases& cases, const std::string& kind, const std::vector<CasePair>& pairs, std::size_t least) {
        for (const CasePair& pair : pairs) {
            kinds.push_back(kind);
            first.push_back(cases.names[pair.first]);
            second.push_back(cases.names[pair.second]);
            different.push_back(static_cast<std::int64_t>(pair.different));
            threshold.push_back(static_cast<std::int64_t>(least));
            conditions.push_back(names_of(cases, pair.conditions));
        }
    }

    Table table() {
        Table result;
        result.add("kind", Column(kinds));
        result.add("case_1", Column(first));
        result.add("case_2", Column(second));
        result.add("different", Column(std::move(different)));
        result.add("threshold", Column(std::move(threshold)));
        result.add("conditions", Column::of_lists(conditions));
        return result;
    }
};

/// `ALLY,PRESS;REGIME,OPEN`
std::vector<std::vector<std::size_t>> groups_named(const std::string& text, const Cases& cases) {
    std::vector<std::vector<std::size_t>> groups;
    std::size_t start = 0;
    while (!text.empty() && start <= text.size()) {
        const std::size_t end = std::min(text.find(';', start), text.size());
        groups.emplace_back();
        for (const std::string& name : comma_list(text.substr(start, end - start))) {
            const std::size_t condition = condition_number(cases, name);
            for (const auto& group : groups) {
                if (std::ranges::find(group, condition) != group.end())
                    throw UsageError("--groups: '" + name + "' is named twice");
            }
            groups.back().push_back(condition);
        }
        start = end + 1;
    }
    return groups;
}

Table pair_table(const Session& session, const Cases& cases, std::size_t slack,
                 const std::vector<std::vector<std::size_t>>& groups) {
    const PairSelection found = select_pairs(cases, slack, groups, session.work);
    PairRows rows;
    rows.add(cases, "MSDO", found.msdo, found.least_different);
    rows.add(cases, "MDSO with outcome", found.mdso_positive, found.most_different_positive);
    rows.add(cases, "MDSO without outcome", found.mdso_negative, found.most_different_negative);
    return rows.table();
}

Table mill_table(const Session& session, const Cases& cases) {
    const MillFindings found = mill_methods(cases, session.work);
    std::vector<std::string> methods, findings;
    const auto literals = [&](const char* method, const std::vector<Literals>& terms) {
        for (const Literals term : terms) {
            methods.emplace_back(method);
            findings.push_back(term_text(cases.space, term));
        }
        if (!terms.empty()) return;
        methods.emplace_back(method);
        findings.emplace_back("none");
    };
    literals("agreement", found.agreement);
    for (const CasePair& pair : found.difference) {
        methods.emplace_back("difference");
        findings.push_back(cases.space.conditions[pair.conditions.front()].name + ": " + cases.names[pair.first] +
                           " against " + cases.names[pair.second]);
    }
    if (found.difference.empty()) literals("difference", {});
    literals("joint", found.joint);
    Table table;
    table.add("method", Column(methods));
    table.add("finding", Column(findings));
    return table;
}

}  // namespace

void add_compare_select(CLI::App& noun, Session& session) {
    auto options = std::make_shared<SelectCommand>();
    CLI::App& app = add_command(
        noun, "select", "Which pairs of cases should be compared? Most similar, most different, and Mill's methods.",
        {{"tarazy compare select --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions "
          "ALLY,PRESS,REGIME,OPEN,NORM,THREAT",
          "most similar cases with different outcome, most different with the same"},
         {"tarazy compare select --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions "
          "ALLY,PRESS,REGIME,OPEN,NORM,THREAT --what mill",
          "agreement, difference and both together"}},
        session, [&session, options] {
            const Cases cases = read_comparison(session, options->inputs);
            print_table(session, options->what == "mill" ? mill_table(session, cases)
                                                         : pair_table(session, cases, options->slack,
                                                                      groups_named(options->groups, cases)));
        });
    add_comparison_options(app, options->inputs, false);
    app.add_option("--what", options->what, "pairs (MSDO and MDSO) or mill")
        ->check(CLI::IsMember({"pairs", "mill"}))
        ->capture_default_str();
    app.add_option("--groups", options->groups,
                   "conditions that belong together, 'A,B;C': pairs extreme in the most groups");
    app.add_option("--slack", options->slack, "also pairs that miss the threshold by so many conditions")
        ->check(CLI::Range(0, 64))
        ->capture_default_str();
}

}  // namespace tarazy
