#pragma once

#include "align/balance/balance.hpp"
#include "align/similarity/ties.hpp"
#include "align/votes/votes.hpp"
#include "base/work.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A pole as this method sees it: a name and the states that make it up.
struct PoleMembers {
    std::string id;                    ///< "WEST"
    std::vector<std::string> members;  ///< ISO alpha-3; in an assembly with names also members and parties
};

struct YearWindow {
    int first = 0;
    int last = 0;
};

struct SharesOptions {
    std::vector<std::string> states;  ///< ISO alpha-3, or names of members
    std::vector<PoleMembers> poles;
    std::vector<YearWindow> windows;  ///< of the summary (sessions where no year is known); empty = one over all
    std::optional<int> agenda_break;  ///< sessions from here on are flagged "agenda" and left out of windows
    /// One of `states` whose standing among the others the summary tells as well (`WindowStandings`); empty: none.
    std::string focus = {};
    std::size_t bootstrap = 1000;  ///< replicates over roll calls (votes only)
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct SharesResult {
    /// state,year,domain,pole,closeness,closeness_q05,closeness_q95,share,share_q05,share_q95,p_nearest,n,session,flag
    Table by_year;
    /// state,domain,quantity,poles,window,value,q05,q10,q50,q90,q95,p_positive,n_years,q025,q975,
    /// first_year,last_year,n_states
    Table summary;
    std::vector<std::string> warnings;
};

/// How near each state is to each pole, session by session, from votes. Closeness to a pole is the mean over its
/// members of agree_voeten; share = closeness / sum over the poles. Roll calls are resampled within a session, all
/// dyads at once, so that shares and differences keep their joint distribution; sessions are independent.
/// Years are those of the votes' assembly. A pole none of whose members has a common vote with the state makes the row
/// missing. Who sat in a session: `Sitting`, so a state that changed its number is found under the one that voted.
/// Summary quantities over each window: mean_share, difference (mean closeness to the first pole minus that to the
/// second), trend (least-squares slope of closeness per ten years), evenness (mean of -sum w log w / log P of the
/// shares, Pielou 1966), years_nearest (number of years in which the pole is nearest). Where the sessions have no years
/// windows are spans of sessions, and there is no trend. With a `focus` its standing_of_... and rank_of_... of all of
/// them stand last.
/// @throws UsageError for fewer than two poles, and for names of no state, member or party
[[nodiscard]] SharesResult vote_shares(const VoteData& votes, const SharesOptions& options);

/// The same from the joint draws of a domain, such as `position_domain`: closeness is the median over the draws, and
/// what is computed of it keeps the draws together. The domain's name is that of its entries; year = 1945 + session is
/// not assumed, so that `session` is missing. A state-year with a pole that is not known in every draw is missing.
[[nodiscard]] SharesResult domain_shares(const DomainSeries& series, const SharesOptions& options);

/// The same from alliance ties, one matrix a year: closeness is the mean code + 1/2. No sampling error, so no
/// quantiles.
[[nodiscard]] SharesResult tie_shares(const std::vector<TieMatrix>& years, const SharesOptions& options);

}  // namespace tarazy
