#include "study/study_status.hpp"

#include "base/build_identity.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/program_version.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "study/current_making.hpp"
#include "study/propositions.hpp"
#include "study/run.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

std::string digest_begin(const std::string& sha256) {
    return sha256.substr(0, 12);
}

std::string what_differs(const std::string& now, const std::string& then) {
    return "changed since the run: its SHA-256 begins " + digest_begin(now) + ", recorded was " + digest_begin(then);
}

/// Why what the program made may be another now; nothing when it is the same build.
std::optional<Change> changed_program(const Manifest& manifest) {
    if (manifest.build == build_identity()) return std::nullopt;
    if (manifest.run.version != program_version())
        return Change{"program", "made by tarazy " + manifest.run.version + ", this is " + program_version()};
    return Change{"program", "made by another build of tarazy " + manifest.run.version};
}

/// "the test 2 of 3: the comparison changed from > 0.5 to > 0.6"
void add_test_changes(std::vector<Change>& reasons, const std::vector<JudgedTest>& then,
                      const std::vector<JudgedTest>& now) {
    if (then.size() != now.size()) {
        reasons.push_back({"tests", "declared tests and methods asked: " + std::to_string(then.size()) + " then, " +
                                        std::to_string(now.size()) + " now"});
        return;
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        const auto differs = [&](const char* what, const std::string& before, const std::string& after) {
            if (before != after)
                reasons.push_back({"tests", "test " + std::to_string(i + 1) + ": the " + what + " changed from " +
                                                before + " to " + after});
        };
        differs("analysis", then[i].analysis, now[i].analysis);
        differs("quantity", then[i].quantity, now[i].quantity);
        differs("comparison", then[i].criterion, now[i].criterion);
        differs("part", std::string(to_string(then[i].part)), std::string(to_string(now[i].part)));
        differs("weight", number_text(then[i].weight), number_text(now[i].weight));
        if (then[i].absolute_because.en.empty() != now[i].absolute_because.en.empty())
            reasons.push_back({"tests", "test " + std::to_string(i + 1) + ": absolute_because was added or removed"});
    }
}

class StatusFinder {
public:
    StatusFinder(const StudyFile& study, Methods methods, const std::string& folder,
                 const std::optional<RecordedRun>& run, const Work& work)
        : study_(study), methods_(methods), folder_(folder), run_(run), making_(study, work) {
        if (run_) program_ = changed_program(run_->manifest);
    }

    StudyStatus find() {
        parts_.study_file = fs::path(study_.path).filename().string();
        add_files();
        for (const StudyAnalysis& analysis : study_.analyses) add_analysis(analysis);
        add_propositions();
        if (run_) add_written();
        status_.graph = study_graph(parts_);
        if (run_) spread();
        add_removed();
        return std::move(status_);
    }

private:
    PartStatus& add(const std::string& kind, const std::string& id) {
        status_.parts.push_back({kind, id, run_ ? Freshness::fresh : Freshness::not_run});
        return status_.parts.back();
    }

    static void stale(PartStatus& part, Change reason) {
        if (part.state == Freshness::fresh || part.state == Freshness::failed) part.state = Freshness::stale;
        part.reasons.push_back(std::move(reason));
    }

    void add_file(const std::string& key, const FileDigest& file) {
        const auto already =
            std::ranges::any_of(status_.parts, [&](const PartStatus& part) { return part.id == file.path; });
        if (already) return;
        PartStatus& part = add("file", file.path);
        if (!run_) return;
        const auto& inputs = run_->manifest.inputs;
        const auto of_key = std::ranges::find(inputs, key, &InputRecord::key);
        const auto recorded = std::ranges::find(inputs, file.path, &InputRecord::path);
        if (recorded == inputs.end()) {
            part.state = Freshness::not_run;
            if (of_key != inputs.end())
                part.reasons.push_back({"input", "the run read " + of_key->path + " in its place"});
        } else if (recorded->sha256 != file.sha256) {
            stale(part, {"input", what_differs(file.sha256, recorded->sha256)});
        }
    }

