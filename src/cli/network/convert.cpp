#include "base/text_lists.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/graph_input.hpp"
#include "cli/network/unused_options.hpp"
#include "io/atomic_file.hpp"

#include <filesystem>
#include <memory>

namespace tarazy {
namespace {

struct GraphConvertOptions {
    std::string input, output, from, to;
    bool directed = false;
    const CLI::App* app = nullptr;  ///< tells which options were typed
};

GraphFormat graph_format_of_output(const GraphConvertOptions& options) {
    if (!options.to.empty()) return graph_format_named(options.to);
    if (const auto format = graph_format_of_path(options.output)) return *format;
    if (options.output.ends_with(".csv")) return GraphFormat::edges_csv;
    throw UsageError("the ending of '" + options.output + "' names no format of graphs; give --to, one of " +
                     joined(graph_format_names(), ", "));
}

/// Reads a table, not a text with a format of graphs?
bool reads_table(const GraphConvertOptions& options) {
    const auto format =
        options.from.empty() ? graph_format_of_path(options.input) : std::optional(graph_format_named(options.from));
    return !format || !is_graph_text(*format);
}

void convert_graph(Session& session, const GraphConvertOptions& options, const CLI::App& app) {
    if (session.format_asked && session.output.empty())
        throw UsageError("--format is that of results; name the format of the graph with --to");
    if (!session.output.empty() && options.output != "-")
        throw UsageError("the graph goes to '" + options.output + "'; leave --output out, or write - for it");
    if (!reads_table(options))
        refuse_unused(app,
                      {"--directed", "--sheet", "--header-row", "--encoding", "--delimiter", "--decimal", "--missing",
                       "--rename", "--recode"},
                      "with a graph file, which says itself what it holds");
    if (options.output == "-" && options.to.empty()) throw UsageError("standard output has no ending; give --to");
    std::error_code unreadable;
    if (options.output != "-" && std::filesystem::equivalent(options.input, options.output, unreadable))
        throw UsageError("the output is the input file itself; name another");
    const GraphFormat format = graph_format_of_output(options);
    const GraphFile graph = read_graph_input(session, options.input, options.from, options.directed);
    check_reading(session);
    if (graph.ids.empty()) warn(session, options.input + ": the graph has no nodes");
    std::vector<std::string> warnings;
    const std::string text = write_graph(graph, format, warnings);
    for (std::string& warning : warnings) warn(session, std::move(warning));
    erase_progress(session);
    if (options.output == "-")
        print_text(session, text);
    else
        write_file_atomically(options.output, text);
    note(session,
         std::to_string(graph.ids.size()) + " nodes and " + std::to_string(graph.ties.size()) + " ties written");
}

}  // namespace

void add_network_convert(CLI::App& noun, Session& session) {
    auto options = std::make_shared<GraphConvertOptions>();
    CLI::App& app = add_command(
        noun, "convert",
        "Turns a graph file into one of another format: GraphML, GEXF 1.3 (with spells), Pajek (.net, .clu, .vec, "
        ".paj), UCINET DL,\nCSV edge list, CSV matrix. What the format cannot hold is told by name.",
        {{"tarazy network convert examples/tribes/tribes.csv tribes.graphml",
          "an edge list for Gephi, visone or igraph"},
         {"tarazy network convert examples/tribes/tribes.csv - --to dl", "the same for UCINET, on standard output"}},
        session, [&session, options] { convert_graph(session, *options, *options->app); });
    options->app = &app;
    app.add_option("input", options->input, "the file to read; a table is an edge list where it has from,to")
        ->required();
    app.add_option("output_file", options->output, "the file to write; - is standard output")->required();
    const std::string formats = joined(graph_format_names(), ", ");
    app.add_option("--from", options->from, "format of the input, instead of its ending: " + formats);
    app.add_option("--to", options->to, "format to write, instead of the ending (.csv is an edge list): " + formats);
    app.add_flag("--directed", options->directed, "ties of an edge list without a column 'directed' are directed");
}

}  // namespace tarazy
