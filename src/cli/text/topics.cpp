#include "cli/json_rows.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/model_input.hpp"
#include "text/topics/topic_model.hpp"
#include "text/topics/topic_tables.hpp"

#include <memory>

namespace tarazy {
namespace {

struct TopicsCommand {
    ModelInput input;
    TopicModelOptions options;
    std::string seeds, keywords, model = "lda", weights = "information", show = "words";
};

void run_topics(Session& session, TopicsCommand command) {
    const DocumentFeatureMatrix matrix = read_model_input(session, command.input);
    if (!command.keywords.empty()) {
        if (!command.seeds.empty()) throw UsageError("give --seeds (for lda) or --keywords (for keyatm), not both");
        command.seeds = command.keywords;
        command.model = "keyatm";
    }
    if (command.model == "keyatm") command.options.kind = TopicModelKind::keyatm;
    command.options.weigh_words = command.weights == "information";
    if (!command.seeds.empty()) command.options.seeds = read_seed_words(read_input(session, command.seeds));
    command.options.seed = session.seed;
    command.options.threads = session.threads;
    command.options.work = session.work;
    const TopicModel model = fit_topics(matrix, command.options);
    for (const std::string& one : model.notes) warn(session, one);
    note(session, std::to_string(model.tokens) + " tokens, " + std::to_string(model.chains.size()) +
                      " chains; reported is chain " + std::to_string(model.best + 1) +
                      ", the one with the highest log P(words, topics)");
    const Table words = topic_word_table(model, command.options.top_words),
                summary = topic_summary_table(model, command.options.top_words), chains = topic_chain_table(model),
                documents = topic_document_table(model);
    print_json(session,
               "{\"topics\":" + rows_json_text(summary) + ",\"words\":" + rows_json_text(words) +
                   ",\"documents\":" + rows_json_text(documents) + ",\"chains\":" + rows_json_text(chains) + "}",
               command.show == "words"       ? &words
               : command.show == "documents" ? &documents
               : command.show == "chains"    ? &chains
                                             : &summary);
}

}  // namespace

void add_text_topics(CLI::App& noun, Session& session) {
    auto command = std::make_shared<TopicsCommand>();
    const std::string data = "tarazy text topics src/text/testdata/two_topics.csv --k 2";
    CLI::App& app = add_command(
        noun, "topics",
        "What do documents speak of? Latent Dirichlet allocation by Gibbs sampling (Griffiths & Steyvers 2004), from\n"
        "several starts whose topics are matched; with --seeds, topics that are known beforehand (Watanabe & Baturo "
        "2024);\nwith --keywords, the keyword assisted topic model (Eshima, Imai & Sasaki 2024).",
        {{data, "the words of two topics"},
         {data + " --show documents", "the topics of each document"},
         {data + " --keywords src/text/testdata/two_topics_seeds.csv --show summary", "topics with keywords"}},
        session, [&session, command] { run_topics(session, *command); });
    add_model_input_options(app, command->input);
    app.add_option("--k", command->options.topics, "topics, those of --seeds among them")->capture_default_str();
    app.add_option("--seeds", command->seeds, "table topic,feature; * at the end of a feature stands for any ending");
    app.add_option("--seed-weight", command->options.seed_weight,
                   "share of a seed word's count that is added to its prior in its topic")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--model", command->model, "lda, or keyatm (needs --keywords)")
        ->check(CLI::IsMember({"lda", "keyatm"}))
        ->capture_default_str();
    app.add_option("--keywords", command->keywords,
                   "table topic,feature: keywords of topics, for keyatm; * at the end of a feature stands for any "
                   "ending");
    app.add_option("--keyword-beta", command->options.keyword_beta, "keyatm: prior of each keyword in its topic")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--weights", command->weights,
                   "keyatm: information (a token counts -log2 of its word's share, so that frequent words count less) "
                   "or none")
        ->check(CLI::IsMember({"information", "none"}))
        ->capture_default_str();
    app.add_option("--alpha", command->options.alpha,
                   "prior of each topic in a document (default: 50/k; keyatm: drawn for each topic)")
        ->check(CLI::PositiveNumber);
    app.add_option("--beta", command->options.beta, "prior of each word in a topic (default: 0.1; keyatm: 0.01)")
        ->check(CLI::PositiveNumber);
    app.add_option("--sweeps", command->options.sweeps, "over all tokens")
        ->check(CLI::Range(std::size_t{2}, std::size_t{10'000'000}))
        ->capture_default_str();
    app.add_option("--burn-in", command->options.burn_in, "sweeps that are not kept")->capture_default_str();
    app.add_option("--thin", command->options.thin, "every so manieth of the others is kept")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
        ->capture_default_str();
    app.add_option("--chains", command->options.chains, "starts")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1000}))
        ->capture_default_str();
    app.add_option("--top", command->options.top_words, "words of a topic that are shown and make its coherence")
        ->check(CLI::Range(std::size_t{2}, std::size_t{1000}))
        ->capture_default_str();
    app.add_option("--show", command->show, "words, documents, summary (of topics) or chains")
        ->check(CLI::IsMember({"words", "documents", "summary", "chains"}))
        ->capture_default_str();
}

}  // namespace tarazy
