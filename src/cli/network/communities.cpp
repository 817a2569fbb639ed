#include "cli/json_rows.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/network_input.hpp"
#include "cli/network/unused_options.hpp"
#include "network/communities/two_mode_communities.hpp"
#include "table/table_rows.hpp"

#include <memory>

namespace tarazy {
namespace {

struct CommunitiesCommand {
    std::string edges, nodes, incidence, groups, method, show = "nodes";
    bool directed = false, weighted = false;
    CommunityOptions options;
    const CLI::App* app = nullptr;  ///< tells which options were typed
};

std::string cell_json(const Table& row, const std::string& column) {
    const std::string text = row[column].display(0);
    return text.empty() ? "null" : text;
}

/// The nodes, and one row about all of them.
void print_communities(Session& session, const CommunitiesCommand& command, const std::vector<std::string>& nodes,
                       const Communities& found, const std::string& method) {
    const Table table = community_table(nodes, found), summary = community_summary_table(found);
    if (!found.modularity)
        warn(session, "there is no tie: each node is a community of its own, and modularity is not defined");
    else
        note(session, "best of " + std::to_string(found.runs) + " runs: modularity " +
                          summary["modularity"].display(0) + " in " + std::to_string(found.communities) +
                          " communities, found by " + std::to_string(found.best_runs) +
                          " runs; mean adjusted Rand index of two runs " +
                          (found.stability ? summary["stability"].display(0) : "not known"));
    std::string json = "{\"method\":\"" + method +
                       "\",\"resolution\":" + Column(std::vector<double>{command.options.resolution}).display(0);
    for (const std::string& column : summary.names) json += ",\"" + column + "\":" + cell_json(summary, column);
    json += ",\"nodes\":" + rows_json_text(table) + "}";
    print_json(session, json, command.show == "summary" ? &summary : &table);
}

/// Modularity of groups that are given.
void print_given(Session& session, const std::optional<double>& value, std::size_t groups) {
    if (!value) warn(session, "there is no tie: modularity is not defined");
    TableRows rows(RealColumn{"modularity"}, IntegerColumn{"groups"});
    rows.add(value, groups);
    print_table(session, rows.table());
}

void communities_of_two_modes(Session& session, const CommunitiesCommand& command) {
    if (command.directed || command.weighted || !command.nodes.empty())
        throw UsageError("--nodes, --directed and --weighted belong to --edges");
    if (!command.method.empty() && command.method != "two-mode")
        throw UsageError("--method " + command.method + " belongs to --edges; --incidence is searched by two-mode");
    const TwoModeNetwork network = read_incidence(read_input(session, command.incidence));
    std::vector<std::string> nodes = network.actors;
    nodes.insert(nodes.end(), network.institutions.begin(), network.institutions.end());
    if (!command.groups.empty()) {
        const NodeGroups groups = read_groups(read_input(session, command.groups), nodes);
        return print_given(session, two_mode_modularity(network, groups.group, command.options.resolution),
                           groups.names.size());
    }
    print_communities(session, command, nodes, find_two_mode_communities(network, command.options), "two-mode");
}

void communities(Session& session, CommunitiesCommand command) {
    if (command.edges.empty() == command.incidence.empty())
        throw UsageError("give either --edges with ties between nodes, or --incidence with who belongs to what");
    if (!command.groups.empty())
        refuse_unused(*command.app, {"--method", "--runs", "--show"}, "with --groups: nothing is searched");
    command.options.seed = session.seed;
    command.options.threads = session.threads;
    command.options.work = session.work;
    if (!command.incidence.empty()) return communities_of_two_modes(session, command);
    if (command.method == "two-mode") throw UsageError("--method two-mode needs --incidence");
    if (command.directed && command.groups.empty())
        throw UsageError(
            "--directed is for the modularity of given groups (--groups); communities are searched in "
            "undirected networks");
    const NetworkReading reading{.directed = command.directed, .weighted = command.weighted};
    const Network network = read_network_input(session, command.edges, command.nodes, reading);
    if (!command.groups.empty()) {
        const NodeGroups groups = read_groups(read_input(session, command.groups), network.names);
        return print_given(session, modularity(network, groups.group, command.options.resolution), groups.names.size());
    }
    const bool leiden = command.method == "leiden";
    command.options.method = leiden ? CommunityMethod::leiden : CommunityMethod::louvain;
    const Communities found = limits_of_file(command.edges, [&] { return find_communities(network, command.options); });
    print_communities(session, command, network.names, found, leiden ? "leiden" : "louvain");
}

}  // namespace

void add_network_communities(CLI::App& noun, Session& session) {
    auto command = std::make_shared<CommunitiesCommand>();
    const std::string data = "src/network/testdata/";
    CLI::App& app =
        add_command(noun, "communities",
                    "Which nodes belong together more than their ties let expect? The best modularity of many runs, "
                    "and how far the "
                    "runs\n"
                    "agree; or the modularity of groups that are given.",
                    {{"tarazy network communities --edges " + data + "karate_edges.csv --method leiden",
                      "the karate club in four communities"},
                     {"tarazy network communities --incidence " + data + "davis_incidence.csv --format json",
                      "women and events together, by the modularity of two modes"}},
                    session, [&session, command] { communities(session, *command); });
    command->app = &app;
    app.add_option("--edges", command->edges, "table from,to[,weight]");
    app.add_option("--nodes", command->nodes, "table of all nodes (node): those without a tie count, too");
    app.add_option("--incidence", command->incidence,
                   "matrix of 0 and 1 instead: actors in rows (first column), institutions in columns");
    app.add_flag("--weighted", command->weighted, "read the column weight; else every tie weighs 1");
    app.add_flag("--directed", command->directed, "with --groups: a tie leads from one node to the other");
    app.add_option("--method", command->method, "louvain (default) or leiden; two-mode, with --incidence")
        ->check(CLI::IsMember({"louvain", "leiden", "two-mode"}));
    app.add_option("--resolution", command->options.resolution, "more than 1 makes smaller communities")
        ->check(number_above_zero())
        ->capture_default_str();
    app.add_option("--runs", command->options.runs, "the best of so many runs")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100000}))
        ->capture_default_str();
    app.add_option("--groups", command->groups, "table node,group: only give the modularity of these groups");
    app.add_option("--show", command->show, "nodes, or summary (one row)")
        ->check(CLI::IsMember({"nodes", "summary"}))
        ->capture_default_str();
}

}  // namespace tarazy
