#include "text/estimates/hand_sample.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace tarazy {
namespace {

using RowsOfUnits = std::map<std::string, std::size_t>;

RowsOfUnits rows_of_units(const Table& table, const std::string& column, Diagnostics& problems) {
    const std::vector<std::string> names = require_texts(table, column);
    RowsOfUnits rows;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (names[row].empty()) {
            problems.add(table.problem(row, column, "a unit has no name", "give each unit a name of its own"));
        } else if (!rows.emplace(names[row], row).second) {
            problems.add(table.problem(row, column, "the unit '" + names[row] + "' stands here a second time",
                                       "keep one row a unit"));
        }
    }
    return rows;
}

std::vector<std::string> texts_if_there(const Table& table, const std::string& column, bool asked) {
    if (!asked && !table.find(column)) return {};
    return require_texts(table, column);
}

struct SampledRow {
    std::string hand;
    double probability = Column::missing_real;
};

/// Hand codes by unit; faults of probabilities are told.
std::map<std::string, SampledRow> sampled_rows(const Table& sample, const HandSampleColumns& columns,
                                               const RowsOfUnits& rows, Diagnostics& problems) {
    const std::vector<std::string> hands = require_texts(sample, columns.hand);
    const bool known = sample.find(columns.probability).has_value();
    const std::vector<double> probabilities =
        known ? require_reals(sample, columns.probability) : std::vector<double>();
    std::map<std::string, SampledRow> sampled;
    for (const auto& [unit, row] : rows) {
        if (hands[row].empty()) continue;
        SampledRow one{hands[row]};
        if (known) {
            one.probability = probabilities[row];
            if (!(one.probability > 0 && one.probability <= 1))
                problems.add(sample.problem(row, columns.probability,
                                            std::isnan(one.probability)
                                                ? "a unit coded by hand has no probability"
                                                : "the probability of being sampled is not in (0, 1]",
                                            "give the probability with which the unit was drawn"));
        }
        sampled.emplace(unit, std::move(one));
    }
    return sampled;
}

}  // namespace

HandSample read_hand_sample(const Table& codes, const Table& sample, const HandSampleColumns& columns) {
    require_columns(codes, std::vector<std::string>{columns.unit, columns.machine});
    require_columns(sample, std::vector<std::string>{columns.unit, columns.hand});
    Diagnostics problems;
    const RowsOfUnits coded = rows_of_units(codes, columns.unit, problems);
    const RowsOfUnits drawn = &codes == &sample ? coded : rows_of_units(sample, columns.unit, problems);
    const auto sampled = sampled_rows(sample, columns, drawn, problems);
    for (const auto& [unit, row] : sampled) {
        if (!coded.contains(unit))
            problems.add(sample.problem(drawn.at(unit), columns.unit, "the unit '" + unit + "' has no machine code",
                                        "the sample must be drawn from the units of --codes"));
    }
    const std::vector<std::string> machine = require_texts(codes, columns.machine);
    const std::vector<std::string> strata = texts_if_there(codes, columns.stratum, columns.stratum_asked);
    const std::vector<std::string> years = texts_if_there(codes, columns.year, columns.year_asked);
    const bool known = sample.find(columns.probability).has_value();
    HandSample result;
    for (const auto& [unit, row] : coded) {
        if (machine[row].empty())
            problems.add(codes.problem(row, columns.machine, "the machine code is missing",
                                       "code every unit; if the machine says nothing, that is a code too (0)"));
        const auto found = sampled.find(unit);
        result.units.push_back(unit);
        result.machine.push_back(machine[row]);
        result.hand.push_back(found == sampled.end() ? "" : found->second.hand);
        if (known)
            result.probability.push_back(found == sampled.end() ? Column::missing_real : found->second.probability);
        if (!strata.empty()) result.stratum.push_back(strata[row]);
        if (!years.empty()) result.year.push_back(years[row]);
    }
    problems.throw_if_any();
    if (sampled.size() < 2)
        throw InputError({sample.origin.path, 0, 0,
                          sampled.empty() ? "no unit is coded by hand" : "one unit only is coded by hand",
                          "code a random sample by hand; see --plan for how many"});
    return result;
}

}  // namespace tarazy
