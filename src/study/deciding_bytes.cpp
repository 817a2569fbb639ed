#include "study/deciding_bytes.hpp"

#include "base/regular_file.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>

namespace tarazy {
namespace {

/// Places of the columns that say a note or a description in another language; none where the header is written in
/// another way.
std::set<std::size_t> translated_texts(std::string_view header) {
    if (header.ends_with('\r')) header.remove_suffix(1);
    std::set<std::size_t> places;
    for (std::size_t place = 0, from = 0; from <= header.size(); ++place) {
        const std::size_t to = std::min(header.find(',', from), header.size());
        const std::string_view name = header.substr(from, to - from);
        if (name == "note_kk" || name == "note_ru" || name == "description_kk" || name == "description_ru")
            places.insert(place);
        from = to + 1;
    }
    return places;
}

/// A comma goes with the column behind it, so that a file to which columns were added is what it was before.
std::string without_columns(std::string_view csv, const std::set<std::size_t>& left_out) {
    std::string kept;
    kept.reserve(csv.size());
    std::size_t column = 0;
    bool quoted = false;
    for (const char c : csv) {
        if (c == '"') quoted = !quoted;
        const bool ends_row = !quoted && (c == '\n' || c == '\r');
        if (ends_row) column = 0;
        if (!quoted && c == ',') ++column;
        if (ends_row || !left_out.contains(column)) kept += c;
    }
    return kept;
}

}  // namespace

std::string deciding_sha256(const std::string& path) {
    require_regular_file(path);
    std::string header;
    if (path.ends_with(".csv")) {
        std::ifstream file(path, std::ios::binary);
        std::getline(file, header);
    }
    // A quoted name may hold a comma: such a header is not taken apart.
    const std::set<std::size_t> left_out =
        header.find('"') == std::string::npos ? translated_texts(header) : std::set<std::size_t>();
    return left_out.empty() ? sha256_file(path) : sha256_hex(without_columns(read_file(path), left_out));
}

}  // namespace tarazy
