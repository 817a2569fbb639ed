#include "base/error.hpp"
#include "base/text_cut.hpp"
#include "io/column_builder.hpp"
#include "io/csv_header.hpp"
#include "io/csv_scan.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"
#include "io/local_numbers.hpp"
#include "io/number_scan.hpp"
#include "io/read_table.hpp"
#include "io/reading_changes.hpp"
#include "io/text_encoding.hpp"
#include "io/text_layout.hpp"
#include "io/typed_column.hpp"
#include "io/unnamed_columns.hpp"

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

constexpr std::ptrdiff_t between_looks = std::ptrdiff_t{1} << 16;  // bytes
constexpr std::ptrdiff_t most_held = std::ptrdiff_t{1} << 22;

class CsvReader {
public:
    CsvReader(std::string_view text, const std::string& path, const TextLayout& layout,
              const std::vector<std::string>& keep_na, const Work& work, bool keep_points = false)
        : text_(text),
          path_(path),
          layout_(layout),
          delimiter_(layout.delimiter),
          keep_na_(keep_na),
          keep_points_(keep_points),
          step_(work, "reading " + path, text.size()),
          scanner_(text, layout.delimiter),
          quick_until_(text.data() + (text.size() > scan_margin ? text.size() - scan_margin : 0)) {}

    Table read();

private:
    void read_rows();
    void look_up(const char* at);
    bool at_row();
    bool read_row();
    bool only_empty_fields_follow();
    bool remarks_follow();
    [[nodiscard]] bool has_lone_first_cell() const;
    const char* quick_cell(ColumnBuilder& column, const char* at, bool last) const;
    const char* passed(const char* end, bool last) const;
    void note_line(std::size_t line);
    void reread_first_rows();
    void add_notes();
    [[noreturn]] void report_faults(const char* from, std::size_t line);

    std::string_view text_;
    const std::string& path_;
    const TextLayout& layout_;
    char delimiter_;
    const std::vector<std::string>& keep_na_;
    bool keep_points_;
    WorkStep step_;
    const char* looked_up_ = nullptr;  ///< how far it has told
    const char* held_from_ = nullptr;  ///< behind what it let go of
    CsvScanner scanner_;
    const char* quick_until_;  ///< quick paths read up to scan_margin bytes ahead
    Table table_;
    CsvHeader header_;
    std::vector<ColumnBuilder> columns_;
    std::size_t rows_ = 0;
    const char* body_ = nullptr;
    std::size_t body_line_ = 0;
    std::size_t empty_rows_ = 0;
    std::size_t longer_rows_ = 0;  ///< rows with empty fields behind the last column
};

Table CsvReader::read() {
    scanner_.move_to(text_.data() + layout_.begin, layout_.line);
    header_ = read_header(scanner_, path_, layout_.header_lacks_first);
    table_.names = header_.names;
    table_.origin.path = path_;
    table_.origin.notes = layout_.notes;
    table_.origin.title = layout_.title;
    body_ = scanner_.position();
    body_line_ = scanner_.line();
    const std::size_t rows = expected_rows(text_.substr(static_cast<std::size_t>(body_ - text_.data())));
    columns_.reserve(table_.names.size());
    for (std::size_t column = 0; column < table_.names.size(); ++column) columns_.emplace_back(rows, keep_points_);
    looked_up_ = text_.data();
    held_from_ = text_.data();
    read_rows();
    look_up(text_.data() + text_.size());
    for (std::size_t column = 0; column < table_.names.size(); ++column) {
        if (keeps_na(table_.names[column], keep_na_)) columns_[column].keep_na();
    }
    reread_first_rows();
    table_.columns.reserve(columns_.size());
    for (ColumnBuilder& column : columns_) table_.columns.push_back(column.take());
    add_notes();
    return std::move(table_);
}

void CsvReader::add_notes() {
    std::vector<std::string>& notes = table_.origin.notes;
    if (empty_rows_ > 0)
        notes.push_back(std::to_string(empty_rows_) + (empty_rows_ == 1 ? " empty row was" : " empty rows were") +
                        " passed over");
    if (longer_rows_ > 0)
        notes.push_back("empty fields behind the last column '" + shortened(table_.names.back()) +
                        "' were passed over in " + std::to_string(longer_rows_) +
                        (longer_rows_ == 1 ? " row" : " rows"));
}

