#include "analyses/text/keyness_figures.hpp"

#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace tarazy {

std::vector<nlohmann::ordered_json> keyness_figures(const ReportContext& context, const AnalysisResult& analysis) {
    // As many words a side as the picture has room for; words asked for that rank lower stand in the table alone.
    constexpr std::size_t drawn_words = 20;
    const Table* words = find_table(analysis.tables, "");
    if (words == nullptr || words->rows() == 0) return {};
    nlohmann::ordered_json figure =
        figure_json("keyness-" + analysis.id, "keyness",
                    context.messages.say("figure.keyness.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say("figure.keyness.description"));
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    std::map<std::pair<std::string, std::string>, std::size_t> drawn;
    const auto count = [&](const char* column, std::size_t row) {
        return static_cast<std::int64_t>(number_in(*words, column, row).value_or(0));
    };
    for (std::size_t row = 0; row < words->rows(); ++row) {
        const std::string window = text_in(*words, "window", row), side = text_in(*words, "side", row);
        if (++drawn[{window, side}] > drawn_words) continue;
        rows.push_back({window, side, text_in(*words, "word", row), json_of(number_in(*words, "z", row)),
                        json_of(number_in(*words, "z_q05", row)), json_of(number_in(*words, "z_q95", row)),
                        count("n_target", row), count("documents_target", row), count("n_reference", row),
                        count("documents_reference", row)});
    }
    figure["columns"] = {"window",      "side",
                         "word",        "z",
                         "lower",       "upper",
                         "n_target",    "documents_target",
                         "n_reference", "documents_reference"};
    figure["rows"] = std::move(rows);
    std::vector<nlohmann::ordered_json> all;
    all.push_back(std::move(figure));
    return all;
}

}  // namespace tarazy
