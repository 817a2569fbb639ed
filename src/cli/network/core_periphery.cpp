#include "network/communities/core_periphery.hpp"
#include "cli/json_rows.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/network_input.hpp"
#include "cli/network/unused_options.hpp"

#include "base/number_text.hpp"

#include <memory>

namespace tarazy {
namespace {

struct CoreCommand {
    std::string edges, nodes, between = "ignored";
    bool directed = false, weighted = false;
    CorePeripheryOptions options;
};

void find_core(Session& session, CoreCommand command) {
    command.options.seed = session.seed;
    command.options.threads = session.threads;
    command.options.work = session.work;
    command.options.between = command.between == "present"  ? CoreTies::present
                              : command.between == "absent" ? CoreTies::absent
                                                            : CoreTies::ignored;
    const NetworkReading reading{.directed = command.directed, .weighted = command.weighted};
    const Network network = read_network_input(session, command.edges, command.nodes, reading);
    const CorePeriphery found = limits_of_file(command.edges, [&] { return core_periphery(network, command.options); });
    const Table table = core_table(network, found);
    if (!found.correlation)
        warn(session, "there is no core: all pairs of nodes are alike, or there are too few of them");
    else
        note(session, "correlation " + number_text(*found.correlation) + " with a core of " +
                          std::to_string(found.core_size) + " nodes; " +
                          (found.proved ? std::string("every core was tried: there is no better one")
                                        : "not proved: the best of " + std::to_string(found.restarts) +
                                              " searches, which " + std::to_string(found.best_restarts) + " found"));
    const std::string json =
        "{\"between\":\"" + command.between +
        "\",\"correlation\":" + (found.correlation ? number_text(*found.correlation) : "null") +
        ",\"core_size\":" + std::to_string(found.core_size) + ",\"proved\":" + (found.proved ? "true" : "false") +
        ",\"restarts\":" + std::to_string(found.restarts) +
        ",\"best_restarts\":" + std::to_string(found.best_restarts) + ",\"nodes\":" + rows_json_text(table) + "}";
    print_json(session, json, &table);
}

}  // namespace

void add_network_core_periphery(CLI::App& noun, Session& session) {
    auto command = std::make_shared<CoreCommand>();
    const std::string data = "src/network/testdata/";
    CLI::App& app = add_command(
        noun, "core-periphery",
        "Which nodes are a core: tied to each other, while the rest are not? The core whose ideal correlates best with "
        "the\n"
        "ties (Borgatti and Everett 1999), proved in small networks.",
        {{"tarazy network core-periphery --edges " + data + "florentine_marriage_edges.csv", "exact: 15 families"},
         {"tarazy network core-periphery --edges " + data + "karate_weighted_edges.csv --weighted --between present",
          "a search; all are to be tied to the core"}},
        session, [&session, command] { find_core(session, *command); });
    app.add_option("--edges", command->edges, "table from,to[,weight]")->required();
    app.add_option("--nodes", command->nodes, "table of all nodes (node): those without a tie count, too");
    app.add_flag("--directed", command->directed, "a tie leads from one node to the other, not both ways");
    app.add_flag("--weighted", command->weighted, "read the column weight; else every tie weighs 1");
    app.add_option("--between", command->between,
                   "ties between core and periphery: ignored, present or absent in the ideal")
        ->check(CLI::IsMember({"ignored", "present", "absent"}))
        ->capture_default_str();
    app.add_option("--exact-nodes", command->options.exact_nodes, "try every core up to so many nodes")
        ->check(CLI::Range(0, 26))
        ->capture_default_str();
    app.add_option("--restarts", command->options.restarts, "searches where not every core is tried")
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
}

}  // namespace tarazy
