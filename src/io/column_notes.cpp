#include "io/column_notes.hpp"

#include <algorithm>
#include <cstddef>

namespace tarazy {

std::string listed_names(std::span<const std::string> names) {
    constexpr std::size_t most = 6;
    const std::size_t shown = std::min(names.size(), most);
    const std::size_t more = names.size() - shown;
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) {
        const bool last = i + 1 == shown && more == 0;
        if (i > 0) text += last ? " and " : ", ";
        text += names[i];
    }
    if (more > 0) text += " and " + std::to_string(more) + " more";
    return text;
}

std::string columns_named(std::span<const std::string> names) {
    return (names.size() == 1 ? "column " : "columns ") + listed_names(names);
}

}  // namespace tarazy
