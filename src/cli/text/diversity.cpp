#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "text/counts/lexical_diversity.hpp"

#include <memory>

namespace tarazy {

void add_text_diversity(CLI::App& noun, Session& session) {
    auto input = std::make_shared<CountsInput>();
    input->text.keep_case = false;
    input->text.tokens.remove_punctuation = true;
    const std::string speeches = "examples/short-speeches/speeches.csv";
    CLI::App& app =
        add_command(noun, "diversity", "How varied are the words of each document?",
                    {{"tarazy text diversity " + speeches, "measures of lexical diversity, a row a document"},
                     {"tarazy text diversity " + speeches + " --remove-numbers", "numbers are no words"}},
                    session, [&session, input] {
                        print_table(session, lexical_diversity_table(read_described_features(session, *input).matrix));
                    });
    add_counts_options(app, *input);
}

}  // namespace tarazy
