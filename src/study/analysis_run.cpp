#include "study/analysis_run.hpp"

#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "io/write_table.hpp"
#include "study/analysis_cache.hpp"
#include "study/data_reading.hpp"
#include "study/empty_result.hpp"
#include "study/other_readings.hpp"
#include "study/provenance.hpp"
#include "study/result_tables.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<std::string> digests_of(const AnalysisTask& task, const LoadedData& data) {
    std::vector<std::string> digests;
    const StudyData& declared = data_called(*task.study, data.key);
    for (const DataUse& use : data.uses) digests.push_back(use.role + ' ' + use.sha256);
    for (const auto& [ours, theirs] : declared.columns) digests.push_back(ours + '=' + theirs.text);
    digests.push_back("read " + reading_text(declared.reading));
    if (!declared.result.text.empty()) digests.push_back("result " + data.role + ' ' + sha256_hex(to_csv(data.table)));
    return digests;
}

}  // namespace

const StudyData& data_called(const StudyFile& study, const std::string& key) {
    return *std::ranges::find(study.data, key, [](const StudyData& data) { return data.key.text; });
}

RoleTables tables_by_role(const AnalysisTask& task) {
    RoleTables tables;
    for (const LoadedData* data : task.data) tables[data->role] = &data->table;
    return tables;
}

ComputedTables computed_tables(const AnalysisTask& task, const std::string& cache_folder) {
    const Method& method = *task.method;
    const RoleTables data = tables_by_role(task);
    AnalysisPlan plan = task.plan;
    std::vector<std::string> digests;
    for (std::size_t i = 0; i < task.data.size(); ++i) {
        const std::vector<std::string> own = digests_of(task, *task.data[i]);
        plan.inputs[i].digest = joined(own, "\n");
        digests.insert(digests.end(), own.begin(), own.end());
    }
    ComputedTables computed;
    const bool cached = method.cached && !cache_folder.empty();
    if (cached) {
        computed.kept_as = cache_key(method, plan, digests);
        if (auto kept = read_cache(cache_folder, computed.kept_as)) {
            computed.tables = std::move(*kept);
            return computed;
        }
    }
    std::vector<ResultTable>& tables = computed.tables;
    tables = method.compute(plan, data);
    plan.frame.work.check();
    if (method.other_readings != nullptr && !plan.tested.empty()) {
        tables.push_back({readings_table, method.other_readings(plan, data)});
        if (tables.back().table.rows() == 0)
            add_notes(tables, {"no other reading of a single entry could be tried: the data name none. Verdicts on "
                               "these numbers are as sure as each entry is"});
    }
    if (method.lacking != nullptr) add_notes(tables, method.lacking(plan, tables));
    std::erase_if(tables, [](const ResultTable& table) { return table.table.rows() == 0 && !table.name.empty(); });
    for (ResultTable& table : tables) table.table = as_written(table.table);
    if (cached) write_cache(cache_folder, computed.kept_as, tables);
    return computed;
}

ShippedTables shipped_tables(const AnalysisTask& task) {
    ShippedTables all;
    std::vector<DataUse> present;
    for (const LoadedData* data : task.data) {
        if (data->state == DataState::raw) present.insert(present.end(), data->uses.begin(), data->uses.end());
    }
    for (const LoadedData* data : task.data) {
        if (data->state != DataState::folder) continue;
        const StudyData& declared = data_called(*task.study, data->key);
        ShippedTables shipped = read_shipped_tables(*task.study, declared, task.analysis->id.text);
        require_same_making(*task.study, declared, task.plan, shipped.files, present);
        all.files.insert(all.files.end(), shipped.files.begin(), shipped.files.end());
        if (all.tables.empty()) all.tables = std::move(shipped.tables);
    }
    return all;
}

void add_claims(AnalysisResult& found, const AnalysisTask& task) {
    found.claims = task.method->claims(task.plan, found.tables);
    if (!is_empty_result(*task.method, task.plan, found.claims)) return;
    found.failure =
        why_empty(*task.method, task.plan, task.plan.from_shipped_table ? RoleTables{} : tables_by_role(task));
    found.claims.clear();
}

}  // namespace tarazy
