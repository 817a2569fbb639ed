#include "table/list_cells.hpp"

#include <algorithm>

namespace tarazy {

std::string list_cell(std::span<const std::string> items) {
    std::string cell;
    for (const std::string& item : items) {
        if (&item != items.data()) cell += "; ";
        const bool plain = !item.empty() && item.front() != ' ' && item.back() != ' ' &&
                           item.find_first_of(";\"") == std::string::npos;
        if (plain) {
            cell += item;
            continue;
        }
        cell += '"';
        for (const char c : item) {
            if (c == '"') cell += '"';
            cell += c;
        }
        cell += '"';
    }
    return cell;
}

std::vector<std::string> list_items(std::string_view cell) {
    std::vector<std::string> items;
    std::size_t at = cell.find_first_not_of(' ');
    while (at != std::string_view::npos) {
        std::string item;
        if (cell[at] == '"') {
            for (++at; at < cell.size(); ++at) {
                if (cell[at] == '"' && (at + 1 == cell.size() || cell[at + 1] != '"')) break;
                if (cell[at] == '"') ++at;
                item += cell[at];
            }
            at = std::min(at + 1, cell.size());
        }
        const std::size_t end = std::min(cell.find(';', at), cell.size());
        std::string_view rest = cell.substr(at, end - at);
        rest = rest.substr(0, rest.find_last_not_of(' ') + 1);
        items.push_back(item.append(rest));
        if (end == cell.size()) break;
        at = cell.find_first_not_of(' ', end + 1);
        if (at == std::string_view::npos) items.emplace_back();
    }
    return items;
}

}  // namespace tarazy
