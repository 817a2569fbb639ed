#include "analyses/network/regimes_analysis.hpp"

#include "analyses/network/membership_readings.hpp"
#include "analyses/network/network_cards.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "network/affiliations/regime.hpp"
#include "network/affiliations/yearly_network.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

int regime_year(const AnalysisPlan& plan) {
    return plan.parameters.has("year") ? static_cast<int>(plan.parameters.get<std::int64_t>("year"))
                                       : plan.frame.years.last;
}

std::vector<std::string> regime_set(const AnalysisPlan& plan) {
    return plan.parameters.has("set") ? listed(plan.parameters.get<std::string>("set"), ',')
                                      : std::vector<std::string>();
}

/// The role that the spells come from.
std::string spells_role(const AnalysisPlan& plan) {
    return plan.input("memberships") != nullptr ? "memberships" : "treaties";
}

YearRule regime_rule(const AnalysisPlan& plan, const AffiliationRecord& record, const Table* list) {
    YearRule rule;
    rule.statuses = listed(plan.parameters.get<std::string>("status"), ',');
    std::erase_if(rule.statuses, [&](const std::string& status) {
        return !std::ranges::binary_search(record.table.statuses, status);
    });
    if (rule.statuses.empty())
        throw InputError(
            Problem{record.table.origin.path, 0, 0,
                    "analysis '" + plan.id + "': no row has the status " + plan.parameters.get<std::string>("status"),
                    "the data have " + first_few(record.table.statuses, 10)});
    rule.policy = source_policy(plan.parameters.get<std::string>("sources"));
    rule.seed = plan.frame.seed;
    rule.institutions = regime_set(plan);
    for (const std::string& name : rule.institutions) {
        if (record.table.find_institution(name)) continue;
        throw InputError(Problem{record.table.origin.path, 0, 0,
                                 "analysis '" + plan.id + "': the set names '" + name + "', of which there is no row",
                                 "the data have " + first_few(record.table.institutions, 60)});
    }
    if (rule.institutions.empty() && list != nullptr) {
        rule.institutions = require_texts(*list, "institution");
        std::erase_if(rule.institutions, [&](const std::string& name) { return !record.table.find_institution(name); });
    }
    return rule;
}

/// The institutions of the study's list, or nothing.
const Table* institution_list(const RoleTables& data) {
    const auto list = data.find("institutions");
    return list == data.end() ? nullptr : list->second;
}

/// @pre the spells have rows
AffiliationRecord regime_record(const AnalysisPlan& plan, const RoleTables& data, std::vector<std::string>& notes) {
    const Table* institutions = institution_list(data);
    SpellReading reading;
    if (institutions != nullptr && institutions->find("complete_to")) reading.institutions = institutions;
    // Records of treaties are made by others and hold rows that contradict themselves; each is told.
    reading.leave_out_faulty = spells_role(plan) == "treaties";
    return affiliation_record(read_membership_spells(*data.at(spells_role(plan)), reading, notes));
}

