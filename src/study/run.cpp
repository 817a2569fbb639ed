#include "study/run.hpp"

#include "base/error.hpp"
#include "base/program_version.hpp"
#include "base/sha256.hpp"
#include "base/too_little_data.hpp"
#include "io/write_table.hpp"
#include "study/analysis_cache.hpp"
#include "study/analysis_run.hpp"
#include "study/claim_cells.hpp"
#include "study/contradictions.hpp"
#include "study/data_files.hpp"
#include "study/data_reading.hpp"
#include "study/made_from.hpp"
#include "study/method.hpp"
#include "study/multiverse_record.hpp"
#include "study/propositions.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

class Runner {
public:
    Runner(const StudyFile& study, Methods methods, const RunOptions& options)
        : study_(study),
          methods_(methods),
          options_(options),
          frame_(study_frame(study, options.threads, options.folder)) {
        frame_.once = std::make_shared<ComputedOnce>();
    }

    StudyResult run() {
        start_result();
        load_all_data();
        const std::vector<const StudyAnalysis*> chosen = chosen_analyses();
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            frame_.work = begun("analysis", i, chosen.size(), chosen[i]->id.text);
            run_analysis(*chosen[i]);
        }
        // A run of some analyses knows nothing of what the others keep.
        if (!options_.cache_folder.empty() && options_.analyses.empty())
            prune_cache(options_.cache_folder, cache_keys_);
        if (options_.judge) {
            result_.propositions = judge_propositions(study_, result_.analyses);
            result_.contradictions = contradictions();
            result_.multiverse = multiverse();
        }
        return std::move(result_);
    }

