#include "cli/network/commands.hpp"
#include "cli/network/unused_options.hpp"
#include "network/brokerage/brokerage_tables.hpp"
#include "network/brokerage/role_nulls.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct BrokerageCommand {
    std::string edges, incidence, groups, blocs, null, show = "roles";
    bool directed = false, weighted = false;
    double alpha = 0.05;
    std::size_t draws = 999, tries = 10;
    const CLI::App* app = nullptr;  ///< tells which options were typed
};

/// What roles and measures are computed on.
struct BrokerageInput {
    std::optional<TwoModeNetwork> memberships;
    std::optional<CriticalCounts> critical;
    Network network;
    NodeGroups groups;
};

NullOptions null_options(const Session& session, const BrokerageCommand& command) {
    return {command.draws, session.seed, session.threads, {}, session.work};
}

/// The backbone of memberships as a network of states.
Network backbone_network(const TwoModeNetwork& memberships, const CriticalCounts& critical) {
    Network network;
    network.names = memberships.actors;
    const BitMatrix ties = backbone_bits(memberships, critical);
    for (std::uint32_t from = 0; from < network.size(); ++from)
        for (std::uint32_t to = from + 1; to < network.size(); ++to)
            if (ties(from, to)) network.ties.push_back({from, to, 1, 1});
    return network;
}

BrokerageInput read_brokerage(Session& session, const BrokerageCommand& command) {
    BrokerageInput input;
    const Table groups = read_input(session, command.groups);
    if (!command.incidence.empty()) {
        input.memberships = read_incidence(read_input(session, command.incidence));
        input.critical = critical_counts(*input.memberships, {command.alpha, BackboneKind::positive}, {},
                                         session.threads, session.work);
        input.network = backbone_network(*input.memberships, *input.critical);
        note(session, "ties are those of the backbone: " + std::to_string(input.network.ties.size()) +
                          " pairs share more institutions than chance");
    } else {
        std::vector<std::string> warnings;
        NetworkReading reading{.directed = command.directed, .weighted = command.weighted};
        reading.most_nodes = most_broker_nodes;
        // Who has a group is a node, so that isolates need no list of their own.
        const Table edges = read_input(session, command.edges);
        input.network = limits_of_file(command.edges, [&] { return read_network(edges, &groups, reading, warnings); });
        for (std::string& warning : warnings) warn(session, std::move(warning));
    }
    input.groups = read_groups(groups, input.network.names);
    if (input.groups.names.size() == 1)
        warn(session, "all nodes are in one group: every broker is a coordinator, and nothing is bridged");
    if (input.network.ties.empty()) warn(session, "the network has no tie: nobody brokers");
    return input;
}

void tell_undefined(Session& session, const BrokerageCommand& command, std::span<const NullStanding> standings) {
    const auto fixed = std::ranges::count_if(standings, [](const NullStanding& one) { return !one.z; });
    if (fixed == static_cast<std::ptrdiff_t>(standings.size()) && fixed > 0)
        warn(session, "no number varies under the null '" + command.null + "': z and p are not defined");
}

void show_roles(Session& session, const BrokerageCommand& command) {
    const BrokerageInput input = read_brokerage(session, command);
    const auto counts = limits_of_file(command.edges, [&] { return broker_role_counts(input.network, input.groups); });
    const NullOptions options = null_options(session, command);
    std::vector<NullStanding> standings;
    if (command.null == "labels") {
        standings = role_label_null(adjacency_bits(input.network), input.groups, counts, options).standings;
    } else if (command.null == "degree") {
        standings = (input.memberships
                         ? role_margin_null(*input.memberships, *input.critical, input.groups, counts, {}, options)
                         : role_rewiring_null(input.network, input.groups, counts, command.tries, options))
                        .standings;
    } else {
        standings =
            closed_form_standings(counts, input.groups, input.network.ties.size() * (input.network.directed ? 1 : 2));
        note(session,
             "z against the closed form of Gould & Fernandez (1989), which lets ties come and go at one density; on "
             "dense or clustered networks it measures clustering, not brokerage: see --null labels and --null degree");
    }
    tell_undefined(session, command, standings);
    print_table(session, role_table(input.network.names, input.groups, counts, standings, input.network.directed));
}

void show_bridges(Session& session, const BrokerageCommand& command) {
    const TwoModeNetwork memberships = read_incidence(read_input(session, command.incidence));
    const Blocs blocs = read_blocs(read_input(session, command.blocs), memberships.actors);
    const ExclusiveBridges bridges = exclusive_bridges(memberships, blocs);
    if (std::ranges::all_of(bridges.weights, [](double weight) { return weight == 0; }))
        warn(session, "no institution has members of two blocs and a third state: nobody bridges");
    const auto standings =
        bridge_margin_null(memberships, blocs, bridges.weights, {}, null_options(session, command)).standings;
    tell_undefined(session, command, standings);
    print_table(session, bridge_table(memberships, blocs, bridges, standings));
}

