#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "text/estimates/estimate_table.hpp"

#include <memory>

namespace tarazy {
namespace {

struct EstimateCommand {
    std::string codes, sample, categories;
    HandSampleColumns columns;
    double confidence = 0.95, half_width = 0;
};

void run_estimate(Session& session, const EstimateCommand& command) {
    const Table codes = read_input(session, command.codes);
    const Table other = command.sample.empty() ? Table() : read_input(session, command.sample);
    const HandSample sample = read_hand_sample(codes, command.sample.empty() ? codes : other, command.columns);
    if (sample.probability.empty())
        note(session, "no column '" + command.columns.probability +
                          "': the sample is taken for a simple random one, each unit with probability n / N");
    const EstimateOptions options{listed(command.categories, ','), command.confidence};
    std::vector<std::string> warnings;
    const Table result = command.half_width > 0
                             ? coding_plan_table(sample, command.half_width, options, command.codes, warnings)
                             : estimate_table(sample, options, command.codes, warnings);
    for (std::string& warning : warnings) warn(session, std::move(warning));
    print_table(session, result);
}

}  // namespace

void add_text_estimate(CLI::App& noun, Session& session) {
    auto options = std::make_shared<EstimateCommand>();
    const std::string codes = "tarazy text estimate --codes src/text/testdata/machine_codes.csv --machine good";
    CLI::App& app = add_command(
        noun, "estimate",
        "What is the share or mean when the machine's codes err? A random sample coded by hand corrects them:\n"
        "prediction-powered and design-weighted means with honest intervals, by stratum and by year.",
        {{codes, "the share over all units, by stratum and by year"},
         {codes + " --plan 0.03", "how many units to code by hand for an interval of half-width 0.03"}},
        session, [&session, options] {
            options->columns.stratum_asked = options->columns.stratum != HandSampleColumns().stratum;
            options->columns.year_asked = options->columns.year != HandSampleColumns().year;
            run_estimate(session, *options);
        });
    app.add_option("--codes", options->codes, "machine codes of all units: unit,<code>[,stratum][,year]")->required();
    app.add_option("--sample", options->sample,
                   "the sample coded by hand: unit,hand[,probability]; left out: these columns are in --codes");
    app.add_option("--unit", options->columns.unit, "column of units")->capture_default_str();
    app.add_option("--machine", options->columns.machine, "column of the machine's codes")->capture_default_str();
    app.add_option("--hand", options->columns.hand, "column of the hand codes, empty where not coded")
        ->capture_default_str();
    app.add_option("--probability", options->columns.probability, "column of the probabilities of being sampled")
        ->capture_default_str();
    app.add_option("--stratum", options->columns.stratum, "column of strata")->capture_default_str();
    app.add_option("--year", options->columns.year, "column of years")->capture_default_str();
    app.add_option("--category", options->categories, "codes whose shares are wanted, where codes are no numbers");
    app.add_option("--confidence", options->confidence, "level of the intervals")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    app.add_option("--plan", options->half_width, "how many units to code for an interval of this half-width")
        ->check(CLI::Range(1e-9, 1e12));
}

}  // namespace tarazy
