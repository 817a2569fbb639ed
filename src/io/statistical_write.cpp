#include "io/statistical_write.hpp"

#include "base/error.hpp"
#include "io/statistical_labels.hpp"
#include "io/statistical_names.hpp"
#include "io/statistical_read.hpp"

#include <readstat.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t longest_stata_text = 2045;
constexpr std::size_t longest_spss_text = 32767;
constexpr std::int64_t exact_in_double = std::int64_t{1} << 53;
// Stata keeps the largest 27 values of `long` for its missing values.
constexpr std::int64_t largest_stata_long = 2147483620;

ssize_t append_bytes(const void* bytes, std::size_t count, void* context) {
    try {
        static_cast<std::string*>(context)->append(static_cast<const char*>(bytes), count);
        return static_cast<ssize_t>(count);
    } catch (...) {
        return -1;  // ReadStat reports a write error
    }
}

/// Noon of the first day of 2000 in local time, which is how ReadStat writes it: the same text in every time zone.
std::time_t fixed_moment() {
    std::tm moment{};
    moment.tm_year = 100;
    moment.tm_mday = 1;
    moment.tm_hour = 12;
    moment.tm_isdst = -1;
    return std::mktime(&moment);
}

using Writer = std::unique_ptr<readstat_writer_t, decltype(&readstat_writer_free)>;

struct Target {
    readstat_variable_t* variable = nullptr;
    readstat_type_t type = READSTAT_TYPE_DOUBLE;
    std::vector<readstat_string_ref_t*> references;  ///< one a level, for READSTAT_TYPE_STRING_REF
};

class StatisticalWriter {
public:
    StatisticalWriter(const Table& table, bool stata, const Work& work)
        : table_(table), stata_(stata), work_(work), writer_(readstat_writer_init(), &readstat_writer_free) {
        if (!writer_) throw std::bad_alloc();
    }

    std::string write();

private:
    void add_variables();
    readstat_type_t type_of(const Column& column) const;
    void add_column(std::size_t index);
    void add_labels(std::size_t index, const WritableLabels& labels);
    void check_cells(std::size_t index);
    void begin();
    void write_rows();
    readstat_error_t insert(const Target& target, const Column& column, std::size_t row);
    [[noreturn]] void refuse(const std::string& what, const std::string& remedy) const {
        throw InputError(Problem{table_.origin.path, 0, 0, what, remedy});
    }
    const char* format_name() const { return stata_ ? "Stata" : "SPSS"; }
    StatisticalFormat format() const { return stata_ ? StatisticalFormat::stata : StatisticalFormat::spss; }

    const Table& table_;
    bool stata_;
    const Work& work_;
    Writer writer_;
    std::vector<Target> targets_;
    std::string bytes_;
    Diagnostics diagnostics_;
};

std::size_t longest_text(const Column& column) {
    std::size_t longest = 1;
    for (const std::string& level : column.texts().levels) longest = std::max(longest, level.size());
    return longest;
}

std::size_t longest_labelled(const WritableLabels& labels) {
    std::size_t longest = 0;
    for (const ValueLabel& label : labels.values) {
        if (const auto* text = std::get_if<std::string>(&label.value)) longest = std::max(longest, text->size());
    }
    return longest;
}

readstat_type_t StatisticalWriter::type_of(const Column& column) const {
    switch (column.type()) {
        case ColumnType::text:
            return stata_ && longest_text(column) > longest_stata_text ? READSTAT_TYPE_STRING_REF
                                                                       : READSTAT_TYPE_STRING;
        case ColumnType::real: return READSTAT_TYPE_DOUBLE;
        case ColumnType::integer: break;
    }
    const bool fits = std::ranges::all_of(column.integers(), [](std::int64_t cell) {
        return cell == Column::missing_integer ||
               (cell > std::numeric_limits<std::int32_t>::min() && cell <= largest_stata_long);
    });
    return stata_ && fits ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE;
}

void StatisticalWriter::check_cells(std::size_t index) {
    const Column& column = table_.columns[index];
    const std::string& name = table_.names[index];
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.missing(row)) continue;
        if (column.type() == ColumnType::integer) {
            const std::int64_t cell = *column.integer(row);
            if (cell > exact_in_double || cell < -exact_in_double) {
                diagnostics_.add(table_.problem(
                    row, name,
                    name + " is " + column.display(row) + ", beyond the whole numbers " + format_name() + " can hold",
                    "write it as CSV"));
            }
        } else if (column.type() == ColumnType::text && !stata_ && column.text(row)->size() > longest_spss_text) {
            diagnostics_.add(
                table_.problem(row, name, name + " holds a text beyond 32767 bytes", "shorten it, or write CSV"));
        }
    }
}

void StatisticalWriter::add_column(std::size_t index) {
    const Column& column = table_.columns[index];
    Target target;
    target.type = type_of(column);
    const WritableLabels labels = writable_labels(column, format());
    const std::size_t width =
        target.type == READSTAT_TYPE_STRING ? std::max(longest_text(column), longest_labelled(labels)) : 0;
    target.variable = readstat_add_variable(writer_.get(), table_.names[index].c_str(), target.type, width);
    if (target.type == READSTAT_TYPE_STRING_REF) {
        for (const std::string& level : column.texts().levels) {
            target.references.push_back(readstat_add_string_ref(writer_.get(), level.c_str()));
        }
        target.references.push_back(readstat_add_string_ref(writer_.get(), ""));  // for missing cells
    }
    targets_.push_back(std::move(target));
    add_labels(index, labels);
}

