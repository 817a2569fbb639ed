#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"
#include "text/counts/keyword_in_context.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct KwicCommand {
    TextInput input;
    std::vector<std::string> patterns;
    std::string sort = "position";
    KwicOptions options;
};

void show_keywords(Session& session, KwicCommand command) {
    command.options.work = session.work;
    command.options.order = command.sort == "left"    ? KwicOrder::left
                            : command.sort == "right" ? KwicOrder::right
                                                      : KwicOrder::position;
    const TextTokens read = read_text_tokens(session, command.input);
    if (read.lemmas) command.options.lemmas = &*read.lemmas;
    const Kwic kwic = keyword_in_context(read.tokens, command.patterns, command.options);
    const auto asks_lemma = [](const std::string& pattern) { return pattern.find("lemma:") != std::string::npos; };
    if (read.lemmas && std::ranges::none_of(command.patterns, asks_lemma))
        note(session, "the patterns are looked for in words as written; lemma:WORD finds all forms of a word");
    for (const std::string& pattern : kwic.not_found) warn(session, "'" + pattern + "' does not occur");
    print_table(session, kwic.table);
}

}  // namespace

void add_text_kwic(CLI::App& noun, Session& session) {
    auto command = std::make_shared<KwicCommand>();
    const std::string data = "src/text/testdata/four_languages.csv";
    CLI::App& app = add_command(
        noun, "kwic", "In which words around them do keywords stand?",
        {{"tarazy text kwic " + data + " --pattern 'nuclear*' 'ядер*' 'ядролық*' '核*'",
          "globs, in any case of letters"},
         {"tarazy text kwic " + data + " --pattern 'security assurances' --window 3 --sort right", "a phrase"}},
        session, [&session, command] { show_keywords(session, *command); });
    add_token_options(app, command->input);
    app.add_option("--pattern", command->patterns,
                   "words, globs (* and ?), phrases, with --lemmas also lemma:WORD; several may follow")
        ->required();
    app.add_flag("--regex", command->options.regex, "each pattern is a regular expression for one token");
    app.add_flag("--case-sensitive", command->options.case_sensitive, "Peace is not peace");
    app.add_option("--window", command->options.window, "tokens on either side")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
        ->capture_default_str();
    app.add_option("--sort", command->sort, "position, or left or right: by the words before or behind")
        ->check(CLI::IsMember({"position", "left", "right"}))
        ->capture_default_str();
}

}  // namespace tarazy
