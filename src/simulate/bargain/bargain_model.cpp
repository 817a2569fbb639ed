#include "simulate/bargain/bargain_model.hpp"

#include "base/nearest_name.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "simulate/bargain/actor_cells.hpp"
#include "simulate/bargain/read_actors.hpp"
#include "simulate/scenario/scenario_keys.hpp"
#include "table/table.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>

namespace tarazy {
namespace {

enum class OutcomeKind { mean, median, turns, converged, position };

struct BargainOutcome {
    std::string name;
    OutcomeKind kind = OutcomeKind::turns;
    std::size_t place = 0;  ///< issue, or actor x issues + issue
};

std::vector<BargainOutcome> all_outcomes(const BargainActors& actors) {
    std::vector<BargainOutcome> all;
    const bool several = actors.issues.size() > 1;
    for (std::size_t d = 0; d < actors.issues.size(); ++d) {
        const std::string of = several ? scenario_name_of("_" + actors.issues[d]) : "";
        all.push_back({"mean" + of, OutcomeKind::mean, d});
        all.push_back({"median" + of, OutcomeKind::median, d});
    }
    all.push_back({"turns", OutcomeKind::turns, 0});
    all.push_back({"converged", OutcomeKind::converged, 0});
    const NamedCells cells = named_cells(actors);
    for (std::size_t i = 0; i < cells.cells.size(); ++i)
        if (cells.cells[i].kind == CellKind::position)
            all.push_back({cells.names[i], OutcomeKind::position, cells.cells[i].place});
    return all;
}

/// How a run of either model ended, and where.
struct BargainOutcomeState {
    std::vector<double> position;
    std::size_t turns = 0;
    bool converged = false;
};

/// What all runs of an ensemble have in common.
class BargainEnsemble {
public:
    BargainEnsemble(const BargainActors& actors, const std::vector<std::string>& inputs,
                    const BargainModelOptions& options)
        : actors_(actors), options_(options), given_{actors.capability, actors.position, actors.salience} {
        const NamedCells cells = named_cells(actors);
        for (std::size_t input = 0; input < inputs.size(); ++input)
            if (const auto cell = cells.find(inputs[input])) overridden_.emplace_back(input, *cell);
        for (const BargainOutcome& one : all_outcomes(actors)) {
            const bool asked = std::ranges::find(options.outcomes, one.name) != options.outcomes.end();
            if (options.outcomes.empty() ? one.kind != OutcomeKind::position : asked) outcomes_.push_back(one);
        }
    }

    [[nodiscard]] const std::vector<BargainOutcome>& outcomes() const { return outcomes_; }

    void compute(const RunDraws& draws, std::span<const double> values, std::span<double> results) const {
        const std::size_t width = outcomes_.size(), years = results.size() / width, inputs = values.size() / years;
        CellValues cells = given_;
        std::optional<SmpRunner> runner;
        if (!options_.expected_utility) runner.emplace(actors_.count(), actors_.issues.size(), options_.smp);
        for (std::size_t year = 0; year < years; ++year) {
            const std::span<const double> now = values.subspan(year * inputs, inputs);
            const std::span<double> out = results.subspan(year * width, width);
            // Deterministic bargaining over the same numbers ends in the same place.
            if (year > 0 && options_.smp.transitions == Transitions::deterministic &&
                std::ranges::equal(now, values.subspan((year - 1) * inputs, inputs))) {
                std::ranges::copy(results.subspan((year - 1) * width, width), out.begin());
                continue;
            }
            for (const auto& [input, cell] : overridden_) place_of(cells, cell) = now[input];
            compute_year(cells, runner, draws, out);
        }
    }

private:
    static double& place_of(CellValues& cells, const ActorCell& cell) {
        switch (cell.kind) {
            case CellKind::capability: return cells.capability[cell.place];
            case CellKind::position: return cells.position[cell.place];
            case CellKind::salience: break;
        }
        return cells.salience[cell.place];
    }

