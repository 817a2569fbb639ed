#include "report/table_columns.hpp"

#include "report/table_column_list.hpp"

#include <algorithm>
#include <string>

namespace tarazy {
namespace {

bool drop_ending(std::string_view& text, std::string_view ending) {
    if (!text.ends_with(ending)) return false;
    text.remove_suffix(ending.size());
    return true;
}

/// `share_RUS`, `difference_CHN_RUS`, each also with `_change`: the poles are the study's.
std::optional<ColumnMeaning> column_of_poles(std::string_view column) {
    const bool change = drop_ending(column, "_change");
    ColumnMeaning told;
    if (column.starts_with("share_"))
        told = {"share of the pole " + std::string(column.substr(6)) +
                    " in the institutions that the state shares with all poles",
                "share"};
    else if (column.starts_with("difference_"))
        told = {"share of the first pole less that of the second, divided by their sum", "-1 to 1"};
    else if (change && (column == "entropy" || column == "bridges"))
        told = {column == "entropy" ? "evenness of the poles' shares" : "exclusive bridges of the state",
                column == "entropy" ? "0 to 1" : "count"};
    else
        return std::nullopt;
    if (change) told.meaning = "change against the network as it is of: " + told.meaning;
    return told;
}

}  // namespace

std::optional<ColumnMeaning> table_column_meaning(std::string_view method, std::string_view table,
                                                  std::string_view column) {
    const auto found = std::ranges::find_if(table_columns, [&](const TableColumn& one) {
        return one.method == method && one.table == table && one.name == column;
    });
    if (found != std::end(table_columns)) return ColumnMeaning{std::string(found->meaning), std::string(found->unit)};
    if (method == "network.knockout" && table.empty()) return column_of_poles(column);
    return std::nullopt;
}

std::optional<ColumnMeaning> set_column_meaning(std::string_view method, std::string_view table) {
    if (!method.starts_with("compare.")) return std::nullopt;
    if (table == "memberships") return ColumnMeaning{"membership of the case in the set of this name", "0 to 1"};
    if (table == "truth_table")
        return ColumnMeaning{"1: the condition of this name is present in the row; 0: absent", ""};
    return std::nullopt;
}

}  // namespace tarazy
