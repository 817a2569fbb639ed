#include "analyses/align/share_claims.hpp"

#include "align/balance/window_standings.hpp"
#include "analyses/align/tested_numbers.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <map>

namespace tarazy {
namespace {

const std::map<std::string, QuantityText>& closeness_texts() {
    static const std::map<std::string, QuantityText> texts = {
        {"votes",
         {"agreement rate",
          "mean over the pole's members of the agreement rate 1 - |x - y| / 2 on roll calls that were not unanimous",
          "agreement rate: Bailey, Strezhnev and Voeten 2017, replication code"}},
        {"ties",
         {"tie code",
          "mean over the pole's members of the tie's code (0 none, 1 non-aggression, 2 neutrality or consultation, 3 "
          "defence) + 1/2",
          "order of obligations: Chiba, Johnson and Leeds 2015; one half so that no share is 0: this program"}},
        {"positions",
         {"closeness",
          "median over the draws of exp(-|ideal point - mean ideal point of the pole's members| / h), h the median "
          "distance of two states in the session: 1 = same position, 1/e = as far apart as two states typically are",
          "ideal points: Bailey, Strezhnev and Voeten 2017 (ordinal probit, random walk both ways); closeness: this "
          "program"}},
    };
    return texts;
}

const std::map<std::string, QuantityText>& quantity_texts() {
    static const std::map<std::string, QuantityText> texts = {
        {"share", {"share", "closeness to the pole / sum of closeness over all poles", "this program"}},
        {"p_nearest",
         {"probability", "share of bootstrap replicates, or of draws, in which the pole has the largest closeness",
          "Efron 1979 (bootstrap)"}},
        {"mean_share", {"share", "mean over the years of the pole's share", "this program"}},
        {"difference",
         {"difference", "mean over the years of closeness to the first pole minus closeness to the second",
          "this program"}},
        {"trend", {"per decade", "least-squares slope of closeness on the year, times 10", "least squares"}},
        {"evenness",
         {"evenness", "mean over the years of -sum w log w / log P, w the shares of P poles", "Pielou 1966"}},
        {"years_nearest", {"years", "number of years in which the pole has the largest closeness", "this program"}},
        {"closer",
         {"probability", "share of the draws in which the first pole's share is larger than the second's",
          "this program"}},
        {"years_closer",
         {"years", "median over the draws of the number of years in which the first pole is nearer than the second",
          "this program"}},
        {"tension",
         {"distance", "mean distance among the poles, in units of the median distance of two states in the session",
          "this program"}},
        {"h_total",
         {"entropy", "-sum w log w / log P of the weighted arithmetic mean w of the domains' shares", "Shannon 1948"}},
        {"h_within",
         {"entropy", "weighted mean over the domains of -sum w log w / log P: balance inside each domain",
          "Lin 1991, eq. 5.1"}},
        {"h_between",
         {"entropy",
          "h_total - h_within, the generalised Jensen-Shannon divergence: dependence on different poles in "
          "different domains",
          "Lin 1991, eq. 5.1"}},
        {"years_equidistant",
         {"years", "number of years in which every domain is even with probability 0.9 or more", "this program"}},
        {"years_specialised",
         {"years",
          "number of years in which, with probability 0.9 or more, the domains lean to different poles and h_between "
          "passes its threshold",
          "this program"}},
        {"years_aligned",
         {"years", "number of years in which, with probability 0.9 or more, this pole is nearest in every domain",
          "this program"}},
    };
    return texts;
}

/// "1992-2025"; with the years that the figure rests on where the data know less: "1992-2025 (known 1994-2014)".
std::string window_and_years(const Table& summary, std::size_t row) {
    const std::string window = text_in(summary, "window", row), first = text_in(summary, "first_year", row),
                      last = text_in(summary, "last_year", row);
    const std::string known = first + '-' + last;
    return first.empty() || known == window ? window : window + " (known " + known + ')';
}

/// @param n  roll calls that were not unanimous in which the state voted, whoever of the pole did
std::string year_rows(const std::string& state, const std::string& pole, const std::string& domain,
                      const std::string& year, const std::string& session, const std::string& n) {
    if (domain == "ties") return "year " + year + ": ties of " + state + " with the members of " + pole;
    if (domain == "votes")
        return "session " + session + ": votes of " + state + " in " + n +
               " contested roll calls beside those of the members of " + pole;
    return "year " + year + ": " + state + " and the members of " + pole;
}

/// The cells of the focus state that the figures show, and those of other states beside tested ones.
void add_yearly_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const Table& table,
                       const ClaimMaker& maker) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string state = text_in(table, "state", row), pole = text_in(table, "pole", row),
                          year = text_in(table, "year", row), domain = text_in(table, "domain", row);
        const bool other = state != plan.frame.focus;
        const std::string session = text_in(table, "session", row), n = text_in(table, "n", row),
                          flag = text_in(table, "flag", row);
        for (const std::string quantity : {"closeness", "share", "p_nearest"}) {
            if (domain == "ties" && quantity == "p_nearest") continue;
            const ClaimParts parts{other ? state : "", "", quantity, {pole}, year};
            if (other && !is_tested(plan, parts)) continue;
            Claim claim = quantity_claim(plan, maker, quantity, domain);
            claim.parts = parts;
            claim.id = series_claim_id(plan.id, claim.parts);
            claim.subject = state + " and " + pole + ", " +
                            (session.empty() ? year : "session " + session + " (" + year + ")") +
                            (flag.empty() ? "" : ", not comparable: changed " + flag);
            claim.value = number_in(table, quantity, row);
            claim.interval = interval_in(table, row, quantity + "_q05", quantity + "_q95", 0.9, interval_kind(domain));
            if (!claim.interval) claim.no_interval = why_no_interval(quantity, domain);
            claim.quantiles = quantiles_in(table, row, {{0.05, quantity + "_q05"}, {0.95, quantity + "_q95"}});
            claim.inputs = uses(plan, year_rows(state, pole, domain, year, session, n));
            claims.push_back(std::move(claim));
        }
    }
}

