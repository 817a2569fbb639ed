#include "simulate/games/assurance_draws.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "simulate/designs/latin_hypercube.hpp"
#include "simulate/games/assurance_quantities.hpp"
#include "stats/quantile.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

namespace tarazy {
namespace {

constexpr std::size_t curve_places = 21;
constexpr std::array<const char*, 4> derived_quantities = {"largest_effect_on_a_choice", "news_of_assurance",
                                                           "effect_of_audience_cost_on_honour",
                                                           "effect_of_audience_cost_on_forgo"};
constexpr std::array<const char*, 5> draw_shares = {"share_raises_forgoing", "share_deters", "share_worth_something",
                                                    "share_rather_not_honoured", "share_valuable_though_declaratory"};
constexpr std::array<const char*, 4> curve_quantities = {"forgo", "press", "honour", "resolved"};

/// Bounds of an input: those of the game's number, or of lambda.
struct InputBounds {
    double least, most;
};

std::optional<InputBounds> bounds_of(const std::string& name) {
    if (name == "lambda") return InputBounds{0, 1e4};
    const AssuranceParameter* parameter = assurance_parameter(name);
    if (parameter == nullptr) return std::nullopt;
    return InputBounds{parameter->least, parameter->most};
}

std::vector<std::string> input_names() {
    std::vector<std::string> names{"lambda"};
    for (const AssuranceParameter& parameter : assurance_parameters()) names.emplace_back(parameter.name);
    return names;
}

/// Reads one row of judged ranges; problems go to the diagnostics.
std::optional<UncertainInput> read_range(const Table& table, std::size_t row, Diagnostics& problems) {
    const std::string name = text_in(table, "input", row);
    const std::optional<InputBounds> bounds = bounds_of(name);
    if (!bounds) {
        problems.add(table.problem(row, "input", "the assurance game has no number '" + name + "'",
                                   name_hint(name, input_names())));
        return std::nullopt;
    }
    const auto number = [&](const char* column) {
        // One cell that is no number makes the whole column text.
        if (!table.find(column) || table[column].type() != ColumnType::text || table[column].missing(row))
            return number_in(table, column, row);
        const std::optional<double> value = parse_real(text_in(table, column, row));
        return value && std::isfinite(*value) ? value : std::nullopt;
    };
    const std::optional<double> low = number("low"), high = number("high");
    if (!low || !high) {
        problems.add(table.problem(row, low ? "high" : "low", "the range of " + name + " has no end there",
                                   "give low and high; where the number is known, the same"));
        return std::nullopt;
    }
    const std::optional<double> mode = number("mode");
    if (*low > *high || (mode && (*mode < *low || *mode > *high))) {
        problems.add(table.problem(row, "low", "low, mode and high of " + name + " do not rise", "put them in order"));
        return std::nullopt;
    }
    if (*low < bounds->least || *high > bounds->most) {
        problems.add(table.problem(row, *low < bounds->least ? "low" : "high",
                                   "the range of " + name + " leaves what is possible",
                                   "keep it from " + number_text(bounds->least) + " to " + number_text(bounds->most)));
        return std::nullopt;
    }
    UncertainInput input{name, {}, "", text_in(table, "judged_by", row)};
    if (input.source.empty()) input.source = text_in(table, "source", row);
    input.distribution.lower = *low;
    input.distribution.upper = *high;
    if (*low == *high) {
        input.distribution.kind = DistributionKind::discrete;
        input.distribution.values = {*low};
        input.distribution.weights = {1};
    } else if (mode) {
        input.distribution.kind = DistributionKind::triangular;
        input.distribution.mode = *mode;
    }
    return input;
}

struct DrawnGame {
    AssuranceGame game = {};
    double lambda = 4;
};

/// Games of a Latin hypercube over the ranges.
std::vector<DrawnGame> drawn_games(const InputSpace& ranges, std::size_t count, double lambda, std::uint64_t seed) {
    std::vector<double> points = latin_hypercube(count, ranges.inputs.size(), seed);
    to_input_values(ranges, points);
    std::vector<DrawnGame> games(count, DrawnGame{{}, lambda});
    for (std::size_t d = 0; d < count; ++d)
        for (std::size_t i = 0; i < ranges.inputs.size(); ++i) {
            const AssuranceParameter* parameter = assurance_parameter(ranges.inputs[i].name);
            (parameter == nullptr ? games[d].lambda : games[d].game.*parameter->member) =
                points[d * ranges.inputs.size() + i];
        }
    return games;
}

std::vector<double> answer_of(const DrawnGame& drawn, const Work& work) {
    return solve_assurance(drawn.game, {drawn.lambda}, work.unheard()).answers.front();
}

/// All quantities of one draw, the derived ones last.
std::vector<double> quantities_of(const DrawnGame& drawn, const Work& work) {
    std::vector<double> answer = answer_of(drawn, work);
    DrawnGame unbound = drawn;
    unbound.game.audience_cost = 0;
    const std::vector<double> without = answer_of(unbound, work);
    const std::size_t honour = assurance_quantity_place("honour_given_assure");
    const std::size_t forgo = assurance_quantity_place("forgo_given_assure");
    const double news = answer[assurance_quantity_place("resolved_given_assure")] - drawn.game.p;
    double most = 0;
    for (const char* effect :
         {"effect_of_assurance_on_forgo", "effect_of_assurance_on_press", "effect_of_assurance_on_honour"})
        most = std::max(most, std::abs(answer[assurance_quantity_place(effect)]));
    answer.insert(answer.end(), {most, news, answer[honour] - without[honour], answer[forgo] - without[forgo]});
    return answer;
}

bool answer_known(const std::vector<double>& numbers) {
    return std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); });
}

