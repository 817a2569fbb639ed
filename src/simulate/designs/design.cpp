#include "simulate/designs/design.hpp"

#include "base/number_text.hpp"
#include "base/sha256.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

const std::string id_column = "design", run_column = "run", block_column = "block";

std::string cells_hash(const Design& design) {
    Sha256 hash;
    std::string bytes = design.kind + '\n';
    for (const std::string& name : design.inputs) bytes += name + '\n';
    for (std::size_t row = 0; row < design.rows(); ++row) {
        if (!design.blocks.empty()) bytes += design.blocks[row];
        for (std::size_t i = 0; i < design.inputs.size(); ++i) bytes += ',' + number_text(design.value(row, i));
        bytes += '\n';
        if (bytes.size() > 65536) {
            hash.update(bytes);
            bytes.clear();
        }
    }
    hash.update(bytes);
    return hash.hex().substr(0, 16);
}

/// What an id says: `saltelli-5-<hash>`.
struct DesignId {
    std::string kind;
    std::size_t inputs = 0;
};

std::optional<DesignId> parts_of_id(const std::string& id) {
    const std::size_t hash = id.rfind('-');
    if (hash == std::string::npos || hash == 0) return std::nullopt;
    const std::size_t count = id.rfind('-', hash - 1);
    if (count == std::string::npos) return std::nullopt;
    const std::optional<std::int64_t> inputs = parse_integer(id.substr(count + 1, hash - count - 1));
    if (!inputs || *inputs < 1) return std::nullopt;
    return DesignId{id.substr(0, count), static_cast<std::size_t>(*inputs)};
}

/// Columns that are neither of the layout nor outcomes; as many as the id says, since columns that were added stand
/// behind.
std::vector<std::string> inputs_among(const Table& table, std::span<const std::string> outcomes,
                                      const std::optional<DesignId>& id) {
    std::vector<std::string> inputs;
    for (const std::string& name : table.names) {
        if (tells_runs_apart(name, id.has_value())) continue;
        if (id && inputs.size() == id->inputs) break;
        if (std::ranges::find(outcomes, name) == outcomes.end()) inputs.push_back(name);
    }
    return inputs;
}

/// The one id that all rows carry.
std::string lone_id(const Table& table) {
    const std::vector<std::string> ids = require_texts(table, id_column);
    for (std::size_t row = 0; row < ids.size(); ++row) {
        if (ids[row] != ids.front())
            throw InputError(table.problem(row, id_column,
                                           "row of the design '" + ids[row] + "' among rows of '" + ids.front() + "'",
                                           "keep designs in files of their own"));
    }
    return ids.empty() ? std::string() : ids.front();
}

Design design_of_columns(const Table& table, std::vector<std::string> inputs) {
    Design design;
    design.inputs = std::move(inputs);
    design.path = table.origin.path;
    design.lines = table.origin.lines;
    if (design.inputs.empty())
        throw InputError(
            Problem{design.path, 1, 0, "the design has no column of an input", "give one column an input"});
    if (table.rows() == 0)
        throw InputError(Problem{design.path, 0, 0, "the design has no runs", "make one with `simulate sample`"});
    require_columns(table, design.inputs);
    design.values.resize(table.rows() * design.inputs.size());
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < design.inputs.size(); ++i) {
        const std::vector<double> cells = require_reals(table, design.inputs[i]);
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (std::isnan(cells[row]))
                diagnostics.add(
                    table.problem(row, design.inputs[i], "the input has no value", "give a number for each run"));
            design.values[row * design.inputs.size() + i] = cells[row];
        }
    }
    diagnostics.throw_if_any();
    if (table.find(block_column)) design.blocks = require_texts(table, block_column);
    return design;
}

void require_own_results(const Design& design, const Table& results) {
    if (!results.find(id_column)) return;
    const std::string id = design.id.empty() ? design_id(design) : design.id, found = lone_id(results);
    if (found != id)
        throw InputError(results.problem(
            0, id_column, "these results were computed for the design '" + found + "', and this one is '" + id + "'",
            "run the model on this design, or name the design that it was run on"));
}

