#include "study/universe_analyses.hpp"

#include "base/error.hpp"
#include "base/ranks.hpp"
#include "study/analysis_run.hpp"
#include "study/criterion.hpp"
#include "study/data_reading.hpp"
#include "study/other_readings.hpp"
#include "study/run.hpp"
#include "study/tested_claims.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>

namespace tarazy {
namespace {

/// Data of any universe, each read when first needed and once.
class UniverseData {
public:
    explicit UniverseData(Work work) : work_(std::move(work)) {}

    const LoadedData& load(const StudyFile& study, const StudyData& data) {
        std::string name =
            data.key.text + '\n' + data.role.text + '\n' + data.fallback.text + '\n' + reading_text(data.reading);
        for (const PlacedText& file : data.files) name += '\n' + file.text;
        for (const auto& [ours, theirs] : data.columns) name += '\n' + ours + '=' + theirs.text;
        for (const PlacedText& source : data.sources) name += "\nsource " + source.text;
        Slot* slot = nullptr;
        {
            const std::scoped_lock one_at_a_time(adding_);
            std::unique_ptr<Slot>& of_name = slots_[name];
            if (!of_name) of_name = std::make_unique<Slot>();
            slot = of_name.get();
        }
        const std::scoped_lock reading(slot->reading);
        if (!slot->read) {
            slot->data = load_data(study, data, false, work_.unheard());
            slot->read = true;
        }
        return slot->data;
    }

private:
    struct Slot {
        std::mutex reading;
        bool read = false;
        LoadedData data;
    };
    Work work_;
    std::mutex adding_;
    std::map<std::string, std::unique_ptr<Slot>> slots_;
};

/// Whether a test of `tested` reads the claim: the number, where it stands, or the same of a comparison state.
bool is_read(const Claim& claim, const std::vector<ClaimParts>& tested) {
    ClaimParts parts = claim.parts;
    parts.state.clear();
    for (const Scale scale : {Scale::standing, Scale::rank}) {
        const std::string_view prefix = quantity_prefix(scale);
        if (parts.quantity.starts_with(prefix)) parts.quantity.erase(0, prefix.size());
    }
    return std::ranges::find(tested, parts) != tested.end();
}

/// Leaves what tests and other analyses read.
void keep_what_is_read(AnalysisResult& result, const std::vector<std::string>& quantities,
                       const std::set<std::string>& tables) {
    std::vector<ClaimParts> tested;
    for (const std::string& quantity : quantities) {
        if (const Claim* claim = claim_of_quantity(result, quantity)) tested.push_back(claim->parts);
    }
    std::erase_if(result.claims, [&](const Claim& claim) { return !is_read(claim, tested); });
    result.claims.shrink_to_fit();
    std::erase_if(result.tables, [&](const ResultTable& table) {
        return table.name != readings_table && !tables.contains(table.name);
    });
}

class UniverseRunner {
public:
    UniverseRunner(const StudyFile& study, Methods methods, const ChoiceTouch& touch,
                   const UniverseAnalysesOptions& options)
        : study_(study), methods_(methods), touch_(touch), options_(options), data_(options.work) {
        for (const StudyData& data : study.data) {
            if (!data.result.text.empty()) tables_read_.insert(data.table);
        }
        for (const StudyChoice& choice : study.choices) {
            for (const ChoiceAlternative& alternative : choice.alternatives) {
                for (const StudyOverride& one : alternative.set)
                    if (one.path.ends_with(".table")) tables_read_.insert(one.value.text);
            }
        }
    }

    UniverseAnalyses run(const std::vector<AnalysisPick>& wanted) {
        for (const AnalysisPick& one : wanted) want(one.first, one.second);
        std::vector<std::vector<AnalysisPick>> levels;
        for (const auto& [pick, nothing] : found_) {
            const std::size_t level = level_of(pick.first);
            if (levels.size() <= level) levels.resize(level + 1);
            levels[level].push_back(pick);
        }
        std::size_t most = 0;
        for (const std::vector<AnalysisPick>& level : levels) most = std::max(most, level.size());
        check_ranks(ranks_in_step(), most, "analyses that can be computed side by side");
        for (const std::vector<AnalysisPick>& level : levels) run_level(level);
        return std::move(found_);
    }

private:
    void want(std::size_t analysis, const Picked& picked) {
        if (!found_.try_emplace({analysis, picked_of(touch_.analyses[analysis], picked)}).second) return;
        for (const std::size_t read : touch_.reads[analysis]) {
            read_.insert(read);
            want(read, picked);
        }
    }

    /// 0 for an analysis of data alone. Results are read from analyses further up, so that this ends.
    [[nodiscard]] std::size_t level_of(std::size_t analysis) const {
        std::size_t level = 0;
        for (const std::size_t read : touch_.reads[analysis]) level = std::max(level, level_of(read) + 1);
        return level;
    }

