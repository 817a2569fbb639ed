#include "table/column_labels.hpp"

#include <algorithm>
#include <map>

namespace tarazy {

std::shared_ptr<const ColumnLabels> joined_labels(const std::shared_ptr<const ColumnLabels>& upper,
                                                  const std::shared_ptr<const ColumnLabels>& lower) {
    if (!upper || !lower || upper == lower) return upper ? upper : lower;
    ColumnLabels both = *upper;
    if (both.title.empty()) both.title = lower->title;
    for (const ValueLabel& label : lower->values) {
        const auto same = std::ranges::find(both.values, label.value, &ValueLabel::value);
        if (same == both.values.end()) {
            both.values.push_back(label);
        } else if (same->label != label.label) {
            return nullptr;
        }
    }
    return std::make_shared<const ColumnLabels>(std::move(both));
}

bool has_value_labels(const Column& column) {
    return column.labels() != nullptr && !column.labels()->values.empty();
}

Column labels_for_codes(const Column& column) {
    if (!has_value_labels(column)) return column;
    std::map<std::variant<double, std::string>, std::string> meanings;
    for (const ValueLabel& label : column.labels()->values) meanings.try_emplace(label.value, label.label);
    std::vector<std::string> cells(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.missing(row)) continue;
        std::variant<double, std::string> value;
        if (column.type() == ColumnType::text) {
            value = std::string(*column.text(row));
        } else {
            value = *column.real(row);
        }
        const auto meaning = meanings.find(value);
        cells[row] = meaning == meanings.end() ? column.display(row) : meaning->second;
    }
    return Column(std::span<const std::string>(cells));
}

}  // namespace tarazy
