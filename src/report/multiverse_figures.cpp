#include "report/multiverse_figures.hpp"

#include "report/figure_json.hpp"
#include "report/multiverse_words.hpp"
#include "report/proposition_ledger.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

/// "P2: " and the tested number in words, as the ledger has it.
LocalText name_of_test(const ReportContext& context, const std::string& proposition, std::size_t number,
                       const std::string& quantity) {
    const auto found = std::ranges::find(context.result.propositions, proposition, &JudgedProposition::id);
    if (found == context.result.propositions.end() || number == 0 || number > found->tests.size())
        return {proposition + ": " + quantity, "", ""};
    const LocalText words = quantity_in_words(context, found->tests[number - 1]);
    return said_of({proposition, proposition, proposition}, words);
}

CurvePoint point_in(const Table& curves, std::size_t row) {
    CurvePoint point{number_in(curves, "value", row),
                     number_in(curves, "lower", row),
                     number_in(curves, "upper", row),
                     text_in(curves, "result", row),
                     static_cast<std::int64_t>(number_in(curves, "universes", row).value_or(0)),
                     number_in(curves, "as_it_stands", row).value_or(0) != 0,
                     {}};
    static constexpr std::string_view prefix = "choice.";
    for (const std::string& name : curves.names) {
        if (!name.starts_with(prefix)) continue;
        const std::string alternative = text_in(curves, name, row);
        if (!alternative.empty()) point.picked.emplace_back(name.substr(prefix.size()), alternative);
    }
    return point;
}

/// Is there anything to be seen in it?
bool is_moved(const CurveOfTest& curve) {
    const CurvePoint& first = curve.points.front();
    return std::ranges::any_of(curve.points, [&](const CurvePoint& point) {
        return point.value != first.value || point.result != first.result || point.lower != first.lower ||
               point.upper != first.upper;
    });
}

}  // namespace

std::vector<CurveOfTest> curves_of_tests(const ReportContext& context) {
    std::vector<CurveOfTest> curves;
    if (!context.result.multiverse) return curves;
    const Table* table = find_table(context.result.multiverse->tables, "curves");
    for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row) {
        const std::string proposition = text_in(*table, "proposition", row);
        const auto number = static_cast<std::size_t>(number_in(*table, "test", row).value_or(0));
        const std::string test = proposition + '.' + std::to_string(number);
        if (curves.empty() || curves.back().test != test)
            curves.push_back(
                {test, name_of_test(context, proposition, number, text_in(*table, "quantity", row)), {}, row});
        curves.back().points.push_back(point_in(*table, row));
    }
    std::erase_if(curves, [](const CurveOfTest& curve) { return !is_moved(curve); });
    return curves;
}

std::vector<Json> multiverse_figures(const ReportContext& context) {
    const std::vector<CurveOfTest> curves = curves_of_tests(context);
    if (curves.empty()) return {};
    Json figure = figure_json(specification_curve_id, "specification_curve",
                              context.messages.say("figure.specification_curve.title"),
                              context.messages.say("figure.specification_curve.description"));
    figure["columns"] = {"test", "place", "value", "lower", "upper", "result", "universes", "own", "picked"};
    Json rows = Json::array();
    for (const CurveOfTest& curve : curves) {
        std::int64_t place = 0;
        for (const CurvePoint& point : curve.points) {
            Json picked = Json::array();
            for (const auto& [choice, alternative] : point.picked) picked.push_back(choice + '=' + alternative);
            rows.push_back({curve.test, ++place, json_of(point.value), json_of(point.lower), json_of(point.upper),
                            point.result, point.universes, point.own, std::move(picked)});
        }
    }
    figure["rows"] = std::move(rows);
    return {figure};
}

std::map<std::string, LocalText> multiverse_names(const ReportContext& context) {
    std::map<std::string, LocalText> names;
    if (!context.result.multiverse || !context.result.multiverse->stale.empty()) return names;
    for (const CurveOfTest& curve : curves_of_tests(context)) names["test:" + curve.test] = curve.name;
    for (const StudyMultiverse::Choice& choice : context.result.multiverse->choices) {
        names["choice:" + choice.id] = choice.name;
        for (const StudyMultiverse::Alternative& one : choice.alternatives)
            names["choice:" + choice.id + '=' + one.id] = one.name;
    }
    return names;
}

}  // namespace tarazy
