#include "io/csv_header.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/table_format.hpp"

#include <array>
#include <string_view>
#include <unordered_map>

namespace tarazy {
namespace {

struct DelimiterCounts {
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
};

DelimiterCounts count_delimiters(std::string_view text) {
    DelimiterCounts counts;
    bool quoted = false;
    bool started = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (started) break;
            continue;
        }
        started = true;
        if (quoted) continue;
        counts.commas += c == ',' ? 1 : 0;
        counts.semicolons += c == ';' ? 1 : 0;
        counts.tabs += c == '\t' ? 1 : 0;
    }
    return counts;
}

std::string shortened(std::string_view name) {
    if (name.size() <= 60) return std::string(name);
    std::size_t length = 57;
    while (length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0) == 0x80) --length;
    return std::string(name.substr(0, length)) + "...";
}

}  // namespace

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

char delimiter_of(std::string_view text, std::string_view path) {
    const std::string extension = format_extension(path);
    if (extension == ".tsv" || extension == ".tab") return '\t';
    const auto [commas, semicolons, tabs] = count_delimiters(text);
    if (extension == ".csv" && commas > 0) return ',';
    if (commas >= semicolons && commas >= tabs) return ',';
    return semicolons > tabs ? ';' : '\t';
}

std::vector<std::string> read_header(CsvScanner& scanner, const std::string& path) {
    scanner.skip_blank_lines(true);
    if (scanner.done()) {
        throw InputError(Problem{path, 0, 0, "the file is empty", "give a file with a header line and one row a line"});
    }
    const std::size_t line = scanner.line();
    std::vector<std::string> names;
    do {
        const CsvScanner::Field field = scanner.next();
        if (names.size() == max_columns) {
            throw LimitError(path + ": has more than " + std::to_string(max_columns) +
                             " columns; turn it round so that cases are rows");
        }
        names.emplace_back(field.text);
        if (field.fault == CsvScanner::Fault::none) continue;
        throw InputError(csv_fault(field, names.size(), path));
    } while (scanner.stop() == CsvScanner::Stop::delimiter);
    check_column_names(names, line, path);
    return names;
}

}  // namespace tarazy
