#pragma once

#include "align/balance/composition_draws.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// The name that all domains together have in the column `domain`.
inline const std::string overall_domain = "overall";

/// One row of `BalanceResult::quantities`, columns in this order but for the figure's own.
struct BalanceRow {
    std::string state;
    int year = 0;
    std::string domain;
    BalanceQuantity figure;
    std::optional<std::size_t> n_domains;  ///< of overall rows
    std::optional<std::size_t> n_draws;    ///< nothing where the figure is not known
    std::string missing;                   ///< poles of a domain, domains of overall; as `list_cell` joins them
    std::string flag;
};

/// One row of `BalanceResult::labels`.
struct BalanceLabelRow {
    BalanceRow of;  ///< its figure is not looked at
    std::string label;
    std::optional<std::string> nearest;
    std::optional<double> p_nearest, same_nearest, p_equidistant, p_specialised, p_aligned;
};

/// All rows of one state-year.
struct BalanceRows {
    std::vector<BalanceRow> quantities;
    BalanceLabelRow label;

    /// One row a figure, the other columns as in `row`.
    void add(BalanceRow row, const std::vector<BalanceQuantity>& figures);
};

/// The tables that balance.hpp describes, rows in the order given.
[[nodiscard]] Table quantities_table(std::span<const BalanceRows> rows);
[[nodiscard]] Table labels_table(std::span<const BalanceRows> rows);

}  // namespace tarazy
