#include "text/counts/trends.hpp"
#include "base/argument_checks.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/counts_input.hpp"
#include "cli/text/trend_codes.hpp"
#include "text/counts/document_filter.hpp"
#include "text/counts/type_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace tarazy {
namespace {

struct TrendWords {
    CountsInput input;
    std::vector<std::string> features, by = {"year"};
    std::string total = "tokens", totals, where, show = "rates";
    TrendDictionary dictionary;
    double per = 1e4, level = 0.95;
    std::size_t few = 5;
};

/// Counts of the words that fit each pattern, in tokens of each document.
TrendCounts counts_of_features(Session& session, const TrendWords& words, DescribedFeatures read, Table& metadata) {
    const DocumentFeatureMatrix& matrix = read.matrix;
    TrendCounts counts{words.features, {}, {}, {}};
    for (std::size_t d = 0; d < matrix.documents.size(); ++d) counts.totals.push_back(matrix.document_total(d));
    const TypeIndex index(matrix.features);
    for (const std::string& pattern : words.features) {
        std::vector<bool> fits(matrix.features.size(), false);
        const std::vector<std::uint32_t> fitting = index.fitting({WordPattern::Form::glob, pattern});
        if (fitting.empty()) warn(session, "no word fits '" + pattern + "'");
        for (const std::uint32_t feature : fitting) fits[feature] = true;
        std::vector<double>& of_key = counts.counts.emplace_back();
        for (std::size_t d = 0; d < matrix.documents.size(); ++d) {
            double sum = 0;
            for (std::size_t cell = matrix.row_begin[d]; cell < matrix.row_begin[d + 1]; ++cell)
                sum += fits[matrix.feature[cell]] ? matrix.count[cell] : 0;
            of_key.push_back(sum);
        }
    }
    metadata = std::move(read.metadata);
    return counts;
}

/// Counts as a dictionary gives them, `doc_id,<key>...`.
TrendCounts counts_of_table(Session& session, const TrendWords& words, const Table& table, Table& metadata) {
    const std::string& id = words.input.text.columns.id;
    metadata = table;
    if (!words.input.documents.empty()) {
        metadata = rows_of_documents(read_input(session, words.input.documents), id, require_texts(table, id));
    }
    Table with_total = table.find(words.total) ? table : metadata;
    if (!words.totals.empty())
        with_total = rows_of_documents(read_input(session, words.totals), id, require_texts(table, id));
    TrendCounts counts{{}, {}, require_reals(with_total, words.total), {}};
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const std::string& name = table.names[column];
        const bool other = name == id || name == words.total || std::ranges::find(words.by, name) != words.by.end();
        if (other || table.columns[column].type() == ColumnType::text) continue;
        if (!words.features.empty() &&
            std::ranges::none_of(words.features, [&](const std::string& one) { return glob_fits(one, name); }))
            continue;
        counts.keys.push_back(name);
        counts.counts.push_back(require_reals(table, name));
    }
    Diagnostics problems;
    for (std::size_t key = 0; key < counts.keys.size(); ++key) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (counts.counts[key][row] < 0)
                problems.add(table.problem(row, counts.keys[key], "the count is negative", "give 0 or more"));
        }
    }
    if (counts.keys.empty())
        problems.add({table.origin.path, 1, 0, "there is no column of counts",
                      "give a table doc_id,<key>... as `text dictionary` writes, or texts and --features"});
    problems.throw_if_any();
    return counts;
}

TrendCounts asked_counts(Session& session, const TrendWords& words, Table& metadata) {
    std::optional<Table> table;
    if (is_table_input(words.input.text)) table = read_input(session, words.input.text.path);
    if (table && !table->find(words.input.text.columns.text) && !is_count_table(*table, words.input.text))
        return counts_of_table(session, words, *table, metadata);
    if (words.features.empty())
        throw UsageError("texts and counts of words need --features: which words to follow, e.g. nuclear*,peace");
    return counts_of_features(
        session, words,
        table ? described_features(session, words.input, *table) : read_described_features(session, words.input),
        metadata);
}

/// Only the documents of --where.
void keep_asked(const TrendWords& words, const Table& metadata, TrendCounts& counts) {
    const std::vector<std::size_t> kept = matching_documents(parse_document_filter(words.where, "--where"), metadata);
    const auto pick = [&](auto& of_documents) {
        auto all = of_documents;
        of_documents.clear();
        for (const std::size_t document : kept) of_documents.push_back(all[document]);
    };
    pick(counts.totals);
    pick(counts.at);
    for (std::vector<double>& of_key : counts.counts) pick(of_key);
}

