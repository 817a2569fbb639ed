#include "cli/simulate/run_tables.hpp"

#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/atomic_file.hpp"
#include "io/json_document.hpp"
#include "simulate/scenario/read_inputs.hpp"

namespace tarazy {
namespace {

std::vector<std::string> names_listed(const std::vector<std::string>& lists) {
    std::vector<std::string> names;
    for (const std::string& list : lists)
        for (const std::string& name : listed(list, ',')) names.push_back(name);
    return names;
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
                   "columns of inputs; by default all of the design but design, run, block and outcomes");
}

RunsRead read_runs(Session& session, const RunFiles& files) {
    const std::vector<std::string> outcomes = names_listed(files.outcomes), inputs = names_listed(files.inputs);
    const Table design_table = read_input(session, files.design);
    std::optional<Table> results;
    if (!files.results.empty()) results = read_input(session, files.results);
    const Table& table = results ? *results : design_table;
    require_columns(table, outcomes);
    RunsRead runs{read_design(design_table, inputs, outcomes), {}};
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
