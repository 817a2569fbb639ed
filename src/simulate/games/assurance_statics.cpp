#include "simulate/games/assurance_statics.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/parallel.hpp"
#include "simulate/games/assurance_quantities.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::size_t most_grid_games = 1'000'000;

/// The parameter of that name. @throws UsageError that says the nearest one
const AssuranceParameter& parameter_called(const std::string& name) {
    if (const AssuranceParameter* found = assurance_parameter(name)) return *found;
    std::vector<std::string> names;
    for (const AssuranceParameter& parameter : assurance_parameters()) names.emplace_back(parameter.name);
    throw UsageError("the assurance game has no number '" + name + "'; " + name_hint(name, names));
}

/// A game of the grid and its numbers on the axes.
struct GridGame {
    AssuranceGame game;
    std::vector<double> on_axes;
};

GridGame grid_game(const AssuranceGrid& grid, std::size_t number) {
    GridGame of{grid.game, std::vector<double>(grid.axes.size())};
    for (std::size_t a = grid.axes.size(); a-- > 0;) {
        const std::vector<double>& values = grid.axes[a].values;
        of.on_axes[a] = values[number % values.size()];
        number /= values.size();
        of.game.*parameter_called(grid.axes[a].parameter).member = of.on_axes[a];
    }
    return of;
}

/// Refuses a grid before anything is computed of it.
void check_grid(const AssuranceGrid& grid) {
    for (const AssuranceGrid::Axis& axis : grid.axes) {
        const AssuranceParameter& parameter = parameter_called(axis.parameter);
        for (const double value : axis.values) check_between(value, parameter.least, parameter.most, parameter.name);
    }
    check_assurance_game(grid.game);
    for (const double lambda : grid.lambdas) check_at_least(lambda, 0, "lambda");
    if (grid.games() > most_grid_games)
        throw LimitError("the grid has " + std::to_string(grid.games()) + " games; " + std::to_string(most_grid_games) +
                         " are the most");
}

/// Columns of numbers that are filled row by row.
struct NumberColumns {
    std::vector<std::string> names;
    std::vector<std::vector<double>> cells;

    void add_to(Table& table) {
        for (std::size_t c = 0; c < names.size(); ++c) table.add(names[c], Column(std::move(cells[c])));
    }
};

NumberColumns axis_columns(const AssuranceGrid& grid) {
    NumberColumns columns;
    for (const AssuranceGrid::Axis& axis : grid.axes) columns.names.push_back(axis.parameter);
    columns.names.emplace_back("lambda");
    columns.cells.resize(columns.names.size());
    return columns;
}

/// How one quantity crosses its level in one game.
struct Crossing {
    std::optional<double> at;
    std::string direction;
};

/// Quantities of one game at one lambda, as a function of the number that moves.
class MovingGame {
public:
    MovingGame(const AssuranceGame& game, double lambda, const AssuranceParameter& over, const Work& work)
        : game_(game), lambda_(lambda), over_(over), work_(work) {}

    [[nodiscard]] std::vector<double> at(double value) const {
        AssuranceGame game = game_;
        game.*over_.member = value;
        return solve_assurance(game, {lambda_}, work_.unheard()).answers.front();
    }

    /// Halves the cell in which the quantity less the level changes its sign.
    [[nodiscard]] Crossing crossing(std::size_t quantity, double level, double low, double high, double width) const {
        double before = at(low)[quantity] - level, behind = at(high)[quantity] - level;
        const bool rises = before < 0;
        while (high - low > width) {
            const double middle = low + (high - low) / 2;
            const double here = at(middle)[quantity] - level;
            ((here < 0) == rises ? low : high) = middle;
            ((here < 0) == rises ? before : behind) = here;
        }
        // What is continuous does not change by this much over so little.
        const bool jumps = std::abs(behind - before) > 1e-4;
        return {low + (high - low) / 2, jumps ? (rises ? "jumps up" : "jumps down") : (rises ? "rises" : "falls")};
    }

private:
    const AssuranceGame& game_;
    double lambda_;
    const AssuranceParameter& over_;
    Work work_;
};

struct ThresholdRange {
    double from, to;
};

std::vector<std::vector<Crossing>> crossings_of(const MovingGame& moving, const ThresholdRange& range,
                                                std::size_t cells) {
    std::vector<std::vector<double>> answers;
    std::vector<double> places;
    for (std::size_t i = 0; i <= cells; ++i) {
        places.push_back(range.from + (range.to - range.from) * static_cast<double>(i) / static_cast<double>(cells));
        answers.push_back(moving.at(places.back()));
    }
    std::vector<std::vector<Crossing>> found;
    for (const AssuranceThreshold& threshold : assurance_thresholds()) {
        const std::size_t quantity = assurance_quantity_place(threshold.quantity);
        const auto below = [&](std::size_t i) { return answers[i][quantity] < threshold.level; };
        std::vector<Crossing>& crossings = found.emplace_back();
        for (std::size_t i = 0; i < cells; ++i) {
            const bool known = std::isfinite(answers[i][quantity]) && std::isfinite(answers[i + 1][quantity]);
            if (known && below(i) != below(i + 1))
                crossings.push_back(moving.crossing(quantity, threshold.level, places[i], places[i + 1],
                                                    1e-9 * (range.to - range.from)));
        }
        if (!crossings.empty()) continue;
        const bool equal = std::ranges::all_of(answers, [&](const std::vector<double>& answer) {
            return std::abs(answer[quantity] - threshold.level) < 1e-12;
        });
        crossings.push_back({std::nullopt, equal ? "always equal" : below(0) ? "always below" : "always above"});
    }
    return found;
}

