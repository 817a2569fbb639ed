#pragma once

#include "align/balance/shares.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What a row of a summary is about.
struct WindowQuantity {
    std::string state, domain, quantity;
    std::string poles;  ///< "RUS", "RUS-CHN" or empty
    YearWindow window;
    std::size_t n_years = 0;                   ///< of the window that could be used
    int first_year = 0, last_year = 0;         ///< of those: a window of thirty years may rest on twenty
    std::optional<std::size_t> n_states = {};  ///< with which the state is compared, of its standing among them
};

/// Figures of states over windows of years, a row each:
/// state,domain,quantity,poles,window,value,q05,q10,q50,q90,q95,p_positive,n_years,q025,q975,first_year,last_year,
/// n_states.
/// Quantiles are of type 7 and missing without draws; `p_positive`, the share of draws above 0, is given for
/// `difference` and `trend` only: other quantities have no sign to be sure of.
class WindowSummary {
public:
    /// @param draws  of the quantity; empty when it has no error. O(draws log draws).
    void add(const WindowQuantity& of, double value, std::span<const double> draws);
    [[nodiscard]] Table table() &&;

private:
    std::vector<std::string> state_, domain_, quantity_, poles_, window_;
    std::vector<double> value_, p_positive_;
    std::vector<std::vector<double>> quantiles_;
    std::vector<std::int64_t> n_years_, first_years_, last_years_, n_states_;
};

}  // namespace tarazy
