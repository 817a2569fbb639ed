#include "table/year_of_column.hpp"

#include "base/number_text.hpp"

#include <cstddef>

namespace tarazy {

std::optional<int> year_of_column(std::string_view name) {
    std::optional<int> found;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] < '0' || name[at] > '9') continue;
        std::size_t end = at;
        while (end < name.size() && name[end] >= '0' && name[end] <= '9') ++end;
        if (end - at != 4) return std::nullopt;
        const int year = static_cast<int>(*parse_integer(name.substr(at, 4)));
        if (year < 1000 || year > 2999 || (found && *found != year)) return std::nullopt;
        found = year;
        at = end;
    }
    return found;
}

}  // namespace tarazy
