#include "network/functions/function_shapley.hpp"

#include "network/functions/shapley_value.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace tarazy {
namespace {

/// Weights of the providers of one function for one state, by institution.
struct ProvidedFunction {
    std::vector<std::uint32_t> providers;
    std::vector<double> weights;
};

ProvidedFunction provided(const CarriedFunctions& carried, std::uint32_t function,
                          std::vector<std::uint32_t> providers) {
    ProvidedFunction cell;
    for (const std::uint32_t e : providers) cell.weights.push_back(carried.weight(e, function));
    cell.providers = std::move(providers);
    return cell;
}

double covered_to(const std::vector<double>& weights) {
    return std::min(1.0, std::accumulate(weights.begin(), weights.end(), 0.0));
}

/// Shapley values of min(1, sum of weights) for lists of weights, each different list worked out once.
class CellValues {
public:
    explicit CellValues(Work work) : work_(std::move(work)) {}

    /// Of each provider; nothing when they are too many to enumerate.
    [[nodiscard]] std::optional<std::vector<double>> of(const std::vector<double>& weights) {
        const std::size_t n = weights.size();
        if (std::ranges::all_of(weights, [](double weight) { return weight >= 1; }))
            return std::vector<double>(n, n == 0 ? 0 : 1 / static_cast<double>(n));
        if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 1) return weights;
        if (n > most_enumerated_players) return std::nullopt;
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, {}, [&](std::size_t at) { return weights[at]; });
        std::vector<double> sorted;
        for (const std::size_t at : order) sorted.push_back(weights[at]);
        const std::vector<double>& values = enumerated(sorted);
        std::vector<double> result(n);
        for (std::size_t at = 0; at < n; ++at) result[order[at]] = values[at];
        return result;
    }

private:
    const std::vector<double>& enumerated(const std::vector<double>& sorted) {
        const auto found = known_.find(sorted);
        if (found != known_.end()) return found->second;
        const auto worth = [&](std::uint32_t coalition) {
            double sum = 0;
            for (std::size_t at = 0; at < sorted.size(); ++at)
                if ((coalition >> at & 1U) != 0) sum += sorted[at];
            return std::min(1.0, sum);
        };
        return known_.emplace(sorted, exact_shapley(static_cast<std::uint32_t>(sorted.size()), worth, work_))
            .first->second;
    }

    Work work_;
    std::map<std::vector<double>, std::vector<double>> known_;
};

/// The functions of the game: as known, and with all whose membership is not known.
struct GameCells {
    std::vector<ProvidedFunction> known, possible;
};

GameCells cells_of_game(const CarriedFunctions& carried, const FunctionGame& game) {
    GameCells cells;
    for (const std::uint32_t state : game.states) {
        for (std::uint32_t function = 0; function < carried.functions.size(); ++function) {
            const auto carriers = carried.carriers.row(function);
            auto known = shared_places(carried.members.row(state), carriers);
            auto possible = shared_places(carried.unknown.row(state), carriers);
            possible.insert(possible.end(), known.begin(), known.end());
            std::ranges::sort(possible);
            cells.known.push_back(provided(carried, function, std::move(known)));
            cells.possible.push_back(provided(carried, function, std::move(possible)));
        }
    }
    return cells;
}

bool is_provider(const ProvidedFunction& cell, std::uint32_t institution) {
    return std::ranges::binary_search(cell.providers, institution);
}

/// Adds the exact values of one function. @return false when it has too many providers
bool add_exact(const ProvidedFunction& known, const ProvidedFunction& possible, CellValues& cells,
               std::vector<NumberBounds>& values) {
    const auto most = cells.of(known.weights), least = cells.of(possible.weights);
    if (!most || !least) return false;
    for (std::size_t at = 0; at < known.providers.size(); ++at) values[known.providers[at]].upper += (*most)[at];
    for (std::size_t at = 0; at < possible.providers.size(); ++at) {
        const std::uint32_t e = possible.providers[at];
        if (is_provider(known, e)) {
            values[e].lower += (*least)[at];
            continue;
        }
        std::vector<double> with_it = known.weights;
        with_it.push_back(possible.weights[at]);
        const auto alone = cells.of(with_it);
        if (!alone) return false;
        values[e].upper += alone->back();
    }
    return true;
}

/// Which functions an institution provides, and how much.
struct ProvisionOfInstitution {
    std::vector<std::uint32_t> cells;
    std::vector<double> weights;
};

