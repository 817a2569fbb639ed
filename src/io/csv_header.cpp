#include "io/csv_header.hpp"

#include "base/error.hpp"
#include "base/text_cut.hpp"
#include "io/read_table.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace tarazy {
void check_column_names(const std::vector<std::string>& names, std::size_t line, const std::string& path) {
    Diagnostics diagnostics;
    std::unordered_map<std::string_view, std::size_t> first;
    for (std::size_t column = 0; column < names.size(); ++column) {
        const std::string& name = names[column];
        if (name.empty()) {
            diagnostics.add(
                {path, line, column + 1, "the column has no name", "name it in the header line, or remove it"});
            continue;
        }
        const auto [entry, added] = first.try_emplace(name, column + 1);
        if (added) continue;
        diagnostics.add(
            {path, line, column + 1,
             "the column name '" + shortened(name) + "' stands already at column " + std::to_string(entry->second),
             "rename one of the two"});
    }
    diagnostics.throw_if_any();
}

CsvHeader read_header(CsvScanner& scanner, const std::string& path, bool lacks_first) {
    do scanner.skip_blank_lines();
    while (scanner.skip_empty_row());
    if (scanner.done()) {
        throw InputError(Problem{path, 0, 0, "the file is empty", "give a file with a header line and one row a line"});
    }
    CsvHeader header;
    header.line = scanner.line();
    if (lacks_first) header.names.emplace_back();
    do {
        const CsvScanner::Field field = scanner.next();
        if (header.names.size() == max_columns) {
            throw LimitError(path + ": has more than " + std::to_string(max_columns) +
                             " columns; turn it round so that cases are rows");
        }
        header.names.emplace_back(field.text);
        if (field.fault == CsvScanner::Fault::none) continue;
        throw InputError(csv_fault(field, header.names.size(), path));
    } while (scanner.stop() == CsvScanner::Stop::delimiter);
    header.fields = header.names.size();
    while (header.names.size() > 1 && header.names.back().empty()) header.names.pop_back();
    std::unordered_set<std::string_view> seen;
    const bool twice = std::ranges::any_of(
        header.names, [&](const std::string& name) { return !name.empty() && !seen.insert(name).second; });
    if (twice || (header.names.size() == 1 && header.names.front().empty()))
        check_column_names(header.names, header.line, path);
    return header;
}

}  // namespace tarazy
