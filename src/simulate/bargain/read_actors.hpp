#pragma once

#include "simulate/bargain/actors.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// How the numbers in a file of actors are meant.
struct ActorReading {
    double lowest = 0, highest = 100;           ///< ends of the scale of positions
    std::optional<double> salience_scale = {};  ///< what stands for all of an actor's attention: 1 or 100
    std::size_t least_actors = 2;               ///< a model's own need
};

/// Actors, and what was assumed to read them, a sentence each.
struct ActorsRead {
    BargainActors actors;
    std::vector<std::string> notes = {};
};

/// Is it KTAB's layout: a first line `name,description,actors,issues`, of which the last two are whole numbers?
[[nodiscard]] bool is_ktab_layout(std::string_view text);

/// Reads actors from a table with the columns `actor`, `capability`, `position`, `salience` (letter case does not
/// count), of several issues `position_ISSUE`, `salience_ISSUE` or `ISSUE_position`, `ISSUE_salience`; or, a row an
/// actor and issue, with the column `issue`. `description` may be there. Without a scale of salience, it is 1 where no
/// actor spends more than 1, else 100. Memory and time O(cells).
/// @throws InputError with every fault: a name that is lacking or stands twice, a capability that is not above 0, a
/// position outside of the scale, a negative salience, saliences of an actor that sum to nothing or to more than the
/// whole, an issue that an actor lacks, too few actors
[[nodiscard]] ActorsRead actors_of_table(const Table& table, const ActorReading& reading);

/// The same from KTAB's layout (.csv): behind the first line a header, then a row an actor: name, description, power,
/// and position and salience of each issue, of 100. @throws InputError as above
[[nodiscard]] ActorsRead actors_of_ktab(std::string_view text, const std::string& path, const ActorReading& reading);

/// Of text in either layout.
[[nodiscard]] ActorsRead actors_of_text(std::string_view text, const std::string& path, const ActorReading& reading);

}  // namespace tarazy
