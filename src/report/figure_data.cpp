#include "report/figure_data.hpp"

#include "report/figure_json.hpp"
#include "report/front_page.hpp"
#include "report/multiverse_figures.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <utility>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

Json all_figures(const ReportContext& context) {
    Json figures = Json::array();
    if (const auto front = front_picture(context))
        for (const Json& figure : front->figures) figures.push_back(figure);
    for (const AnalysisResult& analysis : context.result.analyses) {
        if (!analysis.failure.empty()) continue;  // its chapter says why it has no picture
        const Chapter* chapter = context.chapter_of(analysis);
        if (chapter == nullptr || chapter->figures == nullptr) continue;
        for (Json& figure : chapter->figures(context, analysis)) figures.push_back(std::move(figure));
    }
    for (Json& figure : multiverse_figures(context)) figures.push_back(std::move(figure));
    return figures;
}

Json names_of(const ReportContext& context) {
    std::set<std::string> states(context.result.comparison.begin(), context.result.comparison.end());
    if (!context.result.focus.empty()) states.insert(context.result.focus);
    for (const Pole& pole : context.result.poles) states.insert(pole.members.begin(), pole.members.end());
    for (const auto& [code, word] : context.result.words) states.insert(code);
    for (const AnalysisResult& analysis : context.result.analyses) {
        for (const ResultTable& table : analysis.tables)
            for (std::size_t row = 0; table.table.find("case") && row < table.table.rows(); ++row)
                states.insert(table.table["case"].display(row));
    }
    Json names = Json::object();
    for (const std::string& state : states) names[state] = json_of(context.name(state));
    for (const auto& [code, name] : multiverse_names(context)) names[code] = json_of(name);
    return names;
}

}  // namespace

std::string figure_data_json(const ReportContext& context) {
    return figure_data_json(context, all_figures(context));
}

std::string figure_data_json(const ReportContext& context, const Json& figures) {
    const StudyResult& result = context.result;
    Json poles = Json::array();
    for (const Pole& pole : result.poles) {
        poles.push_back({{"id", pole.id}, {"name", json_of(context.name(pole.id))}, {"members", pole.members}});
    }
    Json data;
    data["study"] = {{"id", result.id},
                     {"focus", result.focus},
                     {"version", result.version},
                     {"title", json_of(result.title)},
                     {"comparison", result.comparison}};
    data["poles"] = std::move(poles);
    data["names"] = names_of(context);
    data["figures"] = figures;
    data["messages"] = Json::parse(context.messages.json());
    return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tarazy
