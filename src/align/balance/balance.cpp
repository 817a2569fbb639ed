#include "align/balance/balance.hpp"

#include "align/balance/balance_labels.hpp"
#include "align/balance/balance_state_years.hpp"
#include "align/balance/balance_tables.hpp"
#include "align/balance/composition_draws.hpp"
#include "align/balance/weight_sensitivity.hpp"
#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/parallel.hpp"
#include "table/list_cells.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

std::string place_of(const DomainDraws& one) {
    return "domain " + one.domain + ", state " + one.state + ", year " + std::to_string(one.year) + ": ";
}

void check_weights(const BalanceOptions& options, const std::vector<std::string>& names) {
    if (options.weights.empty()) return;
    double total = 0;
    for (const auto& [name, weight] : options.weights) {
        if (!std::ranges::binary_search(names, name)) {
            throw UsageError("there is a weight of '" + name + "' but no such domain; " + name_hint(name, names));
        }
        check_at_least(weight, 0, "the weight of " + name);
        total += weight;
    }
    for (const std::string& name : names) {
        if (!options.weights.contains(name)) {
            throw UsageError("domain " + name + " has no weight; give all domains one, 0 to leave it out, or none");
        }
    }
    if (!(total > 0)) throw UsageError("all weights are 0; give one domain at least a weight above 0");
}

void check_balance_options(const BalanceOptions& options, const std::vector<std::string>& names) {
    if (options.poles.size() < 2) throw UsageError("balance needs two poles at least");
    if (std::set(options.poles.begin(), options.poles.end()).size() < options.poles.size()) {
        throw UsageError("a pole is named twice");
    }
    check_above(options.label_probability, 0.5, 1, "the probability that a label needs");
    if (options.equidistance)
        check_above(*options.equidistance, 0, 1, "the evenness from which on a state is equidistant");
    check_at_least(static_cast<double>(options.weight_draws), 100, "the number of draws of the weights");
    if (std::ranges::binary_search(names, overall_domain)) {
        throw UsageError("a domain cannot be called '" + overall_domain + "': this is the name of all together");
    }
    check_weights(options, names);
}

void check_draws(const std::vector<DomainDraws>& domains, std::size_t poles) {
    Diagnostics diagnostics;
    const auto fault = [&](const DomainDraws& one, const std::string& what, const std::string& remedy) {
        diagnostics.add({"", 0, 0, place_of(one) + what, remedy});
    };
    const auto many = std::ranges::find_if(domains, [](const DomainDraws& one) { return one.draws > 1; });
    std::set<std::tuple<std::string, std::string, int>> seen;
    for (const DomainDraws& one : domains) {
        if (!seen.emplace(one.domain, one.state, one.year).second) {
            fault(one, "is there twice", "keep one");
        }
        if (one.draws == 0 || one.closeness.size() != one.draws * poles) {
            fault(one,
                  std::to_string(one.closeness.size()) + " figures of closeness for " + std::to_string(one.draws) +
                      " draws and " + std::to_string(poles) + " poles",
                  "give one for each draw and pole");
        }
        if (one.draws > 1 && one.draws != many->draws) {
            fault(one,
                  std::to_string(one.draws) + " draws, but domain " + many->domain + " has " +
                      std::to_string(many->draws),
                  "draws that go together must be equally many: thin the longer series");
        }
        const auto wrong = std::ranges::find_if(one.closeness, [](double c) { return c <= 0 || std::isinf(c); });
        if (wrong != one.closeness.end()) {
            fault(one, "closeness is " + std::to_string(*wrong),
                  "closeness is a finite number above 0: replace zeros, leave what is not known empty");
        }
        if (one.tension.size() > 1 && one.tension.size() != one.draws) {
            fault(one, std::to_string(one.tension.size()) + " draws of the tension",
                  "give as many as there are draws, or one");
        }
        if (std::ranges::any_of(one.tension, [](double t) { return t < 0 || std::isinf(t); })) {
            fault(one, "a tension is negative or infinite", "a distance is 0 or more");
        }
    }
    diagnostics.throw_if_any();
}

std::string name_list(const std::set<std::string>& names) {
    return list_cell(std::vector<std::string>(names.begin(), names.end()));
}

class BalanceOfYears {
public:
    BalanceOfYears(const BalanceOptions& options, std::vector<std::string> names)
        : options_(options),
          names_(std::move(names)),
          weight_draws_(tarazy::weight_draws(names_, options.weight_draws, options.seed)) {
        thresholds_.evenness = options.equidistance.value_or(equidistance_threshold(options.poles.size()));
        thresholds_.between = 1 - thresholds_.evenness;
    }

