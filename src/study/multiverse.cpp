#include "study/multiverse.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "study/propositions.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <mutex>
#include <numeric>
#include <set>

namespace tarazy {
namespace {

ChoiceSet all_choices(const ChoiceTouch& touch) {
    ChoiceSet all(touch.alternatives.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

/// Points of the unit cube as universes: each choice's alternatives share its side out evenly.
std::vector<Picked> as_universes(const ChoiceTouch& touch, const ChoiceSet& choices,
                                 const std::vector<double>& points) {
    std::vector<Picked> universes;
    for (std::size_t at = 0; at + choices.size() <= points.size(); at += choices.size()) {
        Picked picked(touch.alternatives.size(), 0);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const std::vector<std::size_t>& places = touch.alternatives[choices[i]];
            const auto place = static_cast<std::size_t>(points[at + i] * static_cast<double>(places.size()));
            picked[choices[i]] = places[std::min(place, places.size() - 1)];
        }
        universes.push_back(std::move(picked));
    }
    return universes;
}

/// Choices of which more than one alternative can be run.
ChoiceSet open_choices(const ChoiceTouch& touch, const ChoiceSet& choices) {
    ChoiceSet open;
    std::ranges::copy_if(choices, std::back_inserter(open),
                         [&](std::size_t choice) { return touch.alternatives[choice].size() > 1; });
    return open;
}

UniverseTest universe_test(const JudgedTest& judged, const std::vector<AnalysisResult>& analyses) {
    UniverseTest test{judged.analysis, judged.quantity, judged.criterion, judged.result, {}, {}, {}};
    const auto analysis = std::ranges::find(analyses, judged.analysis, &AnalysisResult::id);
    if (analysis == analyses.end()) return test;
    const auto claim = std::ranges::find(analysis->claims, judged.claim, &Claim::id);
    if (claim == analysis->claims.end()) return test;
    test.value = claim->value;
    if (claim->interval) {
        test.lower = claim->interval->lower;
        test.upper = claim->interval->upper;
    }
    return test;
}

class MultiverseRunner {
public:
    MultiverseRunner(const StudyFile& study, Methods methods, const MultiverseOptions& options)
        : study_(study), methods_(methods), options_(options) {}

    Multiverse run() {
        found_.touch = touched_by_choices(study_, methods_);
        choose_universes();
        for (std::size_t p = 0; p < study_.propositions.size(); ++p) choose_universes_of(p);
        compute();
        for (std::size_t p = 0; p < study_.propositions.size(); ++p) judge(p);
        return std::move(found_);
    }

private:
    /// As many centres, a power of two, as leave each room for its alternatives.
    std::size_t centres_for(const ChoiceSet& choices) const {
        constexpr std::size_t least = 8;
        std::size_t around = 1;
        for (const std::size_t choice : choices) around += found_.touch.alternatives[choice].size() - 1;
        const std::size_t fit = options_.most_universes / around;
        if (fit >= least) return std::bit_floor(fit);
        throw UsageError("a sample of " + std::to_string(options_.most_universes) + " universes is too small for " +
                         std::to_string(choices.size()) + " choices; ask for " + std::to_string(least * around) +
                         " or more");
    }

    void choose_universes() {
        const ChoiceSet open = open_choices(found_.touch, all_choices(found_.touch));
        found_.possible = count_combinations(found_.touch, open);
        if (auto all = all_combinations(found_.touch, open, options_.most_universes)) {
            found_.universes = *std::move(all);
            return;
        }
        found_.all = false;
        found_.universes =
            as_universes(found_.touch, open, options_.points(options_.most_universes, open.size(), options_.seed));
        found_.universes.insert(found_.universes.begin(), Picked(found_.touch.alternatives.size(), 0));
    }

    void choose_universes_of(std::size_t p) {
        PropositionUniverses of;
        of.choices = open_choices(found_.touch, found_.touch.propositions[p]);
        std::vector<Picked> rows;
        if (auto all = all_combinations(found_.touch, of.choices, options_.most_universes)) {
            rows = *std::move(all);
        } else {
            of.all = false;
            of.centres = as_universes(found_.touch, of.choices,
                                      options_.points(centres_for(of.choices), of.choices.size(), options_.seed));
            // What each alternative does alone is told of every proposition.
            const Picked as_it_stands(found_.touch.alternatives.size(), 0);
            for (const std::size_t choice : of.choices) {
                std::ranges::move(star_of(found_.touch, as_it_stands, choice), std::back_inserter(rows));
                for (const Picked& centre : of.centres)
                    std::ranges::move(star_of(found_.touch, centre, choice), std::back_inserter(rows));
            }
            for (const Picked& universe : found_.universes) rows.push_back(picked_of(of.choices, universe));
        }
        for (Picked& row : rows) of.judged.try_emplace(std::move(row));
        found_.propositions.push_back(std::move(of));
    }

    void compute() {
        std::set<AnalysisPick> wanted;
        for (std::size_t p = 0; p < found_.propositions.size(); ++p) {
            for (const auto& [picked, nothing] : found_.propositions[p].judged) {
                for (const std::size_t analysis : found_.touch.tested[p])
                    wanted.emplace(analysis, picked_of(found_.touch.analyses[analysis], picked));
            }
        }
        analyses_ = compute_universe_analyses(study_, methods_, found_.touch, {wanted.begin(), wanted.end()},
                                              {options_.threads, options_.cache_folder, options_.work});
        found_.analyses_computed = analyses_.size();
        for (const auto& [pick, analysis] : analyses_) {
            if (!analysis.result.failure.empty())
                found_.failures.push_back({pick.first, pick.second, analysis.result.failure, analysis.refused});
        }
    }

    /// The study under the alternatives that change what a proposition declares, read once for all that agree in these.
    const StudyFile& declared_under(std::size_t p, const Picked& picked) {
        Picked own = picked_of(found_.touch.declarations[p], picked);
        const std::scoped_lock one_at_a_time(reading_);
        const auto [at, fresh] = declared_.try_emplace(std::move(own));
        if (fresh) at->second = study_under(study_, at->first, methods_);
        return at->second;
    }

    void judge(std::size_t p) {
        std::vector<std::pair<const Picked, UniverseVerdict>*> rows;
        for (auto& row : found_.propositions[p].judged) rows.push_back(&row);
        WorkStep step(options_.work, "verdicts on " + study_.propositions[p].id.text, rows.size());
        parallel_chunks(
            rows.size(), 16, options_.threads,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) rows[i]->second = verdict_in(p, rows[i]->first);
            },
            step);
    }

