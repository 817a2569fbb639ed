#include "text/coding/statements.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

const std::vector<std::string> dna_fields = {
    "statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text"};

std::optional<bool> stance_of(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const char* const word : {"1", "true", "agree", "yes", "+1", "+"})
        if (text == word) return true;
    for (const char* const word : {"0", "-1", "false", "disagree", "no", "-"})
        if (text == word) return false;
    return std::nullopt;
}

bool two_digits_between(const std::string& text, std::size_t at, int low, int high) {
    int number = -1;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, number);
    return error == std::errc() && end == text.data() + at + 2 && number >= low && number <= high;
}

/// YYYY, YYYY-MM-DD or YYYY-MM-DD hh:mm:ss.
bool is_statement_time(const std::string& text) {
    if (text.size() != 4 && text.size() != 10 && text.size() != 19) return false;
    for (std::size_t at = 0; at < 4; ++at)
        if (text[at] < '0' || text[at] > '9') return false;
    if (text.size() == 4) return true;
    if (text[4] != '-' || text[7] != '-' || !two_digits_between(text, 5, 1, 12) || !two_digits_between(text, 8, 1, 31))
        return false;
    if (text.size() == 10) return true;
    return (text[10] == ' ' || text[10] == 'T') && text[13] == ':' && text[16] == ':' &&
           two_digits_between(text, 11, 0, 23) && two_digits_between(text, 14, 0, 59) &&
           two_digits_between(text, 17, 0, 60);
}

void append_dna_text(std::string& out, const std::string& text) {
    out += '"';
    for (const char c : text) out += c == ';' ? ',' : (c == '"' ? '\'' : c);
    out += '"';
}

std::string other_value(const DiscourseStatement& statement, const std::string& name) {
    for (const auto& [key, value] : statement.others)
        if (key == name) return value;
    return {};
}

std::vector<std::string> cells_if_there(const Table& table, const std::string& column) {
    return table.find(column) ? require_texts(table, column) : std::vector<std::string>(table.rows());
}

}  // namespace

int DiscourseStatement::year() const {
    int number = 0;
    std::from_chars(time.data(), time.data() + 4, number);
    return number;
}

std::vector<DiscourseStatement> read_statements(const Table& table, const DiscourseStatementColumns& columns) {
    require_columns(table, std::vector<std::string>{columns.actor, columns.concept_name, columns.stance, columns.time});
    if (table.rows() == 0)
        throw InputError({table.origin.path, 0, 0, "there is no statement", "give at least one row"});
    const auto actors = require_texts(table, columns.actor), concepts = require_texts(table, columns.concept_name),
               stances = require_texts(table, columns.stance), times = require_texts(table, columns.time);
    const auto docs = cells_if_there(table, columns.doc), texts = cells_if_there(table, columns.text),
               ids = cells_if_there(table, columns.id);
    const bool numbered = table.find(columns.id).has_value();
    const std::set<std::string> taken = {columns.actor, columns.concept_name, columns.stance, columns.time,
                                         columns.doc,   columns.text,         columns.id};
    std::vector<std::pair<std::string, std::vector<std::string>>> others;
    for (const std::string& name : table.names)
        if (!taken.contains(name)) others.emplace_back(name, require_texts(table, name));
    std::vector<DiscourseStatement> statements;
    std::map<std::int64_t, std::size_t> seen;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        DiscourseStatement one{
            static_cast<std::int64_t>(row) + 1, times[row], docs[row], texts[row], actors[row], concepts[row]};
        if (one.actor.empty()) problems.add(table.problem(row, columns.actor, "no actor is named", "name who speaks"));
        if (one.concept_name.empty())
            problems.add(table.problem(row, columns.concept_name, "no concept is named", "name it"));
        const auto stance = stance_of(stances[row]);
        if (!stance)
            problems.add(table.problem(row, columns.stance, "the stance is '" + stances[row] + "'",
                                       "write 1 for agreement and 0 for disagreement"));
        one.agrees = stance.value_or(true);
        if (!is_statement_time(one.time))
            problems.add(table.problem(row, columns.time, "the time is '" + one.time + "'", "write YYYY-MM-DD"));
        if (numbered) {
            const auto id = parse_integer(ids[row]);
            if (!id)
                problems.add(table.problem(row, columns.id, "the id is '" + ids[row] + "'", "give a whole number"));
            one.id = id.value_or(one.id);
            if (id && !seen.emplace(*id, row).second)
                problems.add(table.problem(row, columns.id, "the statement " + ids[row] + " stands here a second time",
                                           "give each statement an id of its own"));
        }
        for (const auto& [name, cells] : others) one.others.emplace_back(name, cells[row]);
        statements.push_back(std::move(one));
    }
    problems.throw_if_any();
    std::ranges::sort(statements, {}, [](const DiscourseStatement& one) { return std::tuple(one.time, one.id); });
    return statements;
}

std::string dna_statements(const std::vector<DiscourseStatement>& statements) {
    std::vector<std::string> further;
    for (const DiscourseStatement& one : statements)
        for (const auto& [name, value] : one.others)
            if (std::ranges::find(dna_fields, name) == dna_fields.end() &&
                std::ranges::find(further, name) == further.end())
                further.push_back(name);
    std::string out;
    const auto name = [&](const std::string& field) { out += (out.empty() ? "\"" : ";\"") + field + '"'; };
    for (const std::string& field : dna_fields) name(field);
    for (const char* const field : {"organization", "concept", "agreement"}) name(field);
    for (const std::string& field : further) name(field);
    for (const DiscourseStatement& one : statements) {
        const std::string time = one.time.size() == 19   ? one.time.substr(0, 10) + ' ' + one.time.substr(11)
                                 : one.time.size() == 10 ? one.time + " 00:00:00"
                                                         : one.time + "-01-01 00:00:00";
        out += '\n' + std::to_string(one.id) + ';' + time + ';';
        // That program numbers documents; ours may have names.
        if (parse_integer(one.doc))
            out += one.doc;
        else
            append_dna_text(out, one.doc);
        for (const char* const field : {"document title", "author", "source", "section", "type"}) {
            out += ';';
            append_dna_text(out, other_value(one, field));
        }
        for (const std::string* const text : {&one.text, &one.actor, &one.concept_name}) {
            out += ';';
            append_dna_text(out, *text);
        }
        out += one.agrees ? ";1" : ";0";
        for (const std::string& field : further) {
            out += ';';
            append_dna_text(out, other_value(one, field));
        }
    }
    return out + '\n';
}

}  // namespace tarazy
