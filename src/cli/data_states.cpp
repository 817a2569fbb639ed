#include "base/nearest_name.hpp"
#include "cli/commands.hpp"
#include "table/state_codes_resolve.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct StatesOptions {
    std::vector<std::string> texts;
    std::optional<int> year;
    std::string from, to, file, column, year_column, as;
};

const std::vector<std::string> from_names = {"cow", "cow_abb", "gw", "iso2", "iso3", "name"};
const std::vector<std::string> to_names = {"cow", "cow_abb", "gw", "iso2", "iso3", "name", "name_ru", "name_kk"};

void require_one_of(const std::string& option, const std::string& value, const std::vector<std::string>& allowed) {
    if (value.empty() || std::ranges::find(allowed, value) != allowed.end()) return;
    throw UsageError(option + " is '" + value + "'; " + name_hint(value, allowed));
}

std::string code(const State& state, const std::string& to) {
    if (to == "name_ru") return state.name_ru;
    if (to == "name_kk") return state.name_kk;
    return code_of(state, *state_scheme(to));
}

StateResolution look_up(const std::string& text, const std::string& from, std::optional<int> year) {
    if (from.empty()) return resolve_state(text, year);
    StateResolution resolution;
    const StateScheme scheme = *state_scheme(from);
    if (const State* state = find_state(text, scheme, year))
        resolution.matches.push_back({state, scheme});
    else
        resolution.hint = "`tarazy data states` lists all codes and names";
    if (resolution.matches.empty() && scheme == StateScheme::name) resolution.hint = resolve_state(text, year).hint;
    return resolution;
}

Column codes_column(const std::vector<std::string>& codes, const std::string& to) {
    if (to != "cow" && to != "gw") return Column(codes);
    std::vector<std::int64_t> numbers;
    for (const std::string& text : codes) numbers.push_back(text.empty() ? Column::missing_integer : std::stoll(text));
    return Column(std::move(numbers));
}

/// What the texts mean, a row each; a text with two meanings has two rows and a warning.
void show(Session& session, const StatesOptions& options) {
    Diagnostics diagnostics;
    std::vector<std::string> texts, codes;
    std::vector<const State*> states;
    for (const std::string& text : options.texts) {
        const StateResolution resolution = look_up(text, options.from, options.year);
        if (resolution.matches.empty()) {
            diagnostics.add({"", 0, 0, "no state has the code or name '" + text + "'", resolution.hint});
            continue;
        }
        if (resolution.matches.size() > 1)
            warn(session, ambiguity_text(text, resolution) + "; choose with --from or --year");
        for (const StateMatch& match : resolution.matches) {
            texts.push_back(text);
            states.push_back(match.state);
            if (!options.to.empty()) {
                codes.push_back(code(*match.state, options.to));
                if (codes.back().empty())
                    warn(session, match.state->name_en + " has no " + options.to + " code. " + match.state->note);
            }
            if (options.year && !in_cow_system(*match.state, *options.year)) {
                warn(session, match.state->name_en + ": " + explain_state(*match.state, options.year));
            }
        }
    }
    diagnostics.throw_if_any();
    Table table;
    table.add("text", Column(texts));
    if (!options.to.empty()) {
        table.add(options.to, codes_column(codes, options.to));
    } else {
        Table full = state_table(states);
        for (std::size_t i = 0; i < full.names.size(); ++i) table.add(full.names[i], std::move(full.columns[i]));
    }
    print_table(session, table);
}

/// Fills one column of codes from another, row by row; each pair of text and year is looked up once.
class ColumnConversion {
public:
    ColumnConversion(const Table& table, const StatesOptions& options) : table_(table), options_(options) {}

