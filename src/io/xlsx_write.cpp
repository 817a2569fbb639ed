#include "io/xlsx_write.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <new>

namespace tarazy {
namespace {

constexpr std::size_t most_rows = 1'048'575;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t longest_cell = 32'767;
constexpr std::int64_t exact_in_cell = std::int64_t{1} << 53;
constexpr time_t workbook_moment = 946'684'800;  // 2000-01-01 00:00 UTC

/// libxlsxwriter writes to a named file only; this one lies in memory.
class WorkbookFile {
public:
    WorkbookFile() : number_(::memfd_create("workbook", MFD_CLOEXEC)) {
        if (number_ < 0) throw FileError("a workbook cannot be built in memory");
    }
    ~WorkbookFile() { ::close(number_); }
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;
    std::string name() const { return "/proc/self/fd/" + std::to_string(number_); }

private:
    int number_;
};

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// `_x0041_` in a text would be read as "A"; its first underscore is written as `_x005F_`.
std::string guarded_text(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool looks_escaped =
            text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_';
        result += looks_escaped ? "_x005F_" : std::string(1, text[at]);
    }
    return result;
}

void check_fits(const Table& table) {
    if (table.rows() > most_rows || table.columns.size() > most_columns) {
        throw LimitError(table.origin.path +
                         ": an .xlsx sheet holds at most 1048575 rows and 16384 columns; write CSV");
    }
    Diagnostics diagnostics;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const Column& column = table.columns[index];
        if (column.type() != ColumnType::text) continue;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (column.missing(row) || column.text(row)->size() <= longest_cell) continue;
            if (characters(column.display(row)) <= longest_cell) continue;
            diagnostics.add(table.problem(row, table.names[index],
                                          table.names[index] + " holds a text beyond 32767 characters",
                                          "shorten it, or write CSV"));
        }
    }
    diagnostics.throw_if_any();
}

/// The library takes memory piece by piece and does not look whether it got it: what it will need is asked for before.
void require_memory(const Table& table) {
    constexpr std::size_t bytes_a_cell = 96, bytes_a_row = 192, bytes_a_text = 136;
    std::size_t bytes = table.rows() * (bytes_a_row + table.columns.size() * bytes_a_cell);
    for (const Column& column : table.columns) {
        if (column.type() != ColumnType::text) continue;
        for (const std::string& text : column.texts().levels) bytes += bytes_a_text + 3 * text.size();
    }
    void* const room = std::malloc(bytes);
    if (room == nullptr)
        throw LimitError(table.origin.path + ": not enough memory to build a workbook of it; write CSV");
    std::free(room);
}

lxw_error write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t index, const Column& column, std::size_t cell) {
    if (column.missing(cell)) return LXW_NO_ERROR;
    if (column.type() == ColumnType::text) {
        return worksheet_write_string(sheet, row, index, guarded_text(std::string(*column.text(cell))).c_str(),
                                      nullptr);
    }
    if (column.type() == ColumnType::integer) {
        const std::int64_t value = *column.integer(cell);
        if (value > exact_in_cell || value < -exact_in_cell) {
            return worksheet_write_string(sheet, row, index, column.display(cell).c_str(), nullptr);
        }
    }
    return worksheet_write_number(sheet, row, index, *column.real(cell), nullptr);
}

lxw_error fill(lxw_worksheet* sheet, const Table& table, const Work& work) {
    lxw_error worst = LXW_NO_ERROR;
    for (std::size_t index = 0; index < table.names.size(); ++index) {
        worst = std::max(worst, worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(index),
                                                       guarded_text(table.names[index]).c_str(), nullptr));
    }
    WorkStep step(work, "writing rows", table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        step.advance();
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            worst = std::max(worst, write_cell(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(index),
                                               table.columns[index], row));
            if (worst == LXW_ERROR_MEMORY_MALLOC_FAILED) return worst;
        }
    }
    return worst;
}

}  // namespace

std::string to_xlsx(const Table& table, const Work& work) {
    check_fits(table);
    require_memory(table);
    const WorkbookFile file;
    lxw_workbook* const workbook = workbook_new(file.name().c_str());
    if (workbook == nullptr) throw FileError("a workbook cannot be built (out of memory)");
    lxw_doc_properties properties{};
    properties.created = workbook_moment;
    workbook_set_properties(workbook, &properties);
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook, "data");
    lxw_error filled = LXW_ERROR_MEMORY_MALLOC_FAILED;
    try {
        if (sheet != nullptr) filled = fill(sheet, table, work);
    } catch (...) {
        lxw_workbook_free(workbook);
        throw;
    }
    const lxw_error closed = workbook_close(workbook);  // frees it, whatever happened
    const lxw_error error = filled != LXW_NO_ERROR ? filled : closed;
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED) throw std::bad_alloc();
    if (error != LXW_NO_ERROR) throw FileError(std::string("a workbook cannot be built (") + lxw_strerror(error) + ")");
    return read_file(file.name());
}

}  // namespace tarazy
