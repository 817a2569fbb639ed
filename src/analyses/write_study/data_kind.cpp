#include "analyses/write_study/data_kind.hpp"

#include "align/votes/undl_votes.hpp"
#include "align/votes/vote_coding.hpp"
#include "analyses/write_study/recognise/layout_doubts.hpp"
#include "analyses/write_study/recognise/recognise.hpp"
#include "base/letter_case.hpp"
#include "base/text_lists.hpp"
#include "table/state_reference.hpp"
#include "table/year_of_column.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace tarazy {
namespace {

// Kazakh: ел country, мемлекет state, жыл year, мән value, ұйым organisation, көрсеткіш indicator, серіктес partner.

SoughtColumn state_column() {
    return {"state",
            {},
            {"iso3", "iso3c", "country_code", "country", "код страны", "страна", "государство", "ел коды", "ел",
             "мемлекет"},
            {}};
}
SoughtColumn year_column() {
    return {"year", {}, {"Year", "год", "жыл", "жылы"}, {}};
}
/// Readers of series find the time by themselves.
SoughtColumn series_time() {
    return {"year", {"t", "time"}, {"Year", "год", "жыл", "жылы"}, {}};
}
/// Readers of memberships find the state by themselves.
SoughtColumn member_state() {
    return {"iso3", {"state", "ccode"}, {"страна", "государство", "участник", "ел", "мемлекет", "қатысушы"}, {}};
}
SoughtColumn institution() {
    return {"institution", {"igo"}, {"организация", "институт", "ұйым"}, {}};
}
SoughtColumn value_column() {
    return {"value", {}, {"значение", "сумма", "мән", "мәні", "сома"}, {}};
}
SoughtColumn text_column() {
    return {"text", {}, {"текст", "мәтін"}, {}};
}
SoughtColumn roll_call() {
    return {"rcid", {}, {"номер голосования", "голосование", "дауыс беру нөмірі", "дауыс беру"}, {}};
}
SoughtColumn vote_column() {
    return {"vote", {}, {"голос", "дауыс"}, {}};
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
        {"events",
         {{"id", {}, {"номер", "№", "нөмірі"}},
          {"edtf", {}, {"date", "дата", "күні"}},
          {"title", {}, {"событие", "название", "оқиға", "атауы"}}}},
        {"hand_codes", {{"doc_id"}, {"sentence"}, {"probability"}, {"codes"}}},
        {"coded_sentences", {{"doc_id"}, {"group"}, {"year"}, {"sentence"}, {"codes"}}},
        {"documents", {{"doc_id", {}, {"документ", "құжат"}}, state_column(), year_column(), text_column()}},
        {"codebook", {{"code"}, {"entry"}}},
        {"votes", {roll_call(), {"ccode", {"member"}, {"код страны", "ел коды"}}, vote_column()}},
        {"votes", {roll_call(), {"member", {}, {"страна", "государство", "депутат", "ел", "мемлекет"}}, vote_column()}},
        {"bridges", {{"rcid1"}, {"rcid2"}}},
        {"roll_calls", {roll_call(), {"session", {}, {"meeting", "сессия"}}}},
        {"ties", {{"ccode1"}, {"ccode2"}, {"year"}, {"atop_defense", {"defense"}}}},
        {"system", {{"ccode"}, {"styear"}, {"endyear"}}},
        {"weights", {{"ccode"}, {"cinc", {"weight"}}}},
        {"treaties", {{"treaty"}, member_state(), {"signature"}, {"ratification"}, {"force"}}},
        {"memberships",
         {institution(),
          member_state(),
          {"start", {"first_year", "year"}, {"начало", "вступление", "басталуы", "кіруі"}}},
         {{"end", {}, {"конец", "выход", "аяқталуы", "шығуы"}}}},
        {"institutions", {{"institution"}, {"functions", {"complete_to"}}}},
        {"elicited", {{"input"}, {"low"}, {"mode"}, {"high"}}},
        {"actors",
         {{"actor"}, {"capability"}, {"position", {}, {}, {"position_"}}, {"salience", {}, {}, {"salience_"}}}},
        {"flows",
         {state_column(),
          year_column(),
          {"pole", {}, {"partner_iso3", "partner", "партнёр", "партнер", "серіктес"}},
          {"value", {}, {"usd_mln", "amount", "значение", "сумма", "мән", "мәні", "сома"}}},
         {{"domain", {}, {"flow", "поток", "ағын"}}}},
        {"indicators", {state_column(), year_column(), {"indicator", {}, {"показатель", "көрсеткіш"}}, value_column()}},
        {"series", {series_time(), {"series"}, {"value", {"closeness", "share", "y"}}}},
        {"series", {year_column(), {"pole"}, {"closeness"}}},
        {"alignment", {state_column(), year_column(), {"share", {}, {}, {"share_"}}}},
        {"panel",
         {{"unit", {}, {"iso3", "iso3c", "state", "country", "страна", "государство", "ел", "мемлекет"}},
          {"time", {}, {"year", "Year", "год", "жыл", "жылы"}}}},
        {"cases", {{"case", {}, {"случай", "жағдай"}}}},
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
    for (const std::string& name : sought.renamed) {
        if (table.find(name)) return FoundColumn{name, true};
        const auto in_other_case =
            std::ranges::find_if(table.names, [&](const auto& theirs) { return equal_but_for_case(theirs, name); });
        if (in_other_case != table.names.end()) return FoundColumn{*in_other_case, true};
    }
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

/// Memberships from 0 to 1, or the levels of a multi-value condition. A year or states in the header mean quantities.
enum class SetLook { no, levels, membership };
SetLook set_look(const std::string& name, const Column& column) {
    constexpr double most_levels = 9;
    if (!is_number_column(column) || year_of_column(name)) return SetLook::no;
    SetLook look = SetLook::membership;
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto value = column.real(row);
        if (!value || (*value >= 0 && *value <= 1)) continue;
        if (*value < 0 || *value > most_levels || *value != std::floor(*value)) return SetLook::no;
        look = SetLook::levels;
    }
    return look;
}

/// Cases need three sets, one of them from 0 to 1. A table of states by states has none.
bool has_sets(const Table& table, const std::vector<std::string>& known) {
    std::size_t sets = 0, memberships = 0, states = 0;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        if (std::ranges::find(known, table.names[c]) != known.end()) continue;
        const SetLook look = set_look(table.names[c], table.columns[c]);
        if (look == SetLook::no) continue;
        ++sets;
        memberships += look == SetLook::membership ? 1 : 0;
        states += iso3_meant(table.names[c]) ? 1 : 0;
    }
    return sets >= 3 && memberships > 0 && states < sets;
}

