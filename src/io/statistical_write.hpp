#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <string>

namespace tarazy {

/// A Stata file, version 118 (Stata 14 and later, UTF-8), dated 1 January 2000, so that the same table gives the same
/// bytes. Integers become `long` if all fit, else `double`; texts beyond 2045 bytes become `strL`. Labels of columns
/// and codes are written as far as Stata can hold them (statistical_labels.hpp).
/// @throws InputError naming every column and cell that the format cannot hold: names (statistical_names.hpp),
///         whole numbers beyond 2^53, numbers beyond 8.9e307
[[nodiscard]] std::string to_dta(const Table& table, const Work& work = {});

/// An SPSS system file in UTF-8, dated likewise. All numbers are doubles there.
/// @throws InputError as above (texts up to 32767 bytes and less if
///         the pieces in which SPSS keeps them cannot be told apart)
[[nodiscard]] std::string to_sav(const Table& table, const Work& work = {});

}  // namespace tarazy
