#pragma once

#include "align/balance/position_domain.hpp"
#include "align/balance/shares.hpp"
#include "align/ideal_points/ideal_points.hpp"
#include "align/votes/vote_panel.hpp"
#include "study/method.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tarazy {

// Ideal points of an assembly as the analyses of a study ask for them: two methods use the same model.

/// Parameters of the model: sessions, bridges by title, final passage, issue, mode or draws from the posterior.
[[nodiscard]] std::vector<ParameterRule> position_rules();

/// The votes from which they are estimated: without unanimous roll calls and those that the parameters leave out.
[[nodiscard]] VotePanel position_panel(const AnalysisPlan& plan, const RoleTables& data, const VoteData& votes);

/// From the roles votes, roll_calls and bridges; once for all analyses of a run that ask for the same.
/// @throws InputError
[[nodiscard]] std::shared_ptr<const IdealPointResult> positions_of(const AnalysisPlan& plan, const RoleTables& data);

/// The domain "positions": closeness of the states of interest to the poles in the draws of `positions_of`, kept like
/// these. @param width  see `PositionOptions` @throws InputError
[[nodiscard]] std::shared_ptr<const DomainSeries> position_domain_of(const AnalysisPlan& plan, const RoleTables& data,
                                                                     double width);

/// The options of `tarazy align ideal-points` that say the same.
[[nodiscard]] std::string position_command(const AnalysisPlan& plan);

[[nodiscard]] std::vector<PoleMembers> pole_members(const StudyFrame& frame);

/// Focus first, then the comparison states.
[[nodiscard]] std::vector<std::string> states_of_interest(const StudyFrame& frame);

[[nodiscard]] std::vector<YearWindow> windows_of(const AnalysisPlan& plan);
[[nodiscard]] ParameterRule window_rule();

}  // namespace tarazy