void tell_of_trends(Session& session, const Trends& found) {
    const auto tell = [&](std::size_t documents, const char* what) {
        if (documents > 0)
            warn(session,
                 std::to_string(documents) + (documents == 1 ? " document " : " documents ") + what + ": left out");
    };
    tell(found.undated, "without a date");
    tell(found.unknown, "without a count");
    tell(found.empty, "without tokens");
    const auto poisson = std::ranges::count(found.rates, TrendInterval::poisson, &TrendRate::interval);
    if (poisson > 0)
        note(session, std::to_string(poisson) + " of " + std::to_string(found.rates.size()) +
                          " intervals are those of a Poisson count (few documents, or no occurrence): too short where "
                          "words cluster");
}

void print_trends(Session& session, const TrendWords& words) {
    check_probability(words.level, "--level");
    check_positive(words.per, "--per");
    Table metadata;
    TrendCounts counts;
    if (words.dictionary.path.empty()) {
        if (words.show == "languages") throw UsageError("--show languages needs --dictionary");
        counts = asked_counts(session, words, metadata);
    } else {
        TrendDictionary dictionary = words.dictionary;
        dictionary.languages = words.show == "languages";
        TrendCodes codes = counts_of_codes(session, words.input, dictionary, words.features);
        if (dictionary.languages) return print_table(session, codes.languages.value());
        counts = std::move(codes.counts);
        metadata = std::move(codes.metadata);
    }
    std::vector<std::vector<std::string>> cells;
    for (const std::string& column : words.by) cells.push_back(require_texts(metadata, column));
    for (std::size_t document = 0; document < counts.totals.size(); ++document) {
        std::vector<std::string>& at = counts.at.emplace_back();
        for (const std::vector<std::string>& of_column : cells) at.push_back(of_column[document]);
    }
    if (!words.where.empty()) keep_asked(words, metadata, counts);
    TrendOptions options;
    options.per = words.per;
    options.level = words.level;
    options.few = words.few;
    const Trends found = trends(counts, options);
    tell_of_trends(session, found);
    print_table(session, trends_table(found, counts.keys, words.by));
}

}  // namespace

void add_text_trends(CLI::App& noun, Session& session) {
    auto words = std::make_shared<TrendWords>();
    words->input.text.keep_case = false;
    words->input.text.tokens.remove_punctuation = true;
    const std::string folder = "examples/short-speeches/";
    CLI::App& app =
        add_command(noun, "trends",
                    "How often is something said, year by year, and how sure is that?\n"
                    "Rates in 10,000 tokens with intervals over documents; of words, or of the counts that `text "
                    "dictionary` gives.",
                    {{"tarazy text trends " + folder + "speeches.csv --features peace,nuclear*", "two words by year"},
                     {"tarazy text trends src/text/testdata/four_languages.csv --dictionary "
                      "src/text/testdata/four_languages.yml",
                      "codes of a dictionary over four languages"},
                     {"tarazy text trends " + folder + "codes.csv --documents " + folder + "documents.csv --by state",
                      "counts of codes, by state"}},
                    session, [&session, words] { print_trends(session, *words); });
    add_counts_options(app, words->input);
    app.add_option("--features", words->features,
                   "words to follow, * for any letters; of a table of codes: which codes")
        ->delimiter(',');
    app.add_option("--dictionary", words->dictionary.path,
                   "count the codes of this dictionary (the forms of `text dictionary`); --features then names codes");
    app.add_option(
           "--negation-window", words->dictionary.negation_window,
           "words around a hit in which a negation is looked for; 0 = none (default 3; 0 with --tokens quanteda)")
        ->check(CLI::Range(std::size_t{0}, std::size_t{100}));
    app.add_option("--show", words->show, "rates, or languages: of each code its hits a language (with --dictionary)")
        ->check(CLI::IsMember({"rates", "languages"}))
        ->capture_default_str();
    app.add_option("--by", words->by, "column with the year, or several columns (state,year)")
        ->delimiter(',')
        ->capture_default_str();
    app.add_option("--total", words->total, "column with the tokens of each document, beside counts of codes")
        ->capture_default_str();
    app.add_option(
        "--totals", words->totals,
        "table with that column where neither the counts nor --documents have it: `text tokens --show sizes`");
    app.add_option("--where", words->where, "only documents that meet this: 'iso3=KAZ & year>=2010'");
    app.add_option("--per", words->per, "tokens that the rate is in")->capture_default_str();
    app.add_option("--level", words->level, "of the intervals")->capture_default_str();
    app.add_option("--few", words->few, "with fewer documents the interval is that of a Poisson count")
        ->capture_default_str();
}

}  // namespace tarazy
