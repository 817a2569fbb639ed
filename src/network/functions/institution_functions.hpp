#pragma once

#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Which institution carries which function, and how much. The codes are the user's.
struct InstitutionFunctions {
    std::vector<std::string> institutions;    ///< in byte order
    std::vector<std::string> functions;       ///< in byte order
    std::vector<double> weights;              ///< institutions x functions, row by row; 0 = does not carry it
    std::vector<std::optional<int>> founded;  ///< year, of each institution, where the table says it; may be empty
    std::string path;                         ///< where it was read, for messages

    [[nodiscard]] double weight(std::size_t institution, std::size_t function) const noexcept {
        return weights[institution * functions.size() + function];
    }
    /// Is any weight neither 0 nor 1?
    [[nodiscard]] bool weighted() const noexcept;
};

/// Functions of institutions from one of three layouts, told by the columns:
///   institution,functions          a list with semicolons: `verification;technical_cooperation`; a column
///                                  `founded_or_in_force` or `founded` is read as the year before which nobody is in
///   institution,function[,weight]  a row a function
///   a matrix                       the first column names the institutions, the others are functions, cells weigh them
/// @throws InputError with every faulty row: an institution without a name or that stands twice, one whose functions
/// are not given (unknown is not none: leave the row out to say that it carries nothing), a function that stands twice,
/// a weight that is missing, no number or below zero (-9 is no weight), a code of missing in the place of a function;
/// no institution or no function at all
/// O(cells log)
[[nodiscard]] InstitutionFunctions read_institution_functions(const Table& table);

}  // namespace tarazy
