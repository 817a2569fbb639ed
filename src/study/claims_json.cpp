#include "study/claims_json.hpp"

#include "ledger/claim_parts_json.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

ordered_json shared_part(const Claim& claim) {
    ordered_json probabilities = ordered_json::array(), interval;
    for (const Quantile& quantile : claim.quantiles) probabilities.push_back(quantile.probability);
    if (claim.interval) interval = {{"level", claim.interval->level}, {"kind", claim.interval->kind}};
    return {{"method", claim.method},         {"unit", claim.unit},
            {"formula", claim.formula},       {"formula_source", claim.formula_source},
            {"parameters", claim.parameters}, {"reproduce", claim.reproduce},
            {"interval", interval},           {"no_interval", claim.no_interval},
            {"probabilities", probabilities}};
}

/// [[keys], rows]: the same rows of several inputs, one behind another, are named once.
ordered_json inputs_json(const std::vector<InputUse>& inputs) {
    ordered_json groups = ordered_json::array();
    for (const InputUse& use : inputs) {
        if (groups.empty() || groups.back()[1] != use.rows)
            groups.push_back(ordered_json::array({ordered_json::array(), use.rows}));
        groups.back()[0].push_back(use.key);
    }
    return groups;
}

ordered_json own_part(const Claim& claim, std::size_t shared) {
    ordered_json json = {
        {"shared", shared}, {"id", claim.id}, {"quantity", claim.quantity}, {"subject", claim.subject}};
    json["value"] = claim.value ? ordered_json(*claim.value) : ordered_json(nullptr);
    if (claim.interval) json["interval"] = ordered_json::array({claim.interval->lower, claim.interval->upper});
    if (!claim.quantiles.empty()) {
        json["quantiles"] = ordered_json::array();
        for (const Quantile& quantile : claim.quantiles) json["quantiles"].push_back(quantile.value);
    }
    if (!claim.statement.empty()) json["statement"] = claim.statement;
    json["inputs"] = inputs_json(claim.inputs);
    json["parts"] = ordered_json::parse(claim_parts_json(claim.parts));
    return json;
}

Claim read_claim(const ordered_json& json, const ordered_json& all_shared, const std::string& analysis) {
    const ordered_json& shared = all_shared.at(json.at("shared").get<std::size_t>());
    Claim claim;
    claim.id = json.at("id");
    claim.analysis = analysis;
    claim.quantity = json.at("quantity");
    claim.subject = json.at("subject");
    if (!json.at("value").is_null()) claim.value = json.at("value").get<double>();
    if (json.contains("interval")) {
        const ordered_json &ends = json.at("interval"), &interval = shared.at("interval");
        claim.interval = Interval{ends.at(0), ends.at(1), interval.at("level"), interval.at("kind")};
    }
    if (json.contains("quantiles")) {
        const ordered_json& values = json.at("quantiles");
        for (std::size_t i = 0; i < values.size(); ++i)
            claim.quantiles.push_back({shared.at("probabilities").at(i), values[i]});
    }
    claim.statement = json.value("statement", "");
    claim.method = shared.at("method");
    claim.unit = shared.at("unit");
    claim.formula = shared.at("formula");
    claim.formula_source = shared.at("formula_source");
    claim.parameters = shared.at("parameters");
    claim.reproduce = shared.at("reproduce");
    claim.no_interval = shared.value("no_interval", "");
    for (const ordered_json& group : json.at("inputs"))
        for (const ordered_json& key : group.at(0)) claim.inputs.push_back({key, group.at(1)});
    claim.parts = claim_parts_from_json(json.at("parts").dump());
    return claim;
}

}  // namespace

nlohmann::ordered_json claims_json(const std::vector<Claim>& claims) {
    ordered_json all_shared = ordered_json::array(), written = ordered_json::array();
    std::map<std::string, std::size_t> known;
    for (const Claim& claim : claims) {
        ordered_json shared = shared_part(claim);
        const auto [found, is_new] = known.emplace(shared.dump(), known.size());
        if (is_new) all_shared.push_back(std::move(shared));
        written.push_back(own_part(claim, found->second));
    }
    return {{"shared", std::move(all_shared)}, {"claims", std::move(written)}};
}

std::vector<Claim> claims_from_json(const nlohmann::ordered_json& json, const std::string& analysis) {
    std::vector<Claim> claims;
    for (const ordered_json& claim : json.at("claims"))
        claims.push_back(read_claim(claim, json.at("shared"), analysis));
    return claims;
}

}  // namespace tarazy
