#include "base/error.hpp"
#include "cli/commands.hpp"
#include "io/read_table.hpp"
#include "io/table_format.hpp"
#include "io/write_table.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

namespace tarazy {
namespace {

struct ConvertOptions {
    std::string from, to;
    std::vector<std::string> columns;
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
    const Table table = chosen_columns(read_input(session, options.from), options.columns);
    check_reading(session);
    WriteOptions writing;
    writing.spreadsheet_safe = session.spreadsheet_safe;
    if (options.to == "-") {
        print_text(session, to_csv(table, writing));
        return;
    }
    write_table(table, options.to, writing);
    if (!session.quiet) {
        std::cerr << options.to << ": " << table.rows() << (table.rows() == 1 ? " row, " : " rows, ")
                  << table.columns.size() << (table.columns.size() == 1 ? " column\n" : " columns\n");
    }
}

}  // namespace

void add_data_convert(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ConvertOptions>();
    CLI::App& command =
        add_command(noun, "convert",
                    "The same table in another format, chosen by the ending of the new name. Codes stay codes: value "
                    "labels are not applied.",
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
}

}  // namespace tarazy
