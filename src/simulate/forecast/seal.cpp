#include "simulate/forecast/seal.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/canonical_json.hpp"
#include "io/json_document.hpp"
#include "simulate/forecast/seal_hash.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

/// Nine digits: shares of a draw sum to 1 within 1e-8, and a file stays readable.
std::string nine_digits(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number == 0 ? 0.0 : number,
                                   std::chars_format::general, 9);
    return {text.data(), end.ptr};
}

using Entries = std::vector<std::pair<std::string, TomlValue>>;

TomlValue sealed_texts(const std::vector<std::string>& texts) {
    std::vector<TomlValue> items;
    for (const std::string& text : texts) items.push_back(json_text(text));
    return json_list(std::move(items));
}

TomlValue sealed_history(const YearPanel& panel) {
    Entries states;
    for (std::size_t state = 0; state < panel.states.size(); ++state) {
        Entries series;
        for (std::size_t s = 0; s < panel.series.size(); ++s) {
            Entries years;
            for (std::int64_t year = panel.first_year; year <= panel.last_year(); ++year)
                if (const double value = panel.at(state, year)[s]; !std::isnan(value))
                    years.emplace_back(std::to_string(year), json_real(value));
            series.emplace_back(panel.series[s], json_table(std::move(years)));
        }
        states.emplace_back(panel.states[state], json_table(std::move(series)));
    }
    return json_table(std::move(states));
}

TomlValue sealed_draws(const ForecastDraws& draws, const YearPanel& panel) {
    Entries states;
    for (std::size_t state = 0; state < panel.states.size(); ++state) {
        Entries series;
        for (std::size_t s = 0; s < panel.series.size(); ++s) {
            Entries years;
            for (std::size_t h = 0; h < draws.horizons.size(); ++h) {
                const std::span<const double> of_year = draws.of(state, h, s);
                if (std::ranges::any_of(of_year, [](double draw) { return std::isnan(draw); })) continue;
                years.emplace_back(std::to_string(draws.origin + static_cast<std::int64_t>(draws.horizons[h])),
                                   json_text(joined(of_year, " ", nine_digits)));
            }
            series.emplace_back(panel.series[s], json_table(std::move(years)));
        }
        states.emplace_back(panel.states[state], json_table(std::move(series)));
    }
    return json_table(std::move(states));
}

TomlValue sealed_question(const SealedForecast& seal) {
    const ForecastDraws& draws = seal.forecasts.front().draws;
    std::vector<TomlValue> horizons;
    for (const std::size_t horizon : draws.horizons)
        horizons.push_back(json_integer(static_cast<std::int64_t>(horizon)));
    Entries entries = {{"model", json_text(seal.model)},
                       {"horizons", json_list(std::move(horizons))},
                       {"draws", json_integer(static_cast<std::int64_t>(draws.draws))},
                       {"scale", json_text(seal_scale_name(seal.scale.kind))},
                       {"seed", json_text(std::to_string(seal.seed))},
                       {"options", json_text(seal.options)}};
    if (seal.scale.kind == ValueScale::Kind::bounded) {
        entries.emplace_back("lower", json_real(seal.scale.lower));
        entries.emplace_back("upper", json_real(seal.scale.upper));
    }
    return json_table(std::move(entries));
}

/// A line a top entry: the form is canonical but for these line ends, which do not count.
std::string lines_of(const TomlValue& document) {
    std::map<std::string, std::string> entries;
    for (const TomlEntry& entry : document.entries) entries[entry.key] = canonical_json(entry.value);
    std::string text = "{";
    for (const auto& [key, value] : entries) text += (text.size() == 1 ? "\n\"" : ",\n\"") + key + "\":" + value;
    return text + "\n}\n";
}

}  // namespace

std::string seal_text(const SealedForecast& seal) {
    std::vector<TomlValue> forecasts;
    for (const SealedDraws& forecast : seal.forecasts)
        forecasts.push_back(json_table({{"name", json_text(forecast.name)},
                                        {"describes", json_text(forecast.describes)},
                                        {"naive", json_flag(forecast.naive)},
                                        {"draws", sealed_draws(forecast.draws, seal.history)}}));
    TomlValue document = json_table(
        {{"tarazy_seal", json_integer(seal_format)},
         {"sealing", json_table({{"date", json_text(seal.sealed_on)}, {"program", json_text(seal.program)}})},
         {"question", sealed_question(seal)},
         {"data", json_table({{"file", json_text(seal.data_file)},
                              {"sha256", json_text(seal.data_sha256)},
                              {"first_year", json_integer(seal.history.first_year)},
                              {"last_year", json_integer(seal.history.last_year())},
                              {"states", sealed_texts(seal.history.states)},
                              {"series", sealed_texts(seal.history.series)},
                              {"values", sealed_history(seal.history)}})},
         {"forecasts", json_list(std::move(forecasts))}});
    // Read as it will be read: numbers that are whole become integers then.
    document = parse_json_document(canonical_json(document), "seal");
    Entries hashes;
    for (const auto& [name, hash] : seal_part_hashes(document)) hashes.emplace_back(name, json_text(hash));
    document.entries.push_back({"hashes", {}, json_table(std::move(hashes))});
    document.entries.push_back({"sha256", {}, json_text(seal_hash(document))});
    return lines_of(document);
}

std::int64_t first_forecast_year(const SealedForecast& seal) {
    return std::max(seal.history.last_year(), parse_integer(seal.sealed_on.substr(0, 4)).value_or(9999)) + 1;
}

}  // namespace tarazy
