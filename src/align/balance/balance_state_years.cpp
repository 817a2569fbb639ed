#include "align/balance/balance_state_years.hpp"

#include "table/list_cells.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

/// Poles that are not known in every draw, `;` between them.
std::string unknown_poles(const DomainDraws& one, const std::vector<std::string>& poles) {
    std::vector<std::string> unknown;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        bool known = true;
        for (std::size_t d = 0; d < one.draws; ++d) known = known && !std::isnan(one.closeness[d * poles.size() + p]);
        if (!known) unknown.push_back(poles[p]);
    }
    return list_cell(unknown);
}

}  // namespace

std::vector<std::string> domain_names(std::span<const DomainDraws> domains) {
    std::set<std::string> names;
    for (const DomainDraws& one : domains) names.insert(one.domain);
    return {names.begin(), names.end()};
}

std::vector<StateYear> state_years(std::span<const DomainDraws> domains, const std::vector<std::string>& names) {
    std::map<std::pair<std::string, int>, StateYear> by_key;
    for (const DomainDraws& one : domains) {
        StateYear& found = by_key[{one.state, one.year}];
        found.state = one.state;
        found.year = one.year;
        found.domains.resize(names.size(), nullptr);
        found.domains[static_cast<std::size_t>(std::ranges::lower_bound(names, one.domain) - names.begin())] = &one;
    }
    std::vector<StateYear> result;
    for (auto& [key, one] : by_key) result.push_back(std::move(one));
    return result;
}

double domain_weight(const BalanceOptions& options, const std::string& domain) {
    return options.weights.empty() ? 1 : options.weights.at(domain);
}

std::vector<BalanceQuantity> unknown_shares(const std::vector<std::string>& poles) {
    std::vector<BalanceQuantity> result;
    for (const std::string& pole : poles) result.push_back(spread("share", pole, {}));
    return result;
}

DomainFigures domain_figures(const DomainDraws& one, const std::vector<std::string>& poles) {
    BalanceRow row{one.state, one.year, one.domain, {}, {}, {}, "", one.flag};
    DomainFigures result{composition_draws(one.closeness, poles.size()), {}};
    std::vector<BalanceQuantity> told;
    if (result.composition) {
        row.n_draws = result.composition->draws();
        told = describe(*result.composition, poles);
    } else {
        row.missing = unknown_poles(one, poles);
        told = unknown_shares(poles);
    }
    const auto add = [&](const std::vector<BalanceQuantity>& figures) {
        for (const BalanceQuantity& figure : figures) {
            row.figure = figure;
            result.rows.push_back(row);
        }
    };
    add(told);
    if (!one.tension.empty()) {
        row.n_draws = one.tension.size();
        add({spread("tension", "", one.tension)});
    }
    return result;
}

Table domain_quantities(const DomainSeries& series, const std::vector<std::string>& poles) {
    std::vector<BalanceRows> rows;
    for (const DomainDraws& one : series.state_years) rows.push_back({domain_figures(one, poles).rows, {}});
    return quantities_table(rows);
}

}  // namespace tarazy
