#pragma once

#include "study/multiverse.hpp"
#include "study/multiverse_moves.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// One row a universe: `universe`, a column `choice.<id>` a choice with the alternative, `verdict.<proposition>` a
/// proposition, `value.<proposition>.<test>` a declared test, counted from 1.
[[nodiscard]] Table universes_table(const StudyFile& study, const Multiverse& multiverse);

/// One row a proposition: proposition,as_it_stands,fragile,holds,universes,supported,contradicted,mixed,silent,
/// not_tested,how,choices,turned_by: counts of universes, how they were counted (all, sample), the choices that touch
/// it, and the alternatives that alone turn it ("choice = alternative: verdict").
[[nodiscard]] Table verdicts_table(const StudyFile& study, const Multiverse& multiverse);

/// One row a proposition and choice that touches it: proposition,choice,total_order,changes,how,reading.
[[nodiscard]] Table moves_table(const StudyFile& study, const Multiverse& multiverse);

/// Specification curves (Simonsohn, Simmons & Nelson 2020), one a declared test: proposition,test,analysis,quantity,
/// comparison,place,value,lower,upper,result,universes,as_it_stands, then `choice.<id>` a choice. Values in ascending
/// order, unknown ones last; one row for all universes that agree in the choices which touch the test, the cells of the
/// other choices empty.
[[nodiscard]] Table curves_table(const StudyFile& study, const Multiverse& multiverse);

/// What a reader must be told: alternatives left out, analyses without a result, samples.
[[nodiscard]] std::vector<std::string> multiverse_notes(const StudyFile& study, const Multiverse& multiverse);

}  // namespace tarazy
