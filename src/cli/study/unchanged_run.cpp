#include "cli/study/unchanged_run.hpp"

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "cli/study/recorded_run.hpp"
#include "study/multiverse_record.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

/// Whether the kept tables of the multiverse are those that the run showed.
bool same_multiverse(const StudyFile& study, const RecordedRun& run) {
    const std::optional<StudyMultiverse> now = kept_multiverse(study, all_methods());
    const std::optional<StudyMultiverse>& then = run.result->multiverse;
    if (now.has_value() != then.has_value()) return false;
    if (!now) return true;
    if (now->stale != then->stale) return false;
    const auto recorded = [&](const std::string& path, const std::string& sha256) {
        return std::ranges::any_of(run.manifest.inputs, [&](const InputRecord& input) {
            return input.path == path && input.sha256 == sha256;
        });
    };
    return !now->stale.empty() || std::ranges::all_of(multiverse_uses(study, *now), [&](const DataUse& use) {
        return recorded(use.path, use.sha256);
    });
}

/// Whether the folder of the results holds the files that the run wrote there and no others.
bool only_written_results(const std::string& folder, const Manifest& manifest) {
    std::set<std::string> written;
    for (const OutputRecord& output : manifest.outputs) written.insert(output.path);
    std::error_code failed;
    for (fs::recursive_directory_iterator at(fs::path(folder) / "results", failed), end; !failed && at != end;
         at.increment(failed)) {
        if (!at->is_directory() && !written.contains(at->path().lexically_relative(folder).generic_string()))
            return false;
    }
    return !failed;
}

}  // namespace

std::optional<RecordedRun> unchanged_run(const StudyFile& study, const std::string& folder, const std::string& command,
                                         const Work& work) {
    try {
        std::optional<RecordedRun> run = recorded_making(folder);
        if (!run || !run->result || run->manifest.run.command != command ||
            run->manifest.study_folder != study_folder_from(folder, study.folder))
            return std::nullopt;
        if (!study_status(study, all_methods(), folder, run, work).all_fresh()) return std::nullopt;
        if (!same_multiverse(study, *run) || !only_written_results(folder, run->manifest)) return std::nullopt;
        return run;
    } catch (const InputError&) {  // of another version, or damaged: the run makes it anew
        return std::nullopt;
    } catch (const FileError&) {  // cannot be read: the run tells it, or makes it anew
        return std::nullopt;
    }
}

}  // namespace tarazy
