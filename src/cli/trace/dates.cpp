#include "base/edtf.hpp"
#include "cli/trace/commands.hpp"

#include <memory>

namespace tarazy {
namespace {

struct DatesOptions {
    std::string file;
    std::string column = "edtf";
};

/// The reading of each date beside it. A date that cannot be read is a result here, not an error.
Table dates_table(const std::vector<std::string>& texts) {
    std::vector<std::string> earliest, latest, kinds, reasons;
    std::vector<std::int64_t> valid, positions, uncertain, approximate;
    for (const std::string& text : texts) {
        const auto result = parse_edtf(text);
        const auto* date = std::get_if<EdtfDate>(&result);
        const auto* fault = std::get_if<EdtfFault>(&result);
        valid.push_back(date != nullptr ? 1 : 0);
        earliest.push_back(date != nullptr ? to_string(date->earliest) : "");
        latest.push_back(date != nullptr ? to_string(date->latest) : "");
        kinds.emplace_back(date != nullptr ? to_string(date->kind) : "");
        reasons.push_back(fault != nullptr ? fault->reason : "");
        positions.push_back(fault != nullptr ? static_cast<std::int64_t>(fault->position) : Column::missing_integer);
        uncertain.push_back(date != nullptr ? date->uncertain : Column::missing_integer);
        approximate.push_back(date != nullptr ? date->approximate : Column::missing_integer);
    }
    Table table;
    table.add("edtf", Column(texts));
    table.add("valid", Column(std::move(valid)));
    table.add("earliest", Column(earliest));
    table.add("latest", Column(latest));
    table.add("kind", Column(kinds));
    table.add("reason", Column(reasons));
    table.add("position", Column(std::move(positions)));
    table.add("uncertain", Column(std::move(uncertain)));
    table.add("approximate", Column(std::move(approximate)));
    return table;
}

void read_dates(Session& session, const DatesOptions& options) {
    const Table input = read_input(session, options.file);
    const Table table = dates_table(require_texts(input, options.column));
    std::int64_t refused = 0;
    for (const std::int64_t valid : table["valid"].integers()) refused += 1 - valid;
    if (refused > 0)
        warn(session, std::to_string(refused) + " of " + std::to_string(table.rows()) +
                          " dates cannot be read; see the column reason");
    print_table(session, table);
}

}  // namespace

void add_trace_dates(CLI::App& noun, Session& session) {
    auto options = std::make_shared<DatesOptions>();
    CLI::App& app = add_command(
        noun, "dates",
        "First and last possible day of dates in the Extended Date/Time Format (ISO 8601-2), and why a date cannot be "
        "read.\n"
        "A date that cannot be read is a row with valid = 0, not an error.",
        {{"tarazy trace dates studies/kazakhstan/data/chronology.csv", "the bounds of every date of a chronology"},
         {"tarazy trace dates studies/kazakhstan/data/chronology.csv --format json -o dates.json", "the same as JSON"}},
        session, [&session, options] { read_dates(session, *options); });
    app.add_option("file", options->file, "table with the dates; - is CSV on standard input")->required();
    app.add_option("--column", options->column, "name of the column with the dates")->capture_default_str();
}

}  // namespace tarazy
