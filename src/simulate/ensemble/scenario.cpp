#include "simulate/ensemble/scenario.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "io/json_document.hpp"
#include "simulate/ensemble/model_kinds.hpp"
#include "simulate/scenario/read_inputs.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::int64_t earliest_year = -10'000, latest_year = 10'000, longest_run = 1'000;
constexpr std::uint64_t shock_purpose = 1;

/// Reads a scenario and collects what is wrong with it.
class ScenarioReader {
public:
    ScenarioReader(const TomlValue& document, const std::string& path, Diagnostics& diagnostics)
        : document_(document), path_(path), diagnostics_(diagnostics), keys_(document, path, "", diagnostics) {}

    Scenario read() {
        keys_.allow(
            {"title", "description", "run", "input", "correlation", "trend", "shock", "policy", "threshold", "model"});
        scenario_.title = keys_.text("title").value_or("");
        scenario_.space = inputs_of_document(document_, path_, diagnostics_);
        names_ = scenario_.space.names();
        read_run();
        keys_.each("trend", [&](const TomlValue& table) { read_trend(table); });
        keys_.each("shock", [&](const TomlValue& table) { read_shock(table); });
        keys_.each("policy", [&](const TomlValue& table) { read_policy(table); });
        if (scenario_.policies.empty()) scenario_.policies.push_back({"none", {}, scenario_.first_year});
        read_model();
        keys_.each("threshold", [&](const TomlValue& table) { read_threshold(table); });
        return std::move(scenario_);
    }

private:
    const TomlValue* table_at(const std::string& key) {
        const TomlEntry* entry = document_.find(key);
        if (entry == nullptr || entry->value.kind != TomlKind::table) {
            keys_.problem(key, entry == nullptr ? "the table [" + key + "] is lacking" : key + " is no table",
                          "add [" + key + "]");
            return nullptr;
        }
        return &entry->value;
    }

    void read_run() {
        const TomlValue* table = table_at("run");
        if (table == nullptr) return;
        ScenarioKeys keys(*table, path_, "run", diagnostics_);
        keys.allow(
            {"first_year", "last_year", "design", "base", "scramble", "levels", "inner", "variance_runs", "pairs"});
        scenario_.first_year = static_cast<int>(keys.integer("first_year", earliest_year, latest_year).value_or(1));
        scenario_.last_year =
            static_cast<int>(keys.integer("last_year", earliest_year, latest_year).value_or(scenario_.first_year));
        if (scenario_.last_year < scenario_.first_year)
            keys.problem("last_year", "last_year lies before first_year", "turn them round");
        if (scenario_.last_year - scenario_.first_year >= longest_run)
            keys.problem("last_year", "the run is longer than 1,000 years", "shorten it");
        scenario_.sample.method = keys.text("design").value_or("latin-hypercube");
        const std::int64_t most = std::int64_t{1} << 28;
        scenario_.sample.base = static_cast<std::size_t>(keys.integer("base", 1, most).value_or(1000));
        scenario_.sample.levels = static_cast<unsigned>(keys.integer("levels", 2, 1000).value_or(4));
        scenario_.sample.inner = static_cast<std::size_t>(keys.integer("inner", 2, 1000).value_or(3));
        scenario_.sample.variance_runs = static_cast<std::size_t>(keys.integer("variance_runs", 2, most).value_or(0));
        const std::string scramble = keys.text("scramble").value_or("owen");
        if (scramble != "owen" && scramble != "none")
            keys.problem("scramble", "scramble is '" + scramble + "'", "give \"owen\" or \"none\"");
        if (scramble == "none") scenario_.sample.scramble = Scramble::none;
        const TomlEntry* pairs = table->find("pairs");
        if (pairs != nullptr && pairs->value.kind != TomlKind::boolean)
            keys.problem("pairs", "pairs is " + std::string(to_string(pairs->value.kind)), "give true or false");
        scenario_.sample.pairs = pairs != nullptr && pairs->value.boolean;
        try {
            check_sample(scenario_.sample);
        } catch (const UsageError& error) {
            // It speaks of options of the command line, which are keys here.
            const std::string what = error.what();
            keys.problem("design", what.starts_with("--") ? what.substr(2) : what, "correct the design of the runs");
        }
    }

