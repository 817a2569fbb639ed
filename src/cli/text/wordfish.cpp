#include "text/scaling/wordfish.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/json_rows.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/model_input.hpp"
#include "text/scaling/wordfish_bootstrap.hpp"
#include "text/scaling/wordscores_bootstrap.hpp"

#include <memory>

namespace tarazy {
namespace {

struct WordfishCommand {
    ModelInput input;
    std::vector<std::string> direction;
    WordfishOptions options;
    bool words = false, without_errors = false;
    std::size_t replicates = 0;
    std::string resample = "documents";
};

WordfishBootstrap bootstrap_of(Session& session, const WordfishCommand& command, const DocumentFeatureMatrix& matrix,
                               const std::optional<SentenceCounts>& sentences, const WordfishFit& fit) {
    const WordfishReplicates asked{
        .replicates = command.replicates, .seed = session.seed, .threads = session.threads, .work = session.work};
    WordfishBootstrap boot = sentences ? wordfish_sentence_bootstrap(*sentences, fit, command.options, asked)
                                       : wordfish_document_bootstrap(matrix, fit, command.options, asked);
    if (boot.undefined + boot.not_converged > 0)
        warn(session, std::to_string(boot.undefined + boot.not_converged) + " of " + std::to_string(boot.replicates) +
                          " resamples say nothing: in " + std::to_string(boot.undefined) +
                          " no position is defined, in " + std::to_string(boot.not_converged) +
                          " the search did not end");
    return boot;
}

void run_wordfish(Session& session, WordfishCommand command) {
    if (!command.direction.empty()) {
        if (command.direction.size() != 2)
            throw UsageError("--direction takes the ids of two documents, LOW,HIGH; it has " +
                             std::to_string(command.direction.size()));
        command.options.low = command.direction[0];
        command.options.high = command.direction[1];
    }
    command.options.errors = !command.without_errors;
    command.options.threads = session.threads;
    command.options.work = session.work;
    std::optional<SentenceCounts> sentences;
    if (command.replicates > 0 && command.resample == "sentences")
        sentences = read_model_sentences(session, command.input);
    const DocumentFeatureMatrix matrix = sentences ? sentences->model : read_model_input(session, command.input);
    const WordfishFit fit = wordfish(matrix, command.options);
    for (const std::string& one : fit.notes) warn(session, one);
    if (!fit.converged) {
        warn(session, "not converged: the largest relative derivative is " + number_text(fit.kkt) + " after " +
                          std::to_string(fit.iterations) + " iterations; give more --iterations");
        session.status = exit_check_failed;
    }
    const auto number = [](const std::string& name, double value) { return "\"" + name + "\":" + number_text(value); };
    Table documents = wordfish_document_table(fit), words = wordfish_word_table(fit);
    if (command.replicates > 0) {
        const WordfishBootstrap boot = bootstrap_of(session, command, matrix, sentences, fit);
        add_replicate_columns(documents, boot.theta);
        add_replicate_columns(words, boot.beta);
    }
    std::string json = "{" + number("objective", fit.objective) + "," + number("log_likelihood", fit.log_likelihood) +
                       "," + number("kkt_residual", fit.kkt) + ",\"converged\":" + (fit.converged ? "true" : "false") +
                       ",\"iterations\":" + std::to_string(fit.iterations) +
                       ",\"dispersion\":" + (fit.dispersion ? number_text(*fit.dispersion) : "null");
    json += ",\"documents\":" + rows_json_text(documents) + ",\"words\":" + rows_json_text(words) + "}";
    note(session, std::to_string(fit.documents.size()) + " documents, " + std::to_string(fit.words.size()) +
                      " features; objective " + number_text(fit.objective) + ", log-likelihood " +
                      number_text(fit.log_likelihood) + ", KKT residual " + number_text(fit.kkt) +
                      (fit.dispersion ? ", dispersion " + number_text(*fit.dispersion) : std::string()));
    print_json(session, json, command.words ? &words : &documents);
}

}  // namespace

void add_text_wordfish(CLI::App& noun, Session& session) {
    auto command = std::make_shared<WordfishCommand>();
    const std::string data = "tarazy text wordfish src/text/testdata/lbg_counts.csv --direction R1,R5";
    CLI::App& app = add_command(
        noun, "wordfish",
        "Where do documents stand on one dimension, from their words alone? Wordfish (Slapin & Proksch "
        "2008),\nsearched to the optimum.",
        {{data, "six made-up texts; R1 lies below R5"}, {data + " --words", "how far each word sets documents apart"}},
        session, [&session, command] { run_wordfish(session, *command); });
    add_model_input_options(app, command->input);
    app.add_option("--direction", command->direction,
                   "ids of two documents, LOW,HIGH: the first gets the lower position")
        ->delimiter(',');
    app.add_flag("--words", command->words, "positions of words instead of documents");
    app.add_option("--prior-sd", command->options.prior_sd, "standard deviation of the normal prior of beta")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--tolerance", command->options.tolerance,
                   "largest derivative, relative to the counts it is made of")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--iterations", command->options.iterations, "at most")->capture_default_str();
    app.add_option("--bootstrap", command->replicates,
                   "resamples, each fitted anew: standard errors and intervals that do not lean on the model; 0 = none")
        ->check(CLI::Range(std::size_t{0}, std::size_t{100'000}))
        ->capture_default_str();
    app.add_option("--resample", command->resample,
                   "what is drawn with replacement: documents, or the sentences of each document")
        ->check(CLI::IsMember({"documents", "sentences"}))
        ->capture_default_str();
    app.add_flag("--no-errors", command->without_errors, "without standard errors");
}

}  // namespace tarazy
