#include "analyses/trace/series_rows_used.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace tarazy {
namespace {

std::string text_parameter_of(const AnalysisResult& analysis, const char* name) {
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    if (!parameters.is_object()) return {};
    const auto found = parameters.find(name);
    return found != parameters.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string state_of(const StudyResult& result, const Claim& claim) {
    return claim.parts.state.empty() ? result.focus : claim.parts.state;
}

/// Kinds of rows that the analysis chose by its parameters: of the domain and quantity named.
void add_kinds(RowsUsed& rows, const AnalysisResult& analysis) {
    for (const char* kind : {"domain", "quantity"}) {
        const std::string chosen = text_parameter_of(analysis, kind);
        if (!chosen.empty()) rows.where.push_back({.columns = {kind}, .values = {chosen}});
    }
}

}  // namespace

std::vector<RowsUsed> changepoint_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                            const Claim& claim) {
    if (claim.parts.about.empty()) return {};
    const RowCondition of_state{.columns = {"state"}, .values = {state_of(result, claim)}};
    const std::string& series = claim.parts.about.front();
    RowsUsed points{"series", {of_state, {.columns = {"series", "pole", "poles", "indicator"}, .values = {series}}}};
    add_kinds(points, analysis);
    return {points, {"indicators", {of_state, {.columns = {"indicator"}, .values = {series}}}}};
}

std::vector<RowsUsed> outcome_rows_used(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim) {
    const bool of_control = analysis.method == "trace.synth";
    const std::string indicator = text_parameter_of(analysis, of_control ? "outcome" : "indicator");
    static constexpr std::array<std::string_view, 5> of_one_state = {"level", "slope", "before_slope", "before_mean",
                                                                     "after_mean"};
    const bool alone =
        analysis.method == "trace.its" || std::ranges::find(of_one_state, claim.parts.quantity) != of_one_state.end();
    std::vector<RowCondition> where;
    if (!indicator.empty()) where.push_back({.columns = {"indicator"}, .values = {indicator}});
    if (alone) where.push_back({.columns = {"state", "unit"}, .values = {state_of(result, claim)}});
    return {{"indicators", where}, {"panel", where}};
}

std::vector<RowsUsed> evidence_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                         const Claim& /*claim*/) {
    const std::string set = text_parameter_of(analysis, "set");
    std::vector<RowCondition> where;
    if (!set.empty()) where.push_back({.columns = {"set"}, .values = {set}});
    return {{"hypotheses", where}, {"clues", where}, {"likelihoods", where}};
}

std::vector<RowsUsed> graph_rows_used(const StudyResult& /*result*/, const AnalysisResult& /*analysis*/,
                                      const Claim& claim) {
    if (claim.parts.about.empty()) return {{"events"}, {"links"}};
    return {{"events", {{.columns = {"id"}, .values = claim.parts.about}}}, {"links"}};
}

}  // namespace tarazy
