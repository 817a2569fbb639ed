#include "network/graph_files/graph_csv.hpp"

#include "base/keep_faults.hpp"
#include "base/number_text.hpp"
#include "network/graph_files/graph_xml.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

std::optional<std::string> text_cell(const Column& column, std::size_t row) {
    if (column.missing(row)) return std::nullopt;
    return column.display(row);
}

/// `from,to` or `source,target`.
std::pair<std::string, std::string> end_columns(const Table& table) {
    if (!table.find("from") && table.find("source") && table.find("target")) return {"source", "target"};
    return {"from", "to"};
}

std::vector<std::optional<std::string>> texts_of_column(const Column& column) {
    std::vector<std::optional<std::string>> values;
    for (std::size_t row = 0; row < column.size(); ++row) values.push_back(text_cell(column, row));
    return values;
}

Column attribute_column(const GraphAttribute& attribute) {
    if (attribute.type == AttributeType::integer) {
        std::vector<std::int64_t> cells;
        for (const auto& value : attribute.values) {
            const auto number = value ? parse_integer(*value) : std::nullopt;
            if (value && !number) {
                cells.clear();
                break;
            }
            cells.push_back(number.value_or(Column::missing_integer));
        }
        if (cells.size() == attribute.values.size()) return Column(std::move(cells));
    }
    std::vector<std::string> texts;
    for (const auto& value : attribute.values) texts.push_back(value.value_or(""));
    return Column(std::span<const std::string>(texts));
}

}  // namespace

GraphFile graph_of_edge_table(const Table& table, bool directed) {
    GraphFile graph;
    graph.directed = directed;
    const auto [from_name, to_name] = end_columns(table);
    Diagnostics faults;
    for (const std::string& name : {from_name, to_name}) keep_faults(faults, [&] { (void)require_texts(table, name); });
    faults.throw_if_any();
    const std::vector<std::string> from = require_texts(table, from_name), to = require_texts(table, to_name);
    std::vector<double> weight;
    if (table.find("weight")) {
        keep_faults(faults, [&] { weight = require_reals(table, "weight"); });
        graph.weighted = true;
    }
    const std::vector<std::string> directions =
        table.find("directed") ? require_texts(table, "directed") : std::vector<std::string>();
    NamedNodes nodes;
    check_graph_size(table.origin.path, "ties", static_cast<double>(table.rows()), most_graph_ties);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        GraphTie tie;
        tie.directed = directed;
        for (const bool start : {true, false}) {
            const std::string& name = start ? from[row] : to[row];
            if (name.empty()) {
                faults.add(
                    table.problem(row, start ? from_name : to_name, "the tie has no node here", "name both nodes"));
                continue;
            }
            (void)nodes.add(name, table.origin.path);
            (start ? tie.from : tie.to) = nodes.find(name).value_or(0);
        }
        if (!weight.empty()) {
            tie.weight = weight[row];
            if (std::isnan(tie.weight) || tie.weight == 0)
                faults.add(table.problem(row, "weight", tie.weight == 0 ? "the weight is 0" : "the weight is missing",
                                         "leave out ties that are not there"));
        }
        if (!directions.empty()) tie.directed = directions[row] == "1" || directions[row] == "true";
        graph.ties.push_back(tie);
    }
    faults.throw_if_any();
    graph.ids = nodes.take();
    const bool spells = table.find("start") && table.find("end");
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const std::string& name = table.names[c];
        const bool own = name == from_name || name == to_name || name == "weight" || name == "directed";
        if (own || (spells && (name == "start" || name == "end"))) continue;
        GraphAttribute attribute{name, AttributeType::text, texts_of_column(table.columns[c])};
        attribute.type = attribute_type_of(attribute.values);
        graph.tie_attributes.push_back(std::move(attribute));
    }
    for (std::size_t row = 0; spells && row < table.rows(); ++row) {
        const auto start = text_cell(table["start"], row), end = text_cell(table["end"], row);
        graph.tie_spells.emplace_back();
        if (start || end) graph.tie_spells.back().push_back({start.value_or(""), end.value_or("")});
    }
    settle_graph(graph);
    return graph;
}

