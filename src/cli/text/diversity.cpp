#include "base/error.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "text/counts/lexical_diversity.hpp"

#include <memory>

namespace tarazy {
namespace {

struct DiversityCommand {
    CountsInput input;
    SequenceDiversityOptions options;
};

void show_diversity(Session& session, const DiversityCommand& command) {
    const TextInput& input = command.input.text;
    OpenedInput opened = open_text_input(session, input);
    if (opened.counts) {
        note(session, "counts have no order of words, so that MATTR, MSTTR and MTLD are missing");
        return print_table(session,
                           lexical_diversity_table(opened_text_features(session, input, std::move(opened)).matrix));
    }
    const Tokens tokens = opened_tokens(session, input, std::move(opened));
    std::vector<SequenceDiversity> sequences;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        session.work.check();
        sequences.push_back(sequence_diversity(tokens.of_document(document), command.options));
    }
    print_table(session, lexical_diversity_table(document_feature_matrix(tokens), sequences));
}

}  // namespace

void add_text_diversity(CLI::App& noun, Session& session) {
    auto command = std::make_shared<DiversityCommand>();
    command->input.text.keep_case = false;
    command->input.text.tokens.remove_punctuation = true;
    const std::string speeches = "examples/short-speeches/speeches.csv";
    CLI::App& app = add_command(
        noun, "diversity", "How varied are the words of each document?",
        {{"tarazy text diversity " + speeches, "measures of lexical diversity, a row a document"},
         {"tarazy text diversity " + speeches + " --window 20 --segment 20", "texts shorter than 100 words"}},
        session, [&session, command] { show_diversity(session, *command); });
    add_counts_options(app, command->input);
    app.add_option("--window", command->options.window, "tokens of a window of MATTR")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--segment", command->options.segment, "tokens of a segment of MSTTR")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--factor", command->options.factor, "share of types at which a factor of MTLD is full")
        ->check(CLI::Range(0.01, 0.99))
        ->capture_default_str();
}

}  // namespace tarazy
