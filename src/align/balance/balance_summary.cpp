#include "align/balance/balance_summary.hpp"

#include "align/balance/balance_labels.hpp"
#include "align/balance/balance_state_years.hpp"
#include "align/balance/composition.hpp"
#include "align/balance/window_standings.hpp"
#include "align/balance/window_summary.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

/// A quantity and its pole or poles; sums over the years, a draw each.
struct YearSums {
    std::string quantity, poles;
    std::vector<double> draws;
};

/// Sums over the years of one state, domain and window. A year with one draw adds to all draws.
class Years {
public:
    void add(const std::string& quantity, const std::string& poles, const std::vector<double>& draws) {
        const auto found = std::ranges::find_if(
            sums_, [&](const YearSums& sum) { return sum.quantity == quantity && sum.poles == poles; });
        YearSums& sum = found == sums_.end() ? sums_.emplace_back(YearSums{quantity, poles, {0}}) : *found;
        if (sum.draws.size() < draws.size()) sum.draws.assign(draws.size(), sum.draws.front());
        for (std::size_t d = 0; d < sum.draws.size(); ++d) sum.draws[d] += draws.size() == 1 ? draws.front() : draws[d];
    }
    void end_year(int year) {
        ++years_;
        first_ = std::min(first_, year);
        last_ = std::max(last_, year);
    }

    void write(WindowSummary& summary, WindowStandings& standings, const std::string& state, const std::string& domain,
               YearWindow window) const {
        for (const YearSums& sum : sums_) {
            const bool count = sum.quantity.starts_with("years_");
            std::vector<double> draws = sum.draws;
            for (double& draw : draws) draw /= count ? 1 : static_cast<double>(years_);
            const double value = quantile(draws, 0.5).value_or(Column::missing_real);
            if (draws.size() == 1) draws.clear();
            const WindowQuantity of{state, domain, sum.quantity, sum.poles, window, years_, first_, last_};
            summary.add(of, value, draws);
            standings.add(of, value, std::move(draws), true);
        }
    }

private:
    std::vector<YearSums> sums_;
    std::size_t years_ = 0;
    int first_ = std::numeric_limits<int>::max(), last_ = std::numeric_limits<int>::min();
};

void add_composition(Years& years, const CompositionDraws& composition, const std::vector<std::string>& poles) {
    const std::size_t draws = composition.draws();
    std::vector<double> cells(draws);
    for (std::size_t p = 0; p < poles.size(); ++p) {
        for (std::size_t d = 0; d < draws; ++d) cells[d] = composition.at(d)[p];
        years.add("mean_share", poles[p], cells);
    }
    for (std::size_t d = 0; d < draws; ++d) cells[d] = evenness(composition.at(d));
    years.add("evenness", "", cells);
    for (std::size_t p = 0; p < poles.size(); ++p) {
        for (std::size_t q = p + 1; q < poles.size(); ++q) {
            for (std::size_t d = 0; d < draws; ++d) {
                const double first = composition.at(d)[p], second = composition.at(d)[q];
                cells[d] = first > second ? 1 : first == second ? 0.5 : 0;
            }
            years.add("years_closer", poles[p] + '-' + poles[q], cells);
        }
    }
}

class Windows {
public:
    Windows(const BalanceOptions& options, std::vector<std::string> names)
        : options_(options), names_(std::move(names)) {
        thresholds_.evenness = options.equidistance.value_or(equidistance_threshold(options.poles.size()));
        thresholds_.between = 1 - thresholds_.evenness;
    }

    /// The domains of one year, then all together, by name; `Years` are made where there is something to add.
    void add(std::map<std::string, Years>& by_domain, const StateYear& of) const {
        std::vector<CompositionDraws> compositions;
        std::vector<double> weights;
        bool complete = true;
        for (std::size_t m = 0; m < names_.size(); ++m) {
            const double weight = domain_weight(options_, names_[m]);
            const auto composition = of.domains[m] == nullptr
                                         ? std::nullopt
                                         : composition_draws(of.domains[m]->closeness, options_.poles.size());
            if (composition) {
                Years& years = by_domain[names_[m]];
                add_composition(years, *composition, options_.poles);
                if (!of.domains[m]->tension.empty()) years.add("tension", "", of.domains[m]->tension);
                years.end_year(of.year);
            }
            if (weight <= 0) continue;
            complete = complete && composition;
            if (!composition) continue;
            compositions.push_back(*composition);
            weights.push_back(weight);
        }
        if (complete) add_overall(by_domain[overall_domain], of.year, compositions, weights);
    }

private:
    void add_overall(Years& years, int year, const std::vector<CompositionDraws>& compositions,
                     const std::vector<double>& weights) const {
        const CompositionDraws overall = joint_centre(compositions, weights);
        add_composition(years, overall, options_.poles);
        const HedgeDraws hedge = hedge_draws(compositions, weights, overall, thresholds_);
        years.add("h_total", "", hedge.total);
        years.add("h_within", "", hedge.within);
        years.add("h_between", "", hedge.between);
        const std::string label = compositions.size() > 1
                                      ? balance_label(hedge.probabilities, options_.poles, options_.label_probability)
                                      : "";
        years.add("years_equidistant", "", {label == "equidistant" ? 1.0 : 0.0});
        years.add("years_specialised", "", {label == "specialised" ? 1.0 : 0.0});
        for (const std::string& pole : options_.poles)
            years.add("years_aligned", pole, {label == "aligned:" + pole ? 1.0 : 0.0});
        years.end_year(year);
    }

    const BalanceOptions& options_;
    std::vector<std::string> names_;
    LabelThresholds thresholds_;
};

}  // namespace

Table balance_summary(const std::vector<DomainDraws>& domains, const BalanceOptions& options,
                      const std::vector<YearWindow>& windows) {
    check_balance_input(domains, options);
    std::vector<std::string> names = domain_names(domains);
    const std::vector<StateYear> years = state_years(domains, names);
    const Windows method(options, names);
    names.push_back(overall_domain);
    WindowSummary summary;
    WindowStandings standings(options.focus);
    std::vector<YearWindow> spans = windows;
    if (spans.empty() && !years.empty()) {
        const auto [first, last] = std::ranges::minmax(years, {}, &StateYear::year);
        spans.push_back({first.year, last.year});
    }
    for (std::size_t begin = 0, end = 0; begin < years.size(); begin = end) {
        while (end < years.size() && years[end].state == years[begin].state) ++end;
        for (const YearWindow& window : spans) {
            options.work.check();
            std::map<std::string, Years> by_domain;
            for (std::size_t i = begin; i < end; ++i) {
                if (window.first <= years[i].year && years[i].year <= window.last) method.add(by_domain, years[i]);
            }
            for (const std::string& name : names) {
                if (by_domain.contains(name))
                    by_domain[name].write(summary, standings, years[begin].state, name, window);
            }
        }
    }
    standings.write(summary, options.work);
    return std::move(summary).table();
}

}  // namespace tarazy
