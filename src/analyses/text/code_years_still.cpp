#include "analyses/text/code_years_still.hpp"

#include "report/figure_rows.hpp"
#include "report/still.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t most_codes = 6;

double middle_share(std::vector<double> shares) {
    std::ranges::sort(shares);
    const std::size_t middle = shares.size() / 2;
    return shares.size() % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle]) / 2;
}

/// Shares of a code by year: of the state in focus, and of all others.
struct CodeOfYears {
    std::string code;
    std::map<int, double> own = {};
    std::map<int, std::vector<double>> others = {};

    [[nodiscard]] double mean() const {
        double sum = 0;
        for (const auto& [year, share] : own) sum += share;
        return own.empty() ? 0 : sum / static_cast<double>(own.size());
    }
    [[nodiscard]] std::vector<StillYear> focus() const {
        std::vector<StillYear> years;
        for (const auto& [year, share] : own) years.push_back({year, share});
        return years;
    }
    [[nodiscard]] std::vector<StillYear> median() const {
        std::vector<StillYear> years;
        for (const auto& [year, shares] : others) years.push_back({year, middle_share(shares)});
        return years;
    }
};

std::vector<CodeOfYears> codes_by_weight(const ReportContext& context, const FigureRows& rows) {
    std::vector<CodeOfYears> codes;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto share = rows.number(row, "share"), year = rows.number(row, "year");
        if (!share || !year) continue;
        const std::string name = rows.text(row, "code");
        auto code = std::ranges::find(codes, name, &CodeOfYears::code);
        if (code == codes.end()) code = codes.insert(codes.end(), {name});
        if (rows.text(row, "state") == context.result.focus) {
            code->own[static_cast<int>(*year)] = *share;
        } else {
            code->others[static_cast<int>(*year)].push_back(*share);
        }
    }
    std::erase_if(codes, [](const CodeOfYears& code) { return code.own.empty(); });
    std::ranges::stable_sort(codes, std::greater<>(), &CodeOfYears::mean);
    if (codes.size() > most_codes) codes.erase(codes.begin() + most_codes, codes.end());
    return codes;
}

Html code_panel(const ReportContext& context, const CodeOfYears& code, int first, int last) {
    const std::vector<StillYear> focus = code.focus(), median = code.median();
    StillGround ground;
    ground.x_low = first;
    ground.x_high = last;
    ground.y_high = 0.02;
    for (const auto& years : {focus, median})
        for (const StillYear& year : years) ground.y_high = std::max(ground.y_high, year.value.value_or(0));
    ground.height = 120;
    StillPanel panel(ground);
    panel.across(still_ticks(0, ground.y_high, 4), " %", 100);
    panel.years();
    panel.line(still_runs(median), "var(--quiet,#5b5953)", {{"stroke-dasharray", "4 2"}, {"stroke-width", "1.2"}});
    panel.line(still_runs(focus), "currentColor");
    return panel.below_heading(local(context.name(code.code)));
}

}  // namespace

Html code_years_still(const ReportContext& context, const nlohmann::ordered_json& figure) {
    const std::vector<CodeOfYears> codes = codes_by_weight(context, FigureRows(figure));
    if (codes.empty()) return {};
    int first = codes.front().own.begin()->first, last = codes.front().own.rbegin()->first;
    for (const CodeOfYears& code : codes) {
        first = std::min(first, code.own.begin()->first);
        last = std::max(last, code.own.rbegin()->first);
    }
    Html panels;
    for (CodeOfYears code : codes) {
        std::erase_if(code.others, [&](const auto& year) { return year.first < first || year.first > last; });
        panels += code_panel(context, code, first, last);
    }
    return still_drawing(figure.at("id"), panels,
                         context.say("figure.code_years.still", {{"state", context.name(context.result.focus)}}));
}

}  // namespace tarazy
