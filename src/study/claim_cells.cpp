#include "study/claim_cells.hpp"

#include "ledger/claim_id.hpp"

#include <algorithm>

namespace tarazy {
std::string shell_word(const std::string& path) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("$_-./+,:@").find(c) != std::string_view::npos;
    };
    if (std::ranges::all_of(path, plain)) return path;
    std::string text = "\"";
    for (const char c : path) {
        if (c == '"' || c == '\\' || c == '`') text += '\\';
        text += c;
    }
    return text + '"';
}

std::vector<Quantile> quantiles_in(const Table& table, std::size_t row,
                                   std::initializer_list<std::pair<double, std::string>> columns) {
    std::vector<Quantile> quantiles;
    for (const auto& [probability, column] : columns) {
        const auto value = number_in(table, column, row);
        if (!value) return {};
        quantiles.push_back({probability, *value});
    }
    return quantiles;
}

std::optional<Interval> interval_in(const Table& table, std::size_t row, const std::string& lower,
                                    const std::string& upper, double level, const std::string& kind) {
    const auto from = number_in(table, lower, row), to = number_in(table, upper, row);
    if (!from || !to) return std::nullopt;
    return Interval{*from, *to, level, kind};
}

std::string file_option(const AnalysisPlan& plan, const std::string& option, std::string_view role) {
    const AnalysisInput* input = plan.input(role);
    if (input == nullptr) return "";
    std::string text = " " + option;
    for (const std::string& file : input->files) text += ' ' + shell_word(file);
    return text;
}

std::vector<InputUse> uses(const AnalysisPlan& plan, const std::string& rows) {
    std::vector<InputUse> list;
    for (const AnalysisInput& input : plan.inputs) list.push_back({input.key, rows});
    return list;
}

std::vector<InputUse> uses(const AnalysisPlan& plan, const std::string& rows, const std::vector<std::string>& roles) {
    std::vector<InputUse> list;
    for (const AnalysisInput& input : plan.inputs) {
        if (std::ranges::find(roles, input.role) != roles.end()) list.push_back({input.key, rows});
    }
    return list;
}

bool read_by_a_test(const AnalysisPlan& plan, const ClaimParts& parts) {
    ClaimParts beside = parts;
    beside.state.clear();
    const std::string own = series_claim_id(plan.id, parts), of_focus = series_claim_id(plan.id, beside);
    return std::ranges::any_of(plan.tested, [&](const std::string& tested) {
        const std::string id = plan.id + '.' + tested;
        return id == own || id == of_focus;
    });
}

}  // namespace tarazy
