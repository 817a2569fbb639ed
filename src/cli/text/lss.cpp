#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/json_rows.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "cli/text/model_input.hpp"
#include "text/scaling/latent_semantic_scaling.hpp"
#include "text/scaling/semantic_groups.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct LssCommand {
    ModelInput input;
    SemanticScalingOptions options;
    std::string seeds, documents, windows;
    std::vector<std::string> by, near;
    std::size_t nearest = 10;
    bool words = false, raw = false, by_language = false;
};

/// Contexts are sentences where the texts are at hand, else documents.
SentenceCounts lss_counts(Session& session, const LssCommand& command, OpenedInput opened) {
    if (!opened.counts) {
        ModelInput all_documents = command.input;
        all_documents.limits.min_documents = 1;
        return opened_model_sentences(session, all_documents, std::move(opened));
    }
    note(session, "counts have no sentences: words are neighbours when they stand in the same document");
    SentenceCounts counts;
    counts.model = counts.sentences = opened_model_input(session, command.input, std::move(opened));
    for (std::size_t document = 1; document <= counts.model.documents.size(); ++document)
        counts.first.push_back(document);
    return counts;
}

/// What is known of the documents: of those of --documents, or else what stands beside the texts.
Table lss_metadata(Session& session, const LssCommand& command, const Corpus& corpus) {
    if (!command.documents.empty()) return read_input(session, command.documents);
    if (corpus.metadata.columns.empty())
        throw UsageError("the input tells no year or language of the texts; give --documents with a row a document");
    Table known;
    known.origin = corpus.metadata.origin;
    known.origin.columns.clear();
    known.add(command.input.text.columns.id, Column(corpus.ids));
    for (std::size_t column = 0; column < corpus.metadata.columns.size(); ++column)
        known.add(corpus.metadata.names[column], corpus.metadata.columns[column]);
    return known;
}

/// The window of years that holds the year; empty where none does.
std::string window_of_year(const std::string& year, const std::vector<std::string>& windows) {
    const std::optional<std::int64_t> number = parse_integer(year);
    for (const std::string& window : windows) {
        const std::size_t dash = window.find('-', 1);
        const auto first = parse_integer(window.substr(0, dash));
        const auto last = dash == std::string::npos ? first : parse_integer(window.substr(dash + 1));
        if (!first || !last || *first > *last)
            throw UsageError("--windows: '" + window + "' is no window of years; write 1992-2001,2002-2012");
        if (number && *number >= *first && *number <= *last) return window;
    }
    return {};
}

std::vector<std::vector<std::string>> groups_of_documents(const LssCommand& command, const Table& metadata) {
    if (!command.windows.empty() && command.by.size() != 1)
        throw UsageError("--windows cut one column of years; give --by year");
    std::vector<std::vector<std::string>> at(metadata.rows());
    const std::vector<std::string> windows = listed(command.windows, ',');
    for (const std::string& column : command.by) {
        const std::vector<std::string> cells = require_texts(metadata, column);
        for (std::size_t row = 0; row < at.size(); ++row)
            at[row].push_back(windows.empty() ? cells[row] : window_of_year(cells[row], windows));
    }
    return at;
}

/// The tables of one model.
struct LssTables {
    Table documents, words, groups, nearest;
    std::size_t dimensions = 0;  ///< of several models the largest
};

LssTables fit_lss(Session& session, const LssCommand& command, const SentenceCounts& counts,
                  const std::vector<std::vector<std::string>>& at, const std::string& language) {
    SemanticScalingOptions options = command.options;
    if (!language.empty())
        std::erase_if(options.seeds,
                      [&](const PolaritySeed& seed) { return !seed.language.empty() && seed.language != language; });
    const SemanticScaling scaling = semantic_scaling(counts.sentences, counts.model, options);
    for (const std::string& one : scaling.notes) warn(session, (language.empty() ? "" : language + ": ") + one);
    LssTables tables;
    tables.dimensions = scaling.dimensions;
    tables.documents = semantic_document_table(counts.model, scaling);
    tables.words = semantic_word_table(counts.model, scaling);
    if (!command.by.empty()) {
        const SemanticGroups groups = semantic_groups(scaling, at);
        if (groups.left_out > 0)
            warn(session, std::to_string(groups.left_out) + " documents without words or without a group are left out");
        tables.groups = semantic_group_table(groups, command.by);
    }
    if (!command.near.empty())
        tables.nearest = nearest_word_table(counts.model, scaling, command.near, command.nearest);
    return tables;
}

/// Rows of one table behind those of the other, with the language in a last column.
void append_language(Table& all, const Table& part, const std::string& language) {
    Table both;
    for (std::size_t column = 0; column < part.columns.size(); ++column) {
        std::vector<std::string> texts;
        std::vector<double> numbers;
        const auto add = [&](const Column& cells, std::size_t rows) {
            for (std::size_t row = 0; row < rows; ++row) {
                if (part.columns[column].type() == ColumnType::text)
                    texts.push_back(cells.display(row));
                else
                    numbers.push_back(cells.real(row).value_or(std::numeric_limits<double>::quiet_NaN()));
            }
        };
        if (!all.columns.empty()) add(all.columns[column], all.rows());
        add(part.columns[column], part.rows());
        both.add(part.names[column], numbers.empty() ? Column(texts) : Column(std::move(numbers)));
    }
    std::vector<std::string> languages;
    for (std::size_t row = 0; !all.columns.empty() && row < all.rows(); ++row)
        languages.push_back(all["language"].display(row));
    languages.resize(languages.size() + part.rows(), language);
    both.add("language", Column(languages));
    all = std::move(both);
}

