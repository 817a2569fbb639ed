#pragma once

#include "compare/minimisation/minimise.hpp"
#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

// A set-theoretic comparison as the analyses of a study ask for it: what is explained, by what, with which cut-offs.

/// outcome, conditions, case_column, focus, incl_cut, contradiction_cut, pri_cut, n_cut, ties, expect, exclude, models.
[[nodiscard]] std::vector<ParameterRule> comparison_rules();

/// What the parameters say, read against the table of the role `cases`.
struct ComparisonPlan {
    Cases cases;
    TruthTableOptions cuts;
    MinimiseOptions minimise;
};

/// @throws InputError also for names and expressions that the table does not have
[[nodiscard]] ComparisonPlan comparison_of(const AnalysisPlan& plan, const RoleTables& data);

/// The case that stands for the state studied: the parameter `focus`, else the study's focus state.
[[nodiscard]] std::string focus_case(const AnalysisPlan& plan);

/// The options of `tarazy compare ...` that say the same: " --data ... --outcome ... --conditions ...".
[[nodiscard]] std::string comparison_command(const AnalysisPlan& plan);

/// case,variable,value,confidence,sources,note,note_kk,note_ru of the cells that the comparison uses, from the role
/// `cells` with columns case,variable,value,confidence and perhaps source_keys, note and the note in Kazakh and Russian
/// (note_kk, note_ru); an empty table without that role.
/// @throws InputError when a coded value is not the one in the table of cases, or a cell is lacking: the two files
///         would say different things of one coding
[[nodiscard]] Table cell_provenance(const AnalysisPlan& plan, const RoleTables& data, const Cases& cases);

/// source_key,reference and whatever else the role `sources` tells of the sources that the cells name (`;` between
/// keys), in its order; an empty table without that role. @throws InputError when a cell names a source not listed
[[nodiscard]] Table sources_of_cells(const RoleTables& data, const Table& cells);

}  // namespace tarazy
