#include "base/nearest_name.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "cli/given_tables.hpp"
#include "cli/trace/commands.hpp"
#include "cli/trace/graph_json.hpp"
#include "io/file_bytes.hpp"
#include "trace/graph/dagitty_text.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct GraphOptions {
    std::string file, events, exposure, outcome, adjusted, effect = "total", basis = "all", write;
    std::vector<std::string> separated;
    std::size_t limit = 100;
};

/// A graph, and what stands behind it where it came from a chronology.
struct GraphInput {
    CausalGraphParts parts;
    std::vector<ChronologyLink> links;
    std::vector<ChronologyEvent> events;
    bool from_links = false;
};

constexpr std::uint64_t most_graph_bytes = std::uint64_t{1} << 30;

CausalGraphParts dagitty_parts(Session& session, const std::string& path, std::string_view bytes) {
    DecodedText decoded;
    decode_input(session, path, bytes, decoded);
    CausalGraphParts parts = read_dagitty(decoded.text, path);
    session.inputs.push_back({path, sha256_hex(bytes), parts.names.size()});
    return parts;
}

/// The table of links in the file, or nothing when it holds a DAGitty text, whose parts are put into `input`.
std::optional<Table> links_table(Session& session, const std::string& path, GraphInput& input) {
    if (is_given_table(session, path)) return read_input(session, path);
    const bool standard_input = path == "-";
    const FileBytes bytes = standard_input ? FileBytes::of_standard_input(most_graph_bytes, session.work)
                                           : FileBytes::of_file(path, session.work);
    std::string_view text = bytes.view();
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (looks_like_dagitty(text)) {
        input.parts = dagitty_parts(session, path, bytes.view());
        return std::nullopt;
    }
    if (!standard_input) return read_input(session, path);
    ReadOptions reading = session.reading;
    reading.work = session.work;
    Table table = read_csv(bytes.view(), path, reading);
    session.inputs.push_back({path, sha256_hex(bytes.view()), table.rows(), table.names});
    return table;
}

GraphInput read_graph(Session& session, const GraphOptions& options) {
    GraphInput input;
    const std::optional<Table> links = links_table(session, options.file, input);
    if (!links) {
        if (!options.events.empty()) throw UsageError("--events goes with a table of links, not with a DAGitty text");
        if (options.basis != "all")
            throw UsageError("--basis goes with a table of links; a DAGitty text does not say what its arrows rest on");
        return input;
    }
    input.from_links = true;
    std::vector<std::string> ids;
    if (options.events.empty()) {
        std::vector<std::string> warnings;
        input.links = read_links_alone(*links, warnings);
        for (std::string& warning : warnings) warn(session, std::move(warning));
    } else {
        const Table events = read_input(session, options.events);
        Chronology chronology = read_chronology(events, &*links);
        for (std::string& warning : chronology.warnings) warn(session, std::move(warning));
        input.links = std::move(chronology.links);
        input.events = std::move(chronology.events);
        for (const ChronologyEvent& event : input.events) ids.push_back(event.id);
    }
    if (options.basis == "literature") {
        const auto left_out = std::erase_if(input.links, [](const auto& link) { return link.basis != "literature"; });
        note(session, std::to_string(left_out) + " proposed links are left out");
    }
    input.parts = graph_parts(input.links, ids);
    return input;
}

GraphNode node_named(const CausalGraph& graph, const std::string& name, const std::string& option) {
    const auto node = graph.find(name);
    if (!node) throw UsageError(option + ": there is no node '" + name + "'; " + name_hint(name, graph.names));
    return *node;
}

std::vector<GraphNode> nodes_named(const CausalGraph& graph, const std::string& list, const std::string& option) {
    // A name may hold commas itself.
    if (graph.find(list)) return {*graph.find(list)};
    std::vector<GraphNode> nodes;
    for (const std::string& name : listed(list, ',')) nodes.push_back(node_named(graph, name, option));
    return nodes;
}

