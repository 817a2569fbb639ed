#pragma once

#include "align/ideal_points/ideal_point_draws.hpp"
#include "base/work.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

enum class IdealPointMethod {
    map,  ///< mode of the posterior, intervals from the normal approximation there
    mcmc  ///< draws from the posterior by Hamiltonian Monte Carlo
};

struct IdealPointOptions {
    IdealPointMethod method = IdealPointMethod::map;
    IdealPointPriors priors;
    bool estimate_omega2 =
        true;                   ///< map: the walk's variance is estimated (`walk_variance_estimate`), not priors.omega2
    bool sample_omega2 = true;  ///< mcmc: the walk's variance is a parameter
    std::size_t draws = 1000;   ///< map: of the normal approximation, 0 = the mode alone; mcmc: kept, a chain (750 do)
    std::size_t chains = 4, warmup = 250;
    std::uint64_t seed = 1;
    /// Numbers of the members that tell up from down. When neither is there, the member farthest from the centre is put
    /// at the upper end, whatever it is called.
    int positive_anchor = 2, negative_anchor = 365;
    unsigned threads = 0;
    Work work = {};
};

struct IdealPointResult {
    /// ccode,session,year,n_votes,mean,sd,q05,q50,q95,rhat,ess_bulk,ess_tail,flag,mcse_mean,mcse_q05,mcse_q50,mcse_q95;
    /// mean and quantiles over the draws on the standardised scale; rhat, ess and mcse (Monte Carlo standard errors)
    /// are missing for the mode; flag "few votes" below 5, "few members" where at most two sat in the session (the
    /// scale then says little; two in all are refused). `year` is empty where it is not known. Members with names have
    /// them in `ccode`, and where parties are known `party` stands last.
    Table estimates;
    /// item,first_session,last_session,roll_calls,slope,cut1,cut2,n_yes,n_abstain,n_no: items on the same scale.
    Table items;
    /// How well the mode accounts for the votes, session by session (`ideal_point_fit`).
    Table fit;
    /// How many repeated texts tie each session to those before (`session_joins`).
    Table joins;
    /// mcmc: quantity (log_posterior, omega2),mean,sd,q05,q50,q95,rhat,...; omega2 on the standardised scale.
    Table sampler;
    IdealPointDraws draws;
    double omega2 = 0;              ///< the walk's variance at the mode, on the scale of the mode
    bool omega2_estimated = false;  ///< false also where no member has a step to estimate it from
    std::vector<std::string> warnings;
    std::vector<std::string> failures;  ///< declared checks that failed: no convergence
};

/// Ideal points of every state in every session in which it voted.
/// @throws InputError where the panel has two positions only: the scale (mean 0, standard deviation 1) puts them at 1
/// and -1 whatever the votes
[[nodiscard]] IdealPointResult ideal_points(const VotePanel& panel, const IdealPointOptions& options);

}  // namespace tarazy
