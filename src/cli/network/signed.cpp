#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/graph_input.hpp"
#include "cli/network/unused_options.hpp"
#include "network/graph_files/graph_network.hpp"
#include "network/signed_balance/cluster_index.hpp"
#include "network/signed_balance/frustration_index.hpp"
#include "network/signed_balance/signed_sources.hpp"
#include "network/signed_balance/signed_triads.hpp"
#include "network/signed_balance/walk_balance.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct SignedNetworkOptions {
    std::string edges, nodes, positive, negative, poles, mixed = "exclude", show = "summary";
    bool directed = false, weighted = false;
    double time_limit = 60;
    std::uint64_t branch_limit = 1'000'000;
    std::size_t restarts = 100, clusters = 0;
    const CLI::App* app = nullptr;  ///< tells which options were typed
};

SignedSources read_signed(Session& session, const SignedNetworkOptions& options) {
    const NetworkReading reading{.directed = options.directed, .weighted = options.weighted, .with_signs = true};
    const bool two_tables = !options.positive.empty() || !options.negative.empty();
    if (two_tables == !options.edges.empty()) throw UsageError("give --edges with signs, or --positive and --negative");
    if (!two_tables) refuse_unused(*options.app, {"--mixed"}, "without --positive and --negative");
    if (two_tables && (options.positive.empty() || options.negative.empty()))
        throw UsageError("--positive and --negative go together");
    std::vector<std::string> warnings;
    std::optional<Table> nodes;
    if (!options.nodes.empty()) nodes = read_input(session, options.nodes);
    SignedSources sources;
    if (two_tables) {
        const Table positive = read_input(session, options.positive), negative = read_input(session, options.negative);
        const MixedTies mixed = options.mixed == "positive"   ? MixedTies::positive
                                : options.mixed == "negative" ? MixedTies::negative
                                                              : MixedTies::exclude;
        sources = signed_network(positive, negative, nodes ? &*nodes : nullptr, reading, mixed, warnings);
    } else if (const auto format = graph_format_of_path(options.edges)) {
        if (nodes) throw UsageError("--nodes goes with tables; a graph file names its nodes itself");
        const GraphFile graph = read_graph_input(session, options.edges, "", options.directed);
        sources.network = network_from_graph_file(graph, options.edges, reading, warnings);
    } else {
        const Table edges = read_input(session, options.edges);
        sources.network = read_network(edges, nodes ? &*nodes : nullptr, reading, warnings);
    }
    for (std::string& warning : warnings) warn(session, std::move(warning));
    return sources;
}

void tell_mixed(Session& session, const SignedSources& sources, const std::string& policy) {
    if (sources.mixed.empty()) return;
    const auto& names = sources.network.names;
    std::vector<std::string> pairs;
    for (const auto& [a, b] : sources.mixed) pairs.push_back(names[a] + "-" + names[b]);
    warn(session, std::to_string(pairs.size()) + " pairs have a positive and a negative tie: " +
                      (policy == "exclude" ? std::string("they are left out") : "the " + policy + " tie stands") +
                      " (" + joined(pairs, ", ") + ")");
}

std::vector<std::uint32_t> signed_poles(const Network& network, const std::string& list) {
    std::vector<std::uint32_t> poles;
    for (const std::string& name : listed(list, ',')) {
        const auto node = network.find(name);
        if (!node) throw UsageError("--poles: there is no node '" + name + "'; " + name_hint(name, network.names));
        if (std::ranges::find(poles, *node) != poles.end())
            throw UsageError("--poles: '" + name + "' is named twice; name each pole once");
        poles.push_back(*node);
    }
    if (poles.size() == 1) throw UsageError("--poles takes two nodes or more, A,B");
    return poles;
}

Table pole_triads_table(const Network& network, const std::vector<std::uint32_t>& poles) {
    TableRows rows(TextColumn{"node"}, TextColumn{"pole_1"}, TextColumn{"pole_2"}, IntegerColumn{"sign_1"},
                   IntegerColumn{"sign_2"}, IntegerColumn{"sign_poles"}, TextColumn{"state"});
    for (const PoleTriad& triad : pole_triads(network, poles)) {
        if (!triad.to_first && !triad.to_second) continue;
        const auto product = triad.product();
        rows.add(network.names[triad.node], network.names[triad.poles[0]], network.names[triad.poles[1]],
                 triad.to_first, triad.to_second, triad.between,
                 !product       ? "open"
                 : *product > 0 ? "balanced"
                 : *product < 0 ? "unbalanced"
                                : "mixed");
    }
    return rows.table();
}

