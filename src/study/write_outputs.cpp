#include "study/write_outputs.hpp"
#include "study/result_tables.hpp"

#include "base/build_identity.hpp"
#include "io/atomic_file.hpp"
#include "io/write_table.hpp"
#include "ledger/manifest.hpp"
#include "study/contradictions.hpp"
#include "study/other_readings.hpp"
#include "study/propositions.hpp"
#include "study/study_result_json.hpp"
#include "study/theory_scores.hpp"
#include "table/list_cells.hpp"

#include <filesystem>

namespace tarazy {
namespace {

class Writer {
public:
    Writer(OutputFolder& place, const Work& work) : place_(place), step_(work, "writing results", 0) {}

    void bytes(const std::string& path, const std::string& content) {
        step_.advance();
        write_file_atomically(place_.prepare(path), content);
        records_.push_back(record_output(place_.staging(), path));
    }
    void table(const std::string& path, const Table& content) {
        step_.advance();
        write_file_atomically(place_.prepare(path), to_csv(content, {.work = step_.work().unheard()}));
        records_.push_back(record_output(place_.staging(), path, content.rows()));
    }
    [[nodiscard]] const std::vector<OutputRecord>& records() const noexcept { return records_; }

private:
    OutputFolder& place_;
    WorkStep step_;
    std::vector<OutputRecord> records_;
};

void write_results(Writer& writer, const StudyResult& result) {
    FilesBeside beside;
    for (const AnalysisResult& analysis : result.analyses) {
        for (const ResultTable& table : analysis.tables) {
            const std::string file = result_file(analysis.id, table.name);
            writer.table("results/" + file, table.table);
            beside[file] = writer.records().back().sha256;
        }
        const std::string file = analysis_file(analysis.id);
        writer.bytes("results/" + file, analysis_json_text(analysis));
        beside[file] = writer.records().back().sha256;
    }
    // A table without rows cannot be told from a damaged one when it is read again.
    if (!result.propositions.empty()) {
        writer.table("results/propositions.csv", proposition_table(result.propositions, result.analyses));
    }
    const auto if_any = [&](const std::string& path, const Table& table) {
        if (table.rows() > 0) writer.table(path, table);
    };
    if_any("results/overturned.csv", overturning_table(result.propositions));
    if_any("results/theories.csv", theory_table(result.propositions));
    if_any("results/contradictions.csv", contradiction_table(result.contradictions, result.analyses));
    if (result.multiverse) {
        for (const ResultTable& table : result.multiverse->tables)
            if_any("results/" + result_file("multiverse", table.name), table.table);
    }
    writer.bytes("results/study.json", to_json_text(result, beside));
}

}  // namespace

LedgerContent ledger_content(const StudyFile& study, const StudyResult& result) {
    LedgerContent content;
    content.run = {result.id,   result.title.en, result.focus, result.version,
                   result.seed, result.command,  result.folder};
    for (const Source& s : result.sources) {
        content.sources.push_back({s.key, s.author, s.year, s.title, s.publisher, s.url, s.coverage.en, s.licence});
    }
    const std::string file = std::filesystem::path(study.path).filename().string();
    content.inputs.push_back({"study", "study", file, study.sha256, 0, "", false, ""});
    for (const DataUse& use : result.data) {
        content.inputs.push_back({use.key, use.role, use.path, use.sha256, use.rows, list_cell(use.sources),
                                  use.fallback, use.raw_path, use.notes});
    }
    for (const AnalysisResult& analysis : result.analyses) {
        content.analyses.push_back(
            {analysis.id, analysis.method, analysis.parameters, analysis.command, analysis.failure});
        content.claims.insert(content.claims.end(), analysis.claims.begin(), analysis.claims.end());
    }
    for (const JudgedProposition& proposition : result.propositions) {
        content.claims.push_back(verdict_claim(proposition, result.analyses, result.command));
    }
    return content;
}

WrittenOutputs write_outputs(OutputFolder& place, const std::string& output_folder, const StudyFile& study,
                             const StudyResult& result, const std::vector<ExtraFile>& extra, double duration_seconds,
                             const Work& work) {
    Writer writer(place, work);
    write_results(writer, result);
    for (const ExtraFile& file : extra) writer.bytes(file.path, file.bytes);
    LedgerContent content = ledger_content(study, result);
    content.outputs = writer.records();
    write_ledger(place.prepare(std::string(ledger_name)), content);
    Manifest manifest{content.run,      study_folder_from(output_folder, study.folder),
                      content.inputs,   content.outputs,
                      duration_seconds, build_identity()};
    manifest.outputs.push_back(record_output(place.staging(), std::string(ledger_name)));
    const WrittenOutputs written{content.claims.size(), manifest.outputs.size() + 1};
    write_file_atomically(place.prepare(std::string(manifest_name)), manifest_text(manifest));
    work.check();  // from here on the new results are certain
    place.commit();
    return written;
}

}  // namespace tarazy
