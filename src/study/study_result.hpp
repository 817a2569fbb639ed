#pragma once

#include "ledger/claim.hpp"
#include "table/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A text in the three languages of the reports. An empty language falls back to English.
struct LocalText {
    std::string en;
    std::string kk;
    std::string ru;
};

struct Pole {
    std::string id;  ///< "RUS", "CHN", "WEST"
    LocalText name;
    std::vector<std::string> members;  ///< ISO alpha-3
};

/// Bibliographic entry of the study file.
struct Source {
    std::string key, author, year, title, publisher, url, coverage, licence;
};

/// A data file as the run found it.
struct DataUse {
    std::string key, role, path, sha256;
    std::vector<std::string> sources;  ///< keys of `[source.<key>]`
    std::size_t rows = 0;
    bool fallback = false;  ///< the shipped derived table stood in for the raw file
    std::string raw_path;   ///< what it stood in for
    LocalText note;
    std::vector<std::string> notes = {};  ///< what was assumed when it was read
};

struct ResultTable {
    std::string name;  ///< "" for the main table, else a short suffix such as "summary"
    Table table;
};

/// What one analysis found.
struct AnalysisResult {
    std::string id, method;
    LocalText title;
    std::string parameters;  ///< JSON object as run
    std::string command;     ///< the equivalent `tarazy` command
    bool from_shipped_table = false;
    std::vector<ResultTable> tables;
    std::vector<Claim> claims;
    std::vector<LocalText> limits;  ///< what the reader must keep in mind
    std::string failure = {};       ///< why it has no result, in English; empty when it has one
};

enum class Verdict { supported, contradicted, mixed, silent, not_tested };
[[nodiscard]] std::string_view to_string(Verdict verdict) noexcept;

/// One declared test of a proposition and how it came out.
struct JudgedTest {
    std::string analysis, quantity, criterion;  ///< as declared in the study file
    double weight = 1;
    LocalText opposite_means;
    enum class Result { passed, failed, undecided } result = Result::undecided;
    std::string claim;   ///< id of the claim tested; empty when the analysis could not be run
    std::string reason;  ///< why undecided
};

struct JudgedProposition {
    std::string id, theory;
    LocalText text;
    Verdict verdict = Verdict::not_tested;
    std::vector<JudgedTest> tests;
    LocalText would_change;  ///< what would change this verdict
};

/// Everything a run found, as plain values. The report reads nothing else.
struct StudyResult {
    std::string id, version, focus;
    std::uint64_t seed = 0;
    LocalText title;
    int first_year = 0, last_year = 0;
    std::vector<Pole> poles;
    std::vector<std::string> comparison;  ///< ISO alpha-3
    std::vector<Source> sources;
    std::map<std::string, LocalText> words;  ///< what codes of the data mean: conditions, cases
    std::vector<DataUse> data;
    std::vector<AnalysisResult> analyses;
    std::vector<JudgedProposition> propositions;
    std::string command;  ///< that made this run
    std::string folder;   ///< how commands call the study's folder
};

}  // namespace tarazy
