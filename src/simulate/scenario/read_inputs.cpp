#include "simulate/scenario/read_inputs.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "simulate/scenario/scenario_keys.hpp"
#include "table/list_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

const std::vector<std::string> kinds_of_inputs = {"uniform",   "triangular", "pert",    "normal",
                                                  "lognormal", "beta",       "discrete"};

/// What a distribution takes: keys it needs and keys it may have.
struct DistributionKeys {
    std::vector<std::string> needed, optional;
};

DistributionKeys keys_of(DistributionKind kind) {
    switch (kind) {
        case DistributionKind::uniform: return {{"lower", "upper"}, {}};
        case DistributionKind::triangular: return {{"lower", "mode", "upper"}, {}};
        case DistributionKind::pert: return {{"lower", "mode", "upper"}, {"shape"}};
        case DistributionKind::normal:
        case DistributionKind::lognormal: return {{"mean", "sd"}, {"lower", "upper"}};
        case DistributionKind::beta: return {{"alpha", "beta"}, {"lower", "upper"}};
        case DistributionKind::discrete: return {{"values"}, {"weights"}};
    }
    return {};
}

double* member(Distribution& d, std::string_view key) {
    const std::array<std::pair<std::string_view, double*>, 8> members = {{{"lower", &d.lower},
                                                                          {"upper", &d.upper},
                                                                          {"mode", &d.mode},
                                                                          {"shape", &d.shape},
                                                                          {"mean", &d.mean},
                                                                          {"sd", &d.sd},
                                                                          {"alpha", &d.alpha},
                                                                          {"beta", &d.beta}}};
    for (const auto& [name, place] : members)
        if (name == key) return place;
    return nullptr;
}

void set_key(Distribution& distribution, ScenarioKeys& keys, const std::string& key, bool needed) {
    if (key == "values" || key == "weights") {
        if (needed && !keys.has(key)) keys.problem(key, "the key '" + key + "' is lacking", "give a list of numbers");
        (key == "values" ? distribution.values : distribution.weights) =
            keys.numbers(key).value_or(std::vector<double>());
        return;
    }
    if (needed)
        *member(distribution, key) = keys.needed_number(key);
    else if (const auto value = keys.number(key))
        *member(distribution, key) = *value;
}

Distribution read_distribution(ScenarioKeys& keys, Diagnostics& diagnostics) {
    Distribution distribution;
    const std::string name = keys.text("distribution").value_or("uniform");
    const std::optional<DistributionKind> kind = distribution_kind(name);
    if (!kind) {
        keys.problem("distribution", "unknown distribution '" + name + "'", name_hint(name, kinds_of_inputs));
        return {.lower = 0, .upper = 1};
    }
    distribution.kind = *kind;
    if (*kind == DistributionKind::beta) {
        distribution.lower = 0;
        distribution.upper = 1;
    }
    const std::size_t before = diagnostics.count();
    const DistributionKeys known = keys_of(*kind);
    std::vector<std::string> allowed = {"name", "distribution", "unit", "source"};
    allowed.insert(allowed.end(), known.needed.begin(), known.needed.end());
    allowed.insert(allowed.end(), known.optional.begin(), known.optional.end());
    keys.allow(allowed);
    for (const std::string& key : known.needed) set_key(distribution, keys, key, true);
    for (const std::string& key : known.optional) set_key(distribution, keys, key, false);
    if (*kind == DistributionKind::discrete && !keys.has("weights"))
        distribution.weights.assign(distribution.values.size(), 1);
    if (diagnostics.count() != before) return distribution;
    if (const auto fault = distribution_fault(distribution))
        keys.problem("distribution", *fault, "correct the numbers of its " + name + " distribution");
    return distribution;
}

void read_input_table(const TomlValue& table, const std::string& path, InputSpace& space, Diagnostics& diagnostics) {
    ScenarioKeys unnamed(table, path, "input " + std::to_string(space.inputs.size() + 1), diagnostics);
    UncertainInput input;
    input.name = unnamed.needed_text("name");
    static const std::set<std::string> taken = {"design", "run", "block", "policy"};
    const auto same = [&](const UncertainInput& other) { return other.name == input.name; };
    if (!input.name.empty() && !is_scenario_name(input.name))
        unnamed.problem(
            "name", "'" + input.name + "' is no name",
            "use letters, digits and _, and begin with a letter; it becomes a column and stands in formulas");
    else if (taken.contains(input.name))
        unnamed.problem("name", "the name '" + input.name + "' is taken by a column of designs", "choose another");
    else if (!input.name.empty() && std::ranges::any_of(space.inputs, same))
        unnamed.problem("name", "the input '" + input.name + "' stands twice", "give each its own name");
    ScenarioKeys keys(table, path, "input '" + input.name + "'", diagnostics);
    input.distribution = read_distribution(keys, diagnostics);
    input.unit = keys.text("unit").value_or("");
    input.source = keys.text("source").value_or("");
    space.inputs.push_back(std::move(input));
}

