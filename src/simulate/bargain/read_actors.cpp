#include "simulate/bargain/read_actors.hpp"

#include "base/letter_case.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/decoded_text.hpp"
#include "io/read_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

constexpr std::size_t most_actors = 250, most_issues = 50;

/// Columns of one issue.
struct IssueColumns {
    std::string issue, position, salience;
};

/// Where the parts of an actor stand.
struct ActorColumns {
    std::string actor, capability, description, issue;  ///< the last two may be empty
    std::vector<IssueColumns> issues;
};

std::optional<double> number_at(const Table& table, const std::string& column, std::size_t row) {
    const Column& cells = table[column];
    if (cells.type() == ColumnType::text) {
        const auto text = cells.text(row);
        return text ? parse_real(trimmed(*text)) : std::nullopt;
    }
    return cells.real(row);
}

std::string name_at(const Table& table, const std::string& column, std::size_t row) {
    return column.empty() ? std::string() : std::string(trimmed(table[column].display(row)));
}

/// Reads the cells of actors and tells what is wrong with each.
class ActorCells {
public:
    ActorCells(const Table& table, const ActorColumns& columns, const ActorReading& reading)
        : table_(table), columns_(columns), reading_(reading) {
        actors_.lowest = reading.lowest;
        actors_.highest = reading.highest;
    }

    ActorsRead read() {
        if (columns_.issue.empty())
            read_wide();
        else
            read_long();
        const std::string least = std::to_string(reading_.least_actors);
        if (rows_.size() < reading_.least_actors)
            tell(0, "",
                 rows_.size() == 1 ? "there is 1 actor" : "there are " + std::to_string(rows_.size()) + " actors",
                 "give at least " + least);
        if (rows_.size() > most_actors || actors_.issues.size() > most_issues)
            throw LimitError(table_.origin.path + ": there are " + std::to_string(rows_.size()) + " actors and " +
                             std::to_string(actors_.issues.size()) + " issues; a run takes at most " +
                             std::to_string(most_actors) + " and " + std::to_string(most_issues));
        ActorsRead read{{}, {}};
        settle_salience(read.notes);
        diagnostics_.throw_if_any();
        read.actors = std::move(actors_);
        return read;
    }

private:
    void tell(std::size_t row, const std::string& column, std::string what, std::string remedy) {
        if (column.empty())
            diagnostics_.add({table_.origin.path, 0, 0, std::move(what), std::move(remedy)});
        else
            diagnostics_.add(table_.problem(row, column, std::move(what), std::move(remedy)));
    }

    double number(std::size_t row, const std::string& column) {
        const std::optional<double> value = number_at(table_, column, row);
        if (!value || !std::isfinite(*value)) {
            const std::string shown = table_[column].display(row);
            tell(row, column, shown.empty() ? "the number is lacking" : "'" + shown + "' is no number",
                 "give a number");
            return std::nan("");
        }
        return *value;
    }

    double capability(std::size_t row) {
        const double value = number(row, columns_.capability);
        if (value <= 0)
            tell(row, columns_.capability, "the capability is " + number_text(value), "give a number above 0");
        // Products of several capabilities and saliences are formed.
        if (value > 1e50)
            tell(row, columns_.capability, "the capability is " + number_text(value),
                 "give it another unit, so that it is below 1e50");
        return value;
    }

    double position(std::size_t row, const std::string& column) {
        const double value = number(row, column);
        if (value < reading_.lowest || value > reading_.highest)
            tell(row, column,
                 "the position is " + number_text(value) + ", outside of the scale from " +
                     number_text(reading_.lowest) + " to " + number_text(reading_.highest),
                 "correct it, or give the scale by --range");
        return value;
    }

    double salience(std::size_t row, const std::string& column) {
        const double value = number(row, column);
        if (value < 0) tell(row, column, "the salience is " + number_text(value), "give a number from 0 on");
        return value;
    }

    void add_actor(const std::string& name, std::size_t row) {
        if (name.empty()) tell(row, columns_.actor, "the actor has no name", "name it");
        const auto same = std::ranges::find(actors_.names, name);
        if (!name.empty() && same != actors_.names.end())
            tell(row, columns_.actor, "the actor '" + name + "' stands twice", "keep one of them, or tell them apart");
        actors_.names.push_back(name);
        actors_.descriptions.push_back(name_at(table_, columns_.description, row));
        actors_.capability.push_back(capability(row));
        rows_.push_back(row);
    }

