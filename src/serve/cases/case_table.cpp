#include "serve/cases/case_table.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_plan.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "serve/served_folder.hpp"
#include "study/data_files.hpp"
#include "study/run.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <set>

namespace tarazy {
namespace {

const StudyData* data_of_key(const StudyFile& study, const std::string& key) {
    const auto found = std::ranges::find_if(study.data, [&](const StudyData& data) { return data.key.text == key; });
    return found == study.data.end() ? nullptr : &*found;
}

/// Data of another role that an analysis reads beside the cases.
const StudyData* data_beside(const StudyFile& study, const std::string& cases, const std::string& role) {
    for (const StudyAnalysis& analysis : study.analyses) {
        if (std::ranges::find(analysis.data, cases, &PlacedText::text) == analysis.data.end()) continue;
        for (const PlacedText& key : analysis.data)
            if (const StudyData* const data = data_of_key(study, key.text); data != nullptr && data->role.text == role)
                return data;
    }
    return nullptr;
}

/// The one file of the data, from the study's folder; empty where it has several, or lies elsewhere.
std::string own_file(const ServedStudy& served, const StudyData* data) {
    if (data == nullptr || data->files.size() != 1 || data->files[0].text.starts_with('$')) return {};
    (void)path_within({served.folder}, data->files[0].text);
    return data->files[0].text;
}

CsvSheet sheet_of(const ServedStudy& served, const std::string& file) {
    if (file.empty()) return {};
    const std::string path = path_within({served.folder}, file);
    return read_csv_sheet(read_file(path), path);
}

bool is_membership_column(const CsvSheet& sheet, std::size_t column) {
    bool any = false;
    for (const std::vector<CsvCell>& row : sheet.rows) {
        if (column >= row.size() || row[column].text.empty()) continue;
        double value = 0;
        const std::string& text = row[column].text;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 10) return false;
        any = true;
    }
    return any;
}

std::vector<std::string> variables_of(const CaseTable& table) {
    std::vector<std::string> variables;
    for (std::size_t column = 0; column < table.cases.names.size(); ++column) {
        const std::string& name = table.cases.names[column];
        if (name != table.case_column && is_membership_column(table.cases, column)) variables.push_back(name);
    }
    return variables;
}

/// Reads what an analysis compares; what it says is what the user is told.
void compare_again(const StudyFile& study, const StudyAnalysis& analysis, const Method& method) {
    const AnalysisPlan plan = plan_analysis(study, analysis, study_frame(study), method);
    std::vector<LoadedData> loaded;
    loaded.reserve(analysis.data.size());
    RoleTables tables;
    for (const PlacedText& key : analysis.data) {
        const StudyData* const data = data_of_key(study, key.text);
        if (data == nullptr || !data->result.text.empty()) continue;
        loaded.push_back(load_data(study, *data));
        tables[loaded.back().role] = &loaded.back().table;
    }
    const ComparisonPlan comparison = comparison_of(plan, tables);
    (void)sources_of_cells(tables, cell_provenance(plan, tables, comparison.cases));
}

}  // namespace

std::vector<std::string> case_tables_of(const StudyFile& study) {
    std::vector<std::string> keys;
    for (const StudyData& data : study.data)
        if (data.role.text == "cases") keys.push_back(data.key.text);
    return keys;
}

CaseTable read_case_table(const ServedStudy& served, const StudyFile& study, const std::string& data) {
    const StudyData* const cases = data_of_key(study, data);
    if (cases == nullptr || cases->role.text != "cases")
        throw RefusedRequest{404, "The study has no table of cases '" + data + "'.", ""};
    CaseTable table;
    table.data = data;
    table.cases_file = own_file(served, cases);
    if (table.cases_file.empty())
        throw RefusedRequest{404, "The table of cases does not lie in the study's folder as one file.", ""};
    table.cells_file = own_file(served, data_beside(study, data, "cells"));
    table.sources_file = own_file(served, data_beside(study, data, "sources"));
    table.cases = sheet_of(served, table.cases_file);
    table.cells = sheet_of(served, table.cells_file);
    table.sources = sheet_of(served, table.sources_file);
    if (!table.cases.column(table.case_column)) table.case_column = table.cases.names.front();
    table.variables = variables_of(table);
    return table;
}

std::vector<std::string> cell_fields(const CaseTable& table) {
    static constexpr std::array wanted = {"value",       "alt",  "low",     "high",   "confidence",
                                          "source_keys", "note", "note_kk", "note_ru"};
    std::vector<std::string> fields;
    for (const char* const name : wanted)
        if (table.cells.column(name)) fields.emplace_back(name);
    if (fields.empty()) fields.emplace_back("value");
    return fields;
}

std::vector<SheetEdit> edits_of_cell(const CaseTable& table, const std::string& case_name, const std::string& variable,
                                     const std::string& field, const std::string& seen, const std::string& text) {
    std::vector<SheetEdit> edits;
    if (table.cells.column(field))
        edits.push_back({table.cells_file, {{"case", case_name}, {"variable", variable}}, field, seen, text});
    if (field == "value" && table.cases.column(variable))
        edits.push_back({table.cases_file, {{table.case_column, case_name}}, variable, seen, text});
    if (edits.empty()) throw RefusedRequest{404, "There is no column '" + field + "' to be changed.", ""};
    return edits;
}

std::vector<std::string> case_problems(const StudyFile& study, const std::string& data) {
    std::vector<std::string> messages;
    std::set<std::string> seen;
    const auto tell = [&](const std::string& message) {
        if (seen.insert(message).second) messages.push_back(message);
    };
    for (const StudyAnalysis& analysis : study.analyses) {
        if (std::ranges::find(analysis.data, data, &PlacedText::text) == analysis.data.end()) continue;
        const Methods methods = all_methods();
        const auto method = std::ranges::find(methods, analysis.method.text, &Method::id);
        if (method == methods.end() || !analysis.method.text.starts_with("compare.")) continue;
        try {
            compare_again(study, analysis, *method);
        } catch (const InputError& error) {
            for (const Problem& problem : error.problems()) tell(to_string(problem));
        } catch (const std::exception& error) {
            tell(error.what());
        }
    }
    return messages;
}

}  // namespace tarazy