    void add_files() {
        add_file("study", {parts_.study_file, study_.sha256});
        for (const StudyData& data : study_.data) {
            if (!data.result.text.empty()) continue;
            const CurrentFiles files = making_.all_files_of(data);
            for (const FileDigest& file : files.files) add_file(data.key.text, file);
            if (files.missing.empty()) continue;
            PartStatus& part = add("file", making_.named(data));
            part.state = Freshness::missing;
            part.reasons.push_back({"input", files.missing});
        }
    }

    void add_analysis(const StudyAnalysis& analysis) {
        CurrentMaking now = making_.of(analysis, *find_method(methods_, analysis.method.text));
        PartStatus& part = add("analysis", analysis.id.text);
        if (run_) compare(part, analysis, now);
        if (!now.missing.empty()) {
            part.state = Freshness::missing;
            part.reasons.push_back({"input", now.missing});
        }
        if (!now.refusal.empty()) stale(part, {"input", "a run would refuse it: " + now.refusal});
        parts_.analyses.emplace_back(analysis.id.text, std::move(now.made));
    }

    void compare(PartStatus& part, const StudyAnalysis& analysis, const CurrentMaking& now) {
        if (!run_->result) return stale(part, {"record", "nothing says what it was made from"});
        const auto& analyses = run_->result->analyses;
        const auto then = std::ranges::find(analyses, analysis.id.text, &AnalysisResult::id);
        if (then == analyses.end()) {
            part.state = Freshness::not_run;
            return;
        }
        if (!then->failure.empty()) {
            part.state = Freshness::failed;
            part.reasons.push_back({"failure", then->failure});
        }
        if (then->method != analysis.method.text)
            return stale(part, {"method", "the method changed from " + then->method + " to " + analysis.method.text});
        if (now.missing.empty()) {
            for (Change& change : changes_between(then->made_from, now.made)) stale(part, std::move(change));
        }
        if (program_) stale(part, *program_);
    }

    void add_propositions() {
        const std::vector<JudgedProposition> declared = judge_propositions(study_, {});
        for (const JudgedProposition& now : declared) {
            PartStatus& part = add("proposition", now.id);
            std::vector<std::string> tested;
            for (const JudgedTest& test : now.tests) {
                if (!test.quantity.empty()) tested.push_back(test.analysis);
            }
            parts_.propositions.emplace_back(now.id, std::move(tested));
            if (!run_) continue;
            if (!run_->result) {
                stale(part, {"record", "nothing says what was tested"});
                continue;
            }
            const auto& propositions = run_->result->propositions;
            const auto then = std::ranges::find(propositions, now.id, &JudgedProposition::id);
            if (then == propositions.end()) {
                part.state = Freshness::not_run;
                continue;
            }
            std::vector<Change> changes;
            add_test_changes(changes, then->tests, now.tests);
            for (Change& change : changes) stale(part, std::move(change));
            if (program_) stale(part, *program_);
        }
    }

    /// Poles, codes and titles in words: what the pictures say beside their numbers.
    [[nodiscard]] bool words_changed(const FigureOrigin& figure) const {
        const auto same = [](const LocalText& a, const LocalText& b) {
            return a.en == b.en && a.kk == b.kk && a.ru == b.ru;
        };
        const StudyResult& then = *run_->result;
        const auto same_pole = [&](const StudyPole& now, const Pole& pole) {
            return now.id.text == pole.id && same(now.name, pole.name);
        };
        if (!std::ranges::equal(study_.poles, then.poles, same_pole)) return true;
        const auto same_word = [&](const auto& a, const auto& b) {
            return a.first == b.first && same(a.second, b.second);
        };
        if (!std::ranges::equal(study_.words, then.words, same_word)) return true;
        return std::ranges::any_of(study_.analyses, [&](const StudyAnalysis& now) {
            const auto of = std::ranges::find(then.analyses, now.id.text, &AnalysisResult::id);
            return of != then.analyses.end() &&
                   std::ranges::find(figure.analyses, now.id.text) != figure.analyses.end() &&
                   !same(now.title, of->title);
        });
    }

