#include "network/quadratic_assignment/qap.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/network/commands.hpp"

#include <filesystem>
#include <memory>

namespace tarazy {
namespace {

struct QapCommand {
    std::string response, method = "mrqap";
    std::vector<std::string> predictors;
    bool directed = false;
    std::size_t draws = 1000;
};

/// What the result calls a matrix: its file without folder and endings.
std::string relation_name(const std::string& path) {
    const std::string file = std::filesystem::path(path).filename().string();
    return file.substr(0, file.find('.'));
}

void qap(Session& session, const QapCommand& command) {
    std::vector<std::string> paths = {command.response};
    for (const std::string& list : command.predictors)
        for (const std::string& path : listed(list, ',')) paths.push_back(path);
    if (paths.size() == 1) throw UsageError("--predictors names no file");
    std::vector<Table> tables;
    tables.reserve(paths.size());
    for (const std::string& path : paths) tables.push_back(read_input(session, path));
    std::vector<NamedTable> named;
    for (std::size_t k = 0; k < paths.size(); ++k) named.push_back({relation_name(paths[k]), &tables[k]});
    const RelationMatrices matrices = read_relations(named, command.directed);
    const QapOptions options{command.draws, session.seed, session.threads, session.work};
    QapResult result;
    if (command.method == "correlation")
        result = qap_correlation(matrices, options);
    else
        result =
            mrqap(matrices, command.method == "mrqap" ? MrqapMethod::double_semi_partialling : MrqapMethod::response,
                  options);
    note(session, std::to_string(matrices.size()) + " nodes, " + std::to_string(result.pairs) +
                      (command.directed ? " ordered pairs" : " pairs") +
                      (result.r_squared ? ", R squared " + number_text(*result.r_squared) : std::string()));
    print_table(session, qap_table(result));
}

}  // namespace

void add_network_qap(CLI::App& noun, Session& session) {
    auto options = std::make_shared<QapCommand>();
    const std::string karate =
        "tarazy network qap --response src/network/testdata/karate_ties.csv --predictors "
        "src/network/testdata/karate_same_club.csv";
    CLI::App& app = add_command(
        noun, "qap",
        "Are two relations between the same nodes related? QAP correlation (Krackhardt 1988) and regression of one\n"
        "matrix on others, tested by permuting nodes (Dekker, Krackhardt & Snijders 2007).",
        {{karate + ",src/network/testdata/karate_degree_difference.csv", "who trains with whom, by club and degree"},
         {karate + " --method correlation --draws 5000", "the correlation of two relations"}},
        session, [&session, options] { qap(session, *options); });
    app.add_option("--response", options->response, "square matrix; the first column names the nodes")->required();
    app.add_option("--predictors", options->predictors, "square matrices of the same nodes, comma-separated")
        ->required();
    app.add_flag("--directed", options->directed, "cells of both directions; otherwise matrices are symmetric");
    app.add_option("--draws", options->draws, "permutations")
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
        ->capture_default_str();
    app.add_option("--method", options->method,
                   "mrqap (double semi-partialling), mrqap-y (permutes the response), or correlation")
        ->check(CLI::IsMember({"mrqap", "mrqap-y", "correlation"}))
        ->capture_default_str();
}

}  // namespace tarazy
