#include "analyses/align/balance_analysis.hpp"

#include "align/balance/balance_summary.hpp"
#include "align/balance/balance_tables.hpp"
#include "align/balance/closeness.hpp"
#include "align/balance/flow_domains.hpp"
#include "align/balance/institution_domain.hpp"
#include "analyses/align/align_quantities.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "analyses/align/indicator_flows.hpp"
#include "analyses/align/nothing_found.hpp"
#include "analyses/align/share_claims.hpp"
#include "analyses/align/tested_numbers.hpp"
#include "analyses/align/vote_positions.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace tarazy {
namespace {

/// A census has one draw.
DomainSeries tie_domain(const AnalysisPlan& plan, const RoleTables& data) {
    std::vector<TieMatrix> years;
    for (const int year : tie_years_of(plan, *data.at("ties")))
        years.push_back(atop_ties(*data.at("ties"), *data.at("system"), year));
    SharesOptions options;
    options.states = states_of_interest(plan.frame);
    options.poles = pole_members(plan.frame);
    DomainSeries domain;
    for (const ClosenessSeries& series : tie_closeness(years, options, domain.warnings)) {
        for (const ClosenessYear& year : series.years)
            domain.state_years.push_back({"ties", series.state, year.time(), year.estimate, 1, {}, ""});
    }
    return domain;
}

/// Everything the analysis has data for, one domain after the other.
class Domains {
public:
    Domains(const AnalysisPlan& plan, const RoleTables& data) : plan_(plan), data_(data) {}

    void add_all() {
        if (data_.contains("votes")) add_positions();
        if (data_.contains("ties")) add(tie_domain(plan_, data_));
        if (data_.contains("memberships")) {
            add(institution_domain(*data_.at("memberships"), *data_.at("institutions"),
                                   {"institutions",
                                    states(),
                                    poles(),
                                    {plan_.frame.years.first, plan_.frame.years.last},
                                    {"member"},
                                    plan_.frame.work}));
        }
        if (data_.contains("indicators")) add_indicators();
        if (data_.contains("flows")) add_flows();
    }

    [[nodiscard]] const std::vector<DomainDraws>& draws() const { return draws_; }
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

private:
    [[nodiscard]] std::vector<std::string> states() const { return states_of_interest(plan_.frame); }
    [[nodiscard]] std::vector<PoleMembers> poles() const { return pole_members(plan_.frame); }

    /// One domain of one name: two of the same would be one mixture.
    void add(DomainSeries series) {
        std::set<std::string> fresh;
        for (const DomainDraws& one : series.state_years) fresh.insert(one.domain);
        for (const std::string& domain : fresh) {
            if (names_.insert(domain).second) continue;
            throw InputError(Problem{"", 0, 0, "two sorts of data of '" + plan_.id + "' make a domain '" + domain + "'",
                                     "rename the domain in the parameter 'indicators' or in the flows"});
        }
        std::ranges::move(series.state_years, std::back_inserter(draws_));
        notes_.insert(notes_.end(), series.warnings.begin(), series.warnings.end());
    }

    void add_positions() {
        const auto kept = positions_of(plan_, data_);
        const IdealPointResult& found = *kept;
        notes_ = found.failures;
        notes_.insert(notes_.end(), found.warnings.begin(), found.warnings.end());
        count_ = found.draws.draws_a_node();
        add(*position_domain_of(plan_, data_, plan_.parameters.get<double>("width")));
    }

    [[nodiscard]] FlowOptions flow_options(const std::string& domain) const {
        FlowOptions options;
        options.domain = domain;
        options.states = states();
        options.poles = poles();
        options.draws = count_;
        const auto& limits = plan_.parameters.get<NamedNumbers>("detection_limits");
        if (const auto limit = limits.find(domain); limit != limits.end()) options.detection_limit = limit->second;
        options.seed = plan_.frame.seed;
        options.work = plan_.frame.work;
        return options;
    }

    void add_indicators() {
        const auto& errors = plan_.parameters.get<NamedNumbers>("errors");
        for (const auto& [domain, prefix] : plan_.parameters.get<NamedTexts>("indicators")) {
            const auto error = errors.find(domain);
            const std::optional<double> factor = error == errors.end() ? std::nullopt : std::optional(error->second);
            add(flow_domain(indicator_flows(*data_.at("indicators"), prefix, factor), flow_options(domain)));
        }
    }