FrustrationIndex signed_frustration_of(Session& session, const Network& network, const SignedNetworkOptions& options) {
    FrustrationSearch search;
    search.seed = session.seed;
    search.restarts = options.restarts;
    search.most_branches = options.branch_limit;
    search.work = session.work.within(options.time_limit);
    FrustrationIndex found = frustration_index(network, search);
    if (!found.optimal) {
        session.status = exit_check_failed;
        warn(session,
             "the search for the frustration index ended at its limit (--time-limit, --branch-limit): it lies "
             "between " +
                 number_text(found.lower) + " and " + number_text(found.index) + "; it is not proved (status 1)");
    }
    return found;
}

std::optional<ClusterIndex> signed_clusters_of(Session& session, const Network& network,
                                               const SignedNetworkOptions& options) {
    if (options.clusters == 0) return std::nullopt;
    note(session, "the index of " + std::to_string(options.clusters) +
                      " clusters comes from a search by relocation: it is an upper bound");
    return cluster_index(network, {options.clusters, options.restarts, session.seed, session.work});
}

Table signed_nodes_table(const Network& network, const SignedTriads& triads, const FrustrationIndex& frustration,
                         const std::optional<ClusterIndex>& clusters) {
    std::vector<std::int64_t> positive(network.size()), negative(network.size());
    std::vector<double> frustrated(network.size());
    for (const NetworkTie& tie : network.ties) {
        for (const std::uint32_t node : {tie.from, tie.to}) {
            ++(tie.sign > 0 ? positive : negative)[node];
            if (tie.sign * frustration.side[tie.from] * frustration.side[tie.to] < 0) frustrated[node] += tie.weight;
        }
    }
    TableRows rows(TextColumn{"node"}, IntegerColumn{"positive"}, IntegerColumn{"negative"}, IntegerColumn{"triads_0"},
                   IntegerColumn{"triads_1"}, IntegerColumn{"triads_2"}, IntegerColumn{"triads_3"},
                   RealColumn{"balanced_share"}, RealColumn{"weak_balanced_share"}, IntegerColumn{"side"},
                   RealColumn{"frustrated"}, IntegerColumn{"cluster"});
    for (std::uint32_t node = 0; node < network.size(); ++node) {
        const TriadCounts& own = triads.of_node[node];
        rows.add(network.names[node], positive[node], negative[node], own.by_negative[0], own.by_negative[1],
                 own.by_negative[2], own.by_negative[3], own.balanced_share(), own.weakly_balanced_share(),
                 frustration.side[node] > 0 ? 1 : 2, frustrated[node],
                 clusters ? std::optional<std::uint32_t>(clusters->cluster[node] + 1) : std::nullopt);
    }
    return rows.table();
}

std::vector<std::string> nodes_on_side(const Network& network, const FrustrationIndex& frustration, int side) {
    std::vector<std::string> names;
    for (std::uint32_t node = 0; node < network.size(); ++node) {
        if (frustration.side[node] == side) names.push_back(network.names[node]);
    }
    return names;
}

Table signed_summary_table(Session& session, const Network& network, const SignedTriads& triads,
                           const FrustrationIndex& frustration, const std::optional<ClusterIndex>& clusters) {
    const std::optional<double> walks = walk_balance(network);
    if (!walks && network.size() > most_walk_nodes)
        warn(session,
             "walk_balance is empty: it takes the eigenvalues of the network, which are computed for at most " +
                 std::to_string(most_walk_nodes) + " nodes");
    if (triads.all.total() == 0) warn(session, "the network has no triad; shares of balanced triads are empty");
    std::int64_t negative = 0;
    for (const NetworkTie& tie : network.ties) negative += tie.sign < 0 ? 1 : 0;
    TableRows rows(IntegerColumn{"triads_0"}, IntegerColumn{"triads_1"}, IntegerColumn{"triads_2"},
                   IntegerColumn{"triads_3"}, RealColumn{"balanced_share"}, RealColumn{"walk_balance"},
                   RealColumn{"frustration_index"}, IntegerColumn{"frustration_optimal"},
                   RealColumn{"frustration_lower"}, RealColumn{"frustration_normalised"},
                   RealColumn{"weak_balanced_share"}, IntegerColumn{"nodes"}, IntegerColumn{"ties"},
                   IntegerColumn{"negative"}, RealColumn{"weight"}, ListColumn{"side_1"}, ListColumn{"side_2"},
                   RealColumn{"cluster_index"}, IntegerColumn{"clusters"});
    const auto& counts = triads.all.by_negative;
    rows.add(counts[0], counts[1], counts[2], counts[3], triads.all.balanced_share(), walks, frustration.index,
             frustration.optimal, frustration.lower, frustration.normalised(), triads.all.weakly_balanced_share(),
             network.size(), network.ties.size(), negative, frustration.weight, nodes_on_side(network, frustration, 1),
             nodes_on_side(network, frustration, -1), clusters ? std::optional(clusters->index) : std::nullopt,
             clusters ? std::optional(clusters->used) : std::nullopt);
    Table table = rows.table();
    if (!network.directed) return table;
    for (const auto& [name, part] :
         {std::pair("transitive_", &triads.transitive), std::pair("cyclic_", &triads.cyclic)}) {
        for (std::size_t k = 0; k < 4; ++k)
            table.add(name + std::to_string(k),
                      Column(std::vector<std::int64_t>{static_cast<std::int64_t>(part->by_negative[k])}));
    }
    return table;
}

