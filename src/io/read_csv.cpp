#include "base/error.hpp"
#include "io/column_builder.hpp"
#include "io/csv_header.hpp"
#include "io/csv_scan.hpp"
#include "io/number_scan.hpp"
#include "io/read_table.hpp"
#include "io/text_encoding.hpp"
#include "io/typed_column.hpp"

#include <algorithm>
#include <cstring>

namespace tarazy {
namespace {

/// Rows to expect in `body`, from the length of its first lines; a little too many, for memory that is
/// reserved but not touched costs nothing.
std::size_t expected_rows(std::string_view body) {
    constexpr std::size_t sample = std::size_t{1} << 16;
    const std::string_view start = body.substr(0, sample);
    const auto lines = static_cast<std::size_t>(std::ranges::count(start, '\n')) + 1;
    if (start.size() == body.size()) return lines;
    const double bytes_a_line = static_cast<double>(start.size()) / static_cast<double>(lines);
    return static_cast<std::size_t>(1.05 * static_cast<double>(body.size()) / bytes_a_line) + 16;
}

class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& path, char delimiter, const std::vector<std::string>& keep_na)
        : text_(text),
          path_(path),
          delimiter_(delimiter),
          keep_na_(keep_na),
          scanner_(text, delimiter),
          quick_until_(text.data() + (text.size() > scan_margin ? text.size() - scan_margin : 0)) {}

    Table read();

private:
    void read_rows();
    bool read_row();
    const char* quick_cell(ColumnBuilder& column, const char* at, bool last) const;
    const char* passed(const char* end, bool last) const;
    void note_line(std::size_t line);
    void reread_first_rows();
    [[noreturn]] void report_faults(const char* from, std::size_t line);

    std::string_view text_;
    const std::string& path_;
    char delimiter_;
    const std::vector<std::string>& keep_na_;
    CsvScanner scanner_;
    const char* quick_until_;  ///< quick paths read up to scan_margin bytes ahead
    Table table_;
    std::vector<ColumnBuilder> columns_;
    std::size_t rows_ = 0;
    const char* body_ = nullptr;
    std::size_t body_line_ = 0;
};

Table CsvReader::read() {
    table_.names = read_header(scanner_, path_);
    table_.origin.path = path_;
    body_ = scanner_.position();
    body_line_ = scanner_.line();
    const std::size_t rows = expected_rows(text_.substr(static_cast<std::size_t>(body_ - text_.data())));
    columns_.reserve(table_.names.size());
    for (std::size_t column = 0; column < table_.names.size(); ++column) columns_.emplace_back(rows);
    read_rows();
    for (std::size_t column = 0; column < table_.names.size(); ++column) {
        if (keeps_na(table_.names[column], keep_na_)) columns_[column].keep_na();
    }
    reread_first_rows();
    table_.columns.reserve(columns_.size());
    for (ColumnBuilder& column : columns_) table_.columns.push_back(column.take());
    return std::move(table_);
}

void CsvReader::read_rows() {
    const bool spaces_too = columns_.size() > 1;
    for (;; ++rows_) {
        scanner_.skip_blank_lines(spaces_too);
        if (scanner_.done()) return;
        const char* const start = scanner_.position();
        const std::size_t line = scanner_.line();
        note_line(line);
        if (!read_row()) report_faults(start, line);
    }
}

/// Tries the quick path on each cell and gives the scanner what it declines. The position is kept in a local
/// variable between quick cells, where the compiler can hold it in a register.
bool CsvReader::read_row() {
    const std::size_t last = columns_.size() - 1;
    const char* at = scanner_.position();
    bool quick = false;
    for (std::size_t column = 0; column <= last; ++column) {
        const char* const behind = at < quick_until_ ? quick_cell(columns_[column], at, column == last) : nullptr;
        quick = behind != nullptr;
        if (quick) {
            at = behind;
            continue;
        }
        scanner_.move_to(at, scanner_.line());
        const CsvScanner::Field field = scanner_.next();
        const bool more = scanner_.stop() == CsvScanner::Stop::delimiter;
        if (field.fault != CsvScanner::Fault::none || more != (column < last)) return false;
        columns_[column].add(field.text);
        at = scanner_.position();
    }
    if (quick) scanner_.move_to(at, scanner_.line() + 1);
    return true;
}

