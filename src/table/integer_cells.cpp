#include "table/integer_cells.hpp"

#include <algorithm>

namespace tarazy {

void IntegerCells::widen() {
    std::vector<std::int64_t> wide;
    wide.reserve(std::max(narrow_.capacity(), 2 * narrow_.size()));
    for (const std::int64_t cell : *this) wide.push_back(cell);
    wide_ = std::move(wide);
    narrow_ = {};
    is_wide_ = true;
}

}  // namespace tarazy
