#pragma once

#include "compare/minimisation/minimise.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A row of a truth table as far as coding needs it.
struct RowFit {
    Literals literals;
    std::size_t cases = 0;  ///< weights counted
    std::optional<double> inclusion, pri;
};

/// Positive and negative rows, in the order of the rows.
[[nodiscard]] CodedRows coded_rows(const std::vector<RowFit>& rows, const TruthTableOptions& cuts);

/// Coded rows as bytes: equal for equal rows and for no others, to find tables that have been minimised before.
[[nodiscard]] std::string row_key(const CodedRows& rows);

/// Adds literals, or that there are none, to such bytes.
void add_key(const std::optional<Literals>& literals, std::string& key);

/// Codes the rows of one case table again and again while its cells change: the same rows and figures as `truth_table`,
/// to the last bit, without its lists of cases. Memberships of all literals lie ready, so that a change costs O(1).
class RowCoder {
public:
    explicit RowCoder(const Cases& cases);

    /// @param column  condition; the number of conditions stands for the outcome
    void recode(std::size_t column, std::size_t at, double value);

    /// O(rows x cases x conditions)
    [[nodiscard]] std::vector<RowFit> rows() const;

private:
    static constexpr std::uint8_t nowhere = 255;

    /// The row that this case belongs to; the number of its cases is left open.
    /// @param in_row  room for the memberships of all cases in the row
    [[nodiscard]] RowFit fit(std::size_t member, std::vector<double>& in_row) const;

    std::size_t conditions_, cases_, width_;  ///< width: cases, rounded up so that loops have whole blocks
    std::vector<unsigned> literal_;           ///< number of each condition's literal of level 0
    std::vector<unsigned> count_;             ///< levels of each condition; one more slot stands for "does not apply"
    std::vector<bool> multi_value_;
    std::vector<std::size_t> slot_;          ///< first slot of each condition
    std::vector<double> membership_;         ///< [slot][case]
    std::vector<double> outcome_, absence_;  ///< y and 1 - y
    std::vector<double> weights_;            ///< for how many cases each one stands
    std::vector<std::uint8_t> levels_;       ///< [case][condition]; `nowhere` on a border
};

}  // namespace tarazy
