#include "base/argument_checks.hpp"
#include "base/text_lists.hpp"
#include "cli/data/commands.hpp"
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
    std::optional<int> year;
    std::string from, to, file, column, year_column, as;
    bool strict = false;
};

const std::vector<std::string> from_names = {"cow", "cow_abb", "gw", "iso2", "iso3", "name"};
const std::vector<std::string> to_names = {"cow", "cow_abb", "gw", "iso2", "iso3", "name", "name_ru", "name_kk"};

std::string code(const State& state, const std::string& to) {
    if (to == "name_ru") return state.name_ru;
    if (to == "name_kk") return state.name_kk;
    return code_of(state, *state_scheme(to));
}

StateResolution look_up(const std::string& text, const std::string& from, std::optional<int> year) {
    if (from.empty()) return resolve_state(text, year);
    StateResolution resolution;
    const StateScheme scheme = *state_scheme(from);
    if (const State* state = find_state(std::string(trimmed(text)), scheme, year))
        resolution.matches.push_back({state, scheme});
    return resolution;
}

Column codes_column(const std::vector<std::string>& codes, const std::string& to) {
    if (to != "cow" && to != "gw") return Column(codes);
    std::vector<std::int64_t> numbers;
    for (const std::string& text : codes) numbers.push_back(text.empty() ? Column::missing_integer : std::stoll(text));
    return Column(std::move(numbers));
}

/// Hints take a millisecond each: only what is shown has one.
std::string hint_while_shown(const Diagnostics& diagnostics, const std::string& text) {
    return diagnostics.count() < Diagnostics::kept ? unknown_state_hint(text) : std::string();
}

