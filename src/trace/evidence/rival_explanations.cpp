#include "trace/evidence/rival_explanations.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace tarazy {
namespace {

struct VanEveraTest {
    std::string_view name;
    double favoured, rivals;
};
constexpr std::array van_evera_tests = {VanEveraTest{"straw", 0.6, 0.5}, VanEveraTest{"hoop", 0.95, 0.5},
                                        VanEveraTest{"smoking_gun", 0.3, 0.02},
                                        VanEveraTest{"doubly_decisive", 0.95, 0.02}};

const std::vector<std::string> found_words = {"yes", "no", "not_sought"};

/// Checks the parts of stated evidence one after the other and gathers what is wrong.
class RivalAssembly {
public:
    explicit RivalAssembly(const StatedEvidence& stated) : stated_(stated) {}

    RivalExplanations take() {
        rivals_.set = stated_.set;
        read_hypotheses();
        read_clues();
        read_likelihoods();
        require_all_likelihoods();
        problems_.throw_if_any();
        return std::move(rivals_);
    }

private:
    void refuse(const StatedPlace& place, std::string what, std::string remedy) {
        problems_.add({place.file, place.line, place.column, std::move(what), std::move(remedy)});
    }

    /// The probability with its bounds; 0.5 where a problem was reported.
    ElicitedProbability probability_of(const StatedProbability& stated, const std::string& what) {
        const double value = stated.value.value_or(0.5);
        ElicitedProbability read{value, stated.low.value_or(value), stated.high.value_or(value)};
        const auto outside = [](double p) { return !(p >= 0 && p <= 1); };
        for (const double p : {value, read.low, read.high}) {
            if (!outside(p)) continue;
            refuse(stated.place, what + " is " + (std::isnan(p) ? "not a number" : number_text(p)),
                   "a probability lies between 0 and 1");
            return {0.5, 0.5, 0.5};
        }
        if (read.low > value || read.high < value) {
            refuse(stated.place,
                   what + " is " + number_text(value) + ", outside of its own range " + number_text(read.low) + " to " +
                       number_text(read.high),
                   "the low end is at most the value, the high end at least");
            return {value, value, value};
        }
        return read;
    }

    void read_hypotheses() {
        for (const StatedHypothesis& one : stated_.hypotheses) {
            if (one.id.empty()) {
                refuse(one.place, "a hypothesis has no id", "give it a short name of its own");
                continue;
            }
            if (find_hypothesis(rivals_, one.id)) {
                refuse(one.place, "the hypothesis '" + one.id + "' stands here a second time",
                       "give each hypothesis an id of its own");
                continue;
            }
            ids_.push_back(one.id);
            rivals_.hypotheses.push_back({one.id, probability_of(one.prior, "the prior of '" + one.id + "'"), one.name,
                                          one.says, one.why, one.judged_by});
        }
        if (rivals_.hypotheses.size() < 2) {
            refuse(stated_.place,
                   rivals_.hypotheses.empty() ? "there is no hypothesis" : "there is only one hypothesis",
                   "evidence is weighed between two rivals at least, of which one must be true");
            return;
        }
        settle_priors();
    }

    void settle_priors() {
        std::size_t given = 0;
        for (const StatedHypothesis& one : stated_.hypotheses)
            given += one.prior.value || one.prior.low || one.prior.high ? 1 : 0;
        const auto count = static_cast<double>(rivals_.hypotheses.size());
        if (given == 0) {
            for (RivalHypothesis& one : rivals_.hypotheses) one.prior = {1 / count, 1 / count, 1 / count};
            rivals_.notes.push_back("no priors are given: all hypotheses were taken as equally probable beforehand");
            return;
        }
        bool whole = true;
        double sum = 0;
        for (const StatedHypothesis& one : stated_.hypotheses) {
            if (!one.prior.value) {
                refuse(one.prior.place, "the prior of '" + one.id + "' is missing",
                       "give a prior to every hypothesis, or to none");
                whole = false;
            }
            sum += one.prior.value.value_or(0);
        }
        if (whole && !(std::abs(sum - 1) <= prior_tolerance)) {
            refuse(stated_.hypotheses.front().prior.place, "the priors sum to " + number_text(sum),
                   "the hypotheses exclude one another and one of them is true, so that their priors sum to 1");
        }
    }

