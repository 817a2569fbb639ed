#include "analyses/align/align_rows_used.hpp"

#include "align/balance/balance_tables.hpp"
#include "analyses/align/number_scope.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace tarazy {
namespace {

bool reads_role(const AnalysisResult& analysis, const char* role) {
    return std::ranges::find(analysis.made_from.data, role, &DataRead::role) != analysis.made_from.data.end();
}

RowCondition one_of(const char* column, const std::set<int>& years) {
    RowCondition condition;
    condition.columns = {column};
    for (const int year : years) condition.values.push_back(std::to_string(year));
    return condition;
}

RowCondition one_of(const char* column, std::vector<std::string> values) {
    RowCondition condition;
    condition.columns = {column};
    condition.values = std::move(values);
    return condition;
}

RowCondition has_value(const char* column) {
    RowCondition condition;
    condition.columns = {column};
    condition.least = std::numeric_limits<double>::lowest();
    return condition;
}

void put_behind(std::vector<RowsUsed>& all, std::vector<RowsUsed> more) {
    std::ranges::move(more, std::back_inserter(all));
}

/// The numbers of a summary that a standing or a rank compares.
RowsUsed compared_numbers(const NumberScope& scope, const Claim& claim) {
    std::vector<std::string> states;
    for (const StateYears& state : scope.states) states.push_back(state.state);
    std::vector<RowCondition> where = {one_of("quantity", {scope.quantity}), one_of("window", {claim.parts.time}),
                                       one_of("state", states), has_value("value")};
    if (!claim.parts.about.empty()) where.push_back(one_of("poles", {joined(claim.parts.about, "-")}));
    if (!claim.parts.domain.empty()) where.push_back(one_of("domain", {claim.parts.domain}));
    return rows_of_result("summary", std::move(where), "the numbers that are compared");
}

/// Rows by year that a number over a window takes together.
RowsUsed years_taken_together(const NumberScope& scope) {
    std::vector<std::string> poles;
    for (const PoleMembers& pole : scope.poles) poles.push_back(pole.id);
    return rows_of_result("",
                          {one_of("state", {scope.states.front().state}), one_of("year", scope.states.front().years),
                           one_of("pole", poles)},
                          "the years that are taken together");
}

std::vector<RowsUsed> votes_of_pairs(bool all_roll_calls) {
    const std::string left_out =
        all_roll_calls ? "on which both voted" : "on which both voted and not all members of the assembly voted alike";
    return {rows_of_input("roll_calls", left_out), rows_of_input("votes", left_out, "ccode")};
}

std::vector<RowsUsed> ties_of_pairs() {
    return {rows_of_input("ties", "pairs of the state with members of the poles; a pair without a row has no tie"),
            rows_of_input("system", "that put these states into the system of the years")};
}

std::vector<RowsUsed> votes_of_positions() {
    return {
        rows_of_input("roll_calls", "of the years, that were not unanimous and that the parameters do not leave out"),
        rows_of_input(
            "votes",
            "of these states on these roll calls; the scale, on which positions are measured, rests on the votes "
            "of all members in all sessions of the analysis",
            "ccode"),
        rows_of_input("bridges", "that tie one of these roll calls to another session")};
}

std::vector<RowsUsed> rows_of_own_tables(const NumberScope& scope, const Claim& claim) {
    if (scope.standing) return {compared_numbers(scope, claim)};
    const auto [first, last] = years_named(claim.parts.time);
    if (first == last || scope.states.empty() || scope.states.front().years.empty()) return {};
    return {years_taken_together(scope)};
}

/// The shares of the domains of which the balance is made.
RowsUsed domains_taken_together(const NumberScope& scope) {
    const StateYears& state = scope.states.front();
    return rows_of_result("",
                          {one_of("state", {state.state}), one_of("year", state.years),
                           one_of("domain", std::vector<std::string>(state.domains.begin(), state.domains.end())),
                           one_of("quantity", {std::string("share")}), has_value("value")},
                          "the shares in the domains, medians over the draws: the number is taken draw by draw");
}

}  // namespace

std::vector<RowsUsed> similarity_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                           const Claim& claim) {
    if (!reads_role(analysis, "ties")) return votes_of_pairs(claim.parts.quantity != "agree_voeten");
    std::vector<RowsUsed> rows = {
        rows_of_input(
            "ties", "of one of the two states, with a state of the system of the year; without a row there is no tie"),
        rows_of_input("system", "that put a state into the system of the year")};
    if (claim.parts.quantity.ends_with("_cinc"))
        rows.push_back(rows_of_input("weights", "of the states of the system"));
    return rows;
}

std::vector<RowsUsed> shares_rows_used(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim) {
    const NumberScope scope = number_scope(result, analysis, claim);
    std::vector<RowsUsed> rows = rows_of_own_tables(scope, claim);
    put_behind(rows, reads_role(analysis, "ties") ? ties_of_pairs() : votes_of_pairs(false));
    return rows;
}

std::vector<RowsUsed> positions_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                          const Claim& claim) {
    if (claim.parts.time.empty())
        return {rows_of_input("roll_calls", "that were not unanimous and that the parameters do not leave out"),
                rows_of_input("votes", "on these roll calls", "ccode"),
                rows_of_input("bridges", "between two of these roll calls")};
    const NumberScope scope = number_scope(result, analysis, claim);
    std::vector<RowsUsed> rows = rows_of_own_tables(scope, claim);
    put_behind(rows, votes_of_positions());
    return rows;
}

std::vector<RowsUsed> balance_rows_used(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim) {
    const NumberScope scope = number_scope(result, analysis, claim);
    std::vector<RowsUsed> rows;
    std::set<std::string> domains;
    for (const StateYears& state : scope.states) domains.insert(state.domains.begin(), state.domains.end());
    if (domains.empty()) return no_rows("no domain has a value in these years");
    const auto [first, last] = years_named(claim.parts.time);
    if (scope.standing) {
        rows.push_back(compared_numbers(scope, claim));
    } else if (scope.quantity != "tension" && (claim.parts.domain == overall_domain || first != last)) {
        rows.push_back(domains_taken_together(scope));
    }
    if (domains.contains("positions")) put_behind(rows, votes_of_positions());
    if (domains.contains("ties")) put_behind(rows, ties_of_pairs());
    if (domains.contains("institutions"))
        put_behind(rows, {rows_of_input(
                              "memberships",
                              "of the state and the members of the poles, in institutions that are compared, that say "
                              "something of these years"),
                          rows_of_input("institutions", "that are compared")});
    for (const char* built_in : {"positions", "ties", "institutions"}) domains.erase(built_in);
    if (domains.empty()) return rows;
    for (const auto& [role, column] : {std::pair("indicators", "indicator"), std::pair("flows", "domain")})
        if (reads_role(analysis, role)) rows.push_back(rows_of_input(role, "towards the poles in these years", column));
    return rows;
}

}  // namespace tarazy
