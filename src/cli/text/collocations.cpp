#include "text/counts/collocations.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"

#include <memory>

namespace tarazy {
namespace {

struct CollocationWords {
    TextInput input;
    std::size_t size = 2;
    std::uint32_t least_count = 2;
    double smoothing = 0.5;
};

void print_collocations(Session& session, const CollocationWords& words) {
    const Tokens tokens = read_tokens_input(session, words.input);
    CollocationOptions options;
    options.size = words.size;
    options.least_count = words.least_count;
    options.smoothing = words.smoothing;
    options.left_out = marks_among(tokens.types);
    options.work = session.work;
    const Collocations found = collocations(tokens, options);
    if (found.found.empty())
        warn(session, "none of " + std::to_string(found.sequences) + " sequences of " + std::to_string(words.size) +
                          " words occurs " + std::to_string(words.least_count) + " times; lower --min-count");
    print_table(session, collocations_table(tokens, found, words.size));
}

}  // namespace

void add_text_collocations(CLI::App& noun, Session& session) {
    auto words = std::make_shared<CollocationWords>();
    words->input.keep_case = false;
    const std::string speeches = "examples/short-speeches/speeches.csv";
    CLI::App& app = add_command(
        noun, "collocations",
        "Which words stand together more often than each by itself explains?\n"
        "Sequences of two to five words within a document, none across punctuation: lambda and z (Blaheta & Johnson "
        "2001), PMI, NPMI, log-Dice.",
        {{"tarazy text collocations " + speeches, "pairs of words that occur twice or more"},
         {"tarazy text collocations " + speeches + " --size 3 --remove-punct",
          "three words in a row, punctuation taken away first"}},
        session, [&session, words] { print_collocations(session, *words); });
    add_token_options(app, words->input);
    app.add_option("--size", words->size, "words in a row, 2 to 5")->check(CLI::Range(2, 5))->capture_default_str();
    app.add_option("--min-count", words->least_count, "leave out what is rarer")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--smoothing", words->smoothing, "added to each count of lambda's table")->capture_default_str();
}

}  // namespace tarazy
