#include "study/analysis_cache.hpp"

#include "base/abandoned.hpp"
#include "base/build_identity.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "io/compressed.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line_of_cache = "tarazy cache 1\n";
constexpr std::size_t digest_length = 64;

/// One entry: first line, then for each table a line `table <bytes> <name>` and its CSV text, at last the digest of all
/// that; packed in the file.
std::string entry_text(const std::vector<ResultTable>& tables) {
    std::string text(first_line_of_cache);
    for (const ResultTable& table : tables) {
        const std::string csv = to_csv(table.table);
        text += "table " + std::to_string(csv.size()) + ' ' + table.name + '\n' + csv;
    }
    return text + sha256_hex(text);
}

/// The line before the text of a table.
struct CachedTableLine {
    std::size_t length = 0, bytes = 0;
    std::string_view name;
};

/// Nothing where `text` begins with no such line, or announces more than follows it.
std::optional<CachedTableLine> cached_table_line(std::string_view text) {
    constexpr std::string_view word = "table ";
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t blank = line.find(' ', word.size());
    if (!line.starts_with(word) || line.size() == text.size() || blank == std::string_view::npos) return std::nullopt;
    const std::size_t length = line.size() + 1;
    const auto bytes = parse_integer(line.substr(word.size(), blank - word.size()));
    if (!bytes || *bytes < 0 || static_cast<std::uint64_t>(*bytes) > text.size() - length) return std::nullopt;
    return CachedTableLine{length, static_cast<std::size_t>(*bytes), line.substr(blank + 1)};
}

std::optional<std::vector<ResultTable>> tables_of(std::string_view text) {
    if (!text.starts_with(first_line_of_cache) || text.size() < first_line_of_cache.size() + digest_length)
        return std::nullopt;
    const std::string_view body = text.substr(0, text.size() - digest_length);
    if (sha256_hex(body) != text.substr(body.size())) return std::nullopt;
    std::vector<ResultTable> tables;
    for (std::string_view rest = body.substr(first_line_of_cache.size()); !rest.empty();) {
        const auto line = cached_table_line(rest);
        if (!line) return std::nullopt;
        Table table = read_csv(rest.substr(line->length, line->bytes), "", {.as_written = true});
        table.origin = {};
        tables.push_back({std::string(line->name), std::move(table)});
        rest.remove_prefix(line->length + line->bytes);
    }
    return tables;
}

}  // namespace

std::string cache_key(const Method& method, const AnalysisPlan& plan, const std::vector<std::string>& inputs) {
    const StudyFrame& frame = plan.frame;
    std::string text = "tarazy " + build_identity() + '\n' + method.id + ' ' + std::to_string(method.version) + '\n' +
                       frame.focus + '\n';
    for (const std::string& state : frame.comparison) text += state + ' ';
    for (const Pole& pole : method.reads_poles ? frame.poles : std::vector<Pole>()) {
        text += '\n' + pole.id + ':';
        for (const std::string& member : pole.members) text += ' ' + member;
    }
    text += '\n' + to_string(frame.years) + '\n' + std::to_string(frame.seed) + '\n' + plan.parameters.json() + '\n';
    for (const std::string& input : inputs) text += input + '\n';
    if (plan.claims_only) text += "claims only\n";
    if (method.other_readings != nullptr) {
        for (const std::string& quantity : plan.tested) text += "tested " + quantity + '\n';
        for (const AnalysisInput& input : plan.inputs) text += input.role + " is " + input.key + '\n';
    }
    return sha256_hex(text);
}

std::optional<std::vector<ResultTable>> read_cache(const std::string& folder, const std::string& key) {
    const std::string path = folder + '/' + key;
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return std::nullopt;
    try {
        const std::string bytes = read_file(path);
        constexpr std::uint64_t most_bytes = std::uint64_t{1} << 32;
        if (compression_of(bytes) != Compression::gzip) return tables_of(bytes);
        return tables_of(unpacked(bytes, Compression::gzip, path, most_bytes).view());
    } catch (const FileError&) {
        return std::nullopt;
    } catch (const InputError&) {
        return std::nullopt;
    } catch (const LimitError&) {
        return std::nullopt;
    }
}

bool write_cache(const std::string& folder, const std::string& key, const std::vector<ResultTable>& tables) {
    // Tables without rows cannot be told from damaged ones when they are read.
    if (std::ranges::any_of(tables, [](const ResultTable& table) { return table.table.rows() == 0; })) return false;
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    try {
        write_file_atomically(folder + '/' + key, packed(entry_text(tables), Compression::gzip));
    } catch (const FileError&) {
        return false;
    }
    return true;
}

void prune_cache(const std::string& folder, const std::vector<std::string>& keys) {
    std::error_code ignored;
    std::vector<fs::path> old, partial;
    for (fs::directory_iterator entry(folder, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        const bool ours =
            name.size() == digest_length && name.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (ours && std::ranges::find(keys, name) == keys.end()) old.push_back(entry->path());
        if (name.find(".partial-") == digest_length)
            partial.push_back(entry->path().parent_path() / name.substr(0, digest_length));
    }
    for (const fs::path& target : partial) sweep_partial_files(target);
    for (const fs::path& path : old) fs::remove(path, ignored);
}

}  // namespace tarazy
