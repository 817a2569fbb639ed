#pragma once

#include "analyses/every_method_test.hpp"

namespace tarazy {

/// The comparison `reversal`, with one case against its row, a note that needs escaping, and words for a condition.
inline StudyResult with_comparison() {
    PreparedAnalysis reversal = prepared_analysis("reversal");
    reversal.tables["cases"] = edited(reversal.tables["cases"], "PAK,0,", "PAK,0.67,");
    reversal.tables["cells"] =
        edited(reversal.tables["cells"], "PAK,GAVE_UP,0,high,ONE;TWO,", "PAK,GAVE_UP,0.67,high,ONE;TWO,closed <1991>");
    reversal.tables["sources"] = edited(reversal.tables["sources"], "A book", "A book & more");
    StudyResult result = with_computed({reversal});
    result.words = {{"NORM", {"a norm", "норма бар", "есть норма"}}};
    return result;
}

}  // namespace tarazy
