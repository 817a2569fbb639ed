#include "simulate/hedge/hedge_scenario.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "simulate/hedge/hedge_run.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

namespace tarazy {
namespace {

/// Given shares that miss 1 by more are a slip, not rounding.
constexpr double sum_tolerance = 1e-6;

/// Reads the alignment model of a scenario and collects what is wrong with it.
class HedgeModelReader {
public:
    HedgeModelReader(const TomlValue& table, const std::string& path, const std::vector<std::string>& inputs,
                     Diagnostics& diagnostics)
        : table_(table),
          path_(path),
          inputs_(inputs),
          diagnostics_(diagnostics),
          keys_(table, path, "model", diagnostics) {}

    HedgeRunModel read() {
        std::vector<std::string> known = {"kind",   "poles",      "choice",       "crisis_within",
                                          "start",  "neighbours", "coefficients", "adaptation",
                                          "target", "guarantee",  "crisis"};
        for (const HedgeParameter& parameter : hedge_parameters())
            if (!parameter.driver.empty()) known.emplace_back(parameter.name);
        keys_.allow(known);
        read_poles();
        if (model_.poles.empty()) return std::move(model_);
        const std::string choice = keys_.text("choice").value_or("expected");
        if (choice != "expected" && choice != "drawn")
            keys_.problem("choice", "choice is '" + choice + "'", "give \"expected\" or \"drawn\"");
        model_.profile_is_drawn = choice == "drawn";
        model_.crisis_within = static_cast<std::size_t>(keys_.integer("crisis_within", 1, 1000).value_or(0));
        read_start();
        for (const HedgeParameter& parameter : hedge_parameters())
            if (!parameter.driver.empty()) read_driver(parameter);
        read_coefficients();
        read_pressure();
        read_crisis();
        tell_taken_names();
        return std::move(model_);
    }

private:
    const TomlValue* table_at(const std::string& key) {
        const TomlEntry* entry = table_.find(key);
        if (entry == nullptr) return nullptr;
        if (entry->value.kind == TomlKind::table) return &entry->value;
        keys_.problem(key, key + " is " + std::string(to_string(entry->value.kind)),
                      "give a table [model." + key + "]");
        return nullptr;
    }

    GivenOrDrawn number_at(const TomlValue& table, ScenarioKeys& keys, const std::string& key, double otherwise) {
        GivenOrDrawn number{.given = otherwise};
        const TomlEntry* entry = table.find(key);
        if (entry == nullptr) return number;
        if (entry->value.kind != TomlKind::text) {
            number.given = keys.number(key).value_or(otherwise);
            return number;
        }
        const auto found = std::ranges::find(inputs_, entry->value.text);
        if (found == inputs_.end())
            keys.problem(key, "there is no input '" + entry->value.text + "'", name_hint(entry->value.text, inputs_));
        else
            number.input = static_cast<std::size_t>(found - inputs_.begin());
        return number;
    }

    void read_poles() {
        if (!keys_.has("poles")) keys_.problem("poles", "the model has no poles", "add poles = [\"RU\", \"CN\"]");
        std::vector<std::string> poles = keys_.texts("poles").value_or(std::vector<std::string>());
        for (std::size_t p = 0; p < poles.size(); ++p) {
            if (!is_scenario_name(poles[p]) || poles[p] == "autonomy")
                keys_.problem("poles", "'" + poles[p] + "' cannot name a pole", "use letters, digits and _");
            if (std::find(poles.begin(), poles.begin() + static_cast<std::ptrdiff_t>(p), poles[p]) !=
                poles.begin() + static_cast<std::ptrdiff_t>(p))
                keys_.problem("poles", "the pole '" + poles[p] + "' stands twice", "give each its own name");
        }
        if (keys_.has("poles") && (poles.size() < 2 || poles.size() + 1 > most_profile_shares)) {
            keys_.problem("poles", "the model has " + std::to_string(poles.size()) + " poles", "give two to eight");
            return;
        }
        model_.poles = poles;
        model_.targets.resize(poles.size());
        model_.failures.resize(poles.size());
        model_.may_press.assign(poles.size(), false);
    }

