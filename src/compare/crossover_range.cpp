#include "compare/crossover_range.hpp"

#include "base/error.hpp"
#include "compare/row_coding.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr double tolerance = 1e-9;  // of the cut-offs of a truth table
constexpr std::uint64_t most_intervals = 1'000'000;

/// Bounds of part / (part + rest) when both are only known within bounds; nothing when it may be 0 / 0.
struct Bounds {
    double low = 0, high = 0;
};
std::optional<Bounds> ratio_bounds(Bounds part, Bounds rest) {
    if (part.low + rest.low < 1e-12) return std::nullopt;
    return Bounds{part.low / (part.low + rest.high), part.high / (part.high + rest.low)};
}

/// Is every value of the bounds on one side of the cut-off? Then which.
std::optional<bool> side(const std::optional<Bounds>& bounds, double cut) {
    if (!bounds) return std::nullopt;
    if (bounds->low >= cut - tolerance) return true;
    if (bounds->high < cut - tolerance) return false;
    return std::nullopt;
}

class CrossoverSearch {
public:
    CrossoverSearch(const Cases& cases, std::size_t column, std::span<const double> raw,
                    const CrossoverOptions& options)
        : cases_(cases),
          column_(column),
          raw_(raw),
          options_(options),
          smallest_(options.resolution * std::abs(options.anchors.inclusion - options.anchors.exclusion)) {
        now_ = models_at(options.anchors.crossover);
    }

    CrossoverRange run() {
        const auto [low, high] = std::minmax(options_.anchors.exclusion, options_.anchors.inclusion);
        result_.value = options_.anchors.crossover;
        result_.upper = walk(high, result_.upper_end);
        result_.lower = walk(low, result_.lower_end);
        return result_;
    }

private:
    Cases at(double crossover) const {
        Cases here = cases_;
        here.membership[column_] = calibrated_at(raw_, crossover, options_);
        return here;
    }

    const AllModels& models_at(double crossover) {
        const CodedRows rows = coded_rows(RowCoder(at(crossover)).rows(), options_.cuts);
        const auto [known, fresh] = known_.try_emplace(row_key(rows));
        if (fresh) {
            const auto kind = static_cast<std::size_t>(options_.kind);
            known->second = all_models(cases_.space, rows, {options_.kind}, options_.minimise)[kind];
            if (!known->second.complete) {
                throw LimitError("models are only compared when all are known; raise --max-models");
            }
        }
        return known->second;
    }

    bool changed_at(double crossover) { return !(models_at(crossover) == now_); }

    /// From the crossover towards `last` until the models change.
    double walk(double last, RangeEnd& end) {
        const double start = options_.anchors.crossover;
        std::vector<double> stops;
        for (const double value : raw_) {
            if (!std::isnan(value) && (value - start) * (last - value) > 0) stops.push_back(value);
        }
        std::ranges::sort(stops, [&](double a, double b) { return std::abs(a - start) < std::abs(b - start); });
        stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
        stops.push_back(last);
        double from = start;
        for (const double stop : stops) {
            if (const auto change = first_change(from, stop)) {
                end = *change == from ? RangeEnd::raw_value : RangeEnd::cut_off;
                return *change;
            }
            if (stop != last && changed_at(stop)) {
                end = RangeEnd::raw_value;
                return stop;
            }
            from = stop;
        }
        end = RangeEnd::anchor;
        return last;
    }

    /// Where the models first differ on the way from `from` to `to`, between which no case changes sides.
    std::optional<double> first_change(double from, double to) {
        if (++result_.intervals > most_intervals) {
            throw LimitError("a row follows a cut-off too closely to say where the models change; use another cut-off");
        }
        const double middle = from + (to - from) / 2;
        if (std::abs(to - from) <= smallest_ || rows_are_settled(from, to, middle)) {
            return changed_at(middle) ? std::optional(from) : std::nullopt;
        }
        const auto near = first_change(from, middle);
        return near ? near : first_change(middle, to);
    }

