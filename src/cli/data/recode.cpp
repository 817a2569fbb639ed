#include "align/votes/vote_coding.hpp"
#include "base/argument_checks.hpp"
#include "base/text_lists.hpp"
#include "cli/data/commands.hpp"
#include "cli/data/state_column.hpp"
#include "io/reading_changes.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct RecodeOptions {
    std::string file, votes, states, as;
    std::vector<std::string> rules;
    StateColumn reading;
};

/// Codes of states as this command calls them.
const std::vector<std::string> recode_targets = {"ccode", "cow_abb", "gw",      "iso2",
                                                 "iso3",  "name",    "name_ru", "name_kk"};

void put_column(Table& table, const std::string& name, Column column) {
    if (const auto there = table.find(name)) {
        table.columns[*there] = std::move(column);
    } else {
        table.add(name, std::move(column));
    }
}

/// Words and codes of votes as 1 yes, 2 abstain, 3 no; what is no vote becomes missing.
void recode_votes(Session& session, Table& table, const std::string& name) {
    (void)require_column(table, name);
    Diagnostics diagnostics;
    std::vector<std::string> notes;
    const auto votes = votes_of_column(table, name, VoteCoding::numbers, diagnostics, notes);
    diagnostics.throw_if_any();
    for (std::string& sentence : notes) note(session, std::move(sentence));
    std::vector<std::int64_t> cells;
    for (const std::uint8_t vote : votes) cells.push_back(vote == 0 ? Column::missing_integer : vote);
    put_column(table, name, Column(std::move(cells)));
}

void recode_states(Session& session, Table& table, const RecodeOptions& options) {
    StateColumn states = options.reading;
    states.to = options.states == "ccode" ? "cow" : options.states;
    (void)require_column(table, states.column);
    put_column(table, options.as.empty() ? states.column : options.as, column_of_states(session, table, states));
}

void recode_file(Session& session, const RecodeOptions& options) {
    if (!options.states.empty()) {
        (void)check_one_of(options.states, recode_targets, "--states");
        if (options.reading.column.empty()) throw UsageError("--states needs --column, the column with the states");
        session.reading.keep_na = {options.reading.column};
    } else if (!options.reading.column.empty() || !options.as.empty() || !options.reading.year_column.empty()) {
        throw UsageError("--column, --as and --year-column go with --states");
    }
    for (const std::string& rule : options.rules)
        for (ReadOptions::Recode& one : recodes_of(rule)) session.reading.recode.push_back(std::move(one));
    if (session.reading.recode.empty() && options.votes.empty() && options.states.empty())
        throw UsageError("say what to recode: COLUMN:FROM=TO,.. , --votes COLUMN or --states CODE --column COLUMN");
    Table table = read_input(session, options.file);
    if (!options.votes.empty()) recode_votes(session, table, options.votes);
    if (!options.states.empty()) recode_states(session, table, options);
    print_table(session, table);
}

}  // namespace

void add_data_recode(CLI::App& noun, Session& session) {
    auto options = std::make_shared<RecodeOptions>();
    CLI::App& app = add_command(
        noun, "recode",
        "A table with other values in some columns: votes in words (English, Russian, Kazakh) as 1 yes, 2 abstain, 3 "
        "no;\nnames and codes of states as one kind of code; and any value as another. Nothing is guessed: words that "
        "are no\nvotes are errors by line, texts that mean no state leave their cells empty, with a warning.",
        {{"tarazy data recode src/cli/data/testdata/votes_in_words.csv --votes Голос --states iso3 --column Страна",
          "a Russian table: votes as numbers, states as ISO codes"},
         {"tarazy data recode examples/invented-assembly/votes.csv vote:1=yes,2=abstain,3=no",
          "values one by one, as --recode takes them"}},
        session, [&session, options] { recode_file(session, *options); });
    app.add_option("file", options->file, "the table; - for standard input")->required();
    app.add_option("rules", options->rules, "COLUMN:FROM=TO,.. or FROM=TO,.. for all columns; an empty TO is missing");
    app.add_option("--votes", options->votes, "column of votes, in words or numbers, that becomes 1, 2, 3");
    app.add_option("--states", options->states,
                   "states become: ccode (Correlates of War), iso3, iso2, gw, cow_abb, name, name_ru, name_kk");
    app.add_option("--column", options->reading.column, "the column with the states");
    app.add_option("--as", options->as, "put the codes into a column of this name (default: into the same)");
    app.add_option("--year-column", options->reading.year_column, "the year in which each code is used");
    app.add_flag("--strict", options->reading.strict, "texts that mean no state are errors");
}

}  // namespace tarazy