/// Is any cell of the column a vote? A column of that name may hold grades or shares.
bool has_votes(const Table& table, const DataKind& kind) {
    const auto found = found_column(table, kind.columns.back());
    const Column& column = table[found->name];
    bool empty = true;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.missing(row)) continue;
        empty = false;
        const auto number = column.type() == ColumnType::text ? std::nullopt : column.real(row);
        if (number && *number >= 0 && *number <= 9 && *number == std::floor(*number)) return true;
        if (vote_of_word(column.display(row))) return true;
    }
    return empty;
}

/// A panel needs a column of numbers beside unit and time, cases need sets. Cases that the user says they are may have
/// values that have not been calibrated.
bool has_values(const Table& table, const DataKind& kind, bool asked) {
    if (kind.role == "votes" && !asked) return has_votes(table, kind);
    std::size_t least = 0;
    if (kind.role == "panel") least = 1;
    if (kind.role == "cases") least = 3;
    if (least == 0) return true;
    std::vector<std::string> known = {"ccode", "cow"};
    for (const SoughtColumn& sought : kind.columns)
        if (const auto found = found_column(table, sought)) known.push_back(found->name);
    if (kind.role == "cases" && !asked) return has_sets(table, known);
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
    if (lacking.empty() && kind.role == "votes") return name + " lacks votes: 1 to 3, or words such as yes and no";
    const std::string values = kind.role == "cases" ? " lacks sets from 0 to 1 ('tarazy compare calibrate' makes them)"
                                                    : " lacks columns of numbers";
    return name + (lacking.empty() ? values : " lacks " + lacking);
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
        // One whose columns are all there was not taken for another reason.
        if (columns_found(table, kind) == kind.columns.size() && has_values(table, kind, asked)) continue;
        if (asked || (role.empty() && has_a_telling_column(table, kind))) near.push_back(&kind);
    }
    const auto lacks = [&](const DataKind* kind) { return kind->columns.size() - columns_found(table, *kind); };
    const auto nearer = [&](const DataKind* a, const DataKind* b) { return lacks(a) < lacks(b); };
    std::ranges::stable_sort(near, nearer);
    if (near.size() > 3) near.resize(3);
    return near;
}

