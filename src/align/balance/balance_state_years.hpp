#pragma once

#include "align/balance/balance.hpp"
#include "align/balance/balance_tables.hpp"
#include "align/balance/composition_draws.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

// Domains put together by state and year, and what is told of each domain by itself.

/// The domains of one state in one year, one a name of all domains; null = no row of it.
struct StateYear {
    std::string state;
    int year = 0;
    std::vector<const DomainDraws*> domains;
};

/// Names of all domains, sorted: sums are taken in this order, whatever the order of the input.
[[nodiscard]] std::vector<std::string> domain_names(std::span<const DomainDraws> domains);

/// Sorted by state and year; pointers into `domains`. O(domains log domains).
[[nodiscard]] std::vector<StateYear> state_years(std::span<const DomainDraws> domains,
                                                 const std::vector<std::string>& names);

/// 1 where no weights are given. @pre the weights name this domain, or there are none
[[nodiscard]] double domain_weight(const BalanceOptions& options, const std::string& domain);

/// `share` of every pole with empty cells: nothing is known.
[[nodiscard]] std::vector<BalanceQuantity> unknown_shares(const std::vector<std::string>& poles);

struct DomainFigures {
    std::optional<CompositionDraws> composition;  ///< nothing when a pole is not known in every draw
    std::vector<BalanceRow> rows;                 ///< of `BalanceResult::quantities`
};

/// The figures of `describe`, then the tension; shares with empty cells when a pole is not known.
[[nodiscard]] DomainFigures domain_figures(const DomainDraws& one, const std::vector<std::string>& poles);

/// The table `BalanceResult::quantities` of one domain without an overall one, in the order of the series.
[[nodiscard]] Table domain_quantities(const DomainSeries& series, const std::vector<std::string>& poles);

}  // namespace tarazy
