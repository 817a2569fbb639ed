#include "analyses/write_study/data_kind.hpp"

#include "align/votes/undl_votes.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tarazy {
namespace {

SoughtColumn state_column() {
    return {"state", {}, {"iso3", "iso3c", "country_code", "country"}, {}};
}
SoughtColumn year_column() {
    return {"year", {}, {"Year"}, {}};
}
/// Readers of series find the time by themselves.
SoughtColumn series_time() {
    return {"year", {"t", "time"}, {"Year"}, {}};
}
/// Readers of memberships find the state by themselves.
SoughtColumn member_state() {
    return {"iso3", {"state", "ccode"}, {}, {}};
}
SoughtColumn institution() {
    return {"institution", {"igo"}, {}, {}};
}

std::vector<DataKind> all_kinds() {
    return {
        {"cells", {{"case"}, {"variable"}, {"value"}, {"confidence"}}},
        {"sources", {{"source_key"}, {"reference"}}},
        {"likelihoods", {{"clue"}, {"hypothesis"}, {"likelihood"}}},
        {"clues", {{"id"}, {"clue", {"clue_en"}}}},
        {"hypotheses", {{"id"}, {"says", {"says_en"}}}},
        {"conflicts", {{"event"}, {"attribute"}, {"value_a"}, {"value_b"}}},
        {"links", {{"from"}, {"to"}, {"type"}, {"basis"}}},
        {"events", {{"id"}, {"edtf", {}, {"date"}}, {"title"}}},
        {"hand_codes", {{"doc_id"}, {"sentence"}, {"probability"}, {"codes"}}},
        {"coded_sentences", {{"doc_id"}, {"group"}, {"year"}, {"sentence"}, {"codes"}}},
        {"documents", {{"doc_id"}, state_column(), year_column(), {"text"}}},
        {"codebook", {{"code"}, {"entry"}}},
        {"votes", {{"rcid"}, {"ccode", {"member"}}, {"vote"}}},
        {"bridges", {{"rcid1"}, {"rcid2"}}},
        {"roll_calls", {{"rcid"}, {"session", {}, {"meeting"}}}},
        {"ties", {{"ccode1"}, {"ccode2"}, {"year"}, {"atop_defense", {"defense"}}}},
        {"system", {{"ccode"}, {"styear"}, {"endyear"}}},
        {"weights", {{"ccode"}, {"cinc", {"weight"}}}},
        {"treaties", {{"treaty"}, member_state(), {"signature"}, {"ratification"}, {"force"}}},
        {"memberships", {institution(), member_state(), {"start", {"first_year", "year"}}}},
        {"institutions", {{"institution"}, {"functions", {"complete_to"}}}},
        {"elicited", {{"input"}, {"low"}, {"mode"}, {"high"}}},
        {"actors",
         {{"actor"}, {"capability"}, {"position", {}, {}, {"position_"}}, {"salience", {}, {}, {"salience_"}}}},
        {"flows",
         {state_column(),
          year_column(),
          {"pole", {}, {"partner_iso3", "partner"}},
          {"value", {}, {"usd_mln", "amount"}}},
         {{"domain", {}, {"flow"}}}},
        {"indicators", {state_column(), year_column(), {"indicator"}, {"value"}}},
        {"series", {series_time(), {"series"}, {"value", {"closeness", "share", "y"}}}},
        {"series", {year_column(), {"pole"}, {"closeness"}}},
        {"alignment", {state_column(), year_column(), {"share", {}, {}, {"share_"}}}},
        {"panel", {{"unit", {}, {"iso3", "iso3c", "state", "country"}}, {"time", {}, {"year", "Year"}}}},
        {"cases", {{"case"}}},
    };
}

/// The column of the table that stands for the one sought; nothing when it has none.
struct FoundColumn {
    std::string name;
    bool to_be_renamed = false;
};
std::optional<FoundColumn> found_column(const Table& table, const SoughtColumn& sought) {
    if (table.find(sought.name)) return FoundColumn{sought.name};
    for (const std::string& name : sought.read_as_well)
        if (table.find(name)) return FoundColumn{name};
    for (const std::string& name : sought.renamed)
        if (table.find(name)) return FoundColumn{name, true};
    for (const std::string& beginning : sought.beginnings) {
        for (const std::string& name : table.names)
            if (name.starts_with(beginning)) return FoundColumn{name};
    }
    return std::nullopt;
}

std::size_t columns_found(const Table& table, const DataKind& kind) {
    const auto there = [&](const SoughtColumn& sought) { return found_column(table, sought).has_value(); };
    return static_cast<std::size_t>(std::ranges::count_if(kind.columns, there));
}

bool is_number_column(const Column& column) {
    return column.type() != ColumnType::text && column.size() > column.count_missing();
}

/// A panel needs a column of numbers beside unit and time, cases need three sets.
bool has_values(const Table& table, const DataKind& kind) {
    std::size_t least = 0;
    if (kind.role == "panel") least = 1;
    if (kind.role == "cases") least = 3;
    if (least == 0) return true;
    std::vector<std::string> known = {"ccode", "cow"};
    for (const SoughtColumn& sought : kind.columns)
        if (const auto found = found_column(table, sought)) known.push_back(found->name);
    std::size_t numbers = 0;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        if (std::ranges::find(known, table.names[c]) == known.end() && is_number_column(table.columns[c])) ++numbers;
    }
    return numbers >= least;
}

