#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One unit that something happened to, and others to which it did not, over the same periods.
struct DonorPanel {
    std::string treated;
    std::vector<std::string> donors;            ///< sorted, so that the order of rows changes nothing
    std::vector<std::int64_t> times;            ///< ascending
    std::size_t pre = 0;                        ///< how many periods lie before the treatment; the rest are after it
    std::vector<double> actual;                 ///< of the treated unit, a period each
    std::vector<std::vector<double>> outcomes;  ///< [donor][period]
    std::vector<std::string> left_out = {};     ///< donors with gaps, where they may be left out

    [[nodiscard]] std::size_t post() const noexcept { return times.size() - pre; }
    [[nodiscard]] std::int64_t from() const { return times[pre]; }
};

struct DonorPanelOptions {
    std::string treated;
    std::int64_t from = 0;                   ///< first period of the treatment
    std::vector<std::string> donors = {};    ///< empty: every other unit
    std::optional<std::int64_t> since = {};  ///< first and last period to use
    std::optional<std::int64_t> until = {};
    bool leave_out_gaps = false;  ///< donors with gaps are left out, not refused
    std::size_t least_pre = 3;    ///< periods before the treatment
    std::string unit = "unit", time = "time", outcome = "outcome";
};

/// Why a panel that can be read has no counterfactual.
struct PanelShortage {
    enum class Kind { no_treated, outside, few_pre, treated_gap, no_donor, donor_gap };
    Kind kind;
    std::string what, remedy;                ///< English
    std::size_t pre_periods = 0;             ///< of few_pre: how many there are
    std::optional<std::int64_t> first = {};  ///< first period with a value of the treated unit
};

struct PanelReading {
    DonorPanel panel;
    std::optional<PanelShortage> shortage;        ///< then the panel is not whole
    std::size_t pre_values = 0, post_values = 0;  ///< of the treated unit, within the period
    std::optional<std::int64_t> first = {}, last = {};
};

/// The rows of one series of a table that holds several (`indicator` = gdp_growth_pct). @throws InputError for a column
/// that is not there, or, in a table with rows, a name that none of them has
[[nodiscard]] Table rows_of_series(const Table& table, const std::string& column, const std::string& name);

/// Reads a long table `unit,time,outcome` into a panel. A cell without a value is a gap. Rows of units that are neither
/// treated nor donors are not looked at. O(rows log rows)
/// @throws InputError with places: lacking columns, a time that is no whole number, two rows of a unit and a time
[[nodiscard]] PanelReading examine_donor_panel(const Table& table, const DonorPanelOptions& options);

/// The same, where a shortage is an error. @throws InputError
[[nodiscard]] DonorPanel read_donor_panel(const Table& table, const DonorPanelOptions& options);

/// The panel in which a donor takes the place of the treated unit, and that one of a donor (a placebo in space).
[[nodiscard]] DonorPanel with_treated(const DonorPanel& panel, std::size_t donor);

/// The periods before the treatment only, cut at an earlier one (a placebo in time). @pre 0 < pre < panel.pre
[[nodiscard]] DonorPanel treated_earlier(const DonorPanel& panel, std::size_t pre);

}  // namespace tarazy
