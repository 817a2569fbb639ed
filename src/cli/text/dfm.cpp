#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"

#include <memory>

namespace tarazy {

void add_text_dfm(CLI::App& noun, Session& session) {
    auto input = std::make_shared<TextInput>();
    input->keep_case = false;
    CLI::App& app = add_command(
        noun, "dfm", "How often does each word occur in each document?",
        {{"tarazy text dfm src/text/testdata/four_languages.csv --remove-punct", "words of short texts, lower case"},
         {"tarazy text dfm speeches/ --tokens quanteda", "a folder of .txt files, cut as quanteda cuts"}},
        session,
        [&session, input] { print_table(session, document_feature_table(read_features_input(session, *input))); });
    add_token_options(app, *input);
}

}  // namespace tarazy
