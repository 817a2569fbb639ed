#include "io/text_lines.hpp"

#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "io/decoded_text.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <vector>

namespace tarazy {

Table text_lines(const std::string& path) {
    const std::string bytes = read_file(path);
    DecodedText decoded;
    decode_text(bytes, path, "", decoded);
    const std::string_view text = decoded.text;
    TableRows rows(IntegerColumn{"line"}, TextColumn{"text"});
    std::int64_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        rows.add(++number, line);
        at = end + 1;
    }
    Table table = rows.table();
    table.origin.path = path;
    table.origin.sha256 = sha256_hex(bytes);
    if (decoded.assumed) table.origin.notes.push_back("it was read as " + decoded.encoding);
    return table;
}

std::string text_of_lines(const Table& lines) {
    constexpr std::int64_t most = 10'000'000;
    const std::vector<std::int64_t> numbers = require_integers(lines, "line");
    const std::vector<std::string> texts = require_texts(lines, "text");
    std::int64_t last = 0;
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        if (numbers[row] < 1 || numbers[row] > most)
            throw InputError(lines.problem(row, "line", "'" + lines["line"].display(row) + "' is no number of a line",
                                           "number lines from 1"));
        last = std::max(last, numbers[row]);
    }
    std::vector<std::string> placed(static_cast<std::size_t>(last));
    for (std::size_t row = 0; row < numbers.size(); ++row)
        placed[static_cast<std::size_t>(numbers[row] - 1)] = texts[row];
    std::string text;
    for (const std::string& line : placed) text += line + '\n';
    return text;
}

}  // namespace tarazy