void StatisticalWriter::add_labels(std::size_t index, const WritableLabels& labels) {
    readstat_variable_t* const variable = targets_[index].variable;
    if (!labels.title.empty()) readstat_variable_set_label(variable, labels.title.c_str());
    if (labels.values.empty()) return;
    const bool texts = table_.columns[index].type() == ColumnType::text;
    readstat_label_set_t* const set = readstat_add_label_set(
        writer_.get(), texts ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE, table_.names[index].c_str());
    for (const ValueLabel& label : labels.values) {
        if (const auto* text = std::get_if<std::string>(&label.value)) {
            readstat_label_string_value(set, text->c_str(), label.label.c_str());
        } else {
            readstat_label_double_value(set, std::get<double>(label.value), label.label.c_str());
        }
    }
    readstat_variable_set_label_set(variable, set);
}

void StatisticalWriter::begin() {
    readstat_set_data_writer(writer_.get(), &append_bytes);
    readstat_writer_set_file_timestamp(writer_.get(), fixed_moment());
    const auto rows = static_cast<long>(table_.rows());
    if (stata_) readstat_writer_set_file_format_version(writer_.get(), 118);
    const readstat_error_t error = stata_ ? readstat_begin_writing_dta(writer_.get(), &bytes_, rows)
                                          : readstat_begin_writing_sav(writer_.get(), &bytes_, rows);
    if (error != READSTAT_OK) {
        refuse(std::string("cannot be written as a ") + format_name() + " file (" + readstat_error_message(error) + ")",
               "write CSV");
    }
    for (std::size_t index = 0; index < targets_.size(); ++index) {
        const readstat_error_t fault = readstat_validate_variable(writer_.get(), targets_[index].variable);
        if (fault == READSTAT_OK) continue;
        diagnostics_.add({table_.origin.path, 1, index + 1,
                          "the column name '" + table_.names[index] + "' does not suit " + format_name() + " (" +
                              readstat_error_message(fault) + ")",
                          "rename the column, or write CSV"});
    }
    diagnostics_.throw_if_any();
    const readstat_error_t fault = readstat_validate_metadata(writer_.get());
    if (fault != READSTAT_OK) refuse(readstat_error_message(fault), "write CSV");
}

readstat_error_t StatisticalWriter::insert(const Target& target, const Column& column, std::size_t row) {
    readstat_writer_t* const writer = writer_.get();
    if (target.type == READSTAT_TYPE_STRING_REF) {
        const std::int32_t code = column.texts().codes[row];
        return readstat_insert_string_ref(
            writer, target.variable,
            code < 0 ? target.references.back() : target.references[static_cast<std::size_t>(code)]);
    }
    if (column.missing(row)) return readstat_insert_missing_value(writer, target.variable);
    if (target.type == READSTAT_TYPE_STRING) {
        const auto level = static_cast<std::size_t>(column.texts().codes[row]);
        return readstat_insert_string_value(writer, target.variable, column.texts().levels[level].c_str());
    }
    if (target.type == READSTAT_TYPE_INT32) {
        return readstat_insert_int32_value(writer, target.variable, static_cast<std::int32_t>(*column.integer(row)));
    }
    return readstat_insert_double_value(writer, target.variable, *column.real(row));
}

void StatisticalWriter::write_rows() {
    WorkStep step(work_, "writing rows", table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row) {
        step.advance();
        if (readstat_begin_row(writer_.get()) != READSTAT_OK) refuse("a row could not be begun", "write CSV");
        for (std::size_t index = 0; index < targets_.size(); ++index) {
            const readstat_error_t error = insert(targets_[index], table_.columns[index], row);
            if (error == READSTAT_OK) continue;
            throw InputError(
                table_.problem(row, table_.names[index],
                               table_.names[index] + " cannot be written (" + readstat_error_message(error) + ")",
                               "write CSV, which has no such limit"));
        }
        if (readstat_end_row(writer_.get()) != READSTAT_OK) refuse("a row could not be written", "write CSV");
    }
}

std::string StatisticalWriter::write() {
    if (table_.columns.empty()) refuse("the table has no columns", "write at least one");
    check_statistical_names(table_, format(), diagnostics_);
    for (std::size_t index = 0; index < table_.columns.size(); ++index) check_cells(index);
    diagnostics_.throw_if_any();
    for (std::size_t index = 0; index < table_.columns.size(); ++index) add_column(index);
    begin();
    write_rows();
    const readstat_error_t error = readstat_end_writing(writer_.get());
    if (error != READSTAT_OK) refuse(readstat_error_message(error), "write CSV");
    return std::move(bytes_);
}

/// SPSS stores texts beyond 255 bytes in pieces, as variables with made-up names, which ReadStat 1.1.8 does not keep
/// apart from the others in every case. What cannot be read back is refused, not written.
void check_long_texts(const Table& table, const std::string& bytes, const Work& work) {
    const auto is_long = [](const Column& column) {
        return column.type() == ColumnType::text && longest_text(column) > 255;
    };
    if (std::ranges::none_of(table.columns, is_long)) return;
    bool same = false;
    ReadOptions reading;
    reading.work = work;
    try {
        same = read_statistical(bytes, table.origin.path, StatisticalFormat::spss, reading).names == table.names;
    } catch (const InputError&) {
        same = false;
    }
    if (same) return;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (!is_long(table.columns[index])) continue;
        throw InputError(Problem{table.origin.path, 0, index + 1,
                                 "the texts of " + table.names[index] + " are too long for an SPSS file",
                                 "write .dta or CSV"});
    }
}

}  // namespace

std::string to_dta(const Table& table, const Work& work) {
    return StatisticalWriter(table, true, work).write();
}
std::string to_sav(const Table& table, const Work& work) {
    std::string bytes = StatisticalWriter(table, false, work).write();
    check_long_texts(table, bytes, work);
    return bytes;
}

}  // namespace tarazy