    /// A number for each pole, and for autonomy behind them where it is asked for; what is not said is 0.
    std::vector<GivenOrDrawn> by_pole(const TomlValue& table, const std::string& key, bool with_autonomy) {
        ScenarioKeys keys(table, path_, "model." + key, diagnostics_);
        std::vector<std::string> names = model_.poles;
        if (with_autonomy) names.emplace_back("autonomy");
        keys.allow(names);
        std::vector<GivenOrDrawn> numbers;
        for (const std::string& name : names) numbers.push_back(number_at(table, keys, name, 0));
        return numbers;
    }

    void check_profile(const TomlValue& table, const std::string& key, const std::vector<GivenOrDrawn>& shares) {
        double whole = 0;
        bool drawn = false, negative = false;
        for (const GivenOrDrawn& share : shares) {
            drawn = drawn || share.input;
            negative = negative || (!share.input && !(share.given >= 0));
            whole += share.given;
        }
        ScenarioKeys keys(table, path_, "model." + key, diagnostics_);
        if (negative) keys.problem("", "a share is negative", "give shares from 0 to 1");
        if (!drawn && !negative && std::abs(whole - 1) > sum_tolerance)
            keys.problem("", "the shares sum to " + number_text(whole), "give shares that sum to 1");
    }

    void read_start() {
        const TomlValue* start = table_at("start");
        if (start == nullptr) {
            if (!keys_.has("start"))
                keys_.problem("start", "the model has no profile to begin with", "add [model.start]");
            return;
        }
        model_.has_autonomy = start->find("autonomy") != nullptr;
        model_.start = by_pole(*start, "start", model_.has_autonomy);
        check_profile(*start, "start", model_.start);
        if (const TomlValue* neighbours = table_at("neighbours")) {
            model_.neighbours = by_pole(*neighbours, "neighbours", model_.has_autonomy);
            check_profile(*neighbours, "neighbours", model_.neighbours);
        }
    }

    void read_driver(const HedgeParameter& parameter) {
        const TomlValue* table = table_at(std::string(parameter.name));
        if (table == nullptr) return;
        std::vector<GivenOrDrawn> numbers = by_pole(*table, std::string(parameter.name), false);
        if (parameter.term == HedgeTerm::coercion) {
            for (std::size_t p = 0; p < numbers.size(); ++p)
                if (table->find(model_.poles[p]) != nullptr) model_.may_press[p] = true;
        }
        model_.drivers[static_cast<std::size_t>(parameter.term)] = std::move(numbers);
    }

    void read_coefficients() {
        const TomlValue* table = table_at("coefficients");
        if (table == nullptr) {
            if (!keys_.has("coefficients"))
                keys_.problem("coefficients", "the model has no coefficients", "add [model.coefficients]");
            return;
        }
        ScenarioKeys keys(*table, path_, "model.coefficients", diagnostics_);
        std::vector<std::string> symbols = hedge_symbols();
        symbols.pop_back();  // the precision of observations: there are none here
        keys.allow(symbols);
        for (const HedgeParameter& parameter : hedge_parameters()) {
            const std::string symbol(parameter.symbol);
            const GivenOrDrawn number = number_at(*table, keys, symbol, parameter.otherwise);
            if (!number.input && !(number.given >= parameter.least && number.given <= parameter.most))
                keys.problem(
                    symbol, symbol + " is " + number_text(number.given),
                    "give a number from " + number_text(parameter.least) + " to " + number_text(parameter.most));
            model_.coefficients[static_cast<std::size_t>(parameter.term)] = number;
        }
        if (table->find("b_N") != nullptr && model_.neighbours.empty())
            keys.problem("b_N", "b_N is given, but nothing says where the neighbours are", "add [model.neighbours]");
    }

