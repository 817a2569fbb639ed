#include "base/number_text.hpp"
#include "cli/compare/robustness.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace {

struct CalibratedSet {
    CalibrationText text;
    CrossoverOptions options;
};

std::vector<CalibratedSet> calibrated_sets(const RobustnessCommand& options) {
    std::vector<CalibratedSet> sets;
    for (const std::string& written : options.calibrations) {
        const CalibrationText text = calibration_text(written);
        if (std::ranges::any_of(sets, [&](const CalibratedSet& set) { return set.text.set == text.set; })) {
            throw UsageError("--calibration names '" + text.set +
                             "' twice; --what anchors moves one calibration a set");
        }
        sets.push_back({text, calibration_of(text.method, text.anchors, options.log_odds)});
    }
    if (sets.empty()) {
        throw UsageError(
            "--what anchors needs --calibration SET=VARIABLE:METHOD:ANCHORS, once for each calibrated set");
    }
    return sets;
}

/// The table with these sets as their calibrations make them, whether or not it has columns of them already.
Table with_calibrated(Session& session, const Table& table, const std::vector<CalibratedSet>& sets) {
    Table calibrated = table;
    for (const auto& [text, options] : sets) {
        require_columns(table, std::vector<std::string>{text.variable});
        const std::vector<double> made =
            calibrated_at(require_reals(table, text.variable), options.anchors.crossover, options);
        const auto at = table.find(text.set);
        if (!at) {
            calibrated.add(text.set, Column(made));
            continue;
        }
        if (table.columns[*at].type() != ColumnType::text && text.set != text.variable) {
            std::size_t apart = 0;
            for (std::size_t row = 0; row < made.size(); ++row) {
                // Published memberships are often rounded to two decimals.
                apart += std::abs(table.columns[*at].real(row).value_or(made[row]) - made[row]) > 0.006 ? 1 : 0;
            }
            if (apart > 0) {
                warn(session, text.set + " as calibrated here differs from the table's own column in " +
                                  std::to_string(apart) + " cases; the calibration is used");
            }
        }
        calibrated.columns[*at] = Column(made);
    }
    return calibrated;
}

}  // namespace

void robustness_anchors(Session& session, const RobustnessCommand& options) {
    const std::vector<CalibratedSet> sets = calibrated_sets(options);
    const Table table = read_case_table(session, options.inputs);
    const Cases cases = read_comparison(session, options.inputs, with_calibrated(session, table, sets));
    constexpr std::array moves = {std::pair("exclusion", MovedAnchor::exclusion),
                                  std::pair("crossover", MovedAnchor::crossover),
                                  std::pair("inclusion", MovedAnchor::inclusion)};
    TableRows rows(TextColumn{"set"}, TextColumn{"anchor"}, RealColumn{"low"}, RealColumn{"value"}, RealColumn{"high"},
                   TextColumn{"low_end"}, TextColumn{"high_end"}, TextColumn{"solution"});
    bool reached = false;
    for (const CalibratedSet& set : sets) {
        const std::size_t column = condition_number(cases, set.text.set);
        const std::vector<double> raw = raw_of(table, options, cases, set.text.variable);
        CrossoverOptions searching = set.options;
        searching.cuts = table_options(options.inputs);
        searching.minimise = minimise_options_of(session, options, cases.space);
        for (const SolutionKind kind : solution_kinds_of(options, {SolutionKind::parsimonious})) {
            searching.kind = kind;
            for (const auto& [name, moved] : moves) {
                const auto range = anchor_range(cases, column, raw, searching, moved, options.reach);
                if (!range) continue;  // a crisp set has a crossover only
                reached = reached || range->lower_end == RangeEnd::reach || range->upper_end == RangeEnd::reach;
                rows.add(set.text.set, name, range->lower, range->value, range->upper, to_string(range->lower_end),
                         to_string(range->upper_end), to_string(kind));
            }
        }
    }
    if (reached) {
        warn(session, "'reach': the models stay as far as the anchor was moved, " + number_text(options.reach) +
                          " times the distance of the outer anchors (--reach)");
    }
    print_table(session, rows.table());
}

}  // namespace tarazy
