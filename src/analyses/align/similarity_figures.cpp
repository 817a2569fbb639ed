#include "analyses/align/similarity_figures.hpp"

#include "analyses/align/shares_rows.hpp"
#include "analyses/align/similarity_rows.hpp"
#include "report/figure_json.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

nlohmann::ordered_json similarity_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    const SimilarityRows found = similarity_rows(context.result, analysis);
    const bool votes = !found.pairs.empty() && found.pairs.front().session.has_value();
    Json drawn = figure_json(
        "similarity-" + analysis.id, "similarity",
        context.messages.say("figure.similarity.title", {{"state", context.name(context.result.focus)}}),
        context.messages.say(votes ? "figure.similarity.description" : "figure.similarity.description_ties"));
    const std::map<int, std::string> flags = votes ? flagged_years(context.result) : std::map<int, std::string>{};
    Json columns = {"year", "session", "member", "pole", "n", "flag"};
    for (const std::string& measure : found.measures) {
        for (const char* suffix : {"", "_lower", "_upper"}) columns.push_back(measure + suffix);
    }
    Json rows = Json::array();
    for (const SimilarityPair& pair : found.pairs) {
        const auto flag = flags.find(pair.year);
        Json row = {pair.year, json_of_integer(pair.session), pair.member,
                    pair.pole, json_of_integer(pair.n),       flag == flags.end() ? std::string() : flag->second};
        for (const SimilarityValue& value : pair.values) {
            row.push_back(json_of(value.value));
            row.push_back(json_of(value.lower));
            row.push_back(json_of(value.upper));
        }
        rows.push_back(std::move(row));
    }
    drawn["measures"] = found.measures;
    drawn["columns"] = std::move(columns);
    drawn["rows"] = std::move(rows);
    return drawn;
}

}  // namespace tarazy
