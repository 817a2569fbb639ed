#pragma once

#include "align/balance/shares.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Closeness of one state to each pole in one year.
struct ClosenessYear {
    std::optional<int> year;  ///< nothing = the sessions of this assembly have no years
    std::optional<int> session;
    std::optional<std::int64_t> n;                ///< roll calls the state voted on
    bool flagged = false;                         ///< the agenda changed: not comparable with the years before
    std::vector<double> estimate;                 ///< a pole; NaN = not known
    std::vector<std::vector<double>> replicates;  ///< a pole, then a replicate; empty without bootstrap
    bool from_draws = false;  ///< replicates are joint draws: whatever is computed is told by its median over them

    /// By what windows are chosen: the year, else the session.
    [[nodiscard]] int time() const { return year ? *year : session.value_or(0); }
};

struct ClosenessSeries {
    std::string state;  ///< ISO alpha-3, or the name of a member
    std::vector<ClosenessYear> years;
};

/// agree_voeten with each pole's members, averaged over the members that voted; who sat is told by `Sitting`.
/// Warns of members and states without votes in a session, and of those without any.
[[nodiscard]] std::vector<ClosenessSeries> vote_closeness(const VoteData& votes, const SharesOptions& options,
                                                          std::vector<std::string>& warnings);

/// Tie code + 1/2, averaged over the members that are in the state system.
[[nodiscard]] std::vector<ClosenessSeries> tie_closeness(const std::vector<TieMatrix>& years,
                                                         const SharesOptions& options,
                                                         std::vector<std::string>& warnings);

/// Joint draws of a domain as closeness with replicates: the estimate is the median over the draws. A domain without
/// error (one draw) has no replicates.
[[nodiscard]] std::vector<ClosenessSeries> domain_closeness(const DomainSeries& series, const SharesOptions& options);

/// The quantities of the summary for one matrix of closeness (years x poles, every cell known).
struct SummaryQuantity {
    std::string quantity;
    std::string poles;  ///< "RUS", "RUS-CHN" or empty
    double value = 0;   ///< NaN = not defined (a trend over one year)
};
[[nodiscard]] std::vector<SummaryQuantity> summarise_closeness(const std::vector<int>& years,
                                                               const std::vector<std::vector<double>>& closeness,
                                                               const std::vector<PoleMembers>& poles);

/// Index of the largest cell; nothing when two are equally large.
[[nodiscard]] std::optional<std::size_t> nearest_pole(const std::vector<double>& closeness);

}  // namespace tarazy
