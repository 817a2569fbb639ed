#include "io/header_row.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// May the later row stand below this header? A column on the left without a name may hold the names of rows.
bool covers(const FilledRow& header, const FilledRow& row) {
    return row.columns.back() <= header.columns.back() && row.columns.front() + 1 >= header.columns.front();
}

}  // namespace

std::size_t header_index(std::span<const FilledRow> rows) {
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const FilledRow& header = rows[index];
        const auto below = rows.subspan(index + 1);
        if (!std::ranges::all_of(below, [&](const FilledRow& row) { return covers(header, row); })) continue;
        const bool titles = std::ranges::all_of(rows.first(index), [&](const FilledRow& row) {
            const std::size_t cells = row.columns.size();
            return cells * 2 < header.columns.size() || (cells == 1 && header.columns.size() > 1);
        });
        return titles && header.can_name ? index : 0;
    }
    return 0;
}

}  // namespace tarazy