    void add_flows() {
        const Table& flows = *data_.at("flows");
        const std::vector<std::string> names =
            flows.find("domain") ? require_texts(flows, "domain") : std::vector<std::string>(flows.rows(), "flows");
        for (std::size_t row = 0; row < names.size(); ++row) {
            if (names[row].empty())
                throw InputError(flows.problem(row, "domain", "the cell is empty", "name the domain of the figure"));
        }
        for (const std::string& domain : std::set(names.begin(), names.end())) {
            std::vector<std::size_t> rows;
            for (std::size_t row = 0; row < names.size(); ++row)
                if (names[row] == domain) rows.push_back(row);
            add(flow_domain(take_rows(flows, rows), flow_options(domain)));
        }
    }

    const AnalysisPlan& plan_;
    const RoleTables& data_;
    std::size_t count_ = 1000;
    std::vector<DomainDraws> draws_;
    std::vector<std::string> notes_;
    std::set<std::string> names_ = {std::string(overall_domain)};
};

/// A domain named in a parameter that no data make.
void check_domains(const AnalysisPlan& plan, const std::vector<DomainDraws>& draws) {
    std::set<std::string> present;
    for (const DomainDraws& one : draws) present.insert(one.domain);
    const std::vector<std::string> names(present.begin(), present.end());
    for (const char* parameter : {"errors", "detection_limits", "weights"}) {
        for (const auto& [domain, value] : plan.parameters.get<NamedNumbers>(parameter)) {
            if (present.contains(domain)) continue;
            throw InputError(Problem{"", 0, 0,
                                     "the parameter '" + std::string(parameter) + "' of '" + plan.id +
                                         "' names the domain '" + domain + "', which no data of it make",
                                     name_hint(domain, names)});
        }
    }
}

/// Of the comparison states what pictures, tables and tests ask for: tilts and the nearest pole follow from the shares.
Table for_the_study(const Table& quantities, const std::string& focus) {
    const std::set<std::string> shown = {"share", "evenness", "closer", "tension", "h_total", "h_within", "h_between"};
    const std::vector<std::string> states = require_texts(quantities, "state"),
                                   names = require_texts(quantities, "quantity");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < states.size(); ++row)
        if (states[row] == focus || shown.contains(names[row])) rows.push_back(row);
    return take_rows(quantities, rows);
}

std::vector<ResultTable> compute_balance(const AnalysisPlan& plan, const RoleTables& data) {
    Domains domains(plan, data);
    domains.add_all();
    check_domains(plan, domains.draws());
    BalanceOptions options;
    for (const Pole& pole : plan.frame.poles) options.poles.push_back(pole.id);
    options.weights = plan.parameters.get<NamedNumbers>("weights");
    // No claim holds the range over drawn weights, which takes most of the time.
    options.weight_draws =
        plan.claims_only ? 100 : static_cast<std::size_t>(plan.parameters.get<std::int64_t>("weight_draws"));
    options.focus = plan.frame.focus;
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    BalanceResult found = balance(domains.draws(), options);
    std::vector<ResultTable> result;
    result.push_back({"", for_the_study(found.quantities, plan.frame.focus)});
    result.push_back({"labels", std::move(found.labels)});
    result.push_back({"summary", balance_summary(domains.draws(), options, windows_of(plan))});
    result.push_back({"notes", notes_table(domains.notes())});
    return result;
}

/// The data that a domain is made of.
std::vector<InputUse> inputs_of_domain(const AnalysisPlan& plan, const std::string& domain, const std::string& rows) {
    if (domain == overall_domain) return uses(plan, rows);
    if (domain == "positions") return uses(plan, rows, {"votes", "roll_calls", "bridges"});
    if (domain == "ties") return uses(plan, rows, {"ties", "system"});
    if (domain == "institutions") return uses(plan, rows, {"memberships", "institutions"});
    const bool indicator = plan.parameters.get<NamedTexts>("indicators").contains(domain);
    return uses(plan, rows, {indicator ? "indicators" : "flows"});
}

/// Tilts and the nearest pole follow from the shares; they stand in the table, without claims.
constexpr std::array<const char*, 7> yearly = {"share",   "evenness", "closer",   "tension",
                                               "h_total", "h_within", "h_between"};