/// A claim on a number turned into one on where the state stands in it. The commands of the methods know no states to
/// compare with.
void as_standing(Claim& claim, const AnalysisPlan& plan) {
    const bool rank = claim.quantity.starts_with(rank_prefix);
    claim.unit = rank ? "rank" : "share of the comparison states";
    claim.formula =
        std::string(rank ? "1 + number of the comparison states with a larger number"
                         : "share of the comparison states with a smaller number, equal ones counting half") +
        ", draw by draw where the numbers have an error, numbers of years as shares of the years known; the "
        "number: " +
        claim.formula;
    claim.formula_source += "; standing: this program";
    claim.reproduce = plan.frame.command;
}

}  // namespace

const QuantityText* quantity_text(const std::string& quantity, const std::string& domain) {
    const auto& texts = quantity == "closeness" ? closeness_texts() : quantity_texts();
    const auto found = texts.find(quantity == "closeness" ? domain : quantity);
    return found == texts.end() ? nullptr : &found->second;
}

std::vector<std::string> poles_named(const StudyFrame& frame, const std::string& cell) {
    if (cell.empty()) return {};
    for (std::size_t p = 0; p < frame.poles.size(); ++p) {
        const std::string& first = frame.poles[p].id;
        if (cell == first) return {first};
        for (std::size_t q = p + 1; q < frame.poles.size(); ++q)
            if (cell == first + '-' + frame.poles[q].id) return {first, frame.poles[q].id};
    }
    return {cell};
}

const char* interval_kind(const std::string& domain) {
    return domain == "votes" ? "bootstrap percentile" : "quantiles of joint draws";
}

const char* why_no_interval(const std::string& quantity, const std::string& domain) {
    if (quantity == "years_equidistant" || quantity == "years_specialised" || quantity == "years_aligned")
        return "it counts the years in which something holds with probability 0.9 or more, so the probability is part "
               "of its definition";
    if (quantity == "p_nearest" || quantity == "closer")
        return "it is a probability itself, the share of replicates or draws in which something holds";
    if (domain == "ties" || domain == "institutions") return "the record is a census, which has no sampling error";
    if (domain == "votes" || domain == "positions") return "no replicates or draws of it were made";
    return "the figures that it rests on have no stated error";
}

Claim quantity_claim(const AnalysisPlan& plan, const ClaimMaker& maker, const std::string& quantity,
                     const std::string& domain) {
    const auto compared = quantity_of_standing(quantity);
    const QuantityText& text = *quantity_text(compared.value_or(quantity), domain);
    Claim claim;
    claim.analysis = plan.id;
    claim.quantity = quantity;
    claim.unit = text.unit;
    claim.method = maker.method;
    claim.formula = text.formula;
    claim.formula_source = text.source;
    claim.parameters = plan.parameters.json();
    claim.reproduce = maker.command;
    if (compared) as_standing(claim, plan);
    return claim;
}

void add_window_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const Table& summary,
                       const ClaimMaker& maker, bool by_domain) {
    for (std::size_t row = 0; row < summary.rows(); ++row) {
        const std::string state = text_in(summary, "state", row), quantity = text_in(summary, "quantity", row),
                          domain = text_in(summary, "domain", row), poles = text_in(summary, "poles", row),
                          window = text_in(summary, "window", row), years = text_in(summary, "n_years", row);
        const bool other = state != plan.frame.focus;
        const auto compared = quantity_of_standing(quantity);
        if (quantity_text(compared.value_or(quantity), domain) == nullptr) continue;
        const ClaimParts parts{other ? state : "", by_domain ? domain : "", quantity, poles_named(plan.frame, poles),
                               window};
        // Of many numbers only those that tests ask for; the tension is of the poles, the same beside any state.
        const bool is_many = compared || (by_domain && other && domain != "overall");
        if (is_many && (quantity == "tension" || !is_tested(plan, parts))) continue;
        Claim claim = quantity_claim(plan, maker, quantity, domain);
        claim.parts = parts;
        claim.id = series_claim_id(plan.id, claim.parts);
        claim.subject = state + (poles.empty() ? "" : " and " + poles) + (by_domain ? ", " + domain : "") + ", " +
                        window_and_years(summary, row);
        claim.value = number_in(summary, "value", row);
        claim.interval = interval_in(summary, row, "q05", "q95", 0.9, interval_kind(domain));
        if (!claim.interval) claim.no_interval = why_no_interval(quantity, domain);
        claim.quantiles = quantiles_in(
            summary, row,
            {{0.025, "q025"}, {0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}, {0.975, "q975"}});
        const std::string rows = years + " years of " + window_and_years(summary, row) + ": " + state +
                                 " with the members of " + (poles.empty() ? "all poles" : poles) +
                                 (compared ? ", and " + text_in(summary, "n_states", row) + " comparison states" : "");
        claim.inputs = maker.inputs == nullptr ? uses(plan, rows) : maker.inputs(plan, domain, rows);
        claims.push_back(std::move(claim));
    }
}

std::vector<Claim> share_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables,
                                const ClaimMaker& maker) {
    std::vector<Claim> claims;
    if (const Table* summary = find_table(tables, "summary")) add_window_claims(claims, plan, *summary, maker, false);
    if (const Table* by_year = find_table(tables, "")) add_yearly_claims(claims, plan, *by_year, maker);
    return claims;
}

}  // namespace tarazy
