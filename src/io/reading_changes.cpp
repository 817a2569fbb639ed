#include "io/reading_changes.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/text_cut.hpp"
#include "io/number_scan.hpp"
#include "io/typed_column.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace tarazy {
namespace {

std::optional<double> number_in(std::string_view text) {
    const ScannedNumber number = scan_number(text);
    if (number.kind == ScannedNumber::Kind::none) return std::nullopt;
    return number.kind == ScannedNumber::Kind::integer ? static_cast<double>(number.integer) : number.real;
}

/// A value of a column, given as a text: equal as text, or by value in a column of numbers.
class Value {
public:
    explicit Value(std::string_view text) : text_(text), number_(number_in(text)) {}
    [[nodiscard]] bool is(std::string_view cell) const {
        if (cell == text_) return true;
        return number_ && number_in(cell) == number_;
    }
    [[nodiscard]] bool is(double cell) const { return number_ && *number_ == cell; }
    [[nodiscard]] bool is_number() const { return number_.has_value(); }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
    std::optional<double> number_;
};

struct Change {
    Value from;
    std::string to;
    std::size_t which;  ///< its place in the options
};

/// Cells of one column under their changes; counts how many each changed.
class ColumnChange {
public:
    ColumnChange(const Column& column, const std::vector<Change>& changes, std::vector<std::size_t>& counts)
        : column_(column), changes_(changes), counts_(counts) {}

    /// The changed column, or nothing when no cell changed.
    std::optional<Column> run() { return column_.type() == ColumnType::text ? texts() : numbers(); }

private:
    std::optional<Column> texts() {
        const TextCells& cells = column_.texts();
        std::vector<const Change*> change_of(cells.levels.size(), nullptr);
        bool any = false;
        for (std::size_t level = 0; level < cells.levels.size(); ++level) {
            const auto found = std::ranges::find_if(
                changes_, [&](const Change& change) { return change.from.is(std::string_view(cells.levels[level])); });
            if (found == changes_.end()) continue;
            change_of[level] = &*found;
            any = true;
        }
        if (!any) return std::nullopt;
        std::vector<std::string> result(cells.codes.size());
        for (std::size_t row = 0; row < cells.codes.size(); ++row) {
            if (cells.codes[row] < 0) continue;
            const auto level = static_cast<std::size_t>(cells.codes[row]);
            const Change* const change = change_of[level];
            result[row] = change != nullptr ? changed(*change) : cells.levels[level];
        }
        return typed(result);
    }

    std::optional<Column> numbers() {
        if (std::ranges::none_of(changes_, [](const Change& change) { return change.from.is_number(); }))
            return std::nullopt;
        const bool whole = column_.type() == ColumnType::integer;
        std::vector<std::pair<std::size_t, const Change*>> hits;
        for (std::size_t row = 0; row < column_.size(); ++row) {
            if (column_.missing(row)) continue;
            const double cell = whole ? static_cast<double>(column_.integers()[row]) : column_.reals()[row];
            const auto found =
                std::ranges::find_if(changes_, [&](const Change& change) { return change.from.is(cell); });
            if (found != changes_.end()) hits.emplace_back(row, &*found);
        }
        if (hits.empty()) return std::nullopt;
        const bool only_missing = std::ranges::all_of(hits, [](const auto& hit) { return hit.second->to.empty(); });
        if (only_missing) return without(hits, whole);
        std::vector<std::string> result(column_.size());
        for (std::size_t row = 0; row < column_.size(); ++row) result[row] = column_.display(row);
        for (const auto& [row, change] : hits) result[row] = changed(*change);
        return typed(result);
    }

    /// Missing cells leave a column of numbers one of numbers, all digits kept.
    Column without(const std::vector<std::pair<std::size_t, const Change*>>& hits, bool whole) {
        if (whole) {
            std::vector<std::int64_t> cells(column_.integers().begin(), column_.integers().end());
            for (const auto& [row, change] : hits) cells[row] = (changed(*change), Column::missing_integer);
            return Column(std::move(cells));
        }
        std::vector<double> cells(column_.reals().begin(), column_.reals().end());
        for (const auto& [row, change] : hits) cells[row] = (changed(*change), Column::missing_real);
        return Column(std::move(cells));
    }

