#include "analyses/every_method_test.hpp"

#include "analyses/all_methods.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "study/run.hpp"

#include <algorithm>
#include <stdexcept>

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

PreparedAnalysis prepared_analysis(const std::string& id) {
    for (const PreparedAnalysis& analysis : every_analysis())
        if (analysis.plan.id == id) return analysis;
    throw std::logic_error("no analysis '" + id + "'");
}

Table edited(const Table& table, const std::string& from, const std::string& to) {
    std::string csv = to_csv(table);
    const std::size_t at = csv.find(from);
    if (at == std::string::npos) throw std::logic_error("'" + from + "' is not in the table");
    return read_csv(csv.replace(at, from.size(), to), "edited.csv");
}

StudyResult with_computed(const std::vector<PreparedAnalysis>& analyses) {
    StudyResult result = every_method_result();
    result.analyses.clear();
    for (const PreparedAnalysis& prepared : analyses) {
        AnalysisResult analysis =
            *std::ranges::find(every_method_result().analyses, prepared.plan.id, &AnalysisResult::id);
        analysis.tables = prepared.compute();
        analysis.claims = prepared.method->claims(prepared.plan, analysis.tables);
        result.analyses.push_back(std::move(analysis));
    }
    return result;
}

}  // namespace tarazy
