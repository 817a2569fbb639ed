#include "serve/evidence/evidence_routes.hpp"

#include "serve/coding/coding_json.hpp"
#include "serve/coding/study_file_cache.hpp"
#include "serve/evidence/judgements.hpp"
#include "serve/evidence/study_evidence.hpp"
#include "serve/request_json.hpp"
#include "serve/sheets/sheet_edits.hpp"
#include "trace/evidence/evidence_tables.hpp"
#include "trace/evidence/posterior_bounds.hpp"
#include "trace/evidence/weighing.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

namespace tarazy {
namespace {

using nlohmann::json;
constexpr const char* evidence_area = "evidence";

json words_json(const EvidenceWords& words) {
    return {{"en", words.en}, {"kk", words.kk}, {"ru", words.ru}};
}

json probability_json(const ElicitedProbability& probability) {
    return {{"value", probability.value}, {"low", probability.low}, {"high", probability.high}};
}

/// Infinite weights are told as texts: JSON has no infinity.
json decibels_json(double weight) {
    if (std::isnan(weight)) return nullptr;
    if (std::isinf(weight)) return weight > 0 ? "inf" : "-inf";
    return weight;
}

json list_of_decibels(const std::vector<double>& weights) {
    json list = json::array();
    for (const double weight : weights) list.push_back(decibels_json(weight));
    return list;
}

/// What follows from the numbers of the study or of one judge.
json weighed_json(const RivalExplanations& rivals) {
    const Weighing weighing = weigh(rivals);
    const auto bounds = posterior_bounds(rivals);
    const std::vector<std::vector<double>> weights = weights_given_others(rivals, weighing);
    json clues = json::array(), ranges = json::array();
    for (std::size_t clue = 0; clue < rivals.clues.size(); ++clue) {
        const WeighedClue& step = weighing.steps[clue];
        const bool counts = !step.probability.empty();
        clues.push_back({{"clue", rivals.clues[clue].id},
                         {"counting", to_string(step.counting)},
                         {"weights", list_of_decibels(weights[clue])},
                         {"posterior", step.posterior},
                         {"between", counts ? decibels_json(decibels(step.probability[weighing.leader],
                                                                     step.probability[weighing.runner_up]))
                                            : json()}});
    }
    if (!bounds.empty())
        for (const ProbabilityBounds& one : bounds.back()) ranges.push_back({{"low", one.low}, {"high", one.high}});
    return {{"prior", weighing.prior},
            {"posterior", weighing.posterior},
            {"bounds", ranges},
            {"leader", weighing.leader},
            {"runner_up", weighing.runner_up},
            {"to_reverse",
             decibels_json(decibels(weighing.posterior[weighing.leader], weighing.posterior[weighing.runner_up]))},
            {"clues", clues}};
}

json hypotheses_json(const RivalExplanations& rivals) {
    json list = json::array();
    for (const RivalHypothesis& one : rivals.hypotheses)
        list.push_back({{"id", one.id},
                        {"name", words_json(one.name)},
                        {"says", words_json(one.says)},
                        {"prior", probability_json(one.prior)},
                        {"judged_by", one.judged_by},
                        {"why", words_json(one.why)}});
    return list;
}

json clues_json(const RivalExplanations& rivals) {
    json list = json::array();
    for (const Clue& clue : rivals.clues) {
        json likelihoods = json::array();
        for (const ClueLikelihood& one : clue.likelihoods)
            likelihoods.push_back({{"probability", probability_json(one.probability)},
                                   {"judged_by", one.judged_by},
                                   {"why", words_json(one.why)}});
        list.push_back({{"id", clue.id},
                        {"text", words_json(clue.text)},
                        {"found", to_string(clue.found)},
                        {"group", clue.group},
                        {"joint", clue.joint},
                        {"source", clue.source},
                        {"confidence", clue.confidence},
                        {"likelihoods", likelihoods}});
    }
    return list;
}

json judgements_json(const std::vector<JudgedLikelihood>& judgements) {
    json list = json::array();
    for (const JudgedLikelihood& one : judgements)
        list.push_back({{"clue", one.clue},
                        {"hypothesis", one.hypothesis},
                        {"judge", one.judge},
                        {"value", one.value},
                        {"low", one.low},
                        {"high", one.high},
                        {"why", one.why},
                        {"version", one.version}});
    return list;
}

/// What is wrong with a judge's numbers is told in the place of what follows from them.
json weighed_or_problem(const RivalExplanations& rivals) {
    try {
        return weighed_json(rivals);
    } catch (const std::exception& error) {
        return {{"problem", error.what()}};
    }
}

bool is_empty_cell(const CsvSheet& sheet, const std::vector<std::pair<std::string, std::string>>& key,
                   const std::string& column) {
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        if (std::ranges::all_of(key, [&](const auto& part) { return sheet.text(row, part.first) == part.second; }))
            return sheet.text(row, column).empty();
    return false;
}

struct EvidenceRoutes {
    StudyFileCache files;

