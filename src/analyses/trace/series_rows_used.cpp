#include "analyses/trace/series_rows_used.hpp"

#include "analyses/trace/changepoints_events.hpp"
#include "analyses/trace/chronology_analysis.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace tarazy {
namespace {

std::string text_parameter_of(const AnalysisResult& analysis, const char* name) {
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    if (!parameters.is_object()) return {};
    const auto found = parameters.find(name);
    return found != parameters.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string state_of(const StudyResult& result, const Claim& claim) {
    return claim.parts.state.empty() ? result.focus : claim.parts.state;
}

/// Do documented events enter the number?
bool reads_events(const Claim& claim) {
    return claim.parts.quantity.starts_with("coincide") || claim.parts.quantity.starts_with("decisions");
}

/// Kinds of rows that the analysis chose by its parameters: of the domain and quantity named.
void add_kinds(RowsUsed& rows, const AnalysisResult& analysis) {
    for (const char* kind : {"domain", "quantity"}) {
        const std::string chosen = text_parameter_of(analysis, kind);
        if (!chosen.empty()) rows.where.push_back({.columns = {kind}, .values = {chosen}});
    }
}

/// Years of the two windows of a contrast; of a mean those of its own.
RowCondition contrasted_years(const AnalysisResult& analysis, const Claim& claim) {
    RowCondition years{.columns = {"year", "time"}};
    for (const char* window : {"before", "after"}) {
        const std::string& quantity = claim.parts.quantity;
        if (quantity.ends_with("_mean") && !quantity.starts_with(window)) continue;
        const std::string span = text_parameter_of(analysis, window);
        const std::size_t dash = span.find('-');
        const auto first = parse_integer(span.substr(0, dash));
        const auto last = dash == std::string::npos ? first : parse_integer(span.substr(dash + 1));
        for (auto year = first.value_or(0); first && last && year <= *last; ++year)
            years.values.push_back(std::to_string(year));
    }
    return years;
}

}  // namespace

std::vector<RowsUsed> changepoint_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                            const Claim& claim) {
    const RowCondition of_state{.columns = {"state"}, .values = {state_of(result, claim)}};
    RowsUsed points{"series", {of_state}}, values{"indicators", {of_state}};
    if (!claim.parts.about.empty()) {
        const std::string& series = claim.parts.about.front();
        points.where.push_back({.columns = {"series", "pole", "poles", "indicator"}, .values = {series}});
        values.where.push_back({.columns = {"indicator"}, .values = {series}});
    } else if (const auto chosen = listed(text_parameter_of(analysis, "indicators"), ';'); !chosen.empty()) {
        values.where.push_back({.columns = {"indicator"}, .values = chosen});
    }
    add_kinds(points, analysis);
    std::vector<RowsUsed> rows = {points, values};
    if (reads_events(claim)) {
        rows.push_back({"events"});
        rows.back().note = claim.parts.quantity.starts_with("decisions") ? "the decisions that the analysis names"
                                                                         : "with a tag that the analysis names";
    }
    return rows;
}

RowsByRole changepoint_rows_entered(const RowsQuestion& question) {
    const auto events = question.data.find("events");
    if (!reads_events(question.claim) || events == question.data.end()) return {};
    const bool decisions = question.claim.parts.quantity.starts_with("decisions");
    const EventYears years = event_years(*events->second, text_parameter_of(question.analysis, "tags"),
                                         text_parameter_of(question.analysis, "decisions"), question.plan.frame.years);
    std::set<std::string> ids;
    for (const CodedEvent& event : years.events)
        if (decisions ? event.decision : event.documented) ids.insert(event.id);
    RowsByRole rows = {{"events", {}}};
    for (std::size_t row = 0; row < events->second->rows(); ++row)
        if (ids.contains(text_in(*events->second, "id", row))) rows["events"].push_back(row);
    return rows;
}

std::vector<RowsUsed> outcome_rows_used(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim) {
    const bool of_control = analysis.method == "trace.synth";
    const std::string indicator = text_parameter_of(analysis, of_control ? "outcome" : "indicator");
    static constexpr std::array<std::string_view, 5> of_one_state = {"level", "slope", "before_slope", "before_mean",
                                                                     "after_mean"};
    const bool beside_others =
        claim.parts.quantity.starts_with("standing_of_") || claim.parts.quantity.starts_with("rank_of_");
    const bool alone = !beside_others && (analysis.method == "trace.its" ||
                                          std::ranges::find(of_one_state, claim.parts.quantity) != of_one_state.end());
    RowsUsed rows;
    rows.counted_by = "state";
    if (!indicator.empty()) rows.where.push_back({.columns = {"indicator"}, .values = {indicator}});
    const std::vector<std::string> donors = listed(text_parameter_of(analysis, "donors"), ',');
    if (alone) {
        rows.where.push_back({.columns = {"state", "unit"}, .values = {state_of(result, claim)}, .states = true});
    } else {
        RowCondition compared{.columns = {"state", "unit"}, .values = donors.empty() ? result.comparison : donors};
        compared.values.push_back(result.focus);
        compared.states = true;
        rows.where.push_back(compared);
    }
    if (analysis.method == "trace.contrast") rows.where.push_back(contrasted_years(analysis, claim));
    RowsUsed panel = rows;
    rows.role = "indicators";
    panel.role = "panel";
    return {rows, panel};
}

