#include "align/votes/vote_rows.hpp"

#include "align/votes/assembly.hpp"
#include "align/votes/vote_coding.hpp"
#include "align/votes/votes.hpp"
#include "base/keep_faults.hpp"
#include "base/number_text.hpp"

#include <array>

namespace tarazy {
namespace {

const std::vector<std::string>& session_synonyms() {
    static const std::vector<std::string> names = {
        "sess",   "session number", "session no", "session id",  "session year",
        "term",   "congress",       "parliament", "legislature", "legislative period",
        "period", "sitting",        "year",       "сессия",      "созыв",
        "год",    "сессиясы",       "жыл",        "шақырылым"};
    return names;
}

const std::vector<std::string> vote_columns = {"rcid", "ccode", "member", "vote", "session", "date", "party"};

void check_votes_columns(const Table& table, bool own_sessions) {
    std::vector<OptionalColumn> columns = {{"date", {}}, {"party", {}}};
    if (own_sessions) columns.insert(columns.begin(), {"session", session_synonyms()});
    check_optional_columns(table, columns, vote_columns);
}

std::vector<std::optional<int>> years_of_dates(const Table& table) {
    if (!table.find("date")) return {};
    std::vector<std::optional<int>> years;
    const Column& dates = table["date"];
    if (dates.type() == ColumnType::text) {
        std::vector<std::optional<int>> of_level;
        for (const std::string& level : dates.texts().levels) of_level.push_back(year_in_date(level));
        for (std::size_t row = 0; row < dates.size(); ++row) {
            const std::int32_t code = dates.texts().codes[row];
            years.push_back(code < 0 ? std::nullopt : of_level[static_cast<std::size_t>(code)]);
        }
        return years;
    }
    for (std::size_t row = 0; row < dates.size(); ++row) years.push_back(year_in_date(dates.display(row)));
    return years;
}

/// The numbers of a column; where some cells are none, which are faults, those of the others.
std::vector<std::int64_t> numbers_there(const Numbering& numbering, const Table& table, const std::string& column,
                                        Diagnostics& faults) {
    std::vector<std::int64_t> numbers;
    if (keep_faults(faults, [&] { numbers = numbering.numbers(table, column); })) return numbers;
    const Column& cells = table[column];
    for (std::size_t row = 0; row < cells.size(); ++row)
        numbers.push_back(parse_integer(cells.display(row)).value_or(Column::missing_integer));
    return numbers;
}

}  // namespace

const OptionalColumn& roll_call_column() {
    static const OptionalColumn column{"rcid",
                                       {"roll call", "rollcall id", "roll call id", "roll call number", "rollnumber",
                                        "vote id", "vote number", "undl_id", "голосование"}};
    return column;
}

const OptionalColumn& vote_column() {
    static const OptionalColumn column{
        "vote", {"votes", "cast code", "ballot", "choice", "position", "vote cast", "голос", "дауыс"}};
    return column;
}

void require_vote_columns(const Table& table) {
    const std::vector<OptionalColumn> columns = {roll_call_column(), vote_column()};
    check_optional_columns(table, columns);
    const std::vector<std::string> needed = {"rcid", "vote"};
    require_columns(table, needed);
}

void require_list_columns(const Table& table) {
    const std::vector<OptionalColumn> columns = {roll_call_column(), {"session", session_synonyms()}};
    check_optional_columns(table, columns, vote_columns);
    const std::vector<std::string> needed = {"rcid", "session"};
    require_columns(table, needed);
}

bool tells_session(const Table& table) {
    return table.find("session").has_value();
}

std::string place_of_row(const Table& table, std::size_t row) {
    const Problem problem = table.problem(row, "", "", "");
    return problem.file + ':' + std::to_string(problem.line);
}

std::string member_column(const Table& table) {
    if (table.find("ccode")) return "ccode";
    if (table.find("member")) return "member";
    const OptionalColumn members{"member",
                                 {"name", "legislator", "mp", "deputy", "justice", "judge", "senator", "state",
                                  "country", "iso3", "countryname", "депутат", "имя"}};
    const std::string meant = meant_column(table, members, vote_columns);
    if (meant.empty()) require_columns(table, std::vector<std::string>{"ccode"});
    throw InputError({table.origin.path, 1, 0, "there is no column 'ccode' (numbers) or 'member' (names)",
                      "did you mean '" + meant + "'? --rename member=" + meant});
}

bool is_session(std::int64_t number) {
    return number >= 0 && number <= 100000;
}

int checked_session(const Table& table, std::size_t row, std::int64_t session, Diagnostics& diagnostics) {
    if (is_session(session)) return static_cast<int>(session);
    diagnostics.add(table.problem(row, "session", "session is missing or out of range",
                                  "give each roll call the number of its session"));
    return 0;
}

RollCallList list_roll_calls(std::span<const Table> tables, const Numbering& calls, const std::string& block_column,
                             Diagnostics& faults) {
    RollCallList list;
    const std::array optional = {OptionalColumn{"date", {}}};
    for (const Table& table : tables) {
        std::vector<std::string> needed = {"rcid", "session"};
        if (!block_column.empty()) needed.push_back(block_column);
        require_columns(table, needed);
        check_optional_columns(table, optional, needed);
        std::vector<std::int64_t> ids, sessions;
        const bool numbered = keep_faults(faults, [&] { ids = calls.numbers(table, "rcid"); });
        if (!keep_faults(faults, [&] { sessions = require_integers(table, "session"); }) || !numbered) continue;
        const auto blocks = block_column.empty() ? std::vector<std::string>() : require_texts(table, block_column);
        const auto years = years_of_dates(table);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            ListedRollCall listed{checked_session(table, row, sessions[row], faults),
                                  block_column.empty() ? std::string() : blocks[row],
                                  years.empty() ? std::nullopt : years[row], &table, row};
            const auto [entry, added] = list.try_emplace(ids[row], std::move(listed));
            if (added) continue;
            const ListedRollCall& first = entry->second;
            faults.add(table.problem(row, "rcid",
                                     "roll call " + table["rcid"].display(row) + " is listed before, at " +
                                         place_of_row(*first.table, first.row),
                                     "keep one row for each roll call"));
        }
    }
    return list;
}

