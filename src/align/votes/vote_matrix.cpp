#include "align/votes/vote_matrix.hpp"

#include "align/votes/vote_rows.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/table_parts.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

const OptionalColumn name_column{"member",
                                 {"name", "legislator", "mp", "deputy", "justice", "judge", "senator", "bioname",
                                  "state", "country", "iso3", "депутат", "имя", "фио"}};

/// Columns of member lists that hold small numbers and are no votes.
constexpr std::array not_votes = {"id",           "icpsr",  "district", "chamber",   "born", "age",
                                  "gender",       "sex",    "year",     "seniority", "rank", "order",
                                  "constituency", "region", "cohort",   "terms"};

struct MatrixColumns {
    std::size_t member = 0;
    std::optional<std::size_t> party, session;
    std::vector<std::size_t> roll_calls, left_out;
};

bool is_not_votes(const std::string& name) {
    return std::ranges::any_of(not_votes, [&](const char* other) {
        Table one;
        one.names = {name};
        return name == other || !meant_column(one, {other, {}}, {}).empty();
    });
}

/// Are more of its cells votes than not? A column without any value is no roll call.
bool holds_votes(const Column& column, VoteCoding coding) {
    std::size_t votes = 0, others = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.missing(row)) continue;
        ++(vote_of_cell(column, row, coding) ? votes : others);
    }
    return votes > others;
}

std::size_t member_place(const Table& table) {
    if (const auto found = table.find("ccode")) return *found;
    if (const auto found = table.find("member")) return *found;
    const std::string meant = meant_column(table, name_column, {});
    return meant.empty() ? 0 : *table.find(meant);
}

MatrixColumns matrix_columns(const Table& table, VoteCoding coding) {
    MatrixColumns columns;
    columns.member = member_place(table);
    columns.party = table.find("party");
    columns.session = table.find("session");
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        if (c == columns.member || c == columns.party || c == columns.session) continue;
        const bool votes = !is_not_votes(table.names[c]) && holds_votes(table.columns[c], coding);
        if (votes) {
            columns.roll_calls.push_back(c);
        } else if (table.columns[c].count_missing() < table.rows()) {
            columns.left_out.push_back(c);
        }
    }
    return columns;
}

std::string few_names(const Table& table, const std::vector<std::size_t>& columns) {
    std::vector<std::string> names;
    for (const std::size_t column : columns) names.push_back(table.names[column]);
    return first_few(names, 8);
}

Column whole_numbers_or_texts(const std::vector<std::string>& cells) {
    std::vector<std::int64_t> numbers;
    for (const std::string& cell : cells) {
        const auto number = parse_integer(cell);
        if (!number || std::to_string(*number) != cell) return Column(std::span<const std::string>(cells));
        numbers.push_back(*number);
    }
    return Column(std::move(numbers));
}

void tell(const Table& table, const MatrixColumns& columns, std::vector<std::string>& notes) {
    notes.push_back(table.origin.path + ": read as a matrix of " + std::to_string(table.rows()) + " members ('" +
                    table.names[columns.member] + "') by " + std::to_string(columns.roll_calls.size()) +
                    " roll calls (" + few_names(table, columns.roll_calls) + ")" +
                    (columns.left_out.empty() ? "" : "; no votes, left out: " + few_names(table, columns.left_out)));
}

}  // namespace

bool is_vote_matrix(const Table& table, VoteCoding coding) {
    for (const OptionalColumn& column : {roll_call_column(), vote_column()}) {
        if (table.find(column.name) || !meant_column(table, column, {}).empty()) return false;
    }
    return table.rows() > 0 && matrix_columns(table, coding).roll_calls.size() >= 2;
}

Table from_vote_matrix(const Table& table, VoteCoding coding, std::vector<std::string>& notes) {
    const std::array optional = {OptionalColumn{"party", {}}, OptionalColumn{"session", {}}};
    check_optional_columns(table, optional);
    const MatrixColumns columns = matrix_columns(table, coding);
    tell(table, columns, notes);
    std::vector<std::string> calls;
    std::vector<std::size_t> rows;
    std::vector<std::int64_t> votes;
    Diagnostics diagnostics;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const std::size_t c : columns.roll_calls) {
            const auto vote = vote_of_cell(table.columns[c], row, coding);
            if (!vote) {
                diagnostics.add(table.problem(row, table.names[c],
                                              table.names[c] + " is " + shown_vote(table.columns[c], row),
                                              vote_remedy(coding)));
            } else if (*vote != 0) {
                calls.push_back(table.names[c]);
                rows.push_back(row);
                votes.push_back(*vote);
            }
        }
    }
    diagnostics.throw_if_any();
    Table result;
    result.add("rcid", whole_numbers_or_texts(calls));
    const bool numbers = table.names[columns.member] == "ccode";
    Table taken;
    taken.add(numbers ? "ccode" : "member", table.columns[columns.member]);
    if (columns.party) taken.add("party", table.columns[*columns.party]);
    if (columns.session) taken.add("session", table.columns[*columns.session]);
    taken.origin = table.origin;
    taken = take_rows(taken, rows);
    add_columns(result, taken);
    result.add("vote", Column(std::move(votes)));
    result.origin = std::move(taken.origin);
    return result;
}

}  // namespace tarazy
