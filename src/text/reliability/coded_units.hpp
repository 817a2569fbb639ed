#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What codes are, after Stevens (1946): names, ranks, numbers with a unit, numbers with a unit and a zero.
enum class MeasurementLevel { nominal, ordinal, interval, ratio };
[[nodiscard]] std::string_view to_string(MeasurementLevel level) noexcept;

/// What each coder said of each unit.
struct CodedUnits {
    std::vector<std::string> units;   ///< ascending
    std::vector<std::string> coders;  ///< in the order of their columns
    std::vector<std::string> codes;   ///< in order: as asked; else numbers by size, texts by bytes
    std::vector<double> numbers;      ///< of each code; empty unless all codes are numbers
    std::vector<std::int32_t> code;   ///< unit by unit, a place in `codes` for each coder; -1 where there is none

    [[nodiscard]] std::span<const std::int32_t> of_unit(std::size_t unit) const {
        return std::span(code).subspan(unit * coders.size(), coders.size());
    }
};

struct CodedUnitsReading {
    std::string unit = "unit";             ///< column of units
    std::vector<std::string> coders = {};  ///< columns of coders; empty = all other columns
    std::vector<std::string> codes = {};   ///< all codes that could be given, lowest first; empty = those that occur
    MeasurementLevel level = MeasurementLevel::nominal;
};

/// Units x coders from a table. An empty cell is no value, never a code.
/// @throws InputError: no such column, a unit that has no name or stands twice, fewer than two coders with any value, a
///         code that `codes` lacks, a text at interval or ratio level or at ordinal level without `codes`, a number
///         below zero at ratio level; UsageError: a code or coder asked for twice. O(cells log codes)
[[nodiscard]] CodedUnits read_coded_units(const Table& table, const CodedUnitsReading& reading);

}  // namespace tarazy