    json set_json(const ServedStudy& served, const std::string& wanted, const std::string& who) {
        const StudyEvidence evidence = read_study_evidence(served, *files.of(served));
        const std::string set = wanted.empty() ? evidence.sets.front() : wanted;
        if (std::ranges::find(evidence.sets, set) == evidence.sets.end())
            throw RefusedRequest{404, "There is no set '" + set + "' of rival explanations.", ""};
        const RivalExplanations rivals = read_rivals(evidence.hypotheses, evidence.clues, evidence.likelihoods, set);
        json body = {{"sets", evidence.sets},
                     {"set", set},
                     {"files", {evidence.hypotheses_file, evidence.clues_file, evidence.likelihoods_file}},
                     {"hypotheses", hypotheses_json(rivals)},
                     {"clues", clues_json(rivals)},
                     {"notes", rivals.notes},
                     {"study", weighed_or_problem(rivals)},
                     {"judges", json::array()}};
        served.workspace->read([&](const WorkspaceView& view) {
            const std::vector<JudgedLikelihood> judgements = judgements_of(view, set);
            std::set<std::string> judges;
            for (const JudgedLikelihood& one : judgements) judges.insert(one.judge);
            for (const std::string& name : judges)
                body["judges"].push_back(
                    {{"judge", name}, {"weighed", weighed_or_problem(as_judged(rivals, judgements, name))}});
            body["judgements"] = judgements_json(judgements);
            body["coders"] = json::array();
            for (const WorkspaceEntry& entry : view.entries("coder")) body["coders"].push_back(entry.key);
            body["standing"] = standing_json(view, evidence_area, who);
        });
        return body;
    }

    Answer set(const Request& request) {
        settle_cells(request.study, evidence_area);
        return json_answer(set_json(request.study, asked(request, "set", ""), asked(request, "who", "")));
    }

    Answer judge_one(const Request& request) {
        const json body = body_of(request);
        JudgedLikelihood judged{text_of(body, "set"), text_of(body, "clue"), text_of(body, "hypothesis"),
                                text_of(body, "who")};
        if (judged.judge.empty()) throw RefusedRequest{400, "Say first who you are.", ""};
        const bool take_away = !body.contains("value") || body.at("value").is_null();
        if (!take_away) {
            judged.value = share_of(body, "value");
            judged.low = share_of(body, "low");
            judged.high = share_of(body, "high");
            judged.why = text_of(body, "why", "");
        }
        std::optional<std::int64_t> seen;
        if (body.contains("version") && body.at("version").is_number_integer())
            seen = body.at("version").get<std::int64_t>();
        (void)request.study.workspace->act({judged.judge, request.tab}, evidence_area,
                                           [&](const WorkspaceView&) { return judge(judged, take_away, seen); });
        return json_answer(set_json(request.study, judged.set, judged.judge));
    }

    /// Puts a judge's numbers into the files of the study.
    Answer keep(const Request& request) {
        const json body = body_of(request);
        const std::string who = text_of(body, "who"), set = text_of(body, "set");
        settle_cells(request.study, evidence_area);
        std::vector<JudgedLikelihood> judgements;
        request.study.workspace->read([&](const WorkspaceView& view) { judgements = judgements_of(view, set); });
        const StudyEvidence evidence = read_study_evidence(request.study, *files.of(request.study));
        (void)change_cells(request.study, {who, request.tab}, evidence_area, "keep",
                           edits_of_judge(evidence, judgements, text_of(body, "judge", who), language_of(body)));
        return json_answer(set_json(request.study, set, who));
    }

    /// Was a clue found: yes, no, not_sought.
    Answer found(const Request& request) {
        const json body = body_of(request);
        const std::string who = text_of(body, "who"), set = text_of(body, "set"), text = text_of(body, "found");
        if (text != "yes" && text != "no" && text != "not_sought")
            throw RefusedRequest{400, "A clue is found, not found, or not sought.", ""};
        const StudyEvidence evidence = read_study_evidence(request.study, *files.of(request.study));
        std::vector<std::pair<std::string, std::string>> row = {{"id", text_of(body, "clue")}};
        if (evidence.clues_sheet.column("set")) row.insert(row.begin(), {"set", set});
        std::string seen = text_of(body, "seen");
        if (seen == "yes" && is_empty_cell(evidence.clues_sheet, row, "found")) seen.clear();  // which means yes
        (void)change_cells(request.study, {who, request.tab}, evidence_area, "found",
                           {{evidence.clues_file, row, "found", seen, text}});
        return json_answer(set_json(request.study, set, who));
    }

    Answer turn(const Request& request, bool again) {
        const json body = body_of(request);
        const std::string who = text_of(body, "who");
        (void)turn_cells(request.study, {who, request.tab}, evidence_area, {}, again);
        return json_answer(set_json(request.study, text_of(body, "set", ""), who));
    }

    /// Of the page on which the reasons were written.
    static std::string language_of(const json& body) {
        const std::string language = text_of(body, "language", "en");
        return language == "kk" || language == "ru" ? language : "en";
    }

    static double share_of(const json& body, const std::string& key) {
        const auto value = body.find(key);
        if (value == body.end() || !value->is_number())
            throw RefusedRequest{400, "The request is not understood: '" + key + "' is no number.", ""};
        return value->get<double>();
    }
};

}  // namespace

Routes evidence_routes() {
    const auto routes = std::make_shared<EvidenceRoutes>();
    const auto add = [routes](Answer (EvidenceRoutes::*answer)(const Request&)) {
        return [routes, answer](const Request& request) { return (*routes.*answer)(request); };
    };
    return {
        {"GET", "/api/evidence/set", true, add(&EvidenceRoutes::set), Route::Uses::workspace},
        {"POST", "/api/evidence/judge", true, add(&EvidenceRoutes::judge_one), Route::Uses::workspace},
        {"POST", "/api/evidence/keep", true, add(&EvidenceRoutes::keep), Route::Uses::workspace},
        {"POST", "/api/evidence/found", true, add(&EvidenceRoutes::found), Route::Uses::workspace},
        {"POST", "/api/evidence/undo", true, [routes](const Request& request) { return routes->turn(request, false); },
         Route::Uses::workspace},
        {"POST", "/api/evidence/redo", true, [routes](const Request& request) { return routes->turn(request, true); },
         Route::Uses::workspace},
    };
}

}  // namespace tarazy
