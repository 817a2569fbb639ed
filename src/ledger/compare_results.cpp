#include "ledger/compare_results.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "io/read_table.hpp"
#include "ledger/diff.hpp"
#include "ledger/manifest.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

std::string row_key(const Table& table, std::size_t row, std::size_t columns) {
    std::string key;
    for (std::size_t i = 0; i < columns; ++i)
        key += (i > 0 ? ", " : "") + table.names[i] + '=' + table.columns[i].display(row);
    return key;
}

/// The fewest leading columns that tell all rows apart; all columns when none do.
std::size_t key_columns(const Table& table) {
    for (std::size_t count = 1; count < table.names.size(); ++count) {
        std::set<std::string> seen;
        std::size_t row = 0;
        while (row < table.rows() && seen.insert(row_key(table, row, count)).second) ++row;
        if (row == table.rows()) return count;
    }
    return table.names.size();
}

std::string whole_row(const Table& table, std::size_t row) {
    std::string text;
    for (std::size_t i = 0; i < table.names.size(); ++i) text += (i > 0 ? "," : "") + table.columns[i].display(row);
    return text;
}

struct RowPair {
    std::optional<std::size_t> recorded, recomputed;
    std::string key;
};

std::vector<RowPair> pair_rows(const Table& recorded, const Table& recomputed) {
    const std::size_t keys = key_columns(recomputed);
    std::vector<RowPair> pairs;
    if (recorded.rows() == recomputed.rows()) {  // a change in a key column is then still one cell
        for (std::size_t row = 0; row < recorded.rows(); ++row)
            pairs.push_back({row, row, row_key(recomputed, row, keys)});
        return pairs;
    }
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t row = recorded.rows(); row-- > 0;)
        places[row_key(recorded, row, std::min(keys, recorded.names.size()))].push_back(row);
    std::vector<bool> used(recorded.rows());
    for (std::size_t row = 0; row < recomputed.rows(); ++row) {
        const std::string key = row_key(recomputed, row, keys);
        const auto found = places.find(key);
        if (found == places.end() || found->second.empty()) {
            pairs.push_back({{}, row, key});
            continue;
        }
        used[found->second.back()] = true;
        pairs.push_back({found->second.back(), row, key});
        found->second.pop_back();
    }
    for (std::size_t row = 0; row < recorded.rows(); ++row) {
        if (!used[row]) pairs.push_back({row, {}, row_key(recorded, row, std::min(keys, recorded.names.size()))});
    }
    return pairs;
}

std::vector<CellDifference> compare_columns(const Table& recorded, const Table& recomputed) {
    std::vector<CellDifference> differences;
    for (const std::string& name : recomputed.names) {
        if (!recorded.find(name)) differences.push_back({"", name, "", "a column"});
    }
    for (const std::string& name : recorded.names) {
        if (!recomputed.find(name)) differences.push_back({"", name, "a column", ""});
    }
    return differences;
}

bool is_table(const std::string& path) {
    return path.ends_with(".csv") || path.ends_with(".tsv");
}

std::string quoted(const std::string& text) {
    return text.empty() ? "empty" : "'" + text + "'";
}

void add_cells(const std::string& path, const std::vector<CellDifference>& cells, std::vector<Finding>& findings) {
    for (const CellDifference& cell : cells) {
        const std::string where = cell.row + (cell.row.empty() || cell.column.empty() ? "" : ": ") + cell.column;
        findings.push_back(
            {FindingKind::cell, path, where, cell.recorded, cell.recomputed,
             path + ": " + where + " is " + quoted(cell.recorded) + ", recomputed " + quoted(cell.recomputed)});
    }
}

/// The bytes of a ledger without the version of the SQLite library, which tells nothing of the run.
std::string ledger_bytes(const std::string& path) {
    constexpr std::size_t version_begin = 92, version_end = 100;  // "version-valid-for" and the version itself
    std::string bytes = read_file(path);
    for (std::size_t i = version_begin; i < std::min(version_end, bytes.size()); ++i) bytes[i] = 0;
    return bytes;
}