    void read_chances(const std::string& key, std::vector<std::optional<GivenOrDrawn>>& chances) {
        const TomlValue* table = table_at(key);
        if (table == nullptr) return;
        ScenarioKeys keys(*table, path_, "model." + key, diagnostics_);
        keys.allow(model_.poles);
        for (std::size_t p = 0; p < model_.poles.size(); ++p) {
            if (table->find(model_.poles[p]) == nullptr) continue;
            chances[p] = number_at(*table, keys, model_.poles[p], 0);
            if (!chances[p]->input && !(chances[p]->given >= 0 && chances[p]->given <= 1))
                keys.problem(model_.poles[p], "it is " + number_text(chances[p]->given), "give a number from 0 to 1");
        }
    }

    void read_pressure() {
        read_chances("target", model_.targets);
        read_chances("guarantee", model_.failures);
        for (std::size_t p = 0; p < model_.poles.size(); ++p)
            if (model_.targets[p]) model_.may_press[p] = true;
        const TomlValue* table = table_at("adaptation");
        const bool adapts = std::ranges::any_of(model_.targets, [](const auto& target) { return target.has_value(); });
        if (table == nullptr) {
            if (adapts)
                keys_.problem("target", "poles have targets, but nothing says how they adapt",
                              "add [model.adaptation] with decay and gain");
            return;
        }
        ScenarioKeys keys(*table, path_, "model.adaptation", diagnostics_);
        keys.allow({"decay", "gain"});
        model_.decay = number_at(*table, keys, "decay", 0);
        model_.gain = number_at(*table, keys, "gain", 0);
        if (!adapts) keys.problem("gain", "no pole has a target", "add [model.target]");
    }

    void read_crisis() {
        const TomlValue* table = table_at("crisis");
        if (table == nullptr) return;
        ScenarioKeys keys(*table, path_, "model.crisis", diagnostics_);
        keys.allow({"base", "pressure", "shock", "shock_now"});
        model_.crisis_base = number_at(*table, keys, "base", model_.crisis_base.given);
        model_.crisis_pressure = number_at(*table, keys, "pressure", 0);
        model_.crisis_shock = number_at(*table, keys, "shock", 0);
        model_.shock_now = number_at(*table, keys, "shock_now", 0);
        if (keys.has("shock") != keys.has("shock_now"))
            keys.problem("shock", "shock and shock_now go together", "give both, or neither");
        if (std::ranges::none_of(model_.may_press, [](bool may) { return may; }))
            keys.problem("base", "no pole presses, so that there is no crisis",
                         "add [model.coercion] or [model.target]");
    }

    void tell_taken_names() {
        for (const std::string& outcome : model_.outcomes()) {
            if (std::ranges::find(inputs_, outcome) != inputs_.end())
                keys_.problem("poles", "'" + outcome + "' is an outcome of the model and an input of the scenario",
                              "call the input something else");
        }
    }

    const TomlValue& table_;
    const std::string& path_;
    const std::vector<std::string>& inputs_;
    Diagnostics& diagnostics_;
    ScenarioKeys keys_;
    HedgeRunModel model_;
};

}  // namespace

Model read_hedge_model(const ModelSection& section) {
    const std::size_t before = section.diagnostics.count();
    const auto read = std::make_shared<const HedgeRunModel>(
        HedgeModelReader(section.table, section.path, section.inputs, section.diagnostics).read());
    Model model;
    model.inputs = section.inputs;
    if (!read->poles.empty()) model.outcomes = read->outcomes();
    model.undefined_where = "a driver or a coefficient was drawn outside of what the model can have";
    if (section.diagnostics.count() > before) return model;
    model.compute = [read, count = section.inputs.size()](const RunDraws& draws, std::span<const double> values,
                                                          std::span<double> results) {
        compute_hedge_run(*read, count, draws, values, results);
    };
    return model;
}

}  // namespace tarazy