std::vector<ResultTable> regimes_tables(const AnalysisPlan& plan, const Regime& regime,
                                        const std::vector<std::string>& notes) {
    std::vector<ResultTable> result;
    result.push_back({"", regime_table(regime)});
    result.push_back({"joining", joining_table(regime)});
    result.push_back({"cards", regime_card(regime, regime_year(plan))});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

/// Where the file lies on one machine is no part of a result.
void name_file_only(std::string& note, const std::string& path) {
    const std::size_t slash = path.rfind('/'), at = note.find(path);
    if (slash != std::string::npos && at != std::string::npos) note.erase(at, slash + 1);
}

std::vector<ResultTable> compute_regimes(const AnalysisPlan& plan, const RoleTables& data) {
    std::vector<std::string> notes;
    Regime regime;
    if (data.at(spells_role(plan))->rows() > 0) {
        const AffiliationRecord record = regime_record(plan, data, notes);
        for (std::string& note : notes) name_file_only(note, record.table.origin.path);
        const YearRule rule = regime_rule(plan, record, institution_list(data));
        regime = regime_of(record, regime_year(plan), rule, plan.frame.work);
    } else {
        plan.frame.work.check();
    }
    return regimes_tables(plan, regime, notes);
}

std::string regimes_command(const AnalysisPlan& plan) {
    std::string text = "tarazy network memberships" + file_option(plan, "--memberships", spells_role(plan)) +
                       " --year " + std::to_string(regime_year(plan));
    if (plan.parameters.has("set")) text += " --only " + shell_word(plan.parameters.get<std::string>("set"));
    const std::string status = plan.parameters.get<std::string>("status"),
                      policy = plan.parameters.get<std::string>("sources");
    if (status != "member") text += " --status " + shell_word(status);
    if (policy != "first") text += " --source-policy " + policy + " --seed " + std::to_string(plan.frame.seed);
    if (spells_role(plan) == "treaties") text += " --leave-out-faulty";
    return text + " --show regime";
}

struct RegimeQuantity {
    const char *name, *column, *lower, *upper, *unit, *formula, *source, *no_interval;
};

constexpr const char* counted_states_words = "it is counted among the states whose status is known";
constexpr RegimeQuantity standing_quantities[] = {
    {"regime_coverage", "coverage", "coverage", "coverage_upper", "share",
     "institutions of the set in which the state surely is / institutions of the set; upper end: with those of which "
     "nobody knows",
     "this program", ""},
    {"regime_rank", "rank", "rank_best", "rank_worst", "rank",
     "1 + states that are surely in more institutions of the set; ends: over all that the unknown cells allow",
     "this program", ""},
    {"known_in", "in", "", "", "institutions", "institutions of the set in which the state surely is", "counting",
     "it is counted; what is not known is not in it"},
};
constexpr RegimeQuantity joining_quantities[] = {
    {"joined", "joined", "earliest", "latest", "year",
     "first year at whose end the state is in; ends: earliest and latest reading of rival sources", "this program", ""},
    {"years_before_median", "years_before_median", "", "", "years",
     "first year in which half of the states of known status are in, minus the year of joining",
     "Kaplan & Meier 1958, with states of unknown status outside of the risk set", ""},
    {"share_before", "share_before", "", "", "share",
     "other states that were in at the end of the year before / other states whose status was known",
     "Kaplan & Meier 1958", counted_states_words},
};

class RegimeClaims {
public:
    explicit RegimeClaims(const AnalysisPlan& plan) : plan_(plan), command_(regimes_command(plan)) {}

    void add(const Table& table, std::size_t row, const RegimeQuantity& quantity, const std::string& institution,
             bool always) {
        const std::string state = text_in(table, "state", row);
        const bool of_focus = state == plan_.frame.focus;
        const auto& others = plan_.frame.comparison;
        if (!of_focus && std::ranges::find(others, state) == others.end()) return;
        ClaimParts parts{of_focus ? "" : state, "", quantity.name, {}, ""};
        if (!institution.empty()) parts.about = {institution};
        if (!of_focus && !always && !read_by_a_test(plan_, parts)) return;
        Claim claim;
        claim.value = number_in(table, quantity.column, row);
        claim.interval = bounds(table, row, quantity, claim.value);
        // Where half may never have been in, for all that is known, there is no median to be before.
        const bool needs_interval = quantity.no_interval[0] == '\0';
        if (needs_interval && !claim.interval) claim.value.reset();
        const bool bound = number_in(table, "upper_bound", row) == 1;
        if (!institution.empty() && !claim.value) claim.statement = why_unknown(table, row);
        if (bound && !institution.empty()) {
            claim.statement = "in by " + table["joined"].display(row) + ", since when is not known";
            claim.value.reset();
            claim.interval.reset();
        }
        if (claim.value && claim.interval)
            claim.quantiles = {{0.05, claim.interval->lower},
                               {0.1, claim.interval->lower},
                               {0.5, *claim.value},
                               {0.9, claim.interval->upper},
                               {0.95, claim.interval->upper}};
        claim.parts = parts;
        claim.id = series_claim_id(plan_.id, parts);
        claim.analysis = plan_.id;
        claim.quantity = quantity.name;
        claim.subject = state + (institution.empty() ? "" : ", " + institution) + ", to the end of " +
                        std::to_string(regime_year(plan_));
        claim.unit = quantity.unit;
        claim.method = "network memberships";
        claim.formula = quantity.formula;
        claim.formula_source = quantity.source;
        claim.parameters = plan_.parameters.json();
        claim.no_interval = quantity.no_interval;
        claim.inputs = uses(plan_, rows_used(table, row, institution));
        claim.reproduce = command_;
        claims_.push_back(std::move(claim));
    }
    /// Where the focus stands among the comparison states in coverage: the ends are what the unknown cells allow.
    void add_standing(const Table& table) {
        std::optional<Interval> own;
        std::vector<Interval> others;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string state = text_in(table, "state", row);
            const auto found = interval_in(table, row, "coverage", "coverage_upper", 1, "");
            if (!found) continue;
            if (state == plan_.frame.focus) own = found;
            if (std::ranges::count(plan_.frame.comparison, state) > 0) others.push_back(*found);
        }
        constexpr std::size_t least_compared_members = 3;
        if (!own || others.size() < least_compared_members) return;
        const auto below = [&](double mine, double Interval::*theirs) {
            double sum = 0;
            for (const Interval& other : others) sum += other.*theirs < mine ? 1 : other.*theirs == mine ? 0.5 : 0;
            return sum / static_cast<double>(others.size());
        };
        const double least = below(own->lower, &Interval::upper), most = below(own->upper, &Interval::lower);
        Claim claim;
        claim.parts = {"", "", "standing_of_regime_coverage", {}, ""};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = claim.parts.quantity;
        claim.subject = plan_.frame.focus + ", among " + std::to_string(others.size()) + ", to the end of " +
                        std::to_string(regime_year(plan_));
        claim.value = below(own->lower, &Interval::lower);
        claim.interval = Interval{least, most, 1, "bounds over the unknown cells"};
        claim.quantiles = {{0.05, least}, {0.1, least}, {0.5, *claim.value}, {0.9, most}, {0.95, most}};
        claim.unit = "share";
        claim.method = "network memberships";
        claim.formula =
            "share of the comparison states with less coverage, equal ones half; ends: over all that the "
            "unknown cells allow";
        claim.formula_source = "this program";
        claim.parameters = plan_.parameters.json();
        claim.inputs = uses(plan_, "memberships of all states in the set");
        claim.reproduce = command_;
        claims_.push_back(std::move(claim));
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    static std::optional<Interval> bounds(const Table& table, std::size_t row, const RegimeQuantity& quantity,
                                          const std::optional<double>& value) {
        if (!value || quantity.no_interval[0] != '\0') return std::nullopt;
        const std::string kind =
            std::string(quantity.name) == "regime_coverage" || std::string(quantity.name) == "regime_rank"
                ? "bounds over the unknown cells"
                : "bounds over rival sources";
        if (std::string(quantity.name) != "years_before_median") {
            const double lower = number_in(table, quantity.lower, row).value_or(*value),
                         upper = number_in(table, quantity.upper, row).value_or(*value);
            return Interval{std::min(lower, *value), std::max(upper, *value), 1, kind};
        }
        const auto from = number_in(table, "median_earliest", row), to = number_in(table, "median_latest", row);
        if (!from || !to) return std::nullopt;
        const double joined_year = *number_in(table, "joined", row);
        const double earliest = number_in(table, "earliest", row).value_or(joined_year),
                     latest = number_in(table, "latest", row).value_or(joined_year);
        return Interval{std::min(*value, *from - std::max(latest, joined_year)),
                        std::max(*value, *to - std::min(earliest, joined_year)), 1,
                        "bounds over rival sources and unknown cells"};
    }

    static std::string why_unknown(const Table& table, std::size_t row) {
        const std::string status = text_in(table, "status", row);
        if (text_in(table, "joined", row).empty())
            return status == "out" ? "it has not joined" : "nobody knows whether it has joined";
        return "of too many states nobody knows whether they are in, or none was known before";
    }

    static std::string rows_used(const Table& table, std::size_t row, const std::string& institution) {
        const std::string state = text_in(table, "state", row);
        if (institution.empty()) return "memberships of all states in the set; lines of the file in the table joining";
        const auto lines = list_items(text_in(table, "rows", row));
        return lines.empty() ? "no row of " + state + " in " + institution
                             : "line " + joined(lines, ", ") + " (" + state + " in " + institution + ")";
    }

    const AnalysisPlan& plan_;
    const std::string command_;
    std::vector<Claim> claims_;
};

std::vector<Claim> regimes_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    RegimeClaims claims(plan);
    const Table *standing = find_table(tables, ""), *joining = find_table(tables, "joining");
    for (std::size_t row = 0; standing != nullptr && row < standing->rows(); ++row)
        for (const RegimeQuantity& quantity : standing_quantities) claims.add(*standing, row, quantity, "", true);
    if (standing != nullptr) claims.add_standing(*standing);
    for (std::size_t row = 0; joining != nullptr && row < joining->rows(); ++row)
        for (const RegimeQuantity& quantity : joining_quantities)
            claims.add(*joining, row, quantity, text_in(*joining, "institution", row), false);
    return claims.take();
}

