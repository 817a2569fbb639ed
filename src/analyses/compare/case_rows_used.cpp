#include "analyses/compare/case_rows_used.hpp"

#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace tarazy {
namespace {

/// "~NORM" as "NORM".
std::string variable_of(const std::string& expression) {
    return expression.starts_with("~") ? expression.substr(1) : expression;
}

std::vector<std::string> cases_in_row(const AnalysisResult& analysis, const std::string& row_name) {
    const Table* rows = find_table(analysis.tables, "truth_table");
    for (std::size_t row = 0; rows != nullptr && row < rows->rows(); ++row)
        if (text_in(*rows, "row", row) == row_name) return (*rows)["cases"].list(row);
    return {};
}

std::string outcome_variable(const AnalysisResult& analysis) {
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    return parameters.is_object() ? variable_of(parameters.value("outcome", "")) : std::string();
}

}  // namespace

std::vector<RowsUsed> case_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                     const Claim& claim) {
    RowsUsed cases{"cases"}, cells{"cells"};
    const ClaimParts& parts = claim.parts;
    if (parts.domain == "row" && !parts.about.empty()) {
        const RowCondition in_row{.columns = {"case"}, .values = cases_in_row(analysis, parts.about.front())};
        if (in_row.values.empty()) return {};
        cases.where.push_back(in_row);
        cells.where.push_back(in_row);
    } else if ((parts.domain == "necessity" || parts.domain == "sufficiency") && !parts.about.empty()) {
        cells.where.push_back(
            {.columns = {"variable"}, .values = {variable_of(parts.about.front()), outcome_variable(analysis)}});
    }
    return {cases, cells};
}

}  // namespace tarazy