    const std::string& changed(const Change& change) {
        ++counts_[change.which];
        return change.to;
    }

    static Column typed(const std::vector<std::string>& texts) {
        Column column(std::span<const std::string>{texts});
        return typed_by_content(column.texts());
    }

    const Column& column_;
    const std::vector<Change>& changes_;
    std::vector<std::size_t>& counts_;
};

std::string cells_text(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

void count_into(std::vector<std::size_t>& total, const std::vector<std::size_t>& counts) {
    total.resize(std::max(total.size(), counts.size()));
    for (std::size_t i = 0; i < counts.size(); ++i) total[i] += counts[i];
}

void rename_columns(Table& table, const ReadOptions& options) {
    std::vector<std::size_t> counts(options.rename.size(), 0);
    std::vector<std::string> names = table.names;
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < options.rename.size(); ++i) {
        const auto& [ours, theirs] = options.rename[i];
        if (const auto found = table.find(theirs)) {
            names[*found] = ours;
            counts[i] = 1;
        } else if (options.matches == nullptr) {
            diagnostics.add({table.origin.path, 1, 0, "there is no column '" + theirs + "' to be called '" + ours + "'",
                             name_hint(theirs, table.names)});
        }
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto first = std::ranges::find(names, names[i]);
        if (first == names.begin() + static_cast<std::ptrdiff_t>(i)) continue;
        diagnostics.add({table.origin.path, 0, i + 1, "two columns would be called '" + names[i] + "'",
                         "rename the other one too"});
    }
    diagnostics.throw_if_any();
    table.names = std::move(names);
    if (options.matches != nullptr) count_into(options.matches->rename, counts);
}

void make_missing(Table& table, const ReadOptions& options) {
    if (options.missing.empty()) return;
    std::vector<Change> changes;
    for (std::size_t i = 0; i < options.missing.size(); ++i) changes.push_back({Value(options.missing[i]), "", i});
    std::vector<std::size_t> counts(options.missing.size(), 0);
    for (Column& column : table.columns) {
        if (auto changed = ColumnChange(column, changes, counts).run()) column = std::move(*changed);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            table.origin.notes.push_back("'" + shortened(options.missing[i]) +
                                         "' is missing: " + cells_text(counts[i]));
        } else if (options.matches == nullptr) {
            table.origin.notes.push_back("'" + shortened(options.missing[i]) + "', to be missing, is in no cell");
        }
    }
    if (options.matches != nullptr) count_into(options.matches->missing, counts);
}

/// The column that a recode means: as it is called now, or as the file called it.
std::optional<std::size_t> recoded_column(const Table& table, const ReadOptions& options, const std::string& name) {
    if (const auto found = table.find(name)) return found;
    const auto renamed = std::ranges::find(options.rename, name, &std::pair<std::string, std::string>::second);
    return renamed == options.rename.end() ? std::nullopt : table.find(renamed->first);
}

void recode(Table& table, const ReadOptions& options) {
    if (options.recode.empty()) return;
    std::map<std::size_t, std::vector<Change>> changes_of;
    std::vector<std::size_t> meant(options.recode.size(), 0);
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < options.recode.size(); ++i) {
        const ReadOptions::Recode& one = options.recode[i];
        const Change change{Value(one.from), one.to, i};
        if (one.column.empty()) {
            for (std::size_t index = 0; index < table.columns.size(); ++index) changes_of[index].push_back(change);
            meant[i] = table.columns.size();
        } else if (const auto index = recoded_column(table, options, one.column)) {
            changes_of[*index].push_back(change);
            meant[i] = 1;
        } else if (options.matches == nullptr) {
            diagnostics.add({table.origin.path, 1, 0, "there is no column '" + one.column + "' to recode",
                             name_hint(one.column, table.names)});
        }
    }
    diagnostics.throw_if_any();
    std::vector<std::size_t> counts(options.recode.size(), 0);
    for (const auto& [index, changes] : changes_of) {
        auto changed = ColumnChange(table.columns[index], changes, counts).run();
        if (changed) table.columns[index] = std::move(*changed);
    }
    if (options.matches != nullptr) {
        count_into(options.matches->recode_columns, meant);
        return count_into(options.matches->recode, counts);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            table.origin.notes.push_back("'" + shortened(options.recode[i].from) + "', to be recoded, is in no cell");
    }
}

