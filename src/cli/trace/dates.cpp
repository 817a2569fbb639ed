#include "base/edtf.hpp"
#include "base/error.hpp"
#include "cli/trace/commands.hpp"
#include "table/table_rows.hpp"

#include <memory>

namespace tarazy {
namespace {

struct DatesOptions {
    std::string file;
    std::string column = "edtf";
};

/// The reading of each date beside it. A date that cannot be read is a result here, not an error.
Table dates_table(const std::vector<std::string>& texts) {
    TableRows rows(TextColumn{"edtf"}, IntegerColumn{"valid"}, TextColumn{"earliest"}, TextColumn{"latest"},
                   TextColumn{"kind"}, TextColumn{"reason"}, IntegerColumn{"position"}, IntegerColumn{"uncertain"},
                   IntegerColumn{"approximate"});
    for (const std::string& text : texts) {
        const auto result = parse_edtf(text);
        if (const auto* date = std::get_if<EdtfDate>(&result)) {
            rows.add(text, true, to_string(date->earliest), to_string(date->latest), to_string(date->kind), "",
                     std::nullopt, date->uncertain, date->approximate);
        } else {
            const auto& fault = std::get<EdtfFault>(result);
            rows.add(text, false, "", "", "", fault.reason, fault.position, std::nullopt, std::nullopt);
        }
    }
    return rows.table();
}

void read_dates(Session& session, const DatesOptions& options) {
    const Table input = read_input(session, options.file);
    if (input.rows() == 0)
        throw InputError(Problem{options.file, 1, 0, "the table has no date", "give a row for each"});
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
