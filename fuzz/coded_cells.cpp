// A table of cases and, behind a line `===`, the table of its coded cells: what could be coded otherwise, or an error
// of ours. The first byte chooses how wide; the outcome is the last column. Every other value is one that a cell can
// have. Run: build/fuzz/coded_cells -max_total_time=60 -max_len=4096 fuzz/corpus/coded_cells

#include "base/error.hpp"
#include "compare/robustness/coding_uncertainty.hpp"
#include "io/read_table.hpp"

#include "fuzz_fault.hpp"
#include "two_tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tarazy;

Cases cases_of(const Table& table, std::uint8_t choice) {
    CaseOptions options;
    if (table.names.size() < 2) return {};
    options.case_column = table.names.front();
    options.outcome = table.names.back();
    options.conditions.assign(table.names.begin() + 1, table.names.end() - 1);
    options.negate = (choice & 4U) != 0;
    options.missing = static_cast<MissingPolicy>(choice / 8 % 3);
    return read_cases(table, options);
}

void check_cell(const Cases& cases, const ContestableCell& cell) {
    require(cell.at < cases.size() && cell.column <= cases.space.size(), "the cell is one of the comparison");
    require(!cell.others.empty() && std::ranges::is_sorted(cell.others), "other values are sorted");
    Cases changed = cases;
    for (const double other : cell.others) {
        require(other >= 0 && std::isfinite(other), "a value that a cell can have");
        recode(changed, cell.column, cell.at, other);
        require(cell_value(changed, cell.column, cell.at) == other, "a cell takes its other value");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const TwoTexts texts = two_texts({reinterpret_cast<const char*>(data + 1), size - 1});
    try {
        const Table table = read_csv(texts.first, "cases.csv"), cells = read_csv(texts.second, "cells.csv");
        const Cases cases = cases_of(table, data[0]);
        CodingUncertaintyOptions options;
        options.widening = static_cast<Widening>(data[0] % 3);
        if (table.names.size() > 1) options.columns.case_column = table.names.front();
        if ((data[0] & 0x40U) != 0) options.columns.case_table = &table;
        const CodingUncertainty found = read_coding_uncertainty(cells, cases, options);
        for (const ContestableCell& cell : found.cells) check_cell(cases, cell);
    } catch (const InputError&) {
    } catch (const LimitError&) {
    } catch (const UsageError&) {  // names of columns that are no names of conditions
    }
    return 0;
}
