#include "compare/robustness/sweep_grid.hpp"

#include "base/random.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tarazy {

SweepGrid::SweepGrid(const std::vector<ContestableCell>& cells, const std::vector<CalibrationChoice>& calibrations,
                     const CutGrid& cuts)
    : first_cell_(calibrations.size()) {
    const auto add = [&](std::size_t values) { sizes_.push_back(static_cast<std::uint32_t>(values)); };
    for (const CalibrationChoice& choice : calibrations) add(choice.alternatives.size() + 1);
    for (const ContestableCell& cell : cells) add(cell.others.size() + 1);
    add(cuts.inclusion.size());
    add(cuts.pri.size());
    add(cuts.cases.size());
    for (const std::uint32_t values : sizes_) {
        if (size_ && *size_ > std::numeric_limits<std::uint64_t>::max() / values) size_.reset();
        if (size_) *size_ *= values;
    }
}

SweepPoint SweepGrid::point(std::uint64_t number) const {
    SweepPoint point(sizes_.size());
    for (std::size_t f = sizes_.size(); f-- > 0;) {
        point[f] = static_cast<std::uint32_t>(number % sizes_[f]);
        number /= sizes_[f];
    }
    return point;
}

SweepPoint SweepGrid::random_point(std::uint64_t seed, std::uint64_t draw,
                                   const std::optional<double>& recoding_probability) const {
    Random random(seed, "points of a robustness sweep", draw);
    SweepPoint point(sizes_.size());
    for (std::size_t f = 0; f < sizes_.size(); ++f) {
        const bool cell = f >= first_cell_ && f < first_cut();
        if (cell && recoding_probability) {
            const bool recoded = random.uniform() < *recoding_probability;
            const std::uint64_t other = 1 + random.below(sizes_[f] - 1);
            point[f] = recoded ? static_cast<std::uint32_t>(other) : 0;
        } else {
            point[f] = static_cast<std::uint32_t>(random.below(sizes_[f]));
        }
    }
    return point;
}

SweptCases::SweptCases(const Cases& cases, const std::vector<ContestableCell>& cells,
                       const std::vector<CalibrationChoice>& calibrations, const SweepGrid& grid)
    : original_(cases),
      cells_(cells),
      calibrations_(calibrations),
      grid_(grid),
      now_(cases),
      at_(grid.sizes().size(), 0) {}

void SweptCases::set(std::size_t column, std::size_t at, double value) {
    recode(now_, column, at, value);
    changes_.push_back({column, at, value});
}

void SweptCases::calibrate(std::size_t choice, std::uint32_t alternative) {
    const std::size_t column = calibrations_[choice].column;
    const std::vector<double>& membership = alternative == 0
                                                ? original_.membership[column]
                                                : calibrations_[choice].alternatives[alternative - 1].membership;
    for (std::size_t i = 0; i < membership.size(); ++i) set(column, i, membership[i]);
    // A new calibration has overwritten the recoded cells of its column.
    for (std::size_t k = 0; k < cells_.size(); ++k) {
        const std::uint32_t coding = at_[grid_.first_cell() + k];
        if (cells_[k].column == column && coding > 0) set(column, cells_[k].at, cells_[k].others[coding - 1]);
    }
}

bool SweptCases::move_to(const SweepPoint& point) {
    bool moved = false;
    for (std::size_t f = 0; f < grid_.first_cut(); ++f) {
        if (at_[f] == point[f]) continue;
        moved = true;
        at_[f] = point[f];
        if (f < grid_.first_cell()) {
            calibrate(f, point[f]);
            continue;
        }
        const ContestableCell& cell = cells_[f - grid_.first_cell()];
        double value = cell_value(original_, cell.column, cell.at);
        for (std::size_t c = 0; c < calibrations_.size(); ++c) {
            if (calibrations_[c].column == cell.column && at_[c] > 0) {
                value = calibrations_[c].alternatives[at_[c] - 1].membership[cell.at];
            }
        }
        set(cell.column, cell.at, point[f] == 0 ? value : cell.others[point[f] - 1]);
    }
    return moved;
}

std::vector<SweptCases::Change> SweptCases::take_changes() {
    return std::exchange(changes_, {});
}

}  // namespace tarazy