void add_yearly_claims_by_domain(std::vector<Claim>& claims, const AnalysisPlan& plan, const ClaimMaker& maker,
                                 const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string quantity = text_in(table, "quantity", row), state = text_in(table, "state", row);
        if (std::ranges::find(yearly, quantity) == yearly.end()) continue;
        const std::string domain = text_in(table, "domain", row), poles = text_in(table, "poles", row),
                          year = text_in(table, "year", row), missing = text_in(table, "missing", row);
        const bool other = state != plan.frame.focus;
        const ClaimParts parts{other ? state : "", domain, quantity, poles_named(plan.frame, poles), year};
        // The tension is of the poles, the same beside any state.
        if (other && (quantity == "tension" || !is_tested(plan, parts))) continue;
        Claim claim = quantity_claim(plan, maker, quantity, domain);
        claim.parts = parts;
        claim.id = series_claim_id(plan.id, claim.parts);
        claim.subject = state + (poles.empty() ? "" : " and " + poles) + ", " + domain + ", " + year +
                        (missing.empty() ? "" : ", without " + missing);
        claim.value = number_in(table, "value", row);
        claim.interval = interval_in(table, row, "q05", "q95", 0.9, interval_kind(domain));
        if (!claim.interval) claim.no_interval = why_no_interval(quantity, domain);
        claim.quantiles = quantiles_in(table, row, {{0.05, "q05"}, {0.95, "q95"}});
        claim.inputs = inputs_of_domain(plan, domain, "year " + year + ": " + state + " and the members of all poles");
        claims.push_back(std::move(claim));
    }
}

std::vector<Claim> balance_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    const ClaimMaker maker{"align balance", plan.frame.command, inputs_of_domain};
    std::vector<Claim> claims;
    if (const Table* summary = find_table(tables, "summary")) add_window_claims(claims, plan, *summary, maker, true);
    if (const Table* table = find_table(tables, "")) add_yearly_claims_by_domain(claims, plan, maker, *table);
    return claims;
}

std::vector<DataNeed> any_of_the_domains(std::vector<DataNeed> required) {
    for (const char* role :
         {"votes", "roll_calls", "bridges", "ties", "system", "memberships", "institutions", "indicators", "flows"}) {
        if (std::ranges::find(required, role, &DataNeed::role) == required.end()) required.push_back({role, false});
    }
    return required;
}

/// Domains that the balance makes by itself are not to be made of indicators as well.
void check_domains(const StudyAnalysis& analysis, StudyProblems& problems) {
    static const std::vector<std::string> taken = {"overall", "positions", "ties", "institutions", "state"};
    for (const TomlEntry& parameter : analysis.parameters) {
        if (parameter.key != "indicators") continue;
        for (const TomlEntry& domain : parameter.value.entries) {
            if (std::ranges::find(taken, domain.key) != taken.end())
                problems.problem(domain.place,
                                 "the domain '" + domain.key + "' has a name that the balance uses itself",
                                 "choose another, such as '" + domain.key + "_2'");
        }
    }
}

}  // namespace

Method balance_method() {
    Method method;
    method.id = "align.balance";
    method.version = 2;
    method.reads = {any_of_the_domains({{"votes"}}), any_of_the_domains({{"indicators"}}),
                    any_of_the_domains({{"flows"}}), any_of_the_domains({{"ties"}, {"system"}}),
                    any_of_the_domains({{"memberships"}, {"institutions"}})};
    method.parameters = position_rules();
    method.parameters.insert(
        method.parameters.end(),
        {window_rule(),
         year_rule(),
         {"weights",
          ParameterKind::numbers,
          "",
          0,
          1e6,
          {},
          "weight of each domain in the whole; by default all equal"},
         {"indicators",
          ParameterKind::texts,
          "",
          0,
          0,
          {},
          "domains made of indicators: name of the domain = beginning of the indicators' names"},
         {"errors",
          ParameterKind::numbers,
          "",
          1.000001,
          100,
          {},
          "declared error of a domain of indicators: 90% of it lie between value / factor and value * factor"},
         {"detection_limits", ParameterKind::numbers, "", 0, 1e15, {}, "smallest figure that a source would record"},
         {"width",
          ParameterKind::real,
          "1",
          0.01,
          100,
          {},
          "multiplies the typical distance of two states, by which closeness falls to 1/e"},
         {"weight_draws", ParameterKind::integer, "2000", 100, 100000, {}, "drawn weights of the sensitivity"}});
    method.least_poles = 2;
    method.needs_focus = true;
    method.is_finding = is_of_focus;
    method.why_empty = why_nothing_relates;
    method.lacking = states_and_poles_lacking;
    method.told_notes = {" has no row in the memberships; left out",
                         " there is no year with a figure of every pole in ", ": its part is not known"};
    method.compute = compute_balance;
    method.claims = balance_claims;
    method.check = check_domains;
    method.quantities = balance_quantities;
    return method;
}

}  // namespace tarazy
