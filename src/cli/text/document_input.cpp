#include "cli/text/document_input.hpp"

#include "base/parallel.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "cli/given_tables.hpp"
#include "table/table_rows.hpp"
#include "text/corpus/document_metadata.hpp"
#include "text/corpus/spelling_lexicon.hpp"
#include "text/corpus/text_places.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

DocumentOptions document_options(const Session& session, const DocumentWords& words) {
    DocumentOptions options;
    options.encoding = session.reading.encoding;
    options.columns = words.columns;
    options.reading = session.reading;
    options.pdf.cpu_seconds = words.pdf_seconds;
    options.pdf.wall_seconds = 2 * words.pdf_seconds;
    options.left_out = words.left_out;
    if (!words.metadata.empty()) options.left_out.push_back(words.metadata);
    options.threads = session.threads;
    return options;
}

void tell_of_documents(Session& session, const DocumentReport& report, const DocumentWords& words) {
    std::set<std::string> told;
    for (const DocumentSource& source : report.sources) {
        if (told.insert(source.path).second) session.inputs.push_back({source.path, source.sha256});
    }
    for (const std::string& warning : report.warnings) warn(session, warning);
    if (!report.skipped.empty())
        note(session, std::to_string(report.skipped.size()) +
                          (report.skipped.size() == 1 ? " file is no document by its ending: "
                                                      : " files are no documents by their endings: ") +
                          first_few(report.skipped, 3));
    if (report.unread.empty()) return;
    for (const UnreadFile& file : report.unread) warn(session, file.message);
    warn(session, std::to_string(report.unread.size()) + (report.unread.size() == 1 ? " file was" : " files were") +
                      " not read" +
                      (words.skip_unreadable ? "" : "; the exit status is 3, --skip-unreadable makes it 0"));
    if (!words.skip_unreadable) session.status = exit_input;
}

BuiltCorpus read_stored_documents(Session& session, const std::string& path) {
    BuiltCorpus built;
    built.corpus = read_corpus_store(path).corpus;
    const std::string sha256 = sha256_file(path);
    session.inputs.push_back({path, sha256, built.corpus.size()});
    for (std::size_t i = 0; i < built.corpus.size(); ++i)
        built.sources.push_back({path, i + 1, DocumentFormat::csv, "UTF-8", false, sha256, 0, 0});
    return built;
}

/// A table that was handed over in place of a CSV file.
BuiltCorpus documents_of_given_table(Session& session, const DocumentWords& words) {
    const std::string& name = words.paths.front();
    if (words.paths.size() > 1) throw UsageError(name + " is a table; give it alone, or paths alone");
    const Table table = read_input(session, name);
    std::vector<std::string> warnings;
    BuiltCorpus built;
    built.corpus = read_corpus(table, words.columns, warnings);
    if (!built.corpus.metadata.find("year"))
        built.corpus.metadata.add("year", Column(std::vector<std::int64_t>(table.rows(), Column::missing_integer)));
    for (std::size_t row = 0; row < table.rows(); ++row)
        built.sources.push_back({name, row + 1, DocumentFormat::csv, "UTF-8", false, "", 0, 0});
    for (std::string& warning : warnings) warn(session, name + ": " + std::move(warning));
    return built;
}

LinesAre lines_of_source(const DocumentSource& source, const DocumentWords& words) {
    if (words.lines == "cut") return LinesAre::pieces;
    if (words.lines == "paragraphs") return LinesAre::paragraphs;
    switch (source.format) {
        case DocumentFormat::pdf: return LinesAre::pieces;
        case DocumentFormat::html:
        case DocumentFormat::docx: return LinesAre::paragraphs;
        default: return LinesAre::found;
    }
}

}  // namespace

void add_document_options(CLI::App& app, DocumentWords& words) {
    app.add_option(
           "paths", words.paths,
           "folders and files: .txt .html .docx .pdf, and .csv with a column of texts; a folder is read with all "
           "in it")
        ->required();
    app.add_option("--text-column", words.columns.text, "column of a CSV file that holds the texts")
        ->capture_default_str();
    app.add_option("--id-column", words.columns.id, "column of a CSV file that names the documents")
        ->capture_default_str();
    app.add_flag("--skip-unreadable", words.skip_unreadable, "files that cannot be read are told, and the status is 0");
    app.add_option("--pdf-seconds", words.pdf_seconds, "most seconds of computing that one PDF may take")
        ->check(CLI::Range(1.0, 3600.0))
        ->capture_default_str();
}

