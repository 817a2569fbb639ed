#include "analyses/network/membership_rows_used.hpp"

#include "base/number_text.hpp"
#include "table/membership_spells.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

namespace tarazy {

std::vector<RowsUsed> membership_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                           const Claim& claim) {
    static constexpr std::array<std::string_view, 2> of_one_institution = {"years_before_median", "share_before"};
    static constexpr std::array<std::string_view, 3> of_one_state = {"memberships", "joined", "regime_coverage"};
    const auto is_one_of = [&](const auto& names) {
        return std::ranges::find(names, claim.parts.quantity) != names.end();
    };
    RowsUsed memberships{"memberships"};
    const std::string state = claim.parts.state.empty() ? result.focus : claim.parts.state;
    const bool functions = analysis.method == "network.functions" || analysis.method == "network.knockout";
    if (functions || is_one_of(of_one_state))
        memberships.where.push_back({.columns = {"iso3", "state"}, .values = {state}, .states = true});
    if (!claim.parts.about.empty() && analysis.method == "network.regimes" &&
        (is_one_of(of_one_institution) || claim.parts.quantity == "joined"))
        memberships.where.push_back({.columns = {"institution"}, .values = {claim.parts.about.front()}});
    RowsUsed treaties = memberships;
    treaties.role = "treaties";
    return {memberships, treaties};
}

RowsByRole membership_rows_entered(const RowsQuestion& question) {
    const std::string& time = question.claim.parts.time;
    const auto spells = question.data.find("memberships");
    if (time.empty() || spells == question.data.end()) return {};
    const std::size_t dash = time.find('-');
    const auto first = parse_integer(time.substr(0, dash));
    const auto last = dash == std::string::npos ? first : parse_integer(time.substr(dash + 1));
    if (!first || !last) return {};
    const RowsUsed used = membership_rows_used(question.result, question.analysis, question.claim).front();
    const std::vector<std::size_t> all = rows_found(used, {{"memberships", spells->second}});
    std::vector<std::string> assumed;
    SpellReading reading;
    reading.strict = false;
    const MembershipSpells read = read_membership_spells(*spells->second, reading, assumed);
    std::set<std::size_t> in_force;
    for (const MembershipSpell& spell : read.spells) {
        if (spell.start && first_year_of(*spell.start) > *last) continue;
        if (spell.end && last_year_of(*spell.end) < *first) continue;
        const auto rows = read.rows_of(spell);
        in_force.insert(rows.begin(), rows.end());
    }
    RowsByRole rows = {{"memberships", {}}};
    std::ranges::copy_if(all, std::back_inserter(rows["memberships"]),
                         [&](std::size_t row) { return in_force.contains(row); });
    return rows;
}

}  // namespace tarazy
