#include "analyses/align/shares_rows.hpp"

#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

ShareCell share_cell(const Table& table, std::size_t row) {
    const auto cell = [&](std::string_view name) { return number_in(table, name, row); };
    return {cell("closeness"), cell("closeness_q05"), cell("closeness_q95"), cell("share"),
            cell("share_q05"), cell("share_q95"),     cell("p_nearest")};
}

using ShareYears = std::map<std::tuple<std::string, std::string, int>, ShareYear>;

ShareYear& year_of_row(ShareYears& years, const Table& table, std::size_t row, int year) {
    const std::string state = text_in(table, "state", row), domain = text_in(table, "domain", row);
    ShareYear& entry = years[{state, domain, year}];
    entry.state = state;
    entry.domain = domain;
    entry.year = year;
    entry.flag = text_in(table, "flag", row);
    return entry;
}

/// A row of `align.balance`: one quantity of one domain.
void add_quantity(ShareYears& years, const Table& table, std::size_t row, int year) {
    const std::string quantity = text_in(table, "quantity", row);
    if (quantity != "share" && quantity != "nearest") return;
    ShareYear& entry = year_of_row(years, table, row, year);
    if (entry.domain == "overall" && !text_in(table, "missing", row).empty()) entry.flag = "domains";
    ShareCell& cell = entry.poles[text_in(table, "poles", row)];
    const auto value = number_in(table, "value", row);
    if (quantity == "nearest") {
        cell.p_nearest = value;
        return;
    }
    cell.share = value;
    cell.share_low = number_in(table, "q05", row);
    cell.share_high = number_in(table, "q95", row);
}

}  // namespace

std::vector<ShareYear> share_years(const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "");
    if (table == nullptr || !table->find("state") || !table->find("year")) return {};
    const bool quantities = table->find("quantity").has_value();
    if (!quantities && !table->find("pole")) return {};
    ShareYears years;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto year = number_in(*table, "year", row);
        if (!year) continue;
        if (quantities) {
            add_quantity(years, *table, row, static_cast<int>(*year));
            continue;
        }
        ShareYear& entry = year_of_row(years, *table, row, static_cast<int>(*year));
        if (const auto n = number_in(*table, "n", row)) entry.roll_calls = static_cast<std::int64_t>(*n);
        entry.poles[text_in(*table, "pole", row)] = share_cell(*table, row);
    }
    std::vector<ShareYear> sorted;
    for (auto& [key, entry] : years) sorted.push_back(std::move(entry));
    return sorted;
}

ClaimParts FrontShare::share_of(const std::string& pole) const {
    return {"", analysis->method == "align.balance" ? year.domain : "", "share", {pole}, std::to_string(year.year)};
}

namespace {

/// Of the analyses that speak of a domain that which knows most domains, the first of these: a variant of few does not
/// stand beside it.
const AnalysisResult* widest_of(const std::vector<const AnalysisResult*>& analyses, const std::string& domain) {
    const AnalysisResult* widest = nullptr;
    std::size_t most = 0;
    for (const AnalysisResult* analysis : analyses) {
        std::set<std::string> domains;
        for (const ShareYear& year : share_years(*analysis)) domains.insert(year.domain);
        if (!domains.contains(domain) || domains.size() <= most) continue;
        widest = analysis;
        most = domains.size();
    }
    return widest;
}

}  // namespace

std::vector<FrontShare> front_shares(const StudyResult& result) {
    const bool positions = !analyses_by(result, "align.ideal-points").empty();
    const bool balance = !analyses_by(result, "align.balance").empty();
    const std::array<std::pair<std::string, std::string>, 2> wanted = {{
        positions ? std::pair{"align.ideal-points", "positions"} : std::pair{"align.shares", "votes"},
        balance ? std::pair{"align.balance", "overall"} : std::pair{"align.shares", "ties"},
    }};
    std::vector<FrontShare> found;
    for (const auto& [method, domain] : wanted) {
        const AnalysisResult* analysis = widest_of(analyses_by(result, method), domain);
        if (analysis == nullptr) continue;
        for (ShareYear& year : share_years(*analysis))
            if (year.domain == domain) found.push_back({analysis, std::move(year)});
    }
    return found;
}

LocalText balance_description(const ReportContext& context) {
    if (!analyses_by(context.result, "align.balance").empty())
        return context.messages.say("figure.balance.description_overall");
    std::set<std::string> domains;
    for (const FrontShare& share : front_shares(context.result)) domains.insert(share.year.domain);
    return context.messages.say(domains.size() == 1 ? "figure.balance.description_one" : "figure.balance.description");
}

std::map<int, std::string> flagged_years(const StudyResult& result) {
    std::map<int, std::string> flags;
    for (const AnalysisResult* analysis : analyses_by(result, "align.shares")) {
        for (const ShareYear& year : share_years(*analysis)) {
            if (year.domain == "votes" && !year.flag.empty()) flags[year.year] = year.flag;
        }
    }
    return flags;
}

bool is_window(const std::string& time) {
    return time.find('-') != std::string::npos;
}

int window_length(const std::string& window) {
    return std::atoi(window.substr(window.find('-') + 1).c_str()) - std::atoi(window.c_str());
}

std::string widest_window(const ReportContext& context, const AnalysisResult& analysis, const std::string& quantity,
                          const std::string& domain) {
    std::string widest;
    int length = -1;
    for (const Claim& claim : analysis.claims) {
        const ClaimParts& parts = claim.parts;
        if (parts.quantity != quantity || parts.domain != domain || !parts.state.empty() || !is_window(parts.time))
            continue;
        const int years = window_length(parts.time);
        const bool complete = std::ranges::all_of(context.result.poles, [&](const Pole& pole) {
            return context.claim(analysis, {"", domain, quantity, {pole.id}, parts.time}) != nullptr;
        });
        if (complete && years > length) {
            widest = parts.time;
            length = years;
        }
    }
    return widest;
}

std::optional<CompleteWindow> complete_window(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* summary = find_table(analysis.tables, "summary");
    if (summary == nullptr || !summary->find("window") || !summary->find("n_years")) return std::nullopt;
    std::map<std::string, CompleteWindow> windows;
    for (std::size_t row = 0; row < summary->rows(); ++row) {
        const auto years = number_in(*summary, "n_years", row);
        if (text_in(*summary, "domain", row) != "overall" || !years) continue;
        CompleteWindow& found = windows[text_in(*summary, "window", row)];
        found.window = text_in(*summary, "window", row);
        found.years[text_in(*summary, "state", row)] = static_cast<std::int64_t>(*years);
    }
    std::optional<CompleteWindow> best;
    for (auto& [name, window] : windows) {
        const auto years = window.years.find(context.result.focus);
        if (years == window.years.end()) continue;
        const std::int64_t most = best ? best->years.at(context.result.focus) : 0;
        if (years->second > most || (years->second == most && window_length(name) < window_length(best->window)))
            best = window;
    }
    return best;
}

}  // namespace tarazy
