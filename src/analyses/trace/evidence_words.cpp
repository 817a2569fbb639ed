#include "analyses/trace/evidence_words.hpp"

#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

/// Words of the row whose cell in a column is the id; empty where there is none.
LocalText words_of_id(const AnalysisResult& analysis, const std::string& table_name, const std::string& column,
                      const std::string& id, const std::string& words) {
    const Table* table = find_table(analysis.tables, table_name);
    for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row)
        if (text_in(*table, column, row) == id) return words_in_row(*table, row, words);
    return {};
}

}  // namespace

LocalText words_in_row(const Table& table, std::size_t row, const std::string& name) {
    LocalText words{text_in(table, name + "_en", row), text_in(table, name + "_kk", row),
                    text_in(table, name + "_ru", row)};
    if (words.en.empty()) words.en = words.ru.empty() ? words.kk : words.ru;
    return words;
}

LocalText hypothesis_name(const AnalysisResult& analysis, const std::string& id) {
    const LocalText name = words_of_id(analysis, "hypotheses", "hypothesis", id, "name");
    return name.en.empty() ? LocalText{id, "", ""} : name;
}

LocalText hypothesis_name(const ReportContext& context, const std::string& id) {
    for (const AnalysisResult* analysis : analyses_by(context.result, "trace.evidence")) {
        const LocalText name = words_of_id(*analysis, "hypotheses", "hypothesis", id, "name");
        if (!name.en.empty()) return name;
    }
    return {id, "", ""};
}

LocalText clue_words(const ReportContext& context, const AnalysisResult& analysis, const std::string& id) {
    if (id.empty()) return context.messages.say("evidence.before");
    const LocalText words = words_of_id(analysis, "clues", "clue", id, "clue");
    if (!words.en.empty()) return words;
    const Table* clues = find_table(analysis.tables, "clues");
    for (std::size_t row = 0; clues != nullptr && row < clues->rows(); ++row)
        if (text_in(*clues, "clue", row) == id && text_in(*clues, "group", row) == id)
            return context.messages.say("evidence.joint", {{"group", id}});
    return {id, "", ""};
}

}  // namespace tarazy
