#include "report/figure_data.hpp"

#include "analyses/align/balance_figures.hpp"
#include "analyses/align/shares_rows.hpp"
#include "analyses/align/similarity_rows.hpp"
#include "analyses/compare/comparison_figures.hpp"
#include "analyses/compare/robustness_chapter.hpp"
#include "report/figure_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

template <typename Integer>
Json json_of_integer(std::optional<Integer> value) {
    return value ? Json(*value) : Json(nullptr);
}

void add_share_rows(Json& rows, const ReportContext& context, const ShareYear& year) {
    for (const Pole& pole : context.result.poles) {
        const auto found = year.poles.find(pole.id);
        if (found == year.poles.end()) continue;
        const ShareCell& cell = found->second;
        rows.push_back({year.state, year.year, year.domain, pole.id, json_of(cell.closeness),
                        json_of(cell.closeness_low), json_of(cell.closeness_high), json_of(cell.share),
                        json_of(cell.share_low), json_of(cell.share_high), json_of(cell.p_nearest),
                        json_of_integer(year.roll_calls), year.flag});
    }
}

Json focus_rows(const ReportContext& context, const AnalysisResult& analysis) {
    Json rows = Json::array();
    for (const ShareYear& year : share_years(analysis)) {
        if (year.state == context.result.focus) add_share_rows(rows, context, year);
    }
    return rows;
}

Json share_columns() {
    return {"state", "year",      "domain",    "pole",      "closeness", "closeness_q05", "closeness_q95",
            "share", "share_q05", "share_q95", "p_nearest", "n",         "flag"};
}

Json similarity_figure(const ReportContext& context, const AnalysisResult& analysis) {
    const SimilarityRows found = similarity_rows(context.result, analysis);
    const bool votes = !found.pairs.empty() && found.pairs.front().session.has_value();
    Json drawn = figure_json(
        "similarity-" + analysis.id, "similarity",
        context.messages.say("figure.similarity.title", {{"state", context.name(context.result.focus)}}),
        context.messages.say(votes ? "figure.similarity.description" : "figure.similarity.description_ties"));
    const std::map<int, std::string> flags = votes ? flagged_years(context.result) : std::map<int, std::string>{};
    Json columns = {"year", "session", "member", "pole", "n", "flag"};
    for (const std::string& measure : found.measures) {
        for (const char* suffix : {"", "_lower", "_upper"}) columns.push_back(measure + suffix);
    }
    Json rows = Json::array();
    for (const SimilarityPair& pair : found.pairs) {
        const auto flag = flags.find(pair.year);
        Json row = {pair.year, json_of_integer(pair.session), pair.member,
                    pair.pole, json_of_integer(pair.n),       flag == flags.end() ? std::string() : flag->second};
        for (const SimilarityValue& value : pair.values) {
            row.push_back(json_of(value.value));
            row.push_back(json_of(value.lower));
            row.push_back(json_of(value.upper));
        }
        rows.push_back(std::move(row));
    }
    drawn["measures"] = found.measures;
    drawn["columns"] = std::move(columns);
    drawn["rows"] = std::move(rows);
    return drawn;
}

Json timeline_figure(const ReportContext& context) {
    std::set<std::string> in_conflict;
    for (const SourceConflict& conflict : context.result.conflicts) in_conflict.insert(conflict.event);
    Json drawn = figure_json("timeline", "timeline", context.messages.say("figure.timeline.title"),
                             context.messages.say("figure.timeline.description"));
    drawn["columns"] = {"id",    "edtf", "earliest", "latest",     "date_kind",
                        "title", "tags", "quad",     "confidence", "conflict"};
    Json rows = Json::array();
    for (const ChronologyEvent& event : context.result.events) {
        rows.push_back({event.id, event.edtf, event.earliest, event.latest, event.date_kind, event.title, event.tags,
                        event.quad, event.confidence, in_conflict.contains(event.id)});
    }
    drawn["rows"] = std::move(rows);
    return drawn;
}

