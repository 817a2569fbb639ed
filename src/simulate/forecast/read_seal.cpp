#include "simulate/forecast/read_seal.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/json_document.hpp"
#include "simulate/forecast/seal_hash.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

/// Reads a table of states, series and years, calling with each entry.
template <typename Read>
void each_year(const TomlValue& table, const std::string& path, const YearPanel& panel, Diagnostics& diagnostics,
               Read read) {
    const auto place_in = [&](const TomlEntry& entry, const std::vector<std::string>& names) {
        const auto found = std::ranges::find(names, entry.key);
        if (found == names.end() || entry.value.kind != TomlKind::table) {
            diagnostics.add({path, entry.place.line, entry.place.column, "'" + entry.key + "' does not belong here",
                             "take the file as it was sealed"});
            return names.size();
        }
        return static_cast<std::size_t>(found - names.begin());
    };
    for (const TomlEntry& state : table.entries) {
        const std::size_t of_state = place_in(state, panel.states);
        if (of_state == panel.states.size()) continue;
        for (const TomlEntry& series : state.value.entries) {
            const std::size_t of_series = place_in(series, panel.series);
            if (of_series == panel.series.size()) continue;
            for (const TomlEntry& year : series.value.entries) {
                const std::optional<std::int64_t> number = parse_integer(year.key);
                if (!number || !read(of_state, of_series, *number, year.value))
                    diagnostics.add({path, year.place.line, year.place.column,
                                     "'" + year.key + "' is not what a seal has here",
                                     "take the file as it was sealed"});
            }
        }
    }
}

const TomlValue& table_at(const TomlValue& document, const std::string& key, const std::string& path,
                          TomlKind kind = TomlKind::table) {
    const TomlEntry* entry = document.find(key);
    if (entry == nullptr || entry->value.kind != kind)
        throw InputError(Problem{path, 1, 1, "the seal has no " + std::string(to_string(kind)) + " '" + key + "'",
                                 "take the file as it was sealed"});
    return entry->value;
}

/// Names that differ, at least one.
std::vector<std::string> sealed_names(ScenarioKeys& keys, const std::string& key) {
    std::vector<std::string> names = keys.texts(key).value_or(std::vector<std::string>{});
    if (names.empty() || std::set<std::string>(names.begin(), names.end()).size() != names.size())
        keys.problem(key, key + " are not names that differ", "take the file as it was sealed");
    return names;
}

void read_sealed_data(const TomlValue& data, const std::string& path, Diagnostics& diagnostics, SealedForecast& seal) {
    ScenarioKeys keys(data, path, "data", diagnostics);
    keys.allow({"file", "sha256", "first_year", "last_year", "states", "series", "values"});
    seal.data_file = keys.needed_text("file");
    seal.data_sha256 = keys.needed_text("sha256");
    YearPanel& panel = seal.history;
    panel.states = sealed_names(keys, "states");
    panel.series = sealed_names(keys, "series");
    const std::optional<std::int64_t> first = keys.integer("first_year", -9999, 9999);
    const std::optional<std::int64_t> last = keys.integer("last_year", -9999, 9999);
    if (!first || !last || *last < *first)
        keys.problem("first_year", "first_year and last_year are no years in their order", "take the file as sealed");
    diagnostics.throw_if_any();
    panel.first_year = *first;
    panel.years = static_cast<std::size_t>(*last - *first + 1);
    if (panel.states.size() * panel.series.size() > (std::size_t{1} << 26) / panel.years)
        throw LimitError(path + ": more than 2^26 values");
    panel.values.assign(panel.states.size() * panel.series.size() * panel.years, std::nan(""));
    each_year(
        table_at(data, "values", path), path, panel, diagnostics,
        [&](std::size_t state, std::size_t series, std::int64_t year, const TomlValue& value) {
            if (year < *first || year > *last || (value.kind != TomlKind::real && value.kind != TomlKind::integer))
                return false;
            panel.at(state, year)[series] = value.real;
            return true;
        });
}