    /// Nothing, which is told, where there is none of that name.
    std::optional<std::size_t> input_called(ScenarioKeys& keys, const std::string& key, const std::string& name) {
        const auto found = std::ranges::find(names_, name);
        if (found != names_.end()) return static_cast<std::size_t>(found - names_.begin());
        if (!name.empty() || keys.has(key))
            keys.problem(key, "there is no input '" + name + "'", name_hint(name, names_));
        return std::nullopt;
    }

    GivenOrDrawn given_or_drawn(const TomlValue& table, ScenarioKeys& keys, const std::string& key) {
        GivenOrDrawn number;
        const TomlEntry* entry = table.find(key);
        if (entry != nullptr && entry->value.kind == TomlKind::text)
            number.input = input_called(keys, key, entry->value.text);
        else
            number.given = keys.needed_number(key);
        return number;
    }

    InputChange read_change(ScenarioKeys& keys, const std::string& input) {
        InputChange change;
        change.input = input_called(keys, "input", input).value_or(0);
        change.set = keys.number("set");
        change.multiply = keys.number("multiply").value_or(1);
        change.add = keys.number("add").value_or(0);
        if (!keys.has("set") && !keys.has("multiply") && !keys.has("add"))
            keys.problem("input", "nothing says how '" + input + "' changes", "give set, multiply or add");
        return change;
    }

    void read_trend(const TomlValue& table) {
        ScenarioKeys keys(table, path_, "trend", diagnostics_);
        keys.allow({"input", "per_year", "source"});
        InputTrend trend;
        trend.input = input_called(keys, "input", keys.needed_text("input")).value_or(0);
        trend.per_year = given_or_drawn(table, keys, "per_year");
        scenario_.trends.push_back(trend);
    }

    int year_of(ScenarioKeys& keys, const std::string& key, int otherwise) {
        const auto year = keys.integer(key, earliest_year, latest_year);
        if (year && (*year < scenario_.first_year || *year > scenario_.last_year))
            keys.problem(key, key + " is " + std::to_string(*year) + ", outside of the run",
                         "give a year from " + std::to_string(scenario_.first_year) + " to " +
                             std::to_string(scenario_.last_year));
        return static_cast<int>(year.value_or(otherwise));
    }

    void read_shock(const TomlValue& table) {
        ScenarioKeys unnamed(table, path_, "shock", diagnostics_);
        Shock shock;
        shock.name = unnamed.needed_text("name");
        ScenarioKeys keys(table, path_, "shock '" + shock.name + "'", diagnostics_);
        keys.allow(
            {"name", "input", "set", "multiply", "add", "year", "from", "until", "probability", "lasting", "source"});
        shock.change = read_change(keys, keys.needed_text("input"));
        if (keys.has("year") && (keys.has("from") || keys.has("until")))
            keys.problem("year", "year stands beside from or until", "give the one year, or the range");
        shock.from = keys.has("year") ? year_of(keys, "year", 0) : year_of(keys, "from", scenario_.first_year);
        shock.until = keys.has("year") ? shock.from : year_of(keys, "until", scenario_.last_year);
        if (shock.until < shock.from) keys.problem("until", "until lies before from", "turn them round");
        shock.probability = given_or_drawn(table, keys, "probability");
        if (!shock.probability.input && !(shock.probability.given >= 0 && shock.probability.given <= 1))
            keys.problem("probability", "probability is " + number_text(shock.probability.given),
                         "give a number from 0 to 1");
        if (shock.probability.input) check_drawn_probability(keys, *shock.probability.input);
        if (const auto lasting = keys.integer("lasting", 1, longest_run)) shock.lasting = static_cast<int>(*lasting);
        scenario_.shocks.push_back(shock);
    }

    void check_drawn_probability(ScenarioKeys& keys, std::size_t input) {
        if (input >= scenario_.space.inputs.size()) return;
        const auto [least, most] = support_of(scenario_.space.inputs[input].distribution);
        if (least >= 0 && most <= 1) return;
        keys.problem("probability",
                     "the input '" + names_[input] + "' can be drawn " + (least < 0 ? "below 0" : "above 1") +
                         ", which is no probability",
                     "give the input bounds from 0 to 1");
    }

