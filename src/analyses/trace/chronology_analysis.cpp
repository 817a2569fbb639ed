#include "analyses/trace/chronology_analysis.hpp"

#include "base/number_text.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "trace/chronology/chronology.hpp"
#include "trace/chronology/chronology_summary.hpp"
#include "trace/chronology/source_conflicts.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

std::vector<ResultTable> compute_chronology(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const auto table = [&](const char* role) { return data.contains(role) ? data.at(role) : nullptr; };
    const Chronology chronology = read_chronology(*data.at("events"), table("links"), table("conflicts"));
    std::vector<ResultTable> result;
    result.push_back({"", chronology_table(chronology)});
    result.push_back({"years", events_by_year(chronology.events)});
    if (table("links") != nullptr) result.push_back({"links", links_by_basis(chronology.links)});
    if (table("conflicts") != nullptr) {
        result.push_back({"conflicts", conflicts_by_event(chronology.events, chronology.conflicts)});
    }
    if (table("links") != nullptr) result.push_back({"each_link", link_table(chronology.links)});
    if (table("conflicts") != nullptr) result.push_back({"each_conflict", conflict_table(chronology.conflicts)});
    return result;
}

std::string chronology_command(const AnalysisPlan& plan) {
    const std::string events = file_option(plan, "", "events");  // the events have no option before them
    return "tarazy trace chronology" + events.substr(1) + file_option(plan, "--links", "links") +
           file_option(plan, "--conflicts", "conflicts");
}

class CountClaims {
public:
    explicit CountClaims(const AnalysisPlan& plan) : plan_(plan) {}

    void add(const std::string& quantity, std::optional<double> value, const std::string& unit,
             const std::string& formula, std::string_view role, const std::string& rows,
             std::vector<std::string> about = {}) {
        const AnalysisInput* input = plan_.input(role);
        Claim claim;
        claim.parts = {"", "", quantity, std::move(about), ""};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = claim.parts.about.empty() ? quantity : quantity + '.' + claim.parts.about.front();
        claim.subject = "chronology of the study";
        claim.value = value;
        claim.unit = unit;
        claim.method = "trace chronology";
        claim.formula = formula;
        claim.formula_source = "counting; dates after ISO 8601-2:2019";
        claim.no_interval = "it is counted in the record as it is";
        claim.parameters = plan_.parameters.json();
        if (input != nullptr) claim.inputs = {{input->key, rows}};
        claim.reproduce = chronology_command(plan_);
        claims_.push_back(std::move(claim));
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    std::vector<Claim> claims_;
};

void add_event_claims(CountClaims& claims, const Table& events) {
    double uncertain = 0;
    std::optional<double> first, last;
    for (std::size_t row = 0; row < events.rows(); ++row) {
        if (text_in(events, "date_kind", row) == "uncertain") ++uncertain;
        if (const auto year = chronology_year(text_in(events, "earliest", row)))
            first = std::min(first.value_or(*year), *year);
        if (const auto year = chronology_year(text_in(events, "latest", row)))
            last = std::max(last.value_or(*year), *year);
    }
    claims.add("events", static_cast<double>(events.rows()), "events", "number of rows", "events", "all rows");
    claims.add("uncertain_dates", uncertain, "events",
               "number of events that happened on one unknown day between two known ones", "events",
               "rows with date_kind uncertain");
    claims.add("first_year", first, "year", "year of the earliest day on which an event can have begun", "events",
               "column edtf");
    claims.add("last_year", last, "year", "year of the latest day on which an event can have ended", "events",
               "column edtf");
}

void add_link_claims(CountClaims& claims, const Table& links) {
    std::map<std::string, double> by_basis;
    double all = 0;
    for (std::size_t row = 0; row < links.rows(); ++row) {
        const double count = number_in(links, "links", row).value_or(0);
        by_basis[text_in(links, "basis", row)] += count;
        all += count;
    }
    claims.add("links", all, "links", "number of rows", "links", "all rows");
    for (const auto& [basis, count] : by_basis) {
        claims.add("links", count, "links", "number of links whose basis is '" + basis + "'", "links",
                   "rows with basis " + basis, {basis});
    }
}

std::vector<Claim> chronology_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    CountClaims claims(plan);
    if (const Table* events = find_table(tables, "")) add_event_claims(claims, *events);
    if (const Table* links = find_table(tables, "links")) add_link_claims(claims, *links);
    if (const Table* conflicts = find_table(tables, "conflicts")) {
        double count = 0;
        for (std::size_t row = 0; row < conflicts->rows(); ++row)
            count += number_in(*conflicts, "conflicts", row).value_or(0);
        claims.add("conflicts", count, "contradictions", "number of rows", "conflicts", "all rows");
    }
    return claims.take();
}

std::vector<QuantityForm> chronology_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms = {{"events"}, {"uncertain_dates"}, {"first_year"}, {"last_year"}};
    if (plan.input("links") != nullptr) {
        forms.push_back({"links"});
        forms.push_back({"links.<basis>"});
    }
    if (plan.input("conflicts") != nullptr) forms.push_back({"conflicts"});
    return forms;
}

}  // namespace

std::optional<double> chronology_year(const std::string& day) {
    const std::size_t dash = day.find('-', 1);
    const auto year = parse_integer(day.substr(0, dash));
    return year && dash != std::string::npos ? std::optional(static_cast<double>(*year)) : std::nullopt;
}

Method chronology_method() {
    Method method;
    method.id = "trace.chronology";
    method.reads_poles = false;
    method.reads = {{{"events"}, {"links", false}, {"conflicts", false}}};
    method.cached = false;  // as quick to compute as to read back
    method.compute = compute_chronology;
    method.claims = chronology_claims;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "events" && claim.value.value_or(0) > 0;
    };
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string {
        return "the file of events holds no event";
    };
    method.command = chronology_command;
    method.quantities = chronology_quantities;
    return method;
}

}  // namespace tarazy