    /// Each process computes its part and leaves the tables in the folder that all share; then it takes up the others'.
    void run_level(const std::vector<AnalysisPick>& level) {
        std::vector<UniverseAnalysis*> results;
        for (const AnalysisPick& pick : level) results.push_back(&found_.at(pick));
        std::vector<char> done(level.size(), 0);
        const auto run_one = [&](std::size_t i, bool many) {
            *results[i] = run_analysis(level[i], many ? 1 : options_.threads);
            done[i] = 1;
        };
        const ReplicateBlocks each{level.size(), level.size()};
        (void)spread_replicates(each, 1, options_.threads, options_.work, "analyses of the universes",
                                [&](std::size_t begin, std::size_t, std::span<double> out, WorkStep& step) {
                                    const ApartFromRanks apart;
                                    run_one(begin, level.size() > 1);
                                    out[0] = 1;
                                    step.advance();
                                });
        for (std::size_t i = 0; i < level.size(); ++i) {
            const ApartFromRanks apart;
            if (done[i] == 0) run_one(i, false);
        }
    }

    UniverseAnalysis run_analysis(const AnalysisPick& pick, unsigned threads) {
        const StudyFile study = study_under(study_, pick.second, methods_);
        const StudyAnalysis& analysis = study.analyses[pick.first];
        StudyFrame frame = study_frame(study, threads);
        frame.work = options_.work.unheard();
        frame.once = once_;
        const Method& method = *find_method(methods_, analysis.method.text);
        AnalysisTask task{&study, &analysis, &method, plan_analysis(study, analysis, frame, method)};
        task.plan.claims_only = !read_.contains(pick.first);
        UniverseAnalysis found;
        found.result.id = task.plan.id;
        found.result.method = method.id;
        std::vector<std::unique_ptr<LoadedData>> of_results;
        try {
            for (const PlacedText& key : analysis.data) {
                const StudyData& data = data_called(study, key.text);
                if (data.result.text.empty()) {
                    task.data.push_back(&data_.load(study, data));
                } else {
                    const UniverseAnalysis& read = found_.at(result_read(study, data, pick.second));
                    if (!read.result.failure.empty()) {
                        found.result.failure = "the analysis '" + read.result.id + "', whose result it reads, has none";
                        found.refused = read.refused;
                        return found;
                    }
                    of_results.push_back(std::make_unique<LoadedData>());
                    LoadedData& loaded = *of_results.back();
                    loaded.key = data.key.text;
                    loaded.role = data.role.text;
                    loaded.state = DataState::raw;
                    loaded.table = table_of_result(study, data, read.result);
                    task.data.push_back(&loaded);
                }
                task.plan.from_shipped_table =
                    task.plan.from_shipped_table || task.data.back()->state == DataState::folder;
            }
            found.result.tables = task.plan.from_shipped_table ? shipped_tables(task).tables
                                                               : computed_tables(task, options_.cache_folder).tables;
            add_claims(found.result, task);
        } catch (const InputError& error) {
            found.result.failure = error.problems().front().what;
            found.result.claims.clear();
            found.refused = true;
        }
        keep_what_is_read(found.result, task.plan.tested, tables_read_);
        return found;
    }

    AnalysisPick result_read(const StudyFile& study, const StudyData& data, const Picked& picked) const {
        const auto at =
            std::ranges::find(study.analyses, data.result.text, [](const StudyAnalysis& one) { return one.id.text; });
        const auto analysis = static_cast<std::size_t>(at - study.analyses.begin());
        return {analysis, picked_of(touch_.analyses[analysis], picked)};
    }

    const StudyFile& study_;
    Methods methods_;
    const ChoiceTouch& touch_;
    const UniverseAnalysesOptions& options_;
    UniverseData data_;
    std::shared_ptr<ComputedOnce> once_ = std::make_shared<ComputedOnce>();
    std::set<std::string> tables_read_;  ///< names of tables that other analyses read, under any alternative
    std::set<std::size_t> read_;         ///< analyses whose tables others read
    UniverseAnalyses found_;
};

}  // namespace

Picked picked_of(const ChoiceSet& choices, const Picked& picked) {
    Picked own(picked.size(), 0);
    for (const std::size_t choice : choices) own[choice] = picked[choice];
    return own;
}

UniverseAnalyses compute_universe_analyses(const StudyFile& study, Methods methods, const ChoiceTouch& touch,
                                           const std::vector<AnalysisPick>& wanted,
                                           const UniverseAnalysesOptions& options) {
    return UniverseRunner(study, methods, touch, options).run(wanted);
}

}  // namespace tarazy
