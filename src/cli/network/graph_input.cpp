#include "cli/network/graph_input.hpp"

#include "base/sha256.hpp"
#include "io/file_bytes.hpp"

namespace tarazy {

GraphFile read_graph_input(Session& session, const std::string& path, const std::string& format, bool directed) {
    const std::optional<GraphFormat> known = format.empty() ? graph_format_of_path(path) : graph_format_named(format);
    if (!known || !is_graph_text(*known)) return read_graph_table(read_input(session, path), known, directed);
    constexpr std::uint64_t most_bytes = std::uint64_t{2} << 30;
    const FileBytes bytes =
        path == "-" ? FileBytes::of_standard_input(most_bytes, session.work) : FileBytes::of_file(path, session.work);
    std::vector<std::string> warnings;
    GraphFile graph = read_graph(bytes.view(), path, *known, warnings);
    session.inputs.push_back({path, sha256_hex(bytes.view()), graph.ties.size()});
    for (std::string& warning : warnings) warn(session, std::move(warning));
    return graph;
}

}  // namespace tarazy
