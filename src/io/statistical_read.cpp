#include "io/statistical_read.hpp"

#include "base/error.hpp"
#include "io/file_bytes.hpp"
#include "io/statistical_columns.hpp"
#include "io/text_encoding.hpp"

#include <readstat.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <set>
#include <utility>

namespace tarazy {
namespace {

/// The file in memory, as ReadStat wants to read it.
struct MemoryFile {
    std::string_view bytes;
    std::size_t at = 0, furthest = 0;
};

int open_memory(const char*, void*) {
    return 0;
}
int close_memory(void*) {
    return 0;
}

readstat_off_t seek_memory(readstat_off_t offset, readstat_io_flags_t whence, void* context) {
    auto& file = *static_cast<MemoryFile*>(context);
    const auto size = static_cast<readstat_off_t>(file.bytes.size());
    readstat_off_t base = 0;
    if (whence == READSTAT_SEEK_CUR) base = static_cast<readstat_off_t>(file.at);
    if (whence == READSTAT_SEEK_END) base = size;
    if (offset > size - base || offset < -base) return -1;
    file.at = static_cast<std::size_t>(base + offset);
    return base + offset;
}

ssize_t read_memory(void* target, std::size_t count, void* context) {
    auto& file = *static_cast<MemoryFile*>(context);
    count = std::min(count, file.bytes.size() - file.at);
    if (count > 0) std::memcpy(target, file.bytes.data() + file.at, count);
    file.at += count;
    file.furthest = std::max(file.furthest, file.at);
    return static_cast<ssize_t>(count);
}

readstat_error_t no_progress(long, readstat_progress_handler, void*, void*) {
    return READSTAT_OK;
}

/// Receives what ReadStat finds. C++ exceptions must not pass through C: they are kept and thrown afterwards.
struct Receiver {
    const std::string& path;
    std::uint64_t max_bytes;
    StatisticalFormat format;
    std::vector<StoredVariable> variables;
    LabelSets labels;
    std::size_t rows = 0;
    std::uint64_t bytes = 0;
    Diagnostics diagnostics;
    std::exception_ptr thrown;
    std::string message;
    WorkStep& step;  ///< of the file's bytes
    const MemoryFile* file = nullptr;
    std::size_t told = 0;
    std::uint64_t values = 0;
    std::size_t held_from = 0;      ///< behind what it let go of
    std::size_t expected_rows = 0;  ///< as the file says; of a damaged one no more than it has room for
    std::size_t set_name_room = 0;  ///< bytes that a Stata file has for the name of a set of labels

    /// Every format has a byte for each value at least, save where blocks are packed: there room grows as it is needed.
    void expect(readstat_metadata_t* metadata) {
        const auto variables_there = static_cast<std::size_t>(std::max(1, readstat_get_var_count(metadata)));
        const auto rows_there = static_cast<std::size_t>(std::max(0, readstat_get_row_count(metadata)));
        expected_rows = std::min(rows_there, file->bytes.size() / variables_there + 1);
        const int version = readstat_get_file_format_version(metadata);
        set_name_room = version < 110 ? 9 : version < 118 ? 33 : 129;  // dta_ctx_init of ReadStat
    }

    /// Is the table still wanted? Tells how far it is read, and holds no more of the file than what is being read.
    void look_up() {
        step.advance(file->furthest - told);
        told = file->furthest;
        // Stata's labels stand behind the cells and are read before them.
        constexpr std::size_t most_held = std::size_t{1} << 22;
        held_from = std::min(held_from, file->at);
        if (file->at - held_from < most_held) return;
        let_go_of_mapped(file->bytes.substr(held_from, file->at - held_from));
        held_from = file->at;
    }

    /// In a damaged Stata file the name of a set of labels fills its room, and nothing ends it.
    [[nodiscard]] std::string set_name(const char* set) const {
        return format == StatisticalFormat::stata ? std::string(set, strnlen(set, set_name_room)) : std::string(set);
    }

