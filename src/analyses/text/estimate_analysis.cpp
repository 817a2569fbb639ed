#include "analyses/text/estimate_analysis.hpp"

#include "analyses/text/document_choice.hpp"
#include "analyses/text/text_claim.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"
#include "text/codes/corrected_shares.hpp"
#include "text/codes/corrected_trend.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<ResultTable> compute_estimate(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    CodedDocuments coded = read_coded_sentences(*data.at("coded_sentences"));
    std::erase_if(coded.documents, [&](const CodedDocument& each) { return each.group != plan.frame.focus; });
    const std::vector<std::pair<int, int>> windows = text_window_years(plan);
    CorrectedTrendOptions trend{windows.front().first, windows.front().second,
                                static_cast<int>(plan.parameters.get<std::int64_t>("period")),
                                static_cast<std::size_t>(plan.parameters.get<std::int64_t>("least_coded"))};
    CorrectedTrend over_time = corrected_trend(coded, *data.at("hand_codes"), trend);
    CorrectedShares found = corrected_shares(coded, *data.at("hand_codes"), windows);
    TableRows coders(TextColumn{"coder"});
    for (const std::string& coder : found.coders) coders.add(coder);
    std::vector<ResultTable> result;
    result.push_back({"", std::move(found.shares)});
    result.push_back({"agreement", std::move(found.agreement)});
    result.push_back({"periods", std::move(over_time.periods)});
    result.push_back({"slopes", std::move(over_time.slopes)});
    result.push_back({"coders", coders.table()});
    found.notes.insert(found.notes.end(), over_time.notes.begin(), over_time.notes.end());
    result.push_back({"notes", notes_table(found.notes)});
    return result;
}

constexpr const char* of_sample = "it describes the sample";
constexpr TextQuantity corrected_share = {"corrected",
                                          "corrected",
                                          "share",
                                          "mean over all sentences of f + R / pi (Y - f)",
                                          "Egami, Hinck, Stewart & Wei 2023",
                                          ""};
constexpr TextQuantity machine_share = {"machine",  "machine",
                                        "share",    "sentences that the dictionary finds / sentences",
                                        "counting", "its error is unknown: see corrected"};
constexpr TextQuantity period_share = {
    "share_in_period",
    "corrected",
    "share",
    "mean over the sentences of the period of l f + R / pi (Y - l f), l of all years",
    "Egami, Hinck, Stewart & Wei 2023; Angelopoulos, Duchi & Zrnic 2024",
    ""};
constexpr TextQuantity share_slope = {
    "slope",
    "slope",
    "share",
    "least squares of l f + R / pi (Y - l f) on the year, over sentences; change in ten years",
    "Egami, Hinck, Stewart & Wei 2023; Liang & Zeger 1986",
    ""};
constexpr TextQuantity sample_quantities[] = {
    {"precision", "precision", "share",
     "sum of 1 / pi over sentences that both find / over those that the dictionary finds", "Horvitz & Thompson 1952",
     of_sample},
    {"recall", "recall", "share", "sum of 1 / pi over sentences that both find / over those that people find",
     "Horvitz & Thompson 1952", of_sample},
};

Claim estimate_claim(const AnalysisPlan& plan, const TextQuantity& quantity, const std::string& code,
                     const std::string& window, std::optional<double> value) {
    Claim claim = text_claim(plan, "text estimate", quantity, code, window, value);
    claim.inputs = uses(plan, "sentences of " + plan.frame.focus + (window.empty() ? "" : ", " + window));
    if (!value) claim.statement = "too few sentences were coded by hand";
    return claim;
}

void add_estimated_claim(const AnalysisPlan& plan, const TextQuantity& quantity, const Table& table, std::size_t row,
                         const char* time, const char* kind, std::vector<Claim>& claims) {
    Claim claim = estimate_claim(plan, quantity, text_in(table, "code", row), table[time].display(row),
                                 number_in(table, quantity.column, row));
    claim.interval = interval_in(table, row, "lower", "upper", 0.95, kind);
    claim.quantiles =
        quantiles_in(table, row, {{0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}});
    claims.push_back(std::move(claim));
}

std::vector<Claim> estimate_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table *shares = find_table(tables, ""), *agreement = find_table(tables, "agreement");
    for (std::size_t row = 0; shares != nullptr && row < shares->rows(); ++row) {
        const std::string code = text_in(*shares, "code", row), window = text_in(*shares, "window", row);
        add_estimated_claim(plan, corrected_share, *shares, row, "window", "normal, design-weighted", claims);
        claims.push_back(estimate_claim(plan, machine_share, code, window, number_in(*shares, "machine", row)));
    }
    const Table *periods = find_table(tables, "periods"), *slopes = find_table(tables, "slopes");
    for (std::size_t row = 0; periods != nullptr && row < periods->rows(); ++row)
        add_estimated_claim(plan, period_share, *periods, row, "period", "normal, design-weighted", claims);
    for (std::size_t row = 0; slopes != nullptr && row < slopes->rows(); ++row)
        add_estimated_claim(plan, share_slope, *slopes, row, "window", "Student's t, documents together", claims);
    for (std::size_t row = 0; agreement != nullptr && row < agreement->rows(); ++row) {
        for (const TextQuantity& quantity : sample_quantities)
            claims.push_back(estimate_claim(plan, quantity, text_in(*agreement, "code", row), "",
                                            number_in(*agreement, quantity.column, row)));
    }
    return claims;
}

std::vector<QuantityForm> estimate_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms = {{"precision.<code>"}, {"recall.<code>"}};
    const std::vector<Span> windows = text_windows(plan);
    const Span all = windows.front();
    forms.push_back({"slope.<code>." + to_string(all), true, to_string(all)});
    const auto length = static_cast<int>(plan.parameters.get<std::int64_t>("period"));
    for (const auto& [first, last] : trend_periods(all.first, all.last, length)) {
        const std::string years = to_string(Span{first, last});
        forms.push_back({"share_in_period.<code>." + years, true, years});
    }
    for (const Span& window : windows) {
        const std::string years = to_string(window);
        forms.push_back({"corrected.<code>." + years, true, years});
        forms.push_back({"machine.<code>." + years, false, years});
    }
    return forms;
}

}  // namespace

Method estimate_method() {
    Method method;
    method.id = "text.estimate";
    method.version = 2;  // tells the trend
    method.reads_poles = false;
    method.reads = {{{"coded_sentences"}, {"hand_codes"}}};
    method.parameters = {
        windows_rule("periods to sum up (default: the study's years); the trend is that of the first"),
        {"period", ParameterKind::integer, "5", 1, 200, {}, "years that the trend takes together"},
        {"least_coded",
         ParameterKind::integer,
         "10",
         2,
         100000,
         {},
         "a period with fewer sentences coded by hand has no corrected share"},
    };
    method.needs_focus = true;
    method.compute = compute_estimate;
    method.claims = estimate_claims;
    method.quantities = estimate_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "corrected" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "fewer than two sentences of " + plan.frame.focus + " are coded by hand";
    };
    return method;
}

}  // namespace tarazy
