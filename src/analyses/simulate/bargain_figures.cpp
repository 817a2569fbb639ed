#include "analyses/simulate/bargain_figures.hpp"

#include "analyses/simulate/bargain_claims.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace tarazy {
namespace {

/// Capability x salience of an actor on an issue.
std::map<std::pair<std::string, std::string>, double> weights_of(const Table& actors) {
    std::map<std::pair<std::string, std::string>, double> weights;
    for (std::size_t row = 0; row < actors.rows(); ++row)
        weights[{text_in(actors, "actor", row), text_in(actors, "issue", row)}] =
            number_in(actors, "capability", row).value_or(0) * number_in(actors, "salience", row).value_or(0);
    return weights;
}

}  // namespace

std::vector<nlohmann::ordered_json> bargain_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *positions = find_table(analysis.tables, "positions"), *actors = find_table(analysis.tables, "actors"),
                *middles = find_table(analysis.tables, "middles");
    if (positions == nullptr || positions->rows() == 0 || actors == nullptr) return {};
    nlohmann::ordered_json figure =
        figure_json("rounds-" + analysis.id, "rounds", context.messages.say("figure.rounds.title"),
                    context.messages.say("figure.rounds.description"));
    const auto weights = weights_of(*actors);
    figure["columns"] = {"issue", "model", "turn", "actor", "position", "weight"};
    figure["rows"] = nlohmann::ordered_json::array();
    const auto turn_of = [](const Table& table, std::size_t row) {
        return static_cast<int>(number_in(table, "turn", row).value_or(0));
    };
    for (std::size_t row = 0; row < positions->rows(); ++row) {
        const std::string issue = text_in(*positions, "issue", row), actor = text_in(*positions, "actor", row);
        const auto weight = weights.find({actor, issue});
        figure["rows"].push_back({issue, model_code(text_in(*positions, "model", row)), turn_of(*positions, row), actor,
                                  json_of(number_in(*positions, "position", row)),
                                  weight == weights.end() ? nlohmann::ordered_json() : json_of(weight->second)});
    }
    for (std::size_t row = 0; middles != nullptr && row < middles->rows(); ++row)
        figure["rows"].push_back({text_in(*middles, "issue", row), model_code(text_in(*middles, "model", row)),
                                  turn_of(*middles, row), nullptr, json_of(number_in(*middles, "mean", row)), nullptr});
    return {std::move(figure)};
}

}  // namespace tarazy