Json closeness_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json rows = focus_rows(context, analysis);
    const std::string domain = rows.empty() ? "votes" : rows.front()[2].get<std::string>();
    const std::string key = "figure.closeness.description" + (domain == "votes" ? "" : '_' + domain);
    Json drawn =
        figure_json("closeness-" + analysis.id, "closeness",
                    context.messages.say("figure.closeness.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say(context.messages.knows(key) ? key : "figure.closeness.description"));
    drawn["columns"] = share_columns();
    drawn["rows"] = std::move(rows);
    return drawn;
}

Json domains_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json drawn =
        figure_json("domains-" + analysis.id, "domains",
                    context.messages.say("figure.domains.title", {{"state", context.name(context.result.focus)}}),
                    context.messages.say("figure.domains.description"));
    drawn["columns"] = share_columns();
    drawn["rows"] = focus_rows(context, analysis);
    return drawn;
}

Json front_figure(const ReportContext& context, const std::vector<FrontShare>& shares) {
    Json balance =
        figure_json("balance", "balance",
                    context.messages.say("figure.balance.title", {{"state", context.name(context.result.focus)}}),
                    balance_description(context));
    balance["columns"] = share_columns();
    Json rows = Json::array();
    for (const FrontShare& share : shares) add_share_rows(rows, context, share.year);
    balance["rows"] = std::move(rows);
    return balance;
}

Json all_figures(const ReportContext& context) {
    Json figures = Json::array();
    if (const auto shares = front_shares(context.result); !shares.empty())
        figures.push_back(front_figure(context, shares));
    for (const AnalysisResult& analysis : context.result.analyses) {
        if (!analysis.failure.empty()) continue;  // its chapter says why it has no picture
        if (analysis.method == "align.ideal-points") {
            figures.push_back(positions_figure_data(context, analysis));
            figures.push_back(closer_figure_data(context, analysis));
        }
        if (analysis.method == "align.shares" || analysis.method == "align.ideal-points")
            figures.push_back(closeness_figure_data(context, analysis));
        if (analysis.method == "align.balance") {
            figures.push_back(domains_figure_data(context, analysis));
            figures.push_back(hedge_figure_data(context, analysis));
        }
        if (analysis.method == "compare.minimise") {
            figures.push_back(solution_figure_data(context, analysis));
            figures.push_back(xy_figure_data(context, analysis));
        }
        if (analysis.method == "compare.robustness") figures.push_back(fragility_figure_data(context, analysis));
        if (analysis.method == "align.similarity") figures.push_back(similarity_figure(context, analysis));
    }
    if (!context.result.events.empty()) figures.push_back(timeline_figure(context));
    return figures;
}

Json names_of(const ReportContext& context) {
    std::set<std::string> states(context.result.comparison.begin(), context.result.comparison.end());
    if (!context.result.focus.empty()) states.insert(context.result.focus);
    for (const Pole& pole : context.result.poles) states.insert(pole.members.begin(), pole.members.end());
    for (const auto& [code, word] : context.result.words) states.insert(code);
    for (const AnalysisResult& analysis : context.result.analyses) {
        if (!analysis.method.starts_with("compare.")) continue;
        for (const char* name : {"memberships", "coding", "cells"}) {
            const Table* cases = result_table(analysis, name);
            for (std::size_t row = 0; cases != nullptr && cases->find("case") && row < cases->rows(); ++row)
                states.insert((*cases)["case"].display(row));
        }
    }
    Json names = Json::object();
    for (const std::string& state : states) names[state] = json_of(context.name(state));
    return names;
}

}  // namespace

std::string figure_data_json(const ReportContext& context) {
    return figure_data_json(context, all_figures(context));
}

std::string figure_data_json(const ReportContext& context, const Json& figures) {
    const StudyResult& result = context.result;
    Json poles = Json::array();
    for (const Pole& pole : result.poles) {
        poles.push_back({{"id", pole.id}, {"name", json_of(context.name(pole.id))}, {"members", pole.members}});
    }
    Json data;
    data["study"] = {{"id", result.id},
                     {"focus", result.focus},
                     {"version", result.version},
                     {"title", json_of(result.title)},
                     {"comparison", result.comparison}};
    data["poles"] = std::move(poles);
    data["names"] = names_of(context);
    data["figures"] = figures;
    data["messages"] = Json::parse(figure_messages_json());
    return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace tarazy
