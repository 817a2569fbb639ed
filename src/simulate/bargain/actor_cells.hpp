#pragma once

#include "simulate/bargain/actors.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Numbers of actors by name, so that the inputs of a scenario can stand in their place.

enum class CellKind { capability, position, salience };

/// One number of an actor.
struct ActorCell {
    CellKind kind = CellKind::capability;
    std::size_t place = 0;  ///< of the actor, or actor x issues + issue
};

/// Names of all numbers: `capability_ACTOR`, `position_ACTOR_ISSUE`, `salience_ACTOR_ISSUE`, with one issue
/// `position_ACTOR` and `salience_ACTOR`. What is neither letter nor digit in a name becomes `_`.
struct NamedCells {
    std::vector<std::string> names;
    std::vector<ActorCell> cells;

    [[nodiscard]] std::optional<ActorCell> find(std::string_view name) const;
};
[[nodiscard]] NamedCells named_cells(const BargainActors& actors);

/// A name as the name of an input or outcome.
[[nodiscard]] std::string scenario_name_of(std::string_view name);

/// The cells of one run.
struct CellValues {
    std::vector<double> capability, position, salience;  ///< as in `BargainActors`
};

/// Can a model take them: capabilities above 0, positions within the scale, saliences from 0 and at most 1 an actor?
[[nodiscard]] bool are_usable(const CellValues& cells, double lowest, double highest);

}  // namespace tarazy