/// What the texts mean, a row each; a text with two meanings has two rows and a warning.
void show(Session& session, const StatesOptions& options) {
    Diagnostics diagnostics;
    std::vector<std::string> texts, codes;
    std::vector<const State*> states;
    for (const std::string& text : options.texts) {
        const StateResolution resolution = look_up(text, options.from, options.year);
        if (resolution.matches.empty()) {
            diagnostics.add({"", 0, 0, unknown_state_text(text), hint_while_shown(diagnostics, text)});
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

/// Texts of a column that were left without a code, each once, in the order of the table.
struct LeftEmpty {
    std::vector<std::string> texts;
    std::map<std::string, std::size_t> rows;  ///< by text

    void add(const std::string& text) {
        if (++rows[text] == 1) texts.push_back(text);
    }
    [[nodiscard]] std::size_t total() const {
        std::size_t sum = 0;
        for (const auto& [text, count] : rows) sum += count;
        return sum;
    }
    /// The first of them, each with what `more` says of it.
    [[nodiscard]] std::string listed(const std::function<std::string(const std::string&)>& more) const {
        std::string list;
        for (std::size_t i = 0; i < std::min(texts.size(), Diagnostics::kept); ++i) {
            const std::string said = more(texts[i]);
            list += (i == 0 ? "'" : ", '") + texts[i] + "'" + (said.empty() ? "" : " (" + said + ")");
        }
        if (texts.size() > Diagnostics::kept)
            list += " and " + std::to_string(texts.size() - Diagnostics::kept) + " more";
        return list;
    }
};

std::string counted(std::size_t count, const std::string& noun) {
    return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

/// Fills one column of codes from another, row by row; each pair of text and year is looked up once.
class ColumnConversion {
public:
    ColumnConversion(const Table& table, const StatesOptions& options) : table_(table), options_(options) {}

    std::vector<std::string> run(Session& session) {
        const std::vector<std::string> texts = require_texts(table_, options_.column);
        if (!options_.year_column.empty()) years_ = require_integers(table_, options_.year_column);
        na_is_namibia_ = options_.from == "iso2" || (options_.from.empty() && holds_two_letters(texts));
        std::vector<std::string> codes;
        for (std::size_t row = 0; row < texts.size(); ++row) {
            const bool missing = texts[row].empty() || (texts[row] == "NA" && !na_is_namibia_);
            codes.push_back(missing ? "" : converted(row, texts[row]));
        }
        diagnostics_.throw_if_any();
        tell(session, std::ranges::count(texts, "NA"));
        return codes;
    }

private:
    /// Nothing but codes of two letters: then NA is one of them, and not the sign of a missing cell.
    static bool holds_two_letters(const std::vector<std::string>& texts) {
        return std::ranges::all_of(texts, [](const std::string& text) { return text.empty() || text.size() == 2; });
    }

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
        if (resolution.matches.empty() && !options_.strict) {
            (not_a_state(text) != nullptr ? no_states_ : unknown_).add(text);
        } else if (reported_.insert(text).second) {
            report(row, text, resolution);
        }
        return {};
    }

    void report(std::size_t row, const std::string& text, const StateResolution& resolution) {
        if (resolution.matches.empty()) {
            diagnostics_.add(
                table_.problem(row, options_.column, unknown_state_text(text), hint_while_shown(diagnostics_, text)));
        } else {
            diagnostics_.add(
                table_.problem(row, options_.column, ambiguity_text(text, resolution), "choose with --from"));
        }
    }

    void tell(Session& session, std::ptrdiff_t na_cells) const {
        if (na_is_namibia_ && options_.from.empty() && na_cells > 0) {
            note(session, "column '" + options_.column + "' holds codes of two letters: NA is Namibia in " +
                              counted(static_cast<std::size_t>(na_cells), "row"));
        }
        if (!unknown_.texts.empty()) {
            warn(session, counted(unknown_.texts.size(), "text") + " of '" + options_.column +
                              "' without a state, left empty in " + counted(unknown_.total(), "row") + ": " +
                              unknown_.listed(short_hint) + "; --strict makes this an error");
        }
        if (!no_states_.texts.empty()) {
            const auto kind = [](const std::string& text) { return describe(*not_a_state(text)); };
            warn(session, counted(no_states_.texts.size(), "text") + " of '" + options_.column +
                              "' for what is no state, left empty in " + counted(no_states_.total(), "row") + ": " +
                              no_states_.listed(kind));
        }
        for (const auto& [name, rows] : without_code_) {
            warn(session, name + " has no " + options_.to + " code: left empty in " + std::to_string(rows) + " rows");
        }
    }

    /// Only the names that are meant beyond doubt: where codes are listed need not be said twenty times.
    static std::string short_hint(const std::string& text) {
        const std::string hint = unknown_state_hint(text);
        return hint.starts_with("did you mean") ? hint : std::string();
    }

    const Table& table_;
    const StatesOptions& options_;
    std::vector<std::int64_t> years_;
    bool na_is_namibia_ = false;
    Diagnostics diagnostics_;
    std::map<std::pair<std::string, int>, StateResolution> known_;
    std::map<std::string, std::size_t> without_code_;
    LeftEmpty unknown_, no_states_;
    std::set<std::string> reported_;
};

void convert_file(Session& session, const StatesOptions& options) {
    if (options.column.empty()) throw UsageError("--file needs --column, the column with the codes or names");
    if (options.to.empty()) throw UsageError("--file needs --to, the code to add");
    if (!options.texts.empty()) throw UsageError("give either texts or --file");
    session.reading.keep_na = {options.column};
    Table table = read_input(session, options.file);
    const std::string name = options.as.empty() ? options.to : options.as;
    if (table.find(name)) throw UsageError("the table has a column '" + name + "' already; name the new one with --as");
    table.add(name, codes_column(ColumnConversion(table, options).run(session), options.to));
    print_table(session, table);
}

void run_states(Session& session, const StatesOptions& options) {
    if (!options.from.empty()) (void)check_one_of(options.from, from_names, "--from");
    if (!options.to.empty()) (void)check_one_of(options.to, to_names, "--to");
    if (!options.file.empty()) return convert_file(session, options);
    if (!options.column.empty() || !options.year_column.empty() || !options.as.empty() || options.strict) {
        throw UsageError("--column, --year-column, --as and --strict go with --file");
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
    app.add_option("--year", options->year, "the year in which they are used (default: the latest meaning)");
    app.add_option("--from", options->from, "kind of code: cow, cow_abb, gw, iso2, iso3, name (default: any)");
    app.add_option("--to", options->to, "show only this: cow, cow_abb, gw, iso2, iso3, name, name_ru, name_kk");
    app.add_option("--file", options->file, "table to which the code is added");
    app.add_option("--column", options->column, "its column with codes or names");
    app.add_option("--year-column", options->year_column, "its column with the year");
    app.add_flag("--strict", options->strict, "texts that mean no state are errors: nothing is written");
    app.add_option("--as", options->as, "name of the added column (default: that of --to)");
}

}  // namespace tarazy
