#pragma once

#include "analyses/every_method_test.hpp"
#include "report/chapter.hpp"
#include "report/rows_used_test.hpp"

#include <algorithm>

namespace tarazy {

/// For tests: an analysis of the study of every method, its result, and the rows behind its claims.
struct RowsBehind {
    explicit RowsBehind(const std::string& id) : prepared(prepared_analysis(id)) {
        result = &*std::ranges::find(every_method_result().analyses, id, &AnalysisResult::id);
    }
    [[nodiscard]] const Claim& claim(const std::string& rest) const {
        const auto found = std::ranges::find(result->claims, result->id + '.' + rest, &Claim::id);
        if (found == result->claims.end()) throw std::logic_error("no claim " + result->id + '.' + rest);
        return *found;
    }
    [[nodiscard]] RowsByRole entered(const Claim& claim, RowsByRole (*rows)(const RowsQuestion&)) const {
        return rows({every_method_result(), *result, claim, prepared.plan, prepared.roles()});
    }
    /// The inputs with these rows only; those of which no rows were told stay whole.
    [[nodiscard]] std::map<std::string, Table> only(const RowsByRole& rows) const {
        std::map<std::string, Table> tables = prepared.tables;
        for (const auto& [role, of_role] : rows)
            if (tables.contains(role)) tables[role] = take_rows(tables[role], of_role);
        return tables;
    }

    PreparedAnalysis prepared;
    const AnalysisResult* result = nullptr;
};

}  // namespace tarazy
