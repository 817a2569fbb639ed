#include "simulate/scenario/scenario_keys.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// Of a number that is none.
std::string told(double value) {
    return std::isnan(value) ? "nan" : number_text(value);
}

}  // namespace

ScenarioKeys::ScenarioKeys(const TomlValue& table, std::string path, std::string of, Diagnostics& diagnostics)
    : table_(table), path_(std::move(path)), of_(std::move(of)), diagnostics_(diagnostics) {}

void ScenarioKeys::allow(std::initializer_list<std::string_view> keys) {
    allow(std::vector<std::string>(keys.begin(), keys.end()));
}

void ScenarioKeys::allow(const std::vector<std::string>& keys) {
    for (const TomlEntry& entry : table_.entries) {
        if (std::ranges::find(keys, entry.key) == keys.end())
            problem(entry.key, "unknown key '" + entry.key + "'", name_hint(entry.key, keys));
    }
}

void ScenarioKeys::problem(std::string_view key, std::string what, std::string remedy) {
    const TomlEntry* entry = table_.find(key);
    const TextPlace place = entry != nullptr ? entry->place : table_.place;
    diagnostics_.add(
        {path_, place.line, place.column, of_.empty() ? std::move(what) : of_ + ": " + what, std::move(remedy)});
}

const TomlValue* ScenarioKeys::value_of(std::string_view key, std::initializer_list<TomlKind> kinds,
                                        std::string_view wanted) {
    const TomlEntry* entry = table_.find(key);
    if (entry == nullptr) return nullptr;
    if (std::ranges::find(kinds, entry->value.kind) != kinds.end()) return &entry->value;
    problem(key, std::string(key) + " is " + std::string(to_string(entry->value.kind)), "give " + std::string(wanted));
    return nullptr;
}

std::optional<double> ScenarioKeys::number(std::string_view key) {
    const TomlValue* value = value_of(key, {TomlKind::real, TomlKind::integer}, "a number");
    if (value == nullptr) return std::nullopt;
    if (std::isfinite(value->real)) return value->real;
    problem(key, std::string(key) + " is " + told(value->real), "give a finite number, or leave the key out");
    return std::nullopt;
}

std::optional<std::int64_t> ScenarioKeys::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const TomlValue* value = value_of(key, {TomlKind::integer}, "a whole number");
    if (value == nullptr) return std::nullopt;
    if (value->integer >= least && value->integer <= most) return value->integer;
    problem(key, std::string(key) + " is " + std::to_string(value->integer),
            "give a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<std::string> ScenarioKeys::text(std::string_view key) {
    const TomlValue* value = value_of(key, {TomlKind::text}, "a text in quotes");
    return value == nullptr ? std::nullopt : std::optional(value->text);
}

std::optional<std::vector<double>> ScenarioKeys::numbers(std::string_view key) {
    const TomlValue* value = value_of(key, {TomlKind::list}, "a list of numbers");
    if (value == nullptr) return std::nullopt;
    std::vector<double> list;
    for (const TomlValue& item : value->items) {
        if (item.kind != TomlKind::real && item.kind != TomlKind::integer) {
            problem(key, std::string(key) + " holds " + std::string(to_string(item.kind)), "give a list of numbers");
            return std::nullopt;
        }
        if (!std::isfinite(item.real)) {
            problem(key, std::string(key) + " holds " + told(item.real), "give finite numbers");
            return std::nullopt;
        }
        list.push_back(item.real);
    }
    return list;
}

std::optional<std::vector<std::string>> ScenarioKeys::texts(std::string_view key) {
    const TomlValue* value = value_of(key, {TomlKind::list}, "a list of texts");
    if (value == nullptr) return std::nullopt;
    std::vector<std::string> list;
    for (const TomlValue& item : value->items) {
        if (item.kind != TomlKind::text) {
            problem(key, std::string(key) + " holds " + std::string(to_string(item.kind)),
                    "give a list of texts in quotes");
            return std::nullopt;
        }
        list.push_back(item.text);
    }
    return list;
}

double ScenarioKeys::needed_number(std::string_view key) {
    if (!has(key)) problem(key, "the key '" + std::string(key) + "' is lacking", "give a number");
    return number(key).value_or(0);
}

std::string ScenarioKeys::needed_text(std::string_view key) {
    if (!has(key)) problem(key, "the key '" + std::string(key) + "' is lacking", "give a text in quotes");
    return text(key).value_or("");
}

void ScenarioKeys::each(std::string_view key, const std::function<void(const TomlValue&)>& read) {
    const std::string wanted = "tables under [[" + std::string(key) + "]]";
    const TomlValue* list = value_of(key, {TomlKind::list}, wanted);
    if (list == nullptr) return;
    for (const TomlValue& item : list->items) {
        if (item.kind == TomlKind::table)
            read(item);
        else
            problem(key, std::string(key) + " holds " + std::string(to_string(item.kind)), "give " + wanted);
    }
}

bool is_scenario_name(std::string_view name) noexcept {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && is_letter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace tarazy
