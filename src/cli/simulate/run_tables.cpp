#include "cli/simulate/run_tables.hpp"

#include "base/nearest_name.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/json_document.hpp"
#include "simulate/scenario/read_inputs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

std::vector<std::string> names_listed(const std::vector<std::string>& lists) {
    std::vector<std::string> names;
    for (const std::string& list : lists)
        for (const std::string& name : listed(list, ',')) names.push_back(name);
    return names;
}

constexpr const char* policy_column = "policy";

/// The runs of one policy: those of several are the same states of the world again and again.
Table runs_of_policy(Table table, const std::string& policy) {
    const auto column = table.find(policy_column);
    if (!column) return table;
    const std::vector<std::string> cells = require_texts(table, policy_column);
    std::vector<std::string> known;
    for (const std::string& cell : cells)
        if (std::ranges::find(known, cell) == known.end()) known.push_back(cell);
    if (policy.empty() && known.size() > 1) {
        Problem problem = table.problem(0, policy_column,
                                        "the runs are of " + std::to_string(known.size()) + " policies (" +
                                            first_few(known, 8) + "), each in the same states of the world",
                                        "choose one with --policy " + known.front());
        problem.line = 1;
        throw InputError(std::move(problem));
    }
    if (policy.empty()) return table;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cells.size(); ++row)
        if (cells[row] == policy) rows.push_back(row);
    if (rows.empty()) throw UsageError("--policy: there is no policy '" + policy + "'; " + name_hint(policy, known));
    return take_rows(table, rows);
}

/// Of a table made elsewhere, whose columns may mean anything: what was left out by its name.
void note_no_inputs(Session& session, const Table& table) {
    if (table.find("design")) return;
    std::vector<std::string> left_out;
    for (const std::string& name : table.names)
        if (tells_runs_apart(name, false) && !tells_runs_apart(name, true)) left_out.push_back(name);
    if (left_out.empty()) return;
    note(session, table.origin.path + ": taken for what tells runs apart, not for inputs: " + joined(left_out, ", ") +
                      "; --inputs says otherwise");
}

}  // namespace

void add_run_options(CLI::App& app, RunFiles& files) {
    app.add_option("--design", files.design, "runs, as `simulate sample` writes them: a row a run, a column an input")
        ->required();
    app.add_option(
        "--results", files.results,
        "outcomes, a row a run, with the column `run` where the order has changed; by default columns of the design");
    app.add_option("--outcome", files.outcomes, "columns of outcomes, comma-separated")->required();
    app.add_option("--inputs", files.inputs,
                   "columns of inputs; by default all of the design but design, run, block, policy and outcomes");
    app.add_option("--policy", files.policy, "runs of this policy only; needed where the column policy has several");
}

RunsRead read_runs(Session& session, const RunFiles& files) {
    const std::vector<std::string> outcomes = names_listed(files.outcomes), inputs = names_listed(files.inputs);
    Table design_table = read_input(session, files.design);
    std::optional<Table> results;
    if (!files.results.empty()) results = read_input(session, files.results);
    if (!files.policy.empty() && !design_table.find(policy_column) && !(results && results->find(policy_column)))
        throw UsageError("--policy: the runs have no column 'policy'; leave it out");
    const bool policy_is_input = std::ranges::find(inputs, policy_column) != inputs.end();
    if (!policy_is_input) design_table = runs_of_policy(std::move(design_table), files.policy);
    if (results) results = runs_of_policy(*std::move(results), files.policy);
    const Table& table = results ? *results : design_table;
    require_columns(table, outcomes);
    RunsRead runs{read_design(design_table, inputs, outcomes), {}};
    if (inputs.empty()) note_no_inputs(session, design_table);
    if (results && !results->find("run"))
        note(session, files.results + ": has no column `run`; rows are taken in the order of the design");
    for (const std::string& outcome : outcomes)
        runs.outcomes.push_back({outcome, outcome_of_runs(runs.design, table, outcome)});
    return runs;
}

void require_sample(Session& session, const Design& design) {
    const std::string why = why_no_sample(design.kind);
    if (why.empty()) return;
    if (design.kind.starts_with("morris"))
        throw InputError(Problem{design.path, 0, 0, why, "take runs of a latin-hypercube, sobol or random design"});
    warn(session, why);
}

InputSpace read_input_space(Session& session, const std::string& path) {
    InputSpace space;
    if (path.ends_with(".toml") || path.ends_with(".json")) {
        const std::string text = read_file(path);
        Diagnostics diagnostics;
        space = inputs_of_document(parse_document(text, path), path, diagnostics);
        diagnostics.throw_if_any();
        session.inputs.push_back({path, sha256_hex(text), space.inputs.size()});
    } else {
        space = inputs_of_table(read_input(session, path));
    }
    std::vector<std::string> unnamed;
    for (const UncertainInput& input : space.inputs)
        if (input.source.empty()) unnamed.push_back(input.name);
    if (!unnamed.empty())
        note(session, "nobody is named for the range of " + first_few(unnamed, 8) + " (key `source`)");
    return space;
}

}  // namespace tarazy