void add_cleaning_options(CLI::App& app, DocumentWords& words) {
    app.add_option("--lines", words.lines, "lines are cut (pieces of a paragraph), paragraphs, or found out (auto)")
        ->check(CLI::IsMember({"auto", "cut", "paragraphs"}))
        ->capture_default_str();
    app.add_option("--lexicon", words.lexicon, "languages whose hunspell lists are asked about doubtful words, or none")
        ->capture_default_str();
    app.add_option("--lexicon-folder", words.lexicon_folders, "where such lists lie besides /usr/share/hunspell");
    app.add_flag("--keep-columns", words.keep_columns, "leave two columns side by side");
    app.add_flag("--keep-running-lines", words.keep_running_lines, "leave running heads and feet in the text");
    app.add_flag("--keep-hyphens", words.keep_hyphens, "leave hyphens at line ends in the words");
    app.add_flag("--keep-letters", words.keep_letters, "leave Latin letters in Cyrillic words");
}

BuiltCorpus read_built_documents(Session& session, const DocumentWords& words) {
    if (words.paths.size() == 1 && is_corpus_store_name(words.paths.front()))
        return read_stored_documents(session, words.paths.front());
    BuiltCorpus built;
    if (std::ranges::any_of(words.paths, [&](const std::string& path) { return is_given_table(session, path); })) {
        built = documents_of_given_table(session, words);
    } else {
        DocumentReport report;
        built.corpus = read_documents(words.paths, document_options(session, words), report, session.work);
        tell_of_documents(session, report, words);
        built.sources = std::move(report.sources);
    }
    if (!words.metadata.empty()) {
        std::vector<std::string> warnings;
        join_metadata(built.corpus, built.sources, read_input(session, words.metadata), warnings);
        check_reading(session);
        for (std::string& warning : warnings) warn(session, std::move(warning));
    }
    return built;
}

void clean_built_documents(Session& session, const DocumentWords& words, BuiltCorpus& built, bool as_they_are) {
    CleanOptions options;
    options.columns = !words.keep_columns;
    options.running_lines = !words.keep_running_lines;
    options.hyphens = !words.keep_hyphens;
    options.letters = !words.keep_letters;
    options.threads = session.threads;
    std::vector<std::string> folders = words.lexicon_folders, missing;
    for (std::string& folder : usual_spelling_folders()) folders.push_back(std::move(folder));
    // Loaded when a word is asked about, which takes a second.
    std::optional<SpellingLexicon> lexicon;
    if (words.lexicon != "none") {
        options.known_word = [&](const std::string& word) {
            if (!lexicon) lexicon.emplace(listed(words.lexicon, ','), folders, missing);
            return lexicon->knows(word);
        };
    }
    std::vector<std::string> texts;
    std::vector<LinesAre> lines;
    std::vector<std::size_t> cleaned;
    built.clean.resize(built.size());
    for (std::size_t i = 0; i < built.size(); ++i) {
        if (as_they_are && built.sources[i].format == DocumentFormat::csv) {
            built.clean[i] = {built.corpus.texts[i], unchanged(built.corpus.texts[i].size()), {}};
            continue;
        }
        cleaned.push_back(i);
        lines.push_back(lines_of_source(built.sources[i], words));
        texts.push_back(std::move(built.corpus.texts[i]));
    }
    std::vector<CleanText> results = clean(texts, lines, options, session.work);
    for (std::size_t i = 0; i < cleaned.size(); ++i) {
        built.clean[cleaned[i]] = std::move(results[i]);
        built.corpus.texts[cleaned[i]] = std::move(texts[i]);
    }
    if (!missing.empty())
        warn(session, "no hunspell word list for " + joined(missing, ", ") +
                          "; words are attested by the documents alone (apt install hunspell-kk hunspell-ru "
                          "hunspell-en-us, or --lexicon-folder)");
}

void find_built_languages(Session& session, BuiltCorpus& built) {
    built.languages.resize(built.size());
    WorkStep step(session.work, "finding languages", built.size());
    parallel_chunks(
        built.size(), 1, session.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) built.languages[i] = language_segments(built.clean[i].text);
        },
        step);
}

Table cleaning_log_table(const BuiltCorpus& built) {
    TableRows rows(TextColumn{"doc_id"}, IntegerColumn{"page"}, IntegerColumn{"line"}, IntegerColumn{"character"},
                   TextColumn{"kind"}, TextColumn{"before"}, TextColumn{"after"}, TextColumn{"reason"});
    for (std::size_t i = 0; i < built.size(); ++i) {
        if (built.clean[i].log.empty()) continue;
        const TextPlaces places(built.corpus.texts[i]);
        for (const CleaningChoice& choice : built.clean[i].log) {
            const PagePlace place = places.at(choice.source.begin);
            rows.add(built.corpus.ids[i], place.page, place.line, place.character, to_string(choice.kind),
                     choice.before, choice.after, choice.reason);
        }
    }
    return rows.table();
}

}  // namespace tarazy
