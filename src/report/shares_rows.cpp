#include "report/shares_rows.hpp"

#include <algorithm>
#include <tuple>

namespace tarazy {
namespace {

std::string text_cell(const Table& table, std::string_view name, std::size_t row) {
    return table.find(name) ? table[name].display(row) : std::string();
}

std::optional<double> number_cell(const Table& table, std::string_view name, std::size_t row) {
    if (!table.find(name) || table[name].type() == ColumnType::text) return std::nullopt;
    return table[name].real(row);
}

ShareCell share_cell(const Table& table, std::size_t row) {
    const auto cell = [&](std::string_view name) { return number_cell(table, name, row); };
    return {cell("closeness"), cell("closeness_q05"), cell("closeness_q95"), cell("share"),
            cell("share_q05"), cell("share_q95"),     cell("p_nearest")};
}

}  // namespace

std::vector<ShareYear> share_years(const AnalysisOutcome& analysis) {
    const Table* table = result_table(analysis, "");
    if (table == nullptr || !table->find("state") || !table->find("year") || !table->find("pole")) return {};
    std::map<std::tuple<std::string, std::string, int>, ShareYear> years;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto year = number_cell(*table, "year", row);
        if (!year) continue;
        const std::string state = text_cell(*table, "state", row), domain = text_cell(*table, "domain", row);
        ShareYear& entry = years[{state, domain, static_cast<int>(*year)}];
        entry.state = state;
        entry.domain = domain;
        entry.year = static_cast<int>(*year);
        entry.flag = text_cell(*table, "flag", row);
        if (const auto n = number_cell(*table, "n", row)) entry.roll_calls = static_cast<std::int64_t>(*n);
        entry.poles[text_cell(*table, "pole", row)] = share_cell(*table, row);
    }
    std::vector<ShareYear> sorted;
    for (auto& [key, entry] : years) sorted.push_back(std::move(entry));
    return sorted;
}

std::vector<const AnalysisOutcome*> analyses_by(const StudyOutcome& outcome, std::string_view method) {
    std::vector<const AnalysisOutcome*> found;
    for (const AnalysisOutcome& analysis : outcome.analyses) {
        if (analysis.method == method) found.push_back(&analysis);
    }
    return found;
}

std::map<int, std::string> flagged_years(const StudyOutcome& outcome) {
    std::map<int, std::string> flags;
    for (const AnalysisOutcome* analysis : analyses_by(outcome, "align.shares")) {
        for (const ShareYear& year : share_years(*analysis)) {
            if (year.domain == "votes" && !year.flag.empty()) flags[year.year] = year.flag;
        }
    }
    return flags;
}

const Table* result_table(const AnalysisOutcome& analysis, std::string_view name) {
    for (const ResultTable& result : analysis.tables) {
        if (result.name == name) return &result.table;
    }
    return nullptr;
}

std::optional<ShareQuantity> share_quantity(const std::string& quantity_id) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (std::size_t dot = quantity_id.find('.'); dot != std::string::npos; dot = quantity_id.find('.', start)) {
        parts.push_back(quantity_id.substr(start, dot - start));
        start = dot + 1;
    }
    parts.push_back(quantity_id.substr(start));
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    ShareQuantity read{parts.front(), {}, parts.back()};
    if (parts.size() == 3) {
        const std::size_t hyphen = parts[1].find('-');
        read.poles.push_back(parts[1].substr(0, hyphen));
        if (hyphen != std::string::npos) read.poles.push_back(parts[1].substr(hyphen + 1));
    }
    return read;
}

std::string shown_window(const std::string& window) {
    std::string shown = window;
    if (const std::size_t hyphen = shown.find('-'); hyphen != std::string::npos) shown.replace(hyphen, 1, "–");
    return shown;
}

}  // namespace tarazy
