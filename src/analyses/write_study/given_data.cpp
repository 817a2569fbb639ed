#include "analyses/write_study/given_data.hpp"

#include "align/votes/undl_votes.hpp"
#include "align/votes/votes.hpp"
#include "analyses/write_study/data_kind.hpp"
#include "analyses/write_study/toml_text.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/read_table.hpp"
#include "ledger/verify.hpp"
#include "table/stacked_files.hpp"
#include "table/state_codes.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// General Assembly: session s opens in 1945 + s.
constexpr int assembly_years = 1945;

std::string opened_path(const std::string& written) {
    if (written == "-")
        throw UsageError("--data: a study cannot keep standard input; write the data into a file first");
    const auto path = written.starts_with('$') ? resolve_input(written, "") : std::optional(written);
    if (!path)
        throw UsageError("--data '" + written + "': the variable " + written.substr(1, written.find('/') - 1) +
                         " is not set");
    return *path;
}

/// Files that cannot be opened are told all at once. @throws FileError
void refuse_lacking(const StudyOrder& order) {
    std::string lacking;
    std::error_code ignored;
    for (const OrderedFile& file : order.files) {
        const std::string path = opened_path(file.written);
        if (fs::is_regular_file(path, ignored)) continue;
        const char* what = fs::is_directory(path, ignored) ? ": is a folder; name the files in it with --data"
                           : fs::exists(path, ignored)     ? ": is no regular file"
                                                           : ": there is no such file (--data)";
        add_item(lacking, one_line(path) + what, "\n");
    }
    if (!lacking.empty()) throw FileError(lacking);
}

/// A copy of a file would count every row twice. @throws UsageError
void refuse_same_bytes(const std::vector<GivenData>& data) {
    std::map<std::string, std::string> seen;
    for (const GivenData& one : data) {
        for (const GivenFile& file : one.files) {
            const auto [first, fresh] = seen.emplace(file.sha256, file.written);
            if (!fresh)
                throw UsageError("--data names '" + first->second + "' and '" + file.written +
                                 "', which hold the same; leave one of the two out");
        }
    }
}

void rename_to_ours(Table& table, const RecognisedData& kind) {
    for (const auto& [ours, theirs] : kind.columns)
        if (const auto found = table.find(theirs)) table.names[*found] = ours;
}

/// Documents that are no tables.
std::optional<std::string> role_of_document(const std::string& path) {
    if (path.ends_with(".toml")) return "scenario";
    if (path.ends_with(".json")) return "sealed_forecast";
    return std::nullopt;
}

std::string fresh_key(const std::vector<GivenData>& data, const std::string& role) {
    std::string key = role;
    for (int number = 2; std::ranges::find(data, key, &GivenData::key) != data.end(); ++number)
        key = role + "_" + std::to_string(number);
    return key;
}

/// The key whose files it continues: of the same kind, known by the same columns. Of most kinds several files make one
/// table; a second panel or comparison of cases is another one.
GivenData* continued(std::vector<GivenData>& data, const RecognisedData& kind) {
    for (GivenData& one : data)
        if (one.role == kind.role && one.columns == kind.columns && one.known_by == kind.known_by) return &one;
    return nullptr;
}

void add_file(std::vector<GivenData>& data, const OrderedFile& file, const std::string& path, const Work& work) {
    if (const auto role = role_of_document(path)) {
        GivenData& fresh = data.emplace_back();
        fresh.role = *role;
        fresh.key = fresh_key({data.begin(), data.end() - 1}, *role);
        fresh.files = {{file.written, path, sha256_file(path)}};
        return;
    }
    ReadOptions reading;
    reading.work = work;
    Table table = read_table(path, reading);
    require_rows(table);
    const auto kind = recognised_data(table, file.role);
    if (!kind) throw InputError(not_recognised(table, file.role));
    rename_to_ours(table, *kind);
    const GivenFile read = {file.written, path, table.origin.sha256, table.rows(), table.origin.notes};
    if (GivenData* same = continued(data, *kind)) {
        same->files.push_back(read);
        same->table = stacked_files(same->table, table);
        return;
    }
    GivenData fresh;
    fresh.role = kind->role;
    fresh.key = fresh_key(data, kind->role);
    fresh.files = {read};
    fresh.columns = kind->columns;
    fresh.known_by = kind->known_by;
    fresh.missing = kind->missing;
    fresh.table = std::move(table);
    data.push_back(std::move(fresh));
}

void widen(std::optional<Span>& span, int year) {
    if (!span) span = Span{year, year};
    span->first = std::min(span->first, year);
    span->last = std::max(span->last, year);
}

void note_row(GivenData& data, const std::string& state, std::optional<int> year) {
    if (!state.empty()) data.states.insert(state);
    if (!year) return;
    widen(data.years, *year);
    if (state.empty()) return;
    std::optional<Span> known;
    if (const auto found = data.years_of_state.find(state); found != data.years_of_state.end()) known = found->second;
    widen(known, *year);
    data.years_of_state[state] = *known;
}

/// Methods that look a state up by any spelling, as opposed to those that look for its code.
bool any_spelling(const std::string& role) {
    static const std::set<std::string> roles = {"flows", "memberships", "treaties"};
    return roles.contains(role);
}

std::string first_column(const Table& table, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (table.find(name)) return name;
    return "";
}

void survey_rows(GivenData& data) {
    const Table& table = data.table;
    const std::string year_column = first_column(table, {"year", "time"});
    const std::string state_column = data.role == "memberships" || data.role == "treaties"
                                         ? first_column(table, {"iso3", "state", "ccode"})
                                         : first_column(table, {"state", "unit", "group", "case"});
    const std::vector<std::string> states = state_column.empty()      ? std::vector<std::string>(table.rows())
                                            : any_spelling(data.role) ? states_in_column(table, state_column)
                                                                      : require_texts(table, state_column);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::optional<int> year;
        if (!year_column.empty() && table[year_column].type() != ColumnType::text) {
            if (const auto number = table[year_column].real(row)) year = static_cast<int>(*number);
        }
        note_row(data, states[row], year);
    }
}

