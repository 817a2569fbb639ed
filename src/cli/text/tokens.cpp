#include "base/error.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"
#include "table/table_rows.hpp"
#include "text/tokens/token_selection.hpp"

#include <memory>
#include <set>

namespace tarazy {
namespace {

struct TokensCommand {
    TextInput input;
    std::string show = "tokens";
};

constexpr std::int32_t no_level = -1;  ///< a missing text

Table table_of_tokens(TextTokens read) {
    const Tokens& tokens = read.tokens;
    std::vector<std::int64_t> positions, starts, ends;
    TextCells ids, types, lemmas, languages;
    types.levels = tokens.types;
    if (read.lemmas) lemmas.levels = std::move(read.lemmas->lemmas);
    languages.levels = read.languages.names;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        ids.levels.push_back(tokens.documents[document]);
        for (std::size_t token = tokens.first[document]; token < tokens.first[document + 1]; ++token) {
            ids.codes.push_back(static_cast<std::int32_t>(document));
            types.codes.push_back(static_cast<std::int32_t>(tokens.type[token]));
            positions.push_back(static_cast<std::int64_t>(token - tokens.first[document] + 1));
            starts.push_back(tokens.start[token]);
            ends.push_back(std::int64_t{tokens.start[token]} + tokens.length[token]);
            lemmas.codes.push_back(read.lemmas ? static_cast<std::int32_t>(read.lemmas->lemma[token]) : no_level);
            const bool known = read.languages.known() && !languages.levels[read.languages.of_token[token]].empty();
            languages.codes.push_back(known ? read.languages.of_token[token] : no_level);
        }
    }
    Table table;
    table.add("doc_id", Column(std::move(ids)));
    table.add("position", Column(std::move(positions)));
    table.add("token", Column(std::move(types)));
    table.add("lemma", Column(std::move(lemmas)));
    table.add("language", Column(std::move(languages)));
    table.add("start", Column(std::move(starts)));
    table.add("end", Column(std::move(ends)));
    return table;
}

Table table_of_sizes(const Tokens& tokens) {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"tokens"}, IntegerColumn{"types"}, IntegerColumn{"words"},
                   IntegerColumn{"punctuation"}, IntegerColumn{"numbers"}, IntegerColumn{"symbols"});
    std::vector<TokenKind> kinds;
    for (const std::string& type : tokens.types) kinds.push_back(token_kind(type));
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        std::set<std::uint32_t> types;
        std::size_t words = 0, marks = 0, numbers = 0, symbols = 0;
        for (const std::uint32_t type : tokens.of_document(document)) {
            types.insert(type);
            words += kinds[type] == TokenKind::word ? 1 : 0;
            marks += kinds[type] == TokenKind::punctuation ? 1 : 0;
            numbers += kinds[type] == TokenKind::number ? 1 : 0;
            symbols += kinds[type] == TokenKind::symbol ? 1 : 0;
        }
        rows.add(tokens.documents[document], tokens.of_document(document).size(), types.size(), words, marks, numbers,
                 symbols);
    }
    return rows.table();
}

void show_tokens(Session& session, const TokensCommand& command) {
    TextTokens read = read_text_tokens(session, command.input);
    if (read.tokens.size() == 0)
        throw InputError({command.input.path, 0, 0, "no token is left", "remove less, or give texts with words"});
    print_table(session, command.show == "sizes" ? table_of_sizes(read.tokens) : table_of_tokens(std::move(read)));
}

}  // namespace

void add_text_tokens(CLI::App& noun, Session& session) {
    auto command = std::make_shared<TokensCommand>();
    const std::string data = "src/text/testdata/four_languages.csv";
    CLI::App& app =
        add_command(noun, "tokens", "Of which words, numbers and marks do the texts consist, and where do they stand?",
                    {{"tarazy text tokens " + data, "every token with its place in bytes"},
                     {"tarazy text tokens " + data + " --tokens quanteda --show sizes",
                      "how many a document, cut as quanteda cuts"},
                     {"tarazy text tokens " + data + " --lemmas", "with the lemma and language of every token"}},
                    session, [&session, command] { show_tokens(session, *command); });
    add_token_options(app, command->input);
    app.add_option("--show", command->show, "tokens, or sizes: how many tokens and types a document has")
        ->check(CLI::IsMember({"tokens", "sizes"}))
        ->capture_default_str();
}

}  // namespace tarazy
