#include "analyses/simulate/simulate_rows_used.hpp"

#include "analyses/simulate/forecast_data.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

namespace tarazy {
namespace {

std::string_view without_blanks(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

/// A part of a scenario, `[[policy]]` with the tables inside it, and its lines.
struct ScenarioPart {
    std::string kind, name;  ///< "policy", "as_before"
    std::vector<std::size_t> rows;
};

/// `[[policy.change]]` belongs to the policy before it.
std::string kind_of_header(std::string_view header) {
    const std::size_t first = header.find_first_not_of('[');
    return std::string(header.substr(first, header.find_first_of(".]", first) - first));
}

/// Lines that are neither empty nor comments, part by part; those before the first header have no kind.
std::vector<ScenarioPart> scenario_parts(const Table& lines) {
    std::vector<ScenarioPart> parts(1);
    for (std::size_t row = 0; row < lines.rows(); ++row) {
        const std::string text = text_in(lines, "text", row);
        const std::string_view line = without_blanks(text);
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with('[')) {
            const bool inside = line.find('.') < line.find(']') && kind_of_header(line) == parts.back().kind;
            if (!inside) parts.push_back({kind_of_header(line), {}, {}});
        }
        const std::size_t open = line.find('"'), close = line.rfind('"');
        const bool named = line.starts_with("name") && open != std::string_view::npos && close > open;
        if (named && parts.back().name.empty())
            parts.back().name = std::string(line.substr(open + 1, close - open - 1));
        parts.back().rows.push_back(row);
    }
    return parts;
}

bool part_is_used(const ScenarioPart& part, const Claim& claim, const std::string& first_policy) {
    const std::string& quantity = claim.parts.quantity;
    if (part.kind == "policy") {
        if (quantity == "regret_max") return true;  // the best of all policies
        return part.name == (quantity == "delta" ? first_policy : claim.parts.domain);
    }
    if (part.kind == "threshold")
        return !claim.parts.about.empty() && part.name == claim.parts.about.front() &&
               (quantity == "share" || quantity == "regret_max");
    return true;
}

}  // namespace

std::vector<RowsUsed> scenario_rows_used(const StudyResult& /*result*/, const AnalysisResult& /*analysis*/,
                                         const Claim& /*claim*/) {
    return {rows_of_input("scenario",
                          "lines on the run, its inputs, changes and model, and on the policies and thresholds of the "
                          "number; comments left out")};
}

RowsByRole scenario_rows_entered(const RowsQuestion& question) {
    const auto scenario = question.data.find("scenario");
    if (scenario == question.data.end()) return {};
    const std::vector<ScenarioPart> parts = scenario_parts(*scenario->second);
    const auto first = std::ranges::find(parts, "policy", &ScenarioPart::kind);
    RowsByRole rows = {{"scenario", {}}};
    for (const ScenarioPart& part : parts)
        if (part_is_used(part, question.claim, first == parts.end() ? "" : first->name))
            rows["scenario"].insert(rows["scenario"].end(), part.rows.begin(), part.rows.end());
    return rows;
}

std::vector<RowsUsed> forecast_rows_used(const StudyResult& /*result*/, const AnalysisResult& /*analysis*/,
                                         const Claim& claim) {
    std::vector<RowsUsed> rows = {
        rows_of_input("series", "the years known, of all series, which are forecast together")};
    if (claim.parts.quantity == "sealed_skill") rows.push_back(rows_of_input("sealed_forecast", "the seal"));
    return rows;
}

RowsByRole forecast_rows_entered(const RowsQuestion& question) {
    const auto series = question.data.find("series");
    if (series == question.data.end()) return {};
    Table numbered = *series->second;
    numbered.origin.lines.resize(numbered.rows());
    std::iota(numbered.origin.lines.begin(), numbered.origin.lines.end(), 0u);
    const std::vector<std::uint32_t> rows = panel_series(question.plan, numbered).origin.lines;
    return {{"series", {rows.begin(), rows.end()}}};
}

std::vector<RowsUsed> whole_input_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                       const Claim& /*claim*/) {
    std::vector<RowsUsed> rows;
    for (const DataRead& read : analysis.made_from.data)
        rows.push_back(rows_of_input(read.role.c_str(), "all rows: each has its part in what the model ends with"));
    return rows;
}

}  // namespace tarazy
