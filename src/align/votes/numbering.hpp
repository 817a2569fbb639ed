#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Order of names in which digits count as numbers: V2 before V10. Equal only when the bytes are.
[[nodiscard]] bool natural_less(std::string_view a, std::string_view b);

/// Numbers for what tables name by number or by text: members (`365` or `Ash, Anna`), roll calls (`1045` or `V12`).
/// Where every table has numbers these are kept. As soon as one has names, all are names, and each gets its place,
/// from 1, in the sorted list of all names; so neither the order of rows nor that of files leaves a trace.
class Numbering {
public:
    /// Takes the column of one table, which outlives this, into account. A text column holds names unless most of its
    /// distinct cells are whole numbers: then the others are slips, which `numbers` reports.
    void see(const Table& table, const std::string& column);
    /// After the last `see`.
    void close();

    [[nodiscard]] bool named() const { return named_; }
    /// Name of number i + 1; empty when there are only numbers.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// The column as numbers; Column::missing_integer for an empty cell.
    /// @pre `close` was called, and `see` for this column @throws InputError for cells that are no integer (numbers
    /// only)
    [[nodiscard]] std::vector<std::int64_t> numbers(const Table& table, const std::string& column) const;

private:
    [[nodiscard]] std::int64_t number_of(const std::string& name) const;
    std::vector<const Column*> seen_;
    bool named_ = false;
    std::vector<std::string> names_;
};

}  // namespace tarazy
