#pragma once

#include "analyses/every_method_test.hpp"

namespace tarazy {

/// The comparison `reversal`, with one case against its row, a note that needs escaping, and words for a condition.
inline StudyResult with_comparison() {
    PreparedAnalysis reversal = prepared_analysis("reversal");
    Table &cases = reversal.tables["cases"], &cells = reversal.tables["cells"];
    cases = edited(cases, "ISR,0,0,", "ISR,0.33,0.67,");
    cells = edited(cells, "ISR,GAVE_UP,0,high,ONE;TWO,", "ISR,GAVE_UP,0.33,high,ONE;TWO,closed <1991>");
    cells = edited(cells, "ISR,NORM,0,", "ISR,NORM,0.67,");
    reversal.tables["sources"] = edited(reversal.tables["sources"], "A book", "A book & more");
    StudyResult result = with_computed({reversal});
    result.words = {{"NORM", {"a norm", "норма бар", "есть норма"}}};
    return result;
}

}  // namespace tarazy
