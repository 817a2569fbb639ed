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

/// The new end when about `count` runs are taken away at one side: at least one value, and never all.
std::optional<double> end_after_peel(std::vector<double>& values, std::size_t count, bool low_end) {
    const std::size_t n = values.size();
    const auto [least, most] = std::ranges::minmax(values);
    if (least == most) return std::nullopt;
    const std::size_t place = low_end ? std::min(count, n - 1) : n - 1 - std::min(count, n - 1);
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(place));
    const double cut = values[place];
    if (low_end ? cut > least : cut < most) return cut;
    // More runs than that share the outermost value: it goes as a whole.
    double next = low_end ? no_end : -no_end;
    for (const double value : values)
        if (low_end ? value > least && value < next : value < most && value > next) next = value;
    return next;
}

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
        for (std::vector<std::uint32_t> inside = among_; box.cases > 0 && box.cases < box.runs;) {
            step.advance();
            const std::optional<BoxStep> best = best_peel(inside, least);
            if (!best) break;
            (best->low_end ? box.lower : box.upper)[best->input] = best->end;
            std::erase_if(inside, [&](std::uint32_t run) {
                const double value = design_.value(run, best->input);
                return best->low_end ? value < best->end : value > best->end;
            });
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

    std::optional<BoxStep> best_peel(std::span<const std::uint32_t> inside, double least) const {
        std::optional<BoxStep> best;
        std::vector<double> values(inside.size()), in_part_order;
        std::vector<std::uint8_t> is_case(inside.size());
        for (std::size_t i = 0; i < inside.size(); ++i) is_case[i] = cases_[inside[i]] ? 1 : 0;
        const auto count =
            static_cast<std::size_t>(std::max(1.0, std::floor(options_.peel * static_cast<double>(inside.size()))));
        for (std::size_t input = 0; input < inputs(); ++input) {
            for (std::size_t i = 0; i < inside.size(); ++i) values[i] = design_.value(inside[i], input);
            for (const bool low_end : {true, false}) {
                in_part_order = values;
                const std::optional<double> end = end_after_peel(in_part_order, count, low_end);
                if (!end) break;
                BoxStep step{input, low_end, *end};
                for (std::size_t i = 0; i < values.size(); ++i) {
                    const std::size_t stays = (low_end ? values[i] >= *end : values[i] <= *end) ? 1 : 0;
                    step.runs += stays;
                    step.cases += stays & is_case[i];
                }
                if (static_cast<double>(step.runs) < least || step.cases == 0) continue;
                const bool better = !best || step.density() > best->density() ||
                                    (step.density() == best->density() && step.runs > best->runs);
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
