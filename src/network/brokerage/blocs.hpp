#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Blocs (poles) among the actors of a network. A state lies in one bloc or in none.
struct Blocs {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::vector<std::string> names;   ///< in byte order
    std::vector<std::uint32_t> bloc;  ///< of each actor: its place among the names, or `none`

    /// Every two blocs, the earlier name first: (0,1), (0,2), ..., (1,2), ...
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs() const;
};

/// Blocs from `node,group` (or `node,bloc`), where states without a bloc are left out or have an empty cell.
/// @throws InputError with every faulty row: a state that is none of the actors, one that stands twice; fewer than two
/// blocs
[[nodiscard]] Blocs read_blocs(const Table& blocs, std::span<const std::string> actors);

/// Blocs from lists of names. @throws InputError  a name that is none of the actors, one in two blocs
[[nodiscard]] Blocs blocs_of(std::span<const std::pair<std::string, std::vector<std::string>>> members,
                             std::span<const std::string> actors);

}  // namespace tarazy