void give_roles(CausalGraph& graph, const GraphOptions& options) {
    const auto exposures =
        options.exposure.empty() ? graph.exposures : nodes_named(graph, options.exposure, "--exposure");
    const auto outcomes = options.outcome.empty() ? graph.outcomes : nodes_named(graph, options.outcome, "--outcome");
    if (exposures.empty() != outcomes.empty())
        throw UsageError(exposures.empty() ? "the outcome has no exposure; give --exposure"
                                           : "the exposure has no outcome; give --outcome");
    if (!options.exposure.empty() || !options.outcome.empty()) {
        for (const GraphNode node : exposures) {
            if (std::ranges::find(outcomes, node) != outcomes.end())
                throw UsageError("'" + graph.names[node] +
                                 "' is exposure and outcome; give two nodes (--exposure, --outcome)");
        }
    }
    graph = with_roles(std::move(graph), exposures, outcomes);
    if (options.adjusted.empty()) return;
    graph.adjusted = nodes_named(graph, options.adjusted, "--adjusted");
    std::ranges::sort(graph.adjusted);
    graph.adjusted.erase(std::unique(graph.adjusted.begin(), graph.adjusted.end()), graph.adjusted.end());
}

std::vector<GraphNode> separation_named(const CausalGraph& graph, const std::string& list) {
    const std::vector<GraphNode> nodes = nodes_named(graph, list, "--separated");
    if (nodes.size() < 2)
        throw UsageError("--separated takes two nodes and what is given, A,B,C: are A and B separated given C?");
    std::vector<GraphNode> once = nodes;
    std::ranges::sort(once);
    if (std::ranges::adjacent_find(once) != once.end())
        throw UsageError("--separated " + list + ": a node is named twice; a node cannot be given and asked for");
    return nodes;
}

void ask_graph(Session& session, const GraphOptions& options) {
    if (options.write == "dagitty") require_own_format(session, ".txt");
    const GraphInput input = read_graph(session, options);
    CausalGraph graph = causal_graph(input.parts);
    give_roles(graph, options);
    if (options.write == "dagitty") return print_text(session, to_dagitty(graph));
    GraphQuestions questions;
    questions.effect = options.effect == "total" ? EffectKind::total : EffectKind::direct;
    questions.most = options.limit;
    questions.work = session.work;
    for (const std::string& list : options.separated) questions.separated.push_back(separation_named(graph, list));
    if (graph.size() == 0) warn(session, "the graph has no nodes");
    const GraphAnswers answers = graph_answers(graph, questions);
    for (const std::string& sentence : answers.notes) note(session, sentence);
    for (const std::string& sentence : answers.limits) warn(session, sentence);
    const LinksByEnds links(input.links);
    const Table table = answers_table(graph, answers, links);
    print_json(session, answers_json(graph, answers, questions.effect, links, input.events), &table);
}

}  // namespace

void add_trace_graph(CLI::App& noun, Session& session) {
    auto options = std::make_shared<GraphOptions>();
    const std::string folder = "studies/kazakhstan/data/";
    CLI::App& app = add_command(
        noun, "graph",
        "What a causal graph says: what to hold still for an effect, instruments, front-door sets, paths with the "
        "basis "
        "of their links,\nd-separation and the independencies that could speak against the graph. The graph is the "
        "links of a chronology, or DAGitty text.\nThat no set is admissible is an answer, not an error.",
        {{"tarazy trace graph " + folder + "links.csv --events " + folder +
              "chronology.csv --exposure e012 --outcome e034 --format json",
          "what leads from one event to another"},
         {"tarazy trace graph " + folder + "links.csv --basis literature --write dagitty -o graph.txt",
          "the links that a source states, for dagitty.net"}},
        session, [&session, options] { ask_graph(session, *options); });
    app.add_option("file", options->file, "table from,to,type,basis,stated_in, or DAGitty text: dag { x -> y }")
        ->required();
    app.add_option("--events", options->events,
                   "table id,edtf,title,...: events that no link touches, titles and dates");
    app.add_option("--exposure", options->exposure, "node or nodes whose effect is asked for, comma-separated");
    app.add_option("--outcome", options->outcome, "node or nodes on which it is asked for");
    app.add_option("--adjusted", options->adjusted, "nodes that are held still already: part of every set");
    app.add_option("--separated", options->separated, "A,B,C,..: are A and B d-separated given C, ..? May be repeated");
    app.add_option("--effect", options->effect, "total, or direct: what no other node passes on")
        ->check(CLI::IsMember({"total", "direct"}))
        ->capture_default_str();
    app.add_option("--basis", options->basis, "links to take: all, or literature (those that a source states)")
        ->check(CLI::IsMember({"literature", "all"}))
        ->capture_default_str();
    app.add_option("--limit", options->limit,
                   "sets, paths and independent pairs to list of each kind; what is cut short is told")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--write", options->write, "dagitty: the graph itself as DAGitty text")
        ->check(CLI::IsMember({"dagitty"}));
}

}  // namespace tarazy