    void read_policy(const TomlValue& table) {
        ScenarioKeys unnamed(table, path_, "policy", diagnostics_);
        Policy policy;
        policy.name = unnamed.needed_text("name");
        ScenarioKeys keys(table, path_, "policy '" + policy.name + "'", diagnostics_);
        keys.allow({"name", "from", "change", "source"});
        if (std::ranges::any_of(scenario_.policies, [&](const Policy& other) { return other.name == policy.name; }))
            keys.problem("name", "the policy stands twice", "give each its own name");
        policy.from = year_of(keys, "from", scenario_.first_year);
        keys.each("change", [&](const TomlValue& change) {
            ScenarioKeys of_change(change, path_, "policy '" + policy.name + "'", diagnostics_);
            of_change.allow({"input", "set", "multiply", "add"});
            policy.changes.push_back(read_change(of_change, of_change.needed_text("input")));
        });
        scenario_.policies.push_back(policy);
    }

    void read_model() {
        const TomlValue* model = table_at("model");
        if (model == nullptr) return;
        std::vector<std::string> used;
        for (const InputTrend& trend : scenario_.trends)
            if (trend.per_year.input) used.push_back(names_[*trend.per_year.input]);
        for (const Shock& shock : scenario_.shocks)
            if (shock.probability.input) used.push_back(names_[*shock.probability.input]);
        scenario_.model = read_model_of_kind({*model, path_, names_, scenario_.first_year, diagnostics_, used});
    }

    void read_threshold(const TomlValue& table) {
        ScenarioKeys keys(table, path_, "threshold", diagnostics_);
        keys.allow({"name", "outcome", "at_least", "at_most"});
        ScenarioThreshold threshold;
        threshold.condition.outcome = keys.needed_text("outcome");
        threshold.name = keys.text("name").value_or(threshold.condition.outcome);
        const auto found = std::ranges::find(scenario_.model.outcomes, threshold.condition.outcome);
        if (found == scenario_.model.outcomes.end())
            keys.problem("outcome", "there is no outcome '" + threshold.condition.outcome + "'",
                         name_hint(threshold.condition.outcome, scenario_.model.outcomes));
        threshold.outcome = static_cast<std::size_t>(found - scenario_.model.outcomes.begin());
        if (keys.has("at_least") == keys.has("at_most"))
            keys.problem("outcome", "a threshold has one limit", "give at_least or at_most");
        threshold.condition.at_least = keys.has("at_least");
        threshold.condition.value = keys.number(keys.has("at_least") ? "at_least" : "at_most").value_or(0);
        scenario_.thresholds.push_back(threshold);
    }

    const TomlValue& document_;
    const std::string& path_;
    Diagnostics& diagnostics_;
    ScenarioKeys keys_;
    Scenario scenario_;
    std::vector<std::string> names_;
};

/// The year in which a shock begins, if it does.
std::optional<int> shock_year(const Scenario& scenario, std::size_t number, std::span<const double> drawn,
                              const RunDraws& draws) {
    const Shock& shock = scenario.shocks[number];
    const double probability = shock.probability.of(drawn);
    for (int year = shock.from; year <= shock.until; ++year) {
        const auto step = static_cast<std::uint64_t>(year - scenario.first_year);
        if (draws.uniform(shock_purpose, step, number) < probability) return year;
    }
    return std::nullopt;
}

}  // namespace

Scenario read_scenario(std::string_view text, const std::string& path) {
    const TomlValue document = parse_document(text, path);
    Diagnostics diagnostics;
    Scenario scenario = ScenarioReader(document, path, diagnostics).read();
    diagnostics.throw_if_any();
    return scenario;
}

void input_path(const Scenario& scenario, const Policy& policy, std::span<const double> drawn, const RunDraws& draws,
                std::span<double> path) {
    const std::size_t inputs = drawn.size();
    std::vector<std::optional<int>> begun;
    for (std::size_t i = 0; i < scenario.shocks.size(); ++i) begun.push_back(shock_year(scenario, i, drawn, draws));
    for (std::size_t step = 0; step < scenario.years(); ++step) {
        const int year = scenario.first_year + static_cast<int>(step);
        const std::span<double> now = path.subspan(step * inputs, inputs);
        std::ranges::copy(drawn, now.begin());
        for (const InputTrend& trend : scenario.trends)
            now[trend.input] += trend.per_year.of(drawn) * static_cast<double>(step);
        for (std::size_t i = 0; i < begun.size(); ++i) {
            const Shock& shock = scenario.shocks[i];
            if (!begun[i] || year < *begun[i] || (shock.lasting && year >= *begun[i] + *shock.lasting)) continue;
            now[shock.change.input] = shock.change.of(now[shock.change.input]);
        }
        if (year < policy.from) continue;
        for (const InputChange& change : policy.changes) now[change.input] = change.of(now[change.input]);
    }
}

}  // namespace tarazy
