#include "simulate/bargain/actor_cells.hpp"

#include <algorithm>

namespace tarazy {

std::optional<ActorCell> NamedCells::find(std::string_view name) const {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return cells[static_cast<std::size_t>(found - names.begin())];
}

std::string scenario_name_of(std::string_view name) {
    std::string text(name);
    for (char& c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        if (!letter && !(c >= '0' && c <= '9')) c = '_';
    }
    return text;
}

NamedCells named_cells(const BargainActors& actors) {
    NamedCells all;
    const auto add = [&](const std::string& name, CellKind kind, std::size_t place) {
        all.names.push_back(scenario_name_of(name));
        all.cells.push_back({kind, place});
    };
    for (std::size_t i = 0; i < actors.count(); ++i) {
        add("capability_" + actors.names[i], CellKind::capability, i);
        for (std::size_t d = 0; d < actors.issues.size(); ++d) {
            const std::string of = actors.names[i] + (actors.issues.size() > 1 ? "_" + actors.issues[d] : "");
            add("position_" + of, CellKind::position, actors.place(i, d));
            add("salience_" + of, CellKind::salience, actors.place(i, d));
        }
    }
    return all;
}

bool are_usable(const CellValues& cells, double lowest, double highest) {
    if (!std::ranges::all_of(cells.capability, [](double one) { return one > 0 && one < 1e300; })) return false;
    if (!std::ranges::all_of(cells.position, [&](double one) { return one >= lowest && one <= highest; })) return false;
    const std::size_t issues = cells.salience.size() / cells.capability.size();
    for (std::size_t at = 0; at < cells.salience.size(); at += issues) {
        double sum = 0;
        for (std::size_t d = 0; d < issues; ++d) {
            if (!(cells.salience[at + d] >= 0)) return false;
            sum += cells.salience[at + d];
        }
        if (sum > 1 + 1e-9) return false;
    }
    return true;
}

}  // namespace tarazy
