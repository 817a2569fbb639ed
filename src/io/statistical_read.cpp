#include "io/statistical_read.hpp"

#include "base/error.hpp"
#include "io/text_encoding.hpp"
#include "io/text_levels.hpp"
#include "io/typed_column.hpp"

#include <readstat.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <utility>

namespace tarazy {
namespace {

/// The file in memory, as ReadStat wants to read it.
struct MemoryFile {
    std::string_view bytes;
    std::size_t at = 0;
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
    return static_cast<ssize_t>(count);
}

readstat_error_t no_progress(long, readstat_progress_handler, void*, void*) {
    return READSTAT_OK;
}

struct Variable {
    std::string name;
    bool text = false;
    std::vector<double> numbers;
    std::vector<std::int32_t> codes;
    TextLevels levels;
};

/// Receives what ReadStat finds. C++ exceptions must not pass through C: they are kept and thrown afterwards.
struct Receiver {
    const std::string& path;
    std::uint64_t max_bytes;
    std::vector<Variable> variables;
    std::size_t rows = 0;
    std::uint64_t bytes = 0;
    Diagnostics diagnostics;
    std::exception_ptr thrown;
    std::string message;

    void add_variable(readstat_variable_t* variable) {
        const char* const name = readstat_variable_get_name(variable);
        variables.push_back({name == nullptr ? "" : name,
                             readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING,
                             {},
                             {},
                             {}});
    }

    void add_value(std::size_t row, readstat_variable_t* variable, readstat_value_t value) {
        const int index = readstat_variable_get_index(variable);
        if (index < 0 || static_cast<std::size_t>(index) >= variables.size()) {
            throw InputError(Problem{path, 0, 0, "the file is damaged (a value without a variable)", "fetch it again"});
        }
        Variable& target = variables[static_cast<std::size_t>(index)];
        const bool missing = readstat_value_is_missing(value, variable) != 0;
        bytes += target.text ? 4 : 8;
        if (bytes > max_bytes)
            throw LimitError(path + ": holds more than " + std::to_string(max_bytes) + " bytes of cells");
        rows = std::max(rows, row + 1);
        if (target.text) {
            add_text(target, row, missing ? nullptr : readstat_string_value(value));
        } else {
            add_number(target, row, missing ? std::numeric_limits<double>::quiet_NaN() : readstat_double_value(value));
        }
    }

    void add_text(Variable& target, std::size_t row, const char* text) {
        if (text == nullptr || *text == '\0') {
            target.codes.push_back(-1);
            return;
        }
        if (!is_utf8_text(text)) report(target, row, "is not valid UTF-8");
        const std::size_t before = target.levels.levels().size();
        target.codes.push_back(target.levels.code_of(text));
        if (target.levels.levels().size() > before) bytes += target.levels.levels().back().size() + sizeof(std::string);
    }

    void add_number(Variable& target, std::size_t row, double number) {
        if (std::isinf(number)) report(target, row, "is infinite");
        target.numbers.push_back(number);
    }

    void report(const Variable& target, std::size_t row, const char* what) {
        const auto column = static_cast<std::size_t>(&target - variables.data()) + 1;
        diagnostics.add(
            {path, row + 2, column, target.name + ' ' + what, "mend the cell in the program that wrote the file"});
    }
};

template <typename Work>
int guarded(void* context, Work work) {
    auto& receiver = *static_cast<Receiver*>(context);
    try {
        work(receiver);
        return READSTAT_HANDLER_OK;
    } catch (...) {
        receiver.thrown = std::current_exception();
        return READSTAT_HANDLER_ABORT;
    }
}

int on_variable(int, readstat_variable_t* variable, const char*, void* context) {
    return guarded(context, [variable](Receiver& receiver) { receiver.add_variable(variable); });
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

void parse(Receiver& receiver, std::string_view bytes, StatisticalFormat format) {
    MemoryFile file{bytes};
    const std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)> parser(readstat_parser_init(),
                                                                                     &readstat_parser_free);
    if (!parser) throw std::bad_alloc();
    readstat_set_open_handler(parser.get(), &open_memory);
    readstat_set_close_handler(parser.get(), &close_memory);
    readstat_set_seek_handler(parser.get(), &seek_memory);
    readstat_set_read_handler(parser.get(), &read_memory);
    readstat_set_update_handler(parser.get(), &no_progress);
    readstat_set_io_ctx(parser.get(), &file);
    readstat_set_variable_handler(parser.get(), &on_variable);
    readstat_set_value_handler(parser.get(), &on_value);
    readstat_set_error_handler(parser.get(), &on_error);
    const readstat_error_t error = format == StatisticalFormat::stata
                                       ? readstat_parse_dta(parser.get(), receiver.path.c_str(), &receiver)
                                       : readstat_parse_sav(parser.get(), receiver.path.c_str(), &receiver);
    if (receiver.thrown) std::rethrow_exception(receiver.thrown);
    if (error == READSTAT_OK) return;
    const std::string name = format == StatisticalFormat::stata ? "Stata" : "SPSS";
    std::string why = readstat_error_message(error);
    if (!receiver.message.empty()) why += ": " + receiver.message;
    throw InputError(Problem{receiver.path, 0, 0, "cannot be read as a " + name + " file (" + why + ")",
                             "fetch the file again, or save it as CSV in UTF-8"});
}

Table finished(Receiver& receiver) {
    Table table;
    table.origin.path = receiver.path;
    for (Variable& variable : receiver.variables) {
        const std::size_t rows = variable.text ? variable.codes.size() : variable.numbers.size();
        if (rows != receiver.rows || !is_utf8_text(variable.name)) {
            throw InputError(Problem{receiver.path, 0, 0, "the file is damaged (its columns do not fit together)",
                                     "fetch it again"});
        }
        if (table.find(variable.name)) {
            throw InputError(Problem{receiver.path, 0, 0, "the variable '" + variable.name + "' stands twice",
                                     "rename one of the two"});
        }
        table.add(variable.name, variable.text ? Column(TextCells{std::move(variable.codes), variable.levels.take()})
                                               : integers_if_whole(std::move(variable.numbers)));
    }
    if (table.columns.empty()) {
        throw InputError(Problem{receiver.path, 0, 0, "the file holds no variables", "give a file with at least one"});
    }
    return table;
}

}  // namespace

Table read_statistical(std::string_view bytes, const std::string& path, StatisticalFormat format,
                       const ReadOptions& options) {
    if (bytes.empty()) throw InputError(Problem{path, 0, 0, "the file is empty", "fetch it again"});
    Receiver receiver{path, options.max_bytes, {}, 0, 0, {}, nullptr, {}};
    parse(receiver, bytes, format);
    receiver.diagnostics.throw_if_any();
    return finished(receiver);
}

}  // namespace tarazy
