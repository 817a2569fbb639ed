#include "text/coding/qdpx_project.hpp"

#include "base/error.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

bool is_html_colour(const std::string& text) {
    return (text.size() == 7 || text.size() == 4) && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

}  // namespace

Table code_tree_table(const std::vector<CodebookEntry>& codes) {
    TableRows rows(TextColumn{"code"}, TextColumn{"parent"}, TextColumn{"name"}, TextColumn{"description"},
                   TextColumn{"color"}, IntegerColumn{"codable"}, TextColumn{"guid"});
    for (const CodebookEntry& one : codes)
        rows.add(one.code, one.parent, one.name, one.description, one.color, one.codable, one.guid);
    return rows.table();
}

std::vector<CodebookEntry> read_code_tree(const Table& table) {
    const std::vector<std::string> codes = require_texts(table, "code");
    std::map<std::string, std::size_t> rows;
    Diagnostics problems;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        if (codes[row].empty()) {
            problems.add(table.problem(row, "code", "the code has no name", "name it"));
        } else if (!rows.emplace(codes[row], row).second) {
            problems.add(
                table.problem(row, "code", "the code '" + codes[row] + "' stands here a second time", "keep it once"));
        }
    }
    std::vector<CodebookEntry> entries(codes.size());
    for (std::size_t row = 0; row < codes.size(); ++row) {
        CodebookEntry& one = entries[row];
        one = {codes[row],
               text_in(table, "parent", row),
               text_in(table, "name", row),
               text_in(table, "description", row),
               text_in(table, "color", row),
               text_in(table, "guid", row),
               text_in(table, "codable", row) != "0"};
        if (one.name.empty()) one.name = one.code;
        if (!one.parent.empty() && !rows.contains(one.parent))
            problems.add(
                table.problem(row, "parent", "the parent '" + one.parent + "' is no code", "add it, or mend the name"));
        if (!one.color.empty() && !is_html_colour(one.color))
            problems.add(table.problem(row, "color", "the colour is '" + one.color + "'", "write it as #RRGGBB"));
    }
    problems.throw_if_any();
    // Depth of each code; more steps up than there are codes is a circle.
    std::vector<std::size_t> depth(codes.size(), 0);
    for (std::size_t row = 0; row < codes.size(); ++row) {
        for (std::string at = entries[row].parent; !at.empty(); at = entries[rows.at(at)].parent) {
            if (++depth[row] <= codes.size()) continue;
            problems.add(
                table.problem(row, "parent", "the code '" + codes[row] + "' is above itself", "break the circle"));
            break;
        }
    }
    problems.throw_if_any();
    std::vector<std::size_t> order(codes.size());
    for (std::size_t row = 0; row < order.size(); ++row) order[row] = row;
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return depth[row]; });
    std::vector<CodebookEntry> sorted;
    for (const std::size_t row : order) sorted.push_back(std::move(entries[row]));
    return sorted;
}

}  // namespace tarazy
