#pragma once

#include "base/error.hpp"
#include "network/graph_files/graph_format.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What the readers of graph files must do with any bytes: give a graph that GraphML holds and gives back, or say what
/// is wrong. Nothing when they do.
[[nodiscard]] inline std::optional<std::string> graph_fault(std::string_view bytes, GraphFormat format) {
    std::vector<std::string> warnings;
    try {
        const GraphFile graph = read_graph(bytes, "graph", format, warnings);
        for (const GraphTie& tie : graph.ties) {
            if (tie.from >= graph.ids.size() || tie.to >= graph.ids.size()) return "a tie leads nowhere";
            if (tie.weight == 0) return "a tie weighs nothing";
        }
        for (const GraphAttribute& attribute : graph.node_attributes) {
            if (attribute.values.size() != graph.ids.size()) return "a node attribute of another length";
        }
        for (const GraphAttribute& attribute : graph.tie_attributes) {
            if (attribute.values.size() != graph.ties.size()) return "a tie attribute of another length";
        }
        for (const GraphFormat other : {GraphFormat::gexf, GraphFormat::pajek_paj, GraphFormat::edges_csv})
            (void)write_graph(graph, other, warnings);
        for (const char c : bytes) {
            if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') return std::nullopt;
        }
        const GraphFile again =
            read_graph(write_graph(graph, GraphFormat::graphml, warnings), "again", GraphFormat::graphml, warnings);
        if (again.ids.size() != graph.ids.size() || again.ties.size() != graph.ties.size())
            return "a graph does not read back";
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) {
            if (problem.what.empty() || problem.remedy.empty()) return "refused without a word";
            if (problem.file == "again") return "what was written is refused: " + to_string(problem);
        }
    } catch (const LimitError&) {
    } catch (const UsageError&) {
    }
    return std::nullopt;
}

}  // namespace tarazy