    void add_variable(readstat_variable_t* variable, const char* label_set) {
        const auto text = [](const char* words) { return std::string(words == nullptr ? "" : words); };
        StoredVariable stored;
        stored.name = text(readstat_variable_get_name(variable));
        stored.text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
        stored.format = text(readstat_variable_get_format(variable));
        stored.title = text(readstat_variable_get_label(variable));
        if (label_set != nullptr) stored.label_set = set_name(label_set);
        if (stored.text) {
            stored.codes.reserve(expected_rows);
        } else {
            stored.numbers.reserve(expected_rows);
        }
        variables.push_back(std::move(stored));
    }

    void add_label(const char* set, readstat_value_t value, const char* label) {
        if (set == nullptr || label == nullptr || *label == '\0' || !is_utf8_text(label)) return;
        if (readstat_value_is_tagged_missing(value) || readstat_value_is_system_missing(value)) return;
        ValueLabel found{{}, label};
        if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
            const char* const text = readstat_string_value(value);
            if (text == nullptr || !is_utf8_text(text)) return;
            std::string code = text;
            code.erase(code.find_last_not_of(' ') + 1);
            found.value = std::move(code);
        } else {
            found.value = readstat_double_value(value);
        }
        count_bytes(sizeof(ValueLabel) + found.label.size());
        labels[set_name(set)].push_back(std::move(found));
    }

    void count_bytes(std::uint64_t more) {
        bytes += more;
        if (bytes > max_bytes)
            throw LimitError(path + ": holds more than " + std::to_string(max_bytes) + " bytes of cells");
    }

    void add_value(std::size_t row, readstat_variable_t* variable, readstat_value_t value) {
        if ((++values & 1023U) == 0) look_up();
        const int index = readstat_variable_get_index(variable);
        if (index < 0 || static_cast<std::size_t>(index) >= variables.size()) {
            throw InputError(Problem{path, 0, 0, "the file is damaged (a value without a variable)", "fetch it again"});
        }
        StoredVariable& target = variables[static_cast<std::size_t>(index)];
        const bool missing = readstat_value_is_missing(value, variable) != 0;
        if (missing && readstat_value_is_tagged_missing(value)) {
            ++target.tagged_missing;
        } else if (missing && readstat_value_is_defined_missing(value, variable)) {
            ++target.defined_missing;
        }
        count_bytes(target.text ? 4 : 8);
        rows = std::max(rows, row + 1);
        if (target.text) {
            add_text(target, row, missing ? nullptr : readstat_string_value(value));
        } else {
            add_number(target, row, missing ? std::numeric_limits<double>::quiet_NaN() : readstat_double_value(value));
        }
    }

    void add_text(StoredVariable& target, std::size_t row, const char* text) {
        if (text == nullptr || *text == '\0') {
            target.codes.push_back(-1);
            return;
        }
        if (!is_utf8_text(text)) report(target, row, "is not valid UTF-8");
        const std::size_t before = target.levels.levels().size();
        target.codes.push_back(target.levels.code_of(text));
        if (target.levels.levels().size() > before) bytes += target.levels.levels().back().size() + sizeof(std::string);
    }

    void add_number(StoredVariable& target, std::size_t row, double number) {
        if (std::isinf(number)) report(target, row, "is infinite");
        target.numbers.push_back(number);
    }

