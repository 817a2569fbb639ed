#include "align/votes/vote_rows.hpp"

#include "align/votes/assembly.hpp"
#include "align/votes/vote_coding.hpp"

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

RollCallList list_roll_calls(std::span<const Table> tables, const Numbering& calls, const std::string& block_column) {
    RollCallList list;
    Diagnostics diagnostics;
    const std::array optional = {OptionalColumn{"date", {}}};
    for (const Table& table : tables) {
        std::vector<std::string> needed = {"rcid", "session"};
        if (!block_column.empty()) needed.push_back(block_column);
        require_columns(table, needed);
        check_optional_columns(table, optional, needed);
        const auto ids = calls.numbers(table, "rcid");
        const auto sessions = require_integers(table, "session");
        const auto blocks = block_column.empty() ? std::vector<std::string>() : require_texts(table, block_column);
        const auto years = years_of_dates(table);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            ListedRollCall listed{checked_session(table, row, sessions[row], diagnostics),
                                  block_column.empty() ? std::string() : blocks[row],
                                  years.empty() ? std::nullopt : years[row], &table, row};
            const auto [entry, added] = list.try_emplace(ids[row], std::move(listed));
            if (added) continue;
            const ListedRollCall& first = entry->second;
            diagnostics.add(table.problem(row, "rcid",
                                          "roll call " + table["rcid"].display(row) + " is listed before, at " +
                                              place_of_row(*first.table, first.row),
                                          "keep one row for each roll call"));
        }
    }
    diagnostics.throw_if_any();
    return list;
}

VoteRows vote_rows(const Table& table, const Numbering& members, const Numbering& calls, bool own_sessions,
                   std::vector<std::string>& notes) {
    require_vote_columns(table);
    check_votes_columns(table, own_sessions);
    VoteRows rows{&table, member_column(table), {}, {}, {}, {}, {}, {}};
    if (table.rows() == 0) {
        throw InputError({table.origin.path, 1, 0, "the file has a header but no rows", "give at least one vote"});
    }
    rows.ids = calls.numbers(table, "rcid");
    rows.members = members.numbers(table, rows.member_column);
    if (own_sessions && tells_session(table)) rows.sessions = require_integers(table, "session");
    if (own_sessions) rows.years = years_of_dates(table);
    if (table.find("party")) rows.parties = require_texts(table, "party");
    Diagnostics diagnostics;
    rows.votes = votes_of_column(table, "vote", VoteCoding::numbers, diagnostics, notes);
    const std::string& column = rows.member_column;
    for (std::size_t row = 0; row < rows.ids.size(); ++row) {
        const std::int64_t member = rows.members[row];
        if (member < 0 || member > 1'000'000'000) {
            diagnostics.add(table.problem(row, column, column + " is missing or out of range",
                                          column == "ccode" ? "give the state's code" : "give the member's name"));
        }
        if (rows.ids[row] == Column::missing_integer) {
            diagnostics.add(table.problem(row, "rcid", "rcid is missing", "give the number of the roll call"));
        }
    }
    diagnostics.throw_if_any();
    return rows;
}

}  // namespace tarazy
