#include "compare/robustness/robustness.hpp"

#include "base/parallel.hpp"
#include "compare/sets/full_sum.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tarazy {
namespace {

std::optional<double> quotient(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b || *b == 0) return std::nullopt;
    return *a / *b;
}

std::optional<double> overlap(const std::vector<double>& a, const std::vector<double>& b,
                              std::span<const double> weights) {
    FullSum both, either;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both.add(weight_at(weights, i) * std::min(a[i], b[i]));
        either.add(weight_at(weights, i) * std::max(a[i], b[i]));
    }
    return quotient(both.value(), either.value());
}

/// The range around the present value in which `same` holds; break points are where it can change.
CutRange range_around(const std::string& name, double value, double least, double most, std::vector<double> breaks,
                      const std::function<bool(double)>& same) {
    std::ranges::sort(breaks);
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    CutRange range{name, least, value, most};
    // A cut-off acts alike from just above one break point up to the next, that one included.
    const auto next = std::ranges::lower_bound(breaks, value - 1e-9);
    for (auto up = next; up != breaks.end(); ++up) {
        const double beyond = up + 1 == breaks.end() ? most : *(up + 1);
        if (*up >= most - 1e-9) break;
        if (!same(beyond)) {
            range.upper = *up;
            break;
        }
    }
    for (auto down = next; down != breaks.begin();) {
        --down;
        if (!same(*down)) {
            range.lower = *down;
            break;
        }
    }
    return range;
}

/// The tables differ in one cell only; sharing them between threads would not pay.
Cases with_cell_turned(Cases cases, std::size_t column, std::size_t at) {
    double& cell = column < cases.space.size() ? cases.membership[column][at] : cases.outcome[at];
    cell = 1 - cell;
    return cases;
}

}  // namespace

RobustnessFit robustness_fit(const Cases& cases, const std::vector<Literals>& initial,
                             const std::vector<std::vector<Literals>>& tests) {
    const std::vector<double> is = model_membership(cases, initial);
    std::vector<double> lowest(cases.size(), 1.0), highest(cases.size(), 0.0), core = is;
    for (const auto& test : tests) {
        const std::vector<double> here = model_membership(cases, test);
        for (std::size_t i = 0; i < here.size(); ++i) {
            lowest[i] = std::min(lowest[i], here[i]);
            highest[i] = std::max(highest[i], here[i]);
        }
    }
    RobustnessFit fit;
    std::size_t robust[2] = {0, 0}, reached[2] = {0, 0};
    for (std::size_t i = 0; i < is.size(); ++i) {
        core[i] = std::min(is[i], lowest[i]);
        const bool in_initial = is[i] > 0.5, in_all = lowest[i] > 0.5, in_some = highest[i] > 0.5;
        const auto n = static_cast<std::size_t>(weight_at(cases.weights, i));
        if (in_initial && !in_all) fit.shaky += n;
        if (!in_initial && in_some) fit.possible += n;
        if (cases.outcome[i] == 0.5) continue;
        const int side = cases.outcome[i] > 0.5 ? 0 : 1;
        if (in_initial && in_all) robust[side] += n;
        if (in_initial || in_some) reached[side] += n;
    }
    fit.rank = 1 + (fit.possible > 0 ? 1 : 0) + (fit.shaky > 0 ? 2 : 0);
    const SufficiencyFit of_initial = sufficiency(is, cases.outcome, cases.weights),
                         of_core = sufficiency(core, cases.outcome, cases.weights);
    fit.consistency = quotient(of_initial.consistency, of_core.consistency);
    fit.coverage = quotient(of_core.coverage, of_initial.coverage);
    fit.overlap_min = overlap(is, lowest, cases.weights);
    fit.overlap_max = overlap(is, highest, cases.weights);
    fit.typical = quotient(static_cast<double>(robust[0]), static_cast<double>(reached[0]));
    fit.deviant = quotient(static_cast<double>(robust[1]), static_cast<double>(reached[1]));
    return fit;
}

