#include "analyses/write_study/recognise/file_version.hpp"

#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::string with_percent(const std::string& text, const std::string& filling) {
    const std::size_t sign = text.find('%');
    return sign == std::string::npos ? text : text.substr(0, sign) + filling + text.substr(sign + 1);
}

/// The first value of a column; nothing without such a column.
std::optional<std::string> first_cell(const Table& head, const std::string& wanted) {
    const auto found = std::ranges::find(head.names, column_key(wanted), column_key);
    if (found == head.names.end()) return std::nullopt;
    const Column& column = head.columns[static_cast<std::size_t>(found - head.names.begin())];
    for (std::size_t row = 0; row < column.size(); ++row)
        if (!column.missing(row)) return column.display(row);
    return std::string();
}

std::optional<std::string> version_by(const VersionRule& rule, const Table& head, std::span<const std::string> title,
                                      const std::optional<int>& last_year) {
    if (!rule.between.empty()) {
        const auto text = between_in_title(title, rule.between, "\"");
        return text ? std::optional(with_percent(rule.version, *text)) : std::nullopt;
    }
    if (!rule.column.empty()) {
        const auto cell = first_cell(head, rule.column);
        if (!cell || (!rule.cell.empty() && *cell != rule.cell)) return std::nullopt;
        const bool needs_cell = rule.version.find('%') != std::string::npos;
        if (needs_cell && cell->empty()) return std::nullopt;
        return with_percent(rule.version, *cell);
    }
    if (!last_year || (rule.last_year != 0 && rule.last_year != *last_year)) return std::nullopt;
    // Files of which only early years were kept: no version is -18.
    if (*last_year <= rule.years_before) return std::nullopt;
    return with_percent(rule.version, std::to_string(*last_year - rule.years_before));
}

}  // namespace

std::string file_version(const DataLayout& layout, const Table& head, std::span<const std::string> title,
                         const DataCoverage& coverage, bool whole) {
    std::optional<int> last_year;
    // Years in the names of columns are all in the head.
    if (coverage.years && (whole || layout.year_columns > 0)) last_year = coverage.years->second;
    for (const VersionRule& rule : layout.versions)
        if (auto version = version_by(rule, head, title, last_year)) return *version;
    return "";
}

std::optional<std::string> between_in_title(std::span<const std::string> title, std::string_view after,
                                            std::string_view before) {
    for (const std::string& line : title) {
        const std::size_t at = line.find(after);
        if (at == std::string::npos) continue;
        std::string_view rest = std::string_view(line).substr(at + after.size());
        const std::size_t end = before.empty() ? std::string_view::npos : rest.find(before);
        return std::string(trimmed(rest.substr(0, end)));
    }
    return std::nullopt;
}

}  // namespace tarazy