RecognisedData recognised_as(const Table& table, const DataKind& kind) {
    RecognisedData data{kind.role};
    for (const SoughtColumn& sought : kind.columns) {
        const FoundColumn found = *found_column(table, sought);
        data.known_by.push_back(found.name);
        if (found.to_be_renamed) data.columns.emplace_back(sought.name, found.name);
    }
    for (const SoughtColumn& sought : kind.perhaps) {
        const auto found = found_column(table, sought);
        if (found && found->to_be_renamed) data.columns.emplace_back(sought.name, found->name);
    }
    return data;
}

std::string sought_columns(const DataKind& kind) {
    const std::string columns = joined(kind.columns, ",", [](const SoughtColumn& column) {
        return column.beginnings.empty() ? column.name : column.beginnings.front() + "...";
    });
    if (kind.role == "cases") return columns + " and sets from 0 to 1";
    if (kind.role == "panel") return columns + " and columns of numbers";
    return columns;
}

/// `votes (rcid,ccode,vote) lacks vote`
std::string nearness(const Table& table, const DataKind& kind) {
    std::string lacking;
    for (const SoughtColumn& sought : kind.columns)
        if (!found_column(table, sought)) add_item(lacking, "'" + sought.name + "'");
    const std::string name = kind.role + " (" + sought_columns(kind) + ")";
    return name + (lacking.empty() ? " lacks columns of numbers" : " lacks " + lacking);
}

/// Does the table have a column of the kind under a name that says something, as `y` does not?
bool has_a_telling_column(const Table& table, const DataKind& kind) {
    return std::ranges::any_of(kind.columns, [&](const SoughtColumn& sought) {
        const auto found = found_column(table, sought);
        return found && found->name.size() > 1;
    });
}

/// The kinds of which the table has at least one column, those first of which it lacks least; at most three.
std::vector<const DataKind*> nearest_kinds(const Table& table, const std::string& role) {
    std::vector<const DataKind*> near;
    for (const DataKind& kind : data_kinds()) {
        const bool asked = !role.empty() && kind.role == role;
        if (asked || (role.empty() && has_a_telling_column(table, kind))) near.push_back(&kind);
    }
    const auto lacks = [&](const DataKind* kind) { return kind->columns.size() - columns_found(table, *kind); };
    const auto nearer = [&](const DataKind* a, const DataKind* b) { return lacks(a) < lacks(b); };
    std::ranges::stable_sort(near, nearer);
    if (near.size() > 3) near.resize(3);
    return near;
}

std::size_t header_line(const Table& table) {
    const auto& lines = table.origin.lines;
    return lines.empty() || lines.front() < 2 ? 1 : lines.front() - 1;
}

}  // namespace

std::span<const DataKind> data_kinds() {
    static const std::vector<DataKind> kinds = all_kinds();
    return kinds;
}

std::optional<RecognisedData> recognised_data(const Table& table, const std::string& role) {
    if ((role.empty() || role == "votes") && is_undl_layout(table) && table.find("ms_vote"))
        return RecognisedData{"votes", {}, {"undl_id", "ms_code", "ms_vote"}};
    for (const DataKind& kind : data_kinds()) {
        if (!role.empty() && kind.role != role) continue;
        if (columns_found(table, kind) == kind.columns.size() && has_values(table, kind))
            return recognised_as(table, kind);
    }
    return std::nullopt;
}

Problem not_recognised(const Table& table, const std::string& role) {
    constexpr std::size_t shown = 12;
    Problem problem{table.origin.path, header_line(table), 1, "", ""};
    problem.what = (role.empty() ? "no kind of data that a study reads has the columns "
                                 : "data of the role '" + role + "' are not told by the columns ") +
                   first_few(table.names, shown);
    const auto near = nearest_kinds(table, role);
    const std::string most =
        "votes (rcid,ccode,vote), roll_calls (rcid,session), flows (state,year,pole,value), "
        "events (id,edtf,title), documents (doc_id,state,year,text)";
    problem.remedy =
        near.empty() ? "columns are looked for by these names: " + most
                     : "nearest: " + joined(near, "; ", [&](const DataKind* kind) { return nearness(table, *kind); });
    problem.remedy +=
        "; 'tarazy data convert FILE NEW.csv --rename OURS=THEIRS' renames columns, and docs/study-file.md lists "
        "those of all kinds";
    return problem;
}

std::string columns_of_role(std::string_view role) {
    const auto kind = std::ranges::find(data_kinds(), role, &DataKind::role);
    return kind == data_kinds().end() ? std::string() : sought_columns(*kind);
}

}  // namespace tarazy