/// `A=B` at the first equals sign outside quotes, both sides without blanks and quotes around them.
std::optional<std::pair<std::string, std::string>> sides_of(std::string_view item) {
    bool quoted = false;
    for (std::size_t at = 0; at < item.size(); ++at) {
        if (item[at] == '"') quoted = !quoted;
        if (quoted || item[at] != '=') continue;
        const auto left = listed_texts(item.substr(0, at)), right = listed_texts(item.substr(at + 1));
        if (left.size() != 1) return std::nullopt;
        return std::pair(left.front(), right.empty() ? std::string() : right.front());
    }
    return std::nullopt;
}

/// Items of a list with their quotes.
std::vector<std::string_view> items_of(std::string_view list) {
    std::vector<std::string_view> items;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= list.size(); ++at) {
        if (at < list.size() && list[at] == '"') quoted = !quoted;
        if (at < list.size() && (quoted || list[at] != ',')) continue;
        items.push_back(list.substr(begin, at - begin));
        begin = at + 1;
    }
    return items;
}

std::string_view without_blanks(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::string without_quotes(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::string(text);
    std::string inner;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        inner += text[at];
        if (text[at] == '"' && at + 2 < text.size() && text[at + 1] == '"') ++at;
    }
    return inner;
}

}  // namespace

void change_as_asked(Table& table, const ReadOptions& options) {
    if (!options.rename.empty()) rename_columns(table, options);
    make_missing(table, options);
    recode(table, options);
}

char delimiter_named(const std::string& text) {
    static const std::vector<std::pair<std::string, char>> names = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
                                                                    {"\\t", '\t'},  {"bar", '|'},       {"pipe", '|'},
                                                                    {"blank", ' '}, {"space", ' '},     {"colon", ':'}};
    const auto known = std::ranges::find(names, text, &std::pair<std::string, char>::first);
    if (known != names.end()) return known->second;
    constexpr std::string_view signs = "\t !#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    if (text.size() == 1 && signs.find(text[0]) != std::string_view::npos) return text[0];
    throw UsageError("the delimiter is comma, semicolon, tab, bar, blank or a sign, not '" + text + "'");
}

char decimal_named(const std::string& text) {
    if (text == "comma" || text == ",") return ',';
    if (text == "point" || text == ".") return '.';
    throw UsageError("the decimal mark is comma or point, not '" + text + "'");
}

std::vector<std::string> listed_texts(std::string_view list) {
    std::vector<std::string> texts;
    for (const std::string_view item : items_of(list)) {
        std::string text = without_quotes(without_blanks(item));
        if (!text.empty()) texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<std::pair<std::string, std::string>> renames_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> renames;
    for (const std::string_view item : items_of(text)) {
        const auto sides = sides_of(item);
        if (!sides || sides->first.empty() || sides->second.empty())
            throw UsageError("--rename needs NEW=OLD,.., not '" + std::string(without_blanks(item)) + "'");
        renames.push_back(*sides);
    }
    return renames;
}

std::vector<ReadOptions::Recode> recodes_of(std::string_view text) {
    std::string column;
    const std::size_t equals = text.find('='), colon = text.find(':');
    if (colon != std::string_view::npos && colon < equals && text.find('"') > colon) {
        column = std::string(without_blanks(text.substr(0, colon)));
        text.remove_prefix(colon + 1);
    }
    std::vector<ReadOptions::Recode> recodes;
    for (const std::string_view item : items_of(text)) {
        const auto sides = sides_of(item);
        if (!sides || sides->first.empty())
            throw UsageError("--recode needs COLUMN:FROM=TO,.. (or FROM=TO,.. for all columns), not '" +
                             std::string(without_blanks(item)) + "'");
        recodes.push_back({column, sides->first, sides->second});
    }
    return recodes;
}

}  // namespace tarazy