    void read_clues() {
        for (const StatedClue& one : stated_.clues) {
            Clue clue{one.id};
            clue.group = one.group;
            clue.event = one.event;
            clue.source = one.source;
            clue.confidence = one.confidence;
            clue.text = one.text;
            clue.place = one.place;
            if (one.id.empty()) {
                refuse(one.place, "a clue has no id", "give it a short name of its own");
                continue;
            }
            const auto word = std::ranges::find(found_words, one.found);
            if (word == found_words.end()) {
                refuse(one.place, "found of clue '" + one.id + "' is '" + one.found + "'",
                       "write yes, no (looked for and not there) or not_sought");
            } else {
                clue.found = static_cast<ClueFound>(word - found_words.begin());
            }
            if (!clues_.emplace(one.id, rivals_.clues.size()).second) {
                refuse(one.place, "the clue '" + one.id + "' stands here a second time",
                       "give each clue an id of its own");
                continue;
            }
            clue.likelihoods = preset_of(one);
            presets_.push_back(!clue.likelihoods.empty());
            filled_.emplace_back(ids_.size(), false);
            rivals_.clues.push_back(std::move(clue));
        }
        if (stated_.clues.empty()) refuse(stated_.place, "there is no clue", "give at least one");
        add_joint_items();
    }

    /// Where a group has likelihoods of its own, an item for the whole group before the first of it.
    void add_joint_items() {
        for (const StatedLikelihood& one : stated_.likelihoods) {
            if (clues_.contains(one.clue)) continue;
            const auto member = std::ranges::find(rivals_.clues, one.clue, &Clue::group);
            if (one.clue.empty() || member == rivals_.clues.end()) continue;
            Clue joint{one.clue};
            joint.group = one.clue;
            joint.joint = true;
            joint.place = one.place;
            const auto at = member - rivals_.clues.begin();
            const bool any = std::ranges::any_of(
                rivals_.clues, [&](const Clue& c) { return c.group == one.clue && c.found != ClueFound::not_sought; });
            joint.found = any ? ClueFound::yes : ClueFound::not_sought;
            rivals_.clues.insert(member, std::move(joint));
            filled_.insert(filled_.begin() + at, std::vector<bool>(ids_.size(), false));
            presets_.insert(presets_.begin() + at, false);
            clues_.clear();
            for (std::size_t c = 0; c < rivals_.clues.size(); ++c) clues_[rivals_.clues[c].id] = c;
        }
    }

    std::vector<ClueLikelihood> preset_of(const StatedClue& clue) {
        if (clue.test.empty() && clue.favours.empty()) return {};
        std::vector<std::string> names;
        for (const VanEveraTest& test : van_evera_tests) names.emplace_back(test.name);
        const auto test = std::ranges::find(van_evera_tests, clue.test, &VanEveraTest::name);
        if (test == van_evera_tests.end()) {
            refuse(clue.place, "the test of clue '" + clue.id + "' is '" + clue.test + "'",
                   name_hint(clue.test, names));
            return {};
        }
        if (std::ranges::find(ids_, clue.favours) == ids_.end()) {
            refuse(clue.place,
                   "clue '" + clue.id + "' is a test of '" + clue.favours + "', which is no hypothesis here",
                   name_hint(clue.favours, ids_));
            return {};
        }
        std::vector<ClueLikelihood> all;
        for (const std::string& id : ids_) {
            const double p = id == clue.favours ? test->favoured : test->rivals;
            all.push_back({{p, p, p}, {}, "preset: " + clue.test, {}});
        }
        return all;
    }

