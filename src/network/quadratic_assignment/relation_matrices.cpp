#include "network/quadratic_assignment/relation_matrices.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

/// Row of each node, by name.
std::map<std::string, std::size_t> rows_by_node(const Table& table, Diagnostics& faults) {
    std::map<std::string, std::size_t> rows;
    if (table.columns.empty()) {
        faults.add(Problem{table.origin.path, 1, 0, "the matrix has no column", "name the nodes in the first column"});
        return rows;
    }
    const std::vector<std::string> names = require_texts(table, table.names.front());
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (names[row].empty())
            faults.add(table.problem(row, table.names.front(), "the row has no name", "name its node"));
        else if (!rows.emplace(names[row], row).second)
            faults.add(
                table.problem(row, table.names.front(), "'" + names[row] + "' stands twice", "keep one row a node"));
    }
    return rows;
}

/// Rows and columns are those of the same nodes, and of the response where there is one.
void check_nodes(const Table& table, const std::map<std::string, std::size_t>& rows,
                 const std::vector<std::string>& expected, const std::string& response, Diagnostics& faults) {
    std::set<std::string> columns(table.names.begin() + 1, table.names.end());
    for (const auto& [node, row] : rows) {
        if (!columns.contains(node))
            faults.add(table.problem(row, table.names.front(), "'" + node + "' has a row and no column",
                                     "give a square matrix: the same nodes in rows and columns"));
    }
    for (std::size_t column = 1; column < table.names.size(); ++column) {
        const std::string& node = table.names[column];
        if (!rows.contains(node))
            faults.add(Problem{table.origin.path, 1, column + 1, "'" + node + "' has a column and no row",
                               "give a square matrix: the same nodes in rows and columns"});
    }
    for (const auto& [node, row] : rows) {
        if (!expected.empty() && !std::ranges::binary_search(expected, node))
            faults.add(table.problem(row, table.names.front(), "'" + node + "' is no node of " + response,
                                     name_hint(node, expected)));
    }
    for (const std::string& node : expected) {
        if (!rows.contains(node))
            faults.add(Problem{table.origin.path, 1, 0, "'" + node + "' of " + response + " has no row",
                               "give all matrices the same nodes"});
    }
}

std::vector<double> cells_of(const Table& table, const std::map<std::string, std::size_t>& rows, Diagnostics& faults) {
    const std::size_t n = rows.size();
    std::vector<double> cells(n * n);
    std::size_t to = 0;
    for (const auto& [column_node, unused] : rows) {
        const Column& column = table[column_node];
        std::size_t from = 0;
        for (const auto& [node, row] : rows) {
            if (from != to) {
                const std::string what = "the cell of '" + node + "' and '" + column_node + "' ";
                if (column.missing(row))
                    faults.add(table.problem(row, column_node, what + "is missing",
                                             "fill it, or leave the node out of all matrices: unknown is not zero"));
                else if (column.type() == ColumnType::text)
                    // One word makes a column a text; its other cells are numbers still.
                    cells[from * n + to] = parse_real(column.display(row)).value_or(std::nan(""));
                else
                    cells[from * n + to] = *column.real(row);
                if (!std::isfinite(cells[from * n + to]))
                    faults.add(table.problem(row, column_node, what + "is '" + column.display(row) + "', no number",
                                             "write a number"));
            }
            ++from;
        }
        ++to;
    }
    return cells;
}

/// @param rows  of the nodes, by name
void check_relation(const Table& table, const std::map<std::string, std::size_t>& rows, const RelationMatrix& relation,
                    const std::vector<std::string>& nodes, bool directed, Diagnostics& faults) {
    const std::size_t n = nodes.size();
    const double first = relation.cells[1];
    bool constant = true;
    for (std::size_t from = 0; from < n; ++from) {
        for (std::size_t to = 0; to < n; ++to) {
            if (from == to) continue;
            const double there = relation.cells[from * n + to], back = relation.cells[to * n + from];
            constant = constant && there == first;
            if (directed || from > to || there == back) continue;
            faults.add(table.problem(rows.at(nodes[from]), nodes[to],
                                     "the cell of '" + nodes[from] + "' and '" + nodes[to] + "' is " +
                                         number_text(there) + ", that of '" + nodes[to] + "' and '" + nodes[from] +
                                         "' is " + number_text(back),
                                     "say --directed, or make the matrix symmetric"));
        }
    }
    if (constant)
        faults.add(Problem{table.origin.path, 1, 0, "every cell of the relation is " + number_text(first),
                           "leave it out: what never varies explains nothing and cannot be explained"});
}

}  // namespace

RelationMatrices read_relations(const std::vector<NamedTable>& matrices, bool directed) {
    RelationMatrices result;
    result.directed = directed;
    std::set<std::string> names;
    for (const NamedTable& matrix : matrices) {
        const Table& table = *matrix.table;
        Diagnostics faults;
        if (!names.insert(matrix.name).second)
            faults.add(Problem{table.origin.path, 1, 0, "two relations are called '" + matrix.name + "'",
                               "name each matrix once, and its file differently"});
        const auto rows = rows_by_node(table, faults);
        faults.throw_if_any();
        check_nodes(table, rows, result.nodes, matrices.front().name, faults);
        if (result.nodes.empty() && rows.size() < 4)
            faults.add(Problem{table.origin.path, 1, 0, "the matrix has " + std::to_string(rows.size()) + " nodes",
                               "give four at least: fewer have hardly any permutation"});
        faults.throw_if_any();
        RelationMatrix relation{matrix.name, cells_of(table, rows, faults)};
        faults.throw_if_any();
        if (result.nodes.empty())
            for (const auto& [node, row] : rows) result.nodes.push_back(node);
        check_relation(table, rows, relation, result.nodes, directed, faults);
        faults.throw_if_any();
        result.relations.push_back(std::move(relation));
    }
    return result;
}

}  // namespace tarazy
