#include "analyses/write_study/recognise/file_head.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "io/byte_stream.hpp"
#include "io/decoded_text.hpp"
#include "io/table_format.hpp"
#include "io/text_layout.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t head_bytes = std::size_t{1} << 18;

/// The first bytes, and whether these are all.
std::pair<std::string, bool> first_bytes(const std::string& path, const Work& work) {
    ByteStream stream(path, work);
    std::string bytes(head_bytes, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const std::size_t got = stream.read(bytes.data() + filled, bytes.size() - filled);
        if (got == 0) {
            bytes.resize(filled);
            if (stream.cut_short())
                throw InputError({path, 0, 0, "the packed data end too early; the file is incomplete",
                                  "fetch or pack the file again"});
            return {std::move(bytes), true};
        }
        filled += got;
    }
    return {std::move(bytes), false};
}

/// Up to the last line end outside of quotes; up to the last one where no line end is outside of them.
std::string_view without_cut_row(std::string_view text) {
    bool quoted = false;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') quoted = !quoted;
        if (!quoted && text[at] == '\n') end = at + 1;
    }
    if (end == 0) end = text.rfind('\n') + 1;
    return text.substr(0, end);
}

bool is_date_of_digits(std::string_view field) {
    return field.size() == 8 && std::ranges::all_of(field, [](char c) { return c >= '0' && c <= '9'; });
}

/// GDELT writes the date three times, as day, month and year: 20240131, 202401, 2024.
bool is_date_written_thrice(const std::vector<std::string>& cells, std::size_t at) {
    if (at + 2 >= cells.size() || !is_date_of_digits(cells[at])) return false;
    return cells[at].substr(0, 6) == cells[at + 1] && cells[at].substr(0, 4) == cells[at + 2];
}

/// Fields in each of the first lines, where a layout without header has so many and a date in its place; else 0.
std::size_t bare_fields_of(std::string_view text) {
    constexpr std::size_t looked_at = 20;
    std::size_t fields = 0, lines = 0;
    for (const std::string& line : split(text.substr(0, std::size_t{1} << 16), '\n')) {
        if (line.empty() || ++lines > looked_at) break;
        const std::vector<std::string> cells = split(line, '\t');
        if (lines > 1 && cells.size() != fields) break;
        fields = cells.size();
        const auto fits = [&](const DataLayout& layout) {
            return std::ranges::find(layout.bare_fields, fields) != layout.bare_fields.end() &&
                   is_date_written_thrice(cells, layout.date_field);
        };
        if (std::ranges::none_of(data_layouts(), fits)) return 0;
    }
    return fields;
}

bool is_delimited(const std::string& path) {
    const std::string extension = format_extension(path);
    return extension != ".dta" && extension != ".sav" && extension != ".zsav" && extension != ".xlsx" &&
           extension != ".xlsm";
}

std::string told_fault(const InputError& error) {
    return error.problems().empty() ? "cannot be read" : to_string(error.problems().front());
}

/// Names of the columns and lines above them of a text whose rows cannot be read.
void take_header_alone(FileHead& head, std::string_view text, const std::string& path, const ReadOptions& reading) {
    try {
        const std::size_t begin = layout_of(text, path, reading).begin;
        const std::size_t end = text.find_first_of("\r\n", begin);
        ReadOptions own = reading;
        own.header_row = 0;
        const Table header = read_csv(text.substr(begin, end - begin), path, own);
        head.signs.names = header.names;
    } catch (const InputError&) {
        // The fault of the rows has been told; the names cannot be read either.
    }
}

}  // namespace

FileHead head_of_bytes(std::string_view bytes, bool whole, const std::string& path, const ReadOptions& reading) {
    FileHead head;
    head.whole = whole;
    DecodedText decoded;
    ReadOptions own = reading;
    own.encoding = "utf-8";
    try {
        decode_text(whole ? bytes : without_cut_row(bytes), path, reading.encoding, decoded);
        head.signs.bare_fields = bare_fields_of(decoded.text);
        if (head.signs.bare_fields > 0) return head;
        head.table = read_csv(decoded.text, path, own);
        head.signs.title = head.table.origin.title;
        head.signs.names = head.table.names;
    } catch (const InputError& error) {
        head.fault = told_fault(error);
        take_header_alone(head, decoded.text, path, own);
    } catch (const LimitError& error) {
        head.fault = error.what();
    }
    return head;
}

FileHead read_file_head(const std::string& path, const ReadOptions& reading) {
    FileHead head;
    try {
        if (is_delimited(path)) {
            const auto [bytes, whole] = first_bytes(path, reading.work);
            return head_of_bytes(bytes, whole, path, reading);
        }
        head.table = read_table(path, reading);
        head.signs.title = head.table.origin.title;
        head.signs.names = head.table.names;
        head.whole = true;
    } catch (const InputError& error) {
        head.fault = told_fault(error);
    }
    return head;
}

}  // namespace tarazy
