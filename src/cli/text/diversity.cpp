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

/// Counts do not know the order of words. Standard input cannot be looked at twice: it is taken as if it were counts.
bool knows_order(Session& session, const CountsInput& input) {
    if (!is_table_input(input.text)) return true;
    if (input.text.path == "-") return false;
    const bool counts = is_count_table(read_input(session, input.text.path), input.text);
    session.inputs.pop_back();  // it is read once more, in full
    return !counts;
}

void show_diversity(Session& session, const DiversityCommand& command) {
    const CountsInput& input = command.input;
    if (!knows_order(session, input)) {
        note(session, std::string(input.text.path == "-" ? "of standard input only counts are taken"
                                                         : "counts have no order of words") +
                          ", so that MATTR, MSTTR and MTLD are missing");
        return print_table(session, lexical_diversity_table(read_described_features(session, input).matrix));
    }
    const Tokens tokens = read_tokens_input(session, input.text);
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
