#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "cli/data/commands.hpp"
#include "io/read_table.hpp"
#include "table/column_summary.hpp"
#include "table/lone_mark.hpp"
#include "table/table_rows.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

struct InspectOptions {
    std::string file;
};

/// A value of the summary as JSON: a number where the column holds numbers.
ordered_json value_json(const ColumnSummary& summary, const std::string& text) {
    if (text.empty()) return nullptr;
    return summary.type == ColumnType::text ? ordered_json(text) : ordered_json::parse(text);
}

Table summary_table(const Table& table, const std::vector<ColumnSummary>& summaries) {
    TableRows rows(TextColumn{"column"}, TextColumn{"type"}, IntegerColumn{"missing"}, IntegerColumn{"distinct"},
                   TextColumn{"minimum"}, TextColumn{"maximum"}, TextColumn{"example"});
    for (std::size_t c = 0; c < summaries.size(); ++c) {
        const ColumnSummary& one = summaries[c];
        rows.add(table.names[c], to_string(one.type), one.missing, one.distinct, shortened(one.minimum),
                 shortened(one.maximum), shortened(one.example));
    }
    return rows.table();
}

std::string summary_json(const Table& table, const std::vector<ColumnSummary>& summaries) {
    ordered_json columns = ordered_json::array();
    for (std::size_t index = 0; index < summaries.size(); ++index) {
        const ColumnSummary& summary = summaries[index];
        columns.push_back({{"column", table.names[index]},
                           {"type", to_string(summary.type)},
                           {"missing", summary.missing},
                           {"distinct", summary.distinct},
                           {"minimum", value_json(summary, summary.minimum)},
                           {"maximum", value_json(summary, summary.maximum)},
                           {"example", value_json(summary, summary.example)}});
    }
    return ordered_json{{"rows", table.rows()}, {"columns", columns}}.dump();
}

/// Columns that would be numeric but for one text.
void suggest_missing(Session& session, const Table& table) {
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const auto mark = lone_mark(table.columns[index]);
        if (!mark) continue;
        note(session, "column '" + table.names[index] + "' would hold numbers but for '" + shortened(mark->text) +
                          "' in " + std::to_string(mark->cells) + (mark->cells == 1 ? " cell; " : " cells; ") +
                          mark_remedy(*mark));
    }
}

void inspect(Session& session, const InspectOptions& options) {
    const Table table = read_input(session, options.file);
    suggest_missing(session, table);
    std::vector<ColumnSummary> summaries;
    for (const Column& column : table.columns) summaries.push_back(summarise(column));
    tell(session, options.file + ": " + std::to_string(table.rows()) + (table.rows() == 1 ? " row, " : " rows, ") +
                      std::to_string(table.columns.size()) + (table.columns.size() == 1 ? " column" : " columns") +
                      ", SHA-256 " + table.origin.sha256);
    const Table result = summary_table(table, summaries);
    print_json(session, summary_json(table, summaries), &result);
}

}  // namespace

void add_data_inspect(CLI::App& noun, Session& session) {
    auto options = std::make_shared<InspectOptions>();
    CLI::App& command = add_command(
        noun, "inspect",
        "What a table holds: for each column its type, missing cells, distinct values, smallest, largest and first "
        "value.",
        {{"tarazy data inspect studies/kazakhstan/data/nuclear_reversal_cases.csv", "the columns of the case table"},
         {"tarazy data inspect studies/kazakhstan/data/institutions.csv --format json", "the same for scripts"}},
        session, [&session, options] { inspect(session, *options); });
    command
        .add_option("file", options->file, "CSV, TSV (also .gz, .xz), Stata, SPSS or Excel file; - for standard input")
        ->required();
}

}  // namespace tarazy