    void read_wide() {
        for (const IssueColumns& one : columns_.issues) actors_.issues.push_back(one.issue);
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            add_actor(name_at(table_, columns_.actor, row), row);
            for (const IssueColumns& one : columns_.issues) {
                actors_.position.push_back(position(row, one.position));
                actors_.salience.push_back(salience(row, one.salience));
            }
        }
    }

    void read_long() {
        std::map<std::pair<std::string, std::string>, std::size_t> cells;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const std::string name = name_at(table_, columns_.actor, row), issue = name_at(table_, columns_.issue, row);
            if (std::ranges::find(actors_.issues, issue) == actors_.issues.end()) actors_.issues.push_back(issue);
            const auto known = std::ranges::find(actors_.names, name);
            if (known == actors_.names.end()) {
                add_actor(name, row);
            } else {
                const double here = number(row, columns_.capability);
                const double there = actors_.capability[static_cast<std::size_t>(known - actors_.names.begin())];
                if (here != there && std::isfinite(here) && std::isfinite(there))
                    tell(row, columns_.capability,
                         "the capability of '" + name + "' is " + number_text(here) + ", and " + number_text(there) +
                             " in another row",
                         "give the same in all its rows");
            }
            if (!cells.try_emplace({name, issue}, row).second)
                tell(row, columns_.issue, "'" + name + "' stands twice with the issue '" + issue + "'",
                     "keep one of the rows");
        }
        const IssueColumns& columns = columns_.issues.front();
        for (std::size_t i = 0; i < actors_.names.size(); ++i) {
            for (const std::string& issue : actors_.issues) {
                const auto found = cells.find({actors_.names[i], issue});
                if (found == cells.end())
                    tell(rows_[i], columns_.actor,
                         "'" + actors_.names[i] + "' has no row for the issue '" + issue + "'",
                         "add one; with salience 0 where it does not care");
                const std::size_t row = found == cells.end() ? rows_[i] : found->second;
                actors_.position.push_back(position(row, columns.position));
                actors_.salience.push_back(salience(row, columns.salience));
            }
        }
    }

    void settle_salience(std::vector<std::string>& notes) {
        double most = 0;
        for (std::size_t i = 0; i < actors_.count(); ++i) most = std::max(most, actors_.whole_salience(i));
        const double scale = reading_.salience_scale.value_or(most <= 1 ? 1 : 100);
        if (!reading_.salience_scale)
            notes.push_back(scale == 1 ? "saliences are read as shares of 1" : "saliences are read as shares of 100");
        for (std::size_t i = 0; i < actors_.count(); ++i) {
            const double whole = actors_.whole_salience(i);
            const std::string& column = columns_.issues.front().salience;
            if (whole == 0)
                tell(rows_[i], column, "'" + actors_.names[i] + "' cares for no issue: its salience is 0",
                     "give it a salience above 0, or leave it out");
            if (whole > scale * (1 + 1e-9))
                tell(rows_[i], column,
                     "the saliences of '" + actors_.names[i] + "' sum to " + number_text(whole) + ", more than " +
                         number_text(scale),
                     "they share one attention: give at most " + number_text(scale) + " over all issues");
        }
        for (double& one : actors_.salience) one /= scale;
    }

    const Table& table_;
    const ActorColumns& columns_;
    const ActorReading& reading_;
    BargainActors actors_;
    std::vector<std::size_t> rows_;
    Diagnostics diagnostics_;
};

std::string column_called(const Table& table, std::string_view name) {
    for (const std::string& one : table.names)
        if (equal_but_for_case(one, name)) return one;
    return {};
}

/// What remains of a name without a word at its beginning or end, and what ties them: "position_pipelines".
std::optional<std::string> without_word(const std::string& name, std::string_view word) {
    const auto is_tie = [](char c) { return c == '_' || c == ' ' || c == '.' || c == '-'; };
    if (name.size() <= word.size() + 1) return std::nullopt;
    const std::size_t rest = name.size() - word.size();
    if (equal_but_for_case(name.substr(0, word.size()), word) && is_tie(name[word.size()]))
        return name.substr(word.size() + 1);
    if (equal_but_for_case(name.substr(rest), word) && is_tie(name[rest - 1])) return name.substr(0, rest - 1);
    return std::nullopt;
}