private:
    /// The work of "analysis votes (3 of 12)", told as begun. @throws Interrupted
    [[nodiscard]] Work begun(const char* kind, std::size_t number, std::size_t count, const std::string& name) const {
        const Work part = options_.work.part(std::string(kind) + ' ' + name + " (" + std::to_string(number + 1) +
                                             " of " + std::to_string(count) + ")");
        part.check();
        part.tell({});
        return part;
    }

    /// Those asked for and those whose results they read, in the order of the study file.
    [[nodiscard]] std::vector<const StudyAnalysis*> chosen_analyses() const {
        std::set<std::string> wanted = options_.analyses;
        std::vector<const StudyAnalysis*> chosen;
        for (std::size_t i = study_.analyses.size(); i-- > 0;) {
            const StudyAnalysis& analysis = study_.analyses[i];
            if (!options_.analyses.empty() && !wanted.contains(analysis.id.text)) continue;
            chosen.insert(chosen.begin(), &analysis);
            for (const PlacedText& key : analysis.data) wanted.insert(declared(key.text).result.text);
        }
        return chosen;
    }

    void start_result() {
        result_.id = study_.id.text;
        result_.version = program_version();
        result_.focus = study_.focus.text;
        result_.seed = study_.seed;
        result_.title = study_.title;
        result_.first_year = study_.first_year;
        result_.last_year = study_.last_year;
        result_.poles = frame_.poles;
        result_.comparison = frame_.comparison;
        for (const StudySource& source : study_.sources) result_.sources.push_back(source.entry);
        result_.words = study_.words;
        result_.command = frame_.command;
        result_.folder = frame_.folder;
    }

    void load_all_data() {
        for (std::size_t i = 0; i < study_.data.size(); ++i) {
            const StudyData& data = study_.data[i];
            if (!data.result.text.empty()) continue;  // it comes from an analysis
            const Work work = begun("data", i, study_.data.size(), data.key.text);
            LoadedData loaded = load_data(study_, data, options_.shipped.contains(data.key.text), work);
            result_.data.insert(result_.data.end(), loaded.uses.begin(), loaded.uses.end());
            data_[data.key.text] = std::move(loaded);
        }
    }

    [[nodiscard]] const StudyData& declared(const std::string& key) const { return data_called(study_, key); }

    void run_analysis(const StudyAnalysis& analysis) {
        const Method& method = *find_method(methods_, analysis.method.text);
        AnalysisTask task{&study_, &analysis, &method, plan_analysis(study_, analysis, frame_, method)};
        AnalysisPlan& plan = task.plan;
        if (!options_.judge) plan.tested.clear();
        bool renamed = false;
        const AnalysisResult* without_result = nullptr;
        for (const PlacedText& key : analysis.data) {
            if (!declared(key.text).result.text.empty()) {
                renamed = true;
                const AnalysisResult& read = result_read(declared(key.text));
                if (!read.failure.empty()) without_result = &read;
            }
            task.data.push_back(&data_.at(key.text));
            plan.from_shipped_table = plan.from_shipped_table || data_.at(key.text).state == DataState::folder;
            renamed = renamed || !declared(key.text).columns.empty() ||
                      reading_text(declared(key.text).reading) != reading_text({});
        }
        AnalysisResult found;
        found.id = plan.id;
        found.method = method.id;
        found.title = analysis.title;
        found.parameters = plan.parameters.json();
        found.limits = analysis.limits;
        found.from_shipped_table = plan.from_shipped_table;
        found.made_from = made_from(study_, analysis, method, plan,
                                    [&](const StudyData& data) { return files_read(analysis, data); });
        if (without_result != nullptr) {
            found.failure = "the analysis '" + without_result->id + "', whose result it reads, has none";
            found.command = only_command(frame_, plan.id);
            result_.analyses.push_back(std::move(found));
            plans_.push_back(std::move(plan));
            return;
        }
        try {
            found.tables = plan.from_shipped_table ? tables_shipped(task) : tables_computed(task);
            add_claims(found, task);
        } catch (const TooLittleData& error) {
            found.tables.clear();
            found.claims.clear();
            found.failure = to_string(error.problems().front());
        }
        for (Claim& claim : found.claims) claim.inputs = followed_inputs(claim.inputs);
        require_own_names(analysis, found.claims);
        // A command on the raw files is of no use to somebody who has none, or whose columns are called otherwise.
        if (method.command != nullptr && !plan.from_shipped_table && !renamed) found.command = method.command(plan);
        if (found.command.empty()) {
            found.command = only_command(frame_, plan.id);
            for (Claim& claim : found.claims) claim.reproduce = found.command;
        }
        result_.analyses.push_back(std::move(found));
        plans_.push_back(std::move(plan));
    }

    /// Loads the table of an earlier analysis as data. @returns that analysis
    const AnalysisResult& result_read(const StudyData& data) {
        const AnalysisResult& read = *std::ranges::find(result_.analyses, data.result.text, &AnalysisResult::id);
        LoadedData loaded;
        loaded.key = data.key.text;
        loaded.role = data.role.text;
        loaded.state = DataState::raw;
        if (read.failure.empty()) loaded.table = table_of_result(study_, data, read);
        data_[data.key.text] = std::move(loaded);
        return read;
    }

    /// A number made from another analysis' result leads back to the files which that one read.
    [[nodiscard]] std::vector<InputUse> followed_inputs(const std::vector<InputUse>& inputs) const {
        std::vector<InputUse> followed;
        const auto add = [&](InputUse use) {
            const auto same = [&](const InputUse& other) { return other.key == use.key && other.rows == use.rows; };
            if (std::ranges::none_of(followed, same)) followed.push_back(std::move(use));
        };
        for (const InputUse& input : inputs) {
            const auto data = std::ranges::find(study_.data, input.key, [](const StudyData& d) { return d.key.text; });
            if (data == study_.data.end() || data->result.text.empty()) {
                add(input);
                continue;
            }
            std::vector<InputUse> behind;
            const auto plan = std::ranges::find(plans_, data->result.text, &AnalysisPlan::id);
            for (const AnalysisInput& one : plan->inputs) behind.push_back({one.key, ""});
            for (InputUse& use : followed_inputs(behind)) {
                use.rows = "through the result of " + data->result.text + (input.rows.empty() ? "" : ": " + input.rows);
                add(std::move(use));
            }
        }
        return followed;
    }

    [[nodiscard]] std::vector<Contradiction> contradictions() const {
        std::vector<SharedClaim> shared;
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            const AnalysisResult& analysis = result_.analyses[i];
            const Method& method = *find_method(methods_, analysis.method);
            if (method.shared_measure == nullptr) continue;
            for (const Claim& claim : analysis.claims) {
                if (auto measure = method.shared_measure(plans_[i], claim))
                    shared.push_back({*std::move(measure), &claim});
            }
        }
        return find_contradictions(shared);
    }

    /// What was kept of the study's multiverse, and the files it was read from.
    [[nodiscard]] std::optional<StudyMultiverse> multiverse() {
        std::optional<StudyMultiverse> kept = kept_multiverse(study_, methods_);
        if (kept && kept->stale.empty()) {
            for (DataUse& use : multiverse_uses(study_, *kept)) result_.data.push_back(std::move(use));
        }
        return kept;
    }

    /// Two numbers of one name cannot be told apart by whoever follows one back.
    void require_own_names(const StudyAnalysis& analysis, const std::vector<Claim>& claims) const {
        std::set<std::string> seen;
        Diagnostics diagnostics;
        for (const Claim& claim : claims) {
            if (seen.insert(claim.id).second) continue;
            diagnostics.add({study_.path, analysis.id.place.line, analysis.id.place.column,
                             "two numbers of the analysis would have the name '" + claim.id + "'",
                             "look for a state, year or name that its data hold twice"});
        }
        diagnostics.throw_if_any();
    }

    /// What the analysis reads of a data key, digest by digest.
    [[nodiscard]] std::vector<FileDigest> files_read(const StudyAnalysis& analysis, const StudyData& data) const {
        const LoadedData& loaded = data_.at(data.key.text);
        if (!data.result.text.empty()) return {{data.table, sha256_hex(to_csv(loaded.table))}};
        const bool shipped = loaded.state == DataState::folder;
        std::vector<FileDigest> files;
        for (const DataUse& use : shipped ? read_shipped_tables(study_, data, analysis.id.text).files : loaded.uses)
            files.push_back({use.path, use.sha256});
        return files;
    }

    std::vector<ResultTable> tables_computed(const AnalysisTask& task) {
        ComputedTables computed = computed_tables(task, options_.cache_folder);
        if (!computed.kept_as.empty()) cache_keys_.push_back(std::move(computed.kept_as));
        return std::move(computed.tables);
    }

    std::vector<ResultTable> tables_shipped(const AnalysisTask& task) {
        ShippedTables shipped = shipped_tables(task);
        for (DataUse& use : shipped.files) {
            const auto same = [&](const DataUse& other) { return other.key == use.key && other.path == use.path; };
            if (std::ranges::none_of(result_.data, same)) result_.data.push_back(std::move(use));
        }
        return std::move(shipped.tables);
    }

    const StudyFile& study_;
    Methods methods_;
    const RunOptions& options_;
    StudyFrame frame_;
    StudyResult result_;
    std::map<std::string, LoadedData> data_;
    std::vector<AnalysisPlan> plans_;  ///< of result_.analyses
    std::vector<std::string> cache_keys_;
};