    [[nodiscard]] BalanceRows rows(const StateYear& of) const {
        BalanceRows result;
        Known known;
        std::set<std::string> missing, flags;
        for (std::size_t m = 0; m < names_.size(); ++m) {
            const double weight = domain_weight(options_, names_[m]);
            std::optional<CompositionDraws> composition;
            if (of.domains[m] != nullptr) {
                DomainFigures figures = domain_figures(*of.domains[m], options_.poles);
                std::ranges::move(figures.rows, std::back_inserter(result.quantities));
                composition = std::move(figures.composition);
            }
            if (weight <= 0) continue;
            if (!composition) {
                missing.insert(names_[m]);
                continue;
            }
            if (!of.domains[m]->flag.empty()) flags.insert(of.domains[m]->flag);
            known.compositions.push_back(std::move(*composition));
            known.weights.push_back(weight);
            known.places.push_back(m);
        }
        BalanceRow common{of.state,           of.year,         overall_domain, {}, known.places.size(), {},
                          name_list(missing), name_list(flags)};
        add_overall(result, common, known);
        return result;
    }

private:
    struct Known {
        std::vector<CompositionDraws> compositions;
        std::vector<double> weights;
        std::vector<std::size_t> places;  ///< among the names of all domains
    };

    void add_overall(BalanceRows& rows, BalanceRow row, const Known& known) const {
        if (known.places.empty()) {
            rows.add(row, unknown_shares(options_.poles));
            rows.label = {row, "", std::nullopt, {}, {}, {}, {}, {}};
            return;
        }
        const CompositionDraws overall = joint_centre(known.compositions, known.weights);
        row.n_draws = overall.draws();
        auto told = describe(overall, options_.poles);
        std::vector<double> p_nearest;
        for (const BalanceQuantity& one : told) {
            if (one.quantity == "nearest") p_nearest.push_back(one.value);
        }
        const auto nearest = largest_part(p_nearest);
        const WeightSensitivity range =
            weight_sensitivity(known.compositions, weights_of(known.places), nearest, options_.work);
        for (std::size_t i = 0; i < range.q05.size(); ++i) {
            told[i].weights_q05 = range.q05[i];
            told[i].weights_q95 = range.q95[i];
        }
        const HedgeDraws hedge = hedge_draws(known.compositions, known.weights, overall, thresholds_);
        told.push_back(spread("h_total", "", hedge.total));
        told.push_back(spread("h_within", "", hedge.within));
        told.push_back(spread("h_between", "", hedge.between));
        rows.add(row, told);
        const LabelProbabilities& p = hedge.probabilities;
        const bool several = known.places.size() > 1;
        rows.label = {row,
                      several ? balance_label(p, options_.poles, options_.label_probability) : "",
                      nearest ? std::optional(options_.poles[*nearest]) : std::nullopt,
                      nearest ? std::optional(p_nearest[*nearest]) : std::nullopt,
                      nearest ? std::optional(range.same_nearest) : std::nullopt,
                      several ? std::optional(p.equidistant) : std::nullopt,
                      several ? std::optional(p.specialised) : std::nullopt,
                      several && nearest ? std::optional(p.aligned[*nearest]) : std::nullopt};
    }

    /// The drawn weights of some of the domains.
    [[nodiscard]] std::vector<double> weights_of(const std::vector<std::size_t>& places) const {
        std::vector<double> chosen;
        chosen.reserve(options_.weight_draws * places.size());
        for (std::size_t k = 0; k < options_.weight_draws; ++k) {
            for (const std::size_t m : places) chosen.push_back(weight_draws_[k * names_.size() + m]);
        }
        return chosen;
    }

    const BalanceOptions& options_;
    std::vector<std::string> names_;
    std::vector<double> weight_draws_;
    LabelThresholds thresholds_;
};

}  // namespace

void check_balance_input(const std::vector<DomainDraws>& domains, const BalanceOptions& options) {
    check_balance_options(options, domain_names(domains));
    check_draws(domains, options.poles.size());
}

BalanceResult balance(const std::vector<DomainDraws>& domains, const BalanceOptions& options) {
    check_balance_input(domains, options);
    const std::vector<std::string> names = domain_names(domains);
    const std::vector<StateYear> years = state_years(domains, names);
    const BalanceOfYears method(options, names);
    std::vector<BalanceRows> rows(years.size());
    WorkStep step(options.work, "balance by state and year", years.size());
    parallel_chunks(
        years.size(), 1, options.threads,
        [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) rows[i] = method.rows(years[i]);
        },
        step);
    return {quantities_table(rows), labels_table(rows)};
}

}  // namespace tarazy