Table quantity_table(const std::vector<std::vector<double>>& answers) {
    TableRows rows(TextColumn{"quantity"}, IntegerColumn{"n"}, RealColumn{"q05"}, RealColumn{"q10"}, RealColumn{"q50"},
                   RealColumn{"q90"}, RealColumn{"q95"});
    const std::vector<std::string> names = assurance_draw_quantities();
    for (std::size_t q = 0; q < names.size() && !answers.empty(); ++q) {
        std::vector<double> values;
        for (const std::vector<double>& answer : answers) values.push_back(answer[q]);
        std::ranges::sort(values);
        const auto at = [&](double p) { return quantile_of_sorted(values, p); };
        rows.add(names[q], values.size(), at(0.05), at(0.1), at(0.5), at(0.9), at(0.95));
    }
    return rows.table();
}

Table share_table(const std::vector<std::vector<double>>& answers) {
    TableRows rows(TextColumn{"share"}, IntegerColumn{"n"}, IntegerColumn{"met"});
    const auto place = [](std::string_view name) { return assurance_quantity_place(name); };
    // What is computed differs from 0 by rounding where nothing differs.
    constexpr double nothing = 1e-9;
    std::array<std::size_t, draw_shares.size()> met{};
    for (const std::vector<double>& answer : answers) {
        const bool raises = answer[place("effect_of_assurance_on_forgo")] > nothing;
        const bool deters = answer[place("effect_of_assurance_on_press")] < -nothing;
        const bool worth = answer[place("worth_of_assurance_to_state")] > nothing;
        const bool broken = answer[place("honour_given_assure")] < 0.5;
        const std::array<bool, draw_shares.size()> is = {raises, deters, worth, broken, raises && worth && broken};
        for (std::size_t s = 0; s < is.size(); ++s) met[s] += is[s] ? 1 : 0;
    }
    for (std::size_t s = 0; s < met.size() && !answers.empty(); ++s) rows.add(draw_shares[s], answers.size(), met[s]);
    return rows.table();
}