    void report(const StoredVariable& target, std::size_t row, const char* what) {
        const auto column = static_cast<std::size_t>(&target - variables.data()) + 1;
        diagnostics.add(
            {path, row + 2, column, target.name + ' ' + what, "mend the cell in the program that wrote the file"});
    }
};

template <typename Receive>
int guarded(void* context, Receive receive) {
    auto& receiver = *static_cast<Receiver*>(context);
    try {
        receive(receiver);
        return READSTAT_HANDLER_OK;
    } catch (...) {
        receiver.thrown = std::current_exception();
        return READSTAT_HANDLER_ABORT;
    }
}

int on_metadata(readstat_metadata_t* metadata, void* context) {
    return guarded(context, [=](Receiver& receiver) { receiver.expect(metadata); });
}

int on_variable(int, readstat_variable_t* variable, const char* label_set, void* context) {
    return guarded(context, [=](Receiver& receiver) { receiver.add_variable(variable, label_set); });
}

int on_label(const char* set, readstat_value_t value, const char* label, void* context) {
    return guarded(context, [=](Receiver& receiver) { receiver.add_label(set, value, label); });
}

int on_value(int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
    return guarded(context,
                   [&](Receiver& receiver) { receiver.add_value(static_cast<std::size_t>(row), variable, value); });
}

void on_error(const char* message, void* context) {
    auto& receiver = *static_cast<Receiver*>(context);
    if (receiver.message.size() > 200) return;
    if (!receiver.message.empty()) receiver.message += ", ";
    receiver.message += std::string_view(message).substr(0, std::string_view(message).find('\n'));
}

void parse(Receiver& receiver, std::string_view bytes) {
    MemoryFile file{bytes};
    receiver.file = &file;
    const std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)> parser(readstat_parser_init(),
                                                                                     &readstat_parser_free);
    if (!parser) throw std::bad_alloc();
    readstat_set_open_handler(parser.get(), &open_memory);
    readstat_set_close_handler(parser.get(), &close_memory);
    readstat_set_seek_handler(parser.get(), &seek_memory);
    readstat_set_read_handler(parser.get(), &read_memory);
    readstat_set_update_handler(parser.get(), &no_progress);
    readstat_set_io_ctx(parser.get(), &file);
    readstat_set_metadata_handler(parser.get(), &on_metadata);
    readstat_set_variable_handler(parser.get(), &on_variable);
    readstat_set_value_label_handler(parser.get(), &on_label);
    readstat_set_value_handler(parser.get(), &on_value);
    readstat_set_error_handler(parser.get(), &on_error);
    const readstat_error_t error = receiver.format == StatisticalFormat::stata
                                       ? readstat_parse_dta(parser.get(), receiver.path.c_str(), &receiver)
                                       : readstat_parse_sav(parser.get(), receiver.path.c_str(), &receiver);
    if (receiver.thrown) std::rethrow_exception(receiver.thrown);
    if (error == READSTAT_OK) return;
    const std::string name = receiver.format == StatisticalFormat::stata ? "Stata" : "SPSS";
    std::string why = readstat_error_message(error);
    if (!receiver.message.empty()) why += ": " + receiver.message;
    throw InputError(Problem{receiver.path, 0, 0, "cannot be read as a " + name + " file (" + why + ")",
                             "fetch the file again, or save it as CSV in UTF-8"});
}

/// The file's variables fit together, and no two have one name.
void check_variables(const Receiver& receiver) {
    std::set<std::string_view> names;
    for (const StoredVariable& variable : receiver.variables) {
        const std::size_t rows = variable.text ? variable.codes.size() : variable.numbers.size();
        if (rows != receiver.rows || !is_utf8_text(variable.name)) {
            throw InputError(Problem{receiver.path, 0, 0, "the file is damaged (its columns do not fit together)",
                                     "fetch it again"});
        }
        if (!names.insert(variable.name).second) {
            throw InputError(Problem{receiver.path, 0, 0, "the variable '" + variable.name + "' stands twice",
                                     "rename one of the two"});
        }
    }
}

Table finished(Receiver& receiver) {
    check_variables(receiver);
    Table table = table_of(std::move(receiver.variables), receiver.labels, receiver.format);
    table.origin.path = receiver.path;
    if (table.columns.empty()) {
        throw InputError(Problem{receiver.path, 0, 0, "the file holds no variables", "give a file with at least one"});
    }
    return table;
}

}  // namespace

Table read_statistical(std::string_view bytes, const std::string& path, StatisticalFormat format,
                       const ReadOptions& options) {
    if (bytes.empty()) throw InputError(Problem{path, 0, 0, "the file is empty", "fetch it again"});
    WorkStep step(options.work, "reading " + path, bytes.size());
    Receiver receiver{path, options.max_bytes, format, {}, {}, 0, 0, {}, nullptr, {}, step};
    parse(receiver, bytes);
    step.advance(bytes.size() - receiver.told);
    receiver.diagnostics.throw_if_any();
    return finished(receiver);
}

}  // namespace tarazy
