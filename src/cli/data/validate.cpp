#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/data/commands.hpp"
#include "io/read_table.hpp"
#include "table/table_rows.hpp"
#include "table/table_rules.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

struct ValidateOptions {
    std::string file;
    std::vector<std::string> keys, allowed, ranges;
    TableRules rules;
};

/// The two sides of `column=value`.
std::pair<std::string, std::string> assignment(const std::string& option, const std::string& text) {
    const std::size_t at = text.find('=');
    if (at == std::string::npos || at == 0) throw UsageError(option + " needs COLUMN=..., not '" + text + "'");
    return {text.substr(0, at), text.substr(at + 1)};
}

std::optional<double> bound(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return number_argument(text, "--range");
}

TableRules rules_of(const ValidateOptions& options) {
    TableRules rules = options.rules;
    for (const std::string& key : options.keys) rules.keys.push_back(split(key, ','));
    for (const std::string& text : options.allowed) {
        const auto [column, values] = assignment("--in", text);
        rules.allowed.push_back({column, split(values, ',')});
    }
    for (const std::string& text : options.ranges) {
        const auto [column, range] = assignment("--range", text);
        const std::vector<std::string> ends = split(range, ':');
        if (ends.size() != 2)
            throw UsageError("--range needs COLUMN=LOWEST:HIGHEST (either may be left out), not '" + text + "'");
        rules.ranges.push_back({column, bound(ends[0]), bound(ends[1])});
    }
    return rules;
}

Table problem_table(const std::vector<Problem>& problems) {
    TableRows rows(IntegerColumn{"line"}, IntegerColumn{"column"}, TextColumn{"problem"}, TextColumn{"remedy"});
    for (const Problem& problem : problems) {
        const std::optional<std::size_t> column = problem.column == 0 ? std::nullopt : std::optional(problem.column);
        rows.add(problem.line, column, problem.what, problem.remedy);
    }
    return rows.table();
}

std::string problem_json(const std::vector<Problem>& problems, std::size_t rows) {
    ordered_json list = ordered_json::array();
    for (const Problem& problem : problems) {
        list.push_back({{"line", problem.line},
                        {"column", problem.column == 0 ? ordered_json(nullptr) : ordered_json(problem.column)},
                        {"problem", problem.what},
                        {"remedy", problem.remedy}});
    }
    return ordered_json{{"rows", rows}, {"problems", list}}.dump();
}

void validate(Session& session, const ValidateOptions& options) {
    const TableRules rules = rules_of(options);
    const Table table = read_input(session, options.file);
    require_rows(table);
    const std::vector<Problem> problems = breaches(table, rules);
    // The full list is a result only for those who ask for it; others read the messages on standard error.
    if (session.format_asked && session.format != "table") {
        const Table listed = problem_table(problems);
        print_json(session, problem_json(problems, table.rows()), &listed);
    } else if (problems.empty()) {
        print_text(session,
                   "no problems in " + std::to_string(table.rows()) + (table.rows() == 1 ? " row\n" : " rows\n"));
    }
    Diagnostics diagnostics;
    for (const Problem& problem : problems) diagnostics.add(problem);
    diagnostics.throw_if_any();
}

}  // namespace

void add_data_validate(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ValidateOptions>();
    CLI::App& command = add_command(
        noun, "validate",
        "Whether a table can be read and keeps the rules given; exit status 3 and all problems if not. "
        "With --format csv or json the full list is the result.",
        {{"tarazy data validate studies/kazakhstan/data/nuclear_reversal_cases.csv", "can it be read without a fault?"},
         {"tarazy data validate studies/kazakhstan/data/institutions.csv --key institution --required name",
          "is every institution named, and there once only?"}},
        session, [&session, options] { validate(session, *options); });
    command
        .add_option("file", options->file, "CSV, TSV (also .gz, .xz), Stata, SPSS or Excel file; - for standard input")
        ->required();
    command.add_option("--key", options->keys, "columns A,B,.. that together stand once only and are never missing")
        ->allow_extra_args(false);
    command.add_option("--integer", options->rules.integers, "column of whole numbers")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--number", options->rules.numbers, "column of finite numbers")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--required", options->rules.required, "column without missing cells")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.add_option("--in", options->allowed, "COLUMN=V1,V2,..: values allowed in a column")
        ->allow_extra_args(false);
    command
        .add_option("--range", options->ranges,
                    "COLUMN=LOWEST:HIGHEST: numbers allowed in a column, both ends included")
        ->allow_extra_args(false);
}

}  // namespace tarazy
