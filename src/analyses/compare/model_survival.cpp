#include "analyses/compare/model_survival.hpp"

#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace {

using nlohmann::json;

/// A parameter as it is compared: the order of a list does not matter.
json asked(const json& parameters, const char* name) {
    const json value = parameters.value(name, json());
    if (!value.is_string()) return value;
    std::vector<std::string> parts = listed(value.get<std::string>(), ',');
    std::ranges::sort(parts);
    return parts;
}

/// The data of the cases, as the claims name their inputs.
std::string key_of_cases(const ReportContext& context, const AnalysisResult& analysis) {
    for (const Claim& claim : analysis.claims) {
        for (const InputUse& use : claim.inputs) {
            const DataUse* data = context.data(use.key);
            if (data != nullptr && data->role == "cases") return use.key;
        }
    }
    return {};
}

/// "parsimonious" of "parsimonious", "intermediate" of "intermediate C1P1"; each once, in the order of the table.
std::vector<std::string> kinds_of(const AnalysisResult& comparison) {
    std::vector<std::string> kinds;
    const Table* models = find_table(comparison.tables, "");
    for (std::size_t row = 0; models != nullptr && row < models->rows(); ++row) {
        const std::string solution = text_in(*models, "solution", row);
        const std::string kind = solution.substr(0, solution.find(' '));
        if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
    }
    return kinds;
}

struct Survival {
    LocalText words;
    std::vector<std::string> claims;
};

Survival survival(const ReportContext& context, const AnalysisResult& comparison) {
    const std::vector<std::string> kinds = kinds_of(comparison);
    if (kinds.empty()) return {};
    const AnalysisResult* sweep = sweep_of(context, comparison);
    const Claim* points = sweep == nullptr ? nullptr : context.claim(*sweep, {"", "", "points", {}, ""});
    Survival told;
    LocalText list;
    if (points != nullptr && points->value) told.claims.push_back(points->id);
    for (const std::string& kind : kinds) {
        const Claim* share = sweep == nullptr ? nullptr : context.claim(*sweep, {"", "", "as_coded", {kind}, ""});
        if (told.claims.empty() || share == nullptr || !share->value) continue;
        const LocalText item =
            context.messages.say("comparison.survival_item", {{"solution", context.word("solution.", kind)},
                                                              {"link", std::to_string(told.claims.size())},
                                                              {"percent", percent_told_apart(*share->value)}});
        const char* comma = list.en.empty() ? "" : ", ";
        list = {list.en + comma + item.en, list.kk + comma + item.kk, list.ru + comma + item.ru};
        told.claims.push_back(share->id);
    }
    if (list.en.empty()) return {context.messages.say("comparison.survival_untried"), {}};
    told.words = context.messages.say("comparison.survival",
                                      {{"points", static_cast<std::int64_t>(*points->value)}, {"list", list}});
    return told;
}

std::string without_links(std::string words) {
    for (std::size_t at = words.find('<'); at != std::string::npos; at = words.find('<', at))
        words.erase(at, words.find('>', at) - at + 1);
    return words;
}

}  // namespace

const AnalysisResult* sweep_of(const ReportContext& context, const AnalysisResult& comparison) {
    constexpr std::array<const char*, 11> same = {"outcome", "conditions", "incl_cut",   "contradiction_cut",
                                                  "pri_cut", "n_cut",      "expect",     "exclude",
                                                  "models",  "ties",       "case_column"};
    const json parameters = json::parse(comparison.parameters, nullptr, false);
    if (!parameters.is_object()) return nullptr;
    for (const AnalysisResult* sweep : analyses_by(context.result, "compare.robustness")) {
        const json of_sweep = json::parse(sweep->parameters, nullptr, false);
        if (!of_sweep.is_object() || !sweep->failure.empty()) continue;
        const bool asks_the_same = std::ranges::all_of(
            same, [&](const char* name) { return asked(parameters, name) == asked(of_sweep, name); });
        if (asks_the_same && key_of_cases(context, *sweep) == key_of_cases(context, comparison)) return sweep;
    }
    return nullptr;
}

Html model_survival(const ReportContext& context, const AnalysisResult& comparison) {
    const Survival told = survival(context, comparison);
    return told.words.en.empty() ? Html{} : element("p", {}, local_with_claims(told.words, told.claims));
}

LocalText model_survival_caption(const ReportContext& context, const AnalysisResult& comparison) {
    const LocalText words = survival(context, comparison).words;
    return {without_links(words.en), without_links(words.kk), without_links(words.ru)};
}

double percent_told_apart(double share) {
    const double percent = share * 100, from_end = std::min(percent, 100 - percent);
    if (from_end <= 0) return percent;
    const double scale = std::pow(10, std::max(0.0, 1 - std::floor(std::log10(from_end))));
    return std::round(percent * scale) / scale;
}

}  // namespace tarazy