void compare_file(const std::string& folder, const std::string& recomputed, const std::string& path,
                  std::vector<Finding>& findings, const Work& work) {
    const fs::path ours = fs::path(folder) / path, theirs = fs::path(recomputed) / path;
    std::error_code ignored;
    if (!fs::exists(ours, ignored) || !fs::exists(theirs, ignored)) {
        const bool lost = !fs::exists(ours, ignored);
        findings.push_back({lost ? FindingKind::missing : FindingKind::added, path, "", "", "",
                            path + (lost ? " is missing, though the run makes it"
                                         : " is there, but running the study again does not make it")});
        return;
    }
    const std::string recorded_digest = sha256_file(ours.string()), digest = sha256_file(theirs.string());
    if (recorded_digest == digest) return;
    const std::size_t before = findings.size();
    if (is_table(path)) {
        const ReadOptions written{.as_written = true, .work = work.unheard()};
        try {
            add_cells(path, compare_tables(read_table(ours.string(), written), read_table(theirs.string(), written)),
                      findings);
        } catch (const InputError& error) {  // that it cannot be read is itself what was found
            findings.push_back({FindingKind::damaged, path, "", recorded_digest, digest,
                                path + " cannot be read as a table any more: " + error.what()});
        }
    }
    if (findings.size() == before) {
        findings.push_back({FindingKind::changed, path, "sha256", recorded_digest, digest,
                            path + " differs from what running the study again gives"});
    }
}

}  // namespace

std::vector<CellDifference> compare_tables(const Table& recorded, const Table& recomputed) {
    std::vector<CellDifference> differences = compare_columns(recorded, recomputed);
    for (const RowPair& pair : pair_rows(recorded, recomputed)) {
        if (!pair.recorded || !pair.recomputed) {
            differences.push_back({pair.key, "", pair.recorded ? whole_row(recorded, *pair.recorded) : "",
                                   pair.recomputed ? whole_row(recomputed, *pair.recomputed) : ""});
            continue;
        }
        for (const std::string& name : recomputed.names) {
            if (!recorded.find(name)) continue;
            const std::string before = recorded[name].display(*pair.recorded),
                              after = recomputed[name].display(*pair.recomputed);
            if (before != after) differences.push_back({pair.key, name, before, after});
        }
    }
    return differences;
}

std::vector<Finding> compare_results(const std::string& folder, const std::string& recomputed, const Work& work) {
    const LedgerContent ours = read_ledger(folder + '/' + std::string(ledger_name));
    const LedgerContent theirs = read_ledger(recomputed + '/' + std::string(ledger_name));
    std::set<std::string> paths;
    for (const OutputRecord& output : ours.outputs) paths.insert(output.path);
    for (const OutputRecord& output : theirs.outputs) paths.insert(output.path);
    std::vector<Finding> findings;
    WorkStep step(work, "comparing results", paths.size());
    for (const std::string& path : paths) {
        compare_file(folder, recomputed, path, findings, work);
        step.advance();
    }
    for (const RunDifference& difference : compare_runs(ours, theirs)) {
        const std::string where = difference.id + ": " + difference.field;
        findings.push_back({FindingKind::cell, std::string(ledger_name), where, difference.before, difference.after,
                            std::string(ledger_name) + ": " + where + " is " + quoted(difference.before) +
                                ", recomputed " + quoted(difference.after)});
    }
    // The same run writes the same ledger byte for byte: what none of the comparisons looks at is seen here.
    const std::string name(ledger_name);
    if (findings.empty() && ledger_bytes(folder + '/' + name) != ledger_bytes(recomputed + '/' + name)) {
        findings.push_back({FindingKind::changed, name, "", "", "",
                            name +
                                " is not the one that running the study again writes: sources, texts or the order of "
                                "its records were changed"});
    }
    return findings;
}

}  // namespace tarazy
