#include "study/current_making.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "study/data_files.hpp"
#include "study/provenance.hpp"
#include "study/run.hpp"

#include <algorithm>

namespace tarazy {
namespace {

const StudyData& data_named(const StudyFile& study, const std::string& key) {
    return *std::ranges::find(study.data, key, [](const StudyData& data) { return data.key.text; });
}

void add_new(std::vector<FileDigest>& files, const std::vector<FileDigest>& more) {
    for (const FileDigest& file : more) {
        if (std::ranges::find(files, file.path, &FileDigest::path) == files.end()) files.push_back(file);
    }
}

/// What a run would say of the shipped tables that stand in for data of the analysis; empty when it takes them.
std::string refusal_of(const StudyFile& study, const StudyAnalysis& analysis, const AnalysisPlan& plan,
                       const MadeFrom& made) {
    std::vector<DataUse> present;
    for (const DataRead& read : made.data) {
        if (find_data(study, data_named(study, read.key)).state != DataState::raw) continue;
        for (const FileDigest& file : read.files)
            present.push_back({read.key, read.role, file.path, file.sha256, {}, 0, false, "", {}});
    }
    for (const PlacedText& key : analysis.data) {
        const StudyData& data = data_named(study, key.text);
        if (!data.result.text.empty() || find_data(study, data).state != DataState::folder) continue;
        try {
            require_same_making(study, data, plan, read_shipped_tables(study, data, analysis.id.text).files, present);
        } catch (const InputError& error) {
            return error.problems().front().what;
        }
    }
    return "";
}

}  // namespace

const std::string& StudyMaking::digest(const std::string& path) {
    const auto known = digests_.find(path);
    if (known != digests_.end()) return known->second;
    work_.check();
    return digests_[path] = sha256_file(path);
}

CurrentFiles StudyMaking::files_of(const StudyData& data, const std::string& analysis) {
    CurrentFiles found;
    const DataPlace place = find_data(study_, data);
    if (place.state == DataState::missing) {
        found.missing = place.why_missing;
    } else if (place.state == DataState::folder) {
        try {
            for (const DataUse& use : read_shipped_tables(study_, data, analysis).files)
                found.files.push_back({use.path, use.sha256});
        } catch (const InputError& error) {
            found.missing = error.problems().front().what;
        }
    } else {
        for (std::size_t i = 0; i < place.paths.size(); ++i)
            found.files.push_back({place.written[i], digest(place.paths[i])});
    }
    return found;
}

CurrentFiles StudyMaking::all_files_of(const StudyData& data) {
    if (find_data(study_, data).state != DataState::folder) return files_of(data, "");
    CurrentFiles all;
    for (const StudyAnalysis& analysis : study_.analyses) {
        if (std::ranges::find(analysis.data, data.key.text, &PlacedText::text) == analysis.data.end()) continue;
        CurrentFiles files = files_of(data, analysis.id.text);
        add_new(all.files, files.files);
        if (all.missing.empty()) all.missing = std::move(files.missing);
    }
    return all;
}

std::string StudyMaking::named(const StudyData& data) const {
    return joined(data.files, ", ", [&](const PlacedText& file) { return recorded_path(study_, file.text); });
}

CurrentMaking StudyMaking::of(const StudyAnalysis& analysis, const Method& method) {
    CurrentMaking current;
    const AnalysisPlan plan = plan_analysis(study_, analysis, study_frame(study_), method);
    current.made = made_from(study_, analysis, method, plan, [&](const StudyData& data) {
        if (!data.result.text.empty()) return std::vector<FileDigest>{{data.table, ""}};
        CurrentFiles found = files_of(data, analysis.id.text);
        if (current.missing.empty()) current.missing = std::move(found.missing);
        return std::move(found.files);
    });
    if (current.missing.empty()) current.refusal = refusal_of(study_, analysis, plan, current.made);
    return current;
}

}  // namespace tarazy