/// How a command typed in the project's folder calls the study: "studies/kazakhstan". The name does not depend on where
/// the run is started, so that equal studies give equal bytes.
std::string shown_folder(const StudyFile& study) {
    const fs::path folder = fs::weakly_canonical(fs::absolute(study.folder));
    const std::string parent = folder.parent_path().filename().string();
    const std::string name = folder.filename().string();
    return parent == "studies" || parent == "examples" ? parent + '/' + name : name;
}

}  // namespace

std::string run_command(const StudyFile& study, const std::string& folder) {
    const std::string file = fs::path(study.path).filename().string();
    return "tarazy study run " +
           shell_word((folder.empty() ? shown_folder(study) : folder) + (file == "study.toml" ? "" : '/' + file));
}

std::string only_command(const StudyFrame& frame, const std::string& analysis) {
    return frame.command + " --only " + shell_word(analysis);
}

StudyFrame study_frame(const StudyFile& study, unsigned threads, const std::string& folder) {
    StudyFrame frame;
    frame.focus = study.focus.text;
    for (const PlacedText& state : study.comparison) frame.comparison.push_back(state.text);
    for (const StudyPole& pole : study.poles) {
        Pole shown{pole.id.text, pole.name, {}};
        for (const PlacedText& member : pole.members) shown.members.push_back(member.text);
        frame.poles.push_back(std::move(shown));
    }
    frame.years = {study.first_year, study.last_year};
    frame.seed = study.seed;
    frame.threads = threads;
    frame.folder = folder.empty() ? shown_folder(study) : folder;
    frame.command = run_command(study, folder);
    return frame;
}

AnalysisPlan plan_analysis(const StudyFile& study, const StudyAnalysis& analysis, const StudyFrame& frame,
                           const Method& method) {
    AnalysisPlan plan;
    plan.id = analysis.id.text;
    plan.frame = frame;
    for (const StudyProposition& proposition : study.propositions) {
        for (const DeclaredTest& test : proposition.tests) {
            if (test.analysis.text == plan.id &&
                std::ranges::find(plan.tested, test.quantity.text) == plan.tested.end())
                plan.tested.push_back(test.quantity.text);
        }
    }
    StudyProblems none{study.path, {}, {}};  // the parameters were checked when the file was read
    plan.parameters = read_parameters(analysis.parameters, method.parameters, method.id, none);
    for (const PlacedText& key : analysis.data) {
        const StudyData& data = *std::ranges::find(study.data, key.text, [](const StudyData& d) { return d.key.text; });
        AnalysisInput input{data.role.text, data.key.text, {}};
        for (const PlacedText& file : data.files) {
            const std::string path = recorded_path(study, file.text);
            const bool relative = !path.starts_with('$') && !fs::path(path).is_absolute();
            input.files.push_back(relative ? frame.folder + '/' + path : path);
        }
        plan.inputs.push_back(std::move(input));
    }
    return plan;
}

StudyResult run_study(const StudyFile& study, Methods methods, const RunOptions& options) {
    return Runner(study, methods, options).run();
}

}  // namespace tarazy