/// A file of others that a study reads as it is.
std::optional<RecognisedData> recognised_by_layout(const Table& table, const std::string& role) {
    const DataLayout* layout = layout_of_table(table);
    if (layout == nullptr || layout->role.empty() || (!role.empty() && layout->role != role)) return std::nullopt;
    RecognisedData data{layout->role};
    data.missing = layout->missing;
    if (layout->study_columns.empty()) {
        const auto fits = [&](const DataKind& kind) {
            return kind.role == layout->role && columns_found(table, kind) == kind.columns.size();
        };
        const auto kind = std::ranges::find_if(data_kinds(), fits);
        if (kind == data_kinds().end()) return std::nullopt;
        data = recognised_as(table, *kind);
        data.missing = layout->missing;
        return data;
    }
    for (const auto& [ours, theirs] : layout->study_columns) {
        const std::string name = with_names_of_file(theirs, table.names);
        if (!table.find(name)) continue;
        data.known_by.push_back(name);
        if (name != ours) data.columns.emplace_back(ours, name);
    }
    return data;
}

/// Has the table the header of a file of others, and other cells? Then a part of the header says nothing either.
bool is_doubted(const Table& table) {
    const DataLayout* layout = layout_with({.names = table.names, .title = table.origin.title});
    return layout != nullptr && !layout_doubts(table, *layout).empty();
}

/// What to do with a file of others that a study cannot read as it is; empty when it is none.
std::string remedy_by_layout(const Table& table) {
    const DataLayout* layout = layout_of_table(table);
    if (layout == nullptr) return "";
    const std::string is = "it is '" + layout->name + "', a row " + layout->unit + "; ";
    const std::string path = table.origin.path.empty() ? "FILE" : table.origin.path;
    if (layout->shape)
        return is + "'tarazy data reshape " + path + " --output NEW.csv' makes a table that a study reads";
    return is + "'tarazy data recognise " + path + "' says which commands read it";
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
        return RecognisedData{"votes", {}, {"undl_id", "ms_vote"}};
    if (auto known = recognised_by_layout(table, role)) return known;
    if (role.empty() && is_doubted(table)) return std::nullopt;
    // Columns of a file that has to be reshaped first may look like those of cases.
    const DataLayout* layout = role.empty() ? layout_of_table(table) : nullptr;
    if (layout != nullptr && layout->shape && layout->role.empty()) return std::nullopt;
    for (const DataKind& kind : data_kinds()) {
        if (!role.empty() && kind.role != role) continue;
        if (columns_found(table, kind) == kind.columns.size() && has_values(table, kind, !role.empty()))
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
    problem.remedy = remedy_by_layout(table);
    if (!problem.remedy.empty()) return problem;
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
