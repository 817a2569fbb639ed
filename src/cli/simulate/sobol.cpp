#include "cli/json_stream.hpp"
#include "cli/simulate/commands.hpp"
#include "cli/simulate/sample_options.hpp"
#include "cli/simulate/sensitivity_options.hpp"
#include "simulate/sensitivity/sobol_indices.hpp"

#include <nlohmann/json.hpp>

#include <memory>

namespace tarazy {
namespace {

struct PointsCommand {
    std::size_t dims = 0, count = 0;
    std::string scramble = "none";
};

void print_points(Session& session, const PointsCommand& command) {
    const Scramble scramble = command.scramble == "owen" ? Scramble::owen : Scramble::none;
    if (!is_power_of_two(command.count))
        warn(session, "the number of points is no power of two: they are not balanced");
    const std::vector<double> points = sobol_points(command.count, command.dims, scramble, session.seed);
    Table table;
    for (std::size_t d = 0; d < command.dims; ++d) {
        std::vector<double> cells(command.count);
        for (std::size_t row = 0; row < command.count; ++row) cells[row] = points[row * command.dims + d];
        table.add("x" + std::to_string(d), Column(std::move(cells)));
    }
    print_table(session, table);
}

void add_list(nlohmann::ordered_json& json, const std::string& name, const std::vector<IndexEstimate>& estimates) {
    json[name] = nlohmann::ordered_json::array();
    json[name + "_conf"] = nlohmann::ordered_json::array();
    for (const IndexEstimate& estimate : estimates) {
        json[name].push_back(number_or_null(estimate.value));
        json[name + "_conf"].push_back(number_or_null(estimate.conf));
    }
}

nlohmann::ordered_json sobol_json(const Design& design, const RunOutcome& outcome, const SobolIndices& indices) {
    nlohmann::ordered_json json;
    json["outcome"] = outcome.name;
    json["inputs"] = design.inputs;
    add_list(json, "S1", indices.first);
    add_list(json, "ST", indices.total);
    const std::size_t inputs = design.inputs.size();
    if (!indices.pairs.empty()) {
        nlohmann::ordered_json empty_row = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < inputs; ++i) empty_row.push_back(nullptr);
        json["S2"] = nlohmann::ordered_json::array();
        json["S2_conf"] = nlohmann::ordered_json::array();
        for (std::size_t j = 0; j < inputs; ++j) {
            nlohmann::ordered_json row = empty_row, conf = empty_row;
            for (std::size_t k = j + 1; k < inputs; ++k) {
                const IndexEstimate& pair = indices.pairs[pair_place(j, k, inputs)];
                row[k] = number_or_null(pair.value);
                conf[k] = number_or_null(pair.conf);
            }
            json["S2"].push_back(row);
            json["S2_conf"].push_back(conf);
        }
    }
    json["reason"] = indices.reason.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(indices.reason);
    return json;
}

void print_sobol_indices(Session& session, const SensitivityCommand& command) {
    const RunsRead runs = read_runs(session, command.files);
    const SensitivityOptions options = settled_sensitivity(session, command);
    if (session.format != "json" && session.format_asked)
        return print_table(session, sensitivity_table(runs.design, runs.outcomes, options));
    const SaltelliLayout layout = saltelli_layout(runs.design);
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const RunOutcome& outcome : runs.outcomes)
        all.push_back(sobol_json(runs.design, outcome, sobol_indices(layout, outcome.values, options.resampling)));
    print_json(session, all.size() == 1 ? all[0].dump() : all.dump());
}

}  // namespace

void add_simulate_sobol(CLI::App& simulate, Session& session) {
    CLI::App& noun = add_noun(simulate, "sobol", "Sobol's sequence, and the designs and indices that rest on it.");
    auto points = std::make_shared<PointsCommand>();
    CLI::App& of_points = add_command(
        noun, "points", "Points of the Sobol sequence (directions of Joe & Kuo 2008), the first one kept.",
        {{"tarazy simulate sobol points --dims 3 --count 8", "the first eight points of three dimensions"},
         {"tarazy simulate sobol points --dims 2 --count 1024 --scramble owen --seed 7", "a scrambled net"}},
        session, [&session, points] { print_points(session, *points); });
    of_points.add_option("--dims", points->dims, "dimensions")
        ->required()
        ->check(CLI::Range(std::size_t{1}, SobolSequence::most_dimensions));
    of_points.add_option("--count", points->count, "points; a power of two is balanced")
        ->required()
        ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 26));
    of_points.add_option("--scramble", points->scramble, "none, or owen")
        ->check(CLI::IsMember({"none", "owen"}))
        ->capture_default_str();

    auto design = std::make_shared<SampleCommand>();
    CLI::App& of_design = add_command(
        noun, "design", "Runs for Sobol indices; `simulate sample --method saltelli`.",
        {{"tarazy simulate sobol design examples/corridor/corridor.toml --base 64", "64 x (inputs + 2) runs"},
         {"tarazy simulate sobol design examples/corridor/corridor.toml --base 64 --pairs", "also for pairs"}},
        session, [&session, design] { print_design(session, *design); });
    add_sampling_options(of_design, *design);
    of_design.add_flag("--pairs,--second-order", design->options.pairs, "rows for indices of pairs, too");
    add_scramble_option(of_design, design->scramble);

    auto indices = std::make_shared<SensitivityCommand>();
    CLI::App& of_indices = add_command(
        noun, "indices", "Sobol indices (Saltelli et al. 2010) as lists, JSON unless a table is asked for.",
        {{"tarazy simulate sobol indices --design examples/corridor/sobol_runs.csv --outcome balance", "S1 and ST"},
         {"tarazy simulate sobol indices --design examples/corridor/sobol_runs.csv --outcome balance --bootstrap 1000",
          "with more resamples"}},
        session, [&session, indices] { print_sobol_indices(session, *indices); });
    add_index_options(of_indices, *indices);
}

}  // namespace tarazy