GraphFile graph_of_matrix_table(const Table& table) {
    GraphFile graph;
    if (table.names.empty())
        throw InputError(Problem{table.origin.path, 1, 0, "the matrix has no column", "name rows and columns"});
    const std::vector<std::string> rows = require_texts(table, table.names.front());
    const std::vector<std::string> columns(table.names.begin() + 1, table.names.end());
    check_graph_size(table.origin.path, "nodes", static_cast<double>(rows.size() + columns.size()), most_graph_nodes);
    Diagnostics faults;
    NamedNodes nodes;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].empty())
            faults.add(table.problem(row, table.names.front(), "the row has no name", "name the node"));
        else if (!nodes.add(rows[row], table.origin.path))
            faults.add(
                table.problem(row, table.names.front(), "'" + rows[row] + "' stands twice", "keep one row a node"));
    }
    faults.throw_if_any();
    const bool one_mode =
        std::set<std::string>(rows.begin(), rows.end()) == std::set<std::string>(columns.begin(), columns.end());
    std::vector<std::uint32_t> place;
    for (const std::string& column : columns) {
        std::string id = column;
        while (!one_mode && !nodes.add(id, table.origin.path)) id = "column " + id;
        place.push_back(*nodes.find(id));
    }
    bool symmetric = one_mode;
    std::vector<double> cells(one_mode ? rows.size() * rows.size() : 0);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        std::vector<double> values(rows.size());
        keep_faults(faults, [&] { values = require_reals(table, columns[c]); });
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (std::isnan(values[row]))
                faults.add(table.problem(row, columns[c], "the cell is empty", "write 0 where there is no tie"));
            if (one_mode) cells[row * rows.size() + place[c]] = values[row];
            if (values[row] == 0 || std::isnan(values[row])) continue;
            graph.ties.push_back({static_cast<std::uint32_t>(row), place[c], one_mode, values[row]});
        }
    }
    faults.throw_if_any();
    for (std::size_t a = 0; one_mode && a < rows.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            symmetric = symmetric && cells[a * rows.size() + b] == cells[b * rows.size() + a];
    }
    if (symmetric) {
        std::erase_if(graph.ties, [](const GraphTie& tie) { return tie.from > tie.to; });
        for (GraphTie& tie : graph.ties) tie.directed = false;
    }
    std::ranges::stable_sort(graph.ties, {}, [](const GraphTie& tie) { return std::pair(tie.from, tie.to); });
    if (!one_mode) graph.first_mode = rows.size();
    graph.ids = nodes.take();
    settle_graph(graph);
    return graph;
}

Table edge_table(const GraphFile& graph, std::vector<std::string>& warnings) {
    const std::vector<std::string> names = graph_node_names(graph);
    warn_of_losses(graph,
                   {.format = "an edge list",
                    .tie_attributes = true,
                    .spells = graph.node_spells.empty(),
                    .isolates = false,
                    .two_modes = false,
                    .mixed_ties = true},
                   warnings);
    std::vector<std::string> from, to, spells;
    std::vector<std::int64_t> sign, directed;
    std::vector<double> weight;
    bool negative = false;
    for (const GraphTie& tie : graph.ties) {
        from.push_back(names[tie.from]);
        to.push_back(names[tie.to]);
        weight.push_back(std::abs(tie.weight));
        sign.push_back(tie.weight < 0 ? -1 : 1);
        directed.push_back(tie.directed ? 1 : 0);
        negative = negative || tie.weight < 0;
    }
    Table table;
    table.add("from", Column(std::span<const std::string>(from)));
    table.add("to", Column(std::span<const std::string>(to)));
    if (graph.weighted) table.add("weight", Column(std::move(weight)));
    if (negative) table.add("sign", Column(std::move(sign)));
    if (graph.directed) table.add("directed", Column(std::move(directed)));
    for (const auto& own : graph.tie_spells) spells.push_back(spells_text(own));
    if (!graph.tie_spells.empty()) table.add("spells", Column(std::span<const std::string>(spells)));
    for (const GraphAttribute& attribute : graph.tie_attributes) {
        std::string name = attribute.name;
        while (table.find(name)) name += "_";
        if (name != attribute.name)
            warnings.push_back("an edge list cannot hold two columns '" + attribute.name +
                               "': the attribute is called '" + name + "'");
        table.add(name, attribute_column(attribute));
    }
    return table;
}

Table matrix_table(const GraphFile& graph, std::vector<std::string>& warnings) {
    const std::vector<std::string> names = graph_node_names(graph);
    const std::size_t first = graph.first_mode.value_or(0), rows = graph.first_mode ? first : names.size(),
                      columns = names.size() - first;
    check_graph_size("the matrix", "cells", static_cast<double>(rows) * static_cast<double>(columns), most_graph_cells);
    warn_of_losses(graph, {.format = "a matrix", .parallel_ties = false}, warnings);
    std::vector<std::vector<double>> cells(columns, std::vector<double>(rows));
    for (const GraphTie& tie : graph.ties) {
        const std::uint32_t from = graph.first_mode && tie.from >= first ? tie.to : tie.from;
        const std::uint32_t to = from == tie.from ? tie.to : tie.from;
        cells[to - first][from] += tie.weight;
        if (!tie.directed && !graph.first_mode && from != to) cells[from][to] += tie.weight;
    }
    Table table;
    table.add("node", Column(std::span<const std::string>(names.data(), rows)));
    for (std::size_t c = 0; c < columns; ++c) {
        const bool whole =
            std::ranges::all_of(cells[c], [](double x) { return x == std::round(x) && std::abs(x) < 1e15; });
        std::string name = names[first + c];
        while (table.find(name)) name += "_";
        if (whole) {
            std::vector<std::int64_t> numbers(cells[c].begin(), cells[c].end());
            table.add(name, Column(std::move(numbers)));
        } else {
            table.add(name, Column(std::move(cells[c])));
        }
    }
    return table;
}

}  // namespace tarazy