VoteRows vote_rows(const Table& table, const Numbering& members, const Numbering& calls, bool own_sessions,
                   std::vector<std::string>& notes, Diagnostics& faults) {
    require_vote_columns(table);
    check_votes_columns(table, own_sessions);
    VoteRows rows{&table, member_column(table), {}, {}, {}, {}, {}, {}};
    if (table.rows() == 0) {
        throw InputError({table.origin.path, 1, 0, "the file has a header but no rows", "give at least one vote"});
    }
    const std::string& column = rows.member_column;
    rows.ids = numbers_there(calls, table, "rcid", faults);
    rows.members = numbers_there(members, table, column, faults);
    if (own_sessions && tells_session(table))
        keep_faults(faults, [&] { rows.sessions = require_integers(table, "session"); });
    if (own_sessions) rows.years = years_of_dates(table);
    if (table.find("party")) rows.parties = require_texts(table, "party");
    rows.votes = votes_of_column(table, "vote", VoteCoding::numbers, faults, notes);
    const Column &named = table["rcid"], &voting = table[column];
    for (std::size_t row = 0; row < rows.ids.size(); ++row) {
        const std::int64_t member = rows.members[row];
        const bool no_member = member < 0 || member > 1'000'000'000, no_call = rows.ids[row] == Column::missing_integer;
        if (no_member || no_call) rows.votes[row] = VoteData::absent;
        // A cell that is no number was told when its column was read.
        if (no_member && (member != Column::missing_integer || voting.missing(row)))
            faults.add(table.problem(row, column, column + " is missing or out of range",
                                     column == "ccode" ? "give the state's code" : "give the member's name"));
        if (no_call && named.missing(row))
            faults.add(table.problem(row, "rcid", "rcid is missing", "give the number of the roll call"));
    }
    return rows;
}

}  // namespace tarazy
