#include "study/result_tables.hpp"

#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {

std::string result_file(const std::string& analysis, const std::string& table) {
    return analysis + (table.empty() ? "" : '.' + table) + ".csv";
}

std::string analysis_file(const std::string& analysis) {
    return analysis + ".json";
}

const Table* find_table(const std::vector<ResultTable>& tables, std::string_view name) {
    const auto found = std::ranges::find(tables, name, &ResultTable::name);
    return found == tables.end() ? nullptr : &found->table;
}

Table notes_table(const std::vector<std::string>& notes) {
    Table table;
    table.add("note", Column(notes));
    return table;
}

std::vector<std::string> notes_in(const std::vector<ResultTable>& tables) {
    std::vector<std::string> notes;
    const Table* table = find_table(tables, "notes");
    for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row)
        notes.push_back(text_in(*table, "note", row));
    return notes;
}

void add_notes(std::vector<ResultTable>& tables, const std::vector<std::string>& sentences) {
    if (sentences.empty()) return;
    std::vector<std::string> all = notes_in(tables);
    all.insert(all.end(), sentences.begin(), sentences.end());
    const auto found = std::ranges::find(tables, "notes", &ResultTable::name);
    if (found == tables.end())
        tables.push_back({"notes", notes_table(all)});
    else
        found->table = notes_table(all);
}

std::vector<const AnalysisResult*> analyses_by(const StudyResult& result, std::string_view method) {
    std::vector<const AnalysisResult*> found;
    for (const AnalysisResult& analysis : result.analyses)
        if (analysis.method == method) found.push_back(&analysis);
    return found;
}

}  // namespace tarazy