namespace {

AllModels models_found(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                       const MinimiseOptions& options) {
    return std::move(all_models(cases.space, coded_rows(truth_table(cases, cuts, options.work)), {kind},
                                options)[static_cast<std::size_t>(kind)]);
}

void require_all(const AllModels& models) {
    if (!models.complete)
        throw LimitError("models are only compared when all are known; raise --max-models or --time-limit");
}

}  // namespace

AllModels model_list(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                     const MinimiseOptions& options) {
    AllModels all = models_found(cases, cuts, kind, options);
    require_all(all);
    return all;
}

std::vector<CutRange> cut_ranges(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                                 const MinimiseOptions& options) {
    WorkStep step(options.work, "values of the cut-offs", 0);
    MinimiseOptions each = options;
    each.work = options.work.unheard();
    const AllModels now = model_list(cases, cuts, kind, each);
    const auto same = [&](const TruthTableOptions& other) {
        step.advance();
        return model_list(cases, other, kind, each) == now;
    };
    std::vector<double> inclusions, pris, counts;
    for (const TruthRow& row : truth_table(cases, cuts, each.work).rows) {
        if (row.inclusion) inclusions.push_back(*row.inclusion);
        if (row.pri) pris.push_back(*row.pri);
        counts.push_back(static_cast<double>(row.count));
    }
    const double most_cases = counts.empty() ? 0 : *std::ranges::max_element(counts);
    return {range_around("incl", cuts.inclusion_cut, cuts.contradiction_cut.value_or(0), 1, inclusions,
                         [&](double value) {
                             TruthTableOptions other = cuts;
                             other.inclusion_cut = value;
                             return same(other);
                         }),
            range_around("pri", cuts.pri_cut, 0, 1, pris,
                         [&](double value) {
                             TruthTableOptions other = cuts;
                             other.pri_cut = value;
                             return same(other);
                         }),
            range_around("n", static_cast<double>(cuts.case_cut), 0, most_cases, counts, [&](double value) {
                TruthTableOptions other = cuts;
                other.case_cut = static_cast<std::size_t>(value);
                return same(other);
            })};
}

CellEffects cell_effects(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                         const MinimiseOptions& options, unsigned threads) {
    std::vector<std::pair<std::size_t, std::size_t>> cells;
    std::vector<CellEffect> effects;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        for (std::size_t c = 0; c <= cases.space.size(); ++c) {
            const bool outcome = c == cases.space.size();
            const double value = outcome ? cases.outcome[i] : cases.membership[c][i];
            if (!outcome && cases.space.conditions[c].multi_value) continue;
            if (std::isnan(value) || value == 0.5) continue;
            cells.emplace_back(c, i);
            effects.push_back({i, outcome ? cases.outcome_name : cases.space.conditions[c].name, value, 1 - value});
        }
    }
    MinimiseOptions each = options;
    each.work = options.work.unheard();
    WorkStep step(options.work, "cells turned over", cells.size());
    const AllModels now = model_list(cases, cuts, kind, each);
    std::vector<char> tried(cells.size(), 0);
    parallel_chunks(
        cells.size(), 4, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end && !each.work.time_is_up(); ++k) {
                const AllModels then =
                    models_found(with_cell_turned(cases, cells[k].first, cells[k].second), cuts, kind, each);
                if (!then.complete && each.work.time_is_up()) return;
                require_all(then);
                tried[k] = 1;
                effects[k].changes_models = then != now;
                effects[k].models = then.models.size();
                effects[k].kept = static_cast<std::size_t>(std::ranges::count_if(
                    now.models, [&](const auto& model) { return std::ranges::binary_search(then.models, model); }));
            }
        },
        step);
    CellEffects found;
    found.cells = cells.size();
    for (std::size_t k = 0; k < cells.size(); ++k) {
        if (tried[k] != 0) found.turned.push_back(std::move(effects[k]));
    }
    return found;
}

}  // namespace tarazy
