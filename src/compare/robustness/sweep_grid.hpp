#pragma once

#include "compare/robustness/sweep.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// Numbers of the values taken: one a calibration choice, one a contestable cell, then inclusion, PRI and case cut-off.
/// 0 is always "as coded", or the first cut-off.
using SweepPoint = std::vector<std::uint32_t>;

/// All combinations of the values of a sweep's factors.
class SweepGrid {
public:
    SweepGrid(const std::vector<ContestableCell>& cells, const std::vector<CalibrationChoice>& calibrations,
              const CutGrid& cuts);

    [[nodiscard]] const SweepPoint& sizes() const { return sizes_; }
    /// Nothing when the grid has 2^64 points or more.
    [[nodiscard]] std::optional<std::uint64_t> size() const { return size_; }
    [[nodiscard]] std::size_t first_cell() const { return first_cell_; }
    [[nodiscard]] std::size_t first_cut() const { return sizes_.size() - 3; }

    /// Point of a number; cut-offs vary fastest, so that neighbours share their rows. @pre number < size()
    [[nodiscard]] SweepPoint point(std::uint64_t number) const;

    /// A point drawn evenly; with a recoding probability cells keep their coding with the rest of it. The same for the
    /// same seed and draw.
    [[nodiscard]] SweepPoint random_point(std::uint64_t seed, std::uint64_t draw,
                                          const std::optional<double>& recoding_probability) const;

private:
    SweepPoint sizes_;
    std::size_t first_cell_;
    std::optional<std::uint64_t> size_ = 1;
};

/// The cases at one point after another: changes only what differs from the point before.
class SweptCases {
public:
    /// References are kept: the arguments must outlive the object.
    SweptCases(const Cases& cases, const std::vector<ContestableCell>& cells,
               const std::vector<CalibrationChoice>& calibrations, const SweepGrid& grid);

    /// Applies calibrations and codings of the point. @return false when they are those of the point before
    bool move_to(const SweepPoint& point);

    [[nodiscard]] const Cases& cases() const { return now_; }

    /// Cells that differ from the last call of this function, so that a row coder can follow.
    struct Change {
        std::size_t column, at;
        double value;
    };
    [[nodiscard]] std::vector<Change> take_changes();

private:
    void set(std::size_t column, std::size_t at, double value);
    void calibrate(std::size_t choice, std::uint32_t alternative);

    const Cases& original_;
    const std::vector<ContestableCell>& cells_;
    const std::vector<CalibrationChoice>& calibrations_;
    const SweepGrid& grid_;
    Cases now_;
    SweepPoint at_;
    std::vector<Change> changes_;
};

}  // namespace tarazy
