#include "analyses/compare/case_rows_used.hpp"

#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>
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

std::string comparison_text(const AnalysisResult& analysis, const char* name, const char* otherwise = "") {
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    if (!parameters.is_object()) return otherwise;
    const auto found = parameters.find(name);
    return found != parameters.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

/// The column of the condition that a number is about, and that of the outcome; of all others those of all conditions.
std::vector<std::string> variables_read(const AnalysisResult& analysis, const Claim& claim) {
    std::vector<std::string> variables;
    const bool of_one = claim.parts.domain == "necessity" || claim.parts.domain == "sufficiency";
    if (of_one && !claim.parts.about.empty()) {
        variables.push_back(variable_of(claim.parts.about.front()));
    } else {
        variables = listed(comparison_text(analysis, "conditions"), ',');
    }
    if (variables.empty()) return variables;  // then all: the parameters do not say
    variables.push_back(variable_of(comparison_text(analysis, "outcome")));
    return variables;
}

/// Degree of membership of each case in a row of the truth table: the least over the conditions of x, or 1 - x where
/// the row has the condition absent; NaN where a cell is missing.
std::vector<double> degrees_in_row(const AnalysisResult& analysis, const Table& cases, const std::string& row_name) {
    std::vector<double> degrees(cases.rows(), 1);
    const Table* rows = find_table(analysis.tables, "truth_table");
    for (std::size_t at = 0; rows != nullptr && at < rows->rows(); ++at) {
        if (text_in(*rows, "row", at) != row_name) continue;
        for (const std::string& condition : listed(comparison_text(analysis, "conditions"), ',')) {
            const bool absent = number_in(*rows, condition, at) == 0;
            for (std::size_t row = 0; row < degrees.size(); ++row) {
                const double x = number_in(cases, condition, row).value_or(Column::missing_real);
                const double degree = absent ? 1 - x : x;
                degrees[row] = std::isnan(degree) || std::isnan(degrees[row]) ? Column::missing_real
                                                                              : std::min(degrees[row], degree);
            }
        }
    }
    return degrees;
}

}  // namespace

std::vector<RowsUsed> case_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                     const Claim& claim) {
    RowsUsed cases{"cases"}, cells{"cells"};
    const ClaimParts& parts = claim.parts;
    if (parts.domain == "row" && !parts.about.empty()) {
        const RowCondition in_row{.columns = {"case"}, .values = cases_in_row(analysis, parts.about.front())};
        if (in_row.values.empty()) return no_rows("no case is in row " + parts.about.front() + " of the truth table");
        cases.where.push_back(in_row);
        cells.where.push_back(in_row);
        if (parts.quantity != "n") cases.note = "with a degree of membership in the row above 0";
    }
    const std::vector<std::string> variables = variables_read(analysis, claim);
    if (!variables.empty()) cells.where.push_back({.columns = {"variable"}, .values = variables});
    return {cases, cells};
}

RowsByRole case_rows_entered(const RowsQuestion& question) {
    const ClaimParts& parts = question.claim.parts;
    const auto cases = question.data.find("cases"), cells = question.data.find("cells");
    if (parts.domain != "row" || parts.about.empty() || parts.quantity == "n" || cases == question.data.end())
        return {};
    const std::string name_column = comparison_text(question.analysis, "case_column", "case");
    const std::vector<double> degrees = degrees_in_row(question.analysis, *cases->second, parts.about.front());
    RowsByRole rows = {{"cases", {}}};
    std::set<std::string> names;
    for (std::size_t row = 0; row < degrees.size(); ++row) {
        if (!(degrees[row] > 0)) continue;
        rows["cases"].push_back(row);
        names.insert(text_in(*cases->second, name_column, row));
    }
    if (cells == question.data.end()) return rows;
    const std::vector<std::string> variables = variables_read(question.analysis, question.claim);
    rows["cells"] = {};
    for (std::size_t row = 0; row < cells->second->rows(); ++row)
        if (names.contains(text_in(*cells->second, "case", row)) &&
            std::ranges::find(variables, text_in(*cells->second, "variable", row)) != variables.end())
            rows["cells"].push_back(row);
    return rows;
}

}  // namespace tarazy
