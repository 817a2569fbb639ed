#include "simulate/discovery/prim.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "stats/beta.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>

namespace tarazy {
namespace {

constexpr double no_end = std::numeric_limits<double>::infinity();

void check_prim_options(const PrimOptions& options) {
    if (!(options.peel > 0 && options.peel <= 0.5))
        refuse_argument("--peel", number_text(options.peel), "give a number above 0 and up to 0.5");
    if (!(options.paste >= 0 && options.paste <= 0.5))
        refuse_argument("--paste", number_text(options.paste), "give a number from 0 to 0.5");
    if (!(options.least_mass > 0 && options.least_mass <= 1))
        refuse_argument("--least-mass", number_text(options.least_mass), "give a number above 0 and up to 1");
    check_probability(options.density, "--density");
}

std::size_t cases_among(const std::vector<bool>& cases, std::span<const std::uint32_t> runs) {
    return static_cast<std::size_t>(std::ranges::count_if(runs, [&](std::uint32_t run) { return cases[run]; }));
}

/// One end of one input moved: what remains, or what was given back.
struct BoxStep {
    std::size_t input = 0;
    bool low_end = true;
    double end = 0;  ///< the new lower or upper end
    std::size_t runs = 0, cases = 0;

    [[nodiscard]] double density() const { return static_cast<double>(cases) / static_cast<double>(runs); }
};

/// The runs of a box in the order of each input, the same of a peel at either end being a few at the front or the back.
class OrderedRuns {
public:
    OrderedRuns(const Design& design, const std::vector<bool>& cases, const std::vector<std::uint32_t>& runs)
        : design_(design), cases_(cases), gone_(design.rows(), 0), orders_(design.inputs.size(), runs) {
        for (std::size_t input = 0; input < orders_.size(); ++input)
            std::ranges::sort(orders_[input], {}, [&](std::uint32_t run) { return design_.value(run, input); });
    }

    [[nodiscard]] std::size_t size() const { return orders_.front().size(); }

    /// What remains when about `count` runs are taken away at one side: at least one value, and never all; nothing
    /// where all have one value.
    [[nodiscard]] std::optional<BoxStep> peel(std::size_t input, bool low_end, std::size_t count,
                                              std::size_t cases) const {
        const std::vector<std::uint32_t>& order = orders_[input];
        const std::size_t n = order.size();
        const auto value = [&](std::size_t place) {  // counted from the end that is peeled
            return design_.value(order[low_end ? place : n - 1 - place], input);
        };
        if (value(0) == value(n - 1)) return std::nullopt;
        std::size_t away = std::min(count, n - 1);
        // Runs of one value go together: those before the cut, or all of the outermost value where they are more.
        if (value(away) == value(0)) {
            while (value(away) == value(0)) ++away;
        } else {
            while (value(away - 1) == value(away)) --away;
        }
        BoxStep step{input, low_end, value(away), n - away, cases};
        for (std::size_t place = 0; place < away; ++place)
            step.cases -= cases_[order[low_end ? place : n - 1 - place]] ? 1 : 0;
        return step;
    }

    void take_away(const BoxStep& step) {
        const std::vector<std::uint32_t>& order = orders_[step.input];
        const std::size_t away = order.size() - step.runs;
        for (std::size_t place = 0; place < away; ++place)
            gone_[order[step.low_end ? place : order.size() - 1 - place]] = 1;
        for (std::vector<std::uint32_t>& runs : orders_)
            std::erase_if(runs, [&](std::uint32_t run) { return gone_[run] != 0; });
    }

private:
    const Design& design_;
    const std::vector<bool>& cases_;
    std::vector<std::uint8_t> gone_;                  ///< by run
    std::vector<std::vector<std::uint32_t>> orders_;  ///< [input]: runs by their values, ascending
};

class PrimSearch {
public:
    PrimSearch(const Design& design, const std::vector<bool>& cases, std::span<const std::uint32_t> among,
               const PrimOptions& options)
        : design_(design), cases_(cases), among_(among.begin(), among.end()), options_(options) {
        if (!among_.empty()) return;
        among_.resize(design.rows());
        std::iota(among_.begin(), among_.end(), 0u);
    }

    PrimResult run() {
        PrimResult result;
        PrimBox box{std::vector<double>(inputs(), -no_end), std::vector<double>(inputs(), no_end), among_.size(),
                    cases_among(cases_, among_)};
        result.trajectory.push_back(box);
        const double least = options_.least_mass * static_cast<double>(among_.size());
        WorkStep step(options_.work, "peeling", 0);
        for (OrderedRuns inside(design_, cases_, among_); box.cases > 0 && box.cases < box.runs;) {
            step.advance();
            const std::optional<BoxStep> best = best_peel(inside, box.cases, least);
            if (!best) break;
            (best->low_end ? box.lower : box.upper)[best->input] = best->end;
            inside.take_away(*best);
            box.runs = best->runs;
            box.cases = best->cases;
            result.trajectory.push_back(box);
        }
        choose(result);
        result.box = pasted(result.trajectory[result.chosen]);
        return result;
    }

private:
    [[nodiscard]] std::size_t inputs() const { return design_.inputs.size(); }