void survey_ties(GivenData& data) {
    const std::vector<std::int64_t> years = require_integers(data.table, "year");
    std::map<std::pair<std::int64_t, int>, std::string> known;
    for (const char* column : {"ccode1", "ccode2"}) {
        const std::vector<std::int64_t> codes = require_integers(data.table, column);
        for (std::size_t row = 0; row < codes.size(); ++row) {
            if (codes[row] == Column::missing_integer || years[row] == Column::missing_integer) continue;
            const int year = static_cast<int>(years[row]);
            auto [state, added] = known.try_emplace({codes[row], year});
            if (!added) continue;
            state->second = iso3_meant(std::to_string(codes[row])).value_or("");
            note_row(data, state->second, year);
        }
    }
}

/// Taken out of the data: votes are large, and nothing later asks for their rows.
std::vector<Table> taken_tables(std::vector<GivenData>& data, const std::string& role) {
    std::vector<Table> tables;
    const auto found = std::ranges::find(data, role, &GivenData::role);
    if (found != data.end()) tables.push_back(std::exchange(found->table, {}));
    return tables;
}

/// Votes as the methods load them, so that what they would refuse is refused here.
void survey_votes(std::vector<GivenData>& data) {
    const auto votes = std::ranges::find(data, "votes", &GivenData::role);
    if (votes == data.end()) return;
    const VoteTables tables = from_undl_layout(taken_tables(data, "votes"), taken_tables(data, "roll_calls"));
    const VoteData loaded = load_votes(tables.votes, tables.roll_calls, {});
    const auto is_session = [](const RollCall& call) { return call.session >= 1 && call.session <= 150; };
    votes->assembly = loaded.assembly.names.empty() && std::ranges::all_of(loaded.roll_calls, is_session);
    if (!votes->assembly) return;
    for (std::size_t state = 0; state < loaded.states.size(); ++state) {
        const std::string iso3 = iso3_meant(std::to_string(loaded.states[state])).value_or("");
        int noted = 0;
        for (std::size_t call = 0; call < loaded.roll_calls.size(); ++call) {
            const int year = assembly_years + loaded.roll_calls[call].session;
            if (year == noted || loaded.cell(call, state) == VoteData::absent) continue;
            note_row(*votes, iso3, year);
            noted = year;
        }
    }
}

/// The years that the dates of memberships speak of. Spells that run on have no last year of their own: the record is
/// taken to reach as far as the study then.
void survey_spells(GivenData& data) {
    const Table& table = data.table;
    constexpr int open_end = 2100;
    bool runs_on = false;
    for (const char* column : {"start", "end", "first_year", "last_year", "year", "right_censored_at"}) {
        if (!table.find(column)) continue;
        for (const std::string& cell : require_texts(table, column)) {
            const bool dated =
                cell.size() >= 4 && std::ranges::all_of(cell.substr(0, 4), [](char c) { return c >= '0' && c <= '9'; });
            if (dated) widen(data.years, std::stoi(cell.substr(0, 4)));
            if (cell.empty() && std::string_view(column) == "end") runs_on = true;
        }
    }
    if (runs_on && data.years && !table.find("right_censored_at")) data.years->last = open_end;
}

}  // namespace

const GivenData* given(const std::vector<GivenData>& data, const std::string& role) {
    const auto found = std::ranges::find(data, role, &GivenData::role);
    return found == data.end() ? nullptr : &*found;
}

std::vector<GivenData> read_given_data(const StudyOrder& order, const Work& work) {
    refuse_lacking(order);
    std::vector<GivenData> data;
    Diagnostics diagnostics;
    std::set<std::string> seen;
    for (const OrderedFile& file : order.files) {
        const std::string path = opened_path(file.written);
        if (!seen.insert(fs::weakly_canonical(path).string()).second)
            throw UsageError("--data names '" + file.written + "' twice");
    }
    for (const OrderedFile& file : order.files) {
        try {
            add_file(data, file, opened_path(file.written), work);
        } catch (const InputError& error) {
            for (const Problem& problem : error.problems()) diagnostics.add(problem);
        }
    }
    diagnostics.throw_if_any();
    refuse_same_bytes(data);
    return data;
}

void survey(std::vector<GivenData>& data) {
    static const std::set<std::string> no_rows_of_states = {"votes", "roll_calls", "bridges",
                                                            "ties",  "system",     "weights"};
    survey_votes(data);
    for (GivenData& one : data) {
        if (one.role == "ties") survey_ties(one);
        if (!no_rows_of_states.contains(one.role) && one.table.rows() > 0) survey_rows(one);
        if (one.role == "memberships") survey_spells(one);
        if (no_rows_of_states.contains(one.role)) one.table = {};
    }
}

GivenData state_system() {
    constexpr int list_ends = 2016;
    GivenData system;
    system.key = system.role = "system";
    std::string& text = system.files.emplace_back().bytes;
    text = "ccode,styear,endyear\n";
    for (const State& state : all_states()) {
        if (!state.cow) continue;
        for (const SystemSpell& spell : state.cow_spells) {
            text += std::to_string(*state.cow) + ',' + spell.first.substr(0, 4) + ',' +
                    (spell.last.empty() ? std::to_string(list_ends) : spell.last.substr(0, 4)) + '\n';
            ++system.files.front().rows;
        }
    }
    system.files.front().written = "states.csv";
    system.files.front().sha256 = sha256_hex(text);
    return system;
}

}  // namespace tarazy