void read_correlation(const TomlValue& table, const std::string& path, InputSpace& space, Diagnostics& diagnostics) {
    ScenarioKeys keys(table, path, "correlation", diagnostics);
    keys.allow({"between", "value", "source"});
    InputCorrelation pair;
    pair.value = keys.needed_number("value");
    if (!(std::abs(pair.value) < 1))
        keys.problem("value", "value is " + number_text(pair.value), "give a number between -1 and 1");
    const std::vector<std::string> between = keys.texts("between").value_or(std::vector<std::string>());
    const std::vector<std::string> names = space.names();
    std::vector<std::size_t> places;
    for (const std::string& name : between) {
        const auto found = std::ranges::find(names, name);
        if (found == names.end()) keys.problem("between", "there is no input '" + name + "'", name_hint(name, names));
        places.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    if (places.size() != 2 || places[0] == places[1]) {
        keys.problem("between", "a correlation is between two inputs", "give between = [\"first\", \"second\"]");
        return;
    }
    pair.first = std::min(places[0], places[1]);
    pair.second = std::max(places[0], places[1]);
    const auto same = [&](const InputCorrelation& other) {
        return other.first == pair.first && other.second == pair.second;
    };
    if (std::ranges::any_of(space.correlations, same))
        keys.problem("between", "the correlation of these two stands twice", "keep one of them");
    space.correlations.push_back(pair);
}

TomlValue toml_cell(const Table& table, const std::string& name, std::size_t row, TextPlace place) {
    TomlValue value;
    value.place = place;
    const Column& column = table[name];
    if (column.type() != ColumnType::text) {
        value.kind = TomlKind::real;
        value.real = *column.real(row);
        return value;
    }
    value.kind = TomlKind::text;
    value.text = std::string(*column.text(row));
    static const std::set<std::string> texts = {"name", "distribution", "unit", "source"};
    if (name != "values" && name != "weights") {
        // One cell that is no number makes the whole column text.
        const std::optional<double> real = texts.contains(name) ? std::nullopt : parse_real(value.text);
        if (real) {
            value.kind = TomlKind::real;
            value.real = *real;
        }
        return value;
    }
    value.kind = TomlKind::list;
    for (const std::string& item : listed(value.text, ';')) {
        TomlValue number;
        number.kind = TomlKind::text;
        number.text = item;
        if (const auto real = parse_real(item)) {
            number.kind = TomlKind::real;
            number.real = *real;
        }
        value.items.push_back(number);
    }
    return value;
}

}  // namespace

InputSpace inputs_of_document(const TomlValue& document, const std::string& path, Diagnostics& diagnostics) {
    InputSpace space;
    ScenarioKeys keys(document, path, "", diagnostics);
    if (!keys.has("input"))
        keys.problem("input", "the file names no uncertain input", "add a table [[input]] with name and distribution");
    keys.each("input", [&](const TomlValue& table) { read_input_table(table, path, space, diagnostics); });
    keys.each("correlation", [&](const TomlValue& table) { read_correlation(table, path, space, diagnostics); });
    return space;
}

InputSpace inputs_of_table(const Table& table) {
    require_column(table, "name");
    InputSpace space;
    Diagnostics diagnostics;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        // Where a row stands is where its name stands.
        const Problem at = table.problem(row, "name", "", "");
        TomlValue entries;
        entries.place = {at.line, at.column};
        for (const std::string& name : table.names) {
            if (table[name].missing(row)) continue;
            const Problem cell = table.problem(row, name, "", "");
            entries.entries.push_back(
                {name, {cell.line, cell.column}, toml_cell(table, name, row, {cell.line, cell.column})});
        }
        read_input_table(entries, table.origin.path, space, diagnostics);
    }
    if (space.inputs.empty())
        diagnostics.add({table.origin.path, 0, 0, "the table names no uncertain input", "give one row an input"});
    diagnostics.throw_if_any();
    return space;
}

}  // namespace tarazy