/// A plain number in a numeric column, or an unquoted text in a text column, with the right thing behind it: the
/// position of the next cell. Otherwise nullptr, and nothing has happened. @pre at < quick_until_
inline const char* CsvReader::quick_cell(ColumnBuilder& column, const char* at, bool last) const {
    switch (column.type()) {
        case ColumnType::integer: {
            std::int64_t value = 0;
            const char* const behind = passed(scan_integer(at, value), last);
            if (behind != nullptr) column.add_integer(value);
            return behind;
        }
        case ColumnType::real: {
            double value = 0;
            const char* const behind = passed(scan_real(at, value), last);
            if (behind != nullptr) column.add_real(value);
            return behind;
        }
        case ColumnType::text: {
            if (*at == '"') return nullptr;
            const char* const end = end_of_field(at, quick_until_, delimiter_);
            const char* const behind = passed(end, last);
            if (behind != nullptr) column.add_text({at, static_cast<std::size_t>(end - at)});
            return behind;
        }
    }
    return nullptr;
}

/// Behind the delimiter, or behind LF or CRLF when the cell is the last of its row; nullptr if that is not what
/// follows the cell, or if there is no cell.
inline const char* CsvReader::passed(const char* end, bool last) const {
    if (end == nullptr) return nullptr;
    if (!last) return *end == delimiter_ ? end + 1 : nullptr;
    if (*end == '\r') ++end;
    return *end == '\n' ? end + 1 : nullptr;
}

inline void CsvReader::note_line(std::size_t line) {
    std::vector<std::uint32_t>& lines = table_.origin.lines;
    if (lines.empty()) {
        if (line == rows_ + 2) return;
        for (std::size_t row = 0; row < rows_; ++row) lines.push_back(static_cast<std::uint32_t>(row + 2));
    }
    lines.push_back(static_cast<std::uint32_t>(line));
}

void CsvReader::reread_first_rows() {
    std::size_t rows = 0;
    for (const ColumnBuilder& column : columns_) rows = std::max(rows, column.rows_to_reread());
    scanner_.move_to(body_, body_line_);
    for (std::size_t row = 0; row < rows; ++row) {
        scanner_.skip_blank_lines(columns_.size() > 1);
        for (ColumnBuilder& column : columns_) {
            const CsvScanner::Field field = scanner_.next();
            if (row < column.rows_to_reread()) column.reread(row, field.text);
        }
    }
}

void CsvReader::report_faults(const char* from, std::size_t line) {
    Diagnostics diagnostics;
    scanner_.move_to(from, line);
    const std::size_t wanted = columns_.size();
    for (scanner_.skip_blank_lines(wanted > 1); !scanner_.done(); scanner_.skip_blank_lines(wanted > 1)) {
        const std::size_t row_line = scanner_.line();
        std::size_t fields = 0;
        bool quoting_fault = false;
        do {
            const CsvScanner::Field field = scanner_.next();
            ++fields;
            if (field.fault == CsvScanner::Fault::none) continue;
            diagnostics.add(csv_fault(field, fields, path_));
            quoting_fault = true;
        } while (scanner_.stop() == CsvScanner::Stop::delimiter);
        if (fields == wanted || quoting_fault) continue;
        diagnostics.add({path_, row_line, std::min(fields, wanted + 1),
                         "the row has " + std::to_string(fields) + (fields == 1 ? " field" : " fields") +
                             ", the header has " + std::to_string(wanted),
                         fields < wanted ? "complete the row; an unknown value is an empty field"
                                         : "put fields that contain the delimiter in quotes"});
    }
    diagnostics.throw_if_any();
    throw std::logic_error(path_ + ": a row was refused without a fault");
}

}  // namespace

Table read_csv(std::string_view text, const std::string& path, const ReadOptions& options) {
    require_utf8_text(text, path);
    text = without_byte_order_mark(text);
    const char delimiter = options.delimiter != '\0' ? options.delimiter : delimiter_of(text, path);
    return CsvReader(text, path, delimiter, options.keep_na).read();
}

}  // namespace tarazy
