#include "simulate/discovery/discovery_table.hpp"

#include "base/number_text.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

std::optional<double> finite_end(double end) {
    return std::isfinite(end) ? std::optional(end) : std::nullopt;
}

}  // namespace

Table box_table(const Design& design, const std::vector<DiscoveredBox>& boxes) {
    TableRows rows(IntegerColumn{"box"}, RealColumn{"coverage"}, RealColumn{"density"}, RealColumn{"mass"},
                   IntegerColumn{"runs"}, IntegerColumn{"cases"}, RealColumn{"overlap"}, TextColumn{"input"},
                   RealColumn{"lower"}, RealColumn{"upper"}, RealColumn{"quasi_p"}, RealColumn{"restricted_share"},
                   RealColumn{"lower_q05"}, RealColumn{"lower_q95"}, RealColumn{"upper_q05"}, RealColumn{"upper_q95"});
    const double all = static_cast<double>(design.rows());
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        const DiscoveredBox& one = boxes[b];
        const PrimBox& box = one.found.box;
        const double mass = static_cast<double>(box.runs) / all;
        for (std::size_t i = 0; i < design.inputs.size(); ++i) {
            if (!box.restricts(i)) continue;
            const bool resampled = !one.ends.empty();
            const DiscoveredBox::Ends ends = resampled ? one.ends[i] : DiscoveredBox::Ends{};
            rows.add(b + 1, one.coverage, box.density(), mass, box.runs, box.cases, one.overlap, design.inputs[i],
                     finite_end(box.lower[i]), finite_end(box.upper[i]), one.quasi_p[i],
                     resampled ? std::optional(one.restricted_share[i]) : std::nullopt, ends.lower_q05, ends.lower_q95,
                     ends.upper_q05, ends.upper_q95);
        }
        if (box.restricted_inputs() == 0)
            rows.add(b + 1, one.coverage, box.density(), mass, box.runs, box.cases, one.overlap, "", std::nullopt,
                     std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt);
    }
    return rows.table();
}

Table trajectory_table(const Design& design, const std::vector<DiscoveredBox>& boxes, const std::vector<bool>& cases) {
    TableRows rows(IntegerColumn{"box"}, IntegerColumn{"step"}, RealColumn{"coverage"}, RealColumn{"density"},
                   RealColumn{"mass"}, IntegerColumn{"runs"}, IntegerColumn{"cases"}, IntegerColumn{"restricted"},
                   IntegerColumn{"chosen"}, ListColumn{"inputs"});
    const auto all_cases = static_cast<double>(std::ranges::count(cases, true));
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        const PrimResult& found = boxes[b].found;
        for (std::size_t step = 0; step < found.trajectory.size(); ++step) {
            const PrimBox& box = found.trajectory[step];
            std::vector<std::string> inputs;
            for (std::size_t i = 0; i < design.inputs.size(); ++i)
                if (box.restricts(i)) inputs.push_back(design.inputs[i]);
            rows.add(b + 1, step, static_cast<double>(box.cases) / all_cases, box.density(),
                     static_cast<double>(box.runs) / static_cast<double>(design.rows()), box.runs, box.cases,
                     box.restricted_inputs(), step == found.chosen, inputs);
        }
    }
    return rows.table();
}

std::string outcome_range_text(std::span<const double> outcomes) {
    const auto [least, most] = std::ranges::minmax(outcomes);
    return number_text(least) + " to " + number_text(most);
}

}  // namespace tarazy