/// Quantiles of each curve at each p, over the draws of everything else.
Table curve_table(const std::vector<std::vector<std::vector<double>>>& by_place) {
    TableRows rows(TextColumn{"quantity"}, TextColumn{"given"}, RealColumn{"p"}, RealColumn{"q05"}, RealColumn{"q50"},
                   RealColumn{"q95"});
    for (const char* quantity : curve_quantities)
        for (const char* given : {"assure", "silent"}) {
            const std::size_t q = assurance_quantity_place(std::string(quantity) + "_given_" + given);
            for (std::size_t i = 0; i < by_place.size(); ++i) {
                std::vector<double> values;
                for (const std::vector<double>& answer : by_place[i])
                    if (std::isfinite(answer[q])) values.push_back(answer[q]);
                if (values.empty()) continue;
                std::ranges::sort(values);
                const double p = static_cast<double>(i) / static_cast<double>(curve_places - 1);
                rows.add(quantity, given, p, quantile_of_sorted(values, 0.05), quantile_of_sorted(values, 0.5),
                         quantile_of_sorted(values, 0.95));
            }
        }
    return rows.table();
}

}  // namespace

std::vector<std::string> assurance_draw_quantities() {
    std::vector<std::string> names;
    for (const AssuranceQuantity& quantity : assurance_quantities()) names.emplace_back(quantity.name);
    names.insert(names.end(), derived_quantities.begin(), derived_quantities.end());
    return names;
}

std::vector<std::string> assurance_draw_shares() {
    return {draw_shares.begin(), draw_shares.end()};
}

InputSpace assurance_ranges(const Table& elicited) {
    const std::vector<std::string> needed = {"input", "low", "high"};
    require_columns(elicited, needed);
    Diagnostics problems;
    InputSpace space;
    for (std::size_t row = 0; row < elicited.rows(); ++row) {
        std::optional<UncertainInput> input = read_range(elicited, row, problems);
        if (!input) continue;
        if (std::ranges::find(space.inputs, input->name, &UncertainInput::name) != space.inputs.end())
            problems.add(elicited.problem(row, "input", "'" + input->name + "' stands twice", "keep one range of it"));
        else
            space.inputs.push_back(std::move(*input));
    }
    problems.throw_if_any();
    // The order of the rows changes nothing.
    std::ranges::sort(space.inputs, {}, &UncertainInput::name);
    return space;
}

AssuranceDraws assurance_draws(const InputSpace& ranges, const AssuranceDrawOptions& options) {
    check_at_least(options.lambda, 0, "lambda");
    const std::vector<DrawnGame> games = drawn_games(ranges, options.draws, options.lambda, options.seed);
    std::vector<std::vector<double>> answers(games.size());
    WorkStep told(options.work, "assurance games", games.size());
    parallel_chunks(
        games.size(), 8, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t g = begin; g < end; ++g) answers[g] = quantities_of(games[g], options.work);
        },
        told);
    const std::size_t count = std::min(options.draws, options.curve_draws);
    const std::vector<DrawnGame> curve_games = drawn_games(ranges, count, options.lambda, options.seed);
    std::vector<std::vector<std::vector<double>>> by_place(curve_places, std::vector<std::vector<double>>(count));
    WorkStep curves_told(options.work, "assurance games over p", count);
    parallel_chunks(
        count, 4, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t g = begin; g < end; ++g)
                for (std::size_t i = 0; i < curve_places; ++i) {
                    DrawnGame moved = curve_games[g];
                    moved.game.p = static_cast<double>(i) / static_cast<double>(curve_places - 1);
                    by_place[i][g] = answer_of(moved, options.work);
                }
        },
        curves_told);
    AssuranceDraws draws;
    draws.undefined = std::erase_if(answers, [](const std::vector<double>& answer) { return !answer_known(answer); });
    draws.quantities = quantity_table(answers);
    draws.shares = share_table(answers);
    draws.curves = curve_table(by_place);
    return draws;
}

}  // namespace tarazy
