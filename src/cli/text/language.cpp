#include "cli/text/commands.hpp"
#include "cli/text/document_input.hpp"
#include "table/table_rows.hpp"
#include "text/corpus/characters.hpp"

#include <memory>

namespace tarazy {
namespace {

struct LanguageCommand {
    DocumentWords words;
    bool merge = false;
};

Table language_table(const BuiltCorpus& built, bool merge) {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"segment"}, TextColumn{"language"}, RealColumn{"confidence"},
                   IntegerColumn{"start"}, IntegerColumn{"end"}, IntegerColumn{"letters"});
    for (std::size_t i = 0; i < built.size(); ++i) {
        const std::string_view text = built.clean[i].text;
        const std::vector<LanguageSegment> segments = merge ? merged_segments(built.languages[i]) : built.languages[i];
        std::size_t byte = 0, character = 0;  // counted on, so that long texts stay linear
        const auto characters_to = [&](std::size_t end) {
            character += count_characters(text.substr(byte, end - byte));
            byte = end;
            return character;
        };
        for (std::size_t s = 0; s < segments.size(); ++s) {
            const std::size_t start = characters_to(segments[s].begin), end = characters_to(segments[s].end);
            rows.add(built.corpus.ids[i], s + 1, to_string(segments[s].language), segments[s].confidence, start, end,
                     segments[s].letters);
        }
    }
    return rows.table();
}

void find_language(Session& session, const LanguageCommand& command) {
    BuiltCorpus built = read_built_documents(session, command.words);
    clean_built_documents(session, command.words, built, true);
    find_built_languages(session, built);
    print_table(session, language_table(built, command.merge));
}

}  // namespace

void add_text_language(CLI::App& noun, Session& session) {
    auto command = std::make_shared<LanguageCommand>();
    const std::string data = "src/text/testdata/documents";
    CLI::App& app = add_command(
        noun, "language",
        "In which language is each sentence: kk, ru, en, zh, or another (und)? A table or a database of `text build` "
        "is\n"
        "taken as it is, other documents are cleaned before.",
        {{"tarazy text language " + data + "/article_kk_2021.pdf --merge", "a Kazakh article with two other abstracts"},
         {"tarazy text language " + data + " --format csv", "all sentences of a folder"}},
        session, [&session, command] { find_language(session, *command); });
    add_document_options(app, command->words);
    app.add_flag("--merge", command->merge, "neighbouring sentences of one language in one row");
}

}  // namespace tarazy
