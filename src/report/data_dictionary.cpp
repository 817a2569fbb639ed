#include "report/data_dictionary.hpp"

#include "report/column_meanings.hpp"
#include "report/measured.hpp"
#include "report/table_columns.hpp"
#include "study/contradictions.hpp"
#include "study/other_readings.hpp"
#include "study/propositions.hpp"
#include "study/theory_scores.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

ColumnMeaning meaning_of(const ReportContext& context, const AnalysisResult* analysis, const std::string& table,
                         const std::string& column) {
    if (analysis == nullptr) return column_meaning(column).value_or(ColumnMeaning{});
    if (auto said = table_column_meaning(analysis->method, table, column)) return *std::move(said);
    ColumnMeaning known = column_meaning(column).value_or(ColumnMeaning{});
    if (known.meaning.empty()) {
        if (const auto words = measured(context.messages, analysis->method, {"", "", column, {}, ""}))
            known.meaning = words->en;
        else if (context.messages.knows("column." + column))
            known.meaning = context.messages.say("en", "column." + column);
    }
    // A column that is called as a code of the study: a condition of a comparison, a state, a pole.
    const std::string code = column.starts_with('~') ? column.substr(1) : column;
    if (const auto word = context.result.words.find(code); known.meaning.empty() && word != context.result.words.end())
        known.meaning = (code == column ? "" : "not: ") + word->second.en + ", a code of the study";
    if (known.meaning.empty()) known = set_column_meaning(analysis->method, table).value_or(known);
    if (known.unit.empty()) {
        const auto claim = std::ranges::find(analysis->claims, column, [](const Claim& c) { return c.parts.quantity; });
        if (claim != analysis->claims.end()) known.unit = claim->unit;
    }
    return known;
}

}  // namespace

Table data_dictionary(const ReportContext& context) {
    TableRows rows(TextColumn{"file"}, TextColumn{"column"}, TextColumn{"type"}, TextColumn{"unit"},
                   TextColumn{"meaning"});
    const auto describe = [&](const std::string& file, const Table& table, const AnalysisResult* analysis,
                              const std::string& name) {
        for (std::size_t i = 0; i < table.names.size(); ++i) {
            const ColumnMeaning known = meaning_of(context, analysis, name, table.names[i]);
            rows.add(file, table.names[i], to_string(table.columns[i].type()), known.unit, known.meaning);
        }
    };
    const StudyResult& result = context.result;
    for (const AnalysisResult& analysis : result.analyses) {
        for (const ResultTable& table : analysis.tables)
            describe("results/" + analysis.id + (table.name.empty() ? "" : "." + table.name) + ".csv", table.table,
                     &analysis, table.name);
    }
    const auto describe_any = [&](const char* file, const Table& table) {
        if (table.rows() > 0) describe(file, table, nullptr, "");
    };
    describe_any("results/propositions.csv", proposition_table(result.propositions, result.analyses));
    describe_any("results/overturned.csv", overturning_table(result.propositions));
    describe_any("results/theories.csv", theory_table(result.propositions));
    describe_any("results/contradictions.csv", contradiction_table(result.contradictions, result.analyses));
    return rows.table();
}

}  // namespace tarazy
