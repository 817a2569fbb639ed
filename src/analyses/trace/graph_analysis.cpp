#include "analyses/trace/graph_analysis.hpp"

#include "analyses/trace/graph_counts.hpp"
#include "analyses/trace/graph_details.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/study_section.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// A number of the graph and how its claim words it.
struct GraphQuantity {
    std::string name, unit, formula, source;
};

const std::vector<GraphQuantity> whole_graph_quantities = {
    {"nodes", "events", "number of events", "counting"},
    {"edges", "links", "number of links taken", "counting"},
    {"literature_edges", "links", "number of links that a source states", "counting"},
    {"roots", "events", "number of events that lead to others and to which none leads", "counting"},
    {"independent_pairs", "pairs",
     "number of pairs of events without link: each is independent given some other events",
     "Pearl 2009, section 1.2.4"},
};

const std::vector<GraphQuantity> pair_quantities = {
    {"paths", "paths", "number of directed paths from exposure to outcome", "counting along the order of causes"},
    {"shortest", "links", "links of the shortest directed path from exposure to outcome", "breadth-first search"},
    {"literature_paths", "paths", "number of directed paths all of whose links are stated in a source",
     "counting along the order of causes"},
    {"adjustment_sets", "sets", "number of minimal adjustment sets for the total effect of exposure on outcome",
     "Shpitser, VanderWeele & Robins 2010; van der Zander, Liskiewicz & Textor 2014, theorem 4.6"},
    {"bottlenecks", "events", "number of events that lie on every directed path from exposure to outcome",
     "reachability without the event"},
};

std::vector<ResultTable> compute_graph(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const Chronology chronology = graph_chronology(plan, data);
    const ChronologyGraph graphs = chronology_graph(chronology);
    const GraphPlan asked = graph_plan(plan);
    std::vector<ResultTable> result;
    result.push_back({"", graph_summary(graphs)});
    result.push_back({"pairs", graph_pairs(graphs, asked, plan.frame.work)});
    for (ResultTable& table : graph_details(chronology, graphs, asked, plan.frame.work))
        result.push_back(std::move(table));
    return result;
}

std::string graph_command(const AnalysisPlan& plan) {
    const GraphPlan asked = graph_plan(plan);
    std::string command =
        "tarazy trace graph" + file_option(plan, "", "links").substr(1) + file_option(plan, "--events", "events");
    const auto list = [](const std::vector<std::string>& ids) {
        std::string text;
        for (const std::string& id : ids) text += (text.empty() ? "" : ",") + id;
        return shell_word(text);
    };
    if (!asked.exposures.empty() && !asked.outcomes.empty())
        command += " --exposure " + list(asked.exposures) + " --outcome " + list(asked.outcomes);
    if (asked.literature_only) command += " --basis literature";
    return command;
}

Claim graph_claim(const AnalysisPlan& plan, const GraphQuantity& quantity, std::optional<double> value,
                  std::vector<std::string> about) {
    Claim claim;
    claim.subject = about.empty() ? "causal graph of the chronology" : about[0] + " to " + about[1];
    claim.parts = {"", "", quantity.name, std::move(about), ""};
    claim.id = path_claim_id(plan.id, claim.parts);
    claim.analysis = plan.id;
    claim.quantity = quantity.name;
    claim.value = value;
    claim.unit = quantity.unit;
    claim.method = "trace graph";
    claim.formula = quantity.formula;
    claim.formula_source = quantity.source;
    claim.no_interval = "it is counted in the graph as it is";
    claim.parameters = plan.parameters.json();
    claim.inputs = uses(plan, "all rows");
    claim.reproduce = graph_command(plan);
    return claim;
}

std::vector<Claim> graph_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table* summary = find_table(tables, "");
    for (const GraphQuantity& quantity : whole_graph_quantities)
        if (summary != nullptr && summary->rows() > 0)
            claims.push_back(graph_claim(plan, quantity, number_in(*summary, quantity.name, 0), {}));
    const Table* pairs = find_table(tables, "pairs");
    for (std::size_t row = 0; pairs != nullptr && row < pairs->rows(); ++row) {
        for (const GraphQuantity& quantity : pair_quantities) {
            claims.push_back(graph_claim(plan, quantity, number_in(*pairs, quantity.name, row),
                                         {text_in(*pairs, "exposure", row), text_in(*pairs, "outcome", row)}));
        }
    }
    return claims;
}

