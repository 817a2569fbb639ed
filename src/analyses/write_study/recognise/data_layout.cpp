#include "analyses/write_study/recognise/data_layout.hpp"

#include "analyses/write_study/recognise/layouts_of_conflict.hpp"
#include "analyses/write_study/recognise/layouts_of_economies.hpp"
#include "analyses/write_study/recognise/layouts_of_states.hpp"
#include "analyses/write_study/recognise/layouts_of_votes.hpp"
#include "base/text_lists.hpp"
#include "table/year_of_column.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace tarazy {
namespace {

std::vector<DataLayout> all_data_layouts() {
    std::vector<DataLayout> all = layouts_of_votes();
    for (std::vector<DataLayout> part : {layouts_of_conflict(), layouts_of_states(), layouts_of_economies()})
        std::ranges::move(part, std::back_inserter(all));
    return all;
}

/// Keys of the columns of a file, and how many of them are years.
struct FileKeys {
    std::set<std::string> keys;
    std::size_t years = 0;
    explicit FileKeys(const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            keys.insert(column_key(name));
            if (year_of_column(name)) ++years;
        }
    }
    [[nodiscard]] bool has(const std::string& column) const { return keys.contains(column_key(column)); }
};

bool title_holds(const LayoutSigns& signs, const std::string& text) {
    return std::ranges::any_of(signs.title,
                               [&](const std::string& line) { return line.find(text) != std::string::npos; });
}

/// Is everything there but, perhaps, some of `columns`?
bool other_signs_fit(const DataLayout& layout, const LayoutSigns& signs, const FileKeys& file) {
    const auto there = [&](const std::string& column) { return file.has(column); };
    if (!layout.any_of.empty() && std::ranges::none_of(layout.any_of, there)) return false;
    if (std::ranges::any_of(layout.none_of, there)) return false;
    if (file.years < layout.year_columns) return false;
    return layout.title.empty() || title_holds(signs, layout.title);
}

std::vector<std::string> columns_lacking(const DataLayout& layout, const FileKeys& file) {
    std::vector<std::string> lacks;
    for (const std::string& column : layout.columns)
        if (!file.has(column)) lacks.push_back(column);
    return lacks;
}

bool fits_layout(const DataLayout& layout, const LayoutSigns& signs, const FileKeys& file) {
    return !layout.columns.empty() && columns_lacking(layout, file).empty() && other_signs_fit(layout, signs, file);
}

/// How much says that a file is this and not another one.
std::size_t weight_of(const DataLayout& layout) {
    return layout.columns.size() + (layout.any_of.empty() ? 0 : 1) + (layout.title.empty() ? 0 : 3) +
           (layout.year_columns > 0 ? 1 : 0);
}

void name_as_in_file(std::string& text, std::span<const std::string> names) {
    text = with_names_of_file(text, names);
}

}  // namespace

std::span<const DataLayout> data_layouts() {
    static const std::vector<DataLayout> layouts = all_data_layouts();
    return layouts;
}

const DataLayout* data_layout(std::string_view id) {
    const auto found = std::ranges::find(data_layouts(), id, &DataLayout::id);
    return found == data_layouts().end() ? nullptr : &*found;
}

std::string column_key(std::string_view name) {
    std::string key;
    for (const char letter : name) {
        if (letter == ' ' || letter == '.' || letter == '_' || letter == '-') continue;
        key += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return key;
}

const DataLayout* layout_with(const LayoutSigns& signs) {
    const FileKeys file(signs.names);
    const DataLayout* best = nullptr;
    for (const DataLayout& layout : data_layouts()) {
        if (signs.bare_fields > 0) {
            if (std::ranges::find(layout.bare_fields, signs.bare_fields) != layout.bare_fields.end()) return &layout;
            continue;
        }
        if (!fits_layout(layout, signs, file)) continue;
        if (best == nullptr || weight_of(layout) > weight_of(*best)) best = &layout;
    }
    return best;
}

bool has_signs_of(const LayoutSigns& signs, DataLayout layout) {
    layout.none_of.clear();
    return fits_layout(layout, signs, FileKeys(signs.names));
}

std::string with_names_of_file(std::string_view text, std::span<const std::string> names) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find('[');
        const std::size_t close = open == std::string_view::npos ? open : text.find(']', open);
        if (close == std::string_view::npos) break;
        result += text.substr(0, open);
        const std::string_view wanted = text.substr(open + 1, close - open - 1);
        const auto found = std::ranges::find(names, column_key(wanted), column_key);
        result += found == names.end() ? wanted : std::string_view(*found);
        text.remove_prefix(close + 1);
    }
    return result + std::string(text);
}

ReshapeOrder shape_for(const DataLayout& layout, std::span<const std::string> names) {
    ReshapeOrder order = layout.shape.value_or(ReshapeOrder());
    for (RowFilter& condition : order.where) name_as_in_file(condition.column, names);
    for (std::string& id : order.ids) name_as_in_file(id, names);
    for (std::string& column : order.left_out) name_as_in_file(column, names);
    for (StackedPiece& piece : order.pieces)
        for (StackedPiece::Cell& cell : piece.cells)
            if (!cell.is_text) name_as_in_file(cell.from, names);
    return order;
}

std::vector<NearLayout> near_layouts(const LayoutSigns& signs) {
    constexpr std::size_t shown = 3;
    const FileKeys file(signs.names);
    std::vector<NearLayout> near;
    for (const DataLayout& layout : data_layouts()) {
        NearLayout one{&layout, columns_lacking(layout, file)};
        const std::size_t there = layout.columns.size() - one.lacks.size();
        // A table that was taken out of its file, without the lines above it.
        const bool untitled = !layout.title.empty() && one.lacks.empty() && file.years >= layout.year_columns &&
                              !title_holds(signs, layout.title);
        if (untitled) one.lacks.push_back("the lines above the table ('" + layout.title + " ..')");
        const bool near_enough = there >= 2 && 2 * there >= layout.columns.size();
        if (layout.columns.empty() || (!near_enough && !untitled)) continue;
        const auto has = [&](const std::string& column) { return file.has(column); };
        if (std::ranges::any_of(layout.none_of, has)) continue;
        if (!layout.any_of.empty() && std::ranges::none_of(layout.any_of, has))
            one.lacks.push_back("one of " + first_few(layout.any_of, shown));
        if (file.years < layout.year_columns && !untitled) one.lacks.push_back("columns named by years");
        if (one.lacks.empty()) continue;  // it has that layout, or its cells are other ones
        near.push_back(std::move(one));
    }
    const auto share = [](const NearLayout& one) {
        return static_cast<double>(one.lacks.size()) / static_cast<double>(one.layout->columns.size());
    };
    std::ranges::stable_sort(near, {}, share);
    if (near.size() > shown) near.resize(shown);
    return near;
}

}  // namespace tarazy