ActorColumns columns_of(const Table& table) {
    ActorColumns columns{column_called(table, "actor"),
                         column_called(table, "capability"),
                         column_called(table, "description"),
                         column_called(table, "issue"),
                         {}};
    Diagnostics diagnostics;
    const auto lacking = [&](const std::string& name, const std::string& remedy) {
        diagnostics.add({table.origin.path, 1, 0, "the column '" + name + "' is lacking", remedy});
    };
    if (columns.actor.empty()) lacking("actor", name_hint("actor", table.names));
    if (columns.capability.empty()) lacking("capability", name_hint("capability", table.names));
    const std::string position = column_called(table, "position"), salience = column_called(table, "salience");
    if (!position.empty() && !salience.empty()) {
        columns.issues.push_back({"issue", position, salience});
    } else {
        for (const std::string& name : table.names) {
            const std::optional<std::string> issue = without_word(name, "position");
            if (!issue) continue;
            IssueColumns one{*issue, name, ""};
            for (const std::string& other : table.names)
                if (const auto of = without_word(other, "salience"); of && equal_but_for_case(*of, *issue))
                    one.salience = other;
            if (one.salience.empty()) lacking("salience_" + *issue, "give how much each actor cares for this issue");
            columns.issues.push_back(one);
        }
        if (columns.issues.empty())
            lacking(position.empty() ? "position" : "salience",
                    "give position and salience, or position_ISSUE and salience_ISSUE for each issue");
    }
    if (columns.issue.empty() || columns.issues.empty() || columns.issues.front().position == position) {
        diagnostics.throw_if_any();
        return columns;
    }
    lacking("position", "a table with the column 'issue' has one row an actor and issue");
    diagnostics.throw_if_any();
    return columns;
}

/// The fields of the first line.
std::vector<std::string> first_fields(std::string_view text) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : text) {
        if ((c == '\n' || c == '\r') && !quoted) break;
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    for (std::string& field : fields) field = std::string(trimmed(field));
    while (!fields.empty() && fields.back().empty()) fields.pop_back();
    return fields;
}

/// What a KTAB column of positions says of its issue: "Policy Position" is "Policy", "Pstn1" is "1".
std::string ktab_issue(const std::string& name, std::size_t number) {
    for (const char* word : {"position", "pstn", "pos"}) {
        if (const auto rest = without_word(name, word)) return *rest;
        if (name.size() >= std::string_view(word).size() &&
            equal_but_for_case(name.substr(0, std::string_view(word).size()), word))
            return "issue" + std::to_string(number);
    }
    return name;
}

}  // namespace

bool is_ktab_layout(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::vector<std::string> fields = first_fields(text);
    return fields.size() == 4 && parse_integer(fields[2]) && parse_integer(fields[3]) && !parse_real(fields[0]);
}

ActorsRead actors_of_table(const Table& table, const ActorReading& reading) {
    const ActorColumns columns = columns_of(table);
    return ActorCells(table, columns, reading).read();
}

ActorsRead actors_of_ktab(std::string_view text, const std::string& path, const ActorReading& reading) {
    DecodedText decoded;
    decode_text(text, path, "", decoded);
    const std::vector<std::string> title = first_fields(decoded.text);
    ReadOptions options;
    options.delimiter = ',';
    options.header_row = 2;
    const Table table = read_csv(text, path, options);
    if (table.names.size() < 5 || table.names.size() % 2 == 0)
        throw InputError({path, 2, 0, "the header has " + std::to_string(table.names.size()) + " columns",
                          "give actor, description, power, and position and salience of each issue"});
    ActorColumns columns{table.names[0], table.names[2], table.names[1], "", {}};
    for (std::size_t c = 3; c < table.names.size(); c += 2)
        columns.issues.push_back({ktab_issue(table.names[c], (c - 1) / 2), table.names[c], table.names[c + 1]});
    ActorReading of_hundred = reading;
    of_hundred.salience_scale = reading.salience_scale.value_or(100);
    const auto differs = [&](const std::string& said, std::size_t found) {
        return parse_integer(said) != static_cast<std::int64_t>(found);
    };
    ActorsRead read = ActorCells(table, columns, of_hundred).read();
    if (differs(title[2], read.actors.count()) || differs(title[3], read.actors.issues.size()))
        throw InputError({path, 1, differs(title[2], read.actors.count()) ? std::size_t{3} : std::size_t{4},
                          "the first line says " + title[2] + " actors and " + title[3] + " issues, the table has " +
                              std::to_string(read.actors.count()) + " and " + std::to_string(read.actors.issues.size()),
                          "correct the first line, or the table"});
    read.actors.title = title[0];
    return read;
}

ActorsRead actors_of_text(std::string_view text, const std::string& path, const ActorReading& reading) {
    return is_ktab_layout(text) ? actors_of_ktab(text, path, reading) : actors_of_table(read_csv(text, path), reading);
}

}  // namespace tarazy