    void compute_year(const CellValues& cells, std::optional<SmpRunner>& runner, const RunDraws& draws,
                      std::span<double> out) const {
        if (!are_usable(cells, actors_.lowest, actors_.highest)) {
            std::ranges::fill(out, std::numeric_limits<double>::quiet_NaN());
            return;
        }
        BargainActors actors = actors_;
        actors.capability = cells.capability;
        actors.position = cells.position;
        actors.salience = cells.salience;
        const BargainOutcomeState state = runner ? spatial(actors, *runner, draws) : expected_utility(actors);
        for (std::size_t i = 0; i < outcomes_.size(); ++i) out[i] = value_of(outcomes_[i], actors, state);
    }

    [[nodiscard]] BargainOutcomeState spatial(const BargainActors& actors, SmpRunner& runner,
                                              const RunDraws& draws) const {
        BargainOutcomeState state{actors.position, 0, true};
        if (actors.all_agree()) return state;
        const double scale = actors.highest - actors.lowest;
        for (double& one : state.position) one = (one - actors.lowest) / scale;
        const SmpEnding ending = runner.run(actors.capability, actors.salience, state.position, draws, {}, {});
        for (double& one : state.position) one = actors.lowest + one * scale;
        state.turns = ending.turns;
        state.converged = ending.end == BargainEnd::converged;
        return state;
    }

    [[nodiscard]] BargainOutcomeState expected_utility(const BargainActors& actors) const {
        const BdmRun run = run_bdm(actors, options_.bdm);
        return {run.rounds.back().position, run.rounds.size() - 1,
                run.end == BargainEnd::converged || run.end == BargainEnd::no_conflict};
    }

    static double value_of(const BargainOutcome& outcome, const BargainActors& actors,
                           const BargainOutcomeState& state) {
        switch (outcome.kind) {
            case OutcomeKind::turns: return static_cast<double>(state.turns);
            case OutcomeKind::converged: return state.converged ? 1 : 0;
            case OutcomeKind::position: return state.position[outcome.place];
            case OutcomeKind::mean:
            case OutcomeKind::median: break;
        }
        const auto middle = weighted_middle(actors, state.position, outcome.place);
        if (!middle) return std::numeric_limits<double>::quiet_NaN();
        return outcome.kind == OutcomeKind::mean ? middle->mean : middle->median;
    }

    BargainActors actors_;
    BargainModelOptions options_;
    CellValues given_;
    std::vector<std::pair<std::size_t, ActorCell>> overridden_;
    std::vector<BargainOutcome> outcomes_;
};

/// Reads what both models have in common, and tells what is wrong with it.
class BargainSection {
public:
    explicit BargainSection(const ModelSection& section)
        : section_(section), keys_(section.table, section.path, "model", section.diagnostics) {}