std::vector<QuantityForm> regimes_forms(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    std::vector<std::string> names = regime_set(plan);
    if (names.empty()) names = {"<institution>"};
    forms.push_back({"standing_of_regime_coverage", true});
    for (const char* prefix : {"", "state.<state>."}) {
        for (const RegimeQuantity& quantity : standing_quantities)
            forms.push_back({std::string(prefix) + quantity.name, quantity.no_interval[0] == '\0'});
        for (const RegimeQuantity& quantity : joining_quantities)
            for (const std::string& name : names)
                forms.push_back({std::string(prefix) + quantity.name + '.' + name, quantity.no_interval[0] == '\0'});
    }
    return forms;
}

std::vector<std::string> states_lacking(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<std::string> notes, states = {plan.frame.focus};
    states.insert(states.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
    const Table* standing = find_table(tables, "");
    if (standing == nullptr || standing->rows() == 0) return notes;
    const std::vector<std::string> there = require_texts(*standing, "state");
    for (const std::string& state : states)
        if (std::ranges::find(there, state) == there.end())
            notes.push_back(state + " has no row in the data; left out");
    return notes;
}

/// The tested numbers with each rival source put first: what `Method::other_readings` asks for.
Table regimes_readings(const AnalysisPlan& plan, const RoleTables& data) {
    if (plan.tested.empty() || plan.parameters.get<std::string>("sources") != "first" ||
        data.at(spells_role(plan))->rows() == 0)
        return no_other_readings();
    std::vector<std::string> notes;
    const AffiliationRecord record = regime_record(plan, data, notes);
    const YearRule rule = regime_rule(plan, record, institution_list(data));
    return rival_source_readings(plan, record, rule.institutions,
                                 [&](const AnalysisPlan& each, const AffiliationRecord& changed) {
                                     const Regime regime = regime_of(changed, regime_year(plan), rule, each.frame.work);
                                     return regimes_claims(plan, regimes_tables(plan, regime, {}));
                                 });
}

}  // namespace

Method regimes_method() {
    Method method;
    method.id = "network.regimes";
    method.version = 2;
    method.reads_poles = false;
    method.reads = {{{"memberships"}, {"institutions", false}}, {{"treaties"}, {"institutions", false}}};
    method.parameters = {
        {"set",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "institutions of the regime, with commas (default: those of the data `institutions`, else all)"},
        {"year",
         ParameterKind::integer,
         std::nullopt,
         1816,
         2100,
         {},
         "at whose end the standing is read (default: the last of the study)"},
        {"status", ParameterKind::text, "member", 0, 0, {}, "what counts as being in, with commas"},
        {"sources",
         ParameterKind::text,
         "first",
         0,
         0,
         {"first", "union", "intersection", "draw"},
         "which source to believe where they disagree"},
    };
    method.needs_focus = true;
    method.compute = compute_regimes;
    method.claims = regimes_claims;
    method.command = regimes_command;
    method.quantities = regimes_forms;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "regime_coverage" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return plan.frame.focus + " and the comparison states are in no row of the data by the end of " +
               std::to_string(regime_year(plan));
    };
    method.other_readings = regimes_readings;
    method.lacking = states_lacking;
    return method;
}

}  // namespace tarazy
