#pragma once

#include "compare/sets/coded_cells.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// How sure the coder was of a cell.
enum class CodingConfidence { high, medium, low };
[[nodiscard]] std::string_view to_string(CodingConfidence confidence) noexcept;

/// A cell of the case table that could be coded otherwise.
struct ContestableCell {
    std::size_t at = 0;          ///< case
    std::size_t column = 0;      ///< condition; the number of conditions stands for the outcome
    double value = 0;            ///< as coded, as it stands in Cases (an outcome negated where asked for)
    std::vector<double> others;  ///< what it could be instead, ascending, without `value`; never empty
    CodingConfidence confidence = CodingConfidence::high;
    bool stated = true;  ///< the alternative was written down; false: neighbouring levels of the scale
    /// The same as values of the file, where an outcome is not negated and has levels; several of these may be one of
    /// `others`.
    double written = 0;
    std::vector<double> others_written = {};
};

/// Cells of a comparison that could be coded otherwise, by case and then by column.
struct CodingUncertainty {
    std::vector<ContestableCell> cells;
    std::vector<std::string> notes;  ///< what was not used, and why
};

/// Which cells without a stated alternative may move to the levels beside theirs.
enum class Widening {
    none,            ///< stated alternatives only
    low,             ///< and cells of low confidence
    low_and_medium,  ///< and cells of low or medium confidence
};

struct CodingUncertaintyOptions {
    CellColumns columns = {};
    std::string confidence_column = "confidence";  ///< may be lacking: then every cell is of high confidence
    std::string alternatives_column = "alt";       ///< may be lacking; several values with `;` between them
    std::string note_column = "note";              ///< may be lacking; `ALT x` in it states an alternative
    Widening widening = Widening::low;
    std::vector<double> scale = {0, 0.33, 0.67, 1};  ///< of fuzzy codes, ascending
};

/// Reads a long table of cells `case,variable,value,confidence,...` (read_coded_cells) beside the cases it codes. A
/// cell is contestable when it states an alternative in its column or its note; by `widening` also when it states none,
/// then with the next level of the scale below and above its value (of a condition that has only 0 and 1, the other
/// one; of a multi-value condition, whose levels have no order, every other level). A cell "does not apply" has no
/// other value. Cells of cases that the comparison left out are counted in a note. O(cells log cells)
/// @throws InputError with every fault: unknown confidence, a value or alternative that is no membership, a cell coded
///         twice, a value that is not the one in the case table, no cell of this comparison at all
[[nodiscard]] CodingUncertainty read_coding_uncertainty(const Table& cells, const Cases& cases,
                                                        const CodingUncertaintyOptions& options = {});

/// Name of the column of a contestable cell: the condition, or the outcome as it is printed.
[[nodiscard]] const std::string& column_name(const Cases& cases, std::size_t column);

/// Value of a cell. @pre column <= cases.space.size(), which is the outcome
[[nodiscard]] double cell_value(const Cases& cases, std::size_t column, std::size_t at);

/// Writes another value into a cell.
void recode(Cases& cases, std::size_t column, std::size_t at, double value);

}  // namespace tarazy