void signed_balance_of(Session& session, const SignedNetworkOptions& options) {
    const SignedSources sources = read_signed(session, options);
    const Network& network = sources.network;
    if (network.ties.empty())
        throw InputError(Problem{options.edges.empty() ? options.positive : options.edges, 0, 0,
                                 "the network has no tie", "give at least one"});
    tell_mixed(session, sources, options.mixed);
    const std::vector<std::uint32_t> poles = signed_poles(network, options.poles);
    if (options.show == "poles") {
        if (poles.empty()) throw UsageError("--show poles needs --poles A,B");
        refuse_unused(*options.app, {"--clusters", "--time-limit", "--branch-limit", "--restarts"},
                      "with --show poles");
        return print_table(session, pole_triads_table(network, poles));
    }
    if (!poles.empty()) note(session, "how nodes stand between the poles is in --show poles");
    const SignedTriads triads = signed_triads(network);
    const FrustrationIndex frustration = signed_frustration_of(session, network, options);
    const std::optional<ClusterIndex> clusters = signed_clusters_of(session, network, options);
    print_table(session, options.show == "nodes"
                             ? signed_nodes_table(network, triads, frustration, clusters)
                             : signed_summary_table(session, network, triads, frustration, clusters));
}

}  // namespace

void add_network_signed(CLI::App& noun, Session& session) {
    auto options = std::make_shared<SignedNetworkOptions>();
    CLI::App& app = add_command(
        noun, "signed",
        "How balanced is a network of friends and enemies? Triads, walks, the frustration index with proof, balance of "
        "each node\nand of each node between two poles.",
        {{"tarazy network signed --edges examples/tribes/tribes.csv", "one row on the whole network"},
         {"tarazy network signed --edges examples/tribes/tribes.csv --show nodes --clusters 3 --format csv",
          "each node: its triads, its side, its cluster"}},
        session, [&session, options] { signed_balance_of(session, *options); });
    options->app = &app;
    app.add_option("--edges", options->edges,
                   "table from,to,sign[,weight], or a graph file (.graphml, .gexf, .net, .dl)");
    app.add_option("--positive", options->positive, "table from,to of positive ties, with --negative");
    app.add_option("--negative", options->negative, "table from,to of negative ties");
    app.add_option("--mixed", options->mixed, "pairs in both tables: exclude, positive or negative")
        ->check(CLI::IsMember({"exclude", "positive", "negative"}))
        ->capture_default_str();
    app.add_option("--nodes", options->nodes, "table whose first column names all nodes, isolates too");
    app.add_flag("--directed", options->directed, "ties have a direction");
    app.add_flag("--weighted", options->weighted, "ties weigh what the column weight says");
    app.add_option("--poles", options->poles, "two nodes or more, A,B: how do the others stand between them?");
    app.add_option("--show", options->show, "summary, nodes or poles")
        ->check(CLI::IsMember({"summary", "nodes", "poles"}))
        ->capture_default_str();
    app.add_option("--clusters", options->clusters, "also the line index of at most so many clusters, an upper bound")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1000}));
    app.add_option("--time-limit", options->time_limit,
                   "seconds after which the search for a proof ends; the gap is told, and the status is 1")
        ->check(number_between(0, 1e9))
        ->capture_default_str();
    app.add_option("--branch-limit", options->branch_limit,
                   "the same as a number of steps, which gives the same result anywhere")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000'000}))
        ->capture_default_str();
    app.add_option("--restarts", options->restarts, "drawn starts of each search")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str();
}

}  // namespace tarazy
