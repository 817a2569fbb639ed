#include "network/projection/cannot_join.hpp"

#include "base/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tarazy {
namespace {

std::optional<std::size_t> place_named(const Table& rows, std::size_t row, const std::string& column,
                                       const std::string& name, const std::vector<std::string>& sorted,
                                       Diagnostics& faults) {
    if (name.empty()) {
        faults.add(rows.problem(row, column, "the cell is empty", "name the " + column));
        return std::nullopt;
    }
    const auto found = std::ranges::lower_bound(sorted, name);
    if (found != sorted.end() && *found == name) return static_cast<std::size_t>(found - sorted.begin());
    faults.add(rows.problem(row, column, "the network has no " + column + " '" + name + "'", name_hint(name, sorted)));
    return std::nullopt;
}

}  // namespace

BitMatrix read_cannot_join(const Table& rows, const TwoModeNetwork& network) {
    require_columns(rows, std::array<std::string, 2>{"actor", "institution"});
    const std::vector<std::string> actors = require_texts(rows, "actor");
    const std::vector<std::string> institutions = require_texts(rows, "institution");
    BitMatrix closed(network.actors.size(), network.institutions.size());
    Diagnostics faults;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto actor = place_named(rows, row, "actor", actors[row], network.actors, faults);
        const auto institution = place_named(rows, row, "institution", institutions[row], network.institutions, faults);
        if (!actor || !institution) continue;
        closed.set(*actor, *institution);
        if (network.ties(*actor, *institution))
            faults.add(rows.problem(
                row, "actor", "'" + actors[row] + "' belongs to '" + institutions[row] + "', so that it can join it",
                "leave out the row, or correct the network"));
    }
    faults.throw_if_any();
    return closed;
}

}  // namespace tarazy
