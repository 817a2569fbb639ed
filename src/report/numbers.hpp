#pragma once

#include "ledger/claim.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// A number as the tables of the report show it: three decimals below 10, two below 100, one below 1000, none above;
/// two significant digits when it is smaller than 0.001; integers as they are; U+2212 as minus sign. The decimal mark
/// is a point, as in the CSV files that hold all digits: the script of the report writes the comma of Kazakh and
/// Russian (explorer/src/page/numbers.ts), since each cell stands in the page once for all languages. Missing is an en
/// dash.
[[nodiscard]] std::string shown_number(std::optional<double> value);

/// `[lower; upper]` of numbers shown as above; empty when either is missing.
[[nodiscard]] std::string shown_interval(std::optional<double> lower, std::optional<double> upper);

/// Value and interval of a claim, or the statement of a claim that is no number.
[[nodiscard]] std::string shown_claim(const Claim& claim);

/// "1992-2012" with the dash of print.
[[nodiscard]] std::string shown_window(const std::string& window);

}  // namespace tarazy
