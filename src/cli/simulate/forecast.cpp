#include "base/program_version.hpp"
#include "base/sha256.hpp"
#include "cli/simulate/commands.hpp"
#include "cli/simulate/panel_options.hpp"
#include "io/atomic_file.hpp"
#include "simulate/forecast/read_seal.hpp"
#include "simulate/forecast/seal_scores.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>

namespace tarazy {
namespace {

struct ForecastCommand {
    PanelWords words;
    std::size_t years = 3;
    std::string model = "persistence", seal, score, with, show = "means";
    std::vector<const CLI::Option*> of_forecast = {};
};

/// Today in Greenwich: the same day wherever it is sealed.
std::string day_of_sealing() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &utc);
    return text.data();
}

std::string years_named(const std::vector<std::int64_t>& years) {
    std::string list;
    for (const std::int64_t year : years) list += (list.empty() ? "" : ", ") + std::to_string(year);
    return list;
}

/// What was typed after the verb but for names of files that it writes: it says how the forecast was made.
std::string options_typed(const Session& session) {
    std::string options;
    for (std::size_t i = 0; i < session.arguments.size(); ++i) {
        const std::string& word = session.arguments[i];
        if (word == "--seal" || word == "-o" || word == "--output" || word == "--threads") {
            ++i;
            continue;
        }
        if (word.starts_with("--seal=") || word.starts_with("--output=") || word.starts_with("--threads=")) continue;
        options += (options.empty() ? "" : " ") + word;
    }
    return options;
}

void write_seal(Session& session, const ForecastCommand& command, const SealedForecast& seal) {
    const std::string text = seal_text(seal);
    write_file_atomically(command.seal, text);
    note(session, command.seal + ": sealed on " + seal.sealed_on + ", SHA-256 " + read_seal(text, command.seal).sha256);
    note(session,
         "publish this number where its date can be seen by others: the file alone proves that nothing was changed "
         "since, not when it was written");
    const std::int64_t first = seal.history.last_year() + 1, foreseen = first_forecast_year(seal);
    const std::int64_t last = first + static_cast<std::int64_t>(command.years) - 1;
    if (foreseen > last)
        warn(session, "every year up to " + std::to_string(last) +
                          " had begun when this was sealed: it is a hindcast and no forecast");
    else if (foreseen > first)
        note(session, "years up to " + std::to_string(foreseen - 1) +
                          " had begun when this was sealed and count as hindcast; forecast are " +
                          std::to_string(foreseen) + " and later");
}

/// A seal is there to be found again: nothing takes its place, and it takes the place of nothing.
void require_new_seal(const Session& session, const std::string& seal) {
    std::error_code unknown;
    if (std::filesystem::exists(seal, unknown))
        throw UsageError("--seal '" + seal + "' is there already and is never overwritten; name a new file");
    const auto place = [](const std::string& path) { return std::filesystem::weakly_canonical(path); };
    if (!session.output.empty() && place(seal) == place(session.output))
        throw UsageError("--seal and -o name the same file; give each its own");
}

void make_forecast(Session& session, ForecastCommand command) {
    if (!command.seal.empty()) require_new_seal(session, command.seal);
    command.words.horizons.clear();
    for (std::size_t year = 1; year <= command.years; ++year)
        command.words.horizons += (year > 1 ? "," : "") + std::to_string(year);
    const PanelRead read = read_panel_input(session, command.words);
    const std::vector<Forecaster> model = forecasters_named(read.forecasters, {command.model});
    SealedForecast seal{.sealed_on = day_of_sealing(),
                        .program = program_version(),
                        .data_file = std::filesystem::path(command.words.path).filename().string(),
                        .data_sha256 = session.inputs.front().sha256,
                        .history = read.panel,
                        .scale = read.scale,
                        .seed = session.seed,
                        .options = options_typed(session),
                        .model = command.model,
                        .forecasts = {}};
    Table fan;
    WorkStep step(session.work, "forecasts", read.forecasters.size());
    for (const Forecaster& forecaster : read.forecasters) {
        ForecastDraws draws =
            forecaster.forecast(read.panel, {read.horizons, command.words.draws, session.seed, session.work});
        for (const std::string& sentence : draws.notes) note(session, forecaster.name + ": " + sentence);
        Table of_this = fan_of_draws(read.panel, forecaster.name, draws);
        fan = fan.columns.empty() ? std::move(of_this) : append_rows(fan, of_this);
        seal.forecasts.push_back({forecaster.name, forecaster.describe, forecaster.naive, std::move(draws)});
        step.advance();
    }
    if (fan.rows() == 0)
        throw InputError(
            Problem{command.words.path, 0, 0, "there is no forecast: every series is too short", "give longer series"});
    print_table(session, fan);
    if (!command.seal.empty()) write_seal(session, command, seal);
}