/// A model for each language: words of different languages never stand together, so that no common space could place
/// them; seeds of each language make the same two sides.
LssTables fit_languages(Session& session, const LssCommand& command, const SentenceCounts& counts,
                        const std::vector<std::vector<std::string>>& at, const std::vector<std::string>& languages) {
    LssTables all;
    const std::set<std::string> names(languages.begin(), languages.end());
    for (const std::string& language : names) {
        std::vector<std::size_t> documents;
        std::vector<std::vector<std::string>> own;
        for (std::size_t document = 0; document < languages.size(); ++document) {
            if (languages[document] != language) continue;
            documents.push_back(document);
            if (!at.empty()) own.push_back(at[document]);
        }
        if (language.empty()) {
            warn(session, std::to_string(documents.size()) + " documents without a language are left out");
            continue;
        }
        const LssTables one = fit_lss(session, command, selected_sentences(counts, documents), own, language);
        all.dimensions = std::max(all.dimensions, one.dimensions);
        append_language(all.documents, one.documents, language);
        append_language(all.words, one.words, language);
        if (!one.groups.columns.empty()) append_language(all.groups, one.groups, language);
        if (!one.nearest.columns.empty()) append_language(all.nearest, one.nearest, language);
    }
    if (all.documents.columns.empty())
        throw InputError({command.input.text.path, 0, 0, "no document has a language", "fill the column of languages"});
    return all;
}

void run_lss(Session& session, LssCommand command) {
    command.options.seeds = read_polarity_seeds(read_input(session, command.seeds));
    command.options.standardise = !command.raw;
    command.options.seed = session.seed;
    command.options.threads = session.threads;
    command.options.work = session.work;
    if (!command.windows.empty() && command.by.empty()) command.by = {"year"};
    OpenedInput opened = open_text_input(session, command.input.text);
    const bool grouped = !command.by.empty() || command.by_language;
    const Table known = grouped ? lss_metadata(session, command, opened.corpus) : Table();
    const SentenceCounts counts = lss_counts(session, command, std::move(opened));
    std::vector<std::vector<std::string>> at;
    std::vector<std::string> languages;
    if (grouped) {
        const Table metadata = rows_of_documents(known, command.input.text.columns.id, counts.model.documents);
        if (!command.by.empty()) at = groups_of_documents(command, metadata);
        if (command.by_language) languages = require_texts(metadata, command.input.text.language_column);
    }
    const LssTables tables = command.by_language ? fit_languages(session, command, counts, at, languages)
                                                 : fit_lss(session, command, counts, at, "");
    std::string json = "{\"dimensions\":" + std::to_string(tables.dimensions) +
                       ",\"documents\":" + rows_json_text(tables.documents) +
                       ",\"words\":" + rows_json_text(tables.words);
    if (!command.by.empty()) json += ",\"groups\":" + rows_json_text(tables.groups);
    if (!command.near.empty()) json += ",\"nearest\":" + rows_json_text(tables.nearest);
    print_json(session, json + "}",
               !command.near.empty() ? &tables.nearest
               : command.words       ? &tables.words
               : !command.by.empty() ? &tables.groups
                                     : &tables.documents);
}

}  // namespace

void add_text_lss(CLI::App& noun, Session& session) {
    auto command = std::make_shared<LssCommand>();
    command->input.limits.min_count = 5;
    const std::string data =
        "tarazy text lss src/text/testdata/two_topics.csv --seeds "
        "src/text/testdata/two_topics_polarity.csv --dimensions 5";
    CLI::App& app = add_command(noun, "lss",
                                "How far do documents lean to one of two sides, from a few words of each?\n"
                                "Latent semantic scaling (Watanabe 2021); means by year or window of years.",
                                {{data, "documents between two sides"},
                                 {data + " --words", "the polarity of words"},
                                 {data + " --near treaty --nearest 5", "the words nearest to one"}},
                                session, [&session, command] { run_lss(session, *command); });
    add_model_input_options(app, command->input);
    app.add_option("--seeds", command->seeds,
                   "table feature,weight[,language]: above 0 for one side, below for the other; * at the end of a "
                   "feature stands for any ending")
        ->required();
    app.add_option("--dimensions", command->options.dimensions, "of the space of words")
        ->check(CLI::Range(std::size_t{1}, std::size_t{2000}))
        ->capture_default_str();
    app.add_option("--by", command->by, "means of groups of documents, by one column or several (state,year)")
        ->delimiter(',');
    app.add_option("--windows", command->windows, "years together: 1992-2001,2002-2012 (of --by year)");
    app.add_option("--documents", command->documents,
                   "table with a row a document (doc_id, year, language) where the input does not tell");
    app.add_flag("--by-language", command->by_language,
                 "a model for each language of the column of languages, from the seeds of that language");
    app.add_option("--near", command->near, "words whose nearest words are shown")->delimiter(',');
    app.add_option("--nearest", command->nearest, "how many of them")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_flag("--raw", command->raw, "documents as they are, not with mean 0 and standard deviation 1");
    app.add_flag("--words", command->words, "the polarity of words instead of documents");
}

}  // namespace tarazy