    void read_likelihoods() {
        for (const StatedLikelihood& one : stated_.likelihoods) {
            const auto clue = clues_.find(one.clue);
            const auto hypothesis = find_hypothesis(rivals_, one.hypothesis);
            if (clue == clues_.end()) {
                std::vector<std::string> known;
                for (const Clue& c : rivals_.clues) known.push_back(c.id);
                refuse(one.place, "a likelihood is of the clue '" + one.clue + "', which is not among the clues",
                       name_hint(one.clue, known));
            }
            if (!hypothesis) {
                refuse(one.place, "a likelihood is of the hypothesis '" + one.hypothesis + "', which is unknown",
                       name_hint(one.hypothesis, ids_));
            }
            if (clue == clues_.end() || !hypothesis) continue;
            take_likelihood(one, clue->second, *hypothesis);
        }
    }

    void take_likelihood(const StatedLikelihood& one, std::size_t clue, std::size_t hypothesis) {
        const std::string what = "P(" + one.clue + " | " + one.hypothesis + ")";
        if (presets_[clue]) {
            refuse(one.place, what + " is given, but the clue has a preset as well", "keep one of the two");
            return;
        }
        if (filled_[clue][hypothesis]) {
            refuse(one.place, what + " is given a second time", "keep one of the two");
            return;
        }
        filled_[clue][hypothesis] = true;
        if (!one.probability.value) {
            refuse(one.probability.place, what + " is missing", "give the likelihood, or leave the whole row out");
            return;
        }
        std::vector<ClueLikelihood>& all = rivals_.clues[clue].likelihoods;
        if (all.empty()) all.resize(ids_.size());
        for (const double other : one.others) {
            if (other >= 0 && other <= 1) continue;
            refuse(one.place, "another reading of " + what + " is " + number_text(other),
                   "a probability lies between 0 and 1");
        }
        all[hypothesis] = {probability_of(one.probability, what), one.others, one.judged_by, one.why};
    }

    /// All or, of clues that count for nothing, none.
    void require_all_likelihoods() {
        std::vector<std::string> jointly;
        for (const Clue& clue : rivals_.clues)
            if (clue.joint) jointly.push_back(clue.group);
        for (std::size_t c = 0; c < rivals_.clues.size(); ++c) {
            const Clue& clue = rivals_.clues[c];
            if (presets_[c]) continue;
            const bool may_lack =
                !clue.joint && (clue.found == ClueFound::not_sought ||
                                (!clue.group.empty() && std::ranges::find(jointly, clue.group) != jointly.end()));
            if (clue.likelihoods.empty() && may_lack) continue;
            for (std::size_t h = 0; h < ids_.size(); ++h) {
                if (filled_[c][h]) continue;
                refuse(clue.place, "P(" + clue.id + " | " + ids_[h] + ") is missing",
                       "give the likelihood of every clue under every hypothesis");
            }
        }
    }

    const StatedEvidence& stated_;
    RivalExplanations rivals_;
    Diagnostics problems_;
    std::vector<std::string> ids_;              ///< of hypotheses
    std::map<std::string, std::size_t> clues_;  ///< place of each
    std::vector<std::vector<bool>> filled_;     ///< of each clue and hypothesis
    std::vector<bool> presets_;                 ///< has the clue one?
};

}  // namespace

std::string_view to_string(ClueFound found) noexcept {
    switch (found) {
        case ClueFound::yes: return "yes";
        case ClueFound::no: return "no";
        case ClueFound::not_sought: return "not_sought";
    }
    return "";
}

RivalExplanations assembled_rivals(const StatedEvidence& stated) {
    return RivalAssembly(stated).take();
}

std::optional<std::size_t> find_hypothesis(const RivalExplanations& rivals, std::string_view id) {
    const auto found = std::ranges::find(rivals.hypotheses, id, &RivalHypothesis::id);
    if (found == rivals.hypotheses.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rivals.hypotheses.begin());
}

}  // namespace tarazy
