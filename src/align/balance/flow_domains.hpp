#pragma once

#include "align/balance/balance.hpp"
#include "align/balance/shares.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct FlowOptions {
    std::string domain;               ///< "imports"
    std::vector<std::string> states;  ///< ISO alpha-3; empty = all of the table
    std::vector<PoleMembers> poles;
    std::size_t draws = 1;  ///< of figures with a declared error; 1 = figures as they stand
    /// The smallest figure that the source would have recorded, in the unit of the values; needed where a pole has 0.
    std::optional<double> detection_limit;
    std::uint64_t seed = 1;
    Work work = {};
};

/// A domain from yearly figures (trade, arms, loans, visits): closeness is the figure itself, in the table's unit.
///
/// Columns `state,year,pole,value`, and where there are any `lower`, `upper`, `censored`; others are not looked at.
/// `state` is a code or a name (see `state_meant`); `pole` is a pole's id (the figure of the whole pole) or the code or
/// name of a member; where an id is also the code of a member it means the member. Rows that name neither are left out
/// and counted in a warning. A pole is the sum of its members, without the state itself. It is unknown (NaN) as soon as
/// one member is: a row that is not there or has no value is not a zero, for sources leave out what they did not record
/// (trade inside the CIS in 1992-93) or what is not among the largest (the five partners of WITS). Only two things say
/// otherwise: a value of 0, and `censored` 1, which says that the figure is below `value`.
///
/// Declared error: `lower` and `upper` bound 90% of a lognormal distribution around `value`, the halves of which have
/// scales of their own so that value is the median and both bounds the 5% and 95% quantiles whatever their ratio (a
/// two-piece distribution in the logarithm; the plain lognormal where value is their geometric mean). A censored figure
/// is uniform between 0 and `value`. Errors are independent between figures: an error common to a whole series, such
/// as that of the reporting side, is not in them. With one draw a figure is `value`, a censored one 0.65 of it.
/// The stream of a figure is named by (domain, state, year, name in `pole`): other rows change nothing.
/// State-years in which no figure has an error have one draw.
///
/// A pole of 0 is replaced multiplicatively (`replace_zeros`), its limit being `detection_limit` times the number of
/// figures that make it up. When all poles are 0 there is nothing to divide: all are unknown, with a warning.
/// @throws InputError with all faults: columns that are lacking, unknown states, negative values, bounds that do not
/// enclose their value or go with 0 or a censored one, a row twice, rows of a pole and of its members together, a zero
/// without detection limit or with one that is larger than what there is
/// @throws UsageError: fewer than two poles, no domain name, no draws
/// O(rows log rows + figures x draws).
[[nodiscard]] DomainSeries flow_domain(const Table& table, const FlowOptions& options);

}  // namespace tarazy