    std::optional<BoxStep> best_peel(const OrderedRuns& inside, std::size_t cases, double least) const {
        std::optional<BoxStep> best;
        const auto count =
            static_cast<std::size_t>(std::max(1.0, std::floor(options_.peel * static_cast<double>(inside.size()))));
        for (std::size_t input = 0; input < inputs(); ++input) {
            for (const bool low_end : {true, false}) {
                const std::optional<BoxStep> step = inside.peel(input, low_end, count, cases);
                if (!step) break;
                if (static_cast<double>(step->runs) < least || step->cases == 0) continue;
                const bool better = !best || step->density() > best->density() ||
                                    (step->density() == best->density() && step->runs > best->runs);
                if (better) best = step;
            }
        }
        return best;
    }

    void choose(PrimResult& result) const {
        for (std::size_t i = 0; i < result.trajectory.size(); ++i) {
            const PrimBox& box = result.trajectory[i];
            if (box.density() >= options_.density) {
                result.chosen = i;
                result.dense_enough = true;
                return;
            }
            if (box.density() > result.trajectory[result.chosen].density()) result.chosen = i;
        }
    }

    /// The box with one end moved outwards by about a share of its runs, where that is possible.
    std::optional<BoxStep> widened(const PrimBox& box, std::size_t input, bool low_end) const {
        PrimBox open = box;
        double& end = (low_end ? open.lower : open.upper)[input];
        if (std::isinf(end)) return std::nullopt;
        const double old = end;
        end = low_end ? -no_end : no_end;
        std::vector<double> outside;
        for (const std::uint32_t run : among_) {
            const double value = design_.value(run, input);
            if ((low_end ? value < old : value > old) && open.holds(design_, run)) outside.push_back(value);
        }
        BoxStep step{input, low_end, end, box.runs, box.cases};
        if (outside.empty()) return step;  // nothing lies beyond: the end says nothing
        const std::size_t wanted =
            static_cast<std::size_t>(std::max(1.0, std::floor(options_.paste * static_cast<double>(box.runs))));
        std::ranges::sort(outside);
        if (low_end) std::ranges::reverse(outside);
        step.end = outside[std::min(wanted, outside.size()) - 1];
        open = box;
        (low_end ? open.lower : open.upper)[input] = step.end;
        step.runs = step.cases = 0;
        for (const std::uint32_t run : among_) {
            if (!open.holds(design_, run)) continue;
            ++step.runs;
            step.cases += cases_[run] ? 1 : 0;
        }
        return step;
    }

    PrimBox pasted(PrimBox box) const {
        while (options_.paste > 0) {
            options_.work.check();
            std::optional<BoxStep> best;
            for (std::size_t input = 0; input < inputs(); ++input) {
                for (const bool low_end : {true, false}) {
                    const std::optional<BoxStep> step = widened(box, input, low_end);
                    if (!step || step->density() < box.density()) continue;
                    if (!best || step->density() > best->density() ||
                        (step->density() == best->density() && step->runs > best->runs))
                        best = step;
                }
            }
            if (!best) break;
            (best->low_end ? box.lower : box.upper)[best->input] = best->end;
            box.runs = best->runs;
            box.cases = best->cases;
        }
        return box;
    }

    const Design& design_;
    const std::vector<bool>& cases_;
    std::vector<std::uint32_t> among_;
    const PrimOptions& options_;
};

}  // namespace

bool PrimBox::restricts(std::size_t input) const noexcept {
    return std::isfinite(lower[input]) || std::isfinite(upper[input]);
}

std::size_t PrimBox::restricted_inputs() const noexcept {
    std::size_t count = 0;
    for (std::size_t i = 0; i < lower.size(); ++i) count += restricts(i) ? 1 : 0;
    return count;
}

bool PrimBox::holds(const Design& design, std::size_t run) const {
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const double value = design.value(run, i);
        if (value < lower[i] || value > upper[i]) return false;
    }
    return true;
}

PrimResult prim(const Design& design, const std::vector<bool>& cases, std::span<const std::uint32_t> among,
                const PrimOptions& options) {
    check_prim_options(options);
    return PrimSearch(design, cases, among, options).run();
}

std::vector<double> quasi_p_values(const Design& design, const std::vector<bool>& cases,
                                   std::span<const std::uint32_t> among, const PrimBox& box) {
    std::vector<std::uint32_t> runs(among.begin(), among.end());
    if (runs.empty()) {
        runs.resize(design.rows());
        std::iota(runs.begin(), runs.end(), 0u);
    }
    std::vector<double> values(box.lower.size(), 1);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!box.restricts(i) || box.cases == 0) continue;
        PrimBox without = box;
        without.lower[i] = -no_end;
        without.upper[i] = no_end;
        std::size_t held = 0, found = 0;
        for (const std::uint32_t run : runs) {
            if (!without.holds(design, run)) continue;
            ++held;
            found += cases[run] ? 1 : 0;
        }
        const double rate = static_cast<double>(found) / static_cast<double>(held);
        values[i] = beta_cdf(rate, static_cast<double>(box.cases), static_cast<double>(box.runs - box.cases + 1));
    }
    return values;
}

}  // namespace tarazy
