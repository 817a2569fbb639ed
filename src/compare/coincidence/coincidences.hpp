#pragma once

#include "compare/sets/cases.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// Factors of cases, none of them the outcome yet: what coincidence analysis starts from (Baumgartner 2009).
struct Coincidences {
    std::vector<std::string> names;  ///< of the cases
    PropertySpace space;
    std::vector<std::vector<double>> membership;  ///< [factor][case]: from 0 to 1, or the level of a multi-value factor
    std::string source;
    std::vector<std::string> warnings;
    std::vector<double> weights = {};  ///< for how many cases each one stands; empty: for itself

    [[nodiscard]] std::size_t size() const noexcept { return names.size(); }
};

/// Reads a table `case,<factors>...`. A factor whose cells are whole numbers, some above 1, is multi-value. Cases with
/// a missing cell are left out with a note. @param frequency  column that says for how many cases a row stands, or
/// empty
/// @throws InputError as read_cases does, and for `-` (does not apply), for which coincidences have no place;
/// UsageError for fewer than two factors or one named twice
[[nodiscard]] Coincidences read_coincidences(const Table& table, const std::vector<std::string>& factors,
                                             const std::string& case_column = "case",
                                             const std::string& frequency = "");

/// Membership of every case in a literal: x or 1 - x, or whether the level is that of a multi-value factor.
[[nodiscard]] std::vector<double> literal_memberships(const Coincidences& data, std::size_t factor, unsigned level);

/// Is every case on one side of the literal, one half counted as above (of an absence: as below)? What never changes
/// makes no difference, and nothing makes a difference to it: it has no place in a model (Baumgartner 2009).
[[nodiscard]] bool constant(const Coincidences& data, std::size_t factor, unsigned level);

/// How a constant literal stays as it is: "never falls below one half".
[[nodiscard]] std::string constancy(const Coincidences& data, std::size_t factor, unsigned level);

/// Which factors can bring about which, from `A,B < C < D`: a factor is no cause of one that stands before it. Factors
/// that are not named stand anywhere. `<<` (strict) also rules out causes that stand at the same place.
class CausalOrdering {
public:
    CausalOrdering() = default;
    /// @throws UsageError for unknown factors, one named twice, an empty place, `<` and `<<` mixed
    CausalOrdering(std::string_view text, const PropertySpace& space);

    /// Can factor `cause` stand in a model of `effect`?
    [[nodiscard]] bool allows(std::size_t cause, std::size_t effect) const;

private:
    std::vector<std::pair<std::size_t, std::size_t>> places_;  ///< factor, place; sorted by factor
    bool strict_ = false;

    [[nodiscard]] const std::size_t* place(std::size_t factor) const;
};

}  // namespace tarazy
