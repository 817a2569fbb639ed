#include "compare/robustness/crossover_range.hpp"

#include "base/error.hpp"
#include "compare/sets/full_sum.hpp"
#include "compare/sets/row_coding.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr double crossover_tolerance = 1e-9;  // of the cut-offs of a truth table
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
    if (bounds->low >= cut - crossover_tolerance) return true;
    if (bounds->high < cut - crossover_tolerance) return false;
    return std::nullopt;
}

double Anchors::*member_of(MovedAnchor which) {
    switch (which) {
        case MovedAnchor::exclusion: return &Anchors::exclusion;
        case MovedAnchor::inclusion: return &Anchors::inclusion;
        case MovedAnchor::crossover: break;
    }
    return &Anchors::crossover;
}

std::vector<double> crisp_at(std::span<const double> raw, double crossover) {
    std::vector<double> membership;
    for (const double x : raw) membership.push_back(std::isnan(x) ? x : (x >= crossover ? 1 : 0));
    return membership;
}

/// The anchor that has moved stops just short of its neighbours: met exactly they leave no slope on their side, and
/// the limit is a step, which memberships approach.
std::vector<double> calibrated_with(std::span<const double> raw, Anchors anchors, MovedAnchor moved,
                                    const CrossoverOptions& options) {
    if (options.method == CrossoverMethod::crisp) return crisp_at(raw, anchors.crossover);
    const Anchors& as_given = options.anchors;
    const double room = 1e-12 * std::abs(as_given.inclusion - as_given.exclusion);
    const auto [low, high] = std::minmax(as_given.exclusion, as_given.inclusion);
    double& value = anchors.*member_of(moved);
    if (moved == MovedAnchor::crossover) {
        value = std::clamp(value, low + room, high - room);
    } else if (as_given.*member_of(moved) < as_given.crossover) {
        value = std::min(value, as_given.crossover - room);
    } else {
        value = std::max(value, as_given.crossover + room);
    }
    return options.method == CrossoverMethod::direct ? calibrate_direct(raw, anchors, options.log_odds)
                                                     : calibrate_s_shaped(raw, anchors, 1, 1);
}

void require_fuzzy_set(const Condition& condition, const CrossoverOptions& options) {
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
}

class AnchorSearch {
public:
    AnchorSearch(const Cases& cases, std::size_t column, std::span<const double> raw, const CrossoverOptions& options,
                 MovedAnchor moved)
        : cases_(cases),
          column_(column),
          raw_(raw),
          options_(options),
          each_(options.minimise),
          step_(options.minimise.work, "pieces of the range of an anchor", 0),
          moved_(moved),
          start_(options.anchors.*member_of(moved)),
          smallest_(options.resolution * std::abs(options.anchors.inclusion - options.anchors.exclusion)) {
        each_.work = each_.work.unheard();
        now_ = models_at(start_);
    }

    /// @param low, high  how far the anchor may move, and what it means to come so far
    CrossoverRange run(double low, RangeEnd at_low, double high, RangeEnd at_high) {
        result_.value = start_;
        result_.upper = walk(high, at_high, result_.upper_end);
        result_.lower = walk(low, at_low, result_.lower_end);
        return result_;
    }

private:
    Cases at(double position) const {
        Cases here = cases_;
        Anchors anchors = options_.anchors;
        anchors.*member_of(moved_) = position;
        here.membership[column_] = calibrated_with(raw_, anchors, moved_, options_);
        return here;
    }

    const AllModels& models_at(double position) {
        const CodedRows rows = coded_rows(RowCoder(at(position)).rows(), options_.cuts);
        const auto [known, fresh] = known_.try_emplace(row_key(rows));
        if (fresh) {
            const auto kind = static_cast<std::size_t>(options_.kind);
            known->second = all_models(cases_.space, rows, {options_.kind}, each_)[kind];
            if (!known->second.complete) {
                throw LimitError("models are only compared when all are known; raise --max-models");
            }
        }
        return known->second;
    }

    bool changed_at(double position) { return !(models_at(position) == now_); }

