#include "io/xlsx_read.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "io/csv_header.hpp"
#include "io/text_levels.hpp"
#include "io/typed_column.hpp"
#include "io/workbook.hpp"

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

struct CellColumn {
    TextLevels levels;
    std::vector<std::int32_t> codes;
};

/// Turns the events of a sheet into columns of texts.
class SheetReader {
public:
    SheetReader(Workbook& workbook, const std::string& path, std::vector<std::string> shared)
        : workbook_(workbook), path_(path), shared_(std::move(shared)) {}

    XmlEvents events();
    Table table();

private:
    void start(std::string_view element, const XmlAttributes& attributes);
    void end(std::string_view element);
    void end_cell();
    void end_row();
    std::string cell_text() const;

    Workbook& workbook_;
    const std::string& path_;
    std::vector<std::string> shared_;

    std::size_t row_ = 0;   ///< number of the current row, from 1
    std::size_t cell_ = 0;  ///< column behind the last cell
    std::size_t column_ = 0;
    std::string type_;
    std::string value_;
    bool in_value_ = false;
    bool in_reading_aid_ = false;
    std::vector<std::pair<std::size_t, std::string>> cells_;  ///< of the current row

    bool has_header_ = false;
    std::size_t header_row_ = 0;
    std::size_t first_column_ = 0;
    std::vector<std::string> names_;
    std::vector<CellColumn> columns_;
    std::vector<std::uint32_t> lines_;
    Diagnostics diagnostics_;
};

XmlEvents SheetReader::events() {
    XmlEvents events;
    events.start = [this](std::string_view element, const XmlAttributes& attributes) { start(element, attributes); };
    events.end = [this](std::string_view element) { end(element); };
    events.text = [this](std::string_view text) {
        if (in_value_) value_ += text;
    };
    return events;
}

void SheetReader::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "row") {
        const auto number = attributes.find("r");
        const auto row =
            number ? parse_integer(*number) : std::optional<std::int64_t>(static_cast<std::int64_t>(row_ + 1));
        if (!row || *row <= static_cast<std::int64_t>(row_) || *row > static_cast<std::int64_t>(most_sheet_rows)) {
            workbook_.refuse("the sheet's rows are not numbered in order");
        }
        row_ = static_cast<std::size_t>(*row);
        cell_ = 0;
        cells_.clear();
    } else if (element == "c") {
        const auto reference = attributes.find("r");
        const auto column = reference ? column_of_reference(*reference) : std::optional(cell_);
        if (!column || *column >= most_sheet_columns)
            workbook_.refuse("row " + std::to_string(row_) + " has a cell outside the sheet");
        column_ = *column;
        cell_ = column_ + 1;
        type_ = attributes.find("t").value_or("n");
        value_.clear();
    } else if (element == "rPh") {
        in_reading_aid_ = true;
    } else if (element == "v" || element == "t") {
        in_value_ = !in_reading_aid_;
    }
}

void SheetReader::end(std::string_view element) {
    if (element == "v" || element == "t") in_value_ = false;
    if (element == "rPh") in_reading_aid_ = false;
    if (element == "c") end_cell();
    if (element == "row") end_row();
}

std::string SheetReader::cell_text() const {
    if (type_ == "s") {
        const auto number = parse_integer(value_);
        if (!number || *number < 0 || static_cast<std::size_t>(*number) >= shared_.size()) {
            workbook_.refuse("row " + std::to_string(row_) + " refers to a text that is not there");
        }
        return shared_[static_cast<std::size_t>(*number)];
    }
    if (type_ == "str" || type_ == "inlineStr") return unescaped_text(value_);
    if (type_ == "e" && value_ == "#N/A") return {};
    return value_;
}

void SheetReader::end_cell() {
    std::string text = cell_text();
    if (!text.empty()) cells_.emplace_back(column_, std::move(text));
}

void SheetReader::end_row() {
    if (cells_.empty()) return;
    std::ranges::stable_sort(cells_, {}, &std::pair<std::size_t, std::string>::first);
    if (!has_header_) {
        has_header_ = true;
        header_row_ = row_;
        first_column_ = cells_.front().first;
        names_.resize(cells_.back().first - first_column_ + 1);
        for (auto& [column, text] : cells_) names_[column - first_column_] = std::move(text);
        check_column_names(names_, row_, path_);
        columns_.resize(names_.size());
        return;
    }
    lines_.push_back(static_cast<std::uint32_t>(row_));
    for (auto& [column, text] : cells_) {
        if (column < first_column_ || column - first_column_ >= columns_.size()) {
            diagnostics_.add({path_, row_, column + 1, "there is a cell outside the columns of the header",
                              "name its column, or remove the cell"});
            continue;
        }
        CellColumn& target = columns_[column - first_column_];
        target.codes.resize(lines_.size(), -1);
        target.codes.back() = target.levels.code_of(text);
    }
}

Table SheetReader::table() {
    diagnostics_.throw_if_any();
    if (!has_header_) {
        throw InputError(Problem{path_, 0, 0, "the sheet is empty", "choose another sheet, or give it a header row"});
    }
    Table table;
    table.origin.path = path_;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        CellColumn& column = columns_[index];
        column.codes.resize(lines_.size(), -1);
        const bool keep_na = keeps_na(names_[index], {});
        table.add(std::move(names_[index]), typed_by_content({std::move(column.codes), column.levels.take()}, keep_na));
    }
    const bool regular = header_row_ == 1 && (lines_.empty() || lines_.back() == lines_.size() + 1);
    if (!regular) table.origin.lines = std::move(lines_);
    return table;
}

}  // namespace

Table read_xlsx(std::string_view bytes, const std::string& path, const ReadOptions& options) {
    if (bytes.empty()) throw InputError(Problem{path, 0, 0, "the file is empty", "save the workbook again"});
    Workbook workbook(bytes, path, options.max_bytes);
    const std::vector<std::string> sheets = workbook.sheet_names();
    std::size_t index = 0;
    if (!options.sheet.empty()) {
        index = static_cast<std::size_t>(std::ranges::find(sheets, options.sheet) - sheets.begin());
        if (index == sheets.size()) {
            throw InputError(
                Problem{path, 0, 0, "there is no sheet '" + options.sheet + "'", name_hint(options.sheet, sheets)});
        }
    }
    SheetReader reader(workbook, path, workbook.shared_texts());
    workbook.read_sheet(index, reader.events());
    return reader.table();
}

}  // namespace tarazy
