#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Alliance portfolios of one year: a square matrix of ordinal codes, 3 defence or offence, 2 neutrality or
/// consultation, 1 non-aggression only, 0 none (Chiba, Johnson & Leeds 2015 order the obligations of ATOP in this way);
/// a state's tie with itself is 3. Symmetric.
struct TieMatrix {
    std::optional<int> year;
    std::vector<int> states;          ///< COW codes, sorted: the state system of the year
    std::vector<std::uint8_t> codes;  ///< row-major, states.size() squared
    std::vector<std::string> warnings;

    [[nodiscard]] int code(std::size_t a, std::size_t b) const { return codes[a * states.size() + b]; }
    [[nodiscard]] std::optional<std::size_t> state_index(int state) const;
};

/// Square matrix with first column `ccode`, other columns named by code.
/// @throws InputError: not square, unknown or repeated codes, cells outside 0..3, diagonal that is not 3, asymmetry
/// (naming the cell)
[[nodiscard]] TieMatrix load_tie_matrix(const Table& table);

/// ATOP dyad-years (`ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul`, or without the
/// prefix) coded as above over the members of the state system (`ccode,styear,endyear`, several spells a state).
/// A state belongs to the year's system when a spell touches the year. The list's last year is carried forward to
/// `year` with a warning, because the lists end before the alliance data do.
[[nodiscard]] TieMatrix atop_ties(const Table& dyad_years, const Table& system, int year);

/// A row of dyad-years that `atop_ties` reads for a year: both states are in the system of the year.
struct TieRow {
    std::size_t row = 0;
    std::size_t first = 0, second = 0;  ///< places of the two states among those of the system
};
/// @param states  the system of the year, sorted. O(rows log states)
[[nodiscard]] std::vector<TieRow> tie_rows(const Table& dyad_years, std::span<const int> states, int year);

/// Rows of the list of states that put a state into the system of the year, as `atop_ties` takes it. O(rows)
[[nodiscard]] std::vector<std::size_t> system_rows(const Table& system, int year);

/// Weight of each state of the matrix from `ccode,weight` or `ccode,year,cinc`; a state without weight gets 0 and
/// is counted in `warnings`.
[[nodiscard]] std::vector<double> tie_weights(const TieMatrix& ties, const Table& weights,
                                              std::vector<std::string>& warnings);

/// Similarity of alliance portfolios for all dyads of `states` (empty = all): columns
/// ccode1,ccode2,n,s_val_abs,s_val_sq,s_bin,
/// s_val_abs_cinc,kappa_val_nominal,kappa_val_sq,kappa_val_abs,kappa_bin,pi_val_nominal,pi_val_sq,pi_val_abs,pi_bin,tau_b,
/// then `reason`. Portfolios include the two states themselves. No intervals: a census of alliances has no sampling
/// error. `s_val_abs_cinc` is missing without weights. O(dyads x states).
[[nodiscard]] Table tie_similarity(const TieMatrix& ties, std::span<const double> weights, std::span<const int> states,
                                   const Work& work = {});

/// The portfolio as a table with first column `ccode`.
[[nodiscard]] Table tie_table(const TieMatrix& ties);

}  // namespace tarazy
