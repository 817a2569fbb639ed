#include "cli/text/commands.hpp"
#include "cli/text/document_input.hpp"
#include "table/table_rows.hpp"
#include "text/corpus/text_places.hpp"

#include <memory>

namespace tarazy {
namespace {

struct CleanCommand {
    DocumentWords words;
    std::string show = "text";
};

Table clean_map_table(const BuiltCorpus& built) {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"begin"}, IntegerColumn{"end"}, IntegerColumn{"source_begin"},
                   IntegerColumn{"source_end"}, IntegerColumn{"verbatim"}, IntegerColumn{"page"}, IntegerColumn{"line"},
                   IntegerColumn{"character"});
    for (std::size_t i = 0; i < built.size(); ++i) {
        const TextPlaces places(built.corpus.texts[i]);
        const TextMap& map = built.clean[i].map;
        for (std::size_t r = 0; r < map.runs.size(); ++r) {
            const TextMap::Run& run = map.runs[r];
            const PagePlace place = places.at(run.source);
            rows.add(built.corpus.ids[i], run.begin, run.begin + map.run_length(r), run.source,
                     run.source + run.source_length, run.verbatim, place.page, place.line, place.character);
        }
    }
    return rows.table();
}

Table clean_text_table(const BuiltCorpus& built) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"text"});
    for (std::size_t i = 0; i < built.size(); ++i) rows.add(built.corpus.ids[i], built.clean[i].text);
    return rows.table();
}

void clean_documents(Session& session, const CleanCommand& command) {
    BuiltCorpus built = read_built_documents(session, command.words);
    clean_built_documents(session, command.words, built, false);
    if (command.show == "log") return print_table(session, cleaning_log_table(built));
    print_table(session, command.show == "map" ? clean_map_table(built) : clean_text_table(built));
}

}  // namespace

void add_text_clean(CLI::App& noun, Session& session) {
    auto command = std::make_shared<CleanCommand>();
    const std::string data = "src/text/testdata/documents/";
    CLI::App& app = add_command(noun, "clean",
                                "What does cleaning make of documents? The clean text, every decision (log), or where "
                                "each part comes from (map).",
                                {{"tarazy text clean " + data + "article_kk_2021.pdf --show log",
                                  "what was joined, left out, repaired, and why"},
                                 {"tarazy text clean " + data + "article_kk_2021.pdf --show map --format csv",
                                  "each run of bytes with page, line and character"}},
                                session, [&session, command] { clean_documents(session, *command); });
    add_document_options(app, command->words);
    add_cleaning_options(app, command->words);
    app.add_option("--show", command->show, "text, log or map")
        ->check(CLI::IsMember({"text", "log", "map"}))
        ->capture_default_str();
}

}  // namespace tarazy
