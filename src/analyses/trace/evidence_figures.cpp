#include "analyses/trace/evidence_figures.hpp"

#include "analyses/trace/evidence_words.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

using FigureJson = nlohmann::ordered_json;

FigureJson number_cell_json(const Table& table, const std::string& column, std::size_t row) {
    return json_of(number_in(table, column, row));
}

}  // namespace

nlohmann::ordered_json ladder_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    FigureJson drawn = figure_json("evidence_ladder-" + analysis.id, "evidence_ladder",
                                   context.messages.say("figure.evidence_ladder.title"),
                                   context.messages.say("figure.evidence_ladder.description"));
    drawn["columns"] = {"clue", "clue_en",    "clue_kk",        "clue_ru",         "weight", "low",
                        "high", "cumulative", "cumulative_low", "cumulative_high", "found",  "counting"};
    drawn["rows"] = FigureJson::array();
    const Table* ladder = find_table(analysis.tables, "ladder");
    const auto name_into = [&](const std::string& key, const std::string& id) {
        const LocalText name = hypothesis_name(analysis, id);
        for (const std::string_view language : report_languages)
            drawn[key + '_' + std::string(language)] = in_language(name, language);
    };
    name_into("leader", ladder == nullptr ? "" : text_in(*ladder, "leader", 0));
    name_into("second", ladder == nullptr ? "" : text_in(*ladder, "runner_up", 0));
    for (std::size_t row = 0; ladder != nullptr && row < ladder->rows(); ++row) {
        const LocalText words = clue_words(context, analysis, text_in(*ladder, "clue", row));
        FigureJson cells = {text_in(*ladder, "clue", row)};
        for (const std::string_view language : report_languages) cells.push_back(in_language(words, language));
        for (const char* column :
             {"weight_db", "weight_low", "weight_high", "cumulative_db", "cumulative_low", "cumulative_high"})
            cells.push_back(number_cell_json(*ladder, column, row));
        cells.push_back(text_in(*ladder, "found", row));
        cells.push_back(text_in(*ladder, "counting", row));
        drawn["rows"].push_back(std::move(cells));
    }
    return drawn;
}

nlohmann::ordered_json scoreboard_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    FigureJson drawn =
        figure_json("scoreboard-" + analysis.id, "scoreboard", context.messages.say("figure.scoreboard.title"),
                    context.messages.say("figure.scoreboard.description"));
    drawn["columns"] = {"hypothesis", "name_en",    "name_kk",    "name_ru",       "rank",           "prior",
                        "prior_low",  "prior_high", "posterior",  "posterior_low", "posterior_high", "q05",
                        "q95",        "leads",      "to_reverse", "clues_for",     "clues_against"};
    drawn["rows"] = FigureJson::array();
    const Table* board = find_table(analysis.tables, "scoreboard");
    if (board == nullptr) return drawn;
    std::vector<std::size_t> order(board->rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return number_in(*board, "rank", row).value_or(0); });
    for (const std::size_t row : order) {
        const std::string id = text_in(*board, "hypothesis", row);
        const LocalText name = hypothesis_name(analysis, id);
        FigureJson cells = {id};
        for (const std::string_view language : report_languages) cells.push_back(in_language(name, language));
        cells.push_back(json_of_integer((*board)["rank"].integer(row)));
        for (const char* column : {"prior", "prior_low", "prior_high", "posterior", "posterior_low", "posterior_high",
                                   "q05", "q95", "p_leads", "decibels_to_reverse"})
            cells.push_back(number_cell_json(*board, column, row));
        for (const char* column : {"clues_for", "clues_against"})
            cells.push_back(json_of_integer((*board)[column].integer(row)));
        drawn["rows"].push_back(std::move(cells));
    }
    return drawn;
}

}  // namespace tarazy