    std::vector<std::string> run(Session& session) {
        const std::vector<std::string> texts = require_texts(table_, options_.column);
        if (!options_.year_column.empty()) years_ = require_integers(table_, options_.year_column);
        std::vector<std::string> codes;
        for (std::size_t row = 0; row < texts.size(); ++row)
            codes.push_back(texts[row].empty() ? "" : converted(row, texts[row]));
        diagnostics_.throw_if_any();
        for (const auto& [name, rows] : without_code_) {
            warn(session, name + " has no " + options_.to + " code: left empty in " + std::to_string(rows) + " rows");
        }
        return codes;
    }

private:
    [[nodiscard]] std::optional<int> year(std::size_t row) const {
        if (years_.empty() || years_[row] == Column::missing_integer) return options_.year;
        return static_cast<int>(std::clamp<std::int64_t>(years_[row], -100'000, 100'000));
    }

    std::string converted(std::size_t row, const std::string& text) {
        const std::optional<int> when = year(row);
        const auto [entry, is_new] = known_.try_emplace({text, when.value_or(0)});
        if (is_new) entry->second = look_up(text, options_.from, when);
        const StateResolution& resolution = entry->second;
        if (resolution.matches.size() == 1) {
            const State& state = *resolution.matches.front().state;
            std::string result = code(state, options_.to);
            if (result.empty()) ++without_code_[state.name_en];
            return result;
        }
        if (reported_.insert(text).second) {
            if (resolution.matches.empty()) {
                diagnostics_.add(table_.problem(row, options_.column, "no state has the code or name '" + text + "'",
                                                resolution.hint));
            } else {
                diagnostics_.add(
                    table_.problem(row, options_.column, ambiguity_text(text, resolution), "choose with --from"));
            }
        }
        return {};
    }

    const Table& table_;
    const StatesOptions& options_;
    std::vector<std::int64_t> years_;
    Diagnostics diagnostics_;
    std::map<std::pair<std::string, int>, StateResolution> known_;
    std::map<std::string, std::size_t> without_code_;
    std::set<std::string> reported_;
};

void convert_file(Session& session, const StatesOptions& options) {
    if (options.column.empty()) throw UsageError("--file needs --column, the column with the codes or names");
    if (options.to.empty()) throw UsageError("--file needs --to, the code to add");
    if (!options.texts.empty()) throw UsageError("give either texts or --file");
    Table table = read_input(session, options.file);
    const std::string name = options.as.empty() ? options.to : options.as;
    if (table.find(name)) throw UsageError("the table has a column '" + name + "' already; name the new one with --as");
    table.add(name, codes_column(ColumnConversion(table, options).run(session), options.to));
    print_table(session, table);
}

void run_states(Session& session, const StatesOptions& options) {
    require_one_of("--from", options.from, from_names);
    require_one_of("--to", options.to, to_names);
    if (!options.file.empty()) return convert_file(session, options);
    if (!options.column.empty() || !options.year_column.empty() || !options.as.empty()) {
        throw UsageError("--column, --year-column and --as go with --file");
    }
    if (!options.texts.empty()) return show(session, options);
    std::vector<const State*> states;
    for (const State& state : all_states()) {
        if (!options.year || in_cow_system(state, *options.year) || in_gw_system(state, *options.year))
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
                                "Kazakh, and the days of membership. Without arguments all states; with --file a "
                                "column of codes is added to a table.",
                                {{"tarazy data states Kazakhstan 365 DEU", "what these codes and names mean today"},
                                 {"tarazy data states 365 260 --from cow --year 1980", "what they meant in 1980"},
                                 {"tarazy data states --file studies/kazakhstan/data/nuclear_reversal_cases.csv "
                                  "--column case --from iso3 --to cow",
                                  "add the COW number to a table"}},
                                session, [&session, options] { run_states(session, *options); });
    app.add_option("text", options->texts, "codes or names");
    app.add_option("--year", options->year, "the year in which they are used (default: the latest meaning)");
    app.add_option("--from", options->from, "kind of code: cow, cow_abb, gw, iso2, iso3, name (default: any)");
    app.add_option("--to", options->to, "show only this: cow, cow_abb, gw, iso2, iso3, name, name_ru, name_kk");
    app.add_option("--file", options->file, "table to which the code is added");
    app.add_option("--column", options->column, "its column with codes or names");
    app.add_option("--year-column", options->year_column, "its column with the year");
    app.add_option("--as", options->as, "name of the added column (default: that of --to)");
}

}  // namespace tarazy
