#include "cli/text/commands.hpp"
#include "cli/text/model_input.hpp"
#include "text/scaling/latent_semantic_scaling.hpp"
#include "text/scaling/sentence_units.hpp"

#include <memory>

namespace tarazy {
namespace {

struct LssCommand {
    ModelInput input;
    SemanticScalingOptions options;
    std::string seeds;
    bool words = false, raw = false;
};

/// Contexts are sentences where the texts are at hand, else documents.
struct LssCounts {
    DocumentFeatureMatrix contexts, documents;
};

LssCounts read_lss_input(Session& session, const LssCommand& command) {
    const TextInput& text = command.input.text;
    if (is_table_input(text) && is_count_table(read_input(session, text.path), text)) {
        note(session, "counts have no sentences: words are neighbours when they stand in the same document");
        const DocumentFeatureMatrix matrix = read_model_input(session, command.input);
        return {matrix, matrix};
    }
    const Tokens tokens = read_tokens_input(session, text);
    const FeatureLimits limits{command.input.limits.min_count, 1};
    return {model_features(document_feature_matrix(sentence_units(tokens)), limits),
            model_features(document_feature_matrix(tokens), limits)};
}

void run_lss(Session& session, LssCommand command) {
    command.options.seeds = read_polarity_seeds(read_input(session, command.seeds));
    command.options.standardise = !command.raw;
    command.options.seed = session.seed;
    command.options.threads = session.threads;
    command.options.work = session.work;
    const LssCounts counts = read_lss_input(session, command);
    const SemanticScaling scaling = semantic_scaling(counts.contexts, counts.documents, command.options);
    for (const std::string& one : scaling.notes) warn(session, one);
    const Table documents = semantic_document_table(counts.documents, scaling),
                words = semantic_word_table(counts.documents, scaling);
    print_json(session,
               "{\"dimensions\":" + std::to_string(scaling.dimensions) + ",\"documents\":" + rows_json_text(documents) +
                   ",\"words\":" + rows_json_text(words) + "}",
               command.words ? &words : &documents);
}

}  // namespace

void add_text_lss(CLI::App& noun, Session& session) {
    auto command = std::make_shared<LssCommand>();
    command->input.limits.min_count = 5;
    const std::string data =
        "tarazy text lss src/text/testdata/two_topics.csv --seeds "
        "src/text/testdata/two_topics_polarity.csv --dimensions 5";
    CLI::App& app = add_command(noun, "lss",
                                "How far do documents lean to one of two sides, from a few words of each?\n"
                                "Latent semantic scaling (Watanabe 2021).",
                                {{data, "documents between two sides"}, {data + " --words", "the polarity of words"}},
                                session, [&session, command] { run_lss(session, *command); });
    add_model_input_options(app, command->input);
    app.add_option("--seeds", command->seeds,
                   "table feature,weight: above 0 for one side, below for the other; * at the end of a feature stands "
                   "for any ending")
        ->required();
    app.add_option("--dimensions", command->options.dimensions, "of the space of words")
        ->check(CLI::Range(std::size_t{1}, std::size_t{2000}))
        ->capture_default_str();
    app.add_flag("--raw", command->raw, "documents as they are, not with mean 0 and standard deviation 1");
    app.add_flag("--words", command->words, "the polarity of words instead of documents");
}

}  // namespace tarazy