void score_forecast(Session& session, const ForecastCommand& command) {
    const std::string text = read_file(command.score);
    session.inputs.push_back({command.score, sha256_hex(text), 0});
    const SealRead read = read_seal(text, command.score);
    const SealedForecast& seal = read.seal;
    const YearPanel news = read_panel_again(session, command.words, command.with, seal.scale);
    check_reading(session);
    note(session, command.score + ": sealed on " + seal.sealed_on + ", SHA-256 " + read.sha256 + ", unchanged");
    const SealScores scores = score_seal(seal, news, command.with);
    for (const std::string& sentence : scores.notes) note(session, sentence);
    if (!scores.waiting.empty()) note(session, "the forecast waits for " + years_named(scores.waiting));
    for (const SealedMeans& means : scores.means) {
        if (!means.foreseen && seal.forecasts[means.forecaster].name == seal.model)
            note(session, years_named(means.years) + " had begun when this was sealed: that part is a hindcast");
    }
    note(session, "one origin: no interval can be given for the skill, and a single forecast proves little");
    print_table(session, command.show == "means" ? seal_means_table(seal, scores) : seal_score_table(seal, scores));
}

void run_forecast(Session& session, const ForecastCommand& command) {
    if (command.score.empty() != command.with.empty())
        throw UsageError("--score SEAL and --with FILE go together: a sealed forecast, and data that have its years");
    if (command.score.empty()) {
        if (command.words.path.empty())
            throw UsageError("name the file of series, or score a seal: --score SEAL --with FILE");
        return make_forecast(session, command);
    }
    if (!command.words.path.empty())
        throw UsageError("'" + command.words.path + "': with --score the new data stand behind --with");
    for (const CLI::Option* option : command.of_forecast)
        if (option->count() > 0)
            throw UsageError(option->get_name() + " belongs to a new forecast; a sealed one is scored as it is");
    score_forecast(session, command);
}

}  // namespace

void add_simulate_forecast(CLI::App& noun, Session& session) {
    auto command = std::make_shared<ForecastCommand>();
    CLI::App& app = add_command(
        noun, "forecast",
        "What comes next? Draws of the years to come, sealed with a hash so that they can be scored when the years "
        "are\n"
        "over, against benchmarks that were sealed with them.",
        {{"tarazy simulate forecast examples/corridor/shares.csv --horizon 3", "quantiles of the next three years"},
         {"tarazy simulate forecast examples/corridor/shares.csv --horizon 3 --model drift --seal /tmp/seal.json",
          "keep the forecast so that it can be scored"},
         {"tarazy simulate forecast --score examples/corridor/forecast-2021.json --with examples/corridor/shares.csv",
          "how good was it?"}},
        session, [&session, command] { run_forecast(session, *command); });
    app.add_option("series", command->words.path,
                   "yearly series: `state,series,year,value`, or a column a series beside `state` and `year`");
    add_panel_options(app, command->words);
    command->of_forecast = {app.get_option("--scale"), app.get_option("--bounds"), app.get_option("--draws"),
                            app.get_option("--forecasters"), app.get_option("--recent-years")};
    command->of_forecast.push_back(app.add_option("--horizon", command->years, "years ahead, each of them")
                                       ->check(CLI::Range(std::size_t{1}, std::size_t{100}))
                                       ->capture_default_str());
    command->of_forecast.push_back(
        app.add_option("--model", command->model, "the forecaster that is put to the test; the others are benchmarks")
            ->capture_default_str());
    command->of_forecast.push_back(app.add_option("--seal", command->seal, "file (.json) for the sealed forecast"));
    app.add_option("--score", command->score, "a sealed forecast, to be scored");
    app.add_option("--with", command->with, "the same series, up to a later year");
    app.add_option("--show", command->show, "with --score: means, or scores: every number")
        ->check(CLI::IsMember({"means", "scores"}))
        ->capture_default_str();
}

}  // namespace tarazy