ThresholdRange range_of(const ThresholdOptions& options, const AssuranceParameter& over) {
    const bool cost = over.name == "audience_cost" || over.name == "signal_cost";
    if (over.name != "p" && !cost && (!options.from || !options.to))
        throw UsageError("thresholds over " + options.over + " need the range in which they are looked for");
    const ThresholdRange range{options.from.value_or(0), options.to.value_or(over.name == "p" ? 1 : 2)};
    check_between(range.from, over.least, over.most, over.name);
    check_between(range.to, over.least, over.most, over.name);
    if (!(range.from < range.to)) throw UsageError("the range of " + options.over + " does not rise");
    return range;
}

}  // namespace

std::size_t AssuranceGrid::games() const {
    std::size_t count = 1;
    for (const Axis& axis : axes) count *= std::min(axis.values.size(), most_grid_games);
    return count;
}

Table assurance_statics(const AssuranceGrid& grid, const AssuranceStaticsOptions& options) {
    check_grid(grid);
    const std::size_t games = grid.games(), lambdas = grid.lambdas.size();
    std::vector<std::vector<std::vector<double>>> answers(games);
    WorkStep told(options.work, "assurance games", games);
    parallel_chunks(
        games, 16, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t g = begin; g < end; ++g)
                answers[g] = solve_assurance(grid_game(grid, g).game, grid.lambdas, options.work.unheard()).answers;
        },
        told);
    NumberColumns columns = axis_columns(grid);
    const std::size_t before = columns.names.size();
    for (const AssuranceQuantity& quantity : assurance_quantities()) columns.names.emplace_back(quantity.name);
    columns.cells.resize(columns.names.size());
    for (std::size_t g = 0; g < games; ++g) {
        const GridGame of = grid_game(grid, g);
        for (std::size_t l = 0; l < lambdas; ++l) {
            for (std::size_t a = 0; a + 1 < before; ++a) columns.cells[a].push_back(of.on_axes[a]);
            columns.cells[before - 1].push_back(grid.lambdas[l]);
            for (std::size_t q = before; q < columns.names.size(); ++q)
                columns.cells[q].push_back(answers[g][l][q - before]);
        }
    }
    Table table;
    columns.add_to(table);
    return table;
}

const std::vector<AssuranceThreshold>& assurance_thresholds() {
    static const std::vector<AssuranceThreshold> thresholds = {
        {"the state rather forgoes when assured", "forgo_given_assure", 0.5},
        {"the challenger rather presses after an assurance", "press_given_assure", 0.5},
        {"a resolved guarantor rather assures", "assure_given_resolved", 0.5},
        {"an unresolved guarantor rather assures", "assure_given_unresolved", 0.5},
        {"an assurance is rather one of a resolved guarantor", "resolved_given_assure", 0.5},
        {"an assurance is rather honoured when pressed", "honour_given_assure", 0.5},
        {"an assurance makes the state forgo more", "effect_of_assurance_on_forgo", 0},
        {"an assurance is worth something to the state", "worth_of_assurance_to_state", 0},
    };
    return thresholds;
}

Table threshold_positions(const AssuranceGrid& grid, const ThresholdOptions& options) {
    check_grid(grid);
    const AssuranceParameter& over = parameter_called(options.over);
    const ThresholdRange range = range_of(options, over);
    for (const AssuranceGrid::Axis& axis : grid.axes)
        if (axis.parameter == options.over) throw UsageError(options.over + " moves; it cannot be listed as well");
    const std::size_t lambdas = grid.lambdas.size(), count = grid.games() * lambdas;
    std::vector<std::vector<std::vector<Crossing>>> found(count);
    WorkStep told(options.work, "thresholds of assurance games", count);
    parallel_chunks(
        count, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const GridGame of = grid_game(grid, i / lambdas);
                const MovingGame moving(of.game, grid.lambdas[i % lambdas], over, options.work);
                found[i] = crossings_of(moving, range, options.cells);
            }
        },
        told);
    NumberColumns columns = axis_columns(grid);
    TableRows rows(TextColumn{"over"}, TextColumn{"threshold"}, TextColumn{"quantity"}, RealColumn{"level"},
                   RealColumn{"at"}, TextColumn{"direction"}, RealColumn{"at_from"}, RealColumn{"at_to"});
    for (std::size_t i = 0; i < count; ++i) {
        const GridGame of = grid_game(grid, i / lambdas);
        for (std::size_t t = 0; t < found[i].size(); ++t)
            for (const Crossing& crossing : found[i][t]) {
                for (std::size_t a = 0; a < of.on_axes.size(); ++a) columns.cells[a].push_back(of.on_axes[a]);
                columns.cells.back().push_back(grid.lambdas[i % lambdas]);
                const AssuranceThreshold& threshold = assurance_thresholds()[t];
                rows.add(options.over, threshold.name, threshold.quantity, threshold.level, crossing.at,
                         crossing.direction, range.from, range.to);
            }
    }
    Table table, told_rows = rows.table();
    columns.add_to(table);
    for (std::size_t c = 0; c < told_rows.names.size(); ++c)
        table.add(told_rows.names[c], std::move(told_rows.columns[c]));
    return table;
}

}  // namespace tarazy
