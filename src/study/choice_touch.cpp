#include "study/choice_touch.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/analysis_cache.hpp"
#include "study/analysis_run.hpp"
#include "study/data_files.hpp"
#include "study/data_reading.hpp"
#include "study/provenance.hpp"
#include "study/run.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tarazy {
namespace {

std::string files_text(const StudyData& data) {
    return joined(data.files, ",", [](const PlacedText& file) { return file.text; });
}

/// What decides the numbers of an analysis, as text, with what it reads of which it is not known yet.
struct AnalysisSays {
    std::string all;
    std::string to_ship;      ///< the part that its shipped tables hold; empty where none stand in
    std::string shipped_key;  ///< the data key for which they do
};

AnalysisSays said_by(const StudyFile& study, const StudyAnalysis& analysis, const StudyFrame& frame, Methods methods) {
    const Method& method = *find_method(methods, analysis.method.text);
    const AnalysisPlan plan = plan_analysis(study, analysis, frame, method);
    std::vector<std::string> inputs;
    AnalysisSays says;
    std::string files;
    for (const PlacedText& key : analysis.data) {
        const StudyData& data = data_called(study, key.text);
        const DataPlace place = data.result.text.empty() ? find_data(study, data) : DataPlace{};
        std::string text = key.text + ' ' + data.role.text + ' ' + files_text(data) + ' ' + data.fallback.text + ' ' +
                           data.result.text + ' ' + data.table + ' ' + reading_text(data.reading);
        for (const auto& [ours, theirs] : data.columns) text += ' ' + ours + '=' + theirs.text;
        if (data.result.text.empty() && place.state == DataState::folder) says.shipped_key = key.text;
        inputs.push_back(std::move(text));
    }
    for (const std::string& quantity : plan.tested) inputs.push_back("tested " + quantity);
    says.all = analysis.id.text + '\n' + cache_key(method, plan, inputs);
    if (!says.shipped_key.empty()) says.to_ship = settings_of(plan) + joined(inputs, "\n");
    return says;
}

/// What a test declares, as far as its result hangs on it.
std::string said_by(const DeclaredTest& test) {
    return test.analysis.text + '\n' + test.quantity.text + '\n' + test.criterion_text.text + '\n' +
           number_text(test.weight) + '\n' + std::string(to_string(test.part)) +
           (test.absolute_because.en.empty() ? "" : " absolute");
}

/// Everything of one study that is compared.
struct StudySays {
    std::vector<AnalysisSays> analyses;
    std::vector<std::vector<std::string>> tests;  ///< by proposition
    std::vector<std::string> propositions;        ///< what else decides a verdict: methods that should be heard
};

std::size_t place_of_analysis(const StudyFile& study, const std::string& id) {
    return static_cast<std::size_t>(
        std::ranges::find(study.analyses, id, [](const StudyAnalysis& one) { return one.id.text; }) -
        study.analyses.begin());
}

class TouchFinder {
public:
    TouchFinder(const StudyFile& study, Methods methods) : study_(study), methods_(methods) {
        const std::size_t analyses = study.analyses.size(), propositions = study.propositions.size();
        touch_.analyses.resize(analyses);
        touch_.reads.resize(analyses);
        touch_.declarations.resize(propositions);
        touch_.propositions.resize(propositions);
        touch_.tested.resize(propositions);
        for (const StudyProposition& proposition : study.propositions)
            touch_.tests.emplace_back(proposition.tests.size());
    }

    ChoiceTouch find() {
        const StudySays own = read(study_);
        Picked picked(study_.choices.size(), 0);
        for (std::size_t c = 0; c < study_.choices.size(); ++c) {
            touch_.alternatives.push_back({0});
            for (std::size_t a = 1; a < study_.choices[c].alternatives.size(); ++a) {
                picked[c] = a;
                compare(own, read(study_under(study_, picked, methods_)), c, a);
            }
            picked[c] = 0;
        }
        follow_results();
        for (std::size_t p = 0; p < study_.propositions.size(); ++p) join_tested(p);
        return std::move(touch_);
    }

private:
    static void add(ChoiceSet& set, std::size_t choice) {
        const auto at = std::ranges::lower_bound(set, choice);
        if (at == set.end() || *at != choice) set.insert(at, choice);
    }
    static void add_all(ChoiceSet& set, const ChoiceSet& others) {
        for (const std::size_t choice : others) add(set, choice);
    }

