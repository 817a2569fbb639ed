#include "io/sheet_cells.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/excel_dates.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

// What a sheet can hold at most (Excel's own limits).
constexpr std::size_t most_sheet_columns = 16'384;
constexpr std::size_t most_sheet_rows = 1'048'576;

/// Zero-based column of a reference such as "AB12".
std::optional<std::size_t> column_of_reference(std::string_view reference) {
    std::size_t column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4;
         ++letters) {
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
    }
    if (letters == 0 || column > most_sheet_columns) return std::nullopt;
    return column - 1;
}

/// Without blanks, tabs and no-break spaces around it.
std::string_view without_cell_blanks(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    for (bool going = true; going;) {
        going = false;
        for (const std::string_view blank : {std::string_view(" "), std::string_view("\t"), no_break_space}) {
            for (; text.starts_with(blank); going = true) text.remove_prefix(blank.size());
            for (; text.ends_with(blank); going = true) text.remove_suffix(blank.size());
        }
    }
    return text;
}

/// Files in the strict form of the standard write dates as texts; a day without its midnight.
std::string_view day_without_midnight(std::string_view text) {
    const std::size_t time = text.find("T00:00:00");
    if (time == std::string_view::npos || text.find_first_not_of(".0Z", time + 9) != std::string_view::npos)
        return text;
    return text.substr(0, time);
}

}  // namespace

void ToldCells::add(std::string cell) {
    constexpr std::size_t most = 4;
    if (count++ < most) first.push_back(std::move(cell));
}

std::string ToldCells::listed() const {
    std::string text = joined(first, ", ");
    if (count > first.size()) text += " and " + std::to_string(count - first.size()) + " more";
    return text;
}

std::string cell_reference(std::size_t column, std::size_t row) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row);
}

SheetCells::SheetCells(Workbook& workbook, RowHandler on_row)
    : workbook_(workbook), on_row_(std::move(on_row)), shared_(workbook.shared_texts()), units_(workbook.cell_units()) {
    for (std::string& text : shared_) text = without_cell_blanks(text);
}

XmlEvents SheetCells::events() {
    XmlEvents events;
    events.start = [this](std::string_view element, const XmlAttributes& attributes) { start(element, attributes); };
    events.end = [this](std::string_view element) { end(element); };
    events.text = [this](std::string_view text) {
        if (in_value_) value_ += text;
    };
    return events;
}

void SheetCells::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "row") {
        start_row(attributes);
    } else if (element == "c") {
        start_cell(attributes);
    } else if (element == "mergeCell") {
        add_merged(attributes.find("ref").value_or(""));
    } else if (element == "f") {
        has_formula_ = true;
    } else if (element == "rPh") {
        in_reading_aid_ = true;
    } else if (element == "v" || element == "t") {
        in_value_ = !in_reading_aid_;
    }
}

void SheetCells::start_row(const XmlAttributes& attributes) {
    const auto number = attributes.find("r");
    const auto row = number ? parse_integer(*number) : std::optional<std::int64_t>(static_cast<std::int64_t>(row_ + 1));
    if (!row || *row <= static_cast<std::int64_t>(row_) || *row > static_cast<std::int64_t>(most_sheet_rows)) {
        workbook_.refuse("the sheet's rows are not numbered in order");
    }
    row_ = static_cast<std::size_t>(*row);
    const auto hidden = attributes.find("hidden");
    hidden_ = hidden == "1" || hidden == "true";
    cell_ = 0;
    cells_.clear();
}

void SheetCells::start_cell(const XmlAttributes& attributes) {
    const auto reference = attributes.find("r");
    const auto column = reference ? column_of_reference(*reference) : std::optional(cell_);
    if (!column || *column >= most_sheet_columns)
        workbook_.refuse("row " + std::to_string(row_) + " has a cell outside the sheet");
    column_ = *column;
    cell_ = column_ + 1;
    type_ = attributes.find("t").value_or("n");
    const auto style = parse_integer(attributes.find("s").value_or("0"));
    const bool known = style && *style >= 0 && static_cast<std::size_t>(*style) < units_.size();
    unit_ = known ? units_[static_cast<std::size_t>(*style)] : DateUnit::none;
    value_.clear();
    has_formula_ = false;
}

void SheetCells::add_merged(std::string_view reference) {
    const std::size_t colon = reference.find(':');
    if (colon == std::string_view::npos) return;
    const auto row_of = [](std::string_view cell) {
        return parse_integer(cell.substr(std::min(cell.find_first_of("0123456789"), cell.size()))).value_or(0);
    };
    const std::int64_t first = row_of(reference.substr(0, colon)), last = row_of(reference.substr(colon + 1));
    if (first < 1 || last < first) return;
    merged_.push_back({std::string(reference), static_cast<std::size_t>(first), static_cast<std::size_t>(last)});
}

void SheetCells::end(std::string_view element) {
    if (element == "v" || element == "t") in_value_ = false;
    if (element == "rPh") in_reading_aid_ = false;
    if (element == "c") end_cell();
    if (element == "row") end_row();
}

/// Cells may name one long text by the hundred thousand: it is not copied.
void SheetCells::put_shared() {
    const auto number = parse_integer(value_);
    if (!number || *number < 0 || static_cast<std::size_t>(*number) >= shared_.size()) {
        workbook_.refuse("row " + std::to_string(row_) + " refers to a text that is not there");
    }
    const std::string& text = shared_[static_cast<std::size_t>(*number)];
    if (!text.empty()) cells_.push_back({column_, SheetCell::Kind::text, {}, &text});
}

void SheetCells::put(SheetCell::Kind kind, std::string_view text) {
    text = without_cell_blanks(text);
    if (!text.empty()) cells_.push_back({column_, kind, std::string(text), nullptr});
}

void SheetCells::put_number() {
    const auto number = unit_ == DateUnit::none ? std::nullopt : parse_real(value_);
    if (!number) return put(SheetCell::Kind::number, value_);
    if (const auto date = excel_date_text(*number, unit_, workbook_.since_1904())) {
        return put(SheetCell::Kind::date, *date);
    }
    no_dates_.add(here());
    put(SheetCell::Kind::text, "serial " + value_);
}

void SheetCells::end_cell() {
    if (has_formula_) {
        formulas_.add(here());
        if (value_.empty() && type_ != "str") without_result_.add(here());
    }
    if (type_ == "s") {
        put_shared();
    } else if (type_ == "str" || type_ == "inlineStr") {
        put(SheetCell::Kind::text, unescaped_text(value_));
    } else if (type_ == "e") {
        if (!value_.empty()) errors_.add(here() + " (" + value_ + ")");
    } else if (type_ == "d") {
        put(SheetCell::Kind::date, unit_ == DateUnit::day ? day_without_midnight(value_) : value_);
    } else if (type_ == "b") {
        put(SheetCell::Kind::number, value_);
    } else {
        put_number();
    }
}

void SheetCells::end_row() {
    if (cells_.empty()) return;
    hidden_rows_ += hidden_ ? 1 : 0;
    std::ranges::stable_sort(cells_, {}, &SheetCell::column);
    on_row_(row_, cells_);
}

}  // namespace tarazy