    UniverseVerdict verdict_in(std::size_t p, const Picked& picked) {
        const StudyFile& study = declared_under(p, picked);
        const StudyProposition& declared = study.propositions[p];
        std::vector<AnalysisResult> analyses;
        bool refused = false;
        for (const std::size_t a : found_.touch.tested[p]) {
            const UniverseAnalysis& found = analyses_.at({a, picked_of(found_.touch.analyses[a], picked)});
            const bool tested = std::ranges::any_of(
                declared.tests, [&](const DeclaredTest& test) { return test.analysis.text == found.result.id; });
            if (!tested) continue;
            refused = refused || found.refused;
            analyses.push_back(found.result);
        }
        const JudgedProposition judged = judge_proposition(study, declared, analyses);
        UniverseVerdict verdict{refused ? Verdict::silent : judged.verdict, {}};
        for (std::size_t t = 0; t < declared.tests.size(); ++t)
            verdict.tests.push_back(universe_test(judged.tests[t], analyses));
        return verdict;
    }

    const StudyFile& study_;
    Methods methods_;
    const MultiverseOptions& options_;
    Multiverse found_;
    UniverseAnalyses analyses_;
    std::mutex reading_;
    std::map<Picked, StudyFile> declared_;
};

}  // namespace

std::uint64_t count_combinations(const ChoiceTouch& touch, const ChoiceSet& choices) {
    std::uint64_t count = 1;
    for (const std::size_t choice : choices) {
        const std::uint64_t places = touch.alternatives[choice].size();
        if (count > std::numeric_limits<std::uint64_t>::max() / places)
            return std::numeric_limits<std::uint64_t>::max();
        count *= places;
    }
    return count;
}

std::optional<std::vector<Picked>> all_combinations(const ChoiceTouch& touch, const ChoiceSet& choices,
                                                    std::size_t most) {
    if (count_combinations(touch, choices) > most) return std::nullopt;
    std::vector<Picked> all = {Picked(touch.alternatives.size(), 0)};
    for (const std::size_t choice : choices) {
        std::vector<Picked> longer;
        for (const Picked& one : all) {
            for (const std::size_t place : touch.alternatives[choice]) {
                longer.push_back(one);
                longer.back()[choice] = place;
            }
        }
        all = std::move(longer);
    }
    return all;
}

std::vector<Picked> star_of(const ChoiceTouch& touch, const Picked& universe, std::size_t choice) {
    std::vector<Picked> star;
    for (const std::size_t place : touch.alternatives[choice]) {
        star.push_back(universe);
        star.back()[choice] = place;
    }
    return star;
}

Multiverse run_multiverse(const StudyFile& study, Methods methods, const MultiverseOptions& options) {
    if (study.choices.empty())
        throw UsageError(study.path + " declares no choices; add [[choice]] with its alternatives");
    return MultiverseRunner(study, methods, options).run();
}

}  // namespace tarazy
