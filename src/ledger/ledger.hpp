#pragma once

#include "ledger/claim.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What was run. Nothing here depends on when, where or with how many threads it ran, so that the same run gives the
/// same ledger byte for byte.
struct RunRecord {
    std::string study;    ///< id of the study
    std::string title;    ///< in English
    std::string focus;    ///< ISO alpha-3 of the state in focus
    std::string version;  ///< of tarazy
    std::uint64_t seed = 0;
    std::string
        command;  ///< that makes the run again; without --output, --threads and other options that change no number
    std::string folder = {};  ///< how the commands of the run call the study's folder; stays when the study is moved
};

/// Bibliographic entry of the study file.
struct SourceRecord {
    std::string key, author, year, title, publisher, url, coverage, licence;
};

/// One file that the run read. The study file itself is one of them (key "study", role "study").
/// A data key that names several files has one record a file.
struct InputRecord {
    std::string key;     ///< data key of the study file
    std::string role;    ///< "votes", "ties", ...
    std::string path;    ///< relative to the study's folder, or `$NAME/...` with the variable left in place
    std::string sha256;  ///< of the file as it lies on disk
    std::size_t rows = 0;
    std::string source;                   ///< key of the source; several are separated by a comma
    bool fallback = false;                ///< a shipped derived table that stood in for the raw file
    std::string raw_path;                 ///< what it stood in for; empty otherwise
    std::vector<std::string> notes = {};  ///< what was assumed when it was read
};

struct AnalysisRecord {
    std::string id;
    std::string method;        ///< "align.similarity"
    std::string parameters;    ///< JSON object, as run
    std::string command;       ///< the equivalent `tarazy` command
    std::string failure = {};  ///< why it has no result; empty when it has one
};

/// One file that the run wrote.
struct OutputRecord {
    std::string path;  ///< relative to the output folder, with `/`: "results/votes.csv"
    std::string sha256;
    std::size_t rows = 0;  ///< of tables; 0 for other files
};

/// All that a ledger holds. The order of the records is kept.
struct LedgerContent {
    RunRecord run;
    std::vector<SourceRecord> sources;
    std::vector<InputRecord> inputs;
    std::vector<AnalysisRecord> analyses;
    std::vector<Claim> claims;
    std::vector<OutputRecord> outputs;  ///< all but ledger.sqlite and manifest.json, which cannot hold their own digest
};

/// Name of the ledger in an output folder.
inline constexpr std::string_view ledger_name = "ledger.sqlite";

/// Writes the ledger as one SQLite file (aside, flushed, renamed). Equal content gives equal bytes.
/// @pre claim ids, analysis ids and output paths are unique; a claim's analysis (empty: of the study as a whole, e.g.
///      a verdict) and the data keys of its inputs are recorded. std::logic_error names what breaks this.
/// @throws FileError (no permission, disk full, ...); nothing is left behind and an older ledger stays
void write_ledger(const std::string& path, const LedgerContent& content);

/// Reads a ledger after checking that it is one, that its layout is ours, and that SQLite finds it whole
/// (integrity_check, foreign_key_check). The file is read into memory once: nothing is created beside it.
/// Memory: the file's size twice.
/// @throws FileError if it cannot be read, InputError if it is not a ledger, of another version, or damaged
[[nodiscard]] LedgerContent read_ledger(const std::string& path);

/// How many claims the ledger holds; it is not looked at further.
/// @throws FileError if it cannot be read, InputError if it is no ledger
[[nodiscard]] std::size_t count_claims(const std::string& path);

/// The claim with this id.
/// @throws UsageError naming the nearest id; otherwise as `read_ledger`
[[nodiscard]] Claim find_claim(const std::string& path, std::string_view id);
[[nodiscard]] const Claim& find_claim(const LedgerContent& content, std::string_view id);

/// The claims whose id starts with `prefix`, in the ledger's order.
[[nodiscard]] std::vector<Claim> claims_starting_with(const LedgerContent& content, std::string_view prefix);

}  // namespace tarazy