/// The row of the results that each run has.
std::vector<std::size_t> rows_of_runs(const Design& design, const Table& results) {
    std::vector<std::size_t> rows(design.rows());
    if (!results.find(run_column)) {
        if (results.rows() != design.rows())
            throw InputError(Problem{
                results.origin.path, 0, 0,
                std::to_string(results.rows()) + " results for a design of " + std::to_string(design.rows()) + " runs",
                "give one row a run, with a column `run` where the order has changed"});
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
        return rows;
    }
    const std::vector<std::int64_t> runs = require_integers(results, run_column);
    Diagnostics diagnostics;
    std::vector<bool> seen(design.rows());
    for (std::size_t row = 0; row < runs.size(); ++row) {
        const bool known = runs[row] >= 1 && std::cmp_less_equal(runs[row], design.rows());
        const std::size_t run = known ? static_cast<std::size_t>(runs[row]) - 1 : 0;
        if (!known || seen[run]) {
            diagnostics.add(results.problem(
                row, run_column,
                known ? "run " + std::to_string(runs[row]) + " stands twice" : "the design has no such run",
                "give each run from 1 to " + std::to_string(design.rows()) + " once"));
            continue;
        }
        seen[run] = true;
        rows[run] = row;
    }
    for (std::size_t run = 0; run < seen.size(); ++run) {
        if (!seen[run])
            diagnostics.add({results.origin.path, 0, 0, "run " + std::to_string(run + 1) + " has no result",
                             "indices need all runs of the design; compute it"});
    }
    diagnostics.throw_if_any();
    return rows;
}

}  // namespace

Problem Design::problem(std::size_t row, std::string what, std::string remedy) const {
    const std::size_t line = lines.empty() ? row + 2 : lines[row];
    return {path, path.empty() ? 0 : line, 0, "run " + std::to_string(row + 1) + ": " + std::move(what),
            std::move(remedy)};
}

bool tells_runs_apart(std::string_view column, bool of_simulate) {
    if (column == id_column || column == run_column || column == block_column || column == "policy") return true;
    return !of_simulate && (column == "scenario" || column == "model");
}

std::string design_id(const Design& design) {
    return (design.kind.empty() ? "design" : design.kind) + '-' + std::to_string(design.inputs.size()) + '-' +
           cells_hash(design);
}

Table design_table(const Design& design) {
    const std::size_t rows = design.rows();
    Table table;
    TextCells id{std::vector<std::int32_t>(rows), {design_id(design)}};
    table.add(id_column, Column(std::move(id)));
    std::vector<std::int64_t> runs(rows);
    for (std::size_t row = 0; row < rows; ++row) runs[row] = static_cast<std::int64_t>(row) + 1;
    table.add(run_column, Column(std::move(runs)));
    if (!design.blocks.empty()) table.add(block_column, Column(std::span<const std::string>(design.blocks)));
    for (std::size_t i = 0; i < design.inputs.size(); ++i) {
        std::vector<double> cells(rows);
        for (std::size_t row = 0; row < rows; ++row) cells[row] = design.value(row, i);
        table.add(design.inputs[i], Column(std::move(cells)));
    }
    return table;
}

std::string why_no_sample(std::string_view kind) {
    if (kind.starts_with("morris"))
        return "the runs of a morris design lie on a grid of levels and walk along it: they do not stand for the "
               "ranges";
    if (kind.starts_with("saltelli") || kind.starts_with("shapley"))
        return "many runs of a " + std::string(kind.substr(0, kind.find('-'))) +
               " design have values in common: intervals that take them for independent are too narrow";
    return {};
}

Design read_design(const Table& table, std::span<const std::string> inputs, std::span<const std::string> outcomes) {
    const std::string id = table.find(id_column) ? lone_id(table) : std::string();
    const std::optional<DesignId> parts = parts_of_id(id);
    const std::vector<std::string> asked(inputs.begin(), inputs.end());
    const bool whole = table.find(id_column) || inputs.empty();
    Design design = design_of_columns(table, whole ? inputs_among(table, outcomes, parts) : asked);
    if (!table.find(id_column)) return design;
    if (parts && parts->kind != "design") design.kind = parts->kind;
    if (design_id(design) != id)
        throw InputError(
            Problem{design.path, 0, 0,
                    "the table is not the design '" + id +
                        "' any more: names, runs or values have changed, or one of its inputs is named as an outcome",
                    "take the file as `simulate sample` wrote it; columns may be added behind its own"});
    if (!inputs.empty()) {
        // Some of its inputs: the layout may be lost, but not what the results belong to.
        Design some = design_of_columns(table, asked);
        some.kind = design.kind;
        design = std::move(some);
    }
    design.id = id;
    return design;
}

std::vector<double> outcome_of_runs(const Design& design, const Table& results, const std::string& outcome) {
    const std::vector<double> cells = require_reals(results, outcome);
    require_own_results(design, results);
    const std::vector<std::size_t> rows = rows_of_runs(design, results);
    std::vector<double> outcomes(rows.size());
    Diagnostics diagnostics;
    for (std::size_t run = 0; run < rows.size(); ++run) {
        outcomes[run] = cells[rows[run]];
        if (!std::isfinite(outcomes[run]))
            diagnostics.add(results.problem(rows[run], outcome, "run " + std::to_string(run + 1) + " has no outcome",
                                            "indices need all runs; compute it, or say what the model means by none"));
    }
    diagnostics.throw_if_any();
    return outcomes;
}

}  // namespace tarazy
