#include "cli/network/commands.hpp"
#include "cli/network/network_input.hpp"
#include "cli/network/unused_options.hpp"
#include "network/measures/two_mode_measures.hpp"

#include <memory>

namespace tarazy {
namespace {

struct MeasuresCommand {
    std::string edges, nodes, incidence;
    bool directed = false, weighted = false;
};

void measures(Session& session, const MeasuresCommand& command) {
    if (command.edges.empty() == command.incidence.empty())
        throw UsageError("give either --edges with ties between nodes, or --incidence with who belongs to what");
    NodeMeasuresOptions options;
    options.threads = session.threads;
    options.work = session.work;
    if (!command.incidence.empty()) {
        if (command.directed || command.weighted || !command.nodes.empty())
            throw UsageError("--nodes, --directed and --weighted belong to --edges");
        const TwoModeNetwork network = read_incidence(read_input(session, command.incidence));
        const TwoModeMeasures found =
            limits_of_file(command.incidence, [&] { return two_mode_measures(network, options); });
        for (const std::string& one : found.one_mode.notes) note(session, one);
        return print_table(session, two_mode_measures_table(found));
    }
    const NetworkReading reading{.directed = command.directed, .weighted = command.weighted};
    const NodeMeasuresResult found =
        node_measures(read_network_input(session, command.edges, command.nodes, reading), options);
    for (const std::string& one : found.notes) note(session, one);
    print_table(session, node_measures_table(found));
}

}  // namespace

void add_network_measures(CLI::App& noun, Session& session) {
    auto command = std::make_shared<MeasuresCommand>();
    const std::string data = "src/network/testdata/";
    CLI::App& app = add_command(
        noun, "measures",
        "Who is central, close to all others, between them, or free of contacts that are tied to each other?\n"
        "Degree, betweenness, closeness, eigenvector centrality, PageRank, Burt's structural holes and coreness of "
        "each "
        "node.",
        {{"tarazy network measures --edges " + data + "florentine_marriage_edges.csv --nodes " + data +
              "florentine_marriage_nodelist.csv",
          "marriages of Florentine families, one of which has none"},
         {"tarazy network measures --edges " + data + "karate_weighted_edges.csv --weighted",
          "a tie of weight w is 1/w long"},
         {"tarazy network measures --incidence " + data + "davis_incidence.csv",
          "women and events; centralities as shares of what each mode allows"}},
        session, [&session, command] { measures(session, *command); });
    app.add_option("--edges", command->edges, "table from,to[,weight]");
    app.add_option("--nodes", command->nodes, "table of all nodes (node): those without a tie count, too");
    app.add_flag("--directed", command->directed, "a tie leads from one node to the other, not both ways");
    app.add_flag("--weighted", command->weighted, "read the column weight; else every tie weighs 1");
    app.add_option("--incidence", command->incidence,
                   "matrix of 0 and 1 instead: actors in rows (first column), institutions in columns");
}

}  // namespace tarazy