SampledShapley sample_game(const std::vector<ProvidedFunction>& cells, std::size_t institutions, std::size_t draws,
                           const FunctionGame& game) {
    std::vector<ProvisionOfInstitution> provision(institutions);
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
        for (std::size_t at = 0; at < cells[cell].providers.size(); ++at) {
            provision[cells[cell].providers[at]].cells.push_back(cell);
            provision[cells[cell].providers[at]].weights.push_back(cells[cell].weights[at]);
        }
    }
    const auto gains_of = [&](std::span<const std::uint32_t> order, std::span<double> gains) {
        std::vector<double> sums(cells.size());
        for (const std::uint32_t e : order) {
            for (std::size_t at = 0; at < provision[e].cells.size(); ++at) {
                double& sum = sums[provision[e].cells[at]];
                const double before = std::min(1.0, sum);
                sum += provision[e].weights[at];
                gains[e] += std::min(1.0, sum) - before;
            }
        }
    };
    return sampled_shapley(static_cast<std::uint32_t>(institutions), gains_of, draws, game.seed, game.threads,
                           game.work);
}

FunctionShapley sampled_values(const GameCells& cells, std::size_t institutions, std::size_t draws,
                               const FunctionGame& game, bool all_known) {
    FunctionShapley result;
    result.exact = false;
    result.draws = draws;
    const SampledShapley most = sample_game(cells.known, institutions, draws, game);
    const SampledShapley least = all_known ? most : sample_game(cells.possible, institutions, draws, game);
    for (std::size_t e = 0; e < institutions; ++e) {
        result.values.push_back({least.values[e], most.values[e]});
        result.standard_errors.push_back(std::max(least.standard_errors[e], most.standard_errors[e]));
    }
    // What is not known to be provided is worth between 0 and what it covers alone.
    for (std::size_t cell = 0; !all_known && cell < cells.known.size(); ++cell) {
        const ProvidedFunction& possible = cells.possible[cell];
        for (std::size_t at = 0; at < possible.providers.size(); ++at) {
            if (is_provider(cells.known[cell], possible.providers[at])) continue;
            result.values[possible.providers[at]].lower -= std::min(1.0, possible.weights[at]);
            result.values[possible.providers[at]].upper += std::min(1.0, possible.weights[at]);
        }
    }
    for (NumberBounds& value : result.values) value.lower = std::max(0.0, value.lower);
    return result;
}

}  // namespace

FunctionShapley function_shapley(const CarriedFunctions& carried, const FunctionGame& game) {
    game.work.check();
    const GameCells cells = cells_of_game(carried, game);
    const std::size_t institutions = carried.institutions.size();
    FunctionShapley result;
    result.values.resize(institutions);
    result.standard_errors.assign(institutions, 0);
    CellValues values(game.work);
    bool exact = game.draws == 0;
    for (std::size_t cell = 0; exact && cell < cells.known.size(); ++cell)
        exact = add_exact(cells.known[cell], cells.possible[cell], values, result.values);
    if (!exact)
        result = sampled_values(cells, institutions, game.draws == 0 ? game.draws_if_needed : game.draws, game,
                                carried.count_unknown() == 0);
    for (std::size_t cell = 0; cell < cells.known.size(); ++cell) {
        result.total.lower += covered_to(cells.known[cell].weights);
        result.total.upper += covered_to(cells.possible[cell].weights);
    }
    return result;
}

Table shapley_table(const CarriedFunctions& carried, const FunctionShapley& shapley) {
    std::vector<std::size_t> order(shapley.values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const NumberBounds &one = shapley.values[a], &other = shapley.values[b];
        return one.upper + one.lower > other.upper + other.lower;
    });
    TableRows rows(TextColumn{"institution"}, RealColumn{"shapley"}, RealColumn{"lower"}, RealColumn{"upper"},
                   RealColumn{"standard_error"}, RealColumn{"share"});
    for (const std::size_t e : order) {
        const NumberBounds& value = shapley.values[e];
        const auto known = value.known() ? std::optional(value.lower) : std::nullopt;
        const bool has_share = known && shapley.total.known() && shapley.total.lower > 0;
        rows.add(carried.institutions[e], known, value.lower, value.upper, shapley.standard_errors[e],
                 has_share ? std::optional(*known / shapley.total.lower) : std::nullopt);
    }
    return rows.table();
}

}  // namespace tarazy