    /// Is every row coded alike wherever the crossover lies between the two?
    bool rows_are_settled(double from, double to, double middle) const {
        if (options_.method == CrossoverMethod::crisp) return true;  // nothing moves but at raw values
        Cases one = at(from), other = at(to);
        const TruthTable table = truth_table(at(middle), options_.cuts);
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            double& a = one.membership[column_][i];
            double& b = other.membership[column_][i];
            if (a > b) std::swap(a, b);
        }
        return std::ranges::all_of(table.rows, [&](const TruthRow& row) {
            if (row.outcome == RowOutcome::remainder) return true;  // too few cases, wherever it is
            const bool present = row.levels[column_] == 1;
            return row_is_settled(row, present ? one : other, present ? other : one);
        });
    }

    /// @param least, most  cases with the memberships that make the row's own membership smallest and largest
    bool row_is_settled(const TruthRow& row, const Cases& least, const Cases& most) const {
        const auto [low_inclusion, low_pri] = parts(row, least);
        const auto [high_inclusion, high_pri] = parts(row, most);
        const auto explains =
            side(ratio_bounds({low_inclusion.low, high_inclusion.low}, {low_inclusion.high, high_inclusion.high}),
                 options_.cuts.inclusion_cut);
        if (!explains) return false;
        if (!*explains || options_.cuts.pri_cut <= 0) return true;
        return side(ratio_bounds({low_pri.low, high_pri.low}, {low_pri.high, high_pri.high}), options_.cuts.pri_cut)
            .has_value();
    }

    /// Inclusion and PRI as part / (part + rest); part (`low`) and rest (`high`) both grow with the row's membership.
    std::pair<Bounds, Bounds> parts(const TruthRow& row, const Cases& cases) const {
        std::vector<double> x = term_membership(cases, row.literals);
        Bounds inclusion, pri;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (!same_gaps(row, i)) continue;
            const double y = cases.outcome[i], both = std::min(x[i], y), n = weight_at(cases.weights, i);
            inclusion.low += n * both;
            inclusion.high += n * (x[i] - both);
            pri.low += n * (both - std::min(both, 1 - y));
            pri.high += n * (x[i] - both);
        }
        return {inclusion, pri};
    }

    /// Does the case have a "does not apply" where the row has one?
    bool same_gaps(const TruthRow& row, std::size_t at) const {
        for (std::size_t c = 0; c < row.levels.size(); ++c) {
            if (row.levels[c] < 0 && !std::isnan(cases_.membership[c][at])) return false;
        }
        return true;
    }

    const Cases& cases_;
    std::size_t column_;
    std::span<const double> raw_;
    const CrossoverOptions& options_;
    double smallest_;
    std::unordered_map<std::string, AllModels> known_;
    AllModels now_;
    CrossoverRange result_;
};

}  // namespace

std::vector<double> calibrated_at(std::span<const double> raw, double crossover, const CrossoverOptions& options) {
    const Anchors& a = options.anchors;
    if (options.method == CrossoverMethod::crisp) {
        std::vector<double> membership;
        for (const double x : raw) membership.push_back(std::isnan(x) ? x : (x >= crossover ? 1 : 0));
        return membership;
    }
    // An anchor met exactly leaves no slope on its side: the limit is a step, which memberships approach.
    const double room = 1e-12 * std::abs(a.inclusion - a.exclusion);
    const auto [low, high] = std::minmax(a.exclusion, a.inclusion);
    const Anchors moved{a.exclusion, std::clamp(crossover, low + room, high - room), a.inclusion};
    return options.method == CrossoverMethod::direct ? calibrate_direct(raw, moved, options.log_odds)
                                                     : calibrate_s_shaped(raw, moved, 1, 1);
}

CrossoverRange crossover_range(const Cases& cases, std::size_t column, std::span<const double> raw,
                               const CrossoverOptions& options) {
    const Condition& condition = cases.space.conditions[column];
    if (condition.multi_value || condition.does_not_apply) {
        throw UsageError("'" + condition.name + "' is no crisp or fuzzy set, so it has no crossover");
    }
    const Anchors& a = options.anchors;
    const bool rising = a.exclusion < a.crossover && a.crossover < a.inclusion;
    const bool falling = a.exclusion > a.crossover && a.crossover > a.inclusion;
    if (!rising && !(falling && options.method != CrossoverMethod::crisp)) {
        throw UsageError("the crossover must lie between the anchors of exclusion and inclusion" +
                         std::string(options.method == CrossoverMethod::crisp ? ", which rise" : ""));
    }
    return CrossoverSearch(cases, column, raw, options).run();
}

}  // namespace tarazy
