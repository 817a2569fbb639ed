#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "table/table_parts.hpp"
#include "text/estimates/estimate_table.hpp"
#include "text/estimates/sentence_sample.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct EstimateCommand {
    std::string codes, sample, categories, by, estimator;
    HandSampleColumns columns;
    double confidence = 0.95, half_width = 0;
};

Table estimated(const HandSample& sample, const EstimateCommand& command, const EstimateOptions& options,
                std::vector<std::string>& warnings) {
    return command.half_width > 0 ? coding_plan_table(sample, command.half_width, options, command.codes, warnings)
                                  : estimate_table(sample, options, command.codes, warnings);
}

/// Sentences with lists of codes: each code on its own.
Table sentence_estimates(Session& session, const EstimateCommand& command, const Table& sentences,
                         std::vector<std::string>& warnings) {
    if (command.sample.empty())
        throw UsageError(
            "--codes has sentences; give those that a person read with --sample, as `text sample` draws "
            "them and with their codes");
    const SentenceSample units =
        sentence_sample(sentences, read_input(session, command.sample), listed(command.categories, ','));
    HandSampleColumns columns = command.columns;
    columns.unit = "unit";
    if (!columns.stratum_asked && sentences.find("rarest_code")) columns.stratum = "rarest_code";
    Table all;
    for (const std::string& code : units.codes) {
        columns.machine = columns.hand = unit_column(code);
        HandSample sample = read_hand_sample(units.machine, units.hand, columns);
        std::ranges::replace(sample.stratum, std::string(), std::string("none"));  // sentences without a code
        EstimateOptions options;
        options.confidence = command.confidence;
        options.label = code;
        std::vector<std::string> told;
        Table one = estimated(sample, command, options, told);
        for (std::string& warning : told)
            if (std::ranges::find(warnings, warning) == warnings.end()) warnings.push_back(std::move(warning));
        all = all.columns.empty() ? std::move(one) : append_rows(all, one);
    }
    return all;
}

/// Those that --by and --estimator leave. A plan has no estimators.
Table chosen_rows(const Table& table, const EstimateCommand& command) {
    if (!command.estimator.empty() && !table.find("estimator"))
        throw UsageError("--estimator does not go with --plan, which is that of ppi_plus; leave it out");
    Table rows = command.by.empty() ? table : rows_where(table, "by", command.by);
    if (!command.estimator.empty()) rows = rows_where(rows, "estimator", command.estimator);
    if (rows.rows() > 0) return rows;
    throw UsageError("no row is left of " + (command.by.empty() ? "" : "--by " + command.by) +
                     (command.estimator.empty() ? "" : " --estimator " + command.estimator) +
                     (command.by.empty() || rows_where(table, "by", command.by).rows() > 0
                          ? "; it asks for two hand codes in a group, ppi_plus_stratified for strata with two each"
                          : "; the units have no column " + command.by));
}

void run_estimate(Session& session, const EstimateCommand& command) {
    const Table codes = read_input(session, command.codes);
    std::vector<std::string> warnings;
    Table result;
    if (is_sentence_table(codes)) {
        result = sentence_estimates(session, command, codes, warnings);
    } else {
        const Table other = command.sample.empty() ? Table() : read_input(session, command.sample);
        const HandSample sample = read_hand_sample(codes, command.sample.empty() ? codes : other, command.columns);
        if (sample.probability.empty())
            note(session, "no column '" + command.columns.probability +
                              "': the sample is taken for a simple random one, each unit with probability n / N");
        EstimateOptions options;
        options.categories = listed(command.categories, ',');
        options.confidence = command.confidence;
        result = estimated(sample, command, options, warnings);
    }
    for (std::string& warning : warnings) warn(session, std::move(warning));
    print_table(session, chosen_rows(result, command));
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
    app.add_option("--codes", options->codes,
                   "machine codes of all units: unit,<code>[,stratum][,year]; or the sentences of `text codes --show "
                   "sentences`: each of their codes")
        ->required();
    app.add_option("--sample", options->sample,
                   "the sample coded by hand: unit,hand[,probability], of sentences doc_id,sentence,codes[,probability]"
                   "[,coder]; left out: these columns are in --codes");
    app.add_option("--unit", options->columns.unit, "column of units")->capture_default_str();
    app.add_option("--machine", options->columns.machine, "column of the machine's codes")->capture_default_str();
    app.add_option("--hand", options->columns.hand, "column of the hand codes, empty where not coded")
        ->capture_default_str();
    app.add_option("--probability", options->columns.probability, "column of the probabilities of being sampled")
        ->capture_default_str();
    app.add_option("--stratum", options->columns.stratum, "column of strata")->capture_default_str();
    app.add_option("--year", options->columns.year, "column of years")->capture_default_str();
    app.add_option("--category", options->categories,
                   "codes whose shares are wanted, where codes are no numbers; of sentences: only these");
    app.add_option("--confidence", options->confidence, "level of the intervals")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    app.add_option("--by", options->by, "only rows of all units together, of strata or of years")
        ->check(CLI::IsMember({"all", "stratum", "year"}));
    app.add_option("--estimator", options->estimator, "only rows of this estimator")
        ->check(
            CLI::IsMember({"machine_only", "hand_only", "ppi", "ppi_plus", "design_weighted", "ppi_plus_stratified"}));
    app.add_option("--plan", options->half_width, "how many units to code for an interval of this half-width")
        ->check(CLI::Range(1e-9, 1e12));
}

}  // namespace tarazy
