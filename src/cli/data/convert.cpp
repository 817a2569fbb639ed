#include "base/error.hpp"
#include "cli/data/commands.hpp"
#include "cli/output_format.hpp"
#include "io/read_table.hpp"
#include "io/statistical_labels.hpp"
#include "io/table_format.hpp"
#include "io/write_csv.hpp"
#include "table/column_labels.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct ConvertOptions {
    std::string from, to;
    std::vector<std::string> columns;
    bool labels = false;
};

Table chosen_columns(Table table, const std::vector<std::string>& names) {
    if (names.empty()) return table;
    require_columns(table, names);
    Table chosen;
    chosen.origin = table.origin;
    for (const std::string& name : names) {
        if (chosen.find(name)) throw UsageError("--columns names '" + name + "' twice");
        chosen.add(name, table[name]);
    }
    return chosen;
}

/// With --labels the words in place of the codes; else a warning where the new format has no place for them.
Table with_labels_settled(Session& session, Table table, const ConvertOptions& options) {
    if (options.labels) {
        for (Column& column : table.columns) column = labels_for_codes(column);
    }
    for (std::string& loss : label_losses(table, options.to)) warn(session, options.to + ": " + std::move(loss));
    return table;
}

/// Delimited text that is not packed, which is written while it is made.
bool is_plain_text_table(const std::string& path) {
    return !is_binary_table(path) && named_compression(path) == Compression::none;
}

void check_target(const std::string& path) {
    const std::vector<std::string> known = {".csv", ".tsv", ".tab", ".txt", ".dta", ".sav", ".xlsx"};
    const std::string extension = format_extension(path);
    if (path == "-" || std::ranges::find(known, extension) != known.end()) return;
    throw UsageError(
        "the format of '" + path +
        "' is not known; let its name end in .csv, .tsv, .dta, .sav or .xlsx (.csv and .tsv also .gz or .xz)");
}

void convert(Session& session, const ConvertOptions& options) {
    check_target(options.to);
    const Table table =
        with_labels_settled(session, chosen_columns(read_input(session, options.from), options.columns), options);
    check_reading(session);
    WriteOptions writing;
    writing.spreadsheet_safe = session.spreadsheet_safe;
    writing.work = session.work;
    if (options.to == "-" && session.result != nullptr) {
        print_table(session, table);
        return;
    }
    if (options.to == "-") {
        print_text(session, to_csv(table, writing));
        return;
    }
    if (is_plain_text_table(options.to)) {
        write_delimited(table, options.to, writing, session.threads);
    } else {
        write_table(table, options.to, writing);
    }
    tell(session, options.to + ": " + std::to_string(table.rows()) + (table.rows() == 1 ? " row, " : " rows, ") +
                      std::to_string(table.columns.size()) + (table.columns.size() == 1 ? " column" : " columns"));
}

}  // namespace

void add_data_convert(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ConvertOptions>();
    CLI::App& command = add_command(
        noun, "convert",
        "The same table in another format, chosen by the ending of the new name. Labels of codes and columns go "
        "from Stata to SPSS and back; elsewhere codes stay codes.",
        {{"tarazy data convert studies/kazakhstan/data/nuclear_reversal_cases.csv cases.dta", "for Stata"},
         {"tarazy data convert studies/kazakhstan/data/institutions.csv institutions.xlsx", "for Excel"}},
        session, [&session, options] { convert(session, *options); });
    command
        .add_option("from", options->from, "CSV, TSV (also .gz, .xz), Stata, SPSS or Excel file; - for standard input")
        ->required();
    command
        .add_option("to", options->to,
                    "file to write: .csv .tsv (also .gz, .xz), .dta, .sav, .xlsx; - for CSV on standard output")
        ->required();
    command.add_option("--columns", options->columns, "only these columns, in this order")->delimiter(',');
    command.add_flag("--labels", options->labels, "write the value labels of Stata and SPSS in place of the codes");
}

}  // namespace tarazy
