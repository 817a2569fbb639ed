#include "cli/study/kept_files.hpp"

#include "base/error.hpp"
#include "ledger/manifest.hpp"
#include "ledger/verify.hpp"

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

bool lies_within(const fs::path& file, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

bool is_data_of(const StudyFile& study, const fs::path& file) {
    std::error_code unknown;
    for (const StudyData& data : study.data) {
        for (const PlacedText& named : data.files) {
            const auto path = resolve_input(named.text, study.folder);  // below a variable, too
            if (path && fs::equivalent(file, *path, unknown) && !unknown) return true;
        }
    }
    return false;
}

}  // namespace

void keep_files_of_study(const Session& session, const StudyFile& study) {
    std::error_code unknown;
    if (session.output.empty() || !fs::is_regular_file(session.output, unknown)) return;
    const fs::path file = fs::canonical(session.output, unknown), folder = fs::canonical(study.folder, unknown);
    if (unknown) return;
    const bool of_run =
        fs::exists(file.parent_path() / manifest_name) || fs::exists(file.parent_path().parent_path() / manifest_name);
    if (lies_within(file, folder) || of_run || is_data_of(study, file))
        throw UsageError("-o '" + session.output +
                         "' is there already, among the files of a study; name another file, or remove it first");
}

}  // namespace tarazy
