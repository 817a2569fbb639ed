#pragma once

#include "analyses/every_method_test.hpp"

namespace tarazy {

/// The balance `hedge`, in whose last year imports are lacking, over these windows, and the ideal points `points`.
inline StudyResult with_balance_over(const std::vector<Span>& windows) {
    PreparedAnalysis hedge = prepared_analysis("hedge");
    Table& trade = hedge.tables["indicators"];
    std::vector<std::size_t> before_last;
    for (std::size_t row = 0; row < trade.rows(); ++row)
        if (trade["year"].integer(row) != 2016) before_last.push_back(row);
    trade = take_rows(trade, before_last);
    hedge.plan.parameters.set("windows", windows);
    return with_computed({hedge, prepared_analysis("points")});
}

inline StudyResult with_balance() {
    static const StudyResult result = with_balance_over({{2005, 2016}, {2005, 2010}});
    return result;
}

}  // namespace tarazy
