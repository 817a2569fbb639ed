#include "base/text_lists.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/sentence_language.hpp"
#include "cli/text/text_input.hpp"
#include "text/codes/code_sentences.hpp"
#include "text/estimates/draw_sample.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct SampleWords {
    std::string units, key = "doc_id,sentence", strata, leave_out, add, documents, language;
    std::size_t size = 100;
};

/// The drawn rows with their probability, without the columns that must not be seen by who codes.
Table sheet_of(const Table& units, const DrawnSample& sample, const std::vector<std::string>& hidden) {
    const Table drawn = take_rows(units, sample.rows);
    Table sheet;
    for (std::size_t column = 0; column < drawn.columns.size(); ++column) {
        if (drawn.names[column] != "probability" && std::ranges::find(hidden, drawn.names[column]) == hidden.end())
            sheet.add(drawn.names[column], drawn.columns[column]);
    }
    sheet.add("probability", Column(sample.probability));
    return sheet;
}

void sample_units(Session& session, const SampleWords& words) {
    const Table units = read_input(session, words.units);
    std::vector<std::string> hidden = listed(words.leave_out, ',');
    for (const std::string& column : hidden) (void)require_column(units, column);
    const DrawnSample sample = draw_sample(units, listed(words.key, ','), words.strata, words.size, session.seed);
    for (const SampleStratum& stratum : sample.strata)
        note(session, (words.strata.empty() ? std::string("all") : words.strata + " '" + stratum.name + "'") + ": " +
                          std::to_string(stratum.drawn) + " of " + std::to_string(stratum.units) + " drawn");
    Table sheet = sheet_of(units, sample, hidden);
    if (units.find("probability"))
        warn(session, "the units have a column 'probability' already; the sheet has that of this draw only");
    for (const std::string& column : listed(words.add, ',')) {
        if (sheet.find(column))
            throw UsageError("--add " + column +
                             ": the sheet has such a column; leave it out with --leave-out, or "
                             "give the empty one another name");
        sheet.add(column, Column(std::vector<std::string>(sheet.rows())));
    }
    if (!words.documents.empty()) {
        const Table documents = read_document_table(session, words.documents);
        sheet.add("text", Column(sentence_texts(take_rows(units, sample.rows), documents,
                                                sentence_language(words.language, documents))));
    }
    print_table(session, sheet);
}

}  // namespace

void add_text_sample(CLI::App& noun, Session& session) {
    auto words = std::make_shared<SampleWords>();
    CLI::App& app = add_command(
        noun, "sample",
        "Which units should be coded by hand? Draws them at random, stratum by stratum, with the probability that "
        "`text estimate` needs.",
        {{"tarazy text sample --units src/text/testdata/machine_codes.csv --key unit --strata stratum --size 40",
          "twenty units of each of two strata"},
         {"tarazy text sample --units src/text/testdata/machine_codes.csv --key unit --size 40 --leave-out "
          "good,useless",
          "what the machine says stays hidden from who codes"}},
        session, [&session, words] { sample_units(session, *words); });
    app.add_option("--units", words->units, "table with a row a unit")->required();
    app.add_option("--key", words->key, "columns that name a unit")->capture_default_str();
    app.add_option("--strata", words->strata, "column of strata: each gets the same number (default: one stratum)");
    app.add_option("--size", words->size, "units to draw")->capture_default_str();
    app.add_option("--documents", words->documents, "table doc_id,text: the sheet gets the text of its sentences");
    add_sentence_language_option(app, words->language);
    app.add_option("--leave-out", words->leave_out, "columns that must not be seen by who codes");
    app.add_option("--add", words->add, "empty columns for who codes: codes,coder");
}

}  // namespace tarazy
