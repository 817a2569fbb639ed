#include "base/text_lists.hpp"
#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/compare/robustness.hpp"
#include "compare/selection/case_selection.hpp"
#include "table/table_rows.hpp"

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

class PairRows {
public:
    void add(const Cases& cases, const std::string& kind, const std::vector<CasePair>& pairs, std::size_t least) {
        for (const CasePair& pair : pairs) {
            rows_.add(kind, cases.names[pair.first], cases.names[pair.second], pair.different, least,
                      names_of(cases, pair.conditions));
        }
    }
    Table table() { return rows_.table(); }

private:
    TableRows<TextColumn, TextColumn, TextColumn, IntegerColumn, IntegerColumn, ListColumn> rows_{
        {"kind"}, {"case_1"}, {"case_2"}, {"different"}, {"threshold"}, {"conditions"}};
};

/// `ALLY,PRESS;REGIME,OPEN`
std::vector<std::vector<std::size_t>> groups_named(const std::string& text, const Cases& cases) {
    std::vector<std::vector<std::size_t>> groups;
    if (text.empty()) return groups;
    for (const std::string& group : split(text, ';')) {
        groups.emplace_back();
        for (const std::string& name : listed(group, ',')) {
            const std::size_t condition = condition_number(cases, name);
            for (const auto& other : groups) {
                if (std::ranges::find(other, condition) != other.end())
                    throw UsageError("--groups: '" + name + "' is named twice");
            }
            groups.back().push_back(condition);
        }
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
    TableRows rows(TextColumn{"method"}, TextColumn{"finding"});
    const auto literals = [&](const char* method, const std::vector<Literals>& terms) {
        for (const Literals term : terms) rows.add(method, term_text(cases.space, term));
        if (terms.empty()) rows.add(method, "none");
    };
    literals("agreement", found.agreement);
    for (const CasePair& pair : found.difference) {
        rows.add("difference", cases.space.conditions[pair.conditions.front()].name + ": " + cases.names[pair.first] +
                                   " against " + cases.names[pair.second]);
    }
    if (found.difference.empty()) literals("difference", {});
    literals("joint", found.joint);
    return rows.table();
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
