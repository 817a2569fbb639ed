#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/sentence_language.hpp"
#include "cli/text/text_input.hpp"
#include "study/parameters.hpp"
#include "text/codes/code_sentences.hpp"
#include "text/codes/code_shares.hpp"
#include "text/codes/denied_sentences.hpp"
#include "text/counts/codebook.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct CodesWords {
    std::string documents, codebook, states, windows, anchors, rivals, group, language, show = "shares",
                                                                                        negated = "apart";
    std::size_t context = 1, draws = 999;
    bool lemmas = false;
};

std::vector<std::pair<int, int>> windows_of(const std::string& words) {
    std::vector<std::pair<int, int>> windows;
    for (const std::string& word : listed(words, ',')) {
        const auto span = parse_span(word);
        if (!span) throw UsageError("--windows is '" + word + "'; write for example 1992-2024,1992-1995");
        windows.emplace_back(span->first, span->last);
    }
    return windows;
}

/// The documents with a column that says whose they are: all are of one where there is no such column.
Table grouped_documents(Session& session, const CodesWords& words) {
    Table documents = read_document_table(session, words.documents);
    if (words.group.empty() && !documents.find("state")) {
        if (!words.states.empty()) (void)require_column(documents, "state");
        // Before there is a column of ours, which would be named among those of the file.
        require_columns(documents, std::vector<std::string>{"doc_id", "year", "text"});
        documents.add("state", Column(std::vector<std::string>(documents.rows(), "all")));
    }
    return documents;
}

/// All that occur, in the order of bytes.
std::vector<std::string> groups_of(const Table& documents, const std::string& group) {
    std::vector<std::string> groups = require_texts(documents, group);
    std::erase(groups, std::string());
    std::ranges::sort(groups);
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    return groups;
}

/// From the first year to the last.
std::vector<std::pair<int, int>> whole_window(const Table& documents) {
    std::vector<std::int64_t> years = require_integers(documents, "year");
    std::erase(years, Column::missing_integer);
    std::erase_if(years, [](std::int64_t year) { return year < -9999 || year > 9999; });
    if (years.empty())
        throw InputError({documents.origin.path, 0, 0, "no document has a year", "give the column year"});
    const auto [first, last] = std::ranges::minmax(years);
    return {{static_cast<int>(first), static_cast<int>(last)}};
}

std::vector<CodeRivals> rivals_of(const std::string& words) {
    std::vector<CodeRivals> rivals;
    for (const std::string& word : listed(words, ';')) {
        const auto parts = listed(word, ':');
        const auto two = parts.size() == 2 ? listed(parts[1], '-') : std::vector<std::string>();
        if (two.size() != 2) throw UsageError("--rivals is '" + word + "'; write for example peace:memory-trade");
        rivals.push_back({parts[0], two[0], two[1]});
    }
    return rivals;
}