/// Is the table still wanted? Tells how far it is read, and holds no more of the file than what is being read.
void CsvReader::look_up(const char* at) {
    step_.advance(static_cast<std::uint64_t>(at - looked_up_));
    looked_up_ = at;
    if (at - held_from_ < most_held && at != text_.data() + text_.size()) return;
    let_go_of_mapped({held_from_, static_cast<std::size_t>(at - held_from_)});
    held_from_ = at;
}

void CsvReader::read_rows() {
    for (;; ++rows_) {
        const std::size_t behind = scanner_.line();
        if (!at_row()) return;
        const char* const start = scanner_.position();
        if (start - looked_up_ > between_looks) look_up(start);
        const std::size_t line = scanner_.line();
        if (line > behind && remarks_follow()) return;
        note_line(line);
        if (!read_row()) report_faults(start, line);
    }
}

/// Goes to the next line that holds something; false at the end.
inline bool CsvReader::at_row() {
    for (;;) {
        scanner_.skip_blank_lines();
        if (!scanner_.skip_empty_row()) return !scanner_.done();
        ++empty_rows_;
    }
}

/// Behind the last column: is the rest of the line nothing but delimiters and blanks? Then the scanner is behind it.
bool CsvReader::only_empty_fields_follow() {
    do {
        const CsvScanner::Field field = scanner_.next();
        if (!field.text.empty() || field.fault != CsvScanner::Fault::none) return false;
    } while (scanner_.stop() == CsvScanner::Stop::delimiter);
    ++longer_rows_;
    return true;
}

/// Does some row hold a value in the first column only?
bool CsvReader::has_lone_first_cell() const {
    for (std::size_t row = 0; row < rows_; ++row) {
        if (std::all_of(columns_.begin() + 1, columns_.end(), [&](const auto& column) { return column.missing(row); }))
            return true;
    }
    return false;
}

/// Behind an empty line: are the lines up to the end of the text remarks, such as sources, with one field each?
/// Spreadsheets put empty fields behind them; then they could be cases without values, if there are such above. In a
/// table of two columns a remark must look like one ("Source: ..").
bool CsvReader::remarks_follow() {
    if (columns_.size() < 2 || rows_ == 0) return false;
    bool padded = false;
    const char* const start = scanner_.position();
    const std::size_t line = scanner_.line();
    std::size_t lines = 0;
    std::string first;
    for (scanner_.skip_blank_lines(); !scanner_.done(); scanner_.skip_blank_lines()) {
        if (scanner_.skip_empty_row()) continue;
        const CsvScanner::Field field = scanner_.next();
        bool remark = field.fault == CsvScanner::Fault::none && !field.text.empty();
        if (lines++ == 0) {
            first = field.text;
            remark = remark && (columns_.size() > 2 || first.find(':') != std::string::npos);
        }
        while (remark && scanner_.stop() == CsvScanner::Stop::delimiter) {
            padded = true;
            remark = scanner_.next().text.empty();
        }
        if (!remark) {
            scanner_.move_to(start, line);
            return false;
        }
    }
    if (padded && has_lone_first_cell()) {
        scanner_.move_to(start, line);
        return false;
    }
    table_.origin.notes.push_back(std::to_string(lines) + (lines == 1 ? " line" : " lines") + " below the table (" +
                                  (lines == 1 ? "'" : "from '") + shortened(first) + "') " +
                                  (lines == 1 ? "was" : "were") + " passed over");
    return true;
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
        if (field.fault != CsvScanner::Fault::none || (!more && column < last)) return false;
        columns_[column].add(field.text);
        if (more && column == last && !only_empty_fields_follow()) return false;
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
            if (may_have_blanks_around(at, end)) return nullptr;
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
    const std::size_t empty = empty_rows_, longer = longer_rows_;
    for (std::size_t row = 0; row < rows && at_row(); ++row) {
        for (ColumnBuilder& column : columns_) {
            const CsvScanner::Field field = scanner_.next();
            if (row < column.rows_to_reread()) column.reread(row, field.text);
        }
        if (scanner_.stop() == CsvScanner::Stop::delimiter) only_empty_fields_follow();
    }
    empty_rows_ = empty;
    longer_rows_ = longer;
    let_go_of_mapped({body_, static_cast<std::size_t>(scanner_.position() - body_)});
}