void check_brokerage(BrokerageCommand& command) {
    const bool exclusive = command.show == "exclusive";
    if (exclusive) {
        if (command.incidence.empty() || command.blocs.empty())
            throw UsageError("--show exclusive needs --incidence (who is a member of what) and --blocs (node,bloc)");
        refuse_unused(*command.app, {"--edges", "--groups", "--directed", "--weighted", "--alpha", "--tries"},
                      "with --show exclusive");
        if (command.null.empty()) command.null = "degree";
        if (command.null != "degree")
            throw UsageError(
                "bridges are held against --null degree only: it keeps how many institutions each state has");
        return;
    }
    if (command.groups.empty()) throw UsageError("give --groups, a table node,group");
    if (command.edges.empty() == command.incidence.empty()) throw UsageError("give either --edges or --incidence");
    if (!command.blocs.empty()) throw UsageError("--blocs is for --show exclusive; groups stand in --groups");
    if (!command.incidence.empty() && (command.directed || command.weighted))
        throw UsageError("the backbone of --incidence has neither directions nor weights");
    if (command.incidence.empty()) refuse_unused(*command.app, {"--alpha"}, "without --incidence");
    if (command.show == "measures")
        refuse_unused(*command.app, {"--null", "--draws", "--tries"}, "with --show measures");
    if (command.null.empty()) command.null = "bernoulli";
    if (command.null == "bernoulli")
        refuse_unused(*command.app, {"--draws"}, "with the closed form (--null bernoulli)");
    if (command.null != "degree" || command.edges.empty())
        refuse_unused(*command.app, {"--tries"}, "but with --null degree and --edges");
    if (command.weighted && command.show == "roles")
        throw UsageError("roles do not use weights; leave --weighted out, or ask for --show measures");
}

}  // namespace

void add_network_brokerage(CLI::App& noun, Session& session) {
    auto options = std::make_shared<BrokerageCommand>();
    const std::string karate =
        "tarazy network brokerage --edges src/network/testdata/karate_edges.csv --groups "
        "src/network/testdata/karate_clubs.csv";
    CLI::App& app = add_command(
        noun, "brokerage",
        "Who stands between whom? Brokerage roles (Gould & Fernandez 1989) against chance: the closed form, group\n"
        "labels dealt anew, or networks with the same degrees; bridges between blocs through institutions.",
        {{karate + " --null labels", "roles of the karate club, labels dealt anew 999 times"},
         {karate + " --show measures", "Everett-Valente, participation, betweenness across groups"},
         {"tarazy network brokerage --incidence states.csv --blocs blocs.csv --show exclusive",
          "which states of your own file bridge which blocs, and through what"}},
        session, [&session, options] {
            check_brokerage(*options);
            if (options->show == "exclusive") return show_bridges(session, *options);
            if (options->show == "roles") return show_roles(session, *options);
            const BrokerageInput input = read_brokerage(session, *options);
            print_table(session, broker_measure_table(
                                     input.network.names, input.groups,
                                     broker_measures(input.network, input.groups, session.threads, session.work)));
        });
    options->app = &app;
    app.add_option("--edges", options->edges, "ties: from,to[,weight]");
    app.add_option("--groups", options->groups, "node,group: every node has one row, isolates too");
    app.add_flag("--directed", options->directed, "ties lead from one to the other");
    app.add_flag("--weighted", options->weighted, "the participation takes weights of ties");
    app.add_option("--incidence", options->incidence,
                   "states x institutions, 0 and 1; roles are those of the backbone (exact SDSM)");
    app.add_option("--alpha", options->alpha, "level of the backbone, upper tail")
        ->check(CLI::Range(1e-12, 1.0))
        ->capture_default_str();
    app.add_option("--blocs", options->blocs, "node,bloc: members of the blocs, for --show exclusive");
    app.add_option("--show", options->show, "roles, measures, or exclusive (bridges between blocs)")
        ->check(CLI::IsMember({"roles", "measures", "exclusive"}))
        ->capture_default_str();
    app.add_option("--null", options->null,
                   "bernoulli (closed form, default for roles), labels (groups dealt anew), degree (ties or "
                   "memberships exchanged, default for exclusive)")
        ->check(CLI::IsMember({"bernoulli", "labels", "degree"}));
    app.add_option("--draws", options->draws, "draws of labels and degree")
        ->check(CLI::Range(std::size_t{1}, std::size_t{10'000'000}))
        ->capture_default_str();
    app.add_option("--tries", options->tries, "switches tried a tie before each draw of --null degree with --edges")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}))
        ->capture_default_str();
}

}  // namespace tarazy
