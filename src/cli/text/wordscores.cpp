#include "text/scaling/wordscores.hpp"
#include "cli/json_rows.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/model_input.hpp"
#include "text/scaling/wordscores_bootstrap.hpp"

#include <memory>

namespace tarazy {
namespace {

struct WordscoresCommand {
    ModelInput input;
    std::string scores, rescale = "none";
    WordscoresOptions options;
    bool words = false;
    std::size_t replicates = 0;
};

void run_wordscores(Session& session, WordscoresCommand command) {
    std::optional<SentenceCounts> sentences;
    if (command.replicates > 0) sentences = read_model_sentences(session, command.input);
    const DocumentFeatureMatrix matrix = sentences ? sentences->model : read_model_input(session, command.input);
    const auto scores = read_reference_scores(read_input(session, command.scores), matrix);
    command.options.rescaling = command.rescale == "lbg"  ? WordscoresRescaling::lbg
                                : command.rescale == "mv" ? WordscoresRescaling::mv
                                                          : WordscoresRescaling::none;
    const WordscoresResult result = wordscores(matrix, scores, command.options);
    for (const std::string& one : result.notes) warn(session, one);
    const Table words = word_score_table(matrix, result);
    if (command.words) return print_table(session, words);
    Table texts = wordscores_table(matrix, result, command.options.level);
    if (sentences)
        add_replicate_columns(texts, wordscores_bootstrap(*sentences, scores, command.options,
                                                          {.replicates = command.replicates,
                                                           .seed = session.seed,
                                                           .threads = session.threads,
                                                           .work = session.work}));
    print_json(session,
               "{\"rescale\":\"" + command.rescale + "\",\"texts\":" + rows_json_text(texts) +
                   ",\"words\":" + rows_json_text(words) + "}",
               &texts);
}

}  // namespace

void add_text_wordscores(CLI::App& noun, Session& session) {
    auto command = std::make_shared<WordscoresCommand>();
    const std::string data =
        "tarazy text wordscores src/text/testdata/lbg_counts.csv --scores "
        "src/text/testdata/lbg_scores.csv";
    CLI::App& app = add_command(noun, "wordscores",
                                "Where do texts stand between texts whose position is known?\n"
                                "Wordscores (Laver, Benoit & Garry 2003).",
                                {{data, "the made-up example of Laver, Benoit & Garry (2003)"},
                                 {data + " --rescale mv", "on the scale of the reference texts"}},
                                session, [&session, command] { run_wordscores(session, *command); });
    add_model_input_options(app, command->input);
    app.add_option("--scores", command->scores,
                   "table doc_id,score of the reference texts; all others are virgin texts")
        ->required();
    app.add_option("--rescale", command->rescale,
                   "none; lbg: virgin texts get the spread of the references (Laver, Benoit & Garry 2003); mv: the "
                   "outermost references lie at their own scores (Martin & Vanberg 2007)")
        ->check(CLI::IsMember({"none", "lbg", "mv"}))
        ->capture_default_str();
    app.add_option("--smooth", command->options.smooth, "added to every count of the reference texts")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    app.add_option("--level", command->options.level, "of the intervals")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    app.add_flag("--references-too", command->options.references_too,
                 "score the reference texts as if they were virgin texts, too; lbg then takes the spread of all");
    app.add_option(
           "--bootstrap", command->replicates,
           "resamples of the sentences of every text (Benoit, Laver & Mikhaylov 2009), for errors that know how "
           "words cluster; 0 = none")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_flag("--words", command->words, "the scores of words instead of texts");
}

}  // namespace tarazy