ForecastRequest read_sealed_question(const TomlValue& question, const std::string& path, Diagnostics& diagnostics,
                                     SealedForecast& seal) {
    ScenarioKeys keys(question, path, "question", diagnostics);
    keys.allow({"model", "horizons", "draws", "scale", "seed", "options", "lower", "upper"});
    seal.model = keys.needed_text("model");
    seal.options = keys.text("options").value_or("");
    const std::string seed = keys.needed_text("seed");
    if (std::from_chars(seed.data(), seed.data() + seed.size(), seal.seed).ec != std::errc{})
        keys.problem("seed", "'" + seed + "' is no seed", "take the file as it was sealed");
    ForecastRequest request{{}, static_cast<std::size_t>(keys.integer("draws", 20, 100'000).value_or(20)), 1, {}};
    for (const double horizon : keys.numbers("horizons").value_or(std::vector<double>{})) {
        const std::size_t before = request.horizons.empty() ? 0 : request.horizons.back();
        if (!(horizon > static_cast<double>(before) && horizon <= 100 && horizon == std::floor(horizon)))
            keys.problem("horizons", "horizons are not whole numbers from 1 to 100 that rise",
                         "take the file as sealed");
        else
            request.horizons.push_back(static_cast<std::size_t>(horizon));
    }
    if (request.horizons.empty()) keys.problem("horizons", "there is no horizon", "take the file as it was sealed");
    const std::string scale = keys.needed_text("scale");
    for (const ValueScale::Kind kind : {ValueScale::Kind::free, ValueScale::Kind::shares, ValueScale::Kind::bounded})
        if (scale == seal_scale_name(kind)) seal.scale.kind = kind;
    if (scale != seal_scale_name(seal.scale.kind))
        keys.problem("scale", "there is no scale '" + scale + "'", "take the file as it was sealed");
    if (seal.scale.kind == ValueScale::Kind::bounded) {
        seal.scale.lower = keys.needed_number("lower");
        seal.scale.upper = keys.needed_number("upper");
        if (!(seal.scale.lower < seal.scale.upper))
            keys.problem("lower", "lower is not below upper", "take the file as sealed");
    }
    return request;
}

/// Draws of one number: as many as there have to be, all finite.
bool read_sealed_numbers(std::string_view text, std::span<double> draws) {
    std::size_t count = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        const std::optional<double> number = parse_real(text.substr(from, to - from));
        if (!number || count == draws.size()) return false;
        draws[count++] = *number;
        from = to + 1;
    }
    return count == draws.size();
}

SealedDraws read_sealed_forecast(const TomlValue& value, const std::string& path, const ForecastRequest& request,
                                 const YearPanel& panel, Diagnostics& diagnostics) {
    ScenarioKeys keys(value, path, "forecast", diagnostics);
    keys.allow({"name", "describes", "naive", "draws"});
    SealedDraws forecast{keys.needed_text("name"), keys.needed_text("describes"), false, empty_draws(panel, request)};
    const TomlEntry* naive = value.find("naive");
    forecast.naive = naive != nullptr && naive->value.boolean;
    each_year(table_at(value, "draws", path), path, panel, diagnostics,
              [&](std::size_t state, std::size_t series, std::int64_t year, const TomlValue& draws) {
                  const auto ahead = std::ranges::find(
                      request.horizons, static_cast<std::size_t>(std::max<std::int64_t>(0, year - panel.last_year())));
                  if (ahead == request.horizons.end() || draws.kind != TomlKind::text) return false;
                  const auto horizon = static_cast<std::size_t>(ahead - request.horizons.begin());
                  return read_sealed_numbers(draws.text, forecast.draws.of(state, horizon, series));
              });
    return forecast;
}

bool is_day(const std::string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t at : {0, 1, 2, 3, 5, 6, 8, 9})
        if (text[at] < '0' || text[at] > '9') return false;
    const int month = std::stoi(text.substr(5, 2)), day = std::stoi(text.substr(8, 2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

SealRead read_seal(std::string_view text, const std::string& path) {
    const TomlValue document = parse_json_document(text, path);
    if (document.kind != TomlKind::table)
        throw InputError(Problem{path, 1, 1, "this is no sealed forecast", "give a file that --seal wrote"});
    prove_seal(document, path);
    const TomlEntry* format = document.find("tarazy_seal");
    if (format->value.kind != TomlKind::integer || format->value.integer != seal_format)
        throw InputError(Problem{path, format->place.line, format->place.column,
                                 "the seal has another format than " + std::to_string(seal_format),
                                 "read it with the version of tarazy that wrote it"});
    SealRead read{{}, document.find("sha256")->value.text};
    SealedForecast& seal = read.seal;
    Diagnostics diagnostics;
    ScenarioKeys keys(document, path, "seal", diagnostics);
    keys.allow({"tarazy_seal", "sealing", "question", "data", "forecasts", "hashes", "sha256"});
    ScenarioKeys sealing(table_at(document, "sealing", path), path, "sealing", diagnostics);
    sealing.allow({"date", "program"});
    seal.sealed_on = sealing.needed_text("date");
    seal.program = sealing.needed_text("program");
    if (!is_day(seal.sealed_on)) sealing.problem("date", "'" + seal.sealed_on + "' is no day", "YYYY-MM-DD");
    read_sealed_data(table_at(document, "data", path), path, diagnostics, seal);
    const ForecastRequest request = read_sealed_question(table_at(document, "question", path), path, diagnostics, seal);
    diagnostics.throw_if_any();
    const TomlValue& forecasts = table_at(document, "forecasts", path, TomlKind::list);
    const std::size_t numbers =
        seal.history.states.size() * seal.history.series.size() * request.horizons.size() * forecasts.items.size();
    if (request.draws > (std::size_t{1} << 27) / std::max<std::size_t>(1, numbers))
        throw LimitError(path + ": more than 2^27 draws");
    std::set<std::string> names;
    for (const TomlValue& item : forecasts.items) {
        seal.forecasts.push_back(read_sealed_forecast(item, path, request, seal.history, diagnostics));
        if (!names.insert(seal.forecasts.back().name).second)
            diagnostics.add({path, item.place.line, item.place.column,
                             "'" + seal.forecasts.back().name + "' stands twice", "take the file as it was sealed"});
    }
    if (!names.contains(seal.model))
        diagnostics.add(
            {path, 1, 1, "the model '" + seal.model + "' is none of the forecasts", "take the file as it was sealed"});
    diagnostics.throw_if_any();
    return read;
}

}  // namespace tarazy