    void add_written() {
        parts_.figures = run_->figures;
        for (const FigureOrigin& figure : run_->figures) {
            PartStatus& part = add("figure", figure.id);
            if (words_changed(figure)) stale(part, {"words", "names of poles, words or titles changed"});
            if (program_) stale(part, *program_);
        }
        for (const OutputRecord& output : run_->manifest.outputs) {
            parts_.outputs.push_back(output.path);
            PartStatus& part = add("output", output.path);
            const std::string path = (fs::path(folder_) / output.path).string();
            std::error_code ignored;
            if (!fs::is_regular_file(path, ignored)) {
                part.state = Freshness::missing;
                part.reasons.push_back({"file", "is not there"});
            } else if (const std::string found = sha256_file(path); found != output.sha256) {
                stale(part, {"file", what_differs(found, output.sha256)});
            }
        }
    }

    /// What is made from something that is no longer fresh is not fresh, either. Of the study file and the data files
    /// it was looked at already what they change.
    void spread() {
        std::map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < status_.parts.size(); ++i)
            places[status_.parts[i].kind + ':' + status_.parts[i].id] = i;
        std::set<std::pair<std::string, std::string>> told;
        for (bool more = true; more;) {  // each round tells of one edge at least
            more = false;
            for (const GraphEdge& edge : status_.graph) {
                if (edge.kind == "settings" || edge.kind == "declared" || edge.kind == "read") continue;
                const auto from = places.find(edge.from), to = places.find(edge.to);
                if (from == places.end() || to == places.end()) continue;
                const PartStatus& cause = status_.parts[from->second];
                if (cause.state == Freshness::fresh || cause.state == Freshness::failed) continue;
                if (!told.insert({edge.from, edge.to}).second) continue;
                stale(status_.parts[to->second],
                      {cause.kind == "file" ? "study file" : cause.kind,
                       cause.kind + " '" + cause.id + "' is " + std::string(to_string(cause.state))});
                more = true;
            }
        }
    }

    /// What the run had and the study no longer has.
    void add_removed() {
        if (!run_ || !run_->result) return;
        const auto removed = [&](const std::string& kind, const std::string& id) {
            for (const PartStatus& part : status_.parts) {
                if (part.kind == kind && part.id == id) return;
            }
            status_.parts.push_back({kind, id, Freshness::stale, {{"study file", "is no longer in the study"}}});
        };
        for (const AnalysisResult& analysis : run_->result->analyses) removed("analysis", analysis.id);
        for (const JudgedProposition& proposition : run_->result->propositions) removed("proposition", proposition.id);
    }

    const StudyFile& study_;
    Methods methods_;
    const std::string& folder_;
    const std::optional<RecordedRun>& run_;
    StudyMaking making_;
    std::optional<Change> program_;
    StudyParts parts_;
    StudyStatus status_;
};

}  // namespace

std::string_view to_string(Freshness state) noexcept {
    switch (state) {
        case Freshness::fresh: return "fresh";
        case Freshness::stale: return "stale";
        case Freshness::failed: return "failed";
        case Freshness::missing: return "missing";
        case Freshness::not_run: return "not run";
    }
    return "stale";
}

bool StudyStatus::all_fresh() const noexcept {
    return std::ranges::all_of(parts, [](const PartStatus& part) { return part.state == Freshness::fresh; });
}

StudyStatus study_status(const StudyFile& study, Methods methods, const std::string& folder,
                         const std::optional<RecordedRun>& run, const Work& work) {
    return StatusFinder(study, methods, folder, run, work).find();
}

Table status_table(const StudyStatus& status) {
    TableRows rows(TextColumn{"kind"}, TextColumn{"id"}, TextColumn{"state"}, ListColumn{"because"}, ListColumn{"why"});
    for (const PartStatus& part : status.parts) {
        std::vector<std::string> because, why;
        for (const Change& reason : part.reasons) {
            if (std::ranges::find(because, reason.kind) == because.end()) because.push_back(reason.kind);
            why.push_back(reason.what);
        }
        rows.add(part.kind, part.id, to_string(part.state), because, why);
    }
    return rows.table();
}

}  // namespace tarazy