    /// Raw values on the way, at which a case changes sides; it does so at no position of an outer anchor.
    std::vector<double> stops_before(double last) const {
        std::vector<double> stops;
        if (moved_ != MovedAnchor::crossover) return stops;
        for (const double value : raw_) {
            if (!std::isnan(value) && (value - start_) * (last - value) > 0) stops.push_back(value);
        }
        std::ranges::sort(stops, [&](double a, double b) { return std::abs(a - start_) < std::abs(b - start_); });
        stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
        return stops;
    }

    /// From where the anchor is towards `last` until the models change.
    double walk(double last, RangeEnd at_last, RangeEnd& end) {
        std::vector<double> stops = stops_before(last);
        stops.push_back(last);
        double from = start_;
        for (const double stop : stops) {
            if (const auto change = first_change(from, stop)) {
                const bool at_stop = *change == from && moved_ == MovedAnchor::crossover;
                end = at_stop ? RangeEnd::raw_value : RangeEnd::cut_off;
                return *change;
            }
            if (stop != last && changed_at(stop)) {
                end = RangeEnd::raw_value;
                return stop;
            }
            from = stop;
        }
        end = at_last;
        return last;
    }

    /// Where the models first differ on the way from `from` to `to`, between which no case changes sides.
    std::optional<double> first_change(double from, double to) {
        step_.advance();
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

    /// Is every row coded alike wherever the anchor lies between the two?
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
        FullSum part, rest, pri_part;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (!same_gaps(row, i)) continue;
            const double y = cases.outcome[i], both = std::min(x[i], y), n = weight_at(cases.weights, i);
            part.add(n * both);
            rest.add(n * (x[i] - both));
            pri_part.add(n * (both - std::min(both, 1 - y)));
        }
        return {{part.value(), rest.value()}, {pri_part.value(), rest.value()}};
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
    MinimiseOptions each_;  ///< of one position
    WorkStep step_;
    MovedAnchor moved_;
    double start_;
    double smallest_;
    std::unordered_map<std::string, AllModels> known_;
    AllModels now_;
    CrossoverRange result_;
};

}  // namespace

std::string_view to_string(RangeEnd end) noexcept {
    switch (end) {
        case RangeEnd::anchor: return "anchor";
        case RangeEnd::raw_value: return "raw value";
        case RangeEnd::cut_off: return "cut-off";
        case RangeEnd::reach: return "reach";
    }
    return "";
}

std::vector<double> calibrated_at(std::span<const double> raw, double crossover, const CrossoverOptions& options) {
    Anchors moved = options.anchors;
    moved.crossover = crossover;
    return calibrated_with(raw, moved, MovedAnchor::crossover, options);
}

CrossoverRange crossover_range(const Cases& cases, std::size_t column, std::span<const double> raw,
                               const CrossoverOptions& options) {
    require_fuzzy_set(cases.space.conditions[column], options);
    const auto [low, high] = std::minmax(options.anchors.exclusion, options.anchors.inclusion);
    return AnchorSearch(cases, column, raw, options, MovedAnchor::crossover)
        .run(low, RangeEnd::anchor, high, RangeEnd::anchor);
}

std::optional<CrossoverRange> anchor_range(const Cases& cases, std::size_t column, std::span<const double> raw,
                                           const CrossoverOptions& options, MovedAnchor moved, double reach) {
    if (moved == MovedAnchor::crossover) return crossover_range(cases, column, raw, options);
    require_fuzzy_set(cases.space.conditions[column], options);
    if (options.method == CrossoverMethod::crisp) return std::nullopt;
    const Anchors& a = options.anchors;
    const double start = a.*member_of(moved), far = reach * std::abs(a.inclusion - a.exclusion);
    AnchorSearch search(cases, column, raw, options, moved);
    return start < a.crossover ? search.run(start - far, RangeEnd::reach, a.crossover, RangeEnd::anchor)
                               : search.run(a.crossover, RangeEnd::anchor, start + far, RangeEnd::reach);
}

}  // namespace tarazy