    /// What the study says; what reads and tests what is remembered, under whichever alternative it does.
    StudySays read(const StudyFile& study) {
        StudySays says;
        const StudyFrame frame = study_frame(study);
        for (std::size_t a = 0; a < study.analyses.size(); ++a) {
            says.analyses.push_back(said_by(study, study.analyses[a], frame, methods_));
            for (const PlacedText& key : study.analyses[a].data) {
                const std::string& result = data_called(study, key.text).result.text;
                if (!result.empty()) add(touch_.reads[a], place_of_analysis(study, result));
            }
        }
        for (std::size_t p = 0; p < study.propositions.size(); ++p) {
            std::string& text = says.propositions.emplace_back();
            for (const PlacedText& method : study.propositions[p].methods) text += method.text + ' ';
            std::vector<std::string>& tests = says.tests.emplace_back();
            for (std::size_t t = 0; t < study.propositions[p].tests.size(); ++t) {
                const DeclaredTest& test = study.propositions[p].tests[t];
                const std::size_t analysis = place_of_analysis(study, test.analysis.text);
                tests.push_back(said_by(test));
                text += study.analyses[analysis].method.text + ' ';
                add(touch_.tested[p], analysis);
                tested_by_[{p, t}].insert(analysis);
            }
        }
        return says;
    }

    void compare(const StudySays& own, const StudySays& other, std::size_t choice, std::size_t alternative) {
        for (std::size_t a = 0; a < own.analyses.size(); ++a) {
            const AnalysisSays& says = other.analyses[a];
            if (says.to_ship.empty() || says.to_ship == own.analyses[a].to_ship) continue;
            touch_.left_out.push_back({choice, alternative,
                                       "the analysis '" + study_.analyses[a].id.text +
                                           "' would have to be computed anew, and of its data '" + says.shipped_key +
                                           "' only results are here"});
            return;
        }
        touch_.alternatives[choice].push_back(alternative);
        for (std::size_t a = 0; a < own.analyses.size(); ++a) {
            if (own.analyses[a].all != other.analyses[a].all) add(touch_.analyses[a], choice);
        }
        for (std::size_t p = 0; p < own.tests.size(); ++p) {
            if (own.propositions[p] != other.propositions[p]) add(touch_.declarations[p], choice);
            for (std::size_t t = 0; t < own.tests[p].size(); ++t) {
                if (own.tests[p][t] == other.tests[p][t]) continue;
                add(touch_.tests[p][t], choice);
                add(touch_.declarations[p], choice);
            }
        }
    }

    /// Results are read from analyses that stand further up.
    void follow_results() {
        for (std::size_t a = 0; a < touch_.analyses.size(); ++a) {
            for (const std::size_t read : touch_.reads[a]) add_all(touch_.analyses[a], touch_.analyses[read]);
        }
    }

    void join_tested(std::size_t p) {
        touch_.propositions[p] = touch_.declarations[p];
        for (const std::size_t analysis : touch_.tested[p]) add_all(touch_.propositions[p], touch_.analyses[analysis]);
        for (std::size_t t = 0; t < touch_.tests[p].size(); ++t) {
            for (const std::size_t analysis : tested_by_[{p, t}])
                add_all(touch_.tests[p][t], touch_.analyses[analysis]);
        }
    }

    const StudyFile& study_;
    Methods methods_;
    ChoiceTouch touch_;
    std::map<std::pair<std::size_t, std::size_t>, std::set<std::size_t>> tested_by_;
};

}  // namespace

ChoiceTouch touched_by_choices(const StudyFile& study, Methods methods) {
    return TouchFinder(study, methods).find();
}

}  // namespace tarazy