std::vector<RowsUsed> evidence_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                         const Claim& claim) {
    const std::string set = text_parameter_of(analysis, "set");
    RowsUsed hypotheses{"hypotheses"}, clues{"clues"}, likelihoods{"likelihoods"};
    for (RowsUsed* rows : {&hypotheses, &clues, &likelihoods})
        if (!set.empty()) rows->where.push_back({.columns = {"set"}, .values = {set}});
    if (claim.parts.quantity == "clues") return {clues};
    if (claim.parts.quantity == "weight" && claim.parts.about.size() == 2) {
        // A ratio of the likelihoods under two hypotheses: neither the others nor the priors enter it.
        likelihoods.where.push_back({.columns = {"hypothesis"}, .values = claim.parts.about});
        return {clues, likelihoods};
    }
    return {hypotheses, clues, likelihoods};
}

namespace {

/// What can be reached from a node, the node with it.
std::set<std::string> reached(const std::multimap<std::string, std::string>& links, const std::string& from) {
    std::set<std::string> found = {from};
    std::vector<std::string> open = {from};
    while (!open.empty()) {
        const std::string at = std::move(open.back());
        open.pop_back();
        for (auto [link, end] = links.equal_range(at); link != end; ++link)
            if (found.insert(link->second).second) open.push_back(link->second);
    }
    return found;
}

bool is_about_paths(const Claim& claim) {
    static constexpr std::array<std::string_view, 4> of_paths = {"paths", "shortest", "literature_paths",
                                                                 "bottlenecks"};
    return claim.parts.about.size() == 2 && std::ranges::find(of_paths, claim.parts.quantity) != of_paths.end();
}

}  // namespace

std::vector<RowsUsed> graph_rows_used(const StudyResult& /*result*/, const AnalysisResult& /*analysis*/,
                                      const Claim& claim) {
    const bool paths = is_about_paths(claim);
    RowsUsed events = rows_of_input("events", paths ? "on a path from the one event to the other" : ""),
             links = rows_of_input("links", paths ? "on a path from the one event to the other"
                                                  : "each may lie on a path or open another");
    if (claim.parts.quantity == "literature_edges")
        links = {"links", {{.columns = {"basis"}, .values = {"literature"}}}};
    if (!claim.parts.about.empty()) events.where.push_back({.columns = {"id"}, .values = claim.parts.about});
    return {events, links};
}

RowsByRole graph_rows_entered(const RowsQuestion& question) {
    const auto links = question.data.find("links"), events = question.data.find("events");
    if (!is_about_paths(question.claim) || links == question.data.end()) return {};
    const bool literature = question.claim.parts.quantity == "literature_paths";
    std::multimap<std::string, std::string> forward, backward;
    const Table& table = *links->second;
    const auto counts = [&](std::size_t row) { return !literature || text_in(table, "basis", row) == "literature"; };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!counts(row)) continue;
        forward.emplace(text_in(table, "from", row), text_in(table, "to", row));
        backward.emplace(text_in(table, "to", row), text_in(table, "from", row));
    }
    const std::set<std::string> after = reached(forward, question.claim.parts.about[0]),
                                before = reached(backward, question.claim.parts.about[1]);
    const auto on_path = [&](const std::string& event) { return after.contains(event) && before.contains(event); };
    RowsByRole rows = {{"links", {}}, {"events", {}}};
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (counts(row) && on_path(text_in(table, "from", row)) && on_path(text_in(table, "to", row)))
            rows["links"].push_back(row);
    for (std::size_t row = 0; events != question.data.end() && row < events->second->rows(); ++row)
        if (on_path(text_in(*events->second, "id", row))) rows["events"].push_back(row);
    return rows;
}

std::vector<RowsUsed> chronology_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                           const Claim& claim) {
    const std::string& quantity = claim.parts.quantity;
    if (quantity == "conflicts") return {rows_of_input("conflicts", "")};
    if (quantity == "links") {
        RowsUsed links = rows_of_input("links", "");
        if (!claim.parts.about.empty()) links.where.push_back({.columns = {"basis"}, .values = claim.parts.about});
        return {links};
    }
    if (quantity == "events") return {rows_of_input("events", "")};
    // The other numbers are of single events; the table of the analysis says which.
    const Table* events = find_table(analysis.tables, "");
    RowCondition which{.columns = {"id"}};
    for (std::size_t row = 0; events != nullptr && row < events->rows(); ++row) {
        const bool first = quantity == "first_year";
        const auto year = chronology_year(text_in(*events, first ? "earliest" : "latest", row));
        const bool counted = quantity == "uncertain_dates" ? text_in(*events, "date_kind", row) == "uncertain"
                                                           : year.has_value() && year == claim.value;
        if (counted) which.values.push_back(text_in(*events, "id", row));
    }
    if (which.values.empty()) return no_rows("no event of the chronology is counted here");
    RowsUsed rows =
        rows_of_input("events", quantity == "uncertain_dates" ? "whose day is not known"
                                                              : "of that year, which no other event lies beyond");
    rows.where = {which};
    return {rows};
}

}  // namespace tarazy
