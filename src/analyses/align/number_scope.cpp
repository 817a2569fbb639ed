#include "analyses/align/number_scope.hpp"

#include "align/balance/balance_tables.hpp"
#include "align/balance/window_standings.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// Domains of the balance without weight in the whole.
std::set<std::string> weightless_domains(const AnalysisResult& analysis) {
    std::set<std::string> domains;
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    if (!parameters.is_object() || !parameters.contains("weights") || !parameters["weights"].is_object())
        return domains;
    for (const auto& [domain, weight] : parameters["weights"].items())
        if (weight.is_number() && weight.get<double>() <= 0) domains.insert(domain);
    return domains;
}

/// Years of the window that a summary of closeness uses: comparable ones in which every pole is known.
std::set<int> summed_up_years(const Table& by_year, const std::string& state, std::pair<int, int> window) {
    std::set<int> years, lacking;
    for (std::size_t row = 0; row < by_year.rows(); ++row) {
        if (text_in(by_year, "state", row) != state) continue;
        const int year = static_cast<int>(number_in(by_year, "year", row).value_or(0));
        if (year < window.first || year > window.second) continue;
        const bool used = number_in(by_year, "closeness", row).has_value() && text_in(by_year, "flag", row).empty();
        (used ? years : lacking).insert(year);
    }
    for (const int year : lacking) years.erase(year);
    return years;
}

/// Years of the state in the balance, and the domains that entered.
StateYears balanced_years(const AnalysisResult& analysis, const std::string& state, const std::string& domain,
                          std::pair<int, int> window) {
    StateYears found{state, {}, {}};
    const Table* values = find_table(analysis.tables, "");
    if (values == nullptr) return found;
    const bool whole = domain == overall_domain, one_year = window.first == window.second;
    const std::set<std::string> weightless = weightless_domains(analysis);
    std::map<int, std::set<std::string>> known;
    std::set<int> lacking;
    for (std::size_t row = 0; row < values->rows(); ++row) {
        if (text_in(*values, "quantity", row) != "share" || text_in(*values, "state", row) != state) continue;
        const int year = static_cast<int>(number_in(*values, "year", row).value_or(0));
        if (year < window.first || year > window.second || !number_in(*values, "value", row)) continue;
        const std::string of = text_in(*values, "domain", row);
        known[year].insert(of);
        if (whole && of == domain && !one_year && !text_in(*values, "missing", row).empty()) lacking.insert(year);
    }
    for (const auto& [year, domains] : known) {
        if (!domains.contains(domain) || lacking.contains(year)) continue;
        found.years.insert(year);
        for (const std::string& of : domains)
            if (whole ? of != domain && !weightless.contains(of) : of == domain) found.domains.insert(of);
    }
    return found;
}

StateYears years_of_state(const AnalysisResult& analysis, const Claim& claim, const std::string& state,
                          std::pair<int, int> time) {
    if (analysis.method == "align.balance") return balanced_years(analysis, state, claim.parts.domain, time);
    if (time.first == time.second) return {state, {time.first}, {}};
    const Table* by_year = find_table(analysis.tables, "");
    return {state, by_year == nullptr ? std::set<int>() : summed_up_years(*by_year, state, time), {}};
}

/// The states whose number stands beside that of the state in focus: as `WindowStandings` chooses them.
std::vector<std::string> compared_states(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim,
                                         const std::string& quantity) {
    const Table* summary = find_table(analysis.tables, "summary");
    std::map<std::string, std::size_t> years;
    for (std::size_t row = 0; summary != nullptr && row < summary->rows(); ++row) {
        const bool same = text_in(*summary, "quantity", row) == quantity &&
                          text_in(*summary, "window", row) == claim.parts.time &&
                          text_in(*summary, "poles", row) == joined(claim.parts.about, "-") &&
                          (claim.parts.domain.empty() || text_in(*summary, "domain", row) == claim.parts.domain);
        if (same && number_in(*summary, "value", row))
            years.emplace(text_in(*summary, "state", row),
                          static_cast<std::size_t>(number_in(*summary, "n_years", row).value_or(0)));
    }
    std::vector<std::string> states;
    const auto own = years.find(result.focus);
    for (const auto& [state, count] : years)
        if (own != years.end() && state != result.focus && stands_beside(count, own->second)) states.push_back(state);
    return states;
}

/// Closeness, differences and trends are of the poles named; shares, and which pole is nearer, of all.
bool reads_all_poles(const std::string& quantity) {
    return quantity != "closeness" && quantity != "difference" && quantity != "trend";
}

std::vector<PoleMembers> poles_read(const StudyResult& result, const Claim& claim, const std::string& quantity) {
    std::vector<PoleMembers> poles;
    for (const Pole& pole : result.poles) {
        const bool named = std::ranges::find(claim.parts.about, pole.id) != claim.parts.about.end();
        if (named || claim.parts.about.empty() || reads_all_poles(quantity)) poles.push_back({pole.id, pole.members});
    }
    return poles;
}

/// Of a position one state; of that of a pole, and of the distance among poles, the members.
NumberScope positions_alone(const StudyResult& result, const Claim& claim, int year) {
    NumberScope scope;
    scope.quantity = claim.parts.quantity;
    for (const Pole& pole : result.poles) {
        const bool named = std::ranges::find(claim.parts.about, pole.id) != claim.parts.about.end();
        if (!named && !claim.parts.about.empty()) continue;
        for (const std::string& member : pole.members) scope.states.push_back({member, {year}, {}});
    }
    if (scope.states.empty() && !claim.parts.about.empty())
        scope.states.push_back({claim.parts.about.front(), {year}, {}});
    return scope;
}

}  // namespace

std::pair<int, int> years_named(const std::string& time) {
    const std::size_t dash = time.find('-');
    const auto first = parse_integer(time.substr(0, dash));
    const auto last = dash == std::string::npos ? first : parse_integer(time.substr(dash + 1));
    if (!first || !last) return {0, -1};
    return {static_cast<int>(*first), static_cast<int>(*last)};
}

NumberScope number_scope(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim) {
    const std::pair<int, int> time = years_named(claim.parts.time);
    if (claim.parts.quantity == "position") return positions_alone(result, claim, time.first);
    NumberScope scope;
    const auto compared = quantity_of_standing(claim.parts.quantity);
    scope.standing = compared.has_value();
    scope.quantity = compared.value_or(claim.parts.quantity);
    scope.poles = poles_read(result, claim, scope.quantity);
    const std::string state = claim.parts.state.empty() ? result.focus : claim.parts.state;
    scope.states.push_back(years_of_state(analysis, claim, state, time));
    if (scope.standing)
        for (const std::string& other : compared_states(result, analysis, claim, scope.quantity))
            scope.states.push_back(years_of_state(analysis, claim, other, time));
    if (scope.quantity != "tension") return scope;
    // The distance among the poles, the same beside any state.
    NumberScope of_poles;
    of_poles.quantity = scope.quantity;
    for (const PoleMembers& pole : scope.poles)
        for (const std::string& member : pole.members)
            of_poles.states.push_back({member, scope.states.front().years, scope.states.front().domains});
    return of_poles;
}

std::set<int> years_in(const NumberScope& scope) {
    std::set<int> years;
    for (const StateYears& state : scope.states) years.insert(state.years.begin(), state.years.end());
    return years;
}

}  // namespace tarazy
