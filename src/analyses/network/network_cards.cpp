#include "analyses/network/network_cards.hpp"

#include "analyses/network/function_networks.hpp"
#include "base/text_lists.hpp"
#include "report/citation.hpp"
#include "report/report_context.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

std::optional<double> density_of_known(std::size_t ties, std::size_t known) {
    return known == 0 ? std::nullopt : std::optional(static_cast<double>(ties) / static_cast<double>(known));
}

/// A parameter of the analysis by the first of its names; empty where it has none.
std::string card_parameter(const nlohmann::json& parameters, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = parameters.find(name);
        if (found != parameters.end() && found->is_string()) return found->get<std::string>();
    }
    return {};
}

/// The sources of the data that the claims rest on, each once, as links to their entries.
Html card_sources(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<const Source*> sources;
    for (const Claim& claim : analysis.claims) {
        for (const InputUse& use : claim.inputs) {
            const DataUse* data = context.data(use.key);
            if (data == nullptr) continue;
            for (const Source* source : sources_of(context.result, *data))
                if (std::ranges::find(sources, source) == sources.end()) sources.push_back(source);
        }
    }
    Html list;
    for (const Source* source : sources)
        list +=
            (list.markup.empty() ? Html{} : text("; ")) +
            element("a", {{"href", "#" + html_id("source-", source->key)}}, local(short_citation(context, *source)));
    return list;
}

/// Lists with commas, other cells as results have them.
HtmlColumn card_column(const ReportContext& context, const Table& cards, const std::string& name) {
    HtmlColumn column = result_column(context, cards, name);
    if (name == "without_memberships" || name == "not_yet_states")
        column.cell = [&context, &cards, name](std::size_t row) {
            Html names;
            for (const std::string& code : list_items(text_in(cards, name, row)))
                names += (names.markup.empty() ? Html{} : text(", ")) + local(context.name(code));
            return names.markup.empty() ? text("–") : names;
        };
    return column;
}

}  // namespace

Table function_cards(const FunctionNetworks& networks, const FunctionRecord& record) {
    TableRows rows(IntegerColumn{"year"}, IntegerColumn{"states"}, IntegerColumn{"institutions"}, IntegerColumn{"ties"},
                   IntegerColumn{"unknown"}, RealColumn{"density"}, ListColumn{"without_memberships"});
    for (const FunctionNetwork& network : networks.years) {
        const CarriedFunctions& carried = network.carried;
        std::size_t ties = 0;
        for (std::size_t state = 0; state < carried.members.rows(); ++state)
            ties += count_bits(carried.members.row(state));
        const std::size_t unknown = carried.count_unknown(),
                          known = carried.states.size() * carried.institutions.size() - unknown;
        std::vector<std::string> lacking;
        for (const std::string& name : record.functions.institutions)
            if (!std::ranges::binary_search(carried.institutions, name)) lacking.push_back(name);
        rows.add(network.year, carried.states.size(), carried.institutions.size(), ties, unknown,
                 density_of_known(ties, known), lacking);
    }
    return rows.table();
}

Table regime_card(const Regime& regime, int year) {
    TableRows rows(IntegerColumn{"year"}, IntegerColumn{"states"}, IntegerColumn{"institutions"}, IntegerColumn{"ties"},
                   IntegerColumn{"unknown"}, RealColumn{"density"}, ListColumn{"not_yet_states"});
    if (regime.standings.empty()) return rows.table();
    std::size_t ties = 0, unknown = 0, outside = 0;
    std::vector<bool> exists(regime.years.states.size(), false);
    for (const RegimeStanding& standing : regime.standings) {
        ties += static_cast<std::size_t>(standing.inside);
        unknown += static_cast<std::size_t>(standing.unknown);
        outside += static_cast<std::size_t>(standing.outside);
        exists[standing.state] = true;
    }
    std::vector<std::string> absent;
    for (std::size_t state = 0; state < exists.size(); ++state)
        if (!exists[state]) absent.push_back(regime.years.states[state]);
    rows.add(year, regime.standings.size(), regime.years.institutions.size(), ties, unknown,
             density_of_known(ties, ties + outside), absent);
    return rows.table();
}

Html network_cards(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* cards = find_table(analysis.tables, "cards");
    if (cards == nullptr || cards->rows() == 0) return {};
    std::vector<HtmlColumn> columns;
    columns.reserve(cards->names.size());
    for (const std::string& name : cards->names) columns.push_back(card_column(context, *cards, name));
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    const auto said = [&](std::initializer_list<const char*> names) {
        return parameters.is_object() ? card_parameter(parameters, names) : std::string();
    };
    const std::string statuses = said({"statuses", "status"}), moment = said({"rule"}),
                      policy = said({"source_policy", "sources"});
    Html rules = context.say("card.moment." + (moment.empty() ? "year-end" : moment));
    if (!statuses.empty()) rules += text(" ") + context.say("card.statuses", {{"statuses", statuses}});
    if (!policy.empty()) rules += text(" ") + context.say("card.policy." + policy);
    if (said({"carry_forward"}) == "yes") rules += text(" ") + context.say("card.carried");
    const Html sources = card_sources(context, analysis);
    const std::string label = html_id("cards-", analysis.id);
    Html inside = element("summary", {{"id", label}}, context.say("chapter.network_cards")) +
                  element("p", {}, context.say("card." + analysis.method)) + element("p", {}, rules);
    if (!sources.markup.empty()) inside += element("p", {}, {context.say("card.sources"), text(" "), sources});
    return element("details", {}, inside + scrolled(label, html_table({}, columns, cards->rows())));
}

}  // namespace tarazy
