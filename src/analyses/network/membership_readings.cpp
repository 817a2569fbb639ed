#include "analyses/network/membership_readings.hpp"

#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// One membership as a rival source has it.
struct RivalMembership {
    std::string entry, as_recorded, other;
    std::size_t pair = 0, conflict = 0, reading = 0;
};

std::vector<RivalMembership> rival_memberships(const AnalysisPlan& plan, const AffiliationRecord& record,
                                               const std::vector<std::string>& institutions) {
    std::vector<std::string> states = plan.frame.comparison;
    states.push_back(plan.frame.focus);
    std::vector<RivalMembership> rivals;
    for (std::size_t pair = 0; pair < record.pairs.size(); ++pair) {
        const AffiliationPair& one = record.pairs[pair];
        const std::string& state = record.table.states[one.state];
        if (std::ranges::find(states, state) == states.end()) continue;
        const std::string& institution = record.table.institutions[one.institution];
        if (!institutions.empty() && std::ranges::find(institutions, institution) == institutions.end()) continue;
        for (std::size_t conflict = 0; conflict < one.conflicts.size(); ++conflict) {
            const auto& readings = one.conflicts[conflict].readings;
            for (std::size_t reading = 1; reading < readings.size(); ++reading)
                rivals.push_back({record.table.institutions[one.institution] + ", " + state, readings[0].source,
                                  readings[reading].source, pair, conflict, reading});
        }
    }
    return rivals;
}

using TestedClaims = std::map<std::string, Claim>;

double quantile_of_claim(const Claim& claim, double probability) {
    const auto found = std::ranges::find(claim.quantiles, probability, &Quantile::probability);
    return found == claim.quantiles.end() ? Column::missing_real : found->value;
}

bool same_claim_number(const Claim& a, const Claim& b) {
    return a.value == b.value && std::ranges::equal(a.quantiles, b.quantiles, {}, &Quantile::value, &Quantile::value);
}

/// Whether a test reads the claim, or the same of the state in focus.
bool is_tested(const AnalysisPlan& plan, const Claim& claim) {
    std::string quantity = claim.id.substr(plan.id.size() + 1);
    const auto named = [&] { return std::ranges::find(plan.tested, quantity) != plan.tested.end(); };
    if (named()) return true;
    const std::string prefix = "state." + claim.parts.state + '.';
    if (claim.parts.state.empty() || !quantity.starts_with(prefix)) return false;
    quantity.erase(0, prefix.size());
    return named();
}

TestedClaims tested_of(const AnalysisPlan& plan, const std::vector<Claim>& claims) {
    TestedClaims tested;
    for (const Claim& claim : claims)
        if (is_tested(plan, claim)) tested.emplace(claim.id.substr(plan.id.size() + 1), claim);
    return tested;
}

auto reading_rows() {
    return TableRows(TextColumn{"data"}, TextColumn{"entry"}, TextColumn{"variable"}, TextColumn{"as_recorded"},
                     TextColumn{"other"}, TextColumn{"basis"}, TextColumn{"quantity"}, RealColumn{"value"},
                     TextColumn{"statement"}, RealColumn{"q05"}, RealColumn{"q10"}, RealColumn{"q50"},
                     RealColumn{"q90"}, RealColumn{"q95"});
}

}  // namespace

Table no_other_readings() {
    return reading_rows().table();
}

Table rival_source_readings(
    const AnalysisPlan& plan, const AffiliationRecord& record, const std::vector<std::string>& institutions,
    const std::function<std::vector<Claim>(const AnalysisPlan& plan, const AffiliationRecord& record)>& claims_of) {
    auto rows = reading_rows();
    const std::vector<RivalMembership> rivals = rival_memberships(plan, record, institutions);
    if (rivals.empty()) return rows.table();
    AnalysisPlan each = plan;
    each.frame.work = plan.frame.work.unheard();
    const TestedClaims before = tested_of(plan, claims_of(each, record));
    const AnalysisInput* input = plan.input("memberships");
    WorkStep step(plan.frame.work, "other readings of memberships", rivals.size());
    for (const RivalMembership& rival : rivals) {
        step.advance();
        AffiliationRecord changed = record;
        auto& readings = changed.pairs[rival.pair].conflicts[rival.conflict].readings;
        std::swap(readings[0], readings[rival.reading]);
        const TestedClaims now = tested_of(plan, claims_of(each, changed));
        bool differs = false;
        const auto add = [&](const std::string& quantity, const Claim& claim) {
            rows.add(input == nullptr ? "memberships" : input->key, rival.entry, "membership", rival.as_recorded,
                     rival.other, "rival source", quantity, claim.value, claim.statement,
                     quantile_of_claim(claim, 0.05), quantile_of_claim(claim, 0.1), quantile_of_claim(claim, 0.5),
                     quantile_of_claim(claim, 0.9), quantile_of_claim(claim, 0.95));
        };
        for (const auto& [quantity, recorded] : before) {
            const auto then = now.find(quantity);
            if (then != now.end() && same_claim_number(then->second, recorded)) continue;
            differs = true;
            add(quantity, then == now.end() ? Claim{} : then->second);
        }
        if (!differs) add("", {});
    }
    return rows.table();
}

Table membership_readings(const AnalysisPlan& plan, const RoleTables& data,
                          std::vector<ResultTable> (*tables)(const AnalysisPlan& plan, const FunctionRecord& record),
                          std::vector<Claim> (*claims)(const AnalysisPlan& plan,
                                                       const std::vector<ResultTable>& tables)) {
    if (plan.tested.empty() || plan.parameters.get<std::string>("source_policy") != "first") return no_other_readings();
    const FunctionRecord record = function_record(data);
    return rival_source_readings(plan, record.memberships, {},
                                 [&](const AnalysisPlan& each, const AffiliationRecord& memberships) {
                                     FunctionRecord changed = record;
                                     changed.memberships = memberships;
                                     return claims(plan, tables(each, changed));
                                 });
}

}  // namespace tarazy