void codes(Session& session, const CodesWords& words) {
    CodeShareOptions options;
    options.windows = windows_of(words.windows);
    options.groups = listed(words.states, ',');
    options.anchors = listed(words.anchors, ',');
    options.rivals = rivals_of(words.rivals);
    options.context = words.context;
    options.replicates = words.draws;
    options.seed = session.seed;
    options.threads = session.threads;
    options.work = session.work;
    if (std::set<std::string>(options.groups.begin(), options.groups.end()).size() < options.groups.size())
        throw UsageError("--states is '" + words.states + "'; name each once");
    if (is_codebook_name(words.codebook))
        throw UsageError(
            "--codebook is '" + words.codebook +
            "'; give the codes as a table code,entry[,language] (.csv), as `text dictionary` reads it, too");
    const Table documents = grouped_documents(session, words), codebook = read_input(session, words.codebook);
    const std::string group = words.group.empty() ? "state" : words.group;
    if (options.groups.empty()) options.groups = groups_of(documents, group);
    if (options.windows.empty()) options.windows = whole_window(documents);
    SentenceCoding coding;
    coding.group = group;
    coding.groups = options.groups;
    coding.lemmas = words.lemmas;
    const auto first = std::ranges::min_element(options.windows),
               last = std::ranges::max_element(options.windows, {},
                                               [](const std::pair<int, int>&window) { return window.second; });
    coding.first = first->first;
    coding.last = last->second;
    coding.negated = words.negated == "drop"     ? NegatedFinds::drop
                     : words.negated == "within" ? NegatedFinds::within
                                                 : NegatedFinds::apart;
    coding.threads = session.threads;
    coding.work = session.work;
    coding.language = sentence_language(words.language, documents);
    std::vector<std::string> notes;
    const CodedDocuments coded = code_sentences(documents, codebook, coding, notes);
    for (const std::string& each : notes) note(session, each);
    if (words.show == "sentences") return print_table(session, coded_sentence_table(coded, options.groups));
    if (words.show == "denied") {
        const Table denied = denied_sentence_table(coded, options.groups.front(), options.windows);
        if (denied.rows() == 0)
            throw UsageError(
                "--show denied has nothing to show: negations are looked for with --negated apart, and the "
                "first state must have a sentence with a code");
        return print_table(session, denied);
    }
    const CodeShares found = code_shares(coded, options);
    for (const std::string& each : found.notes) note(session, each);
    const Table& table = words.show == "with"        ? found.with
                         : words.show == "rivals"    ? found.rivals
                         : words.show == "standings" ? found.standings
                         : words.show == "years"     ? found.years
                                                     : found.shares;
    if (table.rows() == 0)
        throw UsageError("--show " + words.show + " has nothing to show: " +
                         (words.show == "standings" ? "--states names fewer than four with documents"
                                                    : "give --anchors, and --rivals for rivals"));
    print_table(session, table);
}

}  // namespace

void add_text_codes(CLI::App& noun, Session& session) {
    auto words = std::make_shared<CodesWords>();
    const std::string data =
        " --documents src/text/testdata/declarations.csv --codebook src/text/testdata/codebook.csv ";
    CLI::App& app = add_command(
        noun, "codes",
        "How often do documents speak of what, sentence by sentence, and which codes stand together?\n"
        "Shares of sentences with intervals over documents drawn again, what stands with a code, and where the first "
        "state stands among the others.",
        {{"tarazy text codes" + data + "--states AAA,BBB,CCC,DDD --windows 2001-2003",
          "the share of every code, with its interval"},
         {"tarazy text codes" + data + "--states AAA,BBB,CCC,DDD --windows 2001-2003 --anchors peace --show with",
          "what is named in the sentences on peace or beside them"}},
        session, [&session, words] { codes(session, *words); });
    app.add_option("--documents", words->documents, "table doc_id,year,text[,state], or a .db of `text build`")
        ->required();
    app.add_option("--codebook", words->codebook, "table code,entry and perhaps language")->required();
    app.add_option(
        "--states", words->states,
        "whose documents: the first is compared with the others (default: all, in the order of their names)");
    app.add_option("--windows", words->windows, "periods: 1992-2024,1992-1995 (default: all years)");
    app.add_option("--anchors", words->anchors, "codes of which is asked what stands with them: peace,memory");
    app.add_option("--rivals", words->rivals, "which of two stands with a third more often: peace:memory-trade");
    app.add_option("--context", words->context, "sentences before and after that stand with a sentence")
        ->check(CLI::Range(0, 100))
        ->capture_default_str();
    app.add_option("--draws", words->draws, "of documents, with replacement")
        ->check(CLI::Range(99, 100000))
        ->capture_default_str();
    app.add_option("--group", words->group,
                   "column that says whose words a document holds (default: state; without such a column all "
                   "documents are of one)");
    add_sentence_language_option(app, words->language);
    app.add_flag("--lemmas", words->lemmas, "words have lemmas, which lemma: in the codebook asks for");
    app.add_option("--negated", words->negated,
                   "sentences that only deny a code: counted and told apart (--show denied), within: counted like "
                   "others, drop: left out")
        ->check(CLI::IsMember({"apart", "within", "drop"}))
        ->capture_default_str();
    app.add_option("--show", words->show, "which table")
        ->check(CLI::IsMember({"shares", "with", "rivals", "standings", "years", "sentences", "denied"}))
        ->capture_default_str();
}

}  // namespace tarazy
