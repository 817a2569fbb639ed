#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/document_input.hpp"
#include "io/atomic_file.hpp"
#include "table/table_rows.hpp"
#include "text/corpus/duplicates.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace tarazy {
namespace {

struct BuildCommand {
    DocumentWords words;
    std::string log;
};

/// Columns of our own; metadata of the same name stay behind, with a word about it.
Table built_table(Session& session, const BuiltCorpus& built) {
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"text"}, TextColumn{"language"});
    for (std::size_t i = 0; i < built.size(); ++i)
        rows.add(built.corpus.ids[i], built.clean[i].text, to_string(main_language(built.languages[i])));
    Table table = rows.table();
    TableRows more(IntegerColumn{"pages"}, TextColumn{"format"}, TextColumn{"encoding"}, TextColumn{"file"});
    for (const DocumentSource& source : built.sources)
        more.add(source.pages > 0 ? std::optional(source.pages) : std::nullopt, to_string(source.format),
                 source.encoding, source.path);
    Table sources = more.table();
    const Table& metadata = built.corpus.metadata;
    std::vector<std::string> own = table.names;
    own.insert(own.end(), sources.names.begin(), sources.names.end());
    for (std::size_t c = 0; c < metadata.columns.size(); ++c) {
        if (std::ranges::find(own, metadata.names[c]) != own.end()) {
            warn(session, "the column '" + metadata.names[c] +
                              "' of the metadata is left out, since this command has " +
                              "one of that name; rename it with --rename");
            continue;
        }
        table.add(metadata.names[c], metadata.columns[c]);
    }
    for (std::size_t c = 0; c < sources.columns.size(); ++c) table.add(sources.names[c], sources.columns[c]);
    return table;
}

void warn_of_duplicates(Session& session, const BuiltCorpus& built) {
    std::vector<std::string_view> texts;
    for (const CleanText& text : built.clean) texts.emplace_back(text.text);
    const auto pairs = near_duplicates(texts, 0.9, session.threads, session.work);
    constexpr std::size_t most = 10;
    for (std::size_t i = 0; i < pairs.size() && i < most; ++i)
        warn(session, "'" + built.corpus.ids[pairs[i].second] + "' is nearly the same as '" +
                          built.corpus.ids[pairs[i].first] + "' (" +
                          std::to_string(static_cast<int>(pairs[i].similarity * 100)) +
                          " % of their word sequences); count one of them only");
    if (pairs.size() > most) warn(session, std::to_string(pairs.size() - most) + " more pairs are nearly the same");
}

void tell_summary(Session& session, const BuiltCorpus& built) {
    std::map<std::string, std::size_t> letters;
    std::size_t all = 0;
    for (const auto& segments : built.languages) {
        for (const LanguageSegment& segment : segments) {
            letters[std::string(to_string(segment.language))] += segment.letters;
            all += segment.letters;
        }
    }
    std::string shares;
    for (const auto& [language, count] : letters) {
        if (count > 0)
            add_item(shares,
                     language + ' ' + std::to_string((count * 1000 / std::max<std::size_t>(1, all) + 5) / 10) + " %");
    }
    std::array<std::size_t, 6> kinds{};
    for (const CleanText& text : built.clean) {
        for (const CleaningChoice& choice : text.log) ++kinds[static_cast<std::size_t>(choice.kind)];
    }
    note(session, std::to_string(built.size()) + (built.size() == 1 ? " document" : " documents") +
                      (shares.empty() ? "" : "; letters: " + shares));
    note(session, "cleaning: " + std::to_string(kinds[0]) + " words joined at line ends, " + std::to_string(kinds[1]) +
                      " hyphens kept there, " + std::to_string(kinds[2]) + " running lines left out, " +
                      std::to_string(kinds[3]) + " pages with two columns, " + std::to_string(kinds[4]) +
                      " words with letters repaired, " + std::to_string(kinds[5]) + " such words left");
}

void build_corpus(Session& session, BuildCommand command) {
    if (!session.output.empty() && session.output != "-") command.words.left_out.push_back(session.output);
    if (!command.log.empty()) command.words.left_out.push_back(command.log);
    BuiltCorpus built = read_built_documents(session, command.words);
    clean_built_documents(session, command.words, built, false);
    find_built_languages(session, built);
    warn_of_duplicates(session, built);
    tell_summary(session, built);
    if (!command.log.empty()) write_beside(session, cleaning_log_table(built), command.log);
    if (!is_corpus_store_name(session.output)) return print_table(session, built_table(session, built));
    if (session.format_asked) throw UsageError("--format does not fit a database; leave it out");
    const std::string bytes = corpus_store_bytes(built, session.work);
    erase_progress(session);
    write_file_atomically(session.output, bytes);
}

}  // namespace

void add_text_build(CLI::App& noun, Session& session) {
    auto command = std::make_shared<BuildCommand>();
    const std::string data = "src/text/testdata/documents";
    CLI::App& app = add_command(
        noun, "build",
        "Makes a corpus of documents: reads text, HTML, DOCX, PDF and CSV, cleans them (hyphens at line ends, running "
        "heads,\n"
        "columns), finds their languages. The output is a table doc_id,text,language,... for the other commands, or a\n"
        "database with full-text search (.db).",
        {{"tarazy text build " + data + " --output corpus.csv", "a folder of documents as a table"},
         {"tarazy text build " + data + " --output corpus.db --log choices.csv",
          "the same as a database, and every decision of the cleaning"}},
        session, [&session, command] { build_corpus(session, *command); });
    add_document_options(app, command->words);
    add_cleaning_options(app, command->words);
    app.add_option("--metadata", command->words.metadata,
                   "table with a row a document: doc_id (or the file's name) and what is known of it");
    app.add_option("--log", command->log, "table to write with every decision of the cleaning");
}

}  // namespace tarazy
