#include "analyses/every_method_test.hpp"

#include "analyses/all_methods.hpp"
#include "study/run.hpp"

#include <algorithm>

namespace tarazy {

const StudyFile& every_method_study() {
    static const StudyFile study =
        read_study_file(TARAZY_SOURCE_DIR "/src/analyses/testdata/every_method", all_methods());
    return study;
}

const StudyResult& every_method_result() {
    static const StudyResult result = run_study(every_method_study(), all_methods());
    return result;
}

RoleTables PreparedAnalysis::roles() const {
    RoleTables roles;
    for (const auto& [role, table] : tables) roles[role] = &table;
    return roles;
}

std::vector<ResultTable> PreparedAnalysis::compute() const {
    std::vector<ResultTable> found = method->compute(plan, roles());
    std::erase_if(found, [](const ResultTable& table) { return table.table.rows() == 0 && !table.name.empty(); });
    for (ResultTable& table : found) table.table = as_written(table.table);
    return found;
}

std::vector<PreparedAnalysis> every_analysis() {
    const StudyFile& study = every_method_study();
    std::map<std::string, LoadedData> data;
    for (const StudyData& each : study.data) data[each.key.text] = load_data(study, each);
    std::vector<PreparedAnalysis> all;
    for (const StudyAnalysis& analysis : study.analyses) {
        PreparedAnalysis prepared;
        prepared.method = find_method(all_methods(), analysis.method.text);
        prepared.plan = plan_analysis(study, analysis, study_frame(study), *prepared.method);
        for (const PlacedText& key : analysis.data) {
            const LoadedData& loaded = data.at(key.text);
            prepared.tables[loaded.role] = loaded.table;
        }
        all.push_back(std::move(prepared));
    }
    return all;
}

}  // namespace tarazy
