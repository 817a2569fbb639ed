#include "network/affiliations/two_mode_network.hpp"

#include "table/table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

std::vector<std::size_t> byte_order(const std::vector<std::string>& names) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) -> const std::string& { return names[at]; });
    return order;
}

std::size_t place_among(const std::vector<std::string>& sorted, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::lower_bound(sorted, name) - sorted.begin());
}

void make_distinct(std::vector<std::string>& names) {
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

void check_actors(const Table& matrix, const std::vector<std::string>& actors, const std::vector<std::size_t>& order,
                  Diagnostics& faults) {
    for (std::size_t row = 0; row < actors.size(); ++row) {
        if (actors[row].empty())
            faults.add(
                matrix.problem(row, matrix.names[0], "the row has no name", "name the actor in the first column"));
    }
    for (std::size_t at = 1; at < order.size(); ++at) {
        if (!actors[order[at]].empty() && actors[order[at]] == actors[order[at - 1]])
            faults.add(matrix.problem(order[at], matrix.names[0], "'" + actors[order[at]] + "' stands twice",
                                      "keep one row an actor"));
    }
}

}  // namespace

TwoModeNetwork read_incidence(const Table& matrix) {
    if (matrix.columns.size() < 2 || matrix.rows() == 0)
        throw InputError(
            Problem{matrix.origin.path, 1, 0, "the matrix has no actors or no institutions",
                    "give actors in rows and institutions in columns, the first column naming the actors"});
    const std::vector<std::string> actors = require_texts(matrix, matrix.names[0]);
    const std::vector<std::string> institutions(matrix.names.begin() + 1, matrix.names.end());
    const std::vector<std::size_t> rows = byte_order(actors), columns = byte_order(institutions);
    Diagnostics faults;
    check_actors(matrix, actors, rows, faults);
    TwoModeNetwork network;
    network.ties = BitMatrix(rows.size(), columns.size());
    for (const std::size_t row : rows) network.actors.push_back(actors[row]);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const std::string& name = institutions[columns[c]];
        network.institutions.push_back(name);
        const std::vector<std::string> cells = require_texts(matrix, name);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const std::string& cell = cells[rows[r]];
            if (cell == "1")
                network.ties.set(r, c);
            else if (cell != "0")
                faults.add(matrix.problem(
                    rows[r], name,
                    cell.empty() ? std::string("the cell is empty") : "the cell is '" + cell + "', neither 0 nor 1",
                    "write 1 for a tie and 0 for none; what is not known has no row or column here"));
        }
    }
    faults.throw_if_any();
    return network;
}

TwoModeNetwork two_mode_network(std::vector<std::pair<std::string, std::string>> ties, std::vector<std::string> actors,
                                std::vector<std::string> institutions) {
    for (const auto& [actor, institution] : ties) {
        actors.push_back(actor);
        institutions.push_back(institution);
    }
    make_distinct(actors);
    make_distinct(institutions);
    TwoModeNetwork network{std::move(actors), std::move(institutions), {}};
    network.ties = BitMatrix(network.actors.size(), network.institutions.size());
    for (const auto& [actor, institution] : ties)
        network.ties.set(place_among(network.actors, actor), place_among(network.institutions, institution));
    return network;
}

}  // namespace tarazy
