#include "report/figure_data.hpp"

#include "base/text_lists.hpp"
#include "report/embedded.hpp"
#include "report/figure_json.hpp"
#include "report/figure_origin.hpp"
#include "report/multiverse_figures.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

/// Analyses with a result by methods of the same family: "align" of "align.shares".
std::vector<std::string> analyses_of_family(const ReportContext& context, const std::string& method) {
    const std::string family = method.substr(0, method.find('.') + 1);
    std::vector<std::string> ids;
    for (const AnalysisResult& analysis : context.result.analyses) {
        if (analysis.failure.empty() && analysis.method.starts_with(family)) ids.push_back(analysis.id);
    }
    return ids;
}

/// Analyses whose numbers declared tests read.
std::vector<std::string> tested_analyses(const ReportContext& context) {
    std::vector<std::string> ids;
    for (const AnalysisResult& analysis : context.result.analyses) {
        const bool read = std::ranges::any_of(context.result.propositions, [&](const JudgedProposition& proposition) {
            return std::ranges::find(proposition.tests, analysis.id, &JudgedTest::analysis) != proposition.tests.end();
        });
        if (read) ids.push_back(analysis.id);
    }
    return ids;
}

/// Each figure with the analyses that it shows.
template <class Take>
void for_each_figure(const ReportContext& context, Take take) {
    for (const Chapter& chapter : context.chapters) {
        if (chapter.front_picture == nullptr) continue;
        const auto front = chapter.front_picture(context);
        if (!front) continue;
        for (const Json& figure : front->figures) take(figure, analyses_of_family(context, chapter.method));
        break;
    }
    for (const AnalysisResult& analysis : context.result.analyses) {
        if (!analysis.failure.empty()) continue;  // its chapter says why it has no picture
        const Chapter* chapter = context.chapter_of(analysis);
        if (chapter == nullptr || chapter->figures == nullptr) continue;
        for (const Json& figure : chapter->figures(context, analysis)) take(figure, {analysis.id});
    }
    for (const Json& figure : multiverse_figures(context)) take(figure, tested_analyses(context));
}

Json names_of(const ReportContext& context) {
    std::set<std::string> states(context.result.comparison.begin(), context.result.comparison.end());
    if (!context.result.focus.empty()) states.insert(context.result.focus);
    for (const Pole& pole : context.result.poles) {
        states.insert(pole.id);
        states.insert(pole.members.begin(), pole.members.end());
    }
    // A text of the data under which the study has a word holds blanks, a code does not: figures have codes only.
    for (const auto& [code, word] : context.result.words)
        if (code.find(' ') == std::string::npos) states.insert(code);
    for (const AnalysisResult& analysis : context.result.analyses) {
        for (const ResultTable& table : analysis.tables)
            for (std::size_t row = 0; table.table.find("case") && row < table.table.rows(); ++row)
                states.insert(table.table["case"].display(row));
    }
    Json names = Json::object();
    for (const std::string& state : states) names[state] = json_of(context.name(state));
    for (const auto& [title, name] : context.titles()) names[title] = json_of(name);
    for (const auto& [code, name] : multiverse_names(context)) names[code] = json_of(name);
    return names;
}

Json data_of(const ReportContext& context, const Json& figures, const Json& origins) {
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
    data["origins"] = origins;
    data["messages"] = Json::parse(context.messages.json());
    return data;
}

Json all_data(const ReportContext& context) {
    Json figures = Json::array(), origins = Json::object();
    for_each_figure(context, [&](const Json& figure, const std::vector<std::string>& analyses) {
        origins[figure.at("id").get<std::string>()] = origin_json(context, analyses);
        figures.push_back(figure);
    });
    return data_of(context, figures, origins);
}

std::string text_of(const Json& data) {
    return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Fractions to five significant digits, below one to four; what is no fraction as it is.
Json shortened(const Json& cell) {
    if (!cell.is_number_float()) return cell;
    const double value = cell.get<double>();
    if (value == std::trunc(value)) return cell;
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general,
                                       std::abs(value) < 1 ? 4 : 5);
    double shorter = value;
    std::from_chars(digits.data(), written.ptr, shorter);
    return shorter;
}

/// The rows of a figure as its columns.
void turn_to_columns(Json& figure) {
    const Json rows = std::move(figure["rows"]);
    Json columns = Json::array();
    for (std::size_t i = 0; i < figure["columns"].size(); ++i) {
        Json column = Json::array();
        for (const Json& row : rows) column.push_back(shortened(row.at(i)));
        columns.push_back(std::move(column));
    }
    figure.erase("rows");
    figure["cells"] = std::move(columns);
}

/// Of the families of messages, by what stands before the first point, those that the script names.
bool said_by_pictures(const std::string& key) {
    static const std::set<std::string> families = [] {
        const std::vector<std::string> names = split(embedded_file("message_families.txt"), '\n');
        return std::set<std::string>(names.begin(), names.end());
    }();
    return families.contains(key.substr(0, key.find('.')));
}

}  // namespace

std::string figure_data_json(const ReportContext& context) {
    return text_of(all_data(context));
}

std::string page_figure_data_json(const ReportContext& context) {
    Json data = all_data(context);
    for (Json& figure : data["figures"]) turn_to_columns(figure);
    for (Json& messages : data["messages"]) {
        Json kept = Json::object();
        for (const auto& [key, words] : messages.items())
            if (said_by_pictures(key)) kept[key] = words;
        messages = std::move(kept);
    }
    return text_of(data);
}

std::vector<FigureOrigin> figure_origins(const ReportContext& context) {
    std::vector<FigureOrigin> origins;
    for_each_figure(context, [&](const Json& figure, const std::vector<std::string>& analyses) {
        origins.push_back({figure.at("id"), analyses});
    });
    return origins;
}

std::string figure_data_json(const ReportContext& context, const Json& figures) {
    return text_of(data_of(context, figures, Json::object()));
}

}  // namespace tarazy
