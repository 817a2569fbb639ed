#include "analyses/network/bridge_analysis.hpp"

#include "ledger/claim_id.hpp"
#include "network/bridging/bridge_history.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

Span bridge_years(const AnalysisPlan& plan) {
    return plan.parameters.has("years") ? plan.parameters.get<Span>("years") : plan.frame.years;
}

std::vector<Span> bridge_windows(const AnalysisPlan& plan) {
    if (!plan.parameters.has("windows")) return {bridge_years(plan)};
    return plan.parameters.get<std::vector<Span>>("windows");
}

BridgeHistoryOptions bridge_options(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    BridgeHistoryOptions options;
    const Span years = bridge_years(plan);
    options.first = years.first;
    options.last = years.last;
    options.states = {plan.frame.focus};
    options.states.insert(options.states.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
    for (const Pole& pole : plan.frame.poles) {
        options.blocs.emplace_back(pole.id, pole.members);
        // A member of a pole is no bridge between poles.
        std::erase_if(options.states, [&](const std::string& state) {
            return std::ranges::find(pole.members, state) != pole.members.end();
        });
    }
    for (const Span& window : bridge_windows(plan)) options.windows.emplace_back(window.first, window.last);
    options.pictured = plan.frame.focus;
    options.rule.statuses = {p.get<std::string>("status")};
    options.rule.policy = source_policy(p.get<std::string>("sources"));
    options.rule.seed = plan.frame.seed;
    options.peers = static_cast<std::size_t>(p.get<std::int64_t>("peers"));
    options.draws = static_cast<std::size_t>(p.get<std::int64_t>("draws"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

std::vector<ResultTable> compute_bridge(const AnalysisPlan& plan, const RoleTables& data) {
    const Table& spells = *data.at("memberships");
    std::vector<std::string> notes;
    BridgeHistory history;
    if (spells.rows() > 0) {
        const auto list = data.find("institutions");
        SpellReading reading;
        if (list != data.end() && list->second->find("complete_to")) reading.institutions = list->second;
        const AffiliationRecord record = affiliation_record(read_membership_spells(spells, reading, notes));
        BridgeHistoryOptions options = bridge_options(plan);
        if (list != data.end()) options.rule.institutions = require_texts(*list->second, "institution");
        std::erase_if(options.rule.institutions,
                      [&](const std::string& name) { return !record.table.find_institution(name); });
        if (options.states.empty())
            throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': every state of the study lies in a pole",
                                     "name a state in focus that lies in none"});
        history = bridge_history(record, options);
    } else {
        history = bridge_history({}, bridge_options(plan));
    }
    notes.insert(notes.end(), history.notes.begin(), history.notes.end());
    std::vector<ResultTable> result;
    result.push_back({"", std::move(history.years)});
    result.push_back({"pairs", std::move(history.pairs)});
    result.push_back({"windows", std::move(history.windows)});
    result.push_back({"standings", std::move(history.standings)});
    result.push_back({"institutions", std::move(history.institutions)});
    result.push_back({"cards", std::move(history.cards)});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

std::string bridge_command(const AnalysisPlan& plan) {
    const Span years = bridge_years(plan);
    std::string text = "tarazy network bridge" + file_option(plan, "--memberships", "memberships") + " --years " +
                       to_string(years) + " --state " + plan.frame.focus + " --poles ";
    for (std::size_t p = 0; p < plan.frame.poles.size(); ++p) {
        const Pole& pole = plan.frame.poles[p];
        text += (p == 0 ? "" : ",") + pole.id + "=";
        for (std::size_t m = 0; m < pole.members.size(); ++m) text += (m == 0 ? "" : "+") + pole.members[m];
    }
    return text + " --draws " + std::to_string(plan.parameters.get<std::int64_t>("draws")) + " --peers " +
           std::to_string(plan.parameters.get<std::int64_t>("peers")) + " --seed " + std::to_string(plan.frame.seed);
}

struct BridgeQuantity {
    const char *column, *unit, *formula, *source, *no_interval;
};

constexpr const char* by_margins =
    "it is judged against networks with the same margins, by `bridges_p` and `liaisons_p`";
constexpr const char* monte_carlo =
    "it is a probability itself, with a Monte Carlo error of at most 0.5 / sqrt(draws + 1)";
constexpr BridgeQuantity bridge_quantities[] = {
    {"exceeds", "probability",
     "share of the states of equal degree with fewer bridges, equal ones half, mean over draws of institutions with "
     "replacement",
     "this program; resampling of institutions: Efron 1979", ""},
    {"bridges", "bridges",
     "sum over pairs of poles and institutions with members of both of 1 / states in it that belong to neither",
     "this program, after the liaison of Gould & Fernandez 1989", ""},
    {"bridges_p", "probability",
     "(1 + draws with more bridges + half of those with as many) / (draws + 1) among networks with the same margins",
     "Strona et al. 2014 (Curveball); Neal, Domagalski & Sagan 2021", monte_carlo},
    {"liaisons", "pairs",
     "pairs of members of two poles that are not tied on the exact backbone (SDSM, 0.05) and are both tied with the "
     "state",
     "Gould & Fernandez 1989; Neal 2014", by_margins},
    {"liaisons_p", "probability", "as bridges_p, for liaisons", "Strona et al. 2014; Neal 2014", monte_carlo},
    {"memberships", "institutions", "institutions in which the state is a member", "counting", "it is counted"},
};

constexpr BridgeQuantity standing_of_bridges = {
    "standing", "share", "share of the comparison states with a smaller number, equal ones half, draw by draw",
    "this program", ""};

class BridgeClaims {
public:
    explicit BridgeClaims(const AnalysisPlan& plan) : plan_(plan), command_(bridge_command(plan)) {}

    /// @param always  also of a comparison state that no test asks for
    void add(const Table& table, std::size_t row, const BridgeQuantity& quantity, std::vector<std::string> about,
             const std::string& time, bool always) {
        const std::string state = text_in(table, "state", row), column = quantity.column;
        const ClaimParts parts{state == plan_.frame.focus ? "" : state, "", column, std::move(about), time};
        if (!parts.state.empty() && !always && !read_by_a_test(plan_, parts)) return;
        Claim claim = begun(parts, quantity);
        claim.value = number_in(table, column, row);
        claim.interval = interval_in(table, row, column + "_q05", column + "_q95", 0.9, "draws of institutions");
        claim.quantiles = quantiles_in(table, row,
                                       {{0.05, column + "_q05"},
                                        {0.1, column + "_q10"},
                                        {0.5, column + "_q50"},
                                        {0.9, column + "_q90"},
                                        {0.95, column + "_q95"}});
        claim.subject =
            state + ", " + time + (parts.about.empty() ? "" : ", " + parts.about[0] + " and " + parts.about[1]);
        if (!claim.value && column == "exceeds") claim.statement = "there is no state of equal degree";
        if (!claim.value && column.ends_with("_p"))
            claim.statement = "all networks with the same margins have as many, so that nothing can be said";
        claim.inputs = uses(plan_, "memberships of " + state + ", of its peers and of the poles, " + time +
                                       (parts.state.empty() ? "; lines of the file in the table institutions" : ""));
        claims_.push_back(std::move(claim));
    }
    /// Where the focus stands among the comparison states in one of its numbers.
    void add_standing(const Table& table, std::size_t row) {
        const std::string window = text_in(table, "window", row), of = text_in(table, "of", row);
        Claim claim = begun({"", "", "standing_of_" + of, {}, window}, standing_of_bridges);
        claim.value = number_in(table, "standing", row);
        claim.interval = interval_in(table, row, "q05", "q95", 0.9, "draws of institutions, the same for all states");
        claim.quantiles =
            quantiles_in(table, row, {{0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}});
        claim.subject = text_in(table, "state", row) + ", " + window + ", among " + table["others"].display(row);
        claim.inputs = uses(plan_, "memberships of all states, " + window);
        claims_.push_back(std::move(claim));
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    [[nodiscard]] Claim begun(const ClaimParts& parts, const BridgeQuantity& quantity) const {
        Claim claim;
        claim.parts = parts;
        claim.id = series_claim_id(plan_.id, parts);
        claim.analysis = plan_.id;
        claim.quantity = parts.quantity;
        claim.unit = quantity.unit;
        claim.method = "network bridge";
        claim.formula = quantity.formula;
        claim.formula_source = quantity.source;
        claim.parameters = plan_.parameters.json();
        claim.no_interval = quantity.no_interval;
        claim.reproduce = command_;
        return claim;
    }

    const AnalysisPlan& plan_;
    const std::string command_;
    std::vector<Claim> claims_;
};

std::vector<Claim> bridge_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    BridgeClaims claims(plan);
    const Table *years = find_table(tables, ""), *pairs = find_table(tables, "pairs"),
                *windows = find_table(tables, "windows");
    const std::set<std::string> of_windows = {"exceeds", "bridges", "bridges_p"};
    for (std::size_t row = 0; years != nullptr && row < years->rows(); ++row)
        for (const BridgeQuantity& quantity : bridge_quantities)
            claims.add(*years, row, quantity, {}, (*years)["year"].display(row), false);
    for (std::size_t row = 0; pairs != nullptr && row < pairs->rows(); ++row)
        claims.add(*pairs, row, bridge_quantities[1], {text_in(*pairs, "one", row), text_in(*pairs, "other", row)},
                   (*pairs)["year"].display(row), false);
    for (std::size_t row = 0; windows != nullptr && row < windows->rows(); ++row) {
        for (const BridgeQuantity& quantity : bridge_quantities)
            if (of_windows.contains(quantity.column))
                claims.add(*windows, row, quantity, {}, text_in(*windows, "window", row), true);
    }
    const Table* standings = find_table(tables, "standings");
    for (std::size_t row = 0; standings != nullptr && row < standings->rows(); ++row)
        claims.add_standing(*standings, row);
    return claims.take();
}

std::vector<QuantityForm> bridge_quantity_forms(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    for (const char* prefix : {"", "state.<state>."}) {
        for (const BridgeQuantity& quantity : bridge_quantities)
            forms.push_back({std::string(prefix) + quantity.column + ".<year>", quantity.no_interval[0] == '\0'});
        std::vector<std::string> names;
        for (const Pole& pole : plan.frame.poles) names.push_back(pole.id);
        std::ranges::sort(names);
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t j = i + 1; j < names.size(); ++j)
                forms.push_back({std::string(prefix) + "bridges." + names[i] + "-" + names[j] + ".<year>", true});
        for (const Span& window : bridge_windows(plan)) {
            const std::string years = to_string(window);
            forms.push_back({std::string(prefix) + "exceeds." + years, true, years});
            forms.push_back({std::string(prefix) + "bridges." + years, true, years});
            forms.push_back({std::string(prefix) + "bridges_p." + years, false, years});
        }
    }
    for (const Span& window : bridge_windows(plan))
        for (const char* of : {"exceeds", "bridges"})
            forms.push_back({std::string("standing_of_") + of + '.' + to_string(window), true, to_string(window)});
    return forms;
}

}  // namespace

Method bridge_method() {
    Method method;
    method.id = "network.bridge";
    method.reads = {{{"memberships"}, {"institutions", false}}};
    method.parameters = {
        {"years", ParameterKind::span, std::nullopt, 1816, 2100, {}, "years to look at (default: those of the study)"},
        {"windows", ParameterKind::spans, std::nullopt, 1816, 2100, {}, "periods to sum up (default: all years)"},
        {"status", ParameterKind::text, "member", 0, 0, {}, "what counts as being in"},
        {"sources",
         ParameterKind::text,
         "first",
         0,
         0,
         {"first", "union", "intersection", "draw"},
         "which source to believe where they disagree"},
        {"peers", ParameterKind::integer, "20", 1, 1000, {}, "states of equal degree, at least"},
        {"draws", ParameterKind::integer, "999", 99, 100000, {}, "of institutions, and of networks"},
    };
    method.least_poles = 2;
    method.needs_focus = true;
    method.compute = compute_bridge;
    method.claims = bridge_claims;
    method.command = bridge_command;
    method.quantities = bridge_quantity_forms;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "bridges" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "in no year of " + to_string(bridge_years(plan)) +
               " is there an institution whose members are all known, with " + plan.frame.focus +
               " and a member of every pole in some institution";
    };
    return method;
}

}  // namespace tarazy
