#include "cli/study/recorded_run.hpp"

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "ledger/output_folder.hpp"
#include "report/figure_data.hpp"
#include "study/study_result_json.hpp"

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace {

constexpr const char* result_name = "results/study.json";

/// The recorded result, when it is the file that the manifest records and this version can read it. A table that was
/// changed has no rows in it, an analysis no claims: `study status` tells of the file, and an export looks at all files
/// first.
std::optional<StudyResult> recorded_result(const std::string& folder, const Manifest& manifest, BesideRead beside) {
    const auto listed = std::ranges::find(manifest.outputs, result_name, &OutputRecord::path);
    const std::string path = (std::filesystem::path(folder) / result_name).string();
    try {
        const std::string bytes = read_file(path);
        if (listed == manifest.outputs.end() || sha256_hex(bytes) != listed->sha256) return std::nullopt;
        return study_result_from_json_text(bytes, path, beside);
    } catch (const FileError&) {
        return std::nullopt;
    } catch (const InputError&) {  // of another version
        return std::nullopt;
    }
}

/// As `recorded_run`, but without figures.
std::optional<RecordedRun> record_in(const std::string& folder, BesideRead beside) {
    recover(folder);
    const std::string path = (std::filesystem::path(folder) / manifest_name).string();
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return std::nullopt;
    RecordedRun run{read_manifest(path), std::nullopt};
    run.result = recorded_result(folder, run.manifest, beside);
    return run;
}

}  // namespace

std::optional<RecordedRun> recorded_making(const std::string& folder) {
    return record_in(folder, BesideRead::none);
}

std::optional<RecordedRun> recorded_run(const std::string& folder) {
    std::optional<RecordedRun> run = record_in(folder, BesideRead::as_found);
    if (run && run->result) run->figures = figure_origins(ReportContext(*run->result, all_chapters()));
    return run;
}

}  // namespace tarazy