std::vector<QuantityForm> graph_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    for (const GraphQuantity& quantity : whole_graph_quantities) forms.push_back({quantity.name});
    const GraphPlan asked = graph_plan(plan);
    for (const GraphQuantity& quantity : pair_quantities) {
        for (const std::string& exposure : asked.exposures) {
            for (const std::string& outcome : asked.outcomes)
                forms.push_back({quantity.name + '.' + exposure + '.' + outcome});
        }
    }
    return forms;
}

using ToldCounts = std::map<std::string, std::optional<double>>;

ToldCounts told_counts(const AnalysisPlan& plan, const Chronology& chronology) {
    const ChronologyGraph graphs = chronology_graph(chronology);
    std::vector<ResultTable> tables;
    tables.push_back({"", graph_summary(graphs)});
    tables.push_back({"pairs", graph_pairs(graphs, graph_plan(plan), plan.frame.work.unheard())});
    ToldCounts told;
    for (const Claim& claim : graph_claims(plan, tables)) {
        const std::string quantity = claim.id.substr(plan.id.size() + 1);
        if (std::ranges::find(plan.tested, quantity) != plan.tested.end()) told[quantity] = claim.value;
    }
    return told;
}

/// The compiler proposed some links: each may be absent.
Table graph_readings(const AnalysisPlan& plan, const RoleTables& data) {
    TableRows rows(TextColumn{"data"}, TextColumn{"entry"}, TextColumn{"variable"}, TextColumn{"as_recorded"},
                   TextColumn{"other"}, TextColumn{"basis"}, TextColumn{"quantity"}, RealColumn{"value"},
                   TextColumn{"statement"});
    const Chronology chronology = graph_chronology(plan, data);
    const ToldCounts before = told_counts(plan, chronology);
    const std::string& key = plan.input("links")->key;
    WorkStep step(plan.frame.work, "other readings of links", chronology.links.size());
    for (std::size_t i = 0; i < chronology.links.size(); ++i) {
        step.advance();
        const ChronologyLink& link = chronology.links[i];
        if (link.basis != "proposed") continue;
        Chronology without = chronology;
        without.links.erase(without.links.begin() + static_cast<std::ptrdiff_t>(i));
        const std::string entry = link.from + " -> " + link.to;
        bool differs = false;
        const auto add = [&](const std::string& quantity, std::optional<double> value) {
            rows.add(key, entry, "link", "proposed", "absent", "proposed link", quantity, value, "");
        };
        for (const auto& [quantity, value] : told_counts(plan, without)) {
            if (value == before.at(quantity)) continue;
            differs = true;
            add(quantity, value);
        }
        if (!differs) add("", std::nullopt);
    }
    return rows.table();
}

}  // namespace

Method graph_method() {
    Method method;
    method.id = "trace.graph";
    method.reads_poles = false;
    method.reads = {{{"events"}, {"links"}}};
    method.parameters = {
        {"exposure", ParameterKind::text, std::nullopt, 0, 0, {}, "events whose effect is asked for, by id: e017,e031"},
        {"outcome", ParameterKind::text, std::nullopt, 0, 0, {}, "events on which it is asked for, by id"},
        {"basis",
         ParameterKind::text,
         "all",
         0,
         0,
         {"literature", "all"},
         "links to take: those that a source states, or all"}};
    method.cached = false;  // as quick to compute as to read back
    method.compute = compute_graph;
    method.claims = graph_claims;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "edges" && claim.value.value_or(0) > 0;
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return graph_plan(plan).literature_only ? "no link is stated in a source" : "the file of links holds no link";
    };
    method.check = [](const StudyAnalysis& written, StudyProblems& problems) {
        const auto names = [&](const char* name) {
            return std::ranges::find(written.parameters, name, &TomlEntry::key) != written.parameters.end();
        };
        if (names("exposure") != names("outcome"))
            problems.problem(written.id.place, "trace.graph: exposure and outcome go together",
                             "give both, or neither");
    };
    method.command = graph_command;
    method.quantities = graph_quantities;
    method.other_readings = graph_readings;
    return method;
}

}  // namespace tarazy