    Model read(bool expected_utility) {
        BargainModelOptions options;
        options.expected_utility = expected_utility;
        const std::size_t before = section_.diagnostics.count();
        if (expected_utility)
            read_bdm_keys(options);
        else
            read_smp_keys(options);
        std::optional<BargainActors> actors = read_file_of_actors(expected_utility ? 2 : 3);
        if (actors) actors = of_issue(std::move(*actors), expected_utility);
        if (actors) check_inputs(*actors);
        if (actors) read_outcomes(*actors, options);
        if (!actors || section_.diagnostics.count() != before) return {};
        Model model = bargain_model(*actors, section_.inputs, options);
        model.files = files_;
        return model;
    }

private:
    void read_smp_keys(BargainModelOptions& options) {
        std::vector<std::string> known = {"kind",   "actors",   "issue",          "range",     "actor",
                                          "issues", "outcomes", "salience_scale", "max_turns", "ktab_compat"};
        for (const SmpChoice& choice : smp_choices()) known.push_back(key_of(choice));
        keys_.allow(known);
        for (const SmpChoice& choice : smp_choices()) {
            const auto value = keys_.text(key_of(choice));
            if (!value) continue;
            try {
                set_smp_choice(options.smp, choice.name, *value);
            } catch (const UsageError& error) {
                keys_.problem(key_of(choice), error.what(), "correct it");
            }
        }
        options.smp.max_turns = static_cast<std::size_t>(keys_.integer("max_turns", 1, 100'000).value_or(100));
        const TomlEntry* compat = section_.table.find("ktab_compat");
        options.smp.ktab_compat = compat != nullptr && compat->value.boolean;
    }

    void read_bdm_keys(BargainModelOptions& options) {
        keys_.allow(std::vector<std::string>{"kind", "actors", "issue", "range", "outcomes", "salience_scale",
                                             "variant", "rounds", "status_quo"});
        const std::string variant = keys_.text("variant").value_or("paper");
        const std::vector<std::string> variants = {"paper", "scholz-code"};
        if (std::ranges::find(variants, variant) == variants.end())
            keys_.problem("variant", "there is no variant '" + variant + "'", name_hint(variant, variants));
        options.bdm.variant = variant == "paper" ? BdmVariant::paper : BdmVariant::scholz_code;
        options.bdm.rounds = static_cast<std::size_t>(keys_.integer("rounds", 1, 100'000).value_or(100));
        options.bdm.status_quo = keys_.number("status_quo").value_or(1);
        if (!(options.bdm.status_quo >= 0 && options.bdm.status_quo <= 1))
            keys_.problem("status_quo", "the probability is not between 0 and 1", "correct it");
    }

    static std::string key_of(const SmpChoice& choice) { return scenario_name_of(choice.name); }

    std::optional<BargainActors> read_file_of_actors(std::size_t least) {
        ActorReading reading;
        reading.least_actors = least;
        reading.salience_scale = keys_.number("salience_scale");
        if (const auto range = keys_.numbers("range")) {
            if (range->size() != 2 || !((*range)[0] < (*range)[1])) {
                keys_.problem("range", "range has two ends, the lower first", "give range = [0, 100]");
                return std::nullopt;
            }
            reading.lowest = (*range)[0];
            reading.highest = (*range)[1];
        }
        if (keys_.has("actor")) return actors_of_section(reading);
        const std::string name = keys_.needed_text("actors");
        if (name.empty()) return std::nullopt;
        const std::string path = (std::filesystem::path(section_.path).parent_path() / name).string();
        try {
            const std::string text = read_file(path);
            files_.push_back({path, sha256_hex(text)});
            return actors_of_text(text, path, reading).actors;
        } catch (const FileError& error) {
            keys_.problem("actors", error.what(), "name a .csv file beside the scenario");
        } catch (const InputError& error) {
            for (const Problem& problem : error.problems()) section_.diagnostics.add(problem);
        }
        return std::nullopt;
    }

    /// Actors that stand in the scenario itself, [[model.actor]], as a table of them.
    std::optional<BargainActors> actors_of_section(const ActorReading& reading) {
        if (keys_.has("actors")) keys_.problem("actors", "actors stand beside [[model.actor]]", "keep one of the two");
        const std::vector<std::string> issues = keys_.texts("issues").value_or(std::vector<std::string>{"issue"});
        const std::size_t before = section_.diagnostics.count();
        for (const std::string& issue : issues)
            if (issue.empty() || std::ranges::count(issues, issue) > 1)
                keys_.problem("issues", "the issue '" + issue + "' has no name or stands twice", "correct the list");
        std::vector<std::string> names;
        std::vector<double> capability;
        std::vector<std::vector<double>> position(issues.size()), salience(issues.size());
        std::vector<std::uint32_t> lines;
        keys_.each("actor", [&](const TomlValue& table) {
            ScenarioKeys keys(table, section_.path, "actor", section_.diagnostics);
            keys.allow({"name", "description", "capability", "position", "salience", "source"});
            names.push_back(keys.needed_text("name"));
            capability.push_back(keys.needed_number("capability"));
            lines.push_back(static_cast<std::uint32_t>(table.place.line));
            add_numbers(keys, table, "position", position);
            add_numbers(keys, table, "salience", salience);
        });
        if (section_.diagnostics.count() != before) return std::nullopt;
        Table table;
        table.origin.path = section_.path;
        table.origin.lines = lines;
        table.add("actor", Column(std::span<const std::string>(names)));
        table.add("capability", Column(std::move(capability)));
        for (std::size_t d = 0; d < issues.size(); ++d) {
            table.add("position_" + issues[d], Column(std::move(position[d])));
            table.add("salience_" + issues[d], Column(std::move(salience[d])));
        }
        table.origin.columns.assign(table.names.size(), 1);
        try {
            return actors_of_table(table, reading).actors;
        } catch (const InputError& error) {
            for (const Problem& problem : error.problems()) section_.diagnostics.add(problem);
        }
        return std::nullopt;
    }

    /// A number of an actor for each issue: a list, or the number where there is one issue.
    static void add_numbers(ScenarioKeys& keys, const TomlValue& table, const std::string& key,
                            std::vector<std::vector<double>>& columns) {
        const TomlEntry* entry = table.find(key);
        std::vector<double> numbers;
        if (entry != nullptr && entry->value.kind == TomlKind::list)
            numbers = keys.numbers(key).value_or(std::vector<double>());
        else
            numbers.push_back(keys.needed_number(key));
        if (numbers.size() != columns.size())
            keys.problem(key,
                         key + " has " + std::to_string(numbers.size()) + " numbers, and there are " +
                             std::to_string(columns.size()) + " issues",
                         "give one for each issue, in the order of `issues`");
        numbers.resize(columns.size());
        for (std::size_t d = 0; d < columns.size(); ++d) columns[d].push_back(numbers[d]);
    }

    std::optional<BargainActors> of_issue(BargainActors actors, bool expected_utility) {
        const auto issue = keys_.text("issue");
        if (issue) {
            const auto found = std::ranges::find(actors.issues, *issue);
            if (found != actors.issues.end())
                return with_issue(actors, static_cast<std::size_t>(found - actors.issues.begin()));
            keys_.problem("issue", "there is no issue '" + *issue + "'", name_hint(*issue, actors.issues));
            return std::nullopt;
        }
        if (expected_utility && actors.issues.size() > 1) {
            keys_.problem("issue", "the actors bargain over several issues, and this model takes one",
                          name_hint("", actors.issues));
            return std::nullopt;
        }
        return actors;
    }

    void check_inputs(const BargainActors& actors) {
        const NamedCells cells = named_cells(actors);
        for (const std::string& input : section_.inputs) {
            if (cells.find(input)) continue;
            const bool like_a_cell =
                input.starts_with("capability_") || input.starts_with("position_") || input.starts_with("salience_");
            const bool used = std::ranges::find(section_.used_elsewhere, input) != section_.used_elsewhere.end();
            if (like_a_cell || !used)
                keys_.problem("actors",
                              "the input '" + input + "' names no number of an actor, and nothing else uses it",
                              name_hint(input, cells.names));
        }
        std::vector<std::string> sorted = cells.names;
        std::ranges::sort(sorted);
        const auto twice = std::ranges::adjacent_find(sorted);
        if (twice != sorted.end())
            keys_.problem("actors", "two numbers of actors have the name '" + *twice + "'",
                          "tell the names of actors and issues apart by letters or digits");
    }

    void read_outcomes(const BargainActors& actors, BargainModelOptions& options) {
        const auto asked = keys_.texts("outcomes");
        if (!asked) return;
        const std::vector<std::string> known = bargain_outcomes(actors);
        if (asked->empty()) keys_.problem("outcomes", "the list is empty", "name some, or leave the key out");
        for (const std::string& one : *asked)
            if (std::ranges::find(known, one) == known.end())
                keys_.problem("outcomes", "there is no outcome '" + one + "'", name_hint(one, known));
        options.outcomes = *asked;
    }

    const ModelSection& section_;
    ScenarioKeys keys_;
    std::vector<FileOfModel> files_;
};

}  // namespace

std::vector<std::string> bargain_outcomes(const BargainActors& actors) {
    std::vector<std::string> names;
    for (const BargainOutcome& one : all_outcomes(actors)) names.push_back(one.name);
    return names;
}

Model bargain_model(const BargainActors& actors, const std::vector<std::string>& inputs,
                    const BargainModelOptions& options) {
    const auto ensemble = std::make_shared<const BargainEnsemble>(actors, inputs, options);
    Model model;
    model.inputs = inputs;
    for (const BargainOutcome& one : ensemble->outcomes()) model.outcomes.push_back(one.name);
    model.undefined_where = "an actor was drawn with a capability, salience or position that it cannot have";
    model.compute = [ensemble](const RunDraws& draws, std::span<const double> values, std::span<double> results) {
        ensemble->compute(draws, values, results);
    };
    return model;
}

Model read_smp_model(const ModelSection& section) {
    return BargainSection(section).read(false);
}

Model read_bdm_model(const ModelSection& section) {
    return BargainSection(section).read(true);
}

}  // namespace tarazy
