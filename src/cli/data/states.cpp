#include "base/argument_checks.hpp"
#include "base/text_lists.hpp"
#include "cli/data/commands.hpp"
#include "cli/data/state_column.hpp"
#include "table/state_codes_resolve.hpp"
#include "table/state_names.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct StatesOptions {
    std::vector<std::string> texts;
    std::string file, as;
    StateColumn states;
};

const std::vector<std::string> from_names = {"cow", "cow_abb", "gw", "iso2", "iso3", "name"};
const std::vector<std::string> to_names = {"cow", "cow_abb", "gw", "iso2", "iso3", "name", "name_ru", "name_kk"};

/// What the texts mean, a row each; a text with two meanings has two rows and a warning.
void show(Session& session, const StatesOptions& options) {
    Diagnostics diagnostics;
    std::vector<std::string> texts, codes;
    std::vector<const State*> states;
    for (const std::string& text : options.texts) {
        const StateResolution resolution = states_meant_by(text, options.states.from, options.states.year);
        if (resolution.matches.empty()) {
            diagnostics.add({"", 0, 0, unknown_state_text(text), shown_state_hint(diagnostics, text)});
            continue;
        }
        if (resolution.matches.size() > 1)
            warn(session, ambiguity_text(text, resolution) + "; choose with --from or --year");
        for (const StateMatch& match : resolution.matches) {
            texts.push_back(text);
            states.push_back(match.state);
            if (!options.states.to.empty()) {
                codes.push_back(code_or_name_of(*match.state, options.states.to));
                if (codes.back().empty())
                    warn(session,
                         match.state->name_en + " has no " + options.states.to + " code. " + match.state->note);
            }
            if (options.states.year && !in_cow_system(*match.state, *options.states.year)) {
                warn(session, match.state->name_en + ": " + explain_state(*match.state, options.states.year));
            }
        }
    }
    diagnostics.throw_if_any();
    Table table;
    table.add("text", Column(texts));
    if (!options.states.to.empty()) {
        table.add(options.states.to, column_of_codes(codes, options.states.to));
    } else {
        Table full = state_table(states);
        for (std::size_t i = 0; i < full.names.size(); ++i) table.add(full.names[i], std::move(full.columns[i]));
    }
    print_table(session, table);
}

void convert_file(Session& session, const StatesOptions& options) {
    if (options.states.column.empty()) throw UsageError("--file needs --column, the column with the codes or names");
    if (options.states.to.empty()) throw UsageError("--file needs --to, the code to add");
    if (!options.texts.empty()) throw UsageError("give either texts or --file");
    session.reading.keep_na = {options.states.column};
    Table table = read_input(session, options.file);
    const std::string name = options.as.empty() ? options.states.to : options.as;
    if (table.find(name)) throw UsageError("the table has a column '" + name + "' already; name the new one with --as");
    table.add(name, column_of_states(session, table, options.states));
    print_table(session, table);
}

void run_states(Session& session, const StatesOptions& options) {
    if (!options.states.from.empty()) (void)check_one_of(options.states.from, from_names, "--from");
    if (!options.states.to.empty()) (void)check_one_of(options.states.to, to_names, "--to");
    if (!options.file.empty()) return convert_file(session, options);
    if (!options.states.column.empty() || !options.states.year_column.empty() || !options.as.empty() ||
        options.states.strict) {
        throw UsageError("--column, --year-column, --as and --strict go with --file");
    }
    if (!options.texts.empty()) return show(session, options);
    std::vector<const State*> states;
    for (const State& state : all_states()) {
        if (!options.states.year || in_cow_system(state, *options.states.year) ||
            in_gw_system(state, *options.states.year))
            states.push_back(&state);
    }
    print_table(session, state_table(states));
}

}  // namespace

void add_data_states(CLI::App& noun, Session& session) {
    auto options = std::make_shared<StatesOptions>();
    CLI::App& app = add_command(noun, "states",
                                "Codes of states in the Correlates of War and Gleditsch-Ward systems and ISO 3166, "
                                "names in English, Russian and\n"
                                "Kazakh as the lists of the World Bank, the UN, COW, Gleditsch-Ward, V-Dem, Polity and "
                                "Freedom House spell\n"
                                "them, and the days of membership. Without arguments all states; with --file a "
                                "column of codes is added to a table;\n"
                                "texts that mean no state leave their cells empty, with a warning.",
                                {{"tarazy data states Kazakhstan 365 DEU", "what these codes and names mean today"},
                                 {"tarazy data states 365 260 --from cow --year 1980", "what they meant in 1980"},
                                 {"tarazy data states --file studies/kazakhstan/data/nuclear_reversal_cases.csv "
                                  "--column case --from iso3 --to cow",
                                  "add the COW number to a table"}},
                                session, [&session, options] { run_states(session, *options); });
    app.add_option("text", options->texts, "codes or names");
    app.add_option("--year", options->states.year, "the year in which they are used (default: the latest meaning)");
    app.add_option("--from", options->states.from, "kind of code: cow, cow_abb, gw, iso2, iso3, name (default: any)");
    app.add_option("--to", options->states.to, "show only this: cow, cow_abb, gw, iso2, iso3, name, name_ru, name_kk");
    app.add_option("--file", options->file, "table to which the code is added");
    app.add_option("--column", options->states.column, "its column with codes or names");
    app.add_option("--year-column", options->states.year_column, "its column with the year");
    app.add_flag("--strict", options->states.strict, "texts that mean no state are errors: nothing is written");
    app.add_option("--as", options->as, "name of the added column (default: that of --to)");
}

}  // namespace tarazy
