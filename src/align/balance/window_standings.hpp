#pragma once

#include "align/balance/window_summary.hpp"
#include "base/work.hpp"
#include "stats/standing.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Quantities that tell where one state stands among others in another quantity: "standing_of_evenness".
inline constexpr std::string_view standing_prefix = "standing_of_";
inline constexpr std::string_view rank_prefix = "rank_of_";

/// The quantity that a standing or a rank is of, "evenness"; nothing for other quantities.
[[nodiscard]] std::optional<std::string> quantity_of_standing(std::string_view quantity);

/// Does a state with so many years stand beside one with these? One with fewer than half of them does not.
[[nodiscard]] constexpr bool stands_beside(std::size_t years, std::size_t years_of_focus) noexcept {
    return 2 * years >= years_of_focus;
}

/// The standing of one state among the others in each number of a summary of windows.
///
/// standing_of_Q = (#{j : Q_j < Q_i} + #{j : Q_j = Q_i} / 2) / n and rank_of_Q = 1 + #{j : Q_j > Q_i} over the n other
/// states j that have the number Q in the same domain, window and of the same poles. Both are taken draw by draw, draw
/// d of one state beside draw d of every other, before quantiles are taken: what moves the states together (the roll
/// calls resampled, the draws of all ideal points at once, the poles' own positions) moves no rank. Errors that
/// were drawn for each state alone (those of flows) are independent here as well. A number without error stands
/// beside every draw; draws in which one of the numbers is not known are left out. The value is the standing of the
/// values, or the median over the draws where values are medians.
///
/// Numbers are taken over the years that each state has, as their own rows tell them: asking for equal years would drop
/// a state for one session without its votes. A state with fewer than half of the years of the focus takes no part, and
/// numbers of years (`years_...`) are compared as shares of the years that each state has. Left out are `tension`,
/// which belongs to the poles, and numbers that fewer than `least_compared_states` others have. Numbers of years that
/// bear a label take part; being sure is a condition of a label, so that surer data give more of them.
class WindowStandings {
public:
    /// @param focus  empty: there are no standings
    explicit WindowStandings(std::string focus) : focus_(std::move(focus)) {}

    /// @param draws      in the order of the draws, NaN = not known in that draw; empty when it has no error
    /// @param is_median  the value is the median over the draws
    void add(const WindowQuantity& of, double value, std::vector<double> draws, bool is_median);

    /// The rows of the focus state, in the order in which its numbers were added, whatever the order of the states.
    /// O(numbers x (log numbers + draws) + rows x draws log draws); all draws are kept until then.
    void write(WindowSummary& summary, const Work& work) const;

private:
    struct Number {
        WindowQuantity of;
        double value = 0;
        std::vector<double> draws;
        bool is_median = false;
    };
    void write_one(WindowSummary& summary, const Number& focus, const std::vector<const Number*>& others) const;

    std::string focus_;
    std::vector<Number> numbers_;
};

}  // namespace tarazy