void CsvReader::report_faults(const char* from, std::size_t line) {
    Diagnostics diagnostics;
    scanner_.move_to(from, line);
    const std::size_t wanted = columns_.size();
    bool told_unnamed = false;
    while (at_row()) {
        const std::size_t row_line = scanner_.line();
        std::size_t fields = 0, extent = 0;
        bool quoting_fault = false;
        do {
            const CsvScanner::Field field = scanner_.next();
            ++fields;
            if (!field.text.empty()) extent = fields;
            if (field.fault == CsvScanner::Fault::none) continue;
            diagnostics.add(csv_fault(field, fields, path_));
            quoting_fault = true;
        } while (scanner_.stop() == CsvScanner::Stop::delimiter);
        if (quoting_fault || fields == wanted || (fields > wanted && extent <= wanted)) continue;
        if (fields > wanted && fields <= header_.fields) {
            if (!told_unnamed)
                diagnostics.add({path_, row_line, extent, "there is a value in a column that has no name",
                                 "name the column in the header on line " + std::to_string(header_.line) +
                                     ", or remove the value"});
            told_unnamed = true;
            continue;
        }
        diagnostics.add({path_, row_line, std::min(fields, wanted + 1),
                         "the row has " + std::to_string(fields) + (fields == 1 ? " field" : " fields") +
                             ", the header has " + std::to_string(wanted),
                         fields < wanted ? "complete the row; an unknown value is an empty field"
                         : row_line == header_.line + 1
                             ? "if the header stands lower, say where with --header-row; put fields that contain the "
                               "delimiter in quotes"
                             : "put fields that contain the delimiter in quotes"});
    }
    diagnostics.throw_if_any();
    throw std::logic_error(path_ + ": a row was refused without a fault");
}

/// Text of our own writing.
Table read_written(std::string_view text, const std::string& path, const ReadOptions& options) {
    require_utf8_text(text, path);
    TextLayout layout;
    if (options.delimiter != '\0') layout.delimiter = options.delimiter;
    return CsvReader(without_byte_order_mark(text), path, layout, options.keep_na, options.work).read();
}

}  // namespace

Table read_csv(std::string_view text, const std::string& path, const ReadOptions& options) {
    if (options.as_written) return read_written(text, path, options);
    DecodedText decoded;
    decode_text(text, path, options.encoding, decoded);
    require_delimited_text(decoded.text, path);
    const TextLayout layout = layout_of(decoded.text, path, options);
    Table table = CsvReader(decoded.text, path, layout, options.keep_na, options.work).read();
    options.work.check();
    if (decoded.assumed)
        table.origin.notes.insert(table.origin.notes.begin(),
                                  "it was read as " + decoded.encoding + "; --encoding says otherwise");
    settle_unnamed_columns(table, layout.line);
    change_as_asked(table, options);
    const auto real = [](const Column& column) { return column.type() == ColumnType::real; };
    const bool reals = std::ranges::any_of(table.columns, real);
    const bool decimal_commas = read_local_numbers(table, layout.delimiter, options.decimal);
    if (options.decimal == '.' || (!decimal_commas && options.decimal != ',')) return table;
    // Beside decimal commas "1.234" is a number of four digits: the spelling of the columns with points is needed.
    if (!reals) {
        read_thousands_by_points(table, nullptr);
        return table;
    }
    Table spelled = CsvReader(decoded.text, path, layout, options.keep_na, options.work, true).read();
    settle_unnamed_columns(spelled, layout.line);
    change_as_asked(spelled, options);
    read_thousands_by_points(table, &spelled);
    return table;
}

}  // namespace tarazy
