#include "network/graph_files/graph_format.hpp"

#include "base/argument_checks.hpp"
#include "io/write_table.hpp"
#include "network/graph_files/gexf.hpp"
#include "network/graph_files/graph_csv.hpp"
#include "network/graph_files/graphml.hpp"
#include "network/graph_files/pajek.hpp"
#include "network/graph_files/text_places.hpp"
#include "network/graph_files/ucinet.hpp"

namespace tarazy {

const std::vector<std::string>& graph_format_names() {
    static const std::vector<std::string> names = {"graphml", "gexf", "net",   "clu",   "vec",
                                                   "paj",     "dl",   "edges", "matrix"};
    return names;
}

GraphFormat graph_format_named(std::string_view name) {
    return static_cast<GraphFormat>(check_one_of(name, graph_format_names(), "the format"));
}

std::optional<GraphFormat> graph_format_of_path(std::string_view path) {
    const std::size_t at = path.rfind('.');
    if (at == std::string_view::npos) return std::nullopt;
    const std::vector<std::string>& names = graph_format_names();
    for (std::size_t i = 0; i <= static_cast<std::size_t>(GraphFormat::ucinet_dl); ++i) {
        if (same_word(path.substr(at + 1), names[i])) return static_cast<GraphFormat>(i);
    }
    return std::nullopt;
}

bool is_graph_text(GraphFormat format) {
    return format != GraphFormat::edges_csv && format != GraphFormat::matrix_csv;
}

GraphFile read_graph(std::string_view bytes, const std::string& path, GraphFormat format,
                     std::vector<std::string>& warnings) {
    switch (format) {
        case GraphFormat::graphml: return read_graphml(bytes, path, warnings);
        case GraphFormat::gexf: return read_gexf(bytes, path, warnings);
        case GraphFormat::pajek_net: return read_pajek(bytes, path, PajekKind::network, warnings);
        case GraphFormat::pajek_clu: return read_pajek(bytes, path, PajekKind::partition, warnings);
        case GraphFormat::pajek_vec: return read_pajek(bytes, path, PajekKind::vector, warnings);
        case GraphFormat::pajek_paj: return read_pajek(bytes, path, PajekKind::project, warnings);
        case GraphFormat::ucinet_dl: return read_ucinet(bytes, path, warnings);
        case GraphFormat::edges_csv:
        case GraphFormat::matrix_csv: break;
    }
    return read_graph_table(read_csv(bytes, path), format, false);
}

GraphFile read_graph_table(const Table& table, std::optional<GraphFormat> format, bool directed) {
    const bool ends = (table.find("from") && table.find("to")) || (table.find("source") && table.find("target"));
    if (format ? *format == GraphFormat::edges_csv : ends) return graph_of_edge_table(table, directed);
    return graph_of_matrix_table(table);
}

std::string write_graph(const GraphFile& graph, GraphFormat format, std::vector<std::string>& warnings) {
    switch (format) {
        case GraphFormat::graphml: return write_graphml(graph);
        case GraphFormat::gexf: return write_gexf(graph);
        case GraphFormat::pajek_net: return write_pajek(graph, PajekKind::network, warnings);
        case GraphFormat::pajek_clu: return write_pajek(graph, PajekKind::partition, warnings);
        case GraphFormat::pajek_vec: return write_pajek(graph, PajekKind::vector, warnings);
        case GraphFormat::pajek_paj: return write_pajek(graph, PajekKind::project, warnings);
        case GraphFormat::ucinet_dl: return write_ucinet(graph, warnings);
        case GraphFormat::edges_csv: return to_csv(edge_table(graph, warnings));
        case GraphFormat::matrix_csv: break;
    }
    return to_csv(matrix_table(graph, warnings));
}

}  // namespace tarazy
