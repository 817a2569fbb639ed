#include "analyses/network/membership_rows_used.hpp"

#include <algorithm>
#include <array>
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
    return {memberships};
}

}  // namespace tarazy
